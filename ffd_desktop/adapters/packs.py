"""Reads the files of a council pack from a folder. Reads TOML files only, and not without end."""

from __future__ import annotations

from pathlib import Path

from ffd_desktop.problems import ProblemForPerson

_MOST_BYTES = 4_000_000
_MOST_FILES = 500


def read_folder(folder: Path) -> dict[str, bytes]:
    """Give every TOML file below a folder: its name with ``/`` between folders, and its bytes.

    Raises:
        ProblemForPerson: ``pack_unread`` when the folder cannot be read or is no pack's.
    """
    try:
        found = sorted(path for path in folder.rglob("*.toml") if path.is_file())
        size = sum(path.stat().st_size for path in found)
        if not found or len(found) > _MOST_FILES or size > _MOST_BYTES:
            raise _unread()
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    except OSError:
        raise _unread() from None


def _unread() -> ProblemForPerson:
    return ProblemForPerson(
        "This folder cannot be read as a council pack. Nothing was changed.",
        "Choose the folder that holds pack.toml, levels.toml and a folder called forms.",
        "pack_unread",
    )
