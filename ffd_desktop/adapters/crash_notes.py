"""Notes of bugs: what kind, in which lines of our code; kept for the next start, never sent.

SECURITY: a note holds the type of the error and the frames as file, line and function. No message,
no value, no local: any of them may quote a child's data.
"""

from __future__ import annotations

import contextlib
import traceback
from pathlib import Path, PurePath
from types import TracebackType

from ffd_desktop.adapters import files
from ffd_desktop.problems import ProblemForPerson

NAME = "last-fault.txt"
_MOST_BYTES = 64 * 1024
_MOST_FRAMES = 40


def note_of(kind: type[BaseException], trace: TracebackType | None, *, version: str) -> str:
    """Write a note of an error, in lines."""
    frames = traceback.extract_tb(trace)[-_MOST_FRAMES:] if trace else []
    lines = [f"FFD Desktop {version}", f"{kind.__module__}.{kind.__qualname__}"]
    lines += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join(lines) + "\n"


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


def _short(file_name: str) -> str:
    """Drop the folders above the package: they may name the person."""
    return "/".join(PurePath(file_name).parts[-3:])
