"""What the front page says of single children besides the table of those who are referred."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.exporting.outline import Paragraph, ParagraphStyle
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.people import Child


def not_referred(wording: Wording) -> Iterator[Paragraph]:
    """Name those of the family who are not referred: they are easily taken to be forgotten."""
    others = [child for child in wording.referral.children if not child.referred]
    if others:
        names = (f"{wording.someone(one.id)}{_age(one, wording)}" for one in others)
        words = f"Also in the family, not referred: {', '.join(names)}."
        yield Paragraph(words, ParagraphStyle.QUIET)


def differing_consent(wording: Wording) -> Iterator[str]:
    """Say for whom consent is not as it is for the family."""
    decided = wording.referral.consent.decision
    for child in wording.referral.referred_children():
        if is_answered(child.consent_decision) and child.consent_decision != decided:
            words = wording.code("consent_decision", child.consent_decision)
            yield f"Otherwise for {wording.someone(child.id)}: {words}"


def _age(child: Child, wording: Wording) -> str:
    born = wording.dated(child.date_of_birth)
    return f" ({born.rpartition('(')[2]}" if born.endswith(")") else ""
