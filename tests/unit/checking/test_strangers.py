"""Names in a text: other pupils, people who are in no list, and all that is nobody's name."""

from __future__ import annotations

import pytest

from ffd_desktop.checking.findings import check, look_over
from ffd_desktop.checking.names import no_names, people_in
from ffd_desktop.checking.passages import Memory
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from tests.builders.referrals import TODAY, small

PACK = bundled_pack("worcestershire")
WHAT = "concern.what_happened"


def written(text: str, *edits: tuple[str, object], at: str = WHAT) -> Referral:
    return replay(small(), [Edit(at, text), *(Edit(path, value) for path, value in edits)])


def names_in(referral: Referral, rule: str, *pupils: str) -> list[str]:
    memory = Memory(frozenset(pupils))
    found = check(referral, PACK.form("csc"), PACK, today=TODAY, memory=memory)
    return [one.about for one in found if one.rule == rule]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Uncle Dave hit him.", "Uncle Dave"),
        ("Her mum’s partner Kevin shouted.", "partner Kevin"),
        ("His partner, Kevin, moved in.", "partner Kevin"),
        ("Mum’s girlfriend (Leanne) was there.", "girlfriend Leanne"),
        ("Mr Jones came to the door.", "Mr Jones"),
        ("Kevin Barton said he would come.", "Kevin Barton"),
        ("A man called Kevin Barton waits at the gate.", "man called Kevin Barton"),
        ("Mum’s ex Darren O’Neill’s car was outside.", "ex Darren O’Neill"),
        ("Went to town with Auntie Jo.", "Auntie Jo"),
    ],
)
def test_somebody_who_is_in_no_list_is_asked_about(text: str, named: str) -> None:
    assert names_in(written(text), "belonging.not_listed") == [named]


def test_exact_words_name_people_too() -> None:
    said = written("“Uncle Dave hits me”", at="concern.child_words")
    assert names_in(said, "belonging.not_listed") == ["Uncle Dave"]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Patel (class teacher) saw it.",
        "The teacher, Mrs Patel, saw it.",
        "Child Protection was told on Monday.",
        "Seen by Dr Smith at Teme Walk Surgery.",
        "Mum Friday came late, Dad Monday.",
        "West Mercia Police said they would come.",
        "They live near St Mary’s Church; Father Hudson’s Society helps.",
        "Nan and Grandad came. The sister school is Larkrise.",
        "Partner Agencies met; the partner agency too.",
        "Operation Encompass told us; Women’s Aid said the same, and so did Red Cross.",
        "Told Mum WhatsApp is not for children. Dad Christmas shopping.",
        "Mum. Then she left. Yesterday Mum said no.",
    ],
)
def test_what_is_nobodys_name_is_left_alone(text: str) -> None:
    assert names_in(written(text), "belonging.not_listed") == []


@pytest.mark.parametrize(
    "edits",
    [
        (("people[p9]", {"first_names": "Kevin"}),),
        (("people[p9]", {"first_names": "K", "known_as": "Kev"}),),
        (("professionals[w9]", {"name": "Kevin Barton"}),),
        (("events[e1].who", "Kevin, the mother’s partner"),),
        (("statements[s1].source", "Told by Kevin"),),
        (("children[c9]", {"first_names": "Kevin", "referred": False}),),
    ],
)
def test_whoever_an_answer_names_is_known(edits: tuple[tuple[str, object], ...]) -> None:
    assert names_in(written("Her partner Kevin shouted.", *edits), "belonging.not_listed") == []


def test_a_name_is_asked_about_once() -> None:
    text = "Uncle Dave came. Uncle Dave left."
    twice = written(text, ("statements[s1].text", text))
    assert names_in(twice, "belonging.not_listed") == ["Uncle Dave"]


def test_another_pupils_full_name_is_found_and_not_asked_about_twice() -> None:
    said = written("Anna Kowalska said that he cried. Her brother Anna Kowalska.")
    assert names_in(said, "belonging.third_child", "anna kowalska") == ["Anna Kowalska"]
    assert names_in(said, "belonging.not_listed", "anna kowalska") == []
    assert names_in(said, "belonging.third_child") == []


def test_a_child_of_the_family_is_no_third_child() -> None:
    child = small().children[0]
    said = written(f"{child.name} cried, and {child.known_as} {child.family_name} left.")
    pupils = ("bronislaw ashdown pike", "bro ashdown pike")
    assert names_in(said, "belonging.third_child", *pupils) == []


def test_an_adult_who_has_a_pupils_name_is_known() -> None:
    adult = {"first_names": "Anna", "family_name": "Kowalska"}
    said = written("Anna Kowalska collects him.", ("people[p9]", adult))
    assert names_in(said, "belonging.third_child", "anna kowalska") == []


def test_each_name_is_looked_up_once() -> None:
    memory, form = Memory(), PACK.form("csc")
    referral = written("Then Anna Kowalska and Tom Reed came to Orchard Rise.")
    asked = look_over(referral, form, PACK, today=TODAY, memory=memory).unasked
    assert asked == ("anna kowalska", "tom reed")
    memory.learn(asked, ["anna kowalska"])
    again = look_over(referral, form, PACK, today=TODAY, memory=memory)
    assert again.unasked == ()
    assert "belonging.third_child" in {one.rule for one in again.findings}


def test_the_words_that_name_nobody_are_folded_and_told_once() -> None:
    assert {"monday", "police", "school"} <= no_names()
    assert people_in("On Monday the Police came.") == ((), ())
