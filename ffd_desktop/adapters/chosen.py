"""Files that a person chose to bring in: their size, and a stream to read. Writes nothing."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, Final

from ffd_desktop.problems import ProblemForPerson

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)

_MOST_IN_FOLDER: Final = 100_000_000
_MOST_FILES: Final = 100


def size_of(path: Path) -> int:
    """Give a chosen file's size in bytes; 0 when it cannot be asked (opening it tells why)."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def open_chosen(path: Path) -> BinaryIO:
    """Open a chosen file for reading; only a plain file, so that a pipe cannot hang the program.

    Raises:
        ProblemForPerson: ``file_unread``.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError):
        raise _unread() from None
    if not S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _unread()
    return os.fdopen(descriptor, "rb")


def open_folder(path: Path) -> BinaryIO:
    """Open a folder's tables (CSV) as if they came in one zip file; in memory, never on the disk.

    Raises:
        ProblemForPerson: ``file_unread``: it holds none, or far too much.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        left = _MOST_IN_FOLDER
        for one in _tables_in(path):
            with open_chosen(one) as stream:
                data = stream.read(left + 1)
            left -= len(data)
            if left < 0:
                raise _unread()
            archive.writestr(one.name, data)
        if not archive.namelist():
            raise _unread()
    packed.seek(0)
    return packed


def _tables_in(path: Path) -> list[Path]:
    try:
        found = sorted(one for one in path.iterdir() if one.suffix.lower() == ".csv")
    except OSError:
        raise _unread() from None
    return found[:_MOST_FILES]


def _unread() -> ProblemForPerson:
    return ProblemForPerson(
        "The file cannot be opened. Nothing was changed.",
        "Check that it is still there, that you may read it, and that it is not a folder.",
        "file_unread",
    )
