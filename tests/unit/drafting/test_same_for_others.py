"""What an adult is to one child, said of the others: only where nothing is said yet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.drafting.same_for_others import children_reached, same_for_others
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Relationship
from tests.builders.referrals import typical

TIES = [one.id for one in typical().relationships]


def squares(referral: Referral) -> dict[tuple[str, str], Relationship]:
    return {(one.person, one.child): one for one in referral.relationships}


@given(st.dictionaries(st.sampled_from(TIES), st.booleans()))
def test_nothing_said_is_changed_and_every_empty_square_is_filled(gone: dict[str, bool]) -> None:
    edits = []
    for one in typical().relationships:
        if one.id in gone:
            pair = {"child": one.child, "person": one.person}
            edits.append(Edit(f"relationships[{one.id}]", pair if gone[one.id] else None))
    told = replay(typical(), edits)
    for tie in told.relationships:
        after = squares(replay(told, same_for_others(told, tie)))
        before = squares(told)
        for key, was in before.items():
            if any(is_answered(getattr(was, name)) for name in ("kind", "lives_with")):
                assert after[key] == was
        if tie.kind is not None:
            kinds = {after[tie.person, child.id].kind for child in told.children}
            assert None not in kinds


def test_a_note_is_about_one_child_and_is_not_copied() -> None:
    told = replay(
        typical(),
        [
            Edit("relationships[g-c1-p2].note", "Reads to her."),
            Edit("relationships[g-c1-p2].contact", "Every Sunday"),
        ],
    )
    edits = same_for_others(told, squares(told)["p2", "c1"])
    after = squares(replay(told, edits))
    assert (after["p2", "c3"].contact, after["p2", "c3"].note) == ("Every Sunday", None)
    assert after["p2", "c2"].contact is None
    assert children_reached(edits) == 2


def test_an_empty_square_has_nothing_to_copy() -> None:
    assert same_for_others(typical(), Relationship(id="x", child="c1", person="p5")) == ()
