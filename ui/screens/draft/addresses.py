"""An address that was chosen or typed, as edits: the place in its list and the one who lives there.

A place is entered once; whoever lives there points at it.
"""

from __future__ import annotations

from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read
from ui.editors.context import AddressAnswer


def address_edits(referral: Referral, path: str, answer: AddressAnswer) -> tuple[Edit, ...]:
    """Give the edits that write an address and point to it from ``path``, as one step."""
    return (*_place_edits(referral, answer), *_pointer(referral, path, answer.id))


def _place_edits(referral: Referral, answer: AddressAnswer) -> tuple[Edit, ...]:
    now = next((one for one in referral.addresses if one.id == answer.id), None)
    said = {"lines": answer.lines or None, "postcode": answer.postcode or None}
    if now is None:
        return (put(f"addresses[{answer.id}]", {"id": answer.id, **said}),)
    return tuple(
        put(f"addresses[{answer.id}].{name}", value)
        for name, value in said.items()
        if getattr(now, name) != value and (value or isinstance(getattr(now, name), str))
    )


def _pointer(referral: Referral, path: str, address_id: str) -> tuple[Edit, ...]:
    return () if read(referral, path) == address_id else (put(path, address_id),)
