"""The form on paper: its sections in their order, each question with its answer.

Questions that nobody answered are left out and counted; an honest absence is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from ffd_desktop.councils.conditions import holds
from ffd_desktop.councils.pack import Field, Form, Section
from ffd_desktop.drafting.referring import own_answers
from ffd_desktop.exporting import outline
from ffd_desktop.exporting.attached import attached
from ffd_desktop.exporting.body_map import body_map, occasions
from ffd_desktop.exporting.chronology import chronology
from ffd_desktop.exporting.family_picture import family_picture
from ffd_desktop.exporting.indicators import indicators, replies
from ffd_desktop.exporting.items import (
    NOTHING,
    SIDE_BY_SIDE,
    Said,
    Spoken,
    one_below_the_other,
    referred_first,
    side_by_side,
    unsaid,
    unsaid_beside,
)
from ffd_desktop.exporting.left_out import LeftOut
from ffd_desktop.exporting.outline import Answer, AnyBlock, Heading, Paragraph, walk
from ffd_desktop.exporting.people_grid import people_grid
from ffd_desktop.exporting.related import related
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.keeping import NOT_SAFE, unsafe_phones
from ffd_desktop.referral.paths import read
from ffd_desktop.referral.people import Child, Item, Partnership, Person, Professional, SiblingTie

_MAPPED: Final = {"examinations": occasions, "injuries": body_map}
_TWO: Final = ("first", "second")
_FOLLOWS: Final = "sibling_ties"
_DRAWN: Final = {"relationships": family_picture}
_TABLES: Final = {
    "relationships": people_grid,
    "events": chronology,
    "attachments": attached,
    "indicators": indicators,
}
_EACH_CHILD: Final = "Each child who is referred"
_JUDGED: Final = "judgement.reason"
_NO_LONGER_ASKED: Final = "Answered earlier; the form does not ask this any more:"


def form_sections(
    form: Form, wording: Wording, *, counts_what_is_left: bool = True
) -> Iterator[AnyBlock]:
    """Yield how to read it, the sections of a form, and at the end what was left out.

    Where answers were taken out of the referral, ``counts_what_is_left`` is no: they would be
    counted as questions that nobody answered.
    """
    left_out = LeftOut(wording.reader)
    sections: list[AnyBlock] = []
    own, at = _own_parts(form)
    for section in form.sections:
        if section.key == at:
            title, blocks = _EACH_CHILD, tuple(_child_by_child(own, wording, left_out))
        elif section in own:
            continue
        else:
            title, blocks = _title(section), tuple(_section(section, wording, left_out))
        if blocks:
            sections.append(outline.Section((Heading(2, title, section.key), *blocks)))
    left_out.kept += _kept(form, wording)
    left = left_out if counts_what_is_left else LeftOut(wording.reader)
    legend = [*wording.marks.legend(), *_dash(sections), *left.legend()]
    if legend and sections:
        yield outline.Section((Paragraph("\n".join(legend), outline.ParagraphStyle.QUIET),))
    yield from sections
    yield from left.blocks()


def _kept(form: Form, wording: Wording) -> Iterator[str]:
    """Yield who is not referred and still has answers of their own, which no section shows."""
    for child in wording.referral.children:
        answers = 0 if child.referred else len(own_answers(form, wording.referral, child))
        if answers:
            how_many = "1 answer" if answers == 1 else f"{answers} answers"
            yield f"{wording.someone(child.id)}, {how_many}"


def _own_parts(form: Form) -> tuple[tuple[Section, ...], str]:
    """Return the sections about single children who are referred, and the one they are told at.

    They stand together, child by child, where the first of them comes after the children were
    named; the reader of one child’s file then finds all of it under one name.
    """
    listed = [one.key for one in form.sections]
    whole = next((one for one in form.sections if _is_of_children(one) and one.where is None), None)
    own = tuple(one for one in form.sections if _is_of_children(one) and one.where is not None)
    named = listed.index(whole.key) if whole is not None else 0
    at = next((one.key for one in own if listed.index(one.key) > named), "")
    return (own, at) if at and len(own) > 1 else ((), "")


def _is_of_children(section: Section) -> bool:
    return section.repeats == "children"


def _child_by_child(
    own: tuple[Section, ...], wording: Wording, left_out: LeftOut
) -> Iterator[AnyBlock]:
    for section in own:
        said = [
            one for child in section.of(wording.referral) for one in _said(section, child, wording)
        ]
        left_out.note(_title(section), said, unsaid(said))
    for child in wording.referral.referred_children():
        told = (
            one
            for section in own
            if child in section.of(wording.referral)
            for one in _said(section, child, wording)
        )
        answers = Spoken(wording.titled(child.id), tuple(told)).answers()
        if answers:
            yield Heading(3, wording.titled(child.id))
            yield from answers


def _dash(sections: list[AnyBlock]) -> Iterator[str]:
    tables = (block for block in walk(tuple(sections)) if isinstance(block, outline.Table))
    if any(NOTHING in row for table in tables for row in table.rows):
        yield f"\u201c{NOTHING}\u201d in a table: the form has nothing to ask or say here."


def _section(section: Section, wording: Wording, left_out: LeftOut) -> Iterator[AnyBlock]:
    if not section.repeats:
        said = list(_said(section, None, wording))
        left_out.note(_title(section), said, unsaid(said))
        yield from _once(said)
        if any(field.path == _JUDGED for field in section.fields):
            yield from replies(wording)
        return
    items = referred_first(section.of(wording.referral))
    if drawn := _DRAWN.get(section.repeats):
        yield from drawn(wording)
    follows = tuple(related(wording)) if section.repeats == _FOLLOWS else ()
    yield from follows
    if not items:
        left_out.lists += () if follows else (_title(section),)
        return
    table = _TABLES.get(section.repeats)
    if table:
        yield from table(wording)
        return
    spoken = [
        Spoken(_item_title(section, item, number, wording), tuple(_said(section, item, wording)))
        for number, item in enumerate(items, start=1)
    ]
    everything = [one for item in spoken for one in item.said]
    if section.repeats in SIDE_BY_SIDE:
        left_out.note(_title(section), everything, unsaid_beside(spoken))
        yield from side_by_side(spoken)
    else:
        left_out.note(_title(section), everything, unsaid(everything))
        mapped = _MAPPED.get(section.repeats)
        headed = [_headed(*one) for one in zip(items, spoken, strict=True)]
        yield from mapped(wording) if mapped else one_below_the_other(headed)


def _headed(item: Item, spoken: Spoken) -> Spoken:
    """Return what is said of two people without their names, where these stand above it."""
    told = tuple(one for one in spoken.said if one.field.attribute not in _TWO)
    says_more = any(one.answer for one in told)
    return spoken._replace(said=told) if _are_two(item) and says_more else spoken


def _are_two(item: Item) -> bool:
    is_pair = isinstance(item, Partnership | SiblingTie)
    return is_pair and all(isinstance(read(item, one), str) for one in _TWO)


def _once(said: list[Said]) -> Iterator[AnyBlock]:
    """Yield the answers of a section that is asked once; hidden ones last, and said to be so."""
    yield from (one.answer for one in said if one.answer and one.is_asked)
    hidden = [one.answer for one in said if one.answer and not one.is_asked]
    if hidden:
        yield Paragraph(_NO_LONGER_ASKED, outline.ParagraphStyle.QUIET)
        yield from hidden


def _said(section: Section, item: Item | None, wording: Wording) -> Iterator[Said]:
    for field in section.fields:
        is_asked = holds(field.shown_when, wording.referral, item)
        path, value = _at(field, section, item, wording)
        answer = None
        if field.says_whom and value is None and (whom := wording.whom(None)):
            answer = Answer(field.label, (whom,))
        elif is_answered(value):
            answer = wording.answer(field, value, wording.referral.origins.get(path))
            answer = _warned(answer, field, item)
        yield Said(field, answer, is_asked)


def _warned(answer: Answer, field: Field, item: Item | None) -> Answer:
    """Mark a number that must not be rung, in words and by a shape."""
    if not isinstance(item, Child | Person) or field.attribute not in unsafe_phones(item):
        return answer
    return msgspec.structs.replace(answer, values=(*answer.values, NOT_SAFE))


def _at(field: Field, section: Section, item: Item | None, wording: Wording) -> tuple[str, object]:
    if item is None:
        return field.path, read(wording.referral, field.path)
    path = f"{section.repeats}[{item.id}].{field.attribute}"
    return path, read(item, field.attribute)


def _item_title(section: Section, item: Item, number: int, wording: Wording) -> str:
    if isinstance(item, Child | Person):
        return wording.titled(item.id)
    if _are_two(item):
        return " and ".join(wording.someone(read(item, one)) for one in _TWO)
    if isinstance(item, Professional) and is_answered(item.name):
        return said(item.name)
    return f"{section.item_name.capitalize()} {number}"


def _title(section: Section) -> str:
    return section.on_paper or section.title
