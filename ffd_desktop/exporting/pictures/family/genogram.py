"""The genogram: a family drawn from the referral, with the words that say the same.

Decides nothing about anybody: what is not recorded is drawn as open, and no one is coloured.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ffd_desktop.exporting.drawing import AnyShape, Drawing, Ink, Label, Line, Polygon
from ffd_desktop.exporting.outline import Figure
from ffd_desktop.exporting.pictures.family.children import Spot, Spots
from ffd_desktop.exporting.pictures.family.facts import Family, only
from ffd_desktop.exporting.pictures.family.heights import (
    HALF,
    LEADING,
    LETTERS,
    PAD,
    Band,
    Said,
    bands,
    said,
)
from ffd_desktop.exporting.pictures.family.legend import legend
from ffd_desktop.exporting.pictures.family.lines import (
    ARCH,
    FORK,
    LEVEL,
    Hanging,
    Stroke,
    arches,
    child_strokes,
    hangings,
    levels,
    slashes,
    union_strokes,
)
from ffd_desktop.exporting.pictures.family.members import family
from ffd_desktop.exporting.pictures.family.outlines import Piece, pieces
from ffd_desktop.exporting.pictures.family.places import EDGE, LEAST, WIDEST, Places, places
from ffd_desktop.exporting.pictures.family.rows import rows
from ffd_desktop.exporting.pictures.family.symbols import symbol
from ffd_desktop.exporting.pictures.family.words import words_of
from ffd_desktop.exporting.pictures.letters import wrapped
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.dates import PartDate

_MARGIN: Final = 4.0  # between an outline and the address in it
_ON_A_PAGE: Final = 30
_ADDRESS_LINES: Final = 3
_OVER: Final = 7.0  # between the outline of a household and the symbols in it


class Genogram:
    """One family laid out; everything about it is worked out when it is made."""

    def __init__(self, facts: Family, born: dict[str, date], widest: float = WIDEST) -> None:
        self.facts = facts
        self._least = min(LEAST, widest)
        self.places: Places = places(facts, rows(facts, born), widest)
        self._words: dict[Spot, Said] = {
            spot: said(facts.members[spot.id], spot) for row in self.places.rows() for spot in row
        }
        at = {spot.id: spot.x for row in self.places.lower for spot in row}
        self.hanging: tuple[Hanging, ...] = hangings(facts, self.places.drops, at)
        self.levels = levels(self.hanging)
        self.bands: tuple[Band, ...] = self._stacked({})
        lines = {piece.row: len(words) for piece, words, _ in self._addresses()}
        for piece, words, _ in self._addresses():
            lines[piece.row] = max(lines[piece.row], len(words))
        self.bands = self._stacked({self.bands[row].spots: n for row, n in lines.items()})
        self.strokes: tuple[Stroke, ...] = tuple(self._strokes())

    def drawing(self) -> Drawing:
        """Give the picture."""
        shapes = [*self._households(), *self._lines(), *self._people()]
        right = max(
            [spot.right for row in self.places.rows() for spot in row]
            + [x for stroke in self.strokes for x, _ in stroke.points]
        )
        room = max(right - EDGE, self._least)
        more, bottom = legend(self.facts, EDGE, self.bands[-1].bottom + 2 * EDGE, room)
        return Drawing(room + 2 * EDGE, bottom + EDGE, (*shapes, *more))

    def _stacked(self, addresses: dict[Spots, int]) -> tuple[Band, ...]:
        places_, facts = self.places, self.facts
        above: dict[Spots, float] = {}
        for row in places_.rows():
            high = max(arches(facts.unions, [spot.id for spot in row]).values(), default=0)
            above[row] = _OVER + high * ARCH
        if places_.lower and self.hanging:
            deepest = max(self.levels.values())
            above[places_.lower[0]] = 14.0 + deepest * LEVEL + FORK
        return bands(self._words, places_.rows(), above, addresses, EDGE)

    def _strokes(self) -> Iterator[Stroke]:
        lower = {spot for row in self.places.lower for spot in row}
        tops = {s.id: band.middle - HALF for band in self.bands for s in band.spots if s in lower}
        start = next((b.top for b in self.bands if b.spots in self.places.lower), 0.0)
        bar = {union: start + 8.0 + level * LEVEL for union, level in self.levels.items()}
        for band in self.bands:
            drops = self.places.drops if band.spots == self.places.middle else {}
            yield from union_strokes(self.facts, band, drops, bar)
        for hanging in self.hanging:
            yield from child_strokes(self.facts, hanging, bar[hanging.union], tops)

    def _lines(self) -> Iterator[AnyShape]:
        done: set[int] = set()
        for stroke in self.strokes:
            ink, width = (Ink.QUIET, 0.7) if stroke.quiet else (Ink.TEXT, 1.1)
            for (x1, y1), (x2, y2) in zip(stroke.points, stroke.points[1:], strict=False):
                yield Line(x1=x1, y1=y1, x2=x2, y2=y2, line=ink, width=width, dashed=stroke.dashed)
            if stroke.union >= 0 and stroke.union not in done:
                done.add(stroke.union)
                union, drop = self.facts.unions[stroke.union], self.places.drops.get(stroke.union)
                for (x1, y1), (x2, y2) in slashes(stroke, union, drop):
                    yield Line(x1=x1, y1=y1, x2=x2, y2=y2, width=1.1)

    def _people(self) -> Iterator[AnyShape]:
        for band in self.bands:
            for spot in band.spots:
                member = self.facts.members[spot.id]
                yield from symbol(member, spot.x, band.middle, HALF)
                words, room = self._words[spot], 2 * (spot.half - PAD)
                for n, line in enumerate((*words.name, *words.under)):
                    strong = n < len(words.name)
                    yield Label(
                        x=spot.x, y=band.words + (n + 0.8) * LEADING, text=line, size=LETTERS,
                        anchor="middle", strong=strong, room=room,
                        line=Ink.TEXT if strong else Ink.QUIET,
                    )  # fmt: skip

    def _addresses(self) -> Iterator[tuple[Piece, list[str], float]]:
        """Yield each household's outline, its address in lines, and the room that they have."""
        labels = {one.key: one.label for one in self.facts.households}
        home = {who: one.home for who, one in self.facts.members.items()}
        joined = len(self.bands) - len(self.places.aside)
        for piece in pieces(self.bands, joined, home):
            left, right = piece.foot.left + _MARGIN, piece.foot.right - _MARGIN
            crossing = [x - _MARGIN for x in self._upright(self.bands[piece.row].spots) if x > left]
            room = min([right, *crossing]) - left
            yield piece, wrapped(labels[piece.home], room, LETTERS, most=_ADDRESS_LINES), room

    def _upright(self, row: Spots) -> list[float]:
        """Give where lines go down through the foot of a row."""
        if row == self.places.middle:
            return [*self.places.drops.values()]
        below = self.places.lower[1:] if self.places.lower[:1] == (row,) else ()
        return [spot.x for spots in below for spot in spots]

    def _households(self) -> Iterator[AnyShape]:
        for piece, lines, room in self._addresses():
            for corners in piece.corners:
                yield Polygon(points=corners, line=Ink.QUIET, width=0.8, dashed=True)
            for n, line in enumerate(reversed(lines)):
                yield Label(
                    x=piece.foot.left + _MARGIN, y=piece.foot.bottom - 3.5 - n * LEADING,
                    text=line, size=LETTERS, room=room, line=Ink.ACCENT,
                )  # fmt: skip


