"""Why a referral can be read but not changed, in words. Decides nothing else."""

from __future__ import annotations

from typing import assert_never

import msgspec

from ffd_desktop.drafting.ports import DraftState


class Fixed(msgspec.Struct, frozen=True):
    """Why the words stand as they are, and what can be done instead."""

    why: str
    instead: str


_ARCHIVED = Fixed(
    "This referral is archived: it can be read, printed and saved, but not changed",
    "To write on, go back to the shelf, show Archived, choose it, and press Bring back.",
)
_SEALED = Fixed(
    "This referral is sealed: it can be read, printed and saved, but not changed",
    "Its words stay as they were sealed. To write on, go back to the shelf and make a copy.",
)


def why_fixed(state: DraftState) -> Fixed | None:
    """Say why a referral in a state is not written in; ``None`` for a draft."""
    match state:
        case DraftState.DRAFT:
            return None
        case DraftState.ARCHIVED:
            return _ARCHIVED
        case DraftState.SEALED | DraftState.SENT | DraftState.CLOSED:
            return _SEALED
    assert_never(state)
