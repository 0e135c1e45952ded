"""Who may be a brother or sister: what is likely, what is possible, and what is left alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress
from ffd_desktop.roll.siblings import Proposal, Strength, propose, siblings_of
from tests.builders.roll import SOURCE, mobile, row_of, upn
from tests.fakes.roll_store import FakeRollStore

HOME = RollAddress(lines=("12 Reed Row", "Saltmarsh"), postcode="WR99 1AA")
ELSEWHERE = RollAddress(lines=("3 Sedge Walk", "Saltmarsh"), postcode="WR99 2BB")
MUM = Contact(order=1, forename="Zoë", surname="Fenwick", relationship="PAM", phones=(mobile(1),))


def child(
    serial: int, *contacts: Contact, surname: str = "Fenwick", address: RollAddress | None = None
) -> Pupil:
    return Pupil(
        upn=upn(serial), forename=f"C{serial}", surname=surname, contacts=contacts, address=address
    )


def only(pupil: Pupil, *others: Pupil) -> Proposal:
    (found,) = propose(pupil, others)
    return found


def test_the_same_parent_with_the_same_number_is_likely() -> None:
    again = replace(MUM, order=3, forename="ZOE", phones=(Phone(number="+44 7700 900 001 (mum)"),))
    found = only(child(1, MUM), child(2, again))
    assert found.strength is Strength.LIKELY
    assert found.reasons == ("Both have Zoë Fenwick as mother with the same phone number",)
    assert found.care == ()


def test_the_same_parent_with_the_same_email_is_likely() -> None:
    one = replace(MUM, email="zoe@fenwick.example")
    other = replace(MUM, email="Zoe@Fenwick.example", phones=(mobile(9),))
    assert only(child(1, one), child(2, other)).strength is Strength.LIKELY


def test_the_same_parent_without_a_number_on_one_record_is_possible() -> None:
    found = only(child(1, MUM), child(2, replace(MUM, phones=()), surname="Marsh"))
    assert found.strength is Strength.POSSIBLE
    assert "no number to compare" in found.reasons[0]


def test_namesakes_with_other_numbers_are_left_alone() -> None:
    other = replace(MUM, phones=(mobile(2),))
    assert propose(child(1, MUM), [child(2, other, surname="Marsh")]) == ()


def test_namesakes_with_other_numbers_whose_children_share_a_surname_are_possible() -> None:
    found = only(child(1, MUM), child(2, replace(MUM, phones=(mobile(2),))))
    assert found.strength is Strength.POSSIBLE


def test_the_same_address_alone_is_possible() -> None:
    written_otherwise = RollAddress(lines=("12", "REED ROW"), postcode="wr991aa")
    found = only(child(1, address=HOME), child(2, surname="Marsh", address=written_otherwise))
    assert (found.strength, found.reasons) == (Strength.POSSIBLE, ("Same address",))


def test_parent_and_address_both_stand_as_reasons_the_stronger_first() -> None:
    found = only(child(1, MUM, address=HOME), child(2, MUM, address=HOME))
    assert found.strength is Strength.LIKELY
    assert found.reasons[1] == "Same address"


def test_a_step_parent_links_with_a_word_of_care() -> None:
    step = replace(MUM, relationship="STM")
    found = only(child(1, MUM), child(2, step, surname="Marsh"))
    assert found.strength is Strength.LIKELY
    assert "as mother here and as step-mother there" in found.reasons[0]
    assert "step-siblings" in found.care[0]


def test_children_of_one_mother_and_father_are_not_called_step_siblings() -> None:
    father = Contact(forename="Jan", surname="Fenwick", relationship="PAF", phones=(mobile(2),))
    step = Contact(forename="Lee", surname="Marsh", relationship="STF", phones=(mobile(3),))
    told_otherwise = replace(father, relationship="STF")
    assert only(child(1, MUM, father, step), child(2, MUM, father, step)).care == ()
    assert only(child(1, MUM, father), child(2, MUM, told_otherwise)).care == ()
    assert "step-siblings" in only(child(1, step), child(2, step)).care[0]


def test_a_shared_foster_carer_or_namesake_leaves_the_word_of_care() -> None:
    step = Contact(forename="Lee", surname="Marsh", relationship="STF", phones=(mobile(3),))
    carer = replace(MUM, relationship="FOM")
    namesake = replace(MUM, phones=(mobile(7),))
    assert "step-siblings" in " ".join(only(child(1, carer, step), child(2, carer, step)).care)
    assert "step-siblings" in " ".join(only(child(1, MUM, step), child(2, namesake, step)).care)


@pytest.mark.parametrize("relationship", ["DOC", "SWR", "TCH", "HTC", "CHM", "RLG", "OTH", ""])
def test_a_shared_professional_childminder_or_friend_links_nobody(relationship: str) -> None:
    shared = replace(MUM, relationship=relationship)
    assert propose(child(1, shared), [child(2, shared)]) == ()


@pytest.mark.parametrize("relationship", ["OTH", "REL", ""])
def test_parental_responsibility_links_when_the_relationship_says_little(
    relationship: str,
) -> None:
    shared = replace(MUM, relationship=relationship, responsibility=True)
    assert only(child(1, shared), child(2, shared)).strength is Strength.LIKELY


@pytest.mark.parametrize("relationship", ["SWR", "CHM", "TCH"])
def test_a_professional_links_nobody_whatever_the_record_says(relationship: str) -> None:
    shared = replace(MUM, relationship=relationship, responsibility=True)
    assert propose(child(1, shared), [child(2, shared)]) == ()


def test_a_shared_foster_carer_is_never_likely_and_is_said() -> None:
    carer = replace(MUM, relationship="FOM")
    found = only(child(1, carer, surname="Reed"), child(2, carer, surname="Marsh"))
    assert found.strength is Strength.POSSIBLE
    assert "foster mother" in found.reasons[0]
    assert "often not related" in found.care[0]
    assert any("speaks of care" in one for one in found.care)


def test_a_foster_carers_own_child_is_not_proposed_as_likely() -> None:
    carer = replace(MUM, relationship="FOM")
    found = only(child(1, carer, surname="Reed"), child(2, MUM))
    assert found.strength is Strength.POSSIBLE
    assert found.care != ()


@pytest.mark.parametrize("which", [0, 1])
def test_a_child_in_care_is_proposed_with_care_on_either_side(which: int) -> None:
    pair = [child(1, MUM), child(2, MUM)]
    pair[which] = replace(pair[which], looked_after=True)
    found = only(*pair)
    assert found.strength is Strength.LIKELY
    assert any("Ask before naming" in one for one in found.care)


def test_a_social_worker_on_the_record_calls_for_care() -> None:
    worker = Contact(forename="Sam", surname="Sedge", relationship="SWR")
    assert any("care" in one for one in only(child(1, MUM, worker), child(2, MUM)).care)


def test_an_address_shared_with_a_child_in_care_is_said_with_care() -> None:
    fostered = replace(child(2, surname="Marsh", address=HOME), looked_after=True)
    assert "foster home" in only(child(1, address=HOME), fostered).care[0]


def parents(n: int) -> Contact:
    return Contact(forename=f"P{n}", surname=f"Family{n}", relationship="PAM", phones=(mobile(n),))


def test_an_address_of_several_families_is_weak_and_says_so() -> None:
    others = [child(n, parents(n), surname=f"S{n}", address=HOME) for n in range(2, 5)]
    found = propose(child(1, parents(1), address=HOME), others)
    assert len(found) == 3
    assert all("4 families" in one.reasons[0] for one in found)
    assert all("refuge" in one.care[0] for one in found)


def test_an_address_of_many_families_links_nobody() -> None:
    others = [child(n, parents(n), surname=f"S{n}", address=HOME) for n in range(2, 9)]
    assert propose(child(1, parents(1), address=HOME), others) == ()


def test_a_big_family_at_one_address_counts_as_one() -> None:
    others = [child(n, MUM, address=HOME) for n in range(2, 7)]
    found = propose(child(1, MUM, address=HOME), others)
    assert all("Same address" in one.reasons for one in found)


def test_no_child_is_their_own_sibling() -> None:
    assert propose(child(1, MUM), [child(1, MUM)]) == ()


def test_pupils_who_only_share_a_key_by_chance_are_left_alone() -> None:
    assert propose(child(1, MUM, address=HOME), [child(2, address=ELSEWHERE)]) == ()


def test_likely_ones_come_first() -> None:
    found = propose(
        child(1, MUM, address=HOME),
        [child(2, surname="Marsh", address=HOME), child(3, MUM, address=ELSEWHERE)],
    )
    assert [one.key for one in found] == [upn(3), upn(2)]


def test_the_store_finds_them_all() -> None:
    store = FakeRollStore()
    pupils = [child(1, MUM, address=HOME), child(2, MUM), child(3, address=HOME), child(4)]
    store.replace_with(map(row_of, pupils), SOURCE)
    assert {one.key for one in siblings_of(pupils[0], store)} == {upn(2), upn(3)}
