"""What a school's IT support has arranged for a whole computer: read strictly, told in words.

A mistake costs the one key it is in, never the program's start nor the vault's opening; one about
the keyring forbids it. Reads no file itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Annotated, Any, Final

import msgspec

from ffd_desktop.problems import ProblemForPerson

PLACEHOLDERS: Final = ("%LOCALAPPDATA%", "%USERPROFILE%", "%USERNAME%", "$HOME", "$USER")
"""What may stand in a folder, beside ``~`` at its beginning; nothing else is filled in."""
_PLACEHOLDER: Final = re.compile(r"%[^%\\/]*%|\$\w+|\$\{[^}]*\}")
Minutes = Annotated[int, msgspec.Meta(ge=1, le=60)]


class Arrangements(msgspec.Struct, frozen=True):
    """What IT support has arranged; what it has not is ``None``.

    Attributes:
        source: The file; ``None`` when there is none that counts.
        faults: What is wrong with the file, each with its key, in words.
        quick_unlock: Whether this computer's keyring may open the vault.
    """

    source: Path | None = None
    faults: tuple[str, ...] = ()
    vault_folder: Path | None = None
    backup_folder: Path | None = None
    longest_idle_minutes: int | None = None
    quick_unlock: bool | None = None
    council: str | None = None

    def lines(self) -> Iterator[str]:
        """Say what is arranged, a line for each thing."""
        if self.vault_folder is not None:
            yield f"The vault is in {self.vault_folder}."
        if self.backup_folder is not None:
            yield f"Backups go to {self.backup_folder}."
        if self.longest_idle_minutes is not None:
            minutes = self.longest_idle_minutes
            yield f"The vault locks after {minutes} minutes without a key press, or sooner."
        if self.quick_unlock is not None:
            may = "may" if self.quick_unlock else "may not"
            yield f"This computer’s keyring {may} open the vault."
        if self.council is not None:
            yield f"The council is {self.council}."


_KEYS: Final[Mapping[tuple[str, str], tuple[str, Any]]] = {
    ("vault", "folder"): ("vault_folder", str),
    ("backups", "folder"): ("backup_folder", str),
    ("locking", "longest_idle_minutes"): ("longest_idle_minutes", Minutes),
    ("locking", "quick_unlock"): ("quick_unlock", bool),
    ("school", "council"): ("council", str),
}
_WANTED: Final = {
    str: "text in quotation marks",
    Minutes: "a whole number from 1 to 60",
    bool: "true or false",
}


def read_arranged(
    data: bytes,
    source: Path,
    *,
    environment: Mapping[str, str],
    home: str,
    is_windows: bool = False,
    knows_council: Callable[[str], bool] = lambda _: True,
) -> Arrangements:
    """Read the file; what is good of it counts, what is not is told."""
    faults: list[str] = []
    values: dict[str, object] = {}
    for table, key, value in _entries(data, faults):
        name, kind = _KEYS[table, key]
        try:
            good = msgspec.convert(value, kind, strict=True)
        except msgspec.ValidationError:
            faults.append(f"{table}.{key} must be {_WANTED[kind]}{_instead(name, values)}.")
            continue
        if name.endswith("_folder"):
            good = _folder(good, environment, home, is_windows=is_windows)
        problem = _problem(name, good, knows_council)
        if problem:
            faults.append(f"{table}.{key} {problem}")
        else:
            values[name] = good
    told = tuple(f"{source}: {one}" for one in faults)
    return msgspec.structs.replace(Arrangements(source, told), **values)


def _entries(data: bytes, faults: list[str]) -> Iterator[tuple[str, str, object]]:
    """Give the entries that have a name we know; tell the others."""
    import tomllib

    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        where = f" ({error})" if isinstance(error, tomllib.TOMLDecodeError) else ""
        faults.append(f"the file is not TOML, so nothing of it was taken{where}.")
        return
    for table, entries in tables.items():
        if not isinstance(entries, dict):
            faults.append(f"{table} stands outside a table; write it below a line such as [vault].")
            continue
        for key, value in entries.items():
            if (table, key) in _KEYS:
                yield table, key, value
            else:
                faults.append(f"there is no setting {table}.{key}.")


def _instead(name: str, values: dict[str, object]) -> str:
    """SECURITY: a line about the keyring means to forbid it; without one it is allowed."""
    if name != "quick_unlock":
        return ""
    values[name] = False
    return "; until it is, false is taken"


def _problem(name: str, value: object, knows_council: Callable[[str], bool]) -> str:
    if isinstance(value, ProblemForPerson):
        return value.what
    if name == "council" and not knows_council(str(value)):
        return "names no council that comes with the program."
    return ""


def _folder(
    text: str, environment: Mapping[str, str], home: str, *, is_windows: bool
) -> Path | ProblemForPerson:
    """Fill in the placeholders; the outcome must be a whole path."""
    if "\0" in text:
        return _not_a_folder("holds a character that no folder has.")
    values = {**environment, "HOME": home}
    for found in _PLACEHOLDER.findall(text):
        if found not in PLACEHOLDERS:
            return _not_a_folder(f"holds {found}; only {', '.join(PLACEHOLDERS)} and ~ may be.")
        if not values.get(found.strip("%$")):
            return _not_a_folder(f"holds {found}, which is not known on this computer.")
        text = text.replace(found, values[found.strip("%$")])
    if text == "~" or text.startswith(("~/", "~\\")):
        text = home + text[1:]
    path: PurePath = PureWindowsPath(text) if is_windows else PurePosixPath(text)
    if not path.is_absolute():
        return _not_a_folder("must be a whole path, from the drive or the root on.")
    return Path(path)


def _not_a_folder(what: str) -> ProblemForPerson:
    return ProblemForPerson(what, "Correct the file.", "arranged_folder_wrong")
