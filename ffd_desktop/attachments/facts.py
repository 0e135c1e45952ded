"""What is known of a file that came in. Holds no byte of it."""

from __future__ import annotations

from enum import StrEnum

from ffd_desktop.referral.private import Private


class MediaType(StrEnum):
    """The kinds of file that come in; everything else is told what to do."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    JPEG = "image/jpeg"
    PNG = "image/png"

    @property
    def ending(self) -> str:
        """How the name of such a file ends."""
        return f".{self.name.lower().replace('jpeg', 'jpg')}"

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture, whose copy is cleaned when it leaves."""
        return self in {MediaType.JPEG, MediaType.PNG}


class FileFacts(Private, frozen=True, omit_defaults=True):
    """What is known of one file.

    Attributes:
        name: As it came; it may name a child, so it never leaves the vault by itself.
        digest: SHA-256 of the bytes as they came, in hexadecimal.
        pages: Of a PDF.
        width: Of a picture, in pixels, as it is looked at.
        height: The same.
        reaches_out: Whether it asks for something from elsewhere when another program opens it.
    """

    name: str
    media_type: MediaType
    size: int
    digest: str
    pages: int = 0
    width: int = 0
    height: int = 0
    reaches_out: bool = False
