"""Looks into a chosen zip file before anything in it is read. Unpacks nothing to the disk.

SECURITY: what the members may come to is bounded by what the archive declares, and ``zipfile``
never gives more of a member than it declares; names of members are compared, never used as paths.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.tables.purpose import Refusals

SIGNATURE: Final = b"PK"
MOST_UNPACKED: Final = 400_000_000
_MOST_MEMBERS: Final = 2_000
_MOST_RATIO: Final = 100  # tables pack to a tenth or a thirtieth; bombs to a thousandth
_SMALL: Final = 1_000_000
_TAIL: Final = 65_557 + 76  # the longest end of an archive, and what stands before it in a long one
_ENDS: Final = ((b"PK\x05\x06", 12, 4), (b"PK\x06\x06", 40, 8))
"""The marks behind which an archive says how long the list of its members is; where, in bytes."""

_SAID_ELSEWHERE: Final = 0xFFFF_FFFF

BROKEN: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What zip and spreadsheet libraries raise at damaged files."""


@contextmanager
def broken_told(what: str, refusals: Refusals) -> Iterator[None]:
    """Turn whatever a damaged file makes a library raise into words; ``what`` names the file."""
    try:
        yield
    except ProblemForPerson:
        raise
    except BROKEN:
        raise refusals.archive_broken(what) from None


def names_in(stream: BinaryIO) -> frozenset[str]:
    """Give the names of a zip file's members, small; nothing when it is no zip file."""
    try:
        if _has_long_list(stream):
            return frozenset()
        with zipfile.ZipFile(stream) as archive:
            return frozenset(one.filename.lower() for one in archive.infolist()[:_MOST_MEMBERS])
    except BROKEN:
        return frozenset()


@contextmanager
def opened(stream: BinaryIO, what: str, refusals: Refusals) -> Iterator[zipfile.ZipFile]:
    """Open a zip file once it is certain that nothing in it is out of all measure.

    Args:
        stream: The file; must be seekable.
        what: What it is, for a person: "spreadsheet".
        refusals: What is said when it is not opened.

    Raises:
        ProblemForPerson: ``archive_too_big``, ``archive_broken``.
    """
    with broken_told(what, refusals):
        if _has_long_list(stream):
            raise refusals.archive_too_big()
        archive = zipfile.ZipFile(stream)
    with archive:
        if _is_out_of_measure(archive):
            raise refusals.archive_too_big()
        yield archive


def _is_out_of_measure(archive: zipfile.ZipFile) -> bool:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        return True
    return any(
        one.file_size > _SMALL and one.file_size > _MOST_RATIO * max(one.compress_size, 1)
        for one in members
    )


def _has_long_list(stream: BinaryIO) -> bool:
    """Tell whether the list of members would itself fill the memory, before it is read.

    Every mark in the file's end is looked at, since a file may hold several and only the library
    knows which of them it takes.
    """
    stream.seek(max(stream.seek(0, io.SEEK_END) - _TAIL, 0))
    tail = stream.read(_TAIL)
    stream.seek(0)
    sizes = (
        int.from_bytes(tail[one.start() + at : one.start() + at + width], "little")
        for mark, at, width in _ENDS
        for one in re.finditer(re.escape(mark), tail)
    )
    return any(_SMALL < size != _SAID_ELSEWHERE for size in sizes)
