"""JPEG as its markers tell it (ITU-T T.81, annex B): its size, and a copy without what it tells.

Decodes no picture: what is drawn stays bit for bit the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ffd_desktop.attachments import exif, trouble
from ffd_desktop.attachments.pictures import Cleaned, Measure, Told

_START: Final = b"\xff\xd8"
_END: Final = 0xD9
_SCAN: Final = 0xDA
_APP0, _APP1, _APP2, _APP13, _APP14, _COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
_FRAMES: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_DRAWS: Final = {*_FRAMES, 0xC4, 0xCC, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, _SCAN}
_ALONE: Final = {0x01, *range(0xD0, 0xD8)}
_NEXT: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_JFIF: Final = b"JFIF\x00"
_JFIF_BYTES: Final = 12
_COLOURS: Final = b"ICC_PROFILE\x00"
_ADOBE: Final = b"Adobe"
_MOST_SCANS: Final = 100  # a camera's has one, the finest progressive one about a dozen


class _Segment(NamedTuple):
    """A marker with what follows it; ``whole`` are the bytes as they stand in the file."""

    marker: int
    body: bytes
    whole: memoryview


def measure(data: bytes) -> Measure:
    """Give a picture's size, and how it is to be turned.

    Raises:
        ProblemForPerson: ``file_broken``.
    """
    turn, size, scans = 1, (0, 0), 0
    for segment in _segments(data):
        if segment.marker == _APP1:
            turn = exif.orientation(segment.body) or turn
        elif segment.marker == _SCAN:
            scans += 1
        elif segment.marker in _FRAMES:
            body = segment.body
            size = int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
    if not all(size) or scans > _MOST_SCANS:  # each scan goes through the whole picture once
        raise trouble.broken("picture")
    return Measure(*size, turn)


def cleaned(data: bytes) -> Cleaned:
    """Give a copy that draws the same and tells nothing: no place, device, time, word, preview.

    The colours of the picture keep their meaning (its ICC profile stays): a bruise has to look
    as it did.
    """
    kept, told, ends_at = [memoryview(_START)], set[Told](), len(_START)
    for segment in _segments(data):
        ends_at += len(segment.whole)
        kept_bytes = _kept(segment)
        if kept_bytes is None or len(kept_bytes) < len(segment.whole):
            told |= _what(segment)
        if kept_bytes is not None:
            kept.append(kept_bytes)
    if ends_at < len(data):
        told.add(Told.MORE)
    return Cleaned(b"".join(kept), frozenset(told))


def _kept(segment: _Segment) -> memoryview | None:
    marker, body = segment.marker, segment.body
    if marker in _DRAWS or marker in _ALONE or marker == _END:
        return segment.whole
    if marker == _APP0 and body.startswith(_JFIF) and len(body) >= _JFIF_BYTES:
        return memoryview(b"\xff\xe0\x00\x10" + body[:_JFIF_BYTES] + b"\x00\x00")
    if marker == _APP2 and body.startswith(_COLOURS):
        return segment.whole
    if marker == _APP14 and body.startswith(_ADOBE):
        return memoryview(b"\xff\xee\x00\x0e" + body[:12])
    return None


def _what(segment: _Segment) -> set[Told]:
    marker, body = segment.marker, segment.body
    if marker == _APP1:
        return exif.told(body)
    return {Told.WORDS} if marker in {_COMMENT, _APP13} else {Told.MORE}


def _segments(data: bytes) -> Iterator[_Segment]:
    """Walk the markers, up to the end of the picture.

    Raises:
        ProblemForPerson: ``file_broken``.
    """
    view, at = memoryview(data), len(_START)
    if not data.startswith(_START):
        raise trouble.broken("picture")
    while True:
        found = _NEXT.match(data, at)
        if found is None:
            raise trouble.broken("picture")
        marker, end = data[found.end() - 1], found.end()
        if marker not in _ALONE and marker != _END:
            length = int.from_bytes(data[end : end + 2], "big")
            end += length
            if length < 2 or end > len(data):
                raise trouble.broken("picture")
        body = data[found.end() + 2 : end]
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        yield _Segment(marker, body, view[at:end])
        if marker == _END:
            return
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    found = _NEXT.search(data, at)
    if found is None:
        raise trouble.broken("picture")
    return found.start()
