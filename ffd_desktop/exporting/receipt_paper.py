"""The council's receipt as a paper: what was received, when, and that it is what was sealed."""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.exporting.outline import (
    AnyBlock,
    Document,
    Fact,
    Heading,
    KeyFacts,
    Paragraph,
    ParagraphStyle,
    Section,
)
from ffd_desktop.exporting.seal import grouped
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.private import Private


class Delivery(Private, frozen=True):
    """What a paper says of a delivery; all of it was told by a receipt that matched.

    Attributes:
        what: Such as "The referral" or "Addendum 1".
        council: Its name.
        number: The council's own reference.
        received: When, in words, by the portal's clock.
        digest: SHA-256 of the sealed content, in hexadecimal; the receipt bears the same.
        key: The number of the submission, for questions to the council's support.
    """

    reference: str
    what: str
    council: str
    number: str
    received: str
    sealed_by: str
    digest: str
    key: str
    documents: tuple[str, ...]


def receipt_paper(delivery: Delivery, *, now: datetime) -> Document:
    """Return the outline of a receipt; it names no child."""
    made = f"{on(now.date()).words()} at {now:%H:%M}"
    blocks: tuple[AnyBlock, ...] = (
        Heading(1, "Receipt", "receipt"),
        Paragraph(
            f"{delivery.what} {delivery.reference}, received by {delivery.council}.",
            ParagraphStyle.QUIET,
        ),
        KeyFacts(
            (
                Fact("The council’s reference", (delivery.number,), strong=True),
                Fact("Received", (delivery.received,)),
                Fact("Sealed by", (delivery.sealed_by,)),
                Fact("Documents", delivery.documents),
                Fact("Fingerprint", (f"SHA-256 {grouped(delivery.digest)}",)),
                Fact("Submission", (delivery.key,)),
            )
        ),
        Paragraph(
            "The council’s portal worked this fingerprint out of the words as they arrived, and "
            "gave it back. It is the one on every page of the sealed paper, so what the council "
            "has is what was sealed."
        ),
    )
    return Document(
        title=f"Receipt for referral record {delivery.reference}",
        reference=delivery.reference,
        blocks=(Section(blocks),),
        made_at=f"Printed on {made}",
        fingerprint=f"SHA-256 {grouped(delivery.digest[:16])}",
        moment=now,
    )
