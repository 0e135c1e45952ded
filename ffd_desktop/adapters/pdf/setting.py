"""Breaks text into lines of a given width and puts each line's pieces in order.

Never drops a character: a word wider than the line is cut between its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from ffd_desktop.adapters.pdf.direction import has_rtl, levels
from ffd_desktop.adapters.pdf.scripts import clusters, printable
from ffd_desktop.adapters.pdf.style import Style
from ffd_desktop.adapters.pdf.words import Lettering, Piece

# What is one thing to the eye is not broken: a postcode, a telephone number, "Year 4".
_TOGETHER: Final = (
    r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|0\d{2,4} \d{3,8}(?: \d{3,6})?|Year \d+|\(age \d+|page \d+"
)
_TOKENS: Final = re.compile(rf" +|(?:{_TOGETHER})(?![^\W_])[^ ]*|[^ ]+")
_EAST_ASIAN: Final = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
# A line may break between East Asian characters, but not before closing marks nor after opening.
_BREAKS: Final = re.compile(
    "(?<=[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff])"
    "(?<![\u3008\u300a\u300c\u300e\u3010\u3014\uff08])"
    "(?=[\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff])"
    "(?![\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3005\u30fc])"
)


_GOOD_ENDS: Final = "@./-_"


class Line(NamedTuple):
    """Pieces in the order of reading; ``base`` is the level of the whole paragraph."""

    pieces: tuple[Piece, ...]
    width: float
    base: int
    alone: bool  # the only line of its paragraph

    @property
    def is_plain(self) -> bool:
        """Whether it runs from left to right from end to end."""
        return self.base == 0 and all(piece.level == 0 for piece in self.pieces)


def set_text(lettering: Lettering, text: str, style: Style, width: float) -> list[list[Line]]:
    """Return the lines of each paragraph of a text; an empty paragraph has no lines."""
    shown = printable(text, lettering.missing).replace("\t", "    ")
    return [
        _Filling(lettering, style, width).lines(paragraph.rstrip(" "))
        for paragraph in shown.split("\n")
    ]


def set_lines(lettering: Lettering, text: str, style: Style, width: float) -> list[Line]:
    """Return all lines of a text, its paragraphs one below the other."""
    return [line for lines in set_text(lettering, text, style, width) for line in lines]


class _Filling:
    """The filling of one paragraph: pieces go on the line until the next would not fit."""

    def __init__(self, lettering: Lettering, style: Style, width: float) -> None:
        self._lettering = lettering
        self._style = style
        self._room = width
        self._base = 0
        self._done: list[Line] = []
        self._line: list[Piece] = []
        self._used = 0.0
        self._gap: list[Piece] = []

    def lines(self, paragraph: str) -> list[Line]:
        for pieces in self._words(paragraph):
            if pieces[0].text[0] == " ":
                self._gap = pieces
            else:
                self._place(pieces)
        if self._line:
            self._close(alone=not self._done)
        return self._done

    def _place(self, pieces: list[Piece]) -> None:
        wide = sum(piece.width for piece in pieces)
        gap = sum(piece.width for piece in self._gap)
        if self._used + gap + wide <= self._room:
            self._line += [*self._gap, *pieces]
            self._used += gap + wide
            self._gap = []
        elif wide > self._room:
            self._cut(pieces)
        else:
            self._close()
            self._line, self._used = list(pieces), wide

    def _close(self, *, alone: bool = False) -> None:
        """End the line; the space that was broken at stays on it, unseen, for those who listen."""
        if self._line or self._gap:
            ending = [piece._replace(level=self._base) for piece in self._gap]
            self._done.append(Line((*self._line, *ending), self._used, self._base, alone))
        self._line, self._used, self._gap = [], 0.0, []

    def _cut(self, pieces: list[Piece]) -> None:
        """Fill lines with a word that is wider than one; a lone wider letter stands out."""
        if self._room - self._used < self._room / 4:
            self._close()
        for piece in pieces:
            for text in self._handfuls(piece):
                part = self._piece(text, piece.level)
                gap = sum(space.width for space in self._gap)
                if self._line and self._used + gap + part.width > self._room:
                    self._close()
                self._line += [*self._gap, part]
                self._used += sum(space.width for space in self._gap) + part.width
                self._gap = []

    def _handfuls(self, piece: Piece) -> Iterator[str]:
        """Yield the word in stretches that fit, the first in what is left of the line."""
        room = self._room - self._used - sum(gap.width for gap in self._gap)
        text, wide = "", 0.0
        for cluster in clusters(piece.text):
            width = self._piece(cluster, piece.level).width
            if text and wide + width > room - 1:
                stop = _good_end(text)
                yield text[:stop]
                text, room = text[stop:], self._room
                wide = self._piece(text, piece.level).width if text else 0.0
            text += cluster
            wide += width
        if text:
            yield text

    def _words(self, paragraph: str) -> Iterator[list[Piece]]:
        if not has_rtl(paragraph):
            for token in _TOKENS.findall(paragraph):
                for word in _BREAKS.split(token) if _EAST_ASIAN.search(token) else (token,):
                    yield [self._piece(word, 0)]
            return
        self._base, each = levels(paragraph)
        for match in _TOKENS.finditer(paragraph):
            places = groupby(range(*match.span()), key=each.__getitem__)
            yield [
                self._piece("".join(paragraph[at] for at in run), level) for level, run in places
            ]

    def _piece(self, text: str, level: int) -> Piece:
        return self._lettering.piece(text, self._style.weight, self._style.size, level)


def _good_end(text: str) -> int:
    """Return where an over-long word is best cut: behind a sign of an address, if late enough."""
    stop = max(map(text.rfind, _GOOD_ENDS)) + 1
    return stop if stop > len(text) / 2 else len(text)
