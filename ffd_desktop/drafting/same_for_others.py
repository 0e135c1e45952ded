"""What an adult is to one child, said of the other children too: only where nothing is said yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Relationship

_NOT_COPIED: Final = frozenset({"id", "child", "person", "note"})


def same_for_others(referral: Referral, tie: Relationship) -> tuple[Edit, ...]:
    """Give the edits that copy a relationship's answers to the other children's empty squares.

    Nothing that somebody said is changed; the note, which is about one child, is not copied. What
    came from the roll is copied as the writer's own, because the writer says so.
    """
    said = {name: getattr(tie, name) for name in tie.__struct_fields__ if name not in _NOT_COPIED}
    answers = {name: value for name, value in said.items() if is_answered(value)}
    if not answers:
        return ()
    return tuple(_edits(referral, tie, answers))


def _edits(referral: Referral, tie: Relationship, answers: dict[str, object]) -> Iterator[Edit]:
    theirs = {one.child: one for one in referral.relationships if one.person == tie.person}
    for child in referral.children:
        known = theirs.get(child.id)
        if known is None:
            made = new_id()
            pair = {"id": made, "child": child.id, "person": tie.person}
            yield put(f"relationships[{made}]", {**pair, **answers})
        elif _is_empty(known):
            for name, value in answers.items():
                yield put(f"relationships[{known.id}].{name}", value)


def _is_empty(tie: Relationship) -> bool:
    names = (name for name in tie.__struct_fields__ if name not in ("id", "child", "person"))
    return not any(is_answered(getattr(tie, name)) for name in names)


def children_reached(edits: tuple[Edit, ...]) -> int:
    """Count the children to whose squares edits write."""
    return len({edit.path.partition("]")[0] for edit in edits})
