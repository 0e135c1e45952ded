"""How a referral was sent, where no portal gave a receipt: the school’s own note, and what it was.

It is no receipt, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from ffd_desktop.councils.pack import Pack
from ffd_desktop.exporting.outline import (
    AnyBlock,
    Callout,
    Document,
    Fact,
    Heading,
    KeyFacts,
    Paragraph,
    Table,
    Tone,
)
from ffd_desktop.exporting.records.frame import framed, whose
from ffd_desktop.exporting.seal import Seal
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

NAME: Final = "Record of sending"
_ABOUT: Final = "How, when and by whom the referral was sent, as the school wrote it down."
_NO_RECEIPT: Final = (
    "This is the school\u2019s own note. The council has given no receipt through this program.",
    "A council can make the digest of the content again and compare.",
)
_OF_ITS_OWN: Final = "The receipt is a paper of its own; this is the school\u2019s note beside it."
_NOT_SEALED: Final = (
    "This referral is not sealed in this program, so nothing proves which words were sent."
)
_NOT_WRITTEN: Final = "Not written down"


class SealedThing(Private, frozen=True):
    """One sealed thing as the paper names it: "The referral" or "Addendum 1"."""

    name: str
    seal: Seal
    pages: int
    copies: tuple[tuple[str, str], ...] = ()


def sent_paper(
    referral: Referral,
    sealed: Sequence[SealedThing],
    received: Sequence[str] = (),
    *,
    pack: Pack,
    now: datetime,
) -> Document:
    """Return the record of how a referral was sent.

    ``received`` says what receipts the council gave, each a paper of its own; often none.
    """
    wording = Wording(as_sent(referral), pack, now.date())
    return framed(referral, _blocks(wording, sealed, received), name=NAME, about=_ABOUT, now=now)


def _blocks(
    wording: Wording, sealed: Sequence[SealedThing], received: Sequence[str]
) -> Iterator[AnyBlock]:
    after, pack = wording.referral.after, wording.pack
    yield whose(wording)
    yield Heading(2, "Sent", "sent")
    facts = (
        ("To", pack.name),
        ("How", wording.code("sending_ways", after.sent_how)),
        ("When", said(after.sent_on)),
        ("By whom", said(after.sent_by)),
        ("Acknowledged", said(after.acknowledged_on)),
        ("By whom at the council", said(after.acknowledged_by)),
        ("The council\u2019s reference", said(after.council_reference)),
    )
    yield KeyFacts(tuple(Fact(name, (words or _NOT_WRITTEN,)) for name, words in facts))
    if received:
        yield Callout("The council gave a receipt", (*received, _OF_ITS_OWN), Tone.PLAIN)
    else:
        yield Callout("No receipt", _NO_RECEIPT, Tone.PLAIN)
    yield Heading(2, "What was sent", "content")
    if not sealed:
        yield Paragraph(_NOT_SEALED)
    for one in sealed:
        yield Heading(3, one.name)
        yield Paragraph("\n".join((*one.seal.lines(), f"{one.pages} pages.")))
        if one.copies:
            yield Table(("File", "SHA-256"), one.copies)
