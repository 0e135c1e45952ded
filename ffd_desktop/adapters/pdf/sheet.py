"""One page being painted: marked content, lines of words, rules and shapes.

Everything painted is either part of a structure element or an artifact; there is no third way.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from ffd_desktop.adapters.pdf.direction import visual_order
from ffd_desktop.adapters.pdf.setting import Line
from ffd_desktop.adapters.pdf.style import Colour, Style
from ffd_desktop.adapters.pdf.tags import Element, Tree
from ffd_desktop.adapters.pdf.words import Piece

_LAYOUT: Final = "/Type /Layout"
_SPAN: Final = "Span"
_REVERSED: Final = "ReversedChars"
_HAIR: Final = 0.02  # points; pieces nearer than this follow on without being placed


class _Stretch(NamedTuple):
    """Pieces of a line that are marked alike, each with where it starts."""

    tag: str
    placed: list[tuple[Piece, float]]

    def said(self) -> str:
        """The characters that stand for the whole stretch, where its glyphs cannot."""
        return "".join(piece.text for piece, _ in self.placed) if self.tag == _SPAN else ""


class Sheet:
    """The content of one page, from the bottom left corner, in points."""

    def __init__(self, tree: Tree, number: int) -> None:
        self._tree = tree
        self._number = number
        self._out: list[str] = []
        self._owner: Element | str = _LAYOUT
        self._open: tuple[Element | str, str] | None = None

    def belong(self, element: Element) -> None:
        """What is painted next says what the element says."""
        self._owner = element

    def decorate(self, entries: str = _LAYOUT) -> None:
        """What is painted next is not read out: a rule, a page number, a mark on each page."""
        self._owner = entries

    def content(self) -> bytes:
        """Return the finished content stream."""
        self._end()
        return ("\n".join(self._out) + "\n").encode("ascii")

    def _enter(self, tag: str = "", said: str = "") -> None:
        """Open the marked content of whoever owns what is painted next.

        WORKAROUND: poppler ends an element's text at the end of marked content nested in it
        (22.12), so stretches with a tag of their own stand beside the others, not inside them.
        """
        if self._open == (self._owner, tag) and not said:
            return
        self._end()
        owner = self._owner
        if isinstance(owner, str):
            self._out.append(f"/Artifact <<{owner}>> BDC")
        else:
            mark = self._tree.mark(self._number, owner)
            text = f" /ActualText <FEFF{said.encode('utf-16-be').hex().upper()}>" if said else ""
            self._out.append(f"/{tag or owner.kind} <</MCID {mark}{text}>> BDC")
        self._open = (owner, tag)

    def _end(self) -> None:
        if self._open is not None:
            self._out.append("EMC")
            self._open = None

    def line(self, line: Line, style: Style, at: tuple[float, float], room: float = 0) -> None:
        """Paint a line with its base line starting at a point; ``room`` is the column's width.

        A line of a right-to-left paragraph of several lines keeps to the right of the column.
        """
        x, y = at
        right = line.base == 1 and room > 0 and not line.alone
        start = x + room - line.width if right else x
        read = isinstance(self._owner, Element)
        for stretch in _stretches(line, start):
            self._enter(stretch.tag if read else "", stretch.said() if read else "")
            colour = _rgb(style.colour)
            self._out.append(f"BT {colour} rg {colour} RG")
            show = _Showing(self._out, style.size)
            reach = None
            for piece, left in stretch.placed:
                if reach is None or abs(reach - left) > _HAIR:
                    show.flush()
                    self._out.append(f"1 0 0 1 {_number(left)} {_number(y)} Tm")
                show.piece(piece)
                reach = left + piece.width
            show.finish()
            self._out.append("ET")
            for piece, left in stretch.placed:
                if piece.marks:
                    place = f"1 0 0 1 {_number(left)} {_number(y)} cm"
                    self._out.append(f"q {colour} rg {place} {piece.marks} Q")

    def block(self, corner: tuple[float, float], size: tuple[float, float], fill: Colour) -> None:
        """Fill a rectangle whose lower left corner is given."""
        self._enter()
        x, y, w, h = map(_number, (*corner, *size))
        self._out.append(f"{_rgb(fill)} rg {x} {y} {w} {h} re f")

    def rule(self, start: tuple[float, float], length: float, colour: Colour, width: float) -> None:
        """Draw a level rule to the right of a point."""
        self._enter()
        x, y = start
        self._out.append(
            f"{_rgb(colour)} RG {_number(width)} w "
            f"{_number(x)} {_number(y)} m {_number(x + length)} {_number(y)} l S"
        )

    def raw(self, operators: str) -> None:
        """Add path operators that were made elsewhere, in a graphics state of their own."""
        self._enter()
        self._out.append(f"q {operators} Q")


class _Showing:
    """Writes pieces as few operators as may be: one array until the font changes."""

    def __init__(self, out: list[str], size: float) -> None:
        self._out = out
        self._size = size
        self._font = ""
        self._thick = False
        self._array: list[str] = []

    def piece(self, piece: Piece) -> None:
        """Gather one piece behind the others."""
        for part in piece.parts:
            if part.font != self._font or part.thicken != self._thick:
                self.flush()
                self._choose(part.font, thick=part.thicken)
            self._array.append(part.operands)

    def _choose(self, font: str, *, thick: bool) -> None:
        if font != self._font:
            self._out.append(f"/{font} {_number(self._size)} Tf")
        if thick != self._thick:
            self._out.append(f"2 Tr {_number(self._size * 0.02)} w" if thick else "0 Tr")
        self._font, self._thick = font, thick

    def finish(self) -> None:
        """Show what is left and leave thin letters for the next line."""
        self.flush()
        if self._thick:
            self._out.append("0 Tr")

    def flush(self) -> None:
        """Show what was gathered."""
        if self._array:
            operands = "".join(self._array).replace("><", "")
            self._out.append(f"[{operands}] TJ")
            self._array = []


def _stretches(line: Line, start: float) -> list[_Stretch]:
    """Return the line in the order of reading, cut where the marking changes.

    Letters of right-to-left words are shown from left to right and marked so (ISO 32000-1,
    14.8.2.3.3); words that their glyphs do not spell out carry their characters.
    """
    stretches: list[_Stretch] = []
    for piece, left in _placed(line, start):
        tag = _REVERSED if piece.level % 2 else _SPAN if piece.whole else ""
        is_space = not piece.text.strip(" ")
        if stretches and (stretches[-1].tag == tag or (is_space and stretches[-1].tag)):
            stretches[-1].placed.append((piece, left))
        else:
            stretches.append(_Stretch(tag, [(piece, left)]))
    return stretches


def _placed(line: Line, start: float) -> list[tuple[Piece, float]]:
    """Return the pieces in the order of reading, each with where it starts."""
    lefts = [0.0] * len(line.pieces)
    x = start
    plain = line.is_plain
    order = (
        range(len(line.pieces)) if plain else visual_order([piece.level for piece in line.pieces])
    )
    if line.base == 1 and line.pieces and not line.pieces[-1].text.strip(" "):
        x -= line.pieces[-1].width  # the space that was broken at stands outside the column
    for index in order:
        lefts[index] = x
        x += line.pieces[index].width
    return list(zip(line.pieces, lefts, strict=True))


def _rgb(colour: Colour) -> str:
    return " ".join(map(_number, colour))


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
