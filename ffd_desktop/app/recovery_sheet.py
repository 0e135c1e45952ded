"""The recovery sheet: one page of paper that opens the vault when a passphrase is lost.

SECURITY: the code is drawn in memory only; nothing here writes a file.
"""

from __future__ import annotations

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.exporting.outline import (
    BulletList,
    Callout,
    Document,
    Fact,
    Heading,
    KeyFacts,
    Paragraph,
    ParagraphStyle,
    Tone,
)
from ffd_desktop.referral.dates import on
from ffd_desktop.vault.recovery import RecoveryCode

_STEPS = (
    "Start FFD Desktop and choose “Use the recovery code instead”.",
    "Type the groups in order. Capitals and spaces do not matter; O and 0 are the same.",
    "Set a new passphrase, then make a new sheet and destroy this one.",
)


def recovery_sheet(code: RecoveryCode, clock: Clock) -> bytes:
    """Draw the sheet as a PDF."""
    now = clock.now()
    day = on(now.date()).words()
    groups = "   ".join(code.groups())
    return write_pdf(
        Document(
            title="FFD Desktop recovery sheet",
            reference="Recovery sheet",
            made_at=day,
            moment=now,
            footer="Keep this sheet in a locked place",
            blocks=(
                Heading(1, "Recovery sheet"),
                Paragraph(
                    "This code opens the vault in which the school’s referrals are kept, "
                    "without a passphrase."
                ),
                KeyFacts((Fact("Recovery code", (groups,), strong=True), Fact("Made on", (day,)))),
                Callout(
                    "Lock this sheet away",
                    (
                        "Whoever has this sheet and the computer can read every referral.",
                        "Keep it in the school’s safe, away from the computer.",
                        "Do not photograph it or send it by e-mail.",
                    ),
                    Tone.CAUTION,
                ),
                Heading(2, "How to use it"),
                BulletList(_STEPS),
                Paragraph(
                    "The last group is a check symbol: the program uses it to notice a slip.",
                    ParagraphStyle.QUIET,
                ),
            ),
        )
    ).data
