"""Children of the roll join a draft that is there: nobody and nothing is entered twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.roll.joining import Joining, joining
from ffd_desktop.roll.prefill import Chosen, Standing, prefill
from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress
from tests.builders.referrals import bare
from tests.builders.roll import SOURCE, mobile
from tests.unit.roll.test_prefill import BEN, DAD, FLAT, HOME, MUM, OLA, WORKER

REFER, FAMILY = Standing.REFER_TOO, Standing.FAMILY


def begun(pupil: Pupil = OLA) -> Referral:
    return replay(bare(), prefill(pupil, source=SOURCE))


def joined(referral: Referral, *chosen: Chosen) -> tuple[Referral, Joining]:
    found = joining(referral, chosen, source=SOURCE)
    return replay(referral, found.edits), found


def names(referral: Referral) -> list[str]:
    return [one.name for one in referral.people]


def test_a_brother_joins_with_the_mother_and_the_address_that_are_there() -> None:
    after, found = joined(begun(), Chosen(BEN, REFER))
    assert [one.known_as for one in after.children] == ["Ola", None]
    assert names(after) == ["Zoë Fenwick", "Jan Żak"]
    assert len(after.addresses) == 2
    assert after.children[0].home == after.children[1].home
    mum = after.people[0].id
    assert [one.child for one in after.relationships if one.person == mum] == [
        one.id for one in after.children
    ]
    assert set(found.found) == {after.children[1].home, mum}
    assert [one.name for one in found.added] == ["Ben Fenwick"]


def test_every_answer_that_came_is_marked_and_no_other_is_touched() -> None:
    before = begun()
    after, _ = joined(before, Chosen(BEN, REFER))
    ben, mum = after.children[1], after.people[0]
    assert after.origins[f"children[{ben.id}].first_names"] == Origin("roll", "2026-11-02")
    assert after.people == before.people
    assert after.addresses == before.addresses
    assert {one: after.origins[one] for one in before.origins} == before.origins
    assert not [path for path in after.origins if path not in before.origins and mum.id in path]


def test_what_a_person_has_written_about_an_adult_stays() -> None:
    before = begun()
    note = put(f"people[{before.people[0].id}].note", "Prefers texts.")
    told = replay(before, [note, put("family.other_children", value=False)])
    after, _ = joined(told, Chosen(BEN, FAMILY))
    assert after.people[0].note == "Prefers texts."
    assert after.family.other_children is False
    assert after.children[1].referred is False


def test_a_child_who_is_there_by_upn_is_not_entered_again() -> None:
    before = begun()
    after, found = joined(before, Chosen(OLA, REFER))
    assert after == before
    assert found.edits == ()
    assert [one.name for one in found.there] == [OLA.name]


def test_an_adult_who_was_typed_is_known_by_a_number_of_theirs() -> None:
    person = {"first_names": "Zoe", "family_name": "FENWICK", "phone": "07700 900 001"}
    typed = replay(bare(), [put("people[p1]", person), put("children[c1]", {"first_names": "O"})])
    after, _ = joined(typed, Chosen(BEN, REFER))
    assert len(after.people) == 1
    assert after.people[0].phone == "07700 900 001"


def test_a_name_alone_tells_nothing_unless_the_two_are_related_so_already() -> None:
    silent = replace(MUM, phones=(), email="", lives_with_pupil=False)
    ben = replace(BEN, contacts=(silent,))
    edits = [
        put("children[c1]", {"first_names": "Ola"}),
        put("people[p1]", {"first_names": "Zoë", "family_name": "Fenwick"}),
    ]
    grandmother = put("relationships[g1]", {"child": "c1", "person": "p1", "kind": "GRM"})
    mother = put("relationships[g1]", {"child": "c1", "person": "p1", "kind": "PAM"})
    after, _ = joined(replay(bare(), [*edits, grandmother]), Chosen(ben, REFER))
    assert len(after.people) == 2
    assert after.origins[f"people[{after.people[1].id}].first_names"].care
    assert len(joined(replay(bare(), [*edits, mother]), Chosen(ben, REFER))[0].people) == 1


def test_where_two_could_be_meant_nobody_is_taken() -> None:
    person = {"first_names": "Zoë", "family_name": "Fenwick", "phone": "07700 900001"}
    typed = replay(bare(), [put("people[p1]", person), put("people[p2]", person)])
    after, found = joined(typed, Chosen(BEN, REFER))
    assert len(after.people) == 3
    assert found.found == ()


def test_middle_names_do_not_make_two_of_one_adult() -> None:
    mum = replace(MUM, middle_names="Ann")
    before = begun(replace(OLA, contacts=(mum,)))
    after, _ = joined(before, Chosen(replace(BEN, contacts=(mum,)), REFER))
    assert names(after) == ["Zoë Ann Fenwick"]


def test_a_social_worker_of_both_is_entered_once_with_both_children() -> None:
    before = begun(replace(OLA, contacts=(MUM, WORKER)))
    after, _ = joined(before, Chosen(replace(BEN, contacts=(MUM, WORKER)), REFER))
    assert len(after.professionals) == 1
    assert after.professionals[0].children == tuple(one.id for one in after.children)
    assert after.origins[f"professionals[{after.professionals[0].id}].children"].kind == "roll"


def test_a_child_in_care_comes_to_a_known_address_with_care() -> None:
    kept = replace(BEN, looked_after=True)
    after, _ = joined(begun(), Chosen(kept, REFER))
    assert "care" in after.origins[f"children[{after.children[1].id}].home"].care


def test_the_roll_without_a_day_of_its_own_joins_too() -> None:
    found = joining(begun(), (Chosen(BEN, REFER),))
    assert found.edits[0].origin == Origin("roll", "")


CONTACTS = (MUM, DAD, replace(DAD, court_order=False, address=HOME), WORKER,
            Contact(forename="Ivy", surname="Reed", relationship="GRM"))  # fmt: skip


@st.composite
def brothers(draw: st.DrawFn) -> Pupil:
    return replace(
        BEN,
        address=draw(st.sampled_from((HOME, FLAT, None, RollAddress(lines=("1 New Row",))))),
        contacts=tuple(draw(st.lists(st.sampled_from(CONTACTS), unique=True, max_size=4))),
        phones=(mobile(9),),
    )


@given(brothers(), st.sampled_from((REFER, FAMILY)))
def test_joining_later_gives_the_family_that_starting_together_gives(
    ben: Pupil, standing: Standing
) -> None:
    together = replay(bare(), prefill(OLA, (Chosen(ben, standing),), source=SOURCE))
    later, _ = joined(begun(), Chosen(ben, standing))
    assert family_of(later) == family_of(together)


def family_of(referral: Referral) -> object:
    """Who there is, who lives where and who belongs to whom; ids aside."""
    called = {one.id: one.name for one in (*referral.children, *referral.people)}
    homes = {one.id: str(one.lines) for one in referral.addresses}
    return (
        sorted((one.name, homes.get(str(one.home)), one.referred) for one in referral.children),
        sorted((one.name, homes.get(str(one.home), "")) for one in referral.people),
        sorted(
            (called[one.child], called[one.person], str(one.kind), str(one.lives_with))
            for one in referral.relationships
        ),
        sorted((one.name, len(one.children or ())) for one in referral.professionals),
        sorted(homes.values()),
    )
