"""The papers of one record: choose one, print or save it, and see what was printed before.

Makes no paper itself, and asks nothing but for whom it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.app import records, subject_access
from ffd_desktop.app.papers import Kind as PaperKind
from ffd_desktop.app.papers import Paper, name_of
from ffd_desktop.drafting.paper_notes import PaperNote
from ffd_desktop.exporting.records.frame import when_words
from ffd_desktop.exporting.subject.asked import Asked
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import called
from ui.destinations import ToAfter, ToDraft, ToShelf
from ui.lanes import Lane
from ui.paper_actions import PaperActions
from ui.screen import Screen, text_of
from ui.screens.record.subject_part import SubjectPart
from ui.screens.record.tools import RecordTools
from ui.screens.record.which_part import WhichPart
from ui.screens.record.words import KINDS, NOTHING_YET, REOPEN, Which
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words


class RecordScreen(Screen):
    """The papers of a record."""

    title = "Papers of a record"

    def __init__(self, referral: Referral, tools: RecordTools) -> None:
        super().__init__()
        self._referral, self._tools = referral, tools
        self._work, self._vault = Lane(tools.work_lane, self), Lane(tools.vault_lane, self)
        self.papers = PaperActions(self, papers=tools.papers, lane=tools.work_lane)
        self.news, self.trouble = Banner(), Banner()
        self.back = Button("‹ Back to the shelf", "quiet", says="Back to the shelf")
        self.after = Button("After sending", "link")
        self.which = WhichPart()
        self.subject = SubjectPart(referral, tools.form)
        self.print_button = Button("Print …", "primary", says="Print")
        self.pdf_button = Button("Save as PDF …", says="Save as PDF")
        self.text_button = Button("Save as text …", says="Save as text")
        self.stop = Button("Stop", "quiet", says="Stop making the paper")
        self.reopen = Button("New referral from this one")
        self.noted = Panel("sunken")
        self._lay_out()
        self._listen()

    def entered(self) -> None:
        """Start on the choice of a paper."""
        self.which.radios[self.which.which].setFocus()
        self._look()

    def half_typed(self) -> Mapping[str, object]:
        """Give which paper, for whom, and what of a request was filled in."""
        typed = {"which": self.which.which.value, "whom": self.which.whom.text()}
        return {**typed, **self.subject.half_typed()}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Choose the same again."""
        radio = {one.value: each for one, each in self.which.radios.items()}
        chosen = radio.get(text_of(typed, "which"))
        if chosen is not None:
            chosen.setChecked(True)
        self.which.whom.setText(text_of(typed, "whom"))
        self.subject.put_back(typed)

    # ---- what the person does ---------------------------------------------------------------

    def _on_which(self, which: Which) -> None:
        self.news.clear()
        self.subject.setVisible(which is Which.SUBJECT)

    def _on_subject(self) -> None:
        asked = self.subject.asked()
        if asked is not None:
            self._work.run(
                lambda: self._tools.by_eye(self._referral, asked),
                done=self.subject.show_by_eye,
                failed=self.trouble.show_problem,
            )

    def _on_print(self) -> None:
        made = self._maker("pdf")
        if made is not None:
            self.papers.print_made(made[1])

    def _on_save(self, kind: PaperKind) -> None:
        made = self._maker(kind)
        if made is not None:
            self.papers.save_made(made[0], kind, made[1])

    def _maker(self, kind: PaperKind) -> tuple[str, Callable[[], Paper]] | None:
        """Give the file’s name and what makes the paper; ``None`` while more is to be said."""
        which, referral, tools = self.which.which, self._referral, self._tools
        self.trouble.clear()
        self.papers.whom = self.which.whom.text()
        if which is Which.SUBJECT:
            return self._subject_maker(self.subject.ready(), kind)
        if which is Which.REFERRAL:
            return name_of(referral, kind), partial(tools.papers.make, referral, kind)
        wanted = KINDS[which]
        return records.name_of(referral, wanted, kind), partial(tools.make, wanted, kind)

    def _subject_maker(
        self, asked: Asked | None, kind: PaperKind
    ) -> tuple[str, Callable[[], Paper]] | None:
        if asked is None:
            return None
        name = subject_access.name_of(self._referral, kind)
        return name, partial(self._tools.make_subject, self._referral, asked, kind)

    def _on_reopen(self) -> None:
        self._vault.run(
            self._tools.copy,
            done=lambda made: self.wants(ToDraft(made)),
            failed=self.trouble.show_problem,
        )

    def _on_said(self, words: str) -> None:
        if words:
            self.news.tell("note", words)
        else:
            self.news.clear()

    # ---- what was printed before ------------------------------------------------------------

    def _look(self) -> None:
        self._vault.run(self._tools.noted, done=self._show_noted, failed=self.trouble.show_problem)

    def _show_noted(self, found: tuple[PaperNote, ...]) -> None:
        self.noted.clear()
        self.noted.add(Words("Printed and saved before", Kind.HEADING))
        for note in reversed(found):
            when = f"{when_words(records.local(note.by.at))}, {note.by.actor}"
            self.noted.add(Words(note.left.words, Kind.STRONG), Words(when, Kind.HINT))
            self.noted.add(*(Words(one, Kind.HINT) for one in note.left.why))
        if not found:
            self.noted.add(Words(NOTHING_YET))

    # ---- the page ---------------------------------------------------------------------------

    def _listen(self) -> None:
        self.back.clicked.connect(lambda: self.wants(ToShelf()))
        self.after.clicked.connect(lambda: self.wants(ToAfter(self._referral.id)))
        self.which.chosen.connect(self._on_which)
        self.subject.changed.connect(self._on_subject)
        self.print_button.clicked.connect(self._on_print)
        self.pdf_button.clicked.connect(partial(self._on_save, "pdf"))
        self.text_button.clicked.connect(partial(self._on_save, "text"))
        self.stop.clicked.connect(self.papers.stop)
        self.reopen.clicked.connect(self._on_reopen)
        self.papers.said.connect(self._on_said)
        self.papers.failed.connect(self.trouble.show_problem)
        self.papers.busy.connect(self.stop.setVisible)
        self.papers.noted.connect(self._look)

    def _lay_out(self) -> None:
        names = ", ".join(filter(None, map(called, self._referral.referred_children())))
        about = "  ·  ".join(one for one in (names, self._referral.reference) if one)
        page = Page(widest=860)
        page.add(
            beside(self.back, self.after),
            Words("Papers of this record", Kind.TITLE),
            Words(about, Kind.HINT),
            self.trouble,
            self.which,
            self.subject,
            self.news,
            beside(self.print_button, self.pdf_button, self.text_button, self.stop),
            SPACE.small,
            self.noted,
            self._new_from_this(),
        )
        self.subject.hide()
        self.stop.hide()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)

    def _new_from_this(self) -> QWidget:
        part = Panel()
        part.add(Words("Something new about the same family?", Kind.HEADING), Words(REOPEN))
        part.add(beside(self.reopen))
        part.setVisible(not self._tools.is_draft)
        return part
