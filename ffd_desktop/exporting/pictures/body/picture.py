"""The body map of one occasion as drawings: its pictures with the numbered marks on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from ffd_desktop.exporting.drawing import AnyShape, Drawing, Ink, Label, Path
from ffd_desktop.exporting.outline import Figure
from ffd_desktop.exporting.pictures.body.bubbles import Bubble, bubbles
from ffd_desktop.exporting.pictures.body.marks import Group, known
from ffd_desktop.exporting.pictures.body.pen import Turn, put
from ffd_desktop.exporting.pictures.body.plates import Plate, plate, same_place
from ffd_desktop.exporting.pictures.body.telling import VIEWS, view_words
from ffd_desktop.exporting.pictures.body.telling import Label as Labels
from ffd_desktop.referral.statements import Injury

WIDE: Final = 520.0  # a little more than a page takes; it is drawn a little smaller
_GAP: Final = 18.0
_TITLE: Final = 14.0


class _Row(NamedTuple):
    views: tuple[str, ...]
    width: float


def bubbles_on(sheet: Plate, group: Group, view: str) -> tuple[Bubble, ...]:
    """Give the numbered marks of a picture, in its own units."""
    spots = []
    for mark in group.on(view):
        x, y = spot_on(sheet, mark)
        spots.append((group.number(mark.id), (x * sheet.width, y * sheet.height)))
    return bubbles(spots, sheet.width, sheet.height)


def spot_on(sheet: Plate, mark: Injury) -> tuple[float, float]:
    """Give where a mark stands on a picture; one set on another outline, at the same place."""
    at = (mark.x, mark.y)
    own = plate(str(mark.view), known(mark.outline)) if known(mark.outline) else None
    return at if own is None or own is sheet else same_place(own, sheet, at)


def drawing_of(group: Group, view: str, outline: str, *, chosen: int = 0) -> Drawing:
    """Draw one picture with the marks on it; the chosen number has a ring, and lies on top."""
    sheet = plate(view, outline)
    if sheet is None:
        return Drawing(1, 1, ())
    found = sorted(bubbles_on(sheet, group, view), key=lambda one: one.number == chosen)
    marks = (shape for one in found for shape in one.shapes(chosen=one.number == chosen))
    return Drawing(sheet.width, sheet.height, (*sheet.shapes, *marks))


def figures(group: Group, outline: str, label: Labels, of: str) -> Iterator[Figure]:
    """Yield the pictures that have marks, as many side by side as fit on a page.

    ``of`` says whose marks they are and when they were seen, for whoever listens.
    """
    for row in _rows(group, outline):
        words = " ".join(view_words(group, view, label) for view in row.views)
        yield Figure(f"Body map of {of}. {words}", _row_drawing(row, group, outline, label))


def _rows(group: Group, outline: str) -> Iterator[_Row]:
    row = _Row((), 0.0)
    for view in group.views():
        sheet = plate(view, outline)
        wide = sheet.width if sheet else 0.0
        if row.views and row.width + _GAP + wide > WIDE:
            yield row
            row = _Row((), 0.0)
        row = _Row((*row.views, view), row.width + wide + (_GAP if row.views else 0.0))
    if row.views:
        yield row


def _row_drawing(row: _Row, group: Group, outline: str, label: Labels) -> Drawing:
    shapes: list[AnyShape] = []
    tallest = x = 0.0
    for view in row.views:
        one = drawing_of(group, view, outline)
        shapes.append(_title(label(VIEWS, view), x + one.width / 2))
        shapes.extend(_shifted(one.shapes, x, _TITLE))
        tallest = max(tallest, one.height)
        x += one.width + _GAP
    return Drawing(row.width, tallest + _TITLE, tuple(shapes))


def _title(words: str, middle: float) -> Label:
    return Label(x=middle, y=9, text=words, size=9, anchor="middle", strong=True, line=Ink.TEXT)


def _shifted(shapes: Iterable[AnyShape], x: float, y: float) -> Iterator[AnyShape]:
    for shape in shapes:
        if isinstance(shape, Path):
            yield put(shape, Turn(x, y))
        else:
            yield msgspec.structs.replace(shape, **_places(shape, x, y))


def _places(shape: AnyShape, x: float, y: float) -> dict[str, float]:
    """Give the places of a shape that has no steps, moved."""
    moves = {"x": x, "x1": x, "x2": x, "y": y, "y1": y, "y2": y}
    return {name: getattr(shape, name) + by for name, by in moves.items() if hasattr(shape, name)}
