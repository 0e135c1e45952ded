"""What was sealed: the exact content and its PDF, by whom and when, and what was known then.

A frozen value; nothing changes it, and nothing unseals.
"""

from __future__ import annotations

from typing import Final

from ffd_desktop.councils.pack import Grade
from ffd_desktop.exporting.seal import short
from ffd_desktop.referral.private import Private

REFERRAL: Final = 1
"""The number of the referral itself; its addenda follow."""


class StoodFinding(Private, frozen=True, omit_defaults=True):
    """One finding as it stood when the referral was sealed; kept, and sent to nobody.

    Attributes:
        reason: In the words of the person who answered it; empty when nobody had.
    """

    rule: str
    grade: Grade
    path: str
    what: str
    answered: bool = False
    reason: str = ""


class LeavingCopy(Private, frozen=True):
    """A copy of an attachment's file, as it leaves with what was sealed.

    Attributes:
        attachment: The id of the attachment in the content.
        file: The id of the file in the vault, as it came in.
        name: Neutral: the reference and a number.
        digest: SHA-256 of the copy, in hexadecimal.
    """

    attachment: str
    file: str
    name: str
    media_type: str
    size: int
    digest: str


class SealedFacts(Private, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that is known of one sealed thing but its bytes.

    Attributes:
        id: Made once; what a receipt and an outbox name it by.
        referral: The id of the referral that it is, or belongs to.
        reference: The school's own, such as ``FFD-2026-0042``.
        number: 1 for the referral, 2 and on for its addenda.
        digest: SHA-256 of the content, in hexadecimal.
        pdf_digest: SHA-256 of the PDF.
        pages: Of the PDF.
        sealed_by: The member of staff's name as held in the vault.
        sealed_at: Wall-clock time, UTC, ISO form with milliseconds.
        pack_version: Of the council's pack, as it was read when this was sealed.
        attachments: The copies that leave with it.
        text: Of an addendum: its words.
    """

    id: str
    referral: str
    reference: str
    number: int
    digest: str
    pdf_digest: str
    pages: int
    sealed_by: str
    sealed_at: str
    council: str
    form: str
    pack_version: str
    findings: tuple[StoodFinding, ...] = ()
    attachments: tuple[LeavingCopy, ...] = ()
    text: str = ""

    @property
    def is_addendum(self) -> bool:
        """Whether it corrects or adds to a referral that was sealed before."""
        return self.number != REFERRAL

    @property
    def short(self) -> str:
        """The beginning of the digest in groups that can be read aloud."""
        return short(self.digest)

    @property
    def name(self) -> str:
        """A neutral name for its papers, without an ending: never the child's."""
        more = f"-addendum-{self.number - REFERRAL}" if self.is_addendum else ""
        return f"{self.reference}{more}"


class Sealed(SealedFacts, frozen=True, kw_only=True):
    """One sealed thing, whole.

    Attributes:
        content: Canonical JSON (RFC 8785): of the referral as it is sent, or of an addendum.
        pdf: Made from that content, once; the same bytes for ever.
    """

    content: bytes
    pdf: bytes


def facts_of(sealed: Sealed) -> SealedFacts:
    """Give what is known of a sealed thing without its bytes."""
    return SealedFacts(**{name: getattr(sealed, name) for name in SealedFacts.__struct_fields__})


def whole(facts: SealedFacts, *, content: bytes, pdf: bytes) -> Sealed:
    """Put the bytes to what is known of a sealed thing."""
    told = {name: getattr(facts, name) for name in SealedFacts.__struct_fields__}
    return Sealed(**told, content=content, pdf=pdf)
