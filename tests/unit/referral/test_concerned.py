"""Whom an entry concerns: all the children, or those who are named."""

from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.concerned import concerned, only, turned, whom_in_words

EVERYONE = ("c1", "c2", "c3", "c4")
REFERRED = ("c1", "c2", "c3")
NAMES = {"c1": "Ada", "c2": "Ben", "c3": "Cai", "c4": "Dot"}

whom = st.none() | st.lists(st.sampled_from(EVERYONE), unique=True).map(tuple)
child = st.sampled_from(EVERYONE)


def turn(now, one):
    return turned(now, one, everyone=EVERYONE, referred=REFERRED)


def test_blank_means_all_who_are_referred_then_and_later():
    assert concerned(None, REFERRED) == REFERRED
    assert concerned(None, (*REFERRED, "c4")) == (*REFERRED, "c4")


def test_children_who_are_named_stay_the_only_ones():
    assert concerned(("c1", "c2"), (*REFERRED, "c4")) == ("c1", "c2")


def test_not_known_concerns_nobody():
    assert concerned(NotKnown(), REFERRED) == ()


@given(whom, child)
def test_a_child_who_is_turned_is_in_where_out_and_out_where_in(now, one):
    assert (one in concerned(turn(now, one), REFERRED)) != (one in concerned(now, REFERRED))


@given(whom, child, child)
def test_turning_one_child_leaves_every_other_as_it_was(now, one, other):
    if one != other:
        after = concerned(turn(now, one), REFERRED)
        assert (other in after) == (other in concerned(now, REFERRED))


@given(whom, child)
def test_turning_twice_gives_the_same_children(now, one):
    twice = turn(turn(now, one), one)
    assert {*concerned(twice, REFERRED)} == {*concerned(now, REFERRED)}


@given(whom, st.lists(child))
def test_all_who_are_referred_and_nobody_else_is_always_said_as_all(now, pressed):
    for one in pressed:
        now = turn(now, one)
        assert now is None or {*now} != {*REFERRED}


def test_the_last_child_taken_out_leaves_nobody_and_not_all():
    assert turn(("c2",), "c2") == ()


def test_a_child_who_has_left_the_referral_is_kept_until_taken_out():
    assert turn(("gone",), "c1") == ("c1", "gone")
    assert turn(("c1", "gone"), "gone") == ("c1",)


def test_one_child_alone_is_all_where_no_other_is_referred():
    assert only("c1", referred=("c1",)) is None
    assert only("c1", referred=REFERRED) == ("c1",)


def words(now, referred=REFERRED, names=NAMES):
    return whom_in_words(now, names, referred=referred)


def test_all_is_said_with_how_many():
    assert words(None) == ("All 3 children referred",)
    assert words(None, names={"c1": "Ada", "c2": "Ben", "c3": "Cai"}) == ("All 3 children",)
    assert words(None, referred=("c1", "c2")) == ("Both children referred",)
    assert words(None, referred=("c2",)) == ("Ben",)
    assert words(None, referred=()) == ()


def test_those_who_are_named_are_said_by_name():
    assert words(("c1", "c4")) == ("Ada", "Dot")
    assert words(()) == ("No child yet",)
    assert words(NotKnown()) == ()
