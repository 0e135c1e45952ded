"""The paper of an addendum: what it belongs to, about whom, and its words. Draws nothing."""

from __future__ import annotations

from typing import Final

from ffd_desktop.councils.pack import Pack
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
from ffd_desktop.exporting.seal import Seal
from ffd_desktop.exporting.wording import said
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import called

_ABOUT: Final = (
    "The referral itself stays as it was sealed. This addendum corrects it or adds to it, and is "
    "to be read with it."
)


def addendum_paper(
    referral: Referral, text: str, *, place: int, pack: Pack, seal: Seal, corrects: Seal
) -> Document:
    """Return the outline of an addendum.

    Args:
        referral: As it was sealed.
        text: The addendum's own words.
        place: The first is 1.
        pack: Of the council that the referral went to.
        seal: The addendum's own.
        corrects: The seal of the referral.
    """
    title = f"Addendum {place} to referral record {referral.reference}"
    school = said(referral.referrer.school_name) or "The school is not named"
    blocks: tuple[AnyBlock, ...] = (
        Heading(1, f"Addendum {place}", "addendum"),
        Paragraph(
            f"To {pack.name}. From {school}.\nReference {referral.reference}.",
            ParagraphStyle.QUIET,
        ),
        Paragraph("\n".join(seal.lines()), ParagraphStyle.QUIET),
        KeyFacts(
            (
                Fact("Children", tuple(_children(referral))),
                Fact("Belongs to", ("The referral", *corrects.lines())),
            )
        ),
        Paragraph(_ABOUT),
        Heading(2, "What is corrected or new, and why", "text"),
        Paragraph(text),
    )
    return Document(
        title=title,
        reference=f"{referral.reference}, addendum {place}",
        blocks=(Section(blocks),),
        made_at=f"Sealed on {seal.when}",
        fingerprint=seal.foot,
        moment=seal.at,
    )


def _children(referral: Referral) -> list[str]:
    told = [(called(one), said(one.date_of_birth)) for one in referral.referred_children()]
    named = [", born ".join(filter(None, one)) for one in told if one[0]]
    return named or ["Not named"]
