"""Attachments on paper: what there is, and whether it goes inside this paper or stays in the vault.

No name of a file is ever printed: a copy that goes along has the reference and its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.attachments.words import file_words, leaving_name
from ffd_desktop.exporting.outline import AnyBlock, Paragraph, ParagraphStyle, Table
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import Attachment

_COLUMNS: Final = ("No.", "What it is", "Date", "File", "Where it is")
_SHARES: Final = (7.0, 33.0, 15.0, 23.0, 22.0)
_KINDS: Final = "attachment_kinds"
_GROUP: Final = 4
_GROUPS: Final = 3
_SEALED_DIGESTS: Final = (
    "The letters and numbers after \u201cSHA-256\u201d are how the fingerprint of the copy "
    "that goes with this paper begins: they tell whether it is still the same file."
)
_DIGESTS: Final = (
    "The letters and numbers after \u201cSHA-256\u201d are how the fingerprint of the file in the "
    "school\u2019s vault begins: they tell whether it is still the same file."
)


class Embedded(Private, frozen=True):
    """A copy of a file that goes inside a PDF.

    Attributes:
        attachment: The id of the attachment.
        name: Neutral, as ``leaving_name`` gives it.
        title: In the words of the referral; readers show it beside the name.
    """

    attachment: str
    name: str
    title: str
    media_type: str
    data: bytes


def attached(wording: Wording) -> Iterator[AnyBlock]:
    """Yield the list of what goes with a referral."""
    items = wording.referral.attachments
    if not items:
        return
    rows = tuple(_row(one, number, wording) for number, one in enumerate(items, start=1))
    yield Table(_COLUMNS, rows, shares=_SHARES)
    if any(one.digest for one in items):
        words = _SEALED_DIGESTS if wording.beside else _DIGESTS
        yield Paragraph(words, ParagraphStyle.QUIET)


def _row(one: Attachment, number: int, wording: Wording) -> tuple[str, ...]:
    kind = wording.code(_KINDS, one.kind) if one.kind is not None else ""
    return (
        str(number),
        _lines(said(one.title) or "No title given", kind, _by(one), _third_party(one)),
        said(one.date) or "No date given",
        _lines(*file_words(one).split(" \u00b7 "), _digest(wording.beside.get(one.id, one.digest)))
        or "None",
        _where(one, number, wording),
    )


def _by(one: Attachment) -> str:
    return f"By {said(one.author)}" if said(one.author) else ""


def _third_party(one: Attachment) -> str:
    if one.third_party_data is not True:
        return ""
    is_redacted = {True: "blacked out", False: "not blacked out"}.get(one.redacted is True)
    return f"Holds data about somebody else, {is_redacted}"


def _where(one: Attachment, number: int, wording: Wording) -> str:
    if one.id in wording.inside:
        name = leaving_name(wording.referral.reference, number, one.media_type)
        return f"Inside this PDF, as {name}"
    if one.id in wording.beside:
        name = leaving_name(wording.referral.reference, number, one.media_type)
        return f"Goes with this paper, as {name}"
    if one.file:
        return "In the school\u2019s vault; not with this paper"
    return "Named only: it comes another way"


def _digest(digest: str) -> str:
    groups = [digest[at : at + _GROUP] for at in range(0, _GROUP * _GROUPS, _GROUP)]
    return f"SHA-256 {' '.join(groups)}" if digest else ""


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
