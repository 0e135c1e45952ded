"""All that is due for a referral, by the council and by the school.

Works nothing out that no source gives, and says whom to ask instead. Reminds, and stops nothing.
"""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.councils.pack import Pack
from ffd_desktop.councils.workdays import LONDON
from ffd_desktop.following.ours import ours
from ffd_desktop.following.theirs import theirs
from ffd_desktop.following.waiting import Waiting
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.model import Referral

_NEVER = datetime.max.replace(tzinfo=LONDON)


def all_due(referral: Referral, pack: Pack, *, is_sealed: bool) -> tuple[Waiting, ...]:
    """Give what is due, the earliest first and what has no day last; nothing once it is closed.

    Args:
        referral: As it stands, with what was written down after sending.
        pack: Its council's.
        is_sealed: Whether its words are final, so that it can be sent.
    """
    if is_answered(referral.after.closed_on):
        return ()
    found = (*ours(referral, pack, is_sealed=is_sealed), *theirs(referral, pack))
    return tuple(sorted(found, key=lambda one: one.by or _NEVER))
