"""Other routes: what an experienced reader would hear, and ordinary words that are none of it."""

from __future__ import annotations

import pytest

from ffd_desktop.checking.findings import check
from ffd_desktop.checking.routes import FGM, PREVENT, PRIVATE, STAFF
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.edits import Edit, replay
from tests.builders.referrals import TODAY, small

RULES = {one.name for one in (FGM, PREVENT, PRIVATE, STAFF)}


def found(
    *answers: tuple[str, object], council: str = "worcestershire", form: str = "csc"
) -> dict[str, str]:
    pack = bundled_pack(council)
    changed = replay(small(), [Edit(path, value) for path, value in answers])
    everything = check(changed, pack.form(form), pack, today=TODAY)
    return {one.rule: one.path for one in everything if one.rule in RULES}


WHAT = "concern.what_happened"


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("She said that she was taken abroad for FGM.", FGM),
        ("Her sister had female genital mutilation.", FGM),
        ("She spoke of genital cutting in the holidays.", FGM),
        ("There are no signs of FGM in her sister; she herself fears FGM.", FGM),
        ("Since the FGM training she says that her cousin had FGM.", FGM),
        ("I learned of it in the FGM training for all staff.", None),
        ("After the lesson on FGM, she cried.", FGM),
        ("We have an FGM policy and FGM awareness courses.", None),
        ("She told me of FGM in the lesson.", FGM),
        ("Staff went on FGM and Prevent courses.", None),
        ("There are no concerns about FGM.", None),
        ("No known risk of FGM was seen.", None),
        ("He works for FGMX Ltd.", None),
        ("He shows extremist videos at break.", PREVENT),
        ("His brother was radicalised online.", PREVENT),
        ("Signs of radicalization in his posts.", PREVENT),
        ("She was extremely upset.", None),
        ("They live in extreme poverty.", None),
        ("We found no evidence of radicalisation.", None),
        ("All staff had radicalisation training last week.", None),
        ("He terrorises the family.", None),
        ("She prevented him from leaving.", None),
    ],
)
def test_a_text_speaks_of_a_route_or_it_does_not(words: str, rule: object) -> None:
    assert found((WHAT, words)) == ({rule.name: WHAT} if rule else {})


def test_what_is_written_of_one_child_and_why_now_are_read_too() -> None:
    assert found(("children[c1].concern", "She fears FGM.")) == {FGM.name: "children[c1].concern"}
    assert found(("header.why_now", "A radicalised cousin came back.")) == {
        PREVENT.name: "header.why_now"
    }


@pytest.mark.parametrize(
    ("begins", "rule"),
    [
        ("Female genital mutilation", FGM),
        ("At risk of extremism", PREVENT),
        ("Has made good progress", None),
    ],
)
def test_an_indicator_that_is_marked_names_its_route(begins: str, rule: object) -> None:
    pack = bundled_pack("walsall")
    code = next(
        (one.code for one in pack.indicators if one.words.startswith(begins)),
        pack.indicators[0].code,
    )
    marked = found(("indicators[m1]", {"code": code}), council="walsall", form="marf")
    assert marked == ({rule.name: "indicators[m1]"} if rule else {})


HARM = ("people[p1].alleged_source_of_harm", True)


@pytest.mark.parametrize(
    ("role", "speaks"),
    [
        ("Football coach", True),
        ("Her piano teacher", True),
        ("Teaching assistant at the school", True),
        ("Scout leader", True),
        ("Former teacher", False),
        ("Student teacher", False),
        ("Mother’s partner", False),
        ("Lodger, works on a coach", False),
        ("Coach driver", False),
    ],
)
def test_a_post_with_children_is_known_by_its_words(role: str, speaks: bool) -> None:
    said = found(HARM, ("people[p1].role", role))
    assert said == ({STAFF.name: "people[p1].role"} if speaks else {})
    assert found(("people[p1].role", role), ("concern.source_of_harm", None)) == {}


@pytest.mark.parametrize(
    ("described", "speaks"),
    [
        ("A teacher at the primary school", True),
        ("one of our teaching assistants", True),
        ("Her swimming coach.", True),
        ("A man whom her teacher saw at the gate", False),
        ("The teacher saw a man at the gate", False),
        ("The father of her former teacher", False),
        ("Unknown man in a red car", False),
    ],
)
def test_somebody_without_a_name_may_be_staff_too(described: str, speaks: bool) -> None:
    path = "concern.source_of_harm_unnamed"
    assert found((path, described)) == ({STAFF.name: path} if speaks else {})


def test_once_the_officer_was_phoned_nothing_more_is_said() -> None:
    staff = (HARM, ("people[p1].role", "Football coach"))
    assert STAFF.name in found(*staff)
    assert found(*staff, ("calls[k1]", {"to": "lado", "spoke_to": "Duty officer"})) == {}
    assert STAFF.name in found(*staff, ("calls[k1]", {"to": "police", "spoke_to": "Desk"}))


def born(year: int) -> tuple[str, object]:
    return "children[c1].date_of_birth", {"type": "date", "kind": "year", "year": year}


FOSTERED = ("children[c1].living_arrangement", "private_fostering")


@pytest.mark.parametrize(
    ("answers", "speaks"),
    [
        ((), True),
        ((born(2014),), True),
        ((born(2010),), True),  # 15 or 16: nobody can tell
        ((born(2009),), False),
        ((born(2009), ("children[c1].disabled", True)), True),
        ((born(2007), ("children[c1].disabled", True)), False),
        ((("children[c1].date_of_birth", None),), True),
    ],
)
def test_who_is_grown_is_not_privately_fostered(
    answers: tuple[tuple[str, object], ...], speaks: bool
) -> None:
    assert (PRIVATE.name in found(FOSTERED, *answers)) is speaks


def test_a_form_that_does_not_ask_for_reasons_speaks_of_the_child() -> None:
    assert found(FOSTERED, form="eh") == {PRIVATE.name: "children[c1].living_arrangement"}
