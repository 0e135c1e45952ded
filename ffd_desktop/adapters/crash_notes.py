"""Notes of bugs: kept for the next start, never sent.

SECURITY: what a note may hold is decided in ``ui/bugs.py``: the type of an error and where, never a
message or a value.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from ffd_desktop.adapters import files
from ffd_desktop.problems import ProblemForPerson

NAME = "last-fault.txt"
_MOST_BYTES = 64 * 1024


def keep(folder: Path, note: str) -> None:
    """Keep a note for the next start; a disk that cannot take it is no second problem."""
    with contextlib.suppress(ProblemForPerson, OSError):
        files.make_private_folder(folder)
        files.write_atomically(folder / NAME, note.encode())


def take(folder: Path) -> str:
    """Give the note of the last run, and remove it; empty when the last run was well."""
    path = folder / NAME
    with contextlib.suppress(ProblemForPerson, OSError):
        kept = files.read_whole(path, most_bytes=_MOST_BYTES)
        if kept:
            path.unlink(missing_ok=True)
            return kept.decode(errors="replace")
    return ""
