"""Sibling hints where a roll misleads: second names, shared telephones, care, workers, crowds."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress
from ffd_desktop.roll.siblings import CROWDED, Proposal, Strength, propose, siblings_of
from tests.builders.roll import SOURCE, landline, mobile, row_of, upn
from tests.fakes.roll_store import FakeRollStore

LIKELY, POSSIBLE = Strength.LIKELY, Strength.POSSIBLE
HOME = RollAddress(lines=("12 Reed Row", "Saltmarsh"), postcode="WR99 1AA")
MUM = Contact(forename="Elizabeth", surname="Khan", relationship="PAM", phones=(mobile(1),))
DAD = Contact(forename="Asif", surname="Khan", relationship="PAF", phones=(mobile(2),))


def place(number: int) -> RollAddress:
    return RollAddress(lines=(f"{number} Sedge Walk",), postcode="WR99 2BB")


def child(
    serial: int, *contacts: Contact, surname: str = "Khan", address: RollAddress | None = None
) -> Pupil:
    where = address or place(serial)
    return Pupil(
        upn=upn(serial), forename=f"C{serial}", surname=surname, contacts=contacts, address=where
    )


def only(pupil: Pupil, *others: Pupil) -> Proposal:
    (found,) = propose(pupil, others)
    return found


def test_a_mobile_number_is_called_one() -> None:
    found = only(child(1, MUM), child(2, MUM))
    assert found.reasons == ("Both have Elizabeth Khan as mother with the same mobile number",)


@pytest.mark.parametrize(
    ("forename", "surname"),
    [
        ("Elizabeth", "Marsh"),  # a maiden name
        ("Liz", "Khan"),
        ("E", "Khan"),
        ("Elisabeth", "Khan"),
        ("Elizabeth", "Khann"),
        ("Elizabeh", "Kahn-Marsh"),
        ("E.", "Marsh"),
    ],
)
def test_one_mother_under_another_name_is_likely_by_her_mobile_number(
    forename: str, surname: str
) -> None:
    again = replace(MUM, forename=forename, surname=surname)
    found = only(child(1, MUM), child(2, again, surname="Marsh"))
    assert found.strength is LIKELY
    assert found.reasons[0].startswith("Elizabeth Khan (mother) here and ")
    assert found.reasons[0].endswith(" (mother) there with the same mobile number")


def test_a_shared_email_address_does_as_well_as_a_number() -> None:
    one = replace(MUM, phones=(), email="Home@Khan.example")
    other = replace(one, forename="Liz", email="home@khan.example")
    assert only(child(1, one), child(2, other, surname="Marsh")).strength is LIKELY


def test_two_adults_of_unlike_names_with_one_mobile_number_are_possible() -> None:
    other = Contact(forename="Jan", surname="Żak", relationship="PAF", phones=(mobile(1),))
    assert only(child(1, MUM), child(2, other, surname="Żak")).strength is POSSIBLE


@pytest.mark.parametrize("same", ["surname", "home"])
def test_they_are_likely_when_the_children_share_a_surname_or_a_home(same: str) -> None:
    other = Contact(forename="Jan", surname="Żak", relationship="PAF", phones=(mobile(1),))
    surname = "Khan" if same == "surname" else "Żak"
    where = HOME if same == "home" else None
    found = only(child(1, MUM, address=HOME), child(2, other, surname=surname, address=where))
    assert found.strength is LIKELY


def test_cousins_in_one_house_with_one_landline_are_never_likely() -> None:
    one = replace(DAD, phones=(landline(1),))
    brother = replace(DAD, forename="Arif", phones=(landline(1),))
    found = only(child(1, one, address=HOME), child(2, brother, address=HOME))
    assert (found.strength, found.reasons) == (POSSIBLE, ("Same address",))


def test_one_mother_at_one_address_is_likely_though_her_number_has_changed() -> None:
    again = replace(MUM, phones=(mobile(9),))
    found = only(child(1, MUM, address=HOME), child(2, again, address=HOME))
    assert found.strength is LIKELY
    assert found.reasons[0] == "Both have Elizabeth Khan as mother, at the same address"


def test_a_namesake_in_a_house_of_many_families_is_never_likely() -> None:
    again = replace(MUM, phones=(mobile(9),))
    others = [
        child(n, replace(DAD, forename=f"D{n}"), surname=f"S{n}", address=HOME) for n in (3, 4)
    ]
    found = propose(child(1, MUM, address=HOME), [child(2, again, address=HOME), *others])
    assert {one.strength for one in found} == {POSSIBLE}


def test_a_mother_and_a_father_by_name_are_likely_without_any_number() -> None:
    parents = replace(MUM, phones=()), replace(DAD, phones=())
    found = only(child(1, *parents), child(2, *parents, surname="Marsh"))
    assert found.strength is LIKELY
    assert found.reasons == ("Both have Elizabeth Khan as mother, and Asif Khan as father",)


def test_a_couple_of_names_that_many_homes_have_is_not_likely() -> None:
    parents = replace(MUM, phones=()), replace(DAD, phones=())
    namesakes = [child(n, *parents) for n in range(2, 6)]
    assert propose(child(1, *parents), namesakes) == ()


def test_a_name_of_three_homes_with_nothing_to_compare_links_nobody() -> None:
    nameless = replace(MUM, phones=())
    assert propose(child(1, MUM), [child(2, nameless), child(3, nameless)]) == ()


def test_namesakes_beside_different_fathers_are_left_alone() -> None:
    again = replace(MUM, phones=(mobile(9),))
    other_dad = replace(DAD, forename="Jan", phones=(mobile(8),))
    assert propose(child(1, MUM, DAD), [child(2, again, other_dad)]) == ()
    assert only(child(1, MUM, DAD), child(2, again)).strength is POSSIBLE


def test_the_number_of_the_schools_office_links_nobody() -> None:
    others = [child(n, replace(MUM, surname=f"S{n}"), surname=f"S{n}") for n in range(2, 6)]
    assert propose(child(1, MUM), others) == ()


def crowd_with(number: Phone, *, first: int, count: int) -> list[Pupil]:
    """Give pupils, listed before everybody else, whose parents all have one number."""
    return [
        child(n, replace(DAD, forename=f"P{n}", surname="Abbey", phones=(number,)), surname="Abbey")
        for n in range(first, first + count)
    ]


def test_a_number_of_a_great_crowd_hides_no_sister() -> None:
    mum = replace(MUM, phones=(mobile(1), mobile(5)))
    me, sister = child(1, mum), child(2, mum)
    store = FakeRollStore()
    crowd = crowd_with(mobile(1), first=3, count=520)
    store.replace_with(map(row_of, [me, sister, *crowd]), SOURCE)
    (found,) = siblings_of(me, store)
    assert (found.key, found.strength) == (sister.upn, LIKELY)


def test_a_number_of_a_great_crowd_proves_nothing_of_two_families_in_one_house() -> None:
    me = child(1, MUM, address=HOME)
    cousin = child(2, replace(MUM, forename="Sana"), address=HOME)
    store = FakeRollStore()
    crowd = crowd_with(mobile(1), first=3, count=CROWDED)
    store.replace_with(map(row_of, [me, cousin, *crowd]), SOURCE)
    (found,) = siblings_of(me, store)
    assert (found.strength, found.reasons) == (POSSIBLE, ("Same address",))


def test_a_name_of_a_great_crowd_links_nobody_without_a_number() -> None:
    crowd = [child(n, replace(MUM, phones=(mobile(n),))) for n in range(3, CROWDED + 5)]
    dad = replace(DAD, phones=(landline(1),))
    uncle = replace(DAD, forename="Arif", phones=(landline(1),))
    me, cousin = child(1, MUM, dad), child(2, replace(MUM, phones=()), uncle)
    store = FakeRollStore()
    store.replace_with(map(row_of, [me, cousin, *crowd]), SOURCE)
    assert siblings_of(me, store) == ()


@pytest.mark.parametrize("kind", ["OTH", "", "CAR"])
def test_a_worker_recorded_with_parental_responsibility_is_never_likely(kind: str) -> None:
    worker = replace(MUM, surname="Sedge", relationship=kind, responsibility=True)
    found = only(child(1, worker, surname="Reed"), child(2, worker, surname="Marsh"))
    assert found.strength is POSSIBLE
    assert "does not call this adult a parent" in found.care[0]


@pytest.mark.parametrize("kind", ["OTH", ""])
def test_an_adult_of_no_known_relation_is_called_a_contact(kind: str) -> None:
    unsaid = replace(MUM, relationship=kind, responsibility=True)
    (reason,) = only(child(1, MUM), child(2, unsaid)).reasons
    assert "as mother here and as contact there" in reason


def test_an_unnamed_relation_who_lives_with_both_is_a_parent() -> None:
    someone = replace(MUM, relationship="", responsibility=True, lives_with_pupil=True)
    found = only(child(1, someone, surname="Reed"), child(2, someone, surname="Marsh"))
    assert (found.strength, found.care) == (LIKELY, ())


def test_a_carer_of_children_with_a_social_worker_is_never_likely() -> None:
    worker = Contact(forename="Sam", surname="Sedge", relationship="SWR")
    carer = replace(MUM, relationship="CAR", lives_with_pupil=True)
    assert only(child(1, carer, worker), child(2, carer)).strength is POSSIBLE


def test_a_foster_carer_recorded_as_a_mother_is_not_likely_where_the_child_is_in_care() -> None:
    carer = replace(MUM, lives_with_pupil=True)
    fostered = replace(child(2, carer, surname="Reed", address=HOME), looked_after=True)
    found = only(child(1, carer, address=HOME), fostered)
    assert found.strength is POSSIBLE
    assert "foster home" in found.care[0]


def test_a_carers_partner_recorded_as_a_father_is_not_likely_either() -> None:
    mum, dad = replace(MUM, lives_with_pupil=True), replace(DAD, lives_with_pupil=True)
    fostered = child(2, replace(mum, relationship="FOM"), dad, surname="Reed", address=HOME)
    assert only(child(1, mum, dad, address=HOME), fostered).strength is POSSIBLE


def test_two_children_in_care_with_one_birth_mother_elsewhere_are_likely() -> None:
    elsewhere = replace(MUM, address=place(99))
    pair = [replace(child(n, elsewhere), looked_after=True) for n in (1, 2)]
    assert only(*pair).strength is LIKELY


def test_a_local_number_is_enough_for_one_name_and_not_for_two() -> None:
    local = Phone(kind="H", number="960001")
    one, other = replace(MUM, phones=(landline(1),)), replace(MUM, phones=(local,))
    assert only(child(1, one), child(2, other, surname="Marsh")).strength is LIKELY
    assert propose(child(1, one), [child(2, replace(other, forename="Sam"))]) == ()


def test_proposals_go_both_ways() -> None:
    one, other = child(1, MUM), child(2, replace(MUM, forename="Liz"), surname="Marsh")
    assert only(one, other).strength is only(other, one).strength
