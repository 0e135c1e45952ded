"""What a file is by its first bytes, in words, so that much of something else is not read."""

from __future__ import annotations

from typing import Final

HEAD: Final = 65536
COMPRESSED: Final = "a compressed file"
_SIGNATURES: Final = (
    (b"\xd0\xcf\x11\xe0", "an older Excel or Word document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
)
_PACKED: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh")
_OFFICE: Final = (b"[Content_Types].xml", b"xl/", b"word/", b"mimetypeapplication/vnd.oasis")


def is_empty(head: bytes) -> bool:
    """Tell whether there is nothing in a file that could be read."""
    return not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe")


def kind_of(head: bytes) -> str:
    """Name a well-known kind of file that is no text, such as "a PDF"; empty for any other."""
    known = next((what for start, what in _SIGNATURES if head.startswith(start)), "")
    if known or not head.startswith(_PACKED):
        return known
    is_office = any(mark in head for mark in _OFFICE)
    return "a spreadsheet or office document" if is_office else COMPRESSED
