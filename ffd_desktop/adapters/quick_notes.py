"""Keeps which quick unlocks this computer has, beside the vault's folder and not in it.

The file is read before the program loads much: no file, no quick unlock, no further question.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files, system
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.quick import Note, Notes

NAME: Final = "quick-unlock.json"
_MOST_BYTES: Final = 64 * 1024


def path() -> Path:
    """Give where they lie: in the person's own data folder, which never roams."""
    return system.data_folder() / NAME


def read() -> Notes:
    """Give them; none when there is no file or it cannot be read, for the passphrase works."""
    with contextlib.suppress(ProblemForPerson, msgspec.MsgspecError, UnicodeDecodeError):
        data = files.read_whole(path(), most_bytes=_MOST_BYTES)
        if data:
            return msgspec.json.decode(data, type=tuple[Note, ...])
    return ()


def keep(notes: Notes) -> None:
    """Keep them.

    Raises:
        ProblemForPerson: The folder cannot be written.
    """
    files.make_private_folder(path().parent)
    files.write_atomically(path(), msgspec.json.encode(notes))
