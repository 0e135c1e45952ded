"""Papers about a record: its chronology, its changes, what came after sending, how it was sent.

What they need is gathered on the vault lane; making them touches no vault and may run on any lane.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

import msgspec

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.app import papers, sealing
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.papers import ENDINGS, Kind, Paper
from ffd_desktop.app.program import Program
from ffd_desktop.councils.bundled import after_form
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.clock_jump import ClockNote
from ffd_desktop.drafting.paper_notes import How, Left, PaperNote
from ffd_desktop.drafting.ports import DraftState, StoredEdit
from ffd_desktop.exporting.outline import Document
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.records import after_paper, chronology_paper, history_paper, sent_paper
from ffd_desktop.exporting.records.changes import changes
from ffd_desktop.exporting.records.frame import when_words
from ffd_desktop.exporting.records.history_paper import Happening
from ffd_desktop.exporting.records.questions import Questions
from ffd_desktop.exporting.records.sent_paper import SealedThing
from ffd_desktop.exporting.text import write_text
from ffd_desktop.following.due import all_due
from ffd_desktop.following.retention import review_of
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.sealed import REFERRAL, SealedFacts
from ffd_desktop.sending.submission import Submission
from ffd_desktop.vault.head_code import printed
from ffd_desktop.vault.keysfile import Anchor


class RecordKind(StrEnum):
    """Which paper about a record; also the end of its file's name."""

    CHRONOLOGY = "chronology"
    HISTORY = "history"
    AFTER = "after"
    SENT = "sending"


NAMES: Final[Mapping[RecordKind, str]] = {
    RecordKind.CHRONOLOGY: chronology_paper.NAME,
    RecordKind.HISTORY: history_paper.NAME,
    RecordKind.AFTER: after_paper.NAME,
    RecordKind.SENT: sent_paper.NAME,
}


class Record(Private, frozen=True):
    """All that the vault holds of one referral, for a paper about it.

    Attributes:
        first: As it was begun.
        begun: When, UTC, ISO form.
        sent: What became of each that was queued for a portal.
    """

    referral: Referral
    first: Referral
    begun: str
    state: DraftState
    edits: tuple[StoredEdit, ...]
    jumps: tuple[ClockNote, ...]
    papers: tuple[PaperNote, ...]
    sealed: tuple[SealedFacts, ...]
    sent: tuple[Submission, ...] = ()


def gather(desk: Desk, referral_id: str) -> Record:
    """Gather what papers about a record are made of; on the vault lane.

    Raises:
        ProblemForPerson: ``referral_missing``, ``referral_restricted``.
    """
    draft = desk.open(referral_id)
    row = desk.row(referral_id)
    return Record(
        draft.referral,
        desk.first(referral_id),
        row.created_at,
        draft.state,
        desk.history(referral_id),
        desk.clock_notes(referral_id),
        desk.papers_of(referral_id),
        draft.sealed,
        draft.sent,
    )


def make(
    program: Program,
    record: Record,
    which: RecordKind,
    kind: Kind = "pdf",
    *,
    head: Anchor | None = None,
    reader: Reader = Reader.COUNCIL,
) -> Paper:
    """Make a paper about a record in memory, as PDF or text.

    Raises:
        ProblemForPerson: ``council_unknown``, ``form_unknown``; ``not_for_family``: only the
            chronology is made for the family.
    """
    if reader is Reader.FAMILY and which is not RecordKind.CHRONOLOGY:
        raise ProblemForPerson(
            "This paper is for the school’s own file. Nothing was written.",
            "Make the copy for the family, or a copy for a subject access request.",
            "not_for_family",
        )
    shaped = msgspec.structs.replace(
        outline(program, record, which, reader=reader), record=printed(head)
    )
    name = name_of(record.referral, which, kind, reader)
    made = (
        papers.as_pdf(name, shaped) if kind == "pdf" else Paper(name, write_text(shaped).encode())
    )
    return made.about(record.referral.id, NAMES[which])


def name_of(
    referral: Referral, which: RecordKind, kind: Kind, reader: Reader = Reader.COUNCIL
) -> str:
    """Give the neutral name of a paper’s file."""
    copy = "-family" if reader is Reader.FAMILY else ""
    return f"{referral.reference}-{which.value}{copy}{ENDINGS[kind]}"


