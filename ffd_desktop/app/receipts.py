"""The council's receipts as papers. Reading one belongs to the vault lane, drawing it to any."""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.papers import Paper
from ffd_desktop.app.program import Program
from ffd_desktop.exporting.receipt_paper import Delivery, receipt_paper
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending.sealed import REFERRAL, SealedFacts
from ffd_desktop.sending.submission import State
from ffd_desktop.sending.words import delivered_at


def delivery_of(program: Program, desk: Desk, facts: SealedFacts) -> Delivery:
    """Give what a paper says of the delivery of something sealed.

    Raises:
        ProblemForPerson: ``no_receipt``.
    """
    submission = desk.outbox.of(facts.id)
    if submission is None or submission.receipt is None or submission.state is not State.DELIVERED:
        raise none_yet()
    at = datetime.fromisoformat(facts.sealed_at).astimezone(SCHOOL_ZONE)
    addendum = f"Addendum {facts.number - REFERRAL} to referral"
    return Delivery(
        reference=facts.reference,
        what=addendum if facts.is_addendum else "Referral",
        council=program.pack(facts.council).name,
        number=submission.receipt.reference,
        received=f"{delivered_at(submission.receipt)}, by the portal’s clock",
        sealed_by=f"{facts.sealed_by}, {at.day} {at:%B %Y} at {at:%H:%M}",
        digest=facts.digest,
        key=submission.key,
        documents=(f"{facts.name}.pdf", *(one.name for one in facts.attachments)),
    )


def paper(program: Program, desk: Desk, facts: SealedFacts) -> Paper:
    """Make a receipt as a PDF, in memory.

    Raises:
        ProblemForPerson: ``no_receipt``.
    """
    return drawn(facts, delivery_of(program, desk, facts), desk.clock.now())


def drawn(facts: SealedFacts, delivery: Delivery, now: datetime) -> Paper:
    """Draw a receipt; touches no vault. The file's name is neutral."""
    from ffd_desktop.adapters.pdf.writer import write_pdf

    made = write_pdf(receipt_paper(delivery, now=now))
    made_of = Paper(f"{facts.name}-receipt.pdf", made.data, made.pages)
    return made_of.about(facts.referral, "Receipt")


def none_yet() -> ProblemForPerson:
    """Nothing was delivered by this way."""
    return ProblemForPerson(
        "There is no receipt: nothing of this was delivered through a portal yet.",
        "Send it, or ask the council whether it has it.",
        "no_receipt",
    )
