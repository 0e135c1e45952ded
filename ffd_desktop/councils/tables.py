"""Strict reading of one TOML table into one frozen value, keeping every mistake that it meets.

A mistake names the file, the table and the field. Guesses nothing, fills in nothing.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import TypeVar

import msgspec

from ffd_desktop.problems import ProblemForPerson

S = TypeVar("S", bound=msgspec.Struct)
T = TypeVar("T")
Table = dict[str, object]
_KEY = re.compile(r"[A-Za-z0-9_-]+")
_NAMES = ("key", "code")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class Mistake(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong in a pack: where, and what."""

    file: str
    table: str
    field: str
    what: str

    @property
    def words(self) -> str:
        """The mistake in one line."""
        where = ", ".join(part for part in (self.file, self.table, self.field) if part)
        return f"{where}: {self.what}"


class PackProblem(ProblemForPerson):
    """A pack that is refused whole.

    Attributes:
        mistakes: Every mistake found, in the order of the files.
    """

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        shown = "\n".join(one.words for one in self.mistakes[:20])
        more = len(self.mistakes) - 20
        rest = f"\n… and {more} more" if more > 0 else ""
        super().__init__(
            f"This council pack cannot be used; nothing was changed.\n{shown}{rest}",
            "Put right what is listed, then read the pack again.",
            "pack_refused",
        )


class Place:
    """Where in a pack the reader is, and the mistakes it has met so far."""

    def __init__(self, file: str, mistakes: list[Mistake], table: str = "") -> None:
        self.file = file
        self.table = table
        self._mistakes = mistakes

    def inside(self, table: str) -> Place:
        """Go into a table."""
        return Place(self.file, self._mistakes, f"{self.table}.{table}" if self.table else table)

    def wrong(self, field: str, what: str) -> None:
        """Note a mistake here."""
        self._mistakes.append(Mistake(self.file, self.table, field, what))


def read_toml(data: bytes, place: Place) -> Table:
    """Read a TOML file; an empty table, and a mistake noted, when it is none."""
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        place.wrong("", "is not UTF-8 text")
    except tomllib.TOMLDecodeError as error:
        place.wrong("", f"is not TOML: {error}")
    except RecursionError:
        place.wrong("", "is nested too deeply")
    return {}


def take_tables(table: Table, name: str, place: Place) -> list[Table]:
    """Take a list of tables out of a table; missing means none."""
    found = table.pop(name, [])
    if isinstance(found, list) and all(isinstance(one, dict) for one in found):
        return found
    place.wrong(name, f"is a list of tables, written [[{name}]]")
    return []


def read_each(
    tables: list[Table], name: str, place: Place, read: Callable[[Table, Place], T | None]
) -> tuple[T, ...]:
    """Read a list of tables, each under its own name; what could not be read is left out."""
    found = []
    for number, table in enumerate(tables, start=1):
        title = next((table[key] for key in ("key", "code", "event") if key in table), number)
        found.append(read(table, place.inside(f"{name} “{title}”")))
    return tuple(one for one in found if one is not None)


def read_struct(
    kind: type[S], table: Table, place: Place, ready: Mapping[str, object] | None = None
) -> S | None:
    """Read a table as a struct; ``None``, and every mistake noted, when it does not fit.

    Args:
        kind: The struct.
        table: The table as read.
        place: Where it stands.
        ready: Attributes that were read already, by attribute name.
    """
    found: dict[str, object] = dict(ready or {})
    sound = True
    known = _attributes(kind)
    for name in table:
        if name not in known or known[name].name in found:
            place.wrong(name, "is not a field of this table")
            sound = False
    for name, field in known.items():
        if field.name in found:
            continue
        problem = _take(table, name, field, found)
        if problem:
            place.wrong(name, problem)
            sound = False
    return kind(**found) if sound else None


@cache
def _attributes(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _take(
    table: Table, name: str, field: msgspec.structs.FieldInfo, found: dict[str, object]
) -> str:
    """Take one attribute from a table; give what is wrong with it, or nothing."""
    if name not in table:
        return "is missing" if field.required else ""
    value = table[name]
    if field.required and (value == [] or (isinstance(value, str) and not value.strip())):
        return "is empty"
    try:
        found[field.name] = msgspec.convert(value, field.type)
    except msgspec.ValidationError:
        return f"takes {words_for(field.type)}"
    return _wrong_text(name, value)


def _wrong_text(name: str, value: object) -> str:
    """Say what is wrong with the marks of a text, or of a list of texts; nothing mostly."""
    if isinstance(value, list):
        texts = [one for one in value if isinstance(one, str)]
        if not all(one.strip() for one in texts):
            return "holds an empty text"
        return next((wrong for one in texts if (wrong := _wrong_text("", one))), "")
    if isinstance(value, str) and value and not value.strip():
        return "holds nothing but blanks"
    if isinstance(value, str) and _UNSEEN.search(value):
        return "holds a mark that nobody can see"
    if isinstance(value, str) and name in _NAMES and not _KEY.fullmatch(value):
        return "is one word of letters, figures, - and _"
    return ""


_WORDS: dict[object, str] = {
    str: "text in quotation marks",
    bool: "true or false",
    int: "a whole number",
    dt.date: "a date such as 2026-09-01",
    dt.time: "a time such as 09:00:00",
}


def words_for(kind: object) -> str:
    """Say in words what an attribute takes."""
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return " or ".join(words_for(one) for one in arguments if one is not type(None))
    if typing.get_origin(kind) is tuple:
        return f"a list: {words_for(arguments[0])}"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "one of " + ", ".join(kind)
    return _WORDS.get(kind, "a table")
