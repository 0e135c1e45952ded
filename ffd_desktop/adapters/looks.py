"""What is kept outside the vault, because the locked screen needs it: looks, council, folder.

Never anything about a child; of a person, the id that stands in vault.keys.
"""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.councils.checked import CheckedDetail, DetailKind
from ffd_desktop.problems import ProblemForPerson

NAME = "window.json"
_MOST_BYTES = 32 * 1024


class CheckedNumber(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One telephone number as an office checked it before there were other details to check.

    Attributes:
        published: What the pack published at the time.
        phone: The number as confirmed or corrected.
        by: Who checked it.
        on: When.
    """

    published: str
    phone: str
    by: str
    on: date


class KeptLook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What this computer remembers outside the vault.

    Attributes:
        mode: Colours: ``system``, ``light`` or ``dark``.
        percent: Text size.
        council: Key of the pack whose numbers the locked screen shows.
        vault: Folder of the vault in use, when it is not the usual one.
        numbers: The council's numbers as this office checked them, from an earlier version.
        details: The council's details as this office checked them, by contact key and kind.
        person: Id of who unlocked last on this computer; the name stands in vault.keys alone.
        backups: Folder of the backups, for the day on which the vault does not open.
        agreed: By folder, what speaks against it and somebody went on all the same.
    """

    mode: str = "system"
    percent: int = 100
    council: str = ""
    vault: str = ""
    numbers: dict[str, CheckedNumber] = {}
    details: dict[str, dict[DetailKind, CheckedDetail]] = {}
    person: str = ""
    backups: str = ""
    agreed: dict[str, tuple[str, ...]] = {}


def read_look(folder: Path) -> KeptLook:
    """Give the kept look; the plain one when there is none or it cannot be read."""
    with contextlib.suppress(ProblemForPerson, msgspec.MsgspecError, UnicodeDecodeError):
        data = files.read_whole(folder / NAME, most_bytes=_MOST_BYTES)
        if data:
            return msgspec.json.decode(data, type=KeptLook)
    return KeptLook()


def keep_look(folder: Path, look: KeptLook) -> None:
    """Keep a look.

    Raises:
        ProblemForPerson: The folder cannot be written.
    """
    files.make_private_folder(folder)
    files.write_atomically(folder / NAME, msgspec.json.encode(look))
