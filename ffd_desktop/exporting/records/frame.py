"""The frame of every paper about a record: neutral title, whose record it is, the foot.

Chooses no content. No title, and so no file name or print job, holds a child’s name.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

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
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child

_FOOT: Final = "Confidential: child\u2019s personal data"


def when_words(moment: datetime) -> str:
    """Say a moment."""
    return f"{on(moment.date()).words()} at {moment:%H:%M}"


def framed(
    referral: Referral,
    blocks: Iterable[AnyBlock],
    *,
    name: str,
    about: str,
    now: datetime,
    foot: str = _FOOT,
) -> Document:
    """Put a paper together under its name, such as "Chronology".

    ``about`` says in a line or two what it is and what it leaves out.
    """
    title = f"{name} of referral record {referral.reference}"
    made_at = f"Made on {when_words(now)}"
    head: tuple[AnyBlock, ...] = (
        Heading(1, name, "record"),
        Paragraph(f"Reference {referral.reference}. {made_at}.", ParagraphStyle.QUIET),
        Paragraph(about),
    )
    return Document(
        title=title,
        reference=referral.reference,
        blocks=(Section((*head, *blocks)),),
        made_at=f"{made_at} with FFD Desktop.",
        footer=foot,
        moment=now,
    )


def whose(wording: Wording) -> KeyFacts:
    """Say which children a record is about, and which school keeps it."""
    referral = wording.referral
    children = tuple(_child(one, wording) for one in referral.referred_children())
    school = said(referral.referrer.school_name) or "Not named"
    return KeyFacts(
        (Fact("Children referred", children or ("Not named yet",)), Fact("School", (school,)))
    )


def _child(child: Child, wording: Wording) -> str:
    born = wording.dated(child.date_of_birth)
    return ", born ".join(part for part in (wording.someone(child.id), born) if part)
