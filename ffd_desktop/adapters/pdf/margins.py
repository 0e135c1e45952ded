"""What stands on every page and is not read out: reference, page number, warning, digest, DRAFT."""

from __future__ import annotations

from typing import Final

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.catalogue import Weight
from ffd_desktop.adapters.pdf.outlines import drawn
from ffd_desktop.adapters.pdf.setting import Line, set_lines
from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.words import Lettering, text_face
from ffd_desktop.exporting.outline import Document

_FOOTER: Final = "/Type /Pagination /Subtype /Footer"
_HEADER: Final = "/Type /Pagination /Subtype /Header"
_MARK: Final = "/Type /Pagination /Subtype /Watermark"
# Turned by 55 degrees, across the middle of the page: 150 point letters of a thousand units.
_ACROSS: Final = "0.086 0.1229 -0.1229 0.086 150 215 cm"

_APART: Final = 14.0
_CENTRE: Final = (look.LEFT + look.RIGHT) / 2


class Margins:
    """The head and foot of the pages of one document."""

    def __init__(self, lettering: Lettering, document: Document, pages: int) -> None:
        self._lettering = lettering
        self._document = document
        self._pages = pages
        colour = "{} {} {}".format(*look.DRAFT_MARK)
        letters = drawn(text_face(Weight.BOLD), "DRAFT") if document.draft else ""
        self._draft = f"{colour} rg {_ACROSS} {letters}" if letters else ""

    def behind(self, sheet: Sheet) -> None:
        """Paint the large pale DRAFT as a drawing, before anything stands on it."""
        if self._draft:
            sheet.decorate(_MARK)
            sheet.raw(self._draft)

    def around(self, sheet: Sheet, number: int) -> None:
        """Paint the head and foot of page ``number``, counted from nought."""
        document = self._document
        sheet.decorate(_HEADER)
        head = look.PAGE_HEIGHT - 36
        self._words(sheet, document.reference, (look.LEFT, head))
        if document.draft:
            self._words(sheet, "DRAFT: not finished", (look.RIGHT, head), strong=True, place=1.0)
        sheet.decorate(_FOOTER)
        sheet.rule((look.LEFT, 46), look.COLUMN, look.RULE, 0.6)
        said = self._words(sheet, document.footer, (look.LEFT, 34), strong=True)
        room = look.LEFT + said + _APART + self._width(document.record) / 2
        self._words(sheet, document.record, (max(_CENTRE, room), 34), place=0.5)
        page = f"Page {number + 1} of {self._pages}"
        self._words(sheet, page, (look.RIGHT, 34), place=1.0)
        self._words(sheet, document.made_at, (look.LEFT, 23))
        self._words(sheet, document.fingerprint, (look.RIGHT, 23), strong=True, place=1.0)

    def _words(
        self,
        sheet: Sheet,
        text: str,
        at: tuple[float, float],
        *,
        strong: bool = False,
        place: float = 0.0,
    ) -> float:
        """Set a line with its start (0), middle (0.5) or end (1) at a point; give its width."""
        style = look.MARGINAL_STRONG if strong else look.MARGINAL
        lines: list[Line] = set_lines(self._lettering, text, style, look.COLUMN)
        for line in lines[:1]:
            sheet.line(line, style, (at[0] - line.width * place, at[1]))
        return sum(line.width for line in lines[:1])

    def _width(self, text: str) -> float:
        lines = set_lines(self._lettering, text, look.MARGINAL, look.COLUMN)
        return sum(line.width for line in lines[:1])
