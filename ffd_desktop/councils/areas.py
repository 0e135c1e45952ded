"""Which postcodes are a council's own, which it shares, and which are known as another's.

Part of ``pack.py``, which is where everyone imports these names from. A postcode only hints at a
council: nothing here is certain, and what a pack does not say is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from ffd_desktop.councils.forms import Value

_FULL = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)[0-9][A-Z]{2}")
_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")
ENTRY = re.compile(r"[A-Z]{1,2}([0-9][0-9A-Z]?)?")
_LETTERS = re.compile(r"[A-Z]+")
_NO_PLACE = ("BF", "BX")


class Standing(StrEnum):
    """What a postcode says about a place and a council."""

    OWN = "own"
    SHARED = "shared"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


class OtherArea(Value, frozen=True):
    """Another council, as far as its postcodes are known.

    Attributes:
        postcodes: Postcode areas such as ``SY``, or districts such as ``WS1``, that are its own.
        pack: The key of its pack, where this program holds one.
    """

    name: str
    postcodes: tuple[str, ...]
    source: str
    pack: str = ""


class Area(Value, frozen=True):
    """The area of a council, by postcode.

    Attributes:
        la_codes: The council's number in the national list of local authorities.
        own: Postcode areas or districts that lie wholly or mostly in the council's area.
        shared: Those that it shares with others or that lie beside it: a postcode says too little.
        find: How to find the council of an address.
        others: Other councils whose postcodes are known.
    """

    name: str
    la_codes: tuple[str, ...]
    own: tuple[str, ...]
    source: str
    find: str
    find_source: str
    shared: tuple[str, ...] = ()
    others: tuple[OtherArea, ...] = ()

    def standing(self, postcode: str) -> Standing:
        """Tell what a postcode says; half a postcode will do, and the nearer entry wins."""
        district = district_of(postcode)
        if not district:
            return Standing.UNKNOWN
        near = {
            Standing.OWN: _match(district, self.own),
            Standing.SHARED: _match(district, self.shared),
            Standing.ELSEWHERE: max(
                (_match(district, one.postcodes) for one in self.others), default=0
            ),
        }
        best = max(near, key=lambda standing: near[standing])
        return best if near[best] else Standing.ELSEWHERE

    def other(self, postcode: str) -> OtherArea | None:
        """Give the council that is known to have a postcode; ``None`` when none is known."""
        district = district_of(postcode)
        found = max(self.others, key=lambda one: _match(district, one.postcodes), default=None)
        return found if found and _match(district, found.postcodes) else None


def district_of(postcode: str) -> str:
    """Give the district of a postcode, such as ``B45``.

    Empty for what is no postcode, and for those that name no place: no fixed abode, the forces,
    and districts 99, which are kept for large users and stand on no map.
    """
    plain = re.sub(r"[^A-Z0-9]", "", postcode.upper())
    full = _FULL.fullmatch(plain)
    district = full[1] if full else plain
    if not _DISTRICT.fullmatch(district) or district.endswith("99"):
        return ""
    return "" if district.startswith(_NO_PLACE) else district


def _match(district: str, entries: Iterable[str]) -> int:
    """Say how near an entry names a district: 2 itself, 1 its postcode area, 0 not at all."""
    letters = _LETTERS.match(district)
    among = set(entries)
    if district in among:
        return 2
    return int(letters is not None and letters[0] in among)
