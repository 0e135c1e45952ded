"""Builds the screen of a record's papers, and notes each paper that leaves the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ffd_desktop.app import papers, records, subject_access
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.papers import Kind, Paper
from ffd_desktop.app.records import Record, RecordKind
from ffd_desktop.drafting.paper_notes import Left
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.exporting.subject.asked import Asked
from ffd_desktop.referral.model import Referral
from ui.papers import Failed, ProgramPapers
from ui.screen import Screen
from ui.shell.sealed_here import SealedHere

if TYPE_CHECKING:
    from ui.shell.building import Builder


class PaperNoting:
    """Notes papers on the vault lane; the window has gone on, for each paper is made."""

    def __init__(self, builder: Builder, desk: Desk) -> None:
        self._builder, self._desk = builder, desk

    def note(self, referral_id: str, left: Left, failed: Failed) -> None:
        """Note that a paper left."""
        self._builder.lanes.vault.submit(
            self._builder,
            lambda: self._desk.note_paper(referral_id, left, screen="papers"),
            _noted,
            failed,
        )


class RecordMaker:
    """Makes the papers about one record, on the work lane; reads the vault on its own lane."""

    def __init__(self, here: SealedHere) -> None:
        self._here = here
        self._id = here.draft.referral.id

    def make(self, which: RecordKind, kind: Kind) -> Paper:
        """Make a paper of the record as it is now."""
        desk, program = self._here.desk, self._here.program
        record: Record = self._here.lanes.vault.ask(lambda: records.gather(desk, self._id))
        return records.make(program, record, which, kind, head=desk.head)

    def make_subject(self, referral: Referral, asked: Asked, kind: Kind) -> Paper:
        """Make somebody's copy."""
        desk = self._here.desk
        return subject_access.make(self._here.program, referral, asked, kind, head=desk.head)

    def by_eye(self, referral: Referral, asked: Asked) -> tuple[str, ...]:
        """Say what must be looked at in it."""
        return subject_access.by_eye(self._here.program, referral, asked)


def record_screen(here: SealedHere, made: ProgramPapers) -> Screen:
    """Build the screen of one record that was taken from the shelf."""
    from ui.screens.record.screen import RecordScreen
    from ui.screens.record.tools import RecordTools

    desk, one, maker = here.desk, here.draft.referral.id, RecordMaker(here)
    _, form = papers.form_of(here.program, here.draft.referral)
    tools = RecordTools(
        form=form,
        papers=here.papers(made),
        make=maker.make,
        make_subject=maker.make_subject,
        by_eye=maker.by_eye,
        noted=lambda: desk.papers_of(one),
        copy=lambda: desk.copy(one, screen="record").id,
        work_lane=here.lanes.papers,
        vault_lane=here.lanes.vault,
        is_draft=here.draft.state is DraftState.DRAFT,
    )
    return RecordScreen(here.draft.referral, tools)


def _noted(_: None) -> None:
    """A note that was written speaks for itself."""
