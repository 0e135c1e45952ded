"""Pictures of a PDF's pages, for printing and for looking at, without a file on disk.

The library may be used from one thread at a time only, so every use of it here holds ``ALONE``.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw

ALONE: Final = threading.RLock()
_POINTS_PER_INCH: Final = 72


class Page(NamedTuple):
    """One page as an image: width and height in pixels, three bytes for each, from the top."""

    width: int
    height: int
    rgb: bytes


class Refused(Exception):  # noqa: N818 - the library refused the file; told in words elsewhere
    """The library cannot open a PDF, or draw a page of it; ``is_locked``: by a password."""

    def __init__(self, *, is_locked: bool = False) -> None:
        super().__init__()
        self.is_locked = is_locked


def render_pages(data: bytes, dpi: int) -> Iterator[Page]:
    """Yield the pages of a PDF one by one, so that only one is held as an image at a time."""
    with _opened(data) as document:
        for number in range(len(document)):
            yield _rendered(document, number, dpi / _POINTS_PER_INCH)


def count_pages(data: bytes) -> int:
    """Open a PDF of somebody else's making and count its pages.

    Raises:
        Refused: It is broken, locked or empty.
    """
    with _opened(data) as document, ALONE:
        count = len(document)
        if not count:
            raise Refused
        return count


def render_page(data: bytes, number: int, width: int, *, most_pixels: int) -> Page:
    """Give one page of a PDF of somebody else's making, so many pixels wide or fewer.

    Args:
        data: The whole file.
        number: From 0.
        width: In pixels.
        most_pixels: What the picture may come to, however long the page says that it is.

    Raises:
        Refused: It is broken or locked, or has no such page.
    """
    with _opened(data) as document, ALONE:
        if not 0 <= number < len(document):
            raise Refused
        wide, high = document.get_page_size(number)
        if wide <= 0 or high <= 0:
            raise Refused
        scale = min(width / wide, (most_pixels / (wide * high)) ** 0.5)
        return _rendered(document, number, scale)


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        with ALONE:
            document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            with ALONE:
                document.close()
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise Refused(is_locked=code == pypdfium2.raw.FPDF_ERR_PASSWORD) from None


def _rendered(document: pypdfium2.PdfDocument, number: int, scale: float) -> Page:
    with ALONE:
        page = document[number]
        bitmap = page.render(scale=scale, rev_byteorder=True)
        try:
            return _page(bitmap)
        finally:
            bitmap.close()
            page.close()


def _page(bitmap: pypdfium2.PdfBitmap) -> Page:
    """Return the bitmap without the bytes that fill up its rows."""
    row = bitmap.width * 3
    view = memoryview(bitmap.buffer).cast("B")
    rows = (
        bytes(view[at : at + row]) for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    return Page(bitmap.width, bitmap.height, b"".join(rows))
