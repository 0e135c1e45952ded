"""The council's telephone numbers as this office confirmed or corrected them. Changes no pack.

Each is kept beside the number that was published at the time: once a pack publishes another, the
check lapses, so that an old number never stands in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from ffd_desktop.adapters.looks import CheckedNumber
from ffd_desktop.app.desk import Desk
from ffd_desktop.councils.hours import Confirmed
from ffd_desktop.councils.pack import Pack

_KEY = "numbers"


def checked_numbers(desk: Desk, pack: Pack) -> dict[str, CheckedNumber]:
    """Give what the office checked for a council, as it is kept; on the vault lane."""
    return _kept(desk).get(pack.key, {})


def confirmed_numbers(desk: Desk, pack: Pack) -> dict[str, Confirmed]:
    """Give what the office checked and still holds, by contact key; on the vault lane."""
    return still_confirmed(checked_numbers(desk, pack), pack)


def still_confirmed(kept: Mapping[str, CheckedNumber], pack: Pack) -> dict[str, Confirmed]:
    """Drop the checks of numbers for which the council now publishes another."""
    published = {one.key: one.phone for one in pack.contacts}
    return {
        key: Confirmed(phone=one.phone, by=one.by, on=one.on)
        for key, one in kept.items()
        if published.get(key) == one.published
    }


def keep_numbers(desk: Desk, pack: Pack, phones: Mapping[str, str], *, by: str, on: date) -> None:
    """Keep the numbers that the office checked on a day; on the vault lane.

    Args:
        desk: Whose settings keep them.
        pack: The council whose numbers they are.
        phones: Contact key to number; a blank number or an unknown key is not kept.
        by: Who checked.
        on: When.
    """
    checked = {
        one.key: CheckedNumber(one.phone, phones[one.key].strip(), by, on)
        for one in pack.contacts
        if phones.get(one.key, "").strip()
    }
    desk.settings.put(_KEY, msgspec.to_builtins({**_kept(desk), pack.key: checked}))


def _kept(desk: Desk) -> dict[str, dict[str, CheckedNumber]]:
    kept = desk.settings.get(_KEY)
    return msgspec.convert(kept, dict[str, dict[str, CheckedNumber]]) if kept else {}
