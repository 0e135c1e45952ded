"""Other schools of brothers and sisters are offered as they are written; nothing is made up."""

from __future__ import annotations

from ffd_desktop.drafting.schools_told import noting, schools_to_offer
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.referral.model import Referral

OURS = "Larkrise Fictional Primary School"


def family(*schools: object) -> Referral:
    blank = Referral(id="r", reference="FFD-2026-0001", council="worcestershire", form="csc")
    edits = [put("referrer.school_name", OURS)]
    for number, school in enumerate(schools, start=1):
        edits.append(Edit(f"children[c{number}]", {"first_names": "X", "referred": number < 3}))
        edits.append(put(f"children[c{number}].school", school))
    return replay(blank, edits)


def test_other_schools_are_offered_once_with_their_children() -> None:
    told = family(OURS, "Teme High", "teme  high", "Arley Nursery")
    assert [(one.name, one.children) for one in schools_to_offer(told)] == [
        ("Teme High", ("c2", "c3")),
        ("Arley Nursery", ("c4",)),
    ]


def test_our_own_school_a_blank_and_what_is_not_known_are_not_offered() -> None:
    assert schools_to_offer(family(f" {OURS.upper()} ", None, NotKnown(Reason.NOT_KNOWN))) == ()


def test_what_is_noted_is_offered_no_more_and_says_only_what_is_known() -> None:
    told = family("Teme High")
    (school,) = schools_to_offer(told)
    noted = replay(told, [noting(school, "t1")])
    (entry,) = noted.after.schools_told
    assert (entry.school, entry.children) == ("Teme High", ("c1",))
    assert (entry.who, entry.when, entry.by, entry.what) == (None, None, None, None)
    assert schools_to_offer(noted) == ()
