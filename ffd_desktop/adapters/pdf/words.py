"""Turns words into the operands that show them, with the characters that each glyph stands for.

Belongs to one document: it remembers the words that it has shaped, and forgets them with it.

How characters come back out of the page (ISO 32000-1, 9.10 and 14.9.4): each code stands for the
characters of its glyph. A word whose glyphs do not match its characters one by one carries its
characters as ActualText. Right-to-left words are shown from left to right, as readers expect of
pages, and carry no ActualText, since the readers in use would turn it round.
"""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from ffd_desktop.adapters.pdf.catalogue import TEXT_FACES, Weight
from ffd_desktop.adapters.pdf.embedding import FaceUse
from ffd_desktop.adapters.pdf.faces import Face, Glyph, face
from ffd_desktop.adapters.pdf.outlines import outline
from ffd_desktop.adapters.pdf.scripts import stretches

_HAIR: Final = 0.5  # thousandths of the type size; less than this is not moved


class Part(NamedTuple):
    """What one face shows of a word: operands of the TJ operator, and whether to thicken them."""

    font: str
    operands: str
    thicken: bool


class Piece(NamedTuple):
    """A word, or the part of it that has one direction, ready to be shown; width in points."""

    text: str
    width: float
    parts: tuple[Part, ...]
    level: int = 0
    whole: bool = False  # its characters must be given as ActualText
    marks: str = ""  # paths of marks that no code shows, in points from the word's start


class Lettering:
    """The faces of one document and the words shaped with them."""

    def __init__(self) -> None:
        self.missing: Counter[str] = Counter()
        self._uses: dict[str, FaceUse] = {}
        self._pieces: dict[tuple[str, Weight, float, int], Piece] = {}

    def uses(self) -> tuple[FaceUse, ...]:
        """Return the faces in the order in which they were first needed."""
        return tuple(self._uses.values())

    def piece(self, text: str, weight: Weight, size: float, level: int = 0) -> Piece:
        """Return a shaped word of one direction; the same word is shaped once."""
        key = (text, weight, size, level)
        found = self._pieces.get(key)
        if found is None:
            found = self._pieces[key] = self._shaped(text, weight, size, level)
        return found

    def _use(self, of: Face) -> FaceUse:
        use = self._uses.get(of.file)
        if use is None:
            use = self._uses[of.file] = FaceUse(of, f"F{len(self._uses) + 1}")
        return use

    def _shaped(self, text: str, weight: Weight, size: float, level: int) -> Piece:
        rtl = bool(level % 2)
        width, whole = 0.0, False
        parts: list[Part] = []
        marks: list[str] = []
        pieces = stretches(text, weight)
        for of, stretch in reversed(pieces) if rtl else pieces:
            glyphs = of.shape(stretch, rtl=rtl)
            use = self._use(of)
            thicken = weight is Weight.BOLD and not of.bold
            drawing = Marks(of, size, width) if rtl and of.unseen_glyph else None
            operands, uneven = _operands(use, glyphs, stretch, size=size, marks=drawing, rtl=rtl)
            parts.append(Part(use.name, operands, thicken))
            marks += drawing.paths if drawing else []
            width += sum(glyph.advance for glyph in glyphs)
            whole = whole or uneven
        return Piece(
            text, width * size / 1000, tuple(parts), level, whole and not rtl, " ".join(marks)
        )


class Marks:
    """The marks of a right-to-left word, drawn as paths.

    Readers take a mark that is shown over its letter for the start of another word, so an unseen
    glyph says it and a path draws it.
    """

    def __init__(self, of: Face, size: float, start: float) -> None:
        self._face = of
        self._scale = size / 1000
        self._start = start
        self.paths: list[str] = []

    def draw(self, glyph: Glyph, at: float) -> None:
        """Add a mark whose letter stands at so many thousandths from the stretch's start."""
        scale = self._scale * 1000 / self._face.harfbuzz.upem
        x = (self._start + at + glyph.dx) * self._scale
        place = f"{scale:.6f} 0 0 {scale:.6f} {x:.3f} {glyph.dy * self._scale:.3f} cm"
        self.paths.append(f"q {place} {outline(self._face, glyph.number)} f Q")


