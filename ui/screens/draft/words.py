"""How an answer and an item read in words: for summaries, for finding, for the grid. Pure."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from ffd_desktop.councils.forms import Field, FieldKind, Section
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.concerned import whom_in_words
from ffd_desktop.referral.dates import PartDate, age_on
from ffd_desktop.referral.naming import called
from ffd_desktop.referral.people import Address, Child, Item, Person
from ffd_desktop.referral.private import Private
from ui.editors.context import Choice, EditorContext

_TITLES: dict[str, tuple[str, ...]] = {
    "children": ("name",),
    "people": ("name",),
    "professionals": ("name",),
    "addresses": ("lines", "postcode"),
    "calls": ("to", "when"),
    "consent.conversations": ("person", "when"),
    "statements": ("text",),
    "events": ("when", "what"),
    "examinations": ("child", "when"),
    "injuries": ("site", "kind"),
    "partnerships": ("first", "second"),
    "sibling_ties": ("first", "second"),
    "help_tried": ("what",),
    "dangers": ("danger",),
    "attachments": ("title",),
}
_NOTES: dict[str, tuple[str, ...]] = {
    "people": ("role", "phone"),
    "professionals": ("role", "organisation"),
    "calls": ("spoke_to", "number"),
    "consent.conversations": ("how", "result"),
    "statements": ("when", "certainty"),
    "events": ("source",),
    "examinations": ("seen_by", "where"),
    "injuries": ("child", "seen_on"),
    "partnerships": ("kind", "since"),
    "sibling_ties": ("kind",),
    "help_tried": ("dates", "outcome"),
    "attachments": ("kind", "date"),
}
_OWN_WORDS = frozenset({"name", "lines", "postcode"})
LONGEST = 80


class Summary(Private, frozen=True):
    """An item on one line: what it is, a quieter note, and which children it concerns."""

    title: str
    note: str = ""
    whom: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All together."""
        concerns = f"concerns: {', '.join(self.whom)}" if self.whom else ""
        return ", ".join(part for part in (self.title, self.note, concerns) if part)


def answer_words(field: Field, value: object, context: EditorContext) -> str:
    """Give an answer as a person reads it; empty for none."""
    match value:
        case None:
            return ""
        case NotKnown() as absent:
            return absent.words
        case PartDate() as when:
            return when.words()
        case bool() as yes:
            return "Yes" if yes else "No"
        case int() as number:
            return str(number)
        case str() as one:
            return _chosen_words(field, one, context)
        case tuple() as several:
            return ", ".join(_chosen_words(field, str(one), context) for one in several)
        case _:
            return ""


def _chosen_words(field: Field, chosen: str, context: EditorContext) -> str:
    return next((one.words for one in _choices(field, context) if one.id == chosen), chosen)


def _choices(field: Field, context: EditorContext) -> tuple[Choice, ...]:
    match field.kind:
        case FieldKind.TEXT | FieldKind.LONG_TEXT | FieldKind.DATE:
            return ()
        case FieldKind.YES_NO | FieldKind.NUMBER:
            return ()
        case FieldKind.CODE | FieldKind.CODES:
            return context.codes(field.codes)
        case FieldKind.CHILD | FieldKind.CHILDREN:
            return context.children
        case FieldKind.PERSON | FieldKind.PEOPLE:
            return context.people
        case FieldKind.EVIDENCE:
            return context.evidence
        case FieldKind.ADDRESS:
            return tuple(Choice(one.id, one.words) for one in context.addresses)
        case FieldKind.LEVEL:
            return tuple(Choice(one.code, one.name) for one in context.levels)
        case _:
            assert_never(field.kind)


def summary(section: Section, item: Item, context: EditorContext, *, number: int) -> Summary:
    """Sum an item up on one line; ``number`` names one of which nothing is said yet."""
    asked = {field.attribute: field for field in section.fields}
    title = _joined(section, _TITLES, item, asked, context, " · ")
    note = _joined(section, _NOTES, item, asked, context, ", ")
    if isinstance(item, Child):
        note = ", ".join(part for part in (_age(item, context.today), _referred(item)) if part)
    if isinstance(item, Child):
        title = called(item)
    elif not title and isinstance(item, Person):
        title = next((one.words for one in context.people if one.id == item.id), "")
    note = "  ".join(part for part in (_shortened(note), _care(item, context)) if part)
    shown = _shortened(title) or _nameless(section, number)
    return Summary(shown, note, _whom(section, item, context))


def _care(item: Item, context: EditorContext) -> str:
    """Say what has to be taken care of with somebody, or from whom an address is kept."""
    if isinstance(item, Child | Person):
        everyone = (*context.children, *context.people)
        return next((one.care for one in everyone if one.id == item.id), "")
    if isinstance(item, Address):
        return next((one.kept for one in context.addresses if one.id == item.id), "")
    return ""


def _whom(section: Section, item: Item, context: EditorContext) -> tuple[str, ...]:
    """Say whom an item concerns, where that is asked and the family has several children."""
    field = next((one for one in section.fields if one.says_whom), None)
    if field is None or len(context.children) < 2:
        return ()
    names = {one.id: one.short or one.words for one in context.children}
    referred = [one for one in names if one not in context.not_referred]
    return whom_in_words(getattr(item, field.attribute), names, referred=referred)


def _nameless(section: Section, number: int) -> str:
    return f"{(section.item_name or 'item').capitalize()} {number}"


def _joined(
    section: Section,
    table: dict[str, tuple[str, ...]],
    item: Item,
    asked: dict[str, Field],
    context: EditorContext,
    mark: str,
) -> str:
    parts = (
        _attribute_words(item, name, asked, context) for name in table.get(section.repeats, ())
    )
    return mark.join(part for part in parts if part)


def _attribute_words(item: Item, name: str, asked: dict[str, Field], context: EditorContext) -> str:
    value = getattr(item, name)
    if isinstance(value, NotKnown):
        return ""
    if name in asked:
        return answer_words(asked[name], value, context)
    if isinstance(value, PartDate):
        return value.words()
    return value if isinstance(value, str) and name in _OWN_WORDS else ""


def _referred(child: Child) -> str:
    return "referred" if child.referred else "not referred"


def _age(child: Child, today: date) -> str:
    born = child.date_of_birth
    if not isinstance(born, PartDate):
        return ""
    ages = age_on(born, today)
    if ages is None:
        return born.words()
    low, high = ages
    return str(high) if low == high else f"{low} or {high}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0] + " …"
