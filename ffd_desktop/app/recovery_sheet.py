"""The sheets: one page of paper each, that opens the vault when a passphrase is lost.

SECURITY: the code is drawn in memory only; nothing here writes a file.
"""

from __future__ import annotations

import msgspec

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
from ffd_desktop.vault.recovery import PrintedCode, SchoolKey

_STEPS = (
    "Start FFD Desktop and choose “Use the recovery code instead”.",
    "Type the groups in order. Capitals and spaces do not matter; O and 0 are the same.",
    "Set a new passphrase, then make a new sheet and destroy this one.",
)


class _Says(msgspec.Struct, frozen=True):
    """What one kind of sheet says."""

    title: str
    label: str
    what: str
    kept: str
    steps: tuple[str, ...]


_RECOVERY = _Says(
    "Recovery sheet",
    "Recovery code",
    "This code opens the vault in which the school’s referrals are kept, without a passphrase.",
    "Keep it in the school’s safe, away from the computer.",
    _STEPS,
)
_SCHOOL = _Says(
    "School recovery key",
    "School’s recovery key",
    "This key opens the vault in which the school’s referrals are kept, when nobody who knows a "
    "passphrase is there: the safeguarding lead has left, or is ill.",
    "It belongs to the head teacher. Keep it in the head teacher’s safe, away from the computer "
    "and apart from the recovery sheet.",
    (
        _STEPS[0],
        _STEPS[1],
        "Set a new passphrase, then make a new school recovery key and destroy this sheet.",
    ),
)


def printed_sheet(code: PrintedCode, clock: Clock) -> bytes:
    """Draw the sheet of a code as a PDF; what it says depends on the kind of code."""
    says = _SCHOOL if isinstance(code, SchoolKey) else _RECOVERY
    now = clock.now()
    day = on(now.date()).words()
    groups = "   ".join(code.groups())
    return write_pdf(
        Document(
            title=f"FFD Desktop {says.title.lower()}",
            reference=says.title,
            made_at=day,
            moment=now,
            footer="Keep this sheet in a locked place",
            blocks=(
                Heading(1, says.title),
                Paragraph(says.what),
                KeyFacts((Fact(says.label, (groups,), strong=True), Fact("Made on", (day,)))),
                Callout(
                    "Lock this sheet away",
                    (
                        "Whoever has this sheet and the computer can read every referral.",
                        says.kept,
                        "Do not photograph it or send it by e-mail.",
                    ),
                    Tone.CAUTION,
                ),
                Heading(2, "How to use it"),
                BulletList(says.steps),
                Paragraph(
                    "The last group is a check symbol: the program uses it to notice a slip.",
                    ParagraphStyle.QUIET,
                ),
            ),
        )
    ).data
