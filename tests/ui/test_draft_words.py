from datetime import date

import msgspec
import pytest

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.naming import short_names
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.statements import Event
from tests.builders import families, referrals
from ui.screens.draft.context import context_of, touches_context
from ui.screens.draft.header import NAMELESS, names_words
from ui.screens.draft.items import home_section, with_article
from ui.screens.draft.searching import fold, hits
from ui.screens.draft.watching import Watching
from ui.screens.draft.whereabouts import spot_of
from ui.screens.draft.words import LONGEST, summary

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
TODAY = date(2026, 11, 20)


def context(referral=None):
    return context_of(referral or referrals.typical(), PACK, today=TODAY)


def summed(section, item, number=1):
    return summary(FORM.section(section), item, context(), number=number)


def test_a_child_is_summed_up_by_name_age_and_whether_it_is_referred():
    child = referrals.typical().children[0]
    assert summed("children", child).words == f"{child.name}, 6, referred"


def test_a_child_not_born_yet_is_summed_up_by_the_due_date():
    assert "due 27 March 2027" in summed("children", referrals.typical().children[3]).note


def test_an_age_that_may_be_either_of_two_says_so():
    born = PartDate(kind=DateKind.YEAR, year=2020)
    assert summed("children", Child(id="x", first_names="Ada", date_of_birth=born)).note == (
        "5 or 6, referred"
    )


def test_a_child_of_whom_nothing_is_said_is_numbered():
    assert summed("children", Child(id="x", referred=False), 3).words == "Child 3, not referred"


def test_an_adult_without_a_name_is_known_by_a_child():
    child = referrals.typical().children[2].first_names
    father = referrals.typical().people[4]
    assert summed("adults", father).title == f"Father of {child}"
    assert context().people[4].words == f"Father of {child}"


def test_long_words_are_shortened_between_words():
    title = summed("chronology", Event(id="x", what="word " * 60)).title
    assert len(title) <= LONGEST + 2
    assert title.endswith("word …")


def test_codes_and_people_are_summed_up_in_words():
    talk = referrals.typical().consent.conversations[0]
    words = summed("talks", talk).words
    assert referrals.typical().people[0].name in words
    assert "in_person" not in words


@pytest.mark.parametrize(
    ("path", "section", "item"),
    [
        ("concern.where", "what_happened", ""),
        ("statements[s1].text", "worries", "s1"),
        ("statements[s2].text", "strengths", "s2"),
        ("children[c2]", "children", "c2"),
        ("children[c2].home", "living", "c2"),
        ("relationships[g-c1-p1].kind", "ties", "g-c1-p1"),
        ("consent.conversations[t2].by", "talks", "t2"),
        ("events[gone].what", "chronology", ""),
        ("addresses[a2].kept_from_people", "addresses", "a2"),
        ("addresses[a1].lines", "living", "c1"),
    ],
)
def test_every_answer_has_its_spot(path, section, item):
    spot = spot_of(FORM, referrals.typical(), path)
    assert (spot.section, spot.item) == (section, item)


def test_what_no_form_asks_has_no_spot():
    assert spot_of(FORM, referrals.typical(), "after.stage") is None


def test_every_question_of_the_form_is_found_at_its_own_place():
    for section in FORM.sections:
        for field in section.fields:
            if not section.repeats:
                assert spot_of(FORM, referrals.typical(), field.path).path == field.path


def test_folding_forgives_case_accents_and_apostrophes():
    assert fold("Wiśniewska O’Brannagh ŁÓDŹ") == "wisniewska obrannagh lodz"


def test_words_are_found_in_every_kind_of_answer_and_in_the_order_of_the_form():
    referral = referrals.typical()
    found = hits("hungry", referral, FORM, context())
    order = [section.key for section in FORM.sections]
    assert [hit.section for hit in found] == sorted((hit.section for hit in found), key=order.index)
    name = referral.children[0].first_names
    assert any(
        hit.path == "children[c1].first_names" for hit in hits(name, referral, FORM, context())
    )
    assert hits("grandmother", referral, FORM, context())


def test_all_the_words_have_to_be_in_one_answer():
    assert hits("hungry friday", referrals.typical(), FORM, context())
    assert not hits("hungry zebra", referrals.typical(), FORM, context())
    assert not hits("  ", referrals.typical(), FORM, context())


def test_names_of_one_family_stand_together():
    ada, bo = (
        Child(id="a", first_names="Ada", family_name="Pike"),
        Child(id="b", family_name="Vale"),
    )
    cem = Child(id="c", first_names="Cem", family_name="Pike")
    out = Child(id="d", first_names="Dag", family_name="Pike", referred=False)
    named = msgspec.structs.replace(referrals.bare(), children=(ada, bo, cem, out))
    assert names_words(named) == "Ada and Cem Pike, Vale"
    assert names_words(referrals.bare()) == NAMELESS


def test_a_baby_not_yet_born_is_named_among_the_children():
    assert names_words(families.twelve()).endswith("Nnamdi Tanglewood, and a baby not yet born")
    baby = msgspec.structs.replace(referrals.bare(), children=families.twelve().children[-1:])
    assert names_words(baby) == "A baby not yet born"


def test_an_entry_says_on_its_head_which_children_it_concerns():
    five = families.five()
    heads = [
        summary(FORM.section("worries"), one, context(five), number=1).whom
        for one in five.statements[:3]
    ]
    assert heads == [("All 4 children referred",), ("Dafydd",), ("Khadija", "Piotr")]


def test_the_head_says_nothing_of_whom_where_there_is_one_child_or_it_is_not_asked():
    small = referrals.small()
    worries = FORM.section("worries")
    assert summary(worries, small.statements[0], context(small), number=1).whom == ()
    assert summed("children", referrals.typical().children[0]).whom == ()


def test_a_name_is_as_short_as_tells_the_children_apart():
    ada, other = Child(id="a", first_names="Ada", family_name="Pike"), Child(id="b")
    twin = Child(id="c", first_names="Ada", family_name="Vale")
    assert short_names((ada, other)) == {"a": "Ada", "b": "Child 2"}
    assert short_names((ada, twin)) == {"a": "Ada Pike", "c": "Ada Vale"}
    double = msgspec.structs.replace(ada, id="d")
    assert short_names((ada, double)) == {"a": "Ada Pike (1)", "d": "Ada Pike (2)"}


def test_children_are_added_where_all_of_them_stand():
    assert home_section(FORM, FORM.section("voice")).key == "children"
    assert home_section(FORM, FORM.section("child_consent")).key == "children"
    assert home_section(FORM, FORM.section("parents_views")).key == "adults"
    assert home_section(FORM, FORM.section("strengths")).key == "strengths"


def test_only_names_and_addresses_change_what_can_be_chosen():
    assert touches_context(("children[c1].first_names",))
    assert touches_context(("addresses[a1].lines",))
    assert touches_context(("children[c9]",))
    assert not touches_context(("children[c1].concern", "concern.where"))


def test_every_condition_of_the_form_is_watched():
    watching = Watching(FORM)
    watched = {
        field.key for section in FORM.sections for field in section.fields if field.shown_when
    }
    reached = set()
    for section in FORM.sections:
        for field in section.fields:
            path = field.path.replace("[]", "[x]")
            reached |= watching.touched_by(path)
    # a fact of the file itself: no question, and set with the file
    reached |= watching.touched_by("attachments[x].file")
    unreached = watched - reached
    assert unreached == set()


def test_articles():
    assert with_article("adult") == "an adult"
    assert with_article("child") == "a child"
