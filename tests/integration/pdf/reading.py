"""Takes words back out of a PDF with readers that people use."""

from __future__ import annotations

import subprocess

import pypdfium2

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.exporting.outline import AnyBlock
from tests.builders.outlines import document
from tests.tools import needs_tool

_EMBEDDING_MARKS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\f"))


def pdf_of(*blocks: AnyBlock, draft: bool = False) -> bytes:
    """Return the bytes of a PDF of those blocks."""
    return write_pdf(document(*blocks, draft=draft)).data


def by_poppler(data: bytes) -> str:
    """Return the words as pdftotext finds them on the page."""
    return _run("pdftotext", data, "-", "-").translate(_EMBEDDING_MARKS)


def by_page(data: bytes) -> list[str]:
    """Return the words of each page, as PDFium finds them."""
    document_ = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_bounded() for page in document_]
    finally:
        document_.close()


def by_structure(data: bytes) -> str:
    """Return the structure tree with its words, as pdfinfo prints it."""
    return _run("pdfinfo", data, "-struct-text", "-")


def by_pdfium(data: bytes) -> str:
    """Return the words as PDFium, the reader inside browsers, finds them."""
    return "\n".join(by_page(data))


def _run(tool: str, data: bytes, *arguments: str) -> str:
    command = [needs_tool(tool, package="poppler-utils"), *arguments]
    run = subprocess.run(command, input=data, capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def words_said(structure: str) -> list[str]:
    """Return only the words of a printed structure tree."""
    lines = [line.strip() for line in structure.splitlines()]
    said = [line[1:-1] for line in lines if line.startswith('"') and line.endswith('"')]
    return " ".join(said).split()
