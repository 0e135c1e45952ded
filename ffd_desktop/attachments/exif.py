"""The two things that are asked of Exif and XMP: how a picture is turned, and what they tell.

Layout: TIFF 6.0, section 2; tags by CIPA DC-008 (Exif 2.32). A damaged block tells nothing.
"""

from __future__ import annotations

from typing import Final, Literal

from ffd_desktop.attachments.pictures import Told

HEAD: Final = b"Exif\x00\x00"
_ORIENTATION: Final = 0x0112
_PLACE: Final = 0x8825
_ENTRY: Final = 12
_TURNS: Final = range(1, 9)


def orientation(body: bytes) -> int:
    """Give how the picture is to be turned, 1 to 8; 0 when nothing is said."""
    turn = _tags(body.removeprefix(HEAD)).get(_ORIENTATION, 0) if body.startswith(HEAD) else 0
    return turn if turn in _TURNS else 0


def told(body: bytes) -> set[Told]:
    """Say what a block of Exif or XMP tells."""
    if body.startswith(HEAD):
        has_place = _PLACE in _tags(body.removeprefix(HEAD))
    else:
        has_place = b"GPS" in body
    return {Told.DEVICE, Told.PLACE} if has_place else {Told.DEVICE}


def _tags(tiff: bytes) -> dict[int, int]:
    """Give the tags of the first directory with the short value that stands in them."""
    order: Literal["little", "big"] = "little" if tiff.startswith(b"II") else "big"
    start = int.from_bytes(tiff[4:8], order)
    count = int.from_bytes(tiff[start : start + 2], order)
    first = start + 2
    entries = (tiff[at : at + _ENTRY] for at in range(first, first + count * _ENTRY, _ENTRY))
    return {
        int.from_bytes(entry[:2], order): int.from_bytes(entry[8:10], order)
        for entry in entries
        if len(entry) == _ENTRY
    }
