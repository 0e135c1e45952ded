"""The package of a submission: what lies inside the JWE, as resources/portal/openapi.yaml says.

Puts sealed bytes into one JSON document and changes none of them.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

from ffd_desktop.referral.private import Private
from ffd_desktop.sending.sealed import LeavingCopy, Sealed
from ffd_desktop.sending.submission import as_digest

MEDIA_TYPE: Final = "application/vnd.ffd.package+json"
_VERSION: Final = 1


class Document(Private, frozen=True, omit_defaults=True, kw_only=True):
    """One document of a package, with its bytes in base64."""

    role: Literal["referral", "attachment"]
    name: str
    media_type: str
    digest: str
    data: str
    attachment: str = ""


class Package(Private, frozen=True, kw_only=True):
    """Everything that is handed over at once."""

    package: int = _VERSION
    key: str
    reference: str
    number: int
    content: str
    content_digest: str
    documents: tuple[Document, ...]


def packed(sealed: Sealed, copies: Sequence[tuple[LeavingCopy, bytes]], *, key: str) -> bytes:
    """Pack a sealed thing and the copies of its attachments for one submission."""
    paper = Document(
        role="referral",
        name=f"{sealed.name}.pdf",
        media_type="application/pdf",
        digest=_digest(sealed.pdf),
        data=_text(sealed.pdf),
    )
    return msgspec.json.encode(
        Package(
            key=key,
            reference=sealed.reference,
            number=sealed.number,
            content=_text(sealed.content),
            content_digest=as_digest(sealed.digest),
            documents=(paper, *(_attached(copy, data) for copy, data in copies)),
        )
    )


def _attached(copy: LeavingCopy, data: bytes) -> Document:
    return Document(
        role="attachment",
        name=copy.name,
        media_type=copy.media_type,
        digest=_digest(data),
        data=_text(data),
        attachment=copy.attachment,
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _digest(data: bytes) -> str:
    return as_digest(hashlib.sha256(data).hexdigest())
