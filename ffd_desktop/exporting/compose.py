"""Shapes a referral for its reader: front page, then the form in its own order.

Chooses words and order only; how they look is the exporter's affair. Names nobody in the title.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final

from ffd_desktop.checking.finding import Finding
from ffd_desktop.councils.pack import Form, Grade, Pack
from ffd_desktop.exporting.family_copy import family_form, for_family
from ffd_desktop.exporting.front_page import front_page
from ffd_desktop.exporting.outline import Document
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.seal import Seal
from ffd_desktop.exporting.sections import form_sections
from ffd_desktop.exporting.wording import NOTHING_BESIDE, Wording
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.model import Referral

TITLES: Final = {
    Reader.COUNCIL: "Referral record {reference}",
    Reader.FAMILY: "Copy for the family of referral record {reference}",
}
FOOTERS: Final = {
    Reader.COUNCIL: "Confidential: child\u2019s personal data",
    Reader.FAMILY: "Copy for the family. Confidential: child\u2019s personal data",
}


def compose(
    referral: Referral,
    form: Form,
    *,
    pack: Pack,
    findings: Sequence[Finding],
    now: datetime,
    seal: Seal | None = None,
    reader: Reader = Reader.COUNCIL,
    inside: Collection[str] = (),
    beside: Mapping[str, str] = NOTHING_BESIDE,
) -> Document:
    """Return the outline of a referral; it is a draft while any finding of grade must is left.

    With a ``seal`` it is no draft, whatever was found; ``inside`` are the ids of the attachments
    whose files go inside the paper, ``beside`` gives the digest of each copy that goes beside a
    sealed one. What colleagues said to each other, and what a family may not read, is taken out
    before anything else is done.
    """
    referral = as_sent(referral)
    if reader is Reader.FAMILY:
        referral, form = for_family(referral, form), family_form(form)
    wording = Wording(referral, pack, now.date(), reader, inside=inside, beside=beside)
    made_at = f"Made on {on(now.date()).words()} at {now:%H:%M}"
    to_put_right = sum(finding.grade is Grade.MUST for finding in findings) if not seal else 0
    front = front_page(form, wording, made_at=made_at, to_put_right=to_put_right, seal=seal)
    return Document(
        title=TITLES[reader].format(reference=referral.reference),
        reference=referral.reference,
        blocks=(front, *form_sections(form, wording)),
        made_at=f"{_made(made_at, seal)}. Form of {pack.name}, version {pack.version}.",
        draft=to_put_right > 0,
        fingerprint=seal.foot if seal else "",
        moment=now,
        footer=FOOTERS[reader],
    )


def _made(made_at: str, seal: Seal | None) -> str:
    return f"Sealed on {seal.when}" if seal else f"{made_at} with FFD Desktop"
