"""Referring a child too, and no longer: laws that hold for every family."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.drafting.referring import about_all, own_answers, refer
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.referral.edits import apply, put, replay
from tests.builders import families, referrals

FORM = bundled_pack("worcestershire").form("csc")
FAMILIES = (families.five(), families.twelve(), referrals.typical(), referrals.small())


@st.composite
def children(draw):
    family = draw(st.sampled_from(FAMILIES))
    return family, draw(st.sampled_from(family.children))


def child_of(referral, child):
    return next(one for one in referral.children if one.id == child.id)


@given(children())
def test_referring_too_and_no_longer_gives_the_same_referral(drawn):
    family, child = drawn
    there = refer(child, too=not child.referred)
    back = refer(child, too=child.referred)
    assert replay(family, (there, back)) == family


@given(children())
def test_one_answer_of_one_child_changes_and_nothing_else_at_all(drawn):
    family, child = drawn
    after = apply(family, refer(child, too=not child.referred)).referral
    now = child_of(after, child)
    assert msgspec.structs.replace(now, referred=child.referred) == child
    others = tuple(child if one.id == child.id else one for one in after.children)
    assert msgspec.structs.replace(after, children=others) == family


@given(children(), st.booleans())
def test_no_word_is_lost_and_none_is_copied(drawn, too):
    family, child = drawn
    before, after = (
        sorted(words_in(one)) for one in (family, apply(family, refer(child, too=too)).referral)
    )
    assert before == after


@given(children())
def test_it_is_one_step_of_undo(drawn):
    family, child = drawn
    session = DraftSession(family, monotonic=lambda: 0.0)
    session.apply(refer(child, too=not child.referred))
    session.undo()
    assert session.referral == family
    assert not session.can_undo


def words_in(value):
    built = msgspec.to_builtins(value)
    found = [built]
    while found:
        one = found.pop()
        if isinstance(one, dict):
            found += one.values()
        elif isinstance(one, list):
            found += one
        elif isinstance(one, str):
            yield one


def test_what_was_written_about_a_child_alone_is_counted():
    five = families.five()
    lowri, dafydd = five.children[:2]
    asked = {field.attribute for _, field in own_answers(FORM, five, dafydd)}
    assert {"concern", "views", "level", "condition_now"} <= asked
    assert not asked & {"first_names", "home", "school", "health"}
    blank = replay(five, [put(f"children[c1].{name}", None) for name in asked])
    assert own_answers(FORM, blank, child_of(blank, lowri)) == ()


def test_entries_about_all_are_counted_and_those_about_some_are_not():
    assert about_all(families.five()) == sum(
        one.children is None
        for one in (*families.five().statements, *families.five().events,
                    *families.five().consent.conversations, *families.five().indicators,
                    *families.five().help_tried, *families.five().professionals)
    )  # fmt: skip
    assert about_all(referrals.bare()) == 0
