"""The transfer sheet: what to type into a council's web form, in its order, ready to copy.

Every answer of the referral's form stands on it once: in the order of the council's web form where
a pack knows it, and then what that does not ask, so that it is not forgotten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ffd_desktop.councils.conditions import holds
from ffd_desktop.councils.pack import (
    Field,
    FieldKind,
    Form,
    Pack,
    Section,
    Sheet,
    SheetPage,
    SheetQuestion,
)
from ffd_desktop.exporting.wording import UNANSWERED, Wording
from ffd_desktop.referral.answers import NotKnown, is_answered
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.splitting import split

NO_BOX: Final = "Not asked by the web form"
_CHOSEN: Final = frozenset({FieldKind.CODE, FieldKind.CODES, FieldKind.YES_NO, FieldKind.LEVEL})


class Entry(Private, frozen=True):
    """One box of the web form.

    Attributes:
        path: The answer, which also names the entry.
        asks: What the web form calls it.
        parts: What to copy, in as many parts as the box needs; none where there is no answer.
        is_choice: Whether it is chosen there, not typed.
        limit: How many characters the box takes.
    """

    path: str
    asks: str
    parts: tuple[str, ...]
    is_choice: bool = False
    limit: int | None = None

    @property
    def absent(self) -> str:
        """Words for an answer that is not there."""
        return "" if self.parts else UNANSWERED

    def mark(self, part: int) -> str:
        """Name a part by its place and its words, so that words that change count as not copied."""
        digest = hashlib.sha256(self.parts[part].encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.path}#{part}#{digest[:16]}"


class Page(Private, frozen=True):
    """One page of the web form, as it is met."""

    title: str
    entries: tuple[Entry, ...]


def pages_of(referral: Referral, form: Form, pack: Pack, *, today: date) -> tuple[Page, ...]:
    """Give the pages of the web form, each with its boxes; a page without any is left out.

    A page about items of a list comes once for each item. What is asked only under a condition
    that does not hold is left out, as on paper.
    """
    made = _Sheet(referral, form, Wording(referral, pack, today))
    sheet = pack.sheet(form.key)
    pages = made.of_web_form(sheet) if sheet else made.of_form()
    return tuple(page for page in pages if page.entries)


def is_own_order(pack: Pack, form: Form) -> bool:
    """Tell whether the form's own order stands in, since the web form's is not known."""
    return pack.sheet(form.key) is None


class _Sheet:
    """Makes the pages of one referral."""

    def __init__(self, referral: Referral, form: Form, wording: Wording) -> None:
        self._referral = referral
        self._form = form
        self._wording = wording

    def of_form(self) -> Iterator[Page]:
        """Give a page for each section, in the form's order."""
        for section in self._form.sections:
            questions = [SheetQuestion(asks=one.label, field=one.key) for one in section.fields]
            yield from self._pages(section.title, section, questions)

    def of_web_form(self, sheet: Sheet) -> Iterator[Page]:
        """Give the web form's pages, then every answer that it does not ask for."""
        asked = {one.field for page in sheet.pages for one in page.questions}
        for page in sheet.pages:
            yield from self._pages(page.title, self._section_of(page), page.questions)
        for section in self._form.sections:
            rest = [
                SheetQuestion(asks=one.label, field=one.key)
                for one in section.fields
                if one.key not in asked
            ]
            for page_of_rest in self._pages(f"{NO_BOX}: {section.title}", section, rest):
                told = tuple(one for one in page_of_rest.entries if one.parts)
                yield Page(page_of_rest.title, told)

    def _section_of(self, page: SheetPage) -> Section:
        keys = {one.field for one in page.questions}
        return next(s for s in self._form.sections if any(f.key in keys for f in s.fields))

    def _pages(
        self, title: str, section: Section, questions: Sequence[SheetQuestion]
    ) -> Iterator[Page]:
        if not section.repeats:
            yield Page(title, tuple(self._entries(questions, None)))
            return
        items = section.of(self._referral)
        for number, item in enumerate(items, start=1):
            name = f"{section.item_name} {number} of {len(items)}"
            yield Page(f"{title}: {name}", tuple(self._entries(questions, item)))

    def _entries(self, questions: Sequence[SheetQuestion], item: Item | None) -> Iterator[Entry]:
        for question in questions:
            field = self._form.field(question.field)
            if holds(field.shown_when, self._referral, item):
                yield self._entry(question, field, item)

    def _entry(self, question: SheetQuestion, field: Field, item: Item | None) -> Entry:
        path = place(field.path, item.id) if item is not None else field.path
        value = read(self._referral, path)
        words = self._words(question, field, value) if is_answered(value) else ""
        return Entry(
            path=path,
            asks=question.asks,
            parts=split(words, question.limit),
            is_choice=field.kind in _CHOSEN and not isinstance(value, NotKnown),
            limit=question.limit,
        )

    def _words(self, question: SheetQuestion, field: Field, value: object) -> str:
        if isinstance(value, NotKnown):
            return value.words
        if question.choices:
            chosen = value if isinstance(value, tuple) else (value,)
            return "\n".join(
                question.choices.get(str(one)) or self._wording.values(field, one)[0]
                for one in chosen
            )
        return "\n".join(self._wording.values(field, value))
