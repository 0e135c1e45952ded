"""Bytes of a file to clean UTF-8, chunk by chunk, whatever encoding it says or is.

Understands byte order marks, UTF-16 and UTF-32 with or without one, the declared encoding, and
text that claims to be UTF-8 but has Windows (cp1252) letters in it. Never fails on a letter.
"""

from __future__ import annotations

import codecs
import re

from ffd_desktop.tables.purpose import Refusals

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._\-]{1,40})["']""")
_READ_AS = {
    "iso-8859-1": "cp1252",  # what calls itself Latin-1 is Windows text nearly always
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "windows-1250": "cp1250",
    "iso-8859-2": "iso-8859-2",
    "iso-8859-15": "iso-8859-15",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-8",  # said so, but its first bytes are not: read as what it is
    "utf-16le": "utf-8",
    "unicode": "utf-8",
}
_NOT_IN_XML = bytes({*range(32)} - {9, 10, 13})


def _as_windows_letter(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("ffd-windows-letter", _as_windows_letter)


class Transcoder:
    """Turns the chunks of one file into UTF-8 without control characters.

    Attributes:
        repaired: Whether letters had to be read as Windows letters in a file that said UTF-8.
    """

    def __init__(self, first: bytes, refusals: Refusals, *, encoding: str = "") -> None:
        """Look at the first bytes of the file to find the encoding, unless it is known already.

        Raises:
            Refused: The declared encoding is none that this program reads.
        """
        encoding, mark = (encoding, b"") if encoding else _encoding_of(first, refusals)
        self.repaired = False
        self._mark = len(mark)
        errors = "strict" if encoding == "utf-8" else "replace"
        self._decoder = codecs.getincrementaldecoder(encoding)(errors)

    def feed(self, chunk: bytes, *, last: bool = False) -> bytes:
        """Give what the next chunk says, as UTF-8."""
        if self._mark:
            chunk, self._mark = chunk[self._mark :], 0
        try:
            text = self._decoder.decode(chunk, last)
        except UnicodeDecodeError:
            self.repaired = True
            self._decoder.errors = "ffd-windows-letter"
            text = self._decoder.decode(chunk, last)
        return text.encode("utf-8", "replace").translate(None, _NOT_IN_XML)


def _encoding_of(first: bytes, refusals: Refusals) -> tuple[str, bytes]:
    for mark, encoding in _MARKS:
        if first.startswith(mark):
            return encoding, mark
    for start, encoding in _UNMARKED:
        if first.startswith(start):
            return encoding, b""
    declared = _DECLARED.match(first)
    if declared is None:
        return "utf-8", b""
    encoding = _READ_AS.get(declared[1].decode("ascii").lower(), "")
    if not encoding:
        raise refusals.unknown_encoding()
    return encoding, b""
