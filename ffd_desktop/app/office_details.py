"""Keeps what the office confirmed or corrected of a council's details. Changes no pack.

Nothing that was kept is ever dropped: a vault of before there were hours and addresses holds the
numbers alone (``numbers``), which are read on beneath whatever was kept since. A copy of what the
locked screen shows is outside the vault (``adapters/looks``); it tells of councils only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import msgspec

from ffd_desktop.adapters.looks import CheckedNumber, KeptLook
from ffd_desktop.app.desk import Desk
from ffd_desktop.councils.checked import CheckedDetail, DetailKind, OfficeDetails
from ffd_desktop.councils.details import kinds_of, published
from ffd_desktop.councils.pack import Pack
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private

LONGEST: Final = 300
_KEY: Final = "council_details"
_NUMBERS: Final = "numbers"

_ByContact = dict[str, dict[DetailKind, CheckedDetail]]


class Found(Private, frozen=True):
    """What somebody found right of one detail."""

    contact: str
    kind: DetailKind
    text: str


def office_details(desk: Desk, council: str) -> OfficeDetails:
    """Give what the office checked of a council; on the vault lane."""
    numbers = desk.settings.get(_NUMBERS)
    told = msgspec.convert(numbers, dict[str, dict[str, CheckedNumber]]) if numbers else {}
    return _joined(told.get(council, {}), _kept(desk).get(council, {}))


def details_outside(look: KeptLook, council: str) -> OfficeDetails:
    """Give what the locked screen knows of it; nothing of another council."""
    return _joined(look.numbers, look.details) if look.council == council else {}


def keep_details(
    desk: Desk, pack: Pack, found: Iterable[Found], *, by: str, on: date
) -> OfficeDetails:
    """Keep what somebody found right, beside all that was kept; on the vault lane.

    Args:
        desk: Whose settings keep it.
        pack: The council that it is about.
        found: What was found; a blank text, an unknown contact and an emergency number are not
            kept.
        by: Who checked.
        on: When.

    Returns:
        All that the office has checked of the council.

    Raises:
        ProblemForPerson: ``detail_too_long``; then nothing is changed.
    """
    every = _kept(desk)
    mine = {key: dict(kinds) for key, kinds in every.get(pack.key, {}).items()}
    contacts = {one.key: one for one in pack.contacts}
    for one in found:
        contact, text = contacts.get(one.contact), " ".join(one.text.split())
        if contact is None or not text or one.kind not in kinds_of(contact):
            continue
        if len(text) > LONGEST:
            raise _too_long()
        was = published(contact, one.kind)
        mine.setdefault(one.contact, {})[one.kind] = CheckedDetail(text, was, by, on)
    desk.settings.put(_KEY, msgspec.to_builtins({**every, pack.key: mine}))
    return office_details(desk, pack.key)


def with_details(look: KeptLook, council: str, office: OfficeDetails) -> KeptLook:
    """Give a look that holds what the locked screen needs of a council's details."""
    details = {key: dict(kinds) for key, kinds in office.items()}
    return msgspec.structs.replace(look, council=council, numbers={}, details=details)


def _joined(numbers: Mapping[str, CheckedNumber], details: OfficeDetails) -> OfficeDetails:
    """Lay what was kept since over the numbers of before."""
    found: _ByContact = {
        key: {DetailKind.PHONE: CheckedDetail(one.phone, one.published, one.by, one.on)}
        for key, one in numbers.items()
    }
    for key, kinds in details.items():
        found[key] = {**found.get(key, {}), **kinds}
    return found


def _kept(desk: Desk) -> dict[str, _ByContact]:
    kept = desk.settings.get(_KEY)
    return msgspec.convert(kept, dict[str, _ByContact]) if kept else {}


def _too_long() -> ProblemForPerson:
    return ProblemForPerson(
        f"A detail of a council is at most {LONGEST} letters long. Nothing was changed.",
        "Say it in fewer words.",
        "detail_too_long",
    )
