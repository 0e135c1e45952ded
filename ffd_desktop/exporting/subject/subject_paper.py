"""The paper of a subject access request. Names nobody in its title; claims no exemption aloud."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import msgspec

from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.councils.pack import Section as FormSection
from ffd_desktop.exporting.family_copy import family_form
from ffd_desktop.exporting.outline import (
    AnyBlock,
    Callout,
    Document,
    Fact,
    Figure,
    Heading,
    KeyFacts,
    Paragraph,
    Section,
    Tone,
)
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.records.frame import framed
from ffd_desktop.exporting.sections import form_sections
from ffd_desktop.exporting.subject.asked import ANOTHER, Asked, label, subject_of
from ffd_desktop.exporting.subject.subject_copy import for_subject
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral

NAME: Final = "Copy for a subject access request"
_FOOT: Final = "Copy of one person\u2019s data. Confidential"
_ABOUT: Final = "What the school holds in this record about one person."
_TAKEN_OUT: Final = (
    f"Where words are about somebody else, they are taken out and \u201c{ANOTHER}\u201d stands for "
    "them. Entries that are about others alone are not here."
)
_KEPT_BACK: Final = "\u201cKept back\u201d stands for what somebody\u2019s safety may hang on."
_WITHHELD: Final = "Parts are withheld, as the Data Protection Act 2018 allows."
_NOTHING: Final = "In this record nothing about this person is left to give."


def subject_paper(
    referral: Referral, form: Form, after: Form, asked: Asked, *, pack: Pack, now: datetime
) -> Document:
    """Return one person’s copy; ``after`` asks for what came after sending.

    Raises:
        ProblemForPerson: ``subject_unknown``; ``exemption_unclear``: no reason for what is claimed.
    """
    subject = subject_of(referral, asked)
    if subject is None:
        raise _unknown()
    if asked.missing():
        raise _unclear(asked)
    wording = Wording(for_subject(referral, form, asked), pack, now.date(), Reader.FAMILY)
    blocks = _blocks(wording, form, after, asked, label(subject))
    return framed(referral, blocks, name=NAME, about=_ABOUT, now=now, foot=_FOOT)


def _blocks(
    wording: Wording, form: Form, after: Form, asked: Asked, name: str
) -> Iterator[AnyBlock]:
    school = said(wording.referral.referrer.school_name) or "Not named"
    yield KeyFacts((Fact("Data of", (name,)), Fact("Held by", (school,))))
    withheld = (_WITHHELD,) if asked.withheld or asked.grounds else ()
    yield Callout("What is not here", (_TAKEN_OUT, _KEPT_BACK, *withheld), Tone.PLAIN)
    told = [*_sections(form, wording, asked), *_sections(after, wording, asked)]
    yield from told or (Paragraph(_NOTHING),)


def _sections(form: Form, wording: Wording, asked: Asked) -> Iterator[AnyBlock]:
    shown = family_form(form)
    kept = tuple(one for one in shown.sections if _is_shown(one, wording.referral, asked))
    told = form_sections(
        msgspec.structs.replace(shown, sections=kept), wording, counts_what_is_left=False
    )
    drawn = {one.on_paper or one.title for one in kept if one.repeats == "relationships"}
    for block in told:
        yield _undrawn(block) if isinstance(block, Section) and _head(block) in drawn else block


def _is_shown(section: FormSection, referral: Referral, asked: Asked) -> bool:
    """Tell whether a section stands in the copy; one of adults only with somebody’s name."""
    if section.key in asked.withheld:
        return False
    stay = {asked.subject, *asked.named}
    return section.repeats != "people" or any(one.id in stay for one in referral.people)


def _head(section: Section) -> str:
    first = section.blocks[0]
    return first.text if isinstance(first, Heading) else ""


def _undrawn(section: Section) -> Section:
    """Give a section without its picture, which would show the others of the family."""
    return Section(tuple(one for one in section.blocks if not isinstance(one, Figure)))


def _unknown() -> ProblemForPerson:
    return ProblemForPerson(
        "Nobody of that id is among the children and adults of this referral. Nothing was made.",
        "Choose one of them; ‘referral show’ gives their ids.",
        "subject_unknown",
    )


def _unclear(asked: Asked) -> ProblemForPerson:
    return ProblemForPerson(
        "Nothing was made yet: an exemption needs a reason.",
        " ".join(asked.missing()),
        "exemption_unclear",
    )
