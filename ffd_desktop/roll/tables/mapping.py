"""Which column of a table is what: one target for each column, its text form, and what is missing.

Knows nothing of how it came about: ``proposing.py`` proposes, a person decides.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping as Named
from collections.abc import Sequence
from hashlib import blake2b
from typing import cast

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.roll import trouble
from ffd_desktop.roll.tables.fields import FIELDS, Target, target_of
from ffd_desktop.tables.folding import squeeze

_HEAD = """\
# Which column of the school’s table is what. An empty "is" leaves the column out.
# Write one of the names at the end, such as "forename"; for what belongs to a contact,
# "contact.forename", or "contact2.forename" when a row holds a second contact.
"""
_LONGEST_FILE = 1_000_000


class Mapping(Private, frozen=True):
    """One target, or none, for each column in turn."""

    headings: tuple[str, ...]
    targets: tuple[Target | None, ...]

    def having(self, place: int, target: Target | None) -> Mapping:
        """Give the mapping with another target at one column.

        What only one column may say is taken from the column that said it before.
        """
        targets = list(self.targets)
        if target is not None and not FIELDS[target.field].several:
            targets = [None if one == target else one for one in targets]
        targets[place] = target
        return Mapping(self.headings, tuple(targets))

    def at(self, *wanted: Target) -> int | None:
        """Give the place of the first column that says one of these."""
        return next((at for at, one in enumerate(self.targets) if one in wanted), None)

    @property
    def most_contacts(self) -> int:
        """How many contacts one row may hold."""
        return max((one.contact for one in self.targets if one is not None), default=0)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a roll cannot do without and no column says, in words; empty when it can be read."""
        said = {one.field for one in self.targets if one is not None and not one.contact}
        lacking = []
        if "whole_name" not in said:
            lacking += [
                words
                for key, words in (("surname", "the pupil’s surname"), ("forename", "the forename"))
                if key not in said
            ]
        if not said & {"upn", "admission_number"}:
            lacking.append("the UPN or the admission number")
        return tuple(lacking)

    def refuse_missing(self) -> None:
        """Make sure that a roll can be read by it.

        Raises:
            ProblemForPerson: ``roll_columns_missing``.
        """
        if self.missing:
            raise ProblemForPerson(
                f"No column is known to hold {' or '.join(self.missing)}. {trouble.SAFE}",
                "Say which columns these are. When the table has no such column, export it again"
                " with the UPN, surname and forename of each pupil.",
                "roll_columns_missing",
            )


def heading_set(headings: Sequence[str]) -> str:
    """Give a short name of a set of headings, whatever their order, for remembering a mapping."""
    said = sorted(squeeze(one) for one in headings)
    return blake2b("\n".join(said).encode(), digest_size=12).hexdigest()


def _occurrences(headings: Sequence[str]) -> list[tuple[str, int]]:
    """Tell repeated headings apart by their turn."""
    seen: dict[str, int] = {}
    found = []
    for heading in headings:
        plain = squeeze(heading)
        seen[plain] = seen.get(plain, 0) + 1
        found.append((plain, seen[plain]))
    return found


def to_keep(mapping: Mapping) -> list[list[object]]:
    """Give a mapping as the vault's settings keep it: heading, its turn, target."""
    return [
        [plain, turn, target.text if target else ""]
        for (plain, turn), target in zip(
            _occurrences(mapping.headings), mapping.targets, strict=True
        )
    ]


def from_kept(kept: object, headings: Sequence[str]) -> Mapping | None:
    """Give a kept mapping for these headings; ``None`` when it is not about them."""
    if not isinstance(kept, list):
        return None
    known = {
        (str(row[0]), int(row[1])): target_of(str(row[2]))
        for row in kept
        if isinstance(row, list) and len(row) == 3
    }
    wanted = _occurrences(headings)
    if set(known) != set(wanted):
        return None
    return Mapping(tuple(headings), tuple(known[one] for one in wanted))


def to_toml(mapping: Mapping) -> str:
    """Write a mapping as a file that a person can edit."""
    parts = [_HEAD]
    for heading, target in zip(mapping.headings, mapping.targets, strict=True):
        said = target.text if target else ""
        parts.append(f"\n[[column]]\nheading = {_quoted(heading)}\nis = {_quoted(said)}\n")
    parts.append("\n# The names:\n")
    parts += [f"#   {one.key:<20} {one.label}\n" for one in FIELDS.values()]
    return "".join(parts)


def from_toml(data: bytes, headings: Sequence[str]) -> Mapping:
    """Read a mapping that ``to_toml`` wrote and a person may have changed.

    Headings are found by their words and, when repeated, in the file's order.

    Raises:
        ProblemForPerson: ``roll_mapping_wrong``, with the place.
    """
    columns = _columns(data)
    waiting = dict(zip(_occurrences(headings), range(len(headings)), strict=True))
    targets: list[Target | None] = [None] * len(headings)
    for heading, key in zip(_occurrences([one[0] for one in columns]), columns, strict=True):
        place = waiting.get(heading)
        if place is None:
            raise _wrong(f"The table has no column called “{key[0][:40]}” so often.")
        targets[place] = _target(key[1])
    return Mapping(tuple(headings), tuple(targets))


def _columns(data: bytes) -> list[tuple[str, str]]:
    try:
        found = tomllib.loads(data[:_LONGEST_FILE].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _wrong("It is not a TOML file.") from None
    columns = found.get("column")
    if not isinstance(columns, list) or not all(isinstance(one, dict) for one in columns):
        raise _wrong("It has no [[column]] parts.")
    pairs = [
        (one.get("heading"), one.get("is", "")) for one in cast("list[Named[str, object]]", columns)
    ]
    if not all(isinstance(part, str) for pair in pairs for part in pair):
        raise _wrong("Each [[column]] has a heading and an “is”, both between quotation marks.")
    return cast("list[tuple[str, str]]", pairs)


def _target(text: str) -> Target | None:
    if not text:
        return None
    target = target_of(text)
    if target is None:
        raise _wrong(f"“{text[:40]}” is none of the names that a column can have.")
    return target


def _wrong(why: str) -> ProblemForPerson:
    return ProblemForPerson(
        f"The mapping file cannot be used. {why} {trouble.SAFE}",
        "Write a new one with --write-mapping, and change that.",
        "roll_mapping_wrong",
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
