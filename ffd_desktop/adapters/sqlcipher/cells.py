"""The rows that lie on sound pages, found without the tree that leads to them.

So a damaged root, branch or list of tables costs no row that is itself sound. Format: the SQLite
file format, sections 1.6 (b-tree pages), 1.7 (overflow) and 2.1 (records). Knows no table.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

import msgspec

from ffd_desktop.adapters.sqlcipher.engine import Value
from ffd_desktop.adapters.sqlcipher.pages import USABLE, Pages

TABLE_LEAF: Final = 0x0D
INDEX_LEAF: Final = 0x0A
INDEX_BRANCH: Final = 0x02
_FILE_HEAD: Final = 100
_LEAST: Final = (USABLE - 12) * 32 // 255 - 23
_MOST: Final = {
    TABLE_LEAF: USABLE - 35,
    INDEX_LEAF: (USABLE - 12) * 64 // 255 - 23,
    INDEX_BRANCH: (USABLE - 12) * 64 // 255 - 23,
}
_INTEGER_BYTES: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class FoundRow(msgspec.Struct, frozen=True):
    """One row; ``rowid`` is None for a row of a table without row ids."""

    rowid: int | None
    values: tuple[Value, ...]


def rows_on(pages: Pages) -> Iterator[FoundRow]:
    """Give every row whose own page, and whatever it overflows to, is sound."""
    for at, page in enumerate(pages):
        if page is not None:
            yield from _rows_of_page(pages, page, _FILE_HEAD if at == 0 else 0)


def _rows_of_page(pages: Pages, page: bytes, start: int) -> Iterator[FoundRow]:
    kind = page[start]
    if kind not in _MOST:
        return
    pointers = start + (12 if kind == INDEX_BRANCH else 8)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for place in range(pointers, pointers + 2 * count, 2):
        cell = int.from_bytes(page[place : place + 2], "big")
        try:
            yield _row(pages, page, cell, kind)
        except (IndexError, ValueError, struct.error):
            continue


def _row(pages: Pages, page: bytes, cell: int, kind: int) -> FoundRow:
    at = cell + 4 if kind == INDEX_BRANCH else cell
    size, at = _varint(page, at)
    rowid = None
    if kind == TABLE_LEAF:
        rowid, at = _varint(page, at)
    return FoundRow(rowid, _values(_payload(pages, page, at, size, kind)))


def _payload(pages: Pages, page: bytes, at: int, size: int, kind: int) -> bytes:
    local = size
    if size > _MOST[kind]:
        fitting = _LEAST + (size - _LEAST) % (USABLE - 4)
        local = fitting if fitting <= _MOST[kind] else _LEAST
    data = page[at : at + local]
    following = page[at + local : at + local + 4]
    while len(data) < size:
        number = int.from_bytes(following, "big")
        overflow = pages[number - 1] if number else None
        if overflow is None:
            raise ValueError("The row goes on on a page that is lost.")
        following, data = overflow[:4], data + overflow[4:USABLE]
    return data[:size]


def _values(payload: bytes) -> tuple[Value, ...]:
    head_size, at = _varint(payload, 0)
    place, values = head_size, list[Value]()
    while at < head_size:
        serial, at = _varint(payload, at)
        value, place = _value(payload, place, serial)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, serial: int) -> tuple[Value, int]:
    if serial == 0:
        return None, at
    if serial in {8, 9}:
        return serial - 8, at
    size = _INTEGER_BYTES.get(serial, 8 if serial == 7 else (serial - 12) // 2)
    data = payload[at : at + size]
    if len(data) != size or serial in {10, 11}:
        raise ValueError("The row is cut short.")
    if serial in _INTEGER_BYTES:
        return int.from_bytes(data, "big", signed=True), at + size
    if serial == 7:
        return struct.unpack(">d", data)[0], at + size
    return (data.decode() if serial % 2 else data), at + size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for step in range(8):
        byte = data[at + step]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + step + 1
    return number << 8 | data[at + 8], at + 9
