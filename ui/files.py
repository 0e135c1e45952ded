"""Files as the draft needs them, by the real program. Shows nothing and writes only what is asked.

SECURITY: pictures and pages are drawn from memory; no file is made to look at one.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader, QTransform

from ffd_desktop.app import attaching
from ffd_desktop.app.attaching import Arrival, Looked
from ffd_desktop.app.desk import Desk
from ffd_desktop.attachments import docx, trouble
from ffd_desktop.attachments.facts import MediaType
from ffd_desktop.attachments.pictures import Cleaned
from ffd_desktop.referral.statements import Attachment
from ui.printing import PagePicture, picture

MOST_SHOWN: Final = 12_000_000
MOST_PARAGRAPHS: Final = 20_000
CUT: Final = "… (the document goes on; save a copy to read it all)"
_FORMATS: Final = {MediaType.JPEG: b"jpeg", MediaType.PNG: b"png"}
_TURNS: Final = {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
_MIRRORED: Final = {2, 4, 5, 7}


class DeskFiles:
    """The files of an open vault."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def look(self, path: Path) -> Looked:
        """Read a chosen file and look whether it may come in."""
        return attaching.look(path)

    def look_at(self, name: str, data: bytes) -> Looked:
        """Look whether bytes may come in."""
        return attaching.looked_at(name, data)

    def arrival(self, referral_id: str, looked: Looked) -> Arrival:
        """Begin to take a file into the vault."""
        return Arrival(self._desk, referral_id, looked)

    def read(self, referral_id: str, attachment: Attachment) -> bytes:
        """Give a file as it came."""
        return attaching.read(self._desk, referral_id, attachment)

    def page(self, media_type: str, data: bytes, number: int, width: int) -> QImage:
        """Draw a page of a PDF, or a picture."""
        kind = MediaType(media_type)
        if kind is MediaType.PDF:
            return picture(_page(data, number, width))
        return _drawn(kind, data, width)

    def words(self, data: bytes) -> str:
        """Give the words of a document."""
        said = list(islice(docx.words(data), MOST_PARAGRAPHS + 1))
        if len(said) > MOST_PARAGRAPHS:
            said[-1] = CUT
        return "\n".join(said)

    def leaving(self, media_type: str, data: bytes) -> Cleaned:
        """Give the copy that leaves."""
        return attaching.leaving(media_type, data)

    def write(self, target: Path, data: bytes) -> None:
        """Write a copy; the dialog has asked already whether to replace a file."""
        attaching.write(target, data, replacing=True)


def _page(data: bytes, number: int, width: int) -> PagePicture:
    from ffd_desktop.adapters.pdf.pages import Refused, render_page

    try:
        return render_page(data, number, width, most_pixels=MOST_SHOWN)
    except Refused:
        raise trouble.not_shown() from None


def _drawn(kind: MediaType, data: bytes, width: int) -> QImage:
    """Unpack a picture at the size at which it is shown, so that little of it is ever unpacked."""
    told = attaching.measure(kind, data)
    wide, high = told.upright
    share = min(width / wide, 1.0, (MOST_SHOWN / (wide * high)) ** 0.5)
    size = QSize(max(round(told.width * share), 1), max(round(told.height * share), 1))
    held = QByteArray(attaching.cleaned(kind, data))
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[kind]))
    reader.setScaledSize(size)
    image = reader.read()
    if image.isNull():
        raise trouble.not_shown()
    if told.turn in _MIRRORED:
        image = image.transformed(QTransform.fromScale(-1, 1))
    return image.transformed(QTransform().rotate(_TURNS.get(told.turn, 0)))
