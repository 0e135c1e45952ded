"""Writes an outline as a tagged PDF, in memory and in one pass.

Never touches the disk but to read its fonts, and writes nothing about anybody outside the bytes
that it returns. The same outline always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFZCompress,
)

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.blocks import Layout
from ffd_desktop.adapters.pdf.closing import close, metadata
from ffd_desktop.adapters.pdf.enclosing import enclose
from ffd_desktop.adapters.pdf.flow import pages_of
from ffd_desktop.adapters.pdf.margins import Margins
from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.tags import Tree
from ffd_desktop.adapters.pdf.words import Lettering
from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.exporting.outline import Document

_VERSION: Final = (1, 7)


class MissingCharacter(NamedTuple):
    """A character that no font has and that was printed as its code, and how often."""

    character: str
    times: int


class PdfResult(NamedTuple):
    """A finished PDF; ``missing_characters`` are in the order of their codes."""

    data: bytes
    pages: int
    missing_characters: tuple[MissingCharacter, ...]


def write_pdf(document: Document, *, files: Sequence[Embedded] = ()) -> PdfResult:
    """Return the document as a tagged PDF (ISO 32000-1, made to meet ISO 14289-1).

    ``files`` go inside it, under their neutral names.
    """
    lettering = Lettering()
    tree = Tree()
    layout = Layout(lettering)
    layout.add(document.blocks, tree.root)
    pages = pages_of(layout.slices)
    margins = Margins(lettering, document, len(pages))
    sheets: list[bytes] = []
    for number, placed in enumerate(pages):
        sheet = Sheet(tree, number)
        margins.behind(sheet)
        for paint, top in placed:
            paint(sheet, top)
        margins.around(sheet, number)
        sheets.append(sheet.content())
    pdf = PDFDocument(invariant=1, compression=1, lang=document.language, pdfVersion=_VERSION)
    references = _write_pages(pdf, lettering, sheets)
    metadata(pdf, document)
    enclose(pdf, files)
    data = close(pdf, tree, layout.landmarks, references)
    missing = sorted(lettering.missing.items())
    return PdfResult(data, len(pages), tuple(MissingCharacter(*one) for one in missing))


def _write_pages(
    pdf: PDFDocument, lettering: Lettering, sheets: list[bytes]
) -> list[PDFObjectReference]:
    fonts = PDFDictionary({use.name: use.embed(pdf) for use in lettering.uses()})
    resources = pdf.Reference(PDFDictionary({"Font": pdf.Reference(fonts)}))
    references: list[PDFObjectReference] = []
    for number, content in enumerate(sheets):
        page = PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": pdf.Reference(pdf.Pages),
                "MediaBox": PDFArray([0, 0, look.PAGE_WIDTH, look.PAGE_HEIGHT]),
                "Resources": resources,
                "Contents": pdf.Reference(PDFStream(PDFDictionary({}), content, [PDFZCompress])),
                "StructParents": number,
                "Tabs": PDFName("S"),
            }
        )
        pdf.addPage(page)
        references.append(pdf.Reference(page))
    return references
