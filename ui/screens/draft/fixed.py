"""Why a referral can be read but not changed, in words. Decides nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import msgspec

from ffd_desktop.councils.forms import Form
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.referral.sealable import is_sealed
from ffd_desktop.sending.sealed import SealedFacts


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
    "To correct it or to say more, press Sealed and write an addendum. To write it anew, make a "
    "copy there.",
)


def is_fixed(state: DraftState, form: Form) -> bool:
    """Tell whether a referral cannot be written in on a form.

    Once it is sealed, what comes after sending still can.
    """
    if state in {DraftState.DRAFT, DraftState.ARCHIVED}:
        return state is DraftState.ARCHIVED
    return any(is_sealed(field.path) for section in form.sections for field in section.fields)


def why_fixed(state: DraftState, sealed: Sequence[SealedFacts] = ()) -> Fixed | None:
    """Say why a referral in a state is not written in; ``None`` for a draft."""
    match state:
        case DraftState.DRAFT:
            return None
        case DraftState.ARCHIVED:
            return _ARCHIVED
        case DraftState.SEALED | DraftState.SENT | DraftState.CLOSED:
            begins = f" Its fingerprint begins SHA-256 {sealed[0].short}." if sealed else ""
            return Fixed(_SEALED.why, f"{_SEALED.instead}{begins}")
    assert_never(state)
