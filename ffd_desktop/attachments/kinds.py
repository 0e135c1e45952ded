"""What a file is, by its first bytes and never by its name. Opens none of it."""

from __future__ import annotations

from typing import Final

from ffd_desktop.attachments import trouble
from ffd_desktop.attachments.facts import MediaType

_HEAD: Final = 1024
_JPEG: Final = b"\xff\xd8\xff"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_ZIP: Final = b"PK\x03\x04"
_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "rtf"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
    (b"ID3", "film"),
    (b"OggS", "film"),
    (b"\x1aE\xdf\xa3", "film"),
    (b"Rar!", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "zip"),
    (b"PK\x05\x06", "zip"),
)
_HEIC: Final = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_AVIF: Final = {b"avif", b"avis"}
_MAIL: Final = (b"from:", b"received:", b"return-path:", b"mime-version:", b"delivered-to:")


def kind_of(data: bytes) -> MediaType:
    """Say what a file is.

    Raises:
        ProblemForPerson: ``file_kind_...``: it is something else, with what to do; ``file_empty``.
    """
    if not data:
        raise trouble.empty()
    head = data[:_HEAD]
    if head.startswith(_JPEG):
        return MediaType.JPEG
    if head.startswith(_PNG):
        return MediaType.PNG
    if head.startswith(_ZIP):
        return MediaType.DOCX
    if b"%PDF-" in head:
        return MediaType.PDF
    raise trouble.another_kind(_other(head))


def _other(head: bytes) -> str:
    for start, kind in _OTHERS:
        if head.startswith(start):
            return kind
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return "heic" if brand in _HEIC else "avif" if brand in _AVIF else "film"
    if head.startswith(b"RIFF"):
        return "webp" if head[8:12] == b"WEBP" else "film"
    return _in_words(head)


def _in_words(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<svg" in start:
        return "svg"
    if start.startswith(_MAIL):
        return "mail"
    try:
        head[: _HEAD - 4].decode()
    except UnicodeDecodeError:
        return "unknown"
    return "unknown" if b"\x00" in head else "text"
