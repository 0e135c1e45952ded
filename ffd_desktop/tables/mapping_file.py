"""A mapping as a TOML file that a person can edit: a heading, and what the column is. Pure."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from ffd_desktop.tables.remembering import occurrences

_LONGEST_FILE = 1_000_000


class Wrong(Exception):  # noqa: N818 - told to a person in the words of whose mapping it is
    """The file is no mapping for this table; its text says why."""


def write(headings: Sequence[str], meanings: Sequence[str], *, head: str, names: str) -> str:
    """Write a mapping; ``head`` and ``names`` are comments before and after it."""
    parts = [head]
    for heading, meaning in zip(headings, meanings, strict=True):
        parts.append(f"\n[[column]]\nheading = {_quoted(heading)}\nis = {_quoted(meaning)}\n")
    return "".join([*parts, names])


def read(data: bytes, headings: Sequence[str], known: Callable[[str], bool]) -> tuple[str, ...]:
    """Read a mapping that ``write`` wrote and a person may have changed.

    Headings are found by their words and, when repeated, in the file's order; one that the file
    does not name is left out.

    Raises:
        Wrong: It is none, or speaks of other columns or meanings.
    """
    columns = _columns(data)
    waiting = dict(zip(occurrences(headings), range(len(headings)), strict=True))
    meanings = [""] * len(headings)
    for turn, (heading, meaning) in zip(
        occurrences([one[0] for one in columns]), columns, strict=True
    ):
        place = waiting.get(turn)
        if place is None:
            raise Wrong(f"The table has no column called “{heading[:40]}” so often.")
        if meaning and not known(meaning):
            raise Wrong(f"“{meaning[:40]}” is none of the names that a column can have.")
        meanings[place] = meaning
    return tuple(meanings)


def _columns(data: bytes) -> list[tuple[str, str]]:
    try:
        found = tomllib.loads(data[:_LONGEST_FILE].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Wrong("It is not a TOML file.") from None
    columns = found.get("column")
    if not isinstance(columns, list) or not all(isinstance(one, dict) for one in columns):
        raise Wrong("It has no [[column]] parts.")
    pairs = [
        (one.get("heading"), one.get("is", ""))
        for one in cast("list[Mapping[str, object]]", columns)
    ]
    if not all(isinstance(part, str) for pair in pairs for part in pair):
        raise Wrong("Each [[column]] has a heading and an “is”, both between quotation marks.")
    return cast("list[tuple[str, str]]", pairs)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
