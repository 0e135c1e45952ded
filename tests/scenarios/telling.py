"""Reads a scenario: a story of an invented family, told in TOML by the model's own names.

A scenario may begin ``from`` another and state only what differs. A date is TOML's own, or words as
a person would type them; ``"@not_asked"`` is an honest absence, ``"@blank"`` takes an answer away.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import msgspec

from ffd_desktop.checking.findings import Finding, check
from ffd_desktop.checking.passages import Memory
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.councils.workdays import LONDON
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.dates import PartDate, on, read_date
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import members, type_at
from ffd_desktop.referral.people import Item

FOLDER = Path(__file__).parent / "told"
_ABSENT = {f"@{one.value}": NotKnown(one) for one in Reason}
_BLANK = "@blank"

Table = dict[str, object]


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that an experienced DSL would expect.

    Attributes:
        says: Words that stand in its sentence, where they matter.
        why: A remark for the reader of the scenario.
    """

    rule: str
    at: str
    says: str = ""
    why: str = ""


class NotWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding that somebody might expect, and that must not come.

    Attributes:
        why: Why an experienced DSL would not want it.
        near: Words of the referral that might trip the rule.
    """

    rule: str
    why: str
    near: str = ""


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scenario as it stands in its file, without the referral.

    Attributes:
        now: The day and the hour in London.
        phone: Key of the contact that the card names at that hour, besides 999.
        written: Words of the rule on writing after a call.
        kept: Titles of what the form does not ask and the draft keeps.
        pupils: Full names, folded, that the school’s roll knows.
    """

    title: str
    story: str
    council: str
    form: str
    now: datetime
    expected: list[Expected]
    not_wanted: list[NotWanted] = []
    phone: str = ""
    written: str = ""
    kept: list[str] = []
    pupils: list[str] = []


class Told(msgspec.Struct, frozen=True):
    """A scenario with its referral."""

    name: str
    scenario: Scenario
    referral: Referral

    @property
    def pack(self) -> Pack:
        """The council's pack."""
        return bundled_pack(self.scenario.council)

    @property
    def form(self) -> Form:
        """The form of the pack that it is written on."""
        return self.pack.form(self.scenario.form)

    @property
    def now(self) -> datetime:
        """The moment, in London."""
        return self.scenario.now.replace(tzinfo=LONDON).astimezone(UTC)

    def findings(self) -> tuple[Finding, ...]:
        """Give what all rules say of it on that day."""
        memory = Memory(frozenset(self.scenario.pupils))
        today = self.scenario.now.date()
        return check(self.referral, self.form, self.pack, today=today, memory=memory)


def names() -> list[str]:
    """Name every scenario there is, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def tell(name: str) -> Told:
    """Read a scenario and make its referral."""
    table = _read(name)
    about: Table = {key: table.pop(key) for key in Scenario.__struct_fields__ if key in table}
    scenario = msgspec.convert(about, Scenario)
    answers = _value(table, "", scenario.now.date())
    head = {
        "id": f"r-{name}",
        "reference": "FFD-2026-0001",
        "council": scenario.council,
        "form": scenario.form,
    }
    return Told(name, scenario, msgspec.convert({**head, **dict(_table(answers))}, Referral))


def _read(name: str) -> Table:
    table: Table = msgspec.toml.decode((FOLDER / f"{name}.toml").read_bytes(), type=Table)
    beginning = str(table.pop("from", ""))
    without = table.pop("without", [])
    if not beginning:
        return table
    base = _read(beginning)
    for told_once in ("expected", "not_wanted", "phone", "written", "kept"):
        base.pop(told_once, None)
    merged = _merged(base, table)
    for path in without if isinstance(without, list) else []:
        _take_out(merged, str(path).split("."))
    return merged


def _merged(base: Table, over: Table) -> Table:
    """Lay one table over another, tables within them likewise."""
    found = dict(base)
    for key, value in over.items():
        below = found.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        found[key] = _merged(_table(below), _table(value)) if both else value
    return found


def _take_out(table: Table, steps: list[str]) -> None:
    """Take an item out; a step that leads nowhere is a slip in the scenario."""
    for step in steps[:-1]:
        table = _table(table[step])
    del table[steps[-1]]


def _table(value: object) -> Table:
    if not isinstance(value, dict):
        raise TypeError("a table was expected")
    return value


def _value(value: object, path: str, today: date) -> object:
    """Turn what the file says into what the model holds."""
    if isinstance(value, dict):
        kind = type_at(Referral, path) if path else Referral
        if _is_list_of_items(kind):
            return [
                {"id": key, **_table(_value(item, f"{path}[]", today))}
                for key, item in value.items()
            ]
        return {
            key: made
            for key, one in value.items()
            if (made := _value(one, f"{path}.{key}".lstrip("."), today)) is not None
        }
    if isinstance(value, datetime):
        return msgspec.to_builtins(on(value.date(), time=f"{value:%H:%M}"))
    if isinstance(value, date):
        return msgspec.to_builtins(on(value))
    return _words(value, path, today) if isinstance(value, str) else value


def _words(value: str, path: str, today: date) -> object:
    if value == _BLANK:
        return None
    if value.startswith("@"):
        return msgspec.to_builtins(_ABSENT[value])
    if PartDate in members(type_at(Referral, path)):
        return msgspec.to_builtins(read_date(value, today=today))
    return value.strip()


def _is_list_of_items(kind: object) -> bool:
    arguments = getattr(kind, "__args__", ())
    return bool(arguments) and isinstance(arguments[0], type) and issubclass(arguments[0], Item)


def words_of(told: Told) -> str:
    """Give everything that the referral says, for looking up a near miss."""
    return msgspec.json.encode(told.referral).decode().replace("\\n", " ")


def as_lines(findings: Mapping[str, Finding]) -> str:
    """Write findings for a person who mends a scenario."""
    return "\n".join(f"{one.grade.value}: {one.id} — {one.what}" for one in findings.values())
