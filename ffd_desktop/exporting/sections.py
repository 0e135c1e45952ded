"""The form on paper: its sections in their order, each question with its answer.

Questions that nobody answered are left out and counted; an honest absence is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from ffd_desktop.councils.conditions import holds
from ffd_desktop.councils.pack import Field, Form, Section
from ffd_desktop.exporting import outline
from ffd_desktop.exporting.chronology import chronology
from ffd_desktop.exporting.items import (
    SIDE_BY_SIDE,
    Said,
    Spoken,
    one_below_the_other,
    side_by_side,
)
from ffd_desktop.exporting.outline import AnyBlock, BulletList, Heading, Paragraph
from ffd_desktop.exporting.people_grid import people_grid
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.paths import read
from ffd_desktop.referral.people import Child, Item, Person, Professional

_TABLES: Final = {"relationships": people_grid, "events": chronology}
_NO_LONGER_ASKED: Final = "Answered earlier; the form does not ask this any more:"


class LeftOut(msgspec.Struct):
    """The questions that were asked and not answered, and the lists that are empty."""

    questions: list[tuple[str, str]] = []
    lists: list[str] = []


def form_sections(form: Form, wording: Wording) -> Iterator[AnyBlock]:
    """Yield the sections of a form, and at the end what was left out."""
    left_out = LeftOut()
    for section in form.sections:
        blocks = tuple(_section(section, wording, left_out))
        if blocks:
            title = section.on_paper or section.title
            yield outline.Section((Heading(2, title, section.key), *blocks))
    yield from _left_out(left_out)


def _section(section: Section, wording: Wording, left_out: LeftOut) -> Iterator[AnyBlock]:
    if not section.repeats:
        yield from _once(list(_said(section, None, wording, left_out)))
        return
    items = section.of(wording.referral)
    if not items:
        left_out.lists.append(section.on_paper or section.title)
        return
    table = _TABLES.get(section.repeats)
    if table:
        yield from table(wording)
        return
    spoken = [
        Spoken(
            _item_title(section, item, number, wording),
            tuple(_said(section, item, wording, left_out)),
        )
        for number, item in enumerate(items, start=1)
    ]
    yield from (side_by_side if section.repeats in SIDE_BY_SIDE else one_below_the_other)(spoken)


def _once(said: list[Said]) -> Iterator[AnyBlock]:
    """Yield the answers of a section that is asked once; hidden ones last, and said to be so."""
    yield from (one.answer for one in said if one.answer and one.is_asked)
    hidden = [one.answer for one in said if one.answer and not one.is_asked]
    if hidden:
        yield Paragraph(_NO_LONGER_ASKED, outline.ParagraphStyle.QUIET)
        yield from hidden


def _said(
    section: Section, item: Item | None, wording: Wording, left_out: LeftOut
) -> Iterator[Said]:
    for field in section.fields:
        is_asked = holds(field.shown_when, wording.referral, item)
        path, value = _at(field, section, item, wording)
        if is_answered(value):
            answer = wording.answer(field, value, wording.referral.origins.get(path))
            yield Said(field, answer, is_asked)
            continue
        if is_asked:
            left_out.questions.append((section.on_paper or section.title, field.label))
        yield Said(field, None, is_asked)


def _at(field: Field, section: Section, item: Item | None, wording: Wording) -> tuple[str, object]:
    if item is None:
        return field.path, read(wording.referral, field.path)
    path = f"{section.repeats}[{item.id}].{field.attribute}"
    return path, read(item, field.attribute)


def _item_title(section: Section, item: Item, number: int, wording: Wording) -> str:
    if isinstance(item, Child | Person):
        return wording.someone(item.id)
    if isinstance(item, Professional) and is_answered(item.name):
        return said(item.name)
    return f"{section.item_name.capitalize()} {number}"


def _left_out(left_out: LeftOut) -> Iterator[AnyBlock]:
    """Say how much was left out, so that nobody takes silence for an answer."""
    if not left_out.questions and not left_out.lists:
        return
    blocks: list[AnyBlock] = [Heading(2, "What is not here", "left_out")]
    count = len(left_out.questions)
    if count:
        words = "1 question was" if count == 1 else f"{count} questions were"
        blocks.append(Paragraph(f"{words} not answered and left out:"))
        blocks.append(BulletList(tuple(_by_section(left_out.questions))))
    if left_out.lists:
        blocks.append(Paragraph("Nothing was entered under: " + "; ".join(left_out.lists) + "."))
    yield outline.Section(tuple(blocks))


def _by_section(questions: list[tuple[str, str]]) -> Iterator[str]:
    sections: dict[str, dict[str, int]] = {}
    for section, label in questions:
        counts = sections.setdefault(section, {})
        counts[label] = counts.get(label, 0) + 1
    for section, counts in sections.items():
        labels = (label if n == 1 else f"{label} ({n} times)" for label, n in counts.items())
        yield f"{section}: {'; '.join(labels)}"
