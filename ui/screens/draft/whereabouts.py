"""Where an answer stands in a form: its section and, in one that repeats, its item. Pure."""

from __future__ import annotations

import re

import msgspec

from ffd_desktop.councils.forms import Form, Section
from ffd_desktop.referral.model import Referral
from ui.screens.draft.watching import plain

_ITEM = re.compile(r"([a-z_.]+)\[([^\]]+)\](?:\.([a-z_]+))?")
RELATIONSHIPS = "relationships"
_WITH_WHO_LIVES_THERE = frozenset({"", "lines", "postcode"})
MARKS = "injuries"
EVENTS = "events"
INDICATORS = "indicators"


class Spot(msgspec.Struct, frozen=True):
    """A place in a form.

    Attributes:
        section: Key of the section.
        item: Id of the item, in a section that repeats; empty for none.
        path: Path of the answer; empty for the section or item as a whole.
    """

    section: str
    item: str = ""
    path: str = ""


def item_of(path: str) -> tuple[str, str, str]:
    """Split a path into list, id and attribute; empty strings for what it has not."""
    match = None if path.startswith("local[") else _ITEM.fullmatch(path)
    return (match[1], match[2], match[3] or "") if match else ("", "", "")


def spot_of(form: Form, referral: Referral, path: str) -> Spot | None:
    """Find where a path stands; ``None`` when the form asks for no such thing."""
    items, item_id, attribute = item_of(path)
    if items == "addresses" and attribute in _WITH_WHO_LIVES_THERE:
        return _dweller(form, referral, item_id)
    if not items:
        section = next((one for one in form.sections if _asks(one, path)), None)
        return Spot(section.key, path=path) if section else None
    sections = [one for one in form.sections if one.repeats == items]
    if not attribute:  # an item as a whole stands where its list is shown whole
        sections.sort(key=lambda one: one.where is not None)
    asking = [one for one in sections if not attribute or _asks(one, path)]
    holding = [one for one in asking if any(it.id == item_id for it in one.of(referral))]
    if holding:
        return Spot(holding[0].key, item_id, path if attribute else "")
    return Spot(asking[0].key) if asking else None


def first_spot(form: Form, *wanted: str) -> Spot:
    """Give the first of the wanted sections that the form has, or its very first."""
    keys = [one.key for one in form.sections]
    return Spot(next((key for key in wanted if key in keys), keys[0]))


def _asks(section: Section, path: str) -> bool:
    asked = plain(path)
    return any(plain(field.path) == asked for field in section.fields)


def _dweller(form: Form, referral: Referral, address_id: str) -> Spot | None:
    """Find somebody who lives at an address: that is where it is written."""
    for items in ("children", "people"):
        for one in getattr(referral, items):
            for name in ("home", "second_home"):
                if getattr(one, name, None) == address_id:
                    return spot_of(form, referral, f"{items}[{one.id}].{name}")
    return None
