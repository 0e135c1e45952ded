"""What an edit is about, in the words of the forms: the question, the item, the answer.

Never leaves a place out: one that no form asks for is called by its own name in the referral.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ffd_desktop.councils.pack import Field, Form, Section
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.paths import UnknownPath, read
from ffd_desktop.referral.people import (
    Address,
    Child,
    Item,
    Partnership,
    Person,
    Professional,
    Relationship,
    SiblingTie,
)

_IN_A_LIST: Final = re.compile(r"(?P<list>[^\[\]]+)\[(?P<id>[^\]]+)\](?:\.(?P<attribute>.+))?")
_FIXED: Final = {
    "council": "Council",
    "form": "Form",
    "pack_version": "Version of the council\u2019s questions",
    "reference": "Reference",
    "replies": "Answer to what a check found",
}
_PAIR: Final = {
    Relationship: ("child", "person"),
    SiblingTie: ("first", "second"),
    Partnership: ("first", "second"),
}


class Place:
    """One place of a referral: ``list`` and ``id`` for an item of a list, its ``attribute``."""

    def __init__(self, path: str) -> None:
        found = None if path.startswith("local[") else _IN_A_LIST.fullmatch(path)
        self.path = path
        self.list = found["list"] if found else ""
        self.id = found["id"] if found else ""
        self.attribute = (found["attribute"] or "") if found else path

    @property
    def is_item(self) -> bool:
        """Whether it is a whole item."""
        return bool(self.id) and not self.attribute


class Questions:
    """What the questions of several forms are called; the first form that asks one names it."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._fields: dict[str, Field] = {}
        self._sections: dict[str, list[Section]] = {}
        for form in forms:
            for section in form.sections:
                if section.repeats:
                    self._sections.setdefault(section.repeats, []).append(section)
                for field in section.fields:
                    self._fields.setdefault(field.path, field)

    def label(self, place: Place) -> str:
        """Say what is asked there; of a whole item, what it is."""
        if place.is_item:
            return self._item_name(place.list)
        field = self.field(place)
        if field is not None:
            return field.label
        root = (place.list or place.path).partition(".")[0].partition("[")[0]
        return _FIXED.get(root) or _plain(place.attribute)

    def field(self, place: Place) -> Field | None:
        """Find the question of a place."""
        path = f"{place.list}[].{place.attribute}" if place.id else place.path
        return self._fields.get(path)

    def words(self, place: Place, wording: Wording) -> str:
        """Say what stands there; nothing for a blank or where the place is not there."""
        value = _read(wording.referral, place.path)
        if isinstance(value, Item):
            return "\n".join(self._parts(place, value, wording)) or "Nothing answered yet"
        field = self.field(place)
        return _of(field, value, wording) if field is not None else _untyped(value)

    def _parts(self, place: Place, item: Item, wording: Wording) -> Iterator[str]:
        """Yield each answer of an item, of the questions that are asked of it."""
        asked = f"{place.list}[]."
        for path, field in self._fields.items():
            if path.startswith(asked):
                value = _read(item, field.attribute)
                if is_answered(value) and value != () and value is not False:
                    yield f"{field.label}: {_of(field, value, wording)}"

    def item(self, place: Place, *at: Wording) -> str:
        """Name the item of a place, by the first wording that knows it; nothing outside a list."""
        for wording in at:
            found = _read(wording.referral, f"{place.list}[{place.id}]") if place.id else None
            if isinstance(found, Item):
                return self._named(place, found, wording)
        return ""

    def _named(self, place: Place, item: Item, wording: Wording) -> str:
        match item:
            case Child() | Person():
                return wording.someone(item.id)
            case Professional() if is_answered(item.name):
                return said(item.name)
            case Address() if is_answered(item.lines):
                return said(item.lines).partition("\n")[0]
            case Relationship() | SiblingTie() | Partnership():
                return " and ".join(wording.someone(getattr(item, n)) for n in _PAIR[type(item)])
        told = wording.thing(item.id)
        if told != item.id:
            return told
        among = _read(wording.referral, place.list)
        ids = [one.id for one in among] if isinstance(among, tuple) else []
        return f"{self._item_name(place.list)} {ids.index(item.id) + 1}"

    def _item_name(self, listed: str) -> str:
        sections = self._sections.get(listed, ())
        name = next((one.item_name for one in sections if one.item_name), "")
        return (name[:1].upper() + name[1:]) if name else _FIXED.get(listed) or _plain(listed)


def _read(root: object, path: str) -> object:
    try:
        return read(root, path)
    except UnknownPath:
        return None


def _of(field: Field, value: object, wording: Wording) -> str:
    return "; ".join(one for one in wording.values(field, value) if one)


def _untyped(value: object) -> str:
    """Give the words of a value that no form asks for; a thing inside a thing only as present."""
    if isinstance(value, tuple) and not all(isinstance(one, str) for one in value):
        return "1 entry" if len(value) == 1 else f"{len(value)} entries" if value else ""
    return said(value) if isinstance(value, str | bool | int | float | tuple) or value else ""


def _plain(name: str) -> str:
    words = name.rpartition(".")[2].replace("_", " ").replace("[", " ").replace("]", "").strip()
    return words[:1].upper() + words[1:]
