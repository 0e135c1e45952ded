"""Where a sealed referral stands on the shelf, by what was written down after sending."""

from __future__ import annotations

from typing import Final

from ffd_desktop.drafting.ports import By, DraftState, ReferralStore
from ffd_desktop.drafting.session import Batch
from ffd_desktop.referral.after import After
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.sending.outbox import Outbox

_DECIDE: Final = frozenset({"after.sent_on", "after.closed_on"})
_FINAL: Final = frozenset({DraftState.SEALED, DraftState.SENT, DraftState.CLOSED})


def follow(
    referrals: ReferralStore, outbox: Outbox, referral_id: str, batch: Batch, *, by: By
) -> None:
    """Move a sealed referral to sent, to closed, or back, once an edit says so. A draft stays."""
    if _DECIDE.isdisjoint(edit.path for edit in batch.edits):
        return
    state = referrals.row(referral_id).state
    is_delivered = any(one.receipt for one in outbox.of_referral(referral_id))
    wanted = _wanted(batch.after.after, is_delivered=is_delivered)
    if state in _FINAL and state is not wanted:
        referrals.set_state(referral_id, wanted, by=by)


def _wanted(after: After, *, is_delivered: bool) -> DraftState:
    if is_answered(after.closed_on):
        return DraftState.CLOSED
    is_sent = is_delivered or is_answered(after.sent_on)
    return DraftState.SENT if is_sent else DraftState.SEALED
