"""Pictures of a PDF's pages, for printing and for looking at, without a file on disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2

_POINTS_PER_INCH: Final = 72


class Page(NamedTuple):
    """One page as an image: width and height in pixels, three bytes for each, from the top."""

    width: int
    height: int
    rgb: bytes


def render_pages(data: bytes, dpi: int) -> Iterator[Page]:
    """Yield the pages of a PDF one by one, so that only one is held as an image at a time."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
            try:
                yield _page(bitmap)
            finally:
                bitmap.close()
                page.close()
    finally:
        document.close()


def _page(bitmap: pypdfium2.PdfBitmap) -> Page:
    """Return the bitmap without the bytes that fill up its rows."""
    row = bitmap.width * 3
    view = memoryview(bitmap.buffer).cast("B")
    rows = (
        bytes(view[at : at + row]) for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
    )
    return Page(bitmap.width, bitmap.height, b"".join(rows))
