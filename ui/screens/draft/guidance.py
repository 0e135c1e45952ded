"""The guidance beside a draft: what the focused question is about, prompts, levels, and sources.

Shows the pack's own words and where they come from; decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Field, FieldKind, Section
from ffd_desktop.councils.pack import Level
from ui.style.tokens import SPACE
from ui.widgets.panel import empty, fill
from ui.widgets.words import Kind, Words

NOTHING_MORE = "There is no more guidance on this question. Write what you know, in your own words."


class Guidance(QWidget):
    """Words about one question, or about a section while no question has the focus."""

    def __init__(self, levels: tuple[Level, ...]) -> None:
        super().__init__()
        self._levels = levels
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.medium)

    def show_section(self, section: Section) -> None:
        """Speak of a whole section."""
        self._show(section, _section_words(section))

    def show_field(self, field: Field, section: Section) -> None:
        """Speak of one question, and of the levels where its section is about them."""
        about_levels = any(one.kind is FieldKind.LEVEL for one in section.fields)
        self._show(field, _field_words(field, self._levels if about_levels else ()))

    def _show(self, about: object, words: Iterator[QWidget]) -> None:
        if about == self._shown:
            return
        self._shown = about
        empty(self._column)
        fill(self._column, *words)
        self._column.addStretch(1)


def _section_words(section: Section) -> Iterator[QWidget]:
    yield Words(section.title, Kind.STRONG)
    if section.intro:
        yield Words(section.intro)
    yield from _source(section.source)


def _field_words(field: Field, levels: tuple[Level, ...]) -> Iterator[QWidget]:
    yield Words(field.label, Kind.STRONG)
    if field.help:
        yield Words(field.help)
    if field.guiding:
        yield Words("To think about", Kind.LABEL)
        yield from (Words(f"•  {one}") for one in field.guiding)
    if not field.help and not field.guiding and not levels:
        yield Words(NOTHING_MORE, Kind.HINT)
    yield from _source(field.source)
    whole = field.kind is not FieldKind.LEVEL
    yield from (_level(one, whole=whole) for one in levels)


def _level(level: Level, *, whole: bool) -> QWidget:
    """Show a level; its meaning only where the question does not show it itself."""
    card = QFrame()
    card.setProperty("card", "sunken")
    column = QVBoxLayout(card)
    column.setSpacing(SPACE.tight)
    consent = f"Consent: {level.consent.words}" if level.consent.words else ""
    for text, kind in (
        (f"Level {level.number}: {level.name}", Kind.STRONG),
        (level.meaning if whole else "", Kind.SMALL),
        (f"Graded Care Profile: {level.graded_care}" if level.graded_care else "", Kind.SMALL),
        (consent, Kind.SMALL),
        (level.consent.doubt, Kind.HINT),
        (f"Source: {level.source}", Kind.HINT),
    ):
        if text:
            column.addWidget(Words(text, kind))
    return card


def _source(source: str) -> Iterator[QWidget]:
    if source:
        yield Words(f"Source: {source}", Kind.HINT)
