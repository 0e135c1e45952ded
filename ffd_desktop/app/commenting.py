"""Who comments on a draft: whoever unlocked the vault, at this moment; never somebody named."""

from __future__ import annotations

import msgspec

from ffd_desktop.app import comment_notes
from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.referral.comments import Author


def author(desk: Desk, screen: str) -> Author:
    """Say who comments on something, now."""
    by = desk.by(screen)
    return Author(by.actor, desk.person, by.at)


def open_to_read(desk: Desk, referral_id: str) -> OpenDraft:
    """Take a referral from the shelf, with who reads it and which comments are new to them.

    Raises:
        ProblemForPerson: ``referral_missing``, ``referral_restricted``.
    """
    draft = desk.open(referral_id)
    new = comment_notes.see(desk.settings, desk.person, draft.referral)
    return msgspec.structs.replace(draft, me=author(desk, "draft"), new_comments=new)
