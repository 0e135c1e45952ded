"""Where a member of staff was when the vault was locked, kept inside it for the next unlock.

Each has a place of their own, with whatever was half typed there. Every call is for the vault
lane.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ffd_desktop.app.desk import Desk
from ffd_desktop.referral.private import Private

SETTING = "came_from"


class Where(Private, frozen=True, omit_defaults=True):
    """A screen, and what stood on it that is in no draft.

    Attributes:
        screen: A constant name.
        referral_id: What the screen was about, if about one referral.
        typed: What was typed and not yet kept, as the screen itself describes it.
    """

    screen: str
    referral_id: str = ""
    typed: Mapping[str, object] = {}


def keep_where(desk: Desk, where: Where) -> None:
    """Keep where whoever unlocked is now.

    Raises:
        ProblemForPerson: Trouble with the disk.
    """
    desk.settings.put(SETTING, {**_kept(desk), desk.person: msgspec.to_builtins(where)})


def find_where(desk: Desk) -> Where | None:
    """Give where whoever unlocked was, as often as asked: it stays until ``forget``."""
    found = _kept(desk).get(desk.person)
    try:
        return None if found is None else msgspec.convert(found, Where)
    except msgspec.ValidationError:
        return None


def forget(desk: Desk, person: str) -> None:
    """Drop a person's place, and what they had half typed there.

    For somebody who was removed, and for whoever came back once they have gone on from there.
    """
    kept = _kept(desk)
    if kept.pop(person, None) is not None:
        desk.settings.put(SETTING, kept)


def _kept(desk: Desk) -> dict[str, object]:
    kept = desk.settings.get(SETTING)
    return dict(kept) if isinstance(kept, dict) else {}
