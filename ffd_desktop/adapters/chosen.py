"""Files that a person chose to bring in: their size, and a stream to read. Writes nothing."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, Final

from ffd_desktop.problems import ProblemForPerson

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


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


def _unread() -> ProblemForPerson:
    return ProblemForPerson(
        "The file cannot be opened. Nothing was changed.",
        "Check that it is still there, that you may read it, and that it is not a folder.",
        "file_unread",
    )