def genogram(wording: Wording, *, widest: float = WIDEST) -> Figure | None:
    """Draw the family of a referral in one picture; ``None`` when there is nobody in it.

    It is no wider than ``widest`` and its edges, where there are not too many people for it.
    """
    facts = family(wording)
    if facts.is_empty:
        return None
    return Figure(words_of(facts, wording), Genogram(facts, births(wording), widest).drawing())


def genograms(wording: Wording, *, highest: float) -> tuple[Figure, ...]:
    """Draw the family in pictures no higher than a page: those aside stand on pages of their own.

    ``highest`` is in the picture's own units.
    """
    facts, born = family(wording), births(wording)
    if facts.is_empty:
        return ()
    whole = Genogram(facts, born)
    drawing = whole.drawing()
    if drawing.height <= highest or not whole.places.aside:
        return (Figure(words_of(facts, wording), drawing),)
    aside = [spot.id for row in whole.places.aside for spot in row]
    parts = [aside[n : n + _ON_A_PAGE] for n in range(0, len(aside), _ON_A_PAGE)]
    tree = [who for who in facts.members if who not in aside]
    made = (only(facts, part) for part in (tree, *parts) if part)
    return tuple(Figure(words_of(one, wording), Genogram(one, born).drawing()) for one in made)


def births(wording: Wording) -> dict[str, date]:
    """Give the first day on which each child may have been born."""
    dates = {one.id: one.date_of_birth for one in wording.referral.children}
    return {
        one: first
        for one, born in dates.items()
        if isinstance(born, PartDate) and (first := born.earliest())
    }
