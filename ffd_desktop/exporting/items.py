"""Repeated sections on paper: people side by side, other items one below the other.

Keeps every answer; only chooses between a grid, a list of answers and one tight paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple, TypeVar

import msgspec

from ffd_desktop.councils.pack import Field, FieldKind
from ffd_desktop.exporting.outline import Answer, AnyBlock, Heading, Table
from ffd_desktop.referral.people import Child, Item

T = TypeVar("T")

_ABREAST: Final = 4  # more than this do not fit side by side on paper
_SHORT: Final = 80  # characters that a cell takes without growing tall
_APART: Final = "\u00a0\u00b7 "  # the dot never begins a line
TAKE_CARE: Final = "Take care"
NOTHING: Final = "\u2013"  # a cell of whom the question is not asked
SIDE_BY_SIDE: Final = frozenset({"children", "people", "professionals"})


class Said(NamedTuple):
    """A question, its answer where there is one, and whether it was asked of this item."""

    field: Field
    answer: Answer | None
    is_asked: bool


class Spoken(NamedTuple):
    """An item's title and what is said of it, question by question in the form's order."""

    title: str
    said: tuple[Said, ...]

    def answers(self) -> list[Answer]:
        """Return the answers that there are, what asks for care said once and first."""
        care = self.care()
        answers = [_without_note(one.answer) for one in self.said if one.answer]
        return [Answer(TAKE_CARE, (care,)), *answers] if care else answers

    def care(self) -> str:
        """Return once what is to be taken care of with this item."""
        notes = (one.answer.note for one in self.said if one.answer and one.answer.note)
        return " ".join(dict.fromkeys(notes))


class _Grid(NamedTuple):
    """Some of the people, and which questions stand in the rows of their grid."""

    group: Sequence[Spoken]
    rows: tuple[int, ...]


def abreast(items: Sequence[T]) -> list[Sequence[T]]:
    """Return the items in even groups that fit side by side on paper."""
    groups = -(-len(items) // _ABREAST)
    size = -(-len(items) // groups) if groups else 1
    return [items[start : start + size] for start in range(0, len(items), size)]


def referred_first(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the children who are referred first; everything else stands as it was entered."""
    return tuple(sorted(items, key=lambda one: isinstance(one, Child) and not one.referred))


def side_by_side(items: Sequence[Spoken]) -> Iterator[AnyBlock]:
    """Yield people as columns of a grid, and below it what is too long for a cell."""
    if len(items) == 1:
        yield Heading(3, items[0].title)
        yield from items[0].answers()
        return
    for grid in _grids(items):
        cells = tuple(_cells(grid))
        if cells:
            yield Table(
                ("Question", *(item.title for item in grid.group)),
                cells,
                row_header=True,
                shares=(1.15, *(1.0 for _ in grid.group)),
            )
    yield from _below(items)


def _below(items: Sequence[Spoken]) -> Iterator[AnyBlock]:
    """Yield the long answers: under each person's name, or of one question by person."""
    long = sorted(_long(items))
    told = [(item, one) for item in items for row in long if (one := item.said[row].answer)]
    if len(long) == 1:
        yield Heading(3, told[0][1].label)
        yield from (msgspec.structs.replace(one, label=item.title, note="") for item, one in told)
        return
    for item, answers in groupby(told, key=itemgetter(0)):
        yield Heading(3, item.title)
        yield from (_without_note(one) for _, one in answers)


def unsaid_beside(items: Sequence[Spoken]) -> Iterator[Field]:
    """Yield a question each time that nobody answered it and ``side_by_side`` does not show so."""
    for grid in _grids(items):
        for item in grid.group:
            yield from unsaid(one for row, one in enumerate(item.said) if row not in grid.rows)


def unsaid(said: Iterable[Said]) -> Iterator[Field]:
    """Yield the questions that were asked and not answered."""
    return (one.field for one in said if one.is_asked and one.answer is None)


def _grids(items: Sequence[Spoken]) -> Iterator[_Grid]:
    long = _long(items)
    for group in abreast(items):
        rows = (
            row
            for row in range(len(group[0].said))
            if row not in long and any(item.said[row].answer for item in group)
        )
        yield _Grid(group, tuple(rows) if len(items) > 1 else ())


def _long(items: Sequence[Spoken]) -> set[int]:
    rows = range(len(items[0].said))
    return {row for row in rows if any(_is_long(item.said[row].answer) for item in items)}


def _cells(grid: _Grid) -> Iterator[tuple[str, ...]]:
    cares = [item.care() for item in grid.group]
    if any(cares):
        yield (TAKE_CARE, *(care or NOTHING for care in cares))
    for row in grid.rows:
        label = grid.group[0].said[row].field.label
        yield (label, *(_cell(item.said[row]) for item in grid.group))


def one_below_the_other(items: Sequence[Spoken]) -> Iterator[AnyBlock]:
    """Yield each item as one answer: its long words each on their own, its short ones together."""
    for item in items:
        values = tuple(_paragraphs(item))
        if values:
            yield Answer(item.title, values)


def _is_long(answer: Answer | None) -> bool:
    return answer is not None and sum(map(len, answer.values)) > _SHORT


def _cell(said: Said) -> str:
    if said.answer is None:
        return "Not answered" if said.is_asked else NOTHING
    return "\n".join(said.answer.values)


def _without_note(answer: Answer) -> Answer:
    return msgspec.structs.replace(answer, note="")


def _paragraphs(item: Spoken) -> Iterator[str]:
    care = item.care()
    if care:
        yield f"{TAKE_CARE}: {care}"
    short: list[str] = []
    for number, one in enumerate(item.said):
        if one.answer is None:
            continue
        words = ", ".join(one.answer.values)
        if one.field.kind is not FieldKind.LONG_TEXT:
            short.append(_labelled(one.field.label, words))
            continue
        if short:
            yield _APART.join(short)
            short = []
        yield words if number == 0 else _labelled(one.field.label, words)
    if short:
        yield _APART.join(short)


def _labelled(label: str, words: str) -> str:
    return f"{label} {words}" if label.endswith("?") else f"{label}: {words}"
