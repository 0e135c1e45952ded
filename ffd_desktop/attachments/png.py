"""PNG as its chunks tell it (W3C PNG, third edition): its size, and a copy that tells nothing.

Keeps no picture in memory: what is drawn is unpacked piece by piece, to see that it is whole.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from ffd_desktop.attachments import exif, trouble
from ffd_desktop.attachments.pictures import Cleaned, Measure, Told

_START: Final = b"\x89PNG\r\n\x1a\n"
_DRAWS: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD".split()
)
_WORDS: Final = frozenset(b"tEXt zTXt iTXt".split())
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_AT_ONCE: Final = 1_000_000


class _Chunk(NamedTuple):
    """One chunk; ``whole`` are the bytes as they stand in the file."""

    name: bytes
    body: memoryview
    whole: memoryview


def measure(data: bytes) -> Measure:
    """Give a picture's size, and how it is to be turned.

    Raises:
        ProblemForPerson: ``file_broken``.
    """
    turn, size = 1, (0, 0)
    for chunk in _chunks(data):
        if chunk.name == b"IHDR":
            size = (int.from_bytes(chunk.body[:4], "big"), int.from_bytes(chunk.body[4:8], "big"))
        elif chunk.name == b"eXIf":
            turn = exif.orientation(exif.HEAD + bytes(chunk.body)) or turn
    if not all(size):
        raise trouble.broken("picture")
    return Measure(*size, turn)


def demand_whole(data: bytes) -> None:
    """Make sure that what is drawn is all there, and no more than the size says.

    Raises:
        ProblemForPerson: ``file_broken``.
    """
    unpacked, squeezed, header = 0, zlib.decompressobj(), memoryview(b"")
    try:
        for chunk in _chunks(data):
            if chunk.name == b"IHDR":
                header = chunk.body
            if chunk.name == b"IDAT":
                unpacked += _unpacked(squeezed, chunk.body, _most(header) - unpacked)
    except (zlib.error, KeyError, IndexError):
        raise trouble.broken("picture") from None
    if not squeezed.eof or unpacked < _least(header):
        raise trouble.broken("picture")


def cleaned(data: bytes) -> Cleaned:
    """Give a copy that draws the same and tells nothing: no text, time, place or further picture.

    What the colours mean stays (gamma, profile).
    """
    kept, told, ends_at = [memoryview(_START)], set[Told](), len(_START)
    for chunk in _chunks(data):
        ends_at += len(chunk.whole)
        if chunk.name in _DRAWS:
            kept.append(chunk.whole)
        else:
            told |= _what(chunk)
    if ends_at < len(data):
        told.add(Told.MORE)
    return Cleaned(b"".join(kept), frozenset(told))


def _what(chunk: _Chunk) -> set[Told]:
    if chunk.name == b"eXIf":
        return exif.told(exif.HEAD + bytes(chunk.body))
    if chunk.name in _WORDS:
        return {Told.WORDS, Told.PLACE} if b"GPS" in bytes(chunk.body) else {Told.WORDS}
    return {Told.DEVICE} if chunk.name == b"tIME" else {Told.MORE}


def _unpacked(squeezed: zlib._Decompress, body: memoryview, most: int) -> int:
    """Unpack a part and throw it away; give how much it was."""
    unpacked, rest = 0, bytes(body)
    while rest and not squeezed.eof:
        unpacked += len(squeezed.decompress(rest, _AT_ONCE))
        rest = squeezed.unconsumed_tail
        if unpacked > most:
            raise trouble.broken("picture")
    return unpacked


def _least(header: memoryview) -> int:
    """Give the bytes of the picture without the byte that begins each row."""
    width, height = (int.from_bytes(header[at : at + 4], "big") for at in (0, 4))
    return width * header[8] * _CHANNELS[header[9]] // 8 * height


def _most(header: memoryview) -> int:
    """Give the most that it can come to: rows are padded, and interlaced ones are more."""
    width, height = (int.from_bytes(header[at : at + 4], "big") for at in (0, 4))
    row = (width * header[8] * _CHANNELS[header[9]] + 7) // 8
    return (row + 2) * (height + 8) * 2


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """Walk the chunks, up to the end of the picture.

    Raises:
        ProblemForPerson: ``file_broken``.
    """
    view, at = memoryview(data), len(_START)
    if not data.startswith(_START):
        raise trouble.broken("picture")
    while True:
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + size + 12
        if end > len(data) or zlib.crc32(view[at + 4 : end - 4]) != int.from_bytes(
            data[end - 4 : end], "big"
        ):
            raise trouble.broken("picture")
        yield _Chunk(name, view[at + 8 : end - 4], view[at:end])
        if name == b"IEND":
            return
        at = end
