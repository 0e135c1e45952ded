"""Repeated sections on paper: people side by side, other items one below the other.

Keeps every answer; only chooses between a grid, a list of answers and one tight paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from ffd_desktop.councils.pack import Field, FieldKind
from ffd_desktop.exporting.outline import Answer, AnyBlock, Heading, Table

T = TypeVar("T")

_ABREAST: Final = 4  # more than this do not fit side by side on paper
_SHORT: Final = 80  # characters that a cell takes without growing tall
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
        """Return the answers that there are."""
        return [one.answer for one in self.said if one.answer]


def abreast(items: Sequence[T]) -> list[Sequence[T]]:
    """Return the items in even groups that fit side by side on paper."""
    groups = -(-len(items) // _ABREAST)
    size = -(-len(items) // groups) if groups else 1
    return [items[start : start + size] for start in range(0, len(items), size)]


def side_by_side(items: Sequence[Spoken]) -> Iterator[AnyBlock]:
    """Yield people as columns of a grid, and below it what is too long for a cell."""
    if len(items) == 1:
        yield Heading(3, items[0].title)
        yield from items[0].answers()
        return
    rows = range(len(items[0].said))
    long = {row for row in rows if any(_is_long(item.said[row].answer) for item in items)}
    for group in abreast(items):
        cells = tuple(
            _row(group, row)
            for row in rows
            if row not in long and any(item.said[row].answer for item in group)
        )
        if cells:
            yield Table(
                ("Question", *(item.title for item in group)),
                cells,
                row_header=True,
                shares=(1.15, *(1.0 for _ in group)),
            )
    for item in items:
        answers = [one for row in sorted(long) if (one := item.said[row].answer)]
        if answers:
            yield Heading(3, item.title)
            yield from answers


def one_below_the_other(items: Sequence[Spoken]) -> Iterator[AnyBlock]:
    """Yield each item as one answer: its long words each on their own, its short ones together."""
    for item in items:
        values = tuple(_paragraphs(item))
        if values:
            yield Answer(item.title, values)


def _is_long(answer: Answer | None) -> bool:
    return answer is not None and sum(map(len, answer.values)) > _SHORT


def _row(group: Sequence[Spoken], row: int) -> tuple[str, ...]:
    return (group[0].said[row].field.label, *(_cell(item.said[row]) for item in group))


def _cell(said: Said) -> str:
    if said.answer is None:
        return "Not answered" if said.is_asked else "\u2013"
    return "\n".join((*said.answer.values, *([said.answer.note] if said.answer.note else [])))


def _paragraphs(item: Spoken) -> Iterator[str]:
    short: list[str] = []
    for number, one in enumerate(item.said):
        if one.answer is None:
            continue
        words = ", ".join(one.answer.values)
        if one.answer.note:
            words += f" ({one.answer.note})"
        if one.field.kind is not FieldKind.LONG_TEXT:
            short.append(_labelled(one.field.label, words))
            continue
        if short:
            yield " \u00b7 ".join(short)
            short = []
        yield words if number == 0 else _labelled(one.field.label, words)
    if short:
        yield " \u00b7 ".join(short)


def _labelled(label: str, words: str) -> str:
    return f"{label} {words}" if label.endswith("?") else f"{label}: {words}"