def outline(
    program: Program, record: Record, which: RecordKind, *, reader: Reader = Reader.COUNCIL
) -> Document:
    """Shape a paper about a record."""
    pack, form = papers.form_of(program, record.referral)
    now = program.clock.now()
    match which:
        case RecordKind.CHRONOLOGY:
            return chronology_paper.chronology_paper(
                record.referral, form, pack=pack, now=now, reader=reader
            )
        case RecordKind.HISTORY:
            return _history(program, record, pack, now)
        case RecordKind.AFTER:
            due = all_due(record.referral, pack, is_sealed=record.state is not DraftState.DRAFT)
            rows = tuple(map(_paper_row, record.papers))
            beside = after_paper.Beside(due, review_of(record.referral), rows)
            return after_paper.after_paper(
                record.referral, after_form(), beside, pack=pack, now=now
            )
        case RecordKind.SENT:
            things = tuple(map(_sealed_thing, record.sealed))
            received = tuple(_received(record))
            return sent_paper.sent_paper(record.referral, things, received, pack=pack, now=now)


def _history(program: Program, record: Record, pack: Pack, now: datetime) -> Document:
    _, form = papers.form_of(program, record.referral)
    forms = (form, after_form(), *(one for each in program.packs.values() for one in each.forms))
    changed = changes(
        record.first, record.edits, questions=Questions(forms), pack=pack, zone=now.tzinfo
    )
    return history_paper.history_paper(
        record.referral, changed, happenings(record), begun=local(record.begun), now=now
    )


def happenings(record: Record) -> Iterator[Happening]:
    """Yield what happened to a record besides its changes."""
    for jump in record.jumps:
        yield Happening(local(jump.by.at), jump.by.actor, jump.jump.words, jump.seq)
    for note in record.papers:
        yield Happening(local(note.by.at), note.by.actor, note.left.words, note.seq)
    for one in record.sealed:
        words = f"{_sealed_name(one)} sealed, {one.pages} pages, SHA-256 {one.short}"
        yield Happening(local(one.sealed_at), one.sealed_by, words)


def _received(record: Record) -> Iterator[str]:
    """Say what the council has, by its receipts."""
    names = {one.id: _sealed_name(one) for one in record.sealed}
    for one in record.sent:
        if one.receipt is not None:
            yield f"{names.get(one.sealed, 'The referral')}: received as {one.receipt.reference}."


def _paper_row(note: PaperNote) -> tuple[str, str, str, str]:
    whom = note.left.whom or "–"
    words = msgspec.structs.replace(note.left, whom="").words
    return (when_words(local(note.by.at)), note.by.actor, words, whom)


def _sealed_thing(one: SealedFacts) -> SealedThing:
    seal = sealing.seal_of((one,))
    if seal is None:
        raise AssertionError(one.id)
    copies = tuple((copy.name, copy.digest) for copy in one.attachments)
    return SealedThing(_sealed_name(one), seal, one.pages, copies)


def _sealed_name(one: SealedFacts) -> str:
    return f"Addendum {one.number - REFERRAL}" if one.is_addendum else "The referral"


def local(at: str) -> datetime:
    """Give a stored moment in the school's zone."""
    return datetime.fromisoformat(at).astimezone(SCHOOL_ZONE)


# ---- what left -------------------------------------------------------------------------------


def left(paper: Paper, how: How, whom: str = "") -> Left:
    """Describe a paper that was printed or saved, for the note of it."""
    digest = hashlib.sha256(paper.data).hexdigest()
    return Left(paper.what, how, whom.strip(), digest, paper.why)


def note(
    desk: Desk, referral_id: str, one: Left, *, screen: str, told: Callable[[str], object]
) -> None:
    """Note a paper; what hinders it is told and stops nothing, for the paper is made."""
    try:
        desk.note_paper(referral_id, one, screen=screen)
    except ProblemForPerson as problem:
        told(unnoted(problem).what)


def unnoted(problem: ProblemForPerson) -> ProblemForPerson:
    """Say that a paper was made, and could not be noted."""
    return ProblemForPerson(
        f"The paper is made. It could not be noted in the history that it was. {problem.what}",
        f"Write down elsewhere who has it. {problem.next_step}",
        problem.code,
    )
