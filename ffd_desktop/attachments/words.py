"""A file in words, and the neutral name under which a copy of it leaves."""

from __future__ import annotations

from typing import Final

from ffd_desktop.attachments.facts import MediaType
from ffd_desktop.referral.statements import Attachment

_KILO: Final = 1_000
_MEGA: Final = 1_000_000
_KINDS: Final = {
    MediaType.PDF: "PDF",
    MediaType.DOCX: "Word document",
    MediaType.JPEG: "Photograph (JPEG)",
    MediaType.PNG: "Picture (PNG)",
}


def size_words(size: int) -> str:
    """Say how large a file is, such as "2.4 MB"."""
    if size >= _MEGA:
        return f"{size / _MEGA:.1f} MB"
    return f"{max(size // _KILO, 1):,} kB"


def kind_words(media_type: str) -> str:
    """Say what kind of file it is; the bare type for one that is not known here."""
    try:
        return _KINDS[MediaType(media_type)]
    except ValueError:
        return media_type


def file_words(attachment: Attachment) -> str:
    """Say what an attachment's file is, in one line; empty when it has none."""
    if not attachment.file:
        return ""
    parts = [kind_words(attachment.media_type), size_words(attachment.size)]
    if attachment.pages:
        parts.append("1 page" if attachment.pages == 1 else f"{attachment.pages:,} pages")
    if attachment.width:
        parts.append(f"{attachment.width:,} by {attachment.height:,} pixels")
    return " \u00b7 ".join(parts)


def leaving_name(reference: str, number: int, media_type: str) -> str:
    """Give the name under which a copy leaves: the reference and a number, never a child's name."""
    try:
        ending = MediaType(media_type).ending
    except ValueError:
        ending = ""
    return f"{reference}-attachment-{number}{ending}"
