"""Embeds the glyphs that one document uses, each with the characters that it stands for.

One use of a face belongs to one document. Character codes in the page are numbered as glyphs are
first used, so the same document always gives the same bytes.
"""

from __future__ import annotations

from typing import Final

import uharfbuzz
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from ffd_desktop.adapters.pdf.faces import Face

_DROPPED_TABLES: Final = ("GSUB", "GPOS", "GDEF", "BASE", "name", "post", "cmap", "OS/2", "kern")
_SYMBOLIC: Final = 4
_PER_BLOCK: Final = 100  # the most that one bfchar block may hold (Adobe note 5411, 1.4.2)


class FaceUse:
    """The glyphs of one face in one document, by the code that the page calls them by."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], int] = {(0, ""): 0}
        self._advances: dict[int, float] = {}

    def code(self, glyph: int, text: str) -> int:
        """Return the code for a glyph that stands for a text; the same pair, the same code."""
        return self._codes.setdefault((glyph, text), len(self._codes))

    def advance(self, glyph: int) -> float:
        """Return the width that the embedded font gives for the glyph, in thousandths."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self.face.advance(glyph)
        return found

    def embed(self, document: PDFDocument) -> PDFObjectReference:
        """Write the font with its used glyphs and return a reference to it."""
        tag = "".join(chr(65 + (int(self.name[1:]) // 26**place) % 26) for place in range(6))
        base = PDFName(f"{tag}+{self.face.file}")
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "W": PDFArray([0, PDFArray([round(self.advance(g), 2) for g, _ in self._codes])]),
                "DW": 1000,
            }
        )
        subset, numbers = _subset(self.face.harfbuzz, {glyph for glyph, _ in self._codes})
        descendant["FontDescriptor"] = document.Reference(self._descriptor(document, base, subset))
        order = b"".join(numbers[glyph].to_bytes(2, "big") for glyph, _ in self._codes)
        descendant["CIDToGIDMap"] = document.Reference(_stream(order))
        return document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("Type0"),
                    "BaseFont": base,
                    "Encoding": PDFName("Identity-H"),
                    "DescendantFonts": PDFArray([document.Reference(descendant)]),
                    "ToUnicode": document.Reference(_stream(self._to_unicode())),
                }
            )
        )

    def _descriptor(self, document: PDFDocument, base: str, subset: bytes = b"") -> PDFDictionary:
        face = self.face
        stream = _stream(subset)
        stream.dictionary["Length1"] = len(subset)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([-1000, round(face.descent), 3000, round(face.ascent)]),
                "ItalicAngle": -12 if "Italic" in face.file else 0,
                "Ascent": round(face.ascent),
                "Descent": round(face.descent),
                "CapHeight": round(face.cap_height),
                "StemV": 140 if face.bold else 80,
                "FontFile2": document.Reference(stream),
            }
        )

    def _to_unicode(self) -> bytes:
        """Return the map from codes to characters (ISO 32000-1, 9.10.3)."""
        pairs = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_, text), code in self._codes.items()
            if text
        ]
        blocks = [pairs[start : start + _PER_BLOCK] for start in range(0, len(pairs), _PER_BLOCK)]
        body = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return _CMAP.replace("%", body).encode("ascii")


_CMAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
%
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _stream(content: bytes) -> PDFStream:
    return PDFStream(PDFDictionary({}), content, [PDFZCompress])


def _subset(face: uharfbuzz.Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """Return a font file with only those glyphs, and each glyph's number in it."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(sorted(glyphs))
    wanted.drop_table_tag_set.update(
        int.from_bytes(t.encode().ljust(4), "big") for t in _DROPPED_TABLES
    )
    wanted.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    plan = uharfbuzz.SubsetPlan(face, wanted)
    numbers = plan.old_to_new_glyph_mapping
    return plan.execute().blob.data, {glyph: numbers[glyph] for glyph in glyphs}
