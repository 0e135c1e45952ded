"""Notes an upload, and what the council said of it, among the answers after sending.

On the vault lane, and only while no screen has the referral open: what is typed there is saved
from the referral as that screen knows it.
"""

from __future__ import annotations

from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.drafting.session import Batch
from ffd_desktop.referral.edits import replay
from ffd_desktop.sending.noted import noted
from ffd_desktop.sending.sealed import REFERRAL

_SCREEN = "sending"


def note(desk: Desk, referral_id: str) -> None:
    """Note what is known and not written down yet; mostly there is nothing."""
    sent = {one.sealed: one for one in desk.outbox.of_referral(referral_id)}
    if not sent:
        return
    sealed = next((one for one in desk.sealed.of(referral_id) if one.number == REFERRAL), None)
    submission = sent.get(sealed.id) if sealed is not None else None
    if submission is None:
        return
    referral = desk.open(referral_id).referral
    edits = noted(referral.after, submission)
    if edits:
        desk.save(referral_id, Batch(edits, replay(referral, edits)), screen=_SCREEN)


def open_after(desk: Desk, referral_id: str) -> OpenDraft:
    """Take a referral from the shelf to write what came after sending."""
    note(desk, referral_id)
    return desk.open(referral_id)
