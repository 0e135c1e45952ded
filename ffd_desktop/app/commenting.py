"""Who comments on a draft: whoever unlocked the vault, at this moment; never somebody named."""

from __future__ import annotations

from ffd_desktop.app.desk import Desk
from ffd_desktop.referral.comments import Author


def author(desk: Desk, screen: str) -> Author:
    """Say who comments on something, now."""
    by = desk.by(screen)
    return Author(by.actor, desk.person, by.at)
