"""Proves that a pack holds together: paths lead somewhere, kinds fit, names are known and unique.

Looks at the whole pack after each table was read by itself; notes every mistake that it finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum

import msgspec

from ffd_desktop.councils.areas import ENTRY
from ffd_desktop.councils.conditions import Condition, Equals, leaves_of
from ffd_desktop.councils.hours import FRONT_DOOR, OUT_OF_HOURS
from ffd_desktop.councils.pack import ContactNumber, Field, FieldKind, Form, Grade, Pack, Section
from ffd_desktop.councils.portals import prove_portal
from ffd_desktop.councils.proving_sheets import prove_sheet
from ffd_desktop.councils.tables import Place
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import UnknownPath, members, type_at
from ffd_desktop.referral.people import Item

PlaceFor = Callable[[str], Place]

_TYPES: dict[FieldKind, object] = {
    FieldKind.TEXT: str,
    FieldKind.LONG_TEXT: str,
    FieldKind.DATE: PartDate,
    FieldKind.YES_NO: bool,
    FieldKind.CODE: str,
    FieldKind.CODES: tuple[str, ...],
    FieldKind.NUMBER: int,
    FieldKind.ADDRESS: str,
    FieldKind.CHILD: str,
    FieldKind.CHILDREN: tuple[str, ...],
    FieldKind.PERSON: str,
    FieldKind.PEOPLE: tuple[str, ...],
    FieldKind.EVIDENCE: tuple[str, ...],
    FieldKind.LEVEL: str,
}
_CODED = (FieldKind.CODE, FieldKind.CODES)
_EVENTS = ("written_confirmation", "decision", "outcome", "assessment")
_ROUTES = ("csc", "family_help", "marf")
_LONGEST = 1000
_HIGHEST = 9


def prove(pack: Pack, place_for: PlaceFor) -> None:
    """Note every mistake in a pack that only shows when its parts are held together."""
    _prove_top(pack, place_for("pack.toml"))
    _prove_levels(pack, place_for("levels.toml"))
    _prove_tools(pack, place_for("levels.toml"))
    _prove_codes(pack, place_for)
    for form in pack.forms:
        if form.route not in _ROUTES:
            place_for(f"forms/{form.key}.toml").wrong("route", f"is one of {', '.join(_ROUTES)}")
        prove_form(form, pack, place_for)
    for sheet in pack.sheets:
        prove_sheet(sheet, pack, place_for(f"sheets/{sheet.form}.toml"))


def _prove_top(pack: Pack, top: Place) -> None:
    if pack.valid_to is not None and pack.valid_to < pack.valid_from:
        top.wrong("valid_to", "is before valid_from")
    if pack.review_by < pack.reviewed_on:
        top.wrong("review_by", "is before reviewed_on")
    _prove_contacts(pack, top)
    _unique("clocks", (one.event for one in pack.clocks), top)
    for clock in pack.clocks:
        if clock.event not in _EVENTS:
            here = top.inside(f"clocks “{clock.event}”")
            here.wrong("event", f"is one of {', '.join(_EVENTS)}")
        _prove_amount(clock.amount, clock.unit, clock.ask, top.inside(f"clocks “{clock.event}”"))
    _in_order("stages", [one.number for one in pack.stages], top)
    for stage in pack.stages:
        _prove_amount(stage.amount, stage.unit, stage.ask, top.inside(f"stages “{stage.number}”"))
    _prove_area(pack, top.inside("area"))
    if pack.portal is not None:
        prove_portal(pack.portal, top.inside("portal"))


def _prove_contacts(pack: Pack, top: Place) -> None:
    _unique("contacts", (one.key for one in pack.contacts), top)
    for key in (FRONT_DOOR, OUT_OF_HOURS):
        if key not in {one.key for one in pack.contacts}:
            top.wrong("contacts", f"have no “{key}”")
    for contact in pack.contacts:
        _prove_hours(contact, top.inside(f"contacts “{contact.key}”"))
        _prove_where(contact, top.inside(f"contacts “{contact.key}”"))


def _unique(what: str, keys: Iterable[str], place: Place) -> None:
    for key, times in Counter(keys).items():
        if times > 1:
            place.wrong(what, f"“{key}” is there {times} times")


def _in_order(what: str, numbers: list[int], place: Place) -> None:
    if numbers != list(range(1, len(numbers) + 1)):
        place.wrong(what, "are numbered 1, 2, 3 and so on, in this order")


def _prove_hours(contact: ContactNumber, place: Place) -> None:
    if not any(mark.isdigit() for mark in contact.phone):
        place.wrong("phone", "holds no digit")
    is_answered = contact.hours or contact.out_of_hours or contact.always
    if contact.hours and contact.always:
        place.wrong("always", "does not go with hours")
    if not is_answered and not contact.ask:
        place.wrong("hours", "are missing: give them, or say in “ask” whom to ask")
    for opening in contact.hours:
        if opening.closes <= opening.opens:
            place.wrong("hours", f"close at {opening.closes} and open at {opening.opens}")
    _unique("hours", (day for one in contact.hours for day in one.days), place)
    if bool(contact.checked_by) != (contact.checked_on is not None):
        place.wrong("checked_on", "goes with checked_by")


def _prove_where(contact: ContactNumber, place: Place) -> None:
    for name in ("email", "secure_email"):
        text = str(getattr(contact, name))
        user, _, host = text.partition("@")
        if text and (not user or "." not in host.strip(".") or text.split() != [text]):
            place.wrong(name, f"“{text}” is no e-mail address")
    for name in ("phone", "address"):
        text = str(getattr(contact, name))
        if text != " ".join(text.split()):
            place.wrong(name, "is one line, without blanks around it")
    if not contact.published_in.strip():
        place.wrong("published_in", "says nothing: every number has its source")


def _prove_amount(amount: int | None, unit: object, ask: str, place: Place) -> None:
    if (amount is None) != (unit is None):
        place.wrong("unit", "goes with amount")
    if amount is not None and not 0 < amount <= _LONGEST:
        place.wrong("amount", f"is more than nothing and at most {_LONGEST}")
    if amount is None and not ask:
        place.wrong("ask", "is missing: where there is no amount, say whom to ask")


def _prove_area(pack: Pack, place: Place) -> None:
    """Note postcodes that are none, that two councils have, and a council that is its own other."""
    area = pack.area
    if area is None:
        return
    named = {"own": area.own, "shared": area.shared}
    for other in area.others:
        named[f"others “{other.name}”"] = other.postcodes
        if other.pack == pack.key:
            place.inside(f"others “{other.name}”").wrong("pack", "is this pack itself")
    for where, entries in named.items():
        for entry in entries:
            if not ENTRY.fullmatch(entry):
                place.wrong(where, f"“{entry}” is no postcode area or district, such as WR or B60")
    _unique("others", (one.name for one in area.others), place)
    _unique("postcodes", (entry for entries in named.values() for entry in entries), place)
    for code in area.la_codes:
        if not (code.isascii() and code.isdigit()):
            place.wrong("la_codes", f"“{code}” is no number of a local authority")


def _prove_levels(pack: Pack, place: Place) -> None:
    if not pack.levels:
        place.wrong("levels", "are missing")
    _unique("levels", (one.code for one in pack.levels), place)
    _unique("levels by number", (str(one.number) for one in pack.levels), place)
    for level in pack.levels:
        if not 0 < level.number <= _HIGHEST:
            place.inside(f"levels “{level.code}”").wrong("number", f"is from 1 to {_HIGHEST}")
    _unique("indicators", (one.code for one in pack.indicators), place)
    codes = {one.code for one in pack.indicators}
    for indicator in pack.indicators:
        here = place.inside(f"indicators “{indicator.code}”")
        _unique("compare", indicator.compare, here)
        if pack.level(indicator.level) is None:
            here.wrong("level", "is no level of the pack")
        for other in indicator.compare:
            if other == indicator.code or other not in codes:
                here.wrong("compare", f"“{other}” is no other indicator of the pack")


def _prove_tools(pack: Pack, place: Place) -> None:
    _unique("tools", (one.key for one in pack.tools), place)
    codes = {one.code for one in pack.indicators}
    harms = {
        code.code for one in pack.code_lists if one.key == "abuse_categories" for code in one.codes
    }
    for tool in pack.tools:
        for code in tool.indicators:
            if code not in codes:
                place.inside(f"tools “{tool.key}”").wrong(
                    "indicators", f"“{code}” is no indicator of the pack"
                )
        if tool.for_harm and tool.for_harm not in harms:
            place.inside(f"tools “{tool.key}”").wrong(
                "for_harm", f"“{tool.for_harm}” is no kind of harm"
            )


def _prove_codes(pack: Pack, place_for: PlaceFor) -> None:
    _unique("key", (one.key for one in pack.code_lists), place_for("codes"))
    for one in pack.code_lists:
        place = place_for(f"codes/{one.key}.toml")
        _unique("codes", (code.code for code in one.codes), place)
        _unique("codes", (code.label for code in one.codes), place)


def prove_form(form: Form, pack: Pack, place_for: PlaceFor) -> None:
    """Note every mistake in a form that only shows beside its pack."""
    place = place_for(f"forms/{form.key}.toml")
    _unique("sections", (section.key for section in form.sections), place)
    _unique("fields", (field.key for field in form.fields()), place)
    known = {field.key for field in form.fields()}
    _unique("front_page", form.front_page, place)
    for key in form.front_page:
        if key not in known:
            place.wrong("front_page", f"“{key}” is no field of the form")
    for section in form.sections:
        _prove_section(section, form, pack, place_for(f"forms/{form.key}/{section.key}.toml"))


def _prove_section(section: Section, form: Form, pack: Pack, place: Place) -> None:
    item = _item_of(section.repeats, place)
    if section.repeats and item is None:
        return
    if not section.fields:
        place.wrong("fields", "are missing")
    if bool(section.repeats) != bool(section.item_name):
        place.wrong("item_name", "goes with repeats")
    _prove_condition(section.where, section, form, pack, place.inside("where"))
    _prove_new_item(section, item, place)
    _unique("fields", (field.label for field in section.fields), place)
    for field in section.fields:
        at = place.inside(f"fields “{field.key}”")
        _prove_path(field, section, at)
        _prove_field(field, pack, at)
        _prove_condition(field.shown_when, section, form, pack, at.inside("shown_when"))
        if field.needed is not None:
            _prove_condition(field.needed.when, section, form, pack, at.inside("needed.when"))
            if field.needed.can_wait and field.needed.grade is Grade.MUST:
                at.inside("needed").wrong("can_wait", "stands beside “must”, which cannot wait")


def _item_of(path: str, place: Place) -> type[Item] | None:
    if not path:
        return None
    try:
        kind = type_at(Referral, f"{path}[]")
    except UnknownPath:
        kind = None
    if isinstance(kind, type) and issubclass(kind, Item):
        return kind
    place.wrong("repeats", f"“{path}” is no list of a referral")
    return None


def _prove_new_item(section: Section, item: type[Item] | None, place: Place) -> None:
    if not section.new_item:
        return
    if item is None:
        place.wrong("new_item", "goes with repeats")
        return
    try:
        msgspec.convert({**section.new_item, "id": "new"}, item)
    except msgspec.ValidationError:
        place.wrong("new_item", "does not fit an item of the list")


def _prove_path(field: Field, section: Section, place: Place) -> None:
    start = f"{section.repeats}[]." if section.repeats else ""
    inside = field.path.removeprefix(start)
    if not field.path.startswith(start) or "[]" in inside:
        place.wrong("path", f"“{field.path}” begins with “{start}”, once" if start else _ONCE)


_WRITTEN = {FieldKind.TEXT, FieldKind.LONG_TEXT}
_ONCE = "has empty brackets, and the section does not repeat"


def _prove_field(field: Field, pack: Pack, place: Place) -> None:
    try:
        kinds = members(type_at(Referral, field.path))
    except UnknownPath:
        place.wrong("path", f"“{field.path}” leads nowhere in a referral")
        return
    if _TYPES[field.kind] not in kinds:
        place.wrong("kind", f"“{field.kind}” does not fit what “{field.path}” holds")
    if field.not_known and NotKnown not in kinds:
        place.wrong("not_known", f"“{field.path}” cannot be not known: write not_known = false")
    if field.path.startswith("local[") and field.path != f"local[{field.key}]":
        place.wrong("path", "of a local answer is local[key], with the field’s own key")
    _prove_codes_of(field, pack, place)
    if (field.minimum is not None or field.maximum is not None) and (
        field.kind is not FieldKind.NUMBER
    ):
        place.wrong("minimum", "and maximum are for numbers")
    if field.spelled is not None and field.kind not in _WRITTEN:
        place.wrong("spelled", "is for text and long_text")
    if (field.help or field.guiding) and not field.source:
        place.wrong("source", "is missing: help and prompts say where they come from")


def _prove_codes_of(field: Field, pack: Pack, place: Place) -> None:
    if (field.kind in _CODED) != bool(field.codes):
        place.wrong("codes", "is for code and codes, and these need it")
    elif field.codes and field.codes not in {one.key for one in pack.code_lists}:
        place.wrong("codes", f"“{field.codes}” is no code list")


def _prove_condition(
    condition: Condition | None, section: Section, form: Form, pack: Pack, place: Place
) -> None:
    """Note paths that lead nowhere and values that the path can never hold."""
    for leaf in leaves_of(condition):
        path = f"{section.repeats}[]{leaf.path}" if leaf.path.startswith(".") else leaf.path
        try:
            kinds = members(type_at(Referral, path))
        except UnknownPath:
            place.wrong("", f"“{leaf.path}” leads nowhere")
            continue
        if isinstance(leaf, Equals):
            _prove_values(leaf, path, kinds, (form, pack), place)


def _prove_values(
    leaf: Equals, path: str, kinds: tuple[object, ...], where: tuple[Form, Pack], place: Place
) -> None:
    form, pack = where
    lists = {field.codes for field in form.fields() if field.path == path and field.codes}
    codes = [code for one in pack.code_lists if one.key in lists for code in one.codes]
    for value in leaf.values:
        wanted = {type(value), tuple[str, ...]} if isinstance(value, str) else {type(value)}
        enums = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum)]
        fits = bool(wanted & {*kinds}) or any(value in enum.__members__.values() for enum in enums)
        if not fits or (codes and value not in {code.code for code in codes}):
            place.wrong("", f"“{leaf.path}” can never be “{value}”")
