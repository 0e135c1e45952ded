"""Opens fonts when a character asks for them, and finds the face that has it.

Never opens a font that no character needed, and keeps nothing of what was written.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

import uharfbuzz

from ffd_desktop.adapters.pdf.catalogue import SCRIPTS, TEXT_FACES, Weight

_UNSEEN: Final = (0x200D, 0x200C, 0x200B, 0x200E)  # joiners and direction marks
_FEATURES: Final = {"kern": True, "liga": False, "clig": False}


class Glyph(NamedTuple):
    """A placed glyph; lengths are thousandths of the type size, ``cluster`` a string index."""

    number: int
    cluster: int
    advance: float
    dx: float
    dy: float


class Face:
    """One font file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.bold = "-Bold" in file
        self.is_text = file in TEXT_FACES.values()
        blob = uharfbuzz.Blob.from_file_path(str(files("resources") / "fonts" / f"{file}.ttf"))
        self.harfbuzz = uharfbuzz.Face(blob)
        self._font = uharfbuzz.Font(self.harfbuzz)
        self._scale = 1000 / self.harfbuzz.upem

    def has(self, code: int) -> bool:
        """Tell whether the font draws the character."""
        return self._font.get_nominal_glyph(code) is not None

    def advance(self, glyph: int) -> float:
        """Return a glyph's own width in thousandths of the type size."""
        return self._font.get_glyph_h_advance(glyph) * self._scale

    @cached_property
    def ascent(self) -> float:
        """The height above the base line, in thousandths of the type size."""
        return self._font.get_font_extents("ltr").ascender * self._scale

    @cached_property
    def descent(self) -> float:
        """The depth below the base line as a negative number, in thousandths."""
        return self._font.get_font_extents("ltr").descender * self._scale

    @cached_property
    def cap_height(self) -> float:
        """The height of a capital, in thousandths."""
        tag = uharfbuzz.OTMetricsTag.CAP_HEIGHT
        return self._font.get_metric_position_with_fallback(tag) * self._scale

    @cached_property
    def unseen_glyph(self) -> int:
        """A glyph without width or ink, or the one for what is missing where there is none."""
        found = (self._font.get_nominal_glyph(code) for code in _UNSEEN)
        return next((g for g in found if g is not None and self.advance(g) == 0), 0)

    def draw(self, glyph: int, pen: object) -> None:
        """Draw a glyph's outline with a pen, in the font's own units."""
        self._font.draw_glyph_with_pen(glyph, pen)

    def shape(self, text: str, *, rtl: bool) -> list[Glyph]:
        """Return the glyphs of a text of one direction, in order from left to right."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        uharfbuzz.shape(self._font, buffer, _FEATURES)
        scale = self._scale
        return [
            Glyph(
                info.codepoint,
                info.cluster,
                at.x_advance * scale,
                at.x_offset * scale,
                at.y_offset * scale,
            )
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]


@cache
def face(file: str) -> Face:
    """Return the opened font of that file name (without ``.ttf``)."""
    return Face(file)


@lru_cache(maxsize=4096)
def face_for(cluster: str, weight: Weight) -> Face | None:
    """Return the first face that has every character of a cluster, or None."""
    codes = [ord(character) for character in cluster]
    text = face(TEXT_FACES[weight])
    if all(map(text.has, codes)):
        return text
    for entry in SCRIPTS:
        if entry.may_serve(codes[0]) and all(map(face(entry.file).has, codes)):
            return face(entry.file)
    return None
