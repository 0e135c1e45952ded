"""The chronology as a paper of its own: its picture and its rows, as they stand in the referral."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.exporting.chronology import chronology
from ffd_desktop.exporting.family_copy import for_family
from ffd_desktop.exporting.outline import AnyBlock, Document, Paragraph
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.records.frame import framed, whose
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.model import Referral

NAME: Final = "Chronology"
_ABOUT: Final = "What happened and when, as far as the school knows, in the order of time."
_NOTHING: Final = "No event has been written down yet."


def chronology_paper(
    referral: Referral, form: Form, *, pack: Pack, now: datetime, reader: Reader = Reader.COUNCIL
) -> Document:
    """Return the chronology as a paper; rows that stay on file are only counted."""
    referral = as_sent(referral)
    if reader is Reader.FAMILY:
        referral = for_family(referral, form)
    wording = Wording(referral, pack, now.date(), reader)
    return framed(referral, _blocks(wording), name=NAME, about=_ABOUT, now=now)


def _blocks(wording: Wording) -> Iterator[AnyBlock]:
    yield whose(wording)
    rows = tuple(chronology(wording))
    yield from rows or (Paragraph(_NOTHING),)