def text_face(weight: Weight) -> Face:
    """Return the face that plain words are set in."""
    return face(TEXT_FACES[weight])


def _operands(
    use: FaceUse, glyphs: list[Glyph], text: str, *, size: float, marks: Marks | None, rtl: bool
) -> tuple[str, bool]:
    """Return the TJ operands of a stretch, and whether glyphs and characters do not match."""
    if not rtl and _is_even(glyphs, text):
        return _even_operands(use, glyphs, text), False
    out: list[str] = []
    pen = at = 0.0
    uneven = False
    for glyph, said in zip(glyphs, _said(glyphs, text, rtl=rtl), strict=True):
        if marks and glyph.advance == 0 and said:
            marks.draw(glyph, at)
            unseen = use.face.unseen_glyph
            out += [f"<{use.code(unseen, letter):04X}>" for letter in reversed(said)]
            continue
        spelt = len(said) == 1 or (said != "" and use.face.is_text)
        uneven = uneven or not spelt or glyph.dx != 0 or glyph.dy != 0
        move = at + glyph.dx - pen
        if abs(move) >= _HAIR:
            out.append(f"{-move:.0f}")
        codes = _codes(use, glyph, said, rtl=rtl)
        out.append(
            f"] TJ {glyph.dy * size / 1000:.2f} Ts [{codes}] TJ 0 Ts [" if glyph.dy else codes
        )
        pen = at + glyph.dx + use.advance(glyph.number)
        at += glyph.advance
    if abs(at - pen) >= _HAIR:
        out.append(f"{pen - at:.0f}")
    return "".join(out).replace("><", ""), uneven


def _is_even(glyphs: list[Glyph], text: str) -> bool:
    """Tell whether each glyph stands for one character, in order and in its place."""
    return len(glyphs) == len(text) and all(
        glyph.cluster == number and glyph.dx == 0 and glyph.dy == 0
        for number, glyph in enumerate(glyphs)
    )


def _even_operands(use: FaceUse, glyphs: list[Glyph], text: str) -> str:
    """Return the operands of an even stretch, which most are."""
    out = ["<"]
    for glyph, character in zip(glyphs, text, strict=True):
        out.append(f"{use.code(glyph.number, character):04X}")
        kern = use.advance(glyph.number) - glyph.advance
        if abs(kern) >= _HAIR:
            out.append(f">{kern:.0f}<")
    return "".join([*out, ">"])


def _codes(use: FaceUse, glyph: Glyph, said: str, *, rtl: bool) -> str:
    """Return the codes of one glyph; in right-to-left words every code says one character.

    Readers take a code that says two characters for two letters from left to right, so the
    second letter of a lam-alef is said by an unseen glyph before it.
    """
    if not rtl or len(said) < 2:
        return f"<{use.code(glyph.number, said):04X}>"
    unseen = use.face.unseen_glyph
    before = "".join(f"<{use.code(unseen, letter):04X}>" for letter in reversed(said[1:]))
    return before + f"<{use.code(glyph.number, said[0]):04X}>"


def _said(glyphs: list[Glyph], text: str, *, rtl: bool) -> list[str]:
    """Return what each glyph says, so that together they say the text.

    Of several glyphs that share some characters each says one and the last says the rest.
    """
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    left = Counter(glyph.cluster for glyph in glyphs)
    at = {start: start for start in starts}
    said: list[str] = []
    for glyph in reversed(glyphs) if rtl else glyphs:
        start, end = at[glyph.cluster], ends[glyph.cluster]
        left[glyph.cluster] -= 1
        stop = end if left[glyph.cluster] == 0 else min(start + 1, end)
        said.append(text[start:stop])
        at[glyph.cluster] = stop
    return said[::-1] if rtl else said
