"""The check screen: findings with links, the front page, and the ways out of the program.

Nothing here is a gate: every button works whatever the list says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ffd_desktop.app.papers import Kind as PaperKind
from ffd_desktop.checking.findings import Finding
from ffd_desktop.checking.passages import Memory
from ffd_desktop.councils.forms import Form
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.referral.commenting import open_comments
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.spoken import Spoken
from ui.destinations import ToCheck, ToDraft, ToSheet
from ui.lanes import Lane, Submits
from ui.paper_actions import PaperActions
from ui.papers import Papers
from ui.screen import Screen, text_of
from ui.screens.check.findings_here import FindingsHere
from ui.screens.check.findings_list import comments_words
from ui.screens.check.for_whom import FamilyNotice, ForWhom
from ui.screens.check.preview import Preview
from ui.screens.check.sealed_part import SealedTools
from ui.screens.check.sealing_here import SealingHere
from ui.screens.check.which_form import WhichForm, Written
from ui.sealing import Seals
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.keep_in_view import KeepInView
from ui.widgets.telling import Telling
from ui.widgets.words import Kind, Words

WIDE = 900


class CheckTools(msgspec.Struct, frozen=True):
    """What the shell lends the check screen.

    Attributes:
        work_lane: Makes papers.
        forms: The forms that it can be written on; none where it is fixed.
        aim: Aims the referral at one of them, on ``vault_lane``.
        memory: Knows which of its names are those of other pupils.
        seals: Seals it; ``None`` where it is no draft.
        sealed: What was sealed of it; ``None`` for a draft.
        copy: Puts a copy on the shelf and gives its id, on ``vault_lane``.
        change: Makes an edit of the draft durable, on ``vault_lane``; none where it is fixed.
    """

    pack: Pack
    form: Form
    clock: Clock
    papers: Papers
    work_lane: Submits
    vault_lane: Submits
    forms: tuple[Written, ...] = ()
    aim: Callable[[Aim], object] = lambda _: None
    memory: Memory | None = None
    seals: Seals | None = None
    sealed: SealedTools | None = None
    copy: Callable[[], str] = str
    change: Callable[[Referral, Edit], Referral] | None = None


class CheckScreen(Screen):
    """A referral looked over before it goes out."""

    title = "Check"

    def __init__(self, referral: Referral, tools: CheckTools) -> None:
        super().__init__()
        self._referral = referral
        self.findings = FindingsHere(referral, tools)
        self.preview = Preview(tools.papers, tools.work_lane, is_sealed=tools.sealed is not None)
        self.papers = PaperActions(self, papers=tools.papers, lane=tools.work_lane)
        self.for_whom = ForWhom()
        self.notice = FamilyNotice(referral, tools.form)
        self.telling = Telling()
        self.comments = Words("", Kind.HINT)
        self.which_form = WhichForm(referral, tools.forms)
        self.another = Button("Another form …", "link", does=self.which_form.open)
        self.another.setAccessibleName("Another form")
        self.sealing = SealingHere(self, referral, tools, self.findings.looked.findings)
        self._aim, self._vault = tools.aim, Lane(tools.vault_lane, self)
        self.news, self.trouble = Banner(), Banner()
        where = "referral" if self.sealing.part else "draft"
        self.back = Button(f"‹ Back to the {where}", "quiet", says=f"Back to the {where}")
        can_seal = self.sealing.can_seal
        self.print_button = Button("Print …", "secondary" if can_seal else "primary", says="Print")
        self.pdf_button = Button("Save as PDF …", says="Save as PDF")
        self.encrypted_button = Button("Save as encrypted PDF …", says="Save as encrypted PDF")
        self.text_button = Button("Save as text …", says="Save as text")
        self.json_button = Button("Save as JSON …", says="Save as JSON")
        self.sheet_button = Button("Transfer sheet", says="Transfer sheet for the web form")
        self.seal_button = Button("Seal …", "primary", says="Seal")
        if not can_seal:
            self.seal_button.hide()
        self._lay_out(tools.form)
        self._listen()
        self.preview.make(referral)

    def entered(self) -> None:
        """Start on the first finding, or on Print when there is none."""
        cards = [] if self.sealing.part else self.findings.shown.cards
        start: QWidget = cards[0].link if cards else self.print_button
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture of the page out where there is no room for it."""
        super().resizeEvent(event)
        scale = style_now().pixels
        self._beside.setVisible(self.width() >= scale(WIDE))
        self._beside.setFixedWidth(min(scale(470), self.width() * 4 // 10))
        room = self.width() - self._beside.width() - scale(720)
        left = min(max(room // 2, SPACE.wide), SPACE.page + SPACE.wide)
        self._column.setContentsMargins(left, SPACE.page, max(room - left, SPACE.wide), SPACE.page)

    def _on_followed(self, finding: Finding) -> None:
        self.wants(ToDraft(self._referral.id, section=finding.section, path=finding.path))

    def _on_changed(self, referral: Referral) -> None:
        self._referral = referral
        self.sealing.take(referral)
        self.entered()

    def _on_said(self, words: str) -> None:
        if words:
            self.trouble.clear()
            self.news.tell("note", words)
        else:
            self.news.clear()

    def _on_form(self, aim: Aim) -> None:
        self._vault.run(
            lambda: self._aim(aim),
            done=lambda _: self.wants(ToCheck(self._referral.id)),
            failed=self.trouble.show_problem,
        )

    def leave(self, left: Callable[[], None]) -> None:
        """Make the words of an addendum durable, if there is one; then call ``left``."""
        self.sealing.leave(left)

    def stay(self) -> None:
        """Give up leaving; saving goes on."""
        self.sealing.stay()

    def half_typed(self) -> Mapping[str, object]:
        """Give the reader who is not the council, and reasons half written; no agreement."""
        reader, reasons = self.for_whom.reader, self.findings.half_typed()
        typed = {"reader": reader.value} if reader is not Reader.COUNCIL else {}
        return {**typed, "reasons": reasons} if reasons else typed

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Choose the same reader: the council’s paper must not come into the family’s hands."""
        if text_of(typed, "reader") == Reader.FAMILY:
            self.for_whom.family.setChecked(True)
        self.findings.put_back(typed.get("reasons"))

    def _on_reader(self, reader: Reader) -> None:
        self.news.clear()  # it spoke of the paper for somebody else
        self.notice.open(on=reader is Reader.FAMILY)
        self.list.verticalScrollBar().setValue(0)
        self.json_button.setVisible(reader is Reader.COUNCIL)
        self.preview.make(self._referral, reader)

    def _save(self, kind: PaperKind) -> None:
        self._go(lambda: self.papers.save(self._referral, kind, self.for_whom.reader))

    def _on_seal(self) -> None:
        self.trouble.clear()
        self.list.verticalScrollBar().setValue(0)
        self.sealing.panel.ask()

    def _save_encrypted(self) -> None:
        self._go(lambda: self.papers.save_encrypted(self._referral, self.for_whom.reader))

    def _on_encrypted(self, spoken: Spoken, name: str) -> None:
        self.list.verticalScrollBar().setValue(0)
        self.telling.show_passphrase(spoken, name)

    def _go(self, make: Callable[[], None]) -> None:
        """Make a paper; a copy for the family that may be unsafe is agreed to first."""
        if self.for_whom.reader is Reader.FAMILY and not self.notice.may_go:
            self.notice.ask()
        else:
            make()

    def _listen(self) -> None:
        papers, referral = self.papers, self._referral
        self.findings.followed.connect(self._on_followed)
        self.findings.failed.connect(self.trouble.show_problem)
        self.findings.changed.connect(self._on_changed)
        self.preview.failed.connect(self.trouble.show_problem)
        papers.said.connect(self._on_said)
        papers.failed.connect(self.trouble.show_problem)
        papers.failed.connect(self.news.clear)
        papers.busy.connect(self._stop.setVisible)
        papers.encrypted.connect(self._on_encrypted)
        self.telling.copies.connect(self.copies)
        self.encrypted_button.clicked.connect(self._save_encrypted)
        self.back.clicked.connect(lambda: self.wants(ToDraft(referral.id)))
        self.for_whom.chosen.connect(self._on_reader)
        self.which_form.chosen.connect(self._on_form)
        self.print_button.clicked.connect(
            lambda: self._go(lambda: papers.print_referral(self._referral, self.for_whom.reader))
        )
        for button, kind in self._saving().items():
            button.clicked.connect(partial(self._save, kind))
        self.sheet_button.clicked.connect(lambda: self.wants(ToSheet(referral.id)))
        self._stop.clicked.connect(papers.stop)
        self.seal_button.clicked.connect(self._on_seal)
        self.sealing.failed.connect(self.trouble.show_problem)
        self.sealing.not_left.connect(self.not_left)
        self.sealing.went.connect(self.wants)

    def _lay_out(self, form: Form) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head(form), self.trouble, self.news):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(0)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(SPACE.medium)
        kept = self.sealing.part
        self._column.addWidget(Words("Sealed" if kept else "Check", Kind.TITLE))
        self._column.addWidget(self.telling)
        self._column.addWidget(self.notice)
        if kept is not None:
            self._column.addWidget(kept)
        else:
            self._column.addWidget(self.sealing.panel)
            self._column.addWidget(self.findings)
            self._column.addWidget(self.comments)
            self.comments.say(comments_words(len(open_comments(self._referral))))
            self._column.addWidget(self.which_form)
        self._column.addStretch(1)
        self.list = KeepInView(inside)
        row.addWidget(self.list, 1)
        self._beside = self._side()
        row.addWidget(self._beside)
        column.addLayout(row, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        around = QVBoxLayout(side)
        around.setContentsMargins(SPACE.wide, SPACE.wide, SPACE.wide, SPACE.wide)
        around.addWidget(self.preview)
        return side

    def _head(self, form: Form) -> QWidget:
        head = QFrame()
        head.setObjectName("head")
        column = QVBoxLayout(head)
        column.setContentsMargins(SPACE.large, SPACE.small, SPACE.wide, SPACE.medium)
        column.setSpacing(SPACE.tight)
        above = QHBoxLayout()
        above.setSpacing(SPACE.medium)
        above.addWidget(self.back)
        where = f"{self._referral.reference}  ·  {form.short_title}"
        above.addWidget(Words(where, Kind.HINT, wraps=False))
        above.addWidget(self.another)
        if self.sealing.part is not None or not self.which_form.others:
            self.another.hide()
        above.addStretch(1)
        column.addLayout(above)
        acts = QWidget()
        flow = Flow(acts, gap=SPACE.small)
        flow.setContentsMargins(SPACE.small, 0, 0, 0)
        self._stop = Button("Stop", "quiet", says="Stop making the paper")
        self._stop.hide()
        for button in self._buttons():
            flow.addWidget(button)
        flow.addWidget(self.for_whom)
        column.addWidget(acts)
        return head

    def _buttons(self) -> tuple[Button, ...]:
        pdf, *plain = self._saving()
        ways = (self.sheet_button, self.seal_button)
        return (self.print_button, pdf, self.encrypted_button, *plain, *ways, self._stop)

    def _saving(self) -> dict[Button, PaperKind]:
        return {self.pdf_button: "pdf", self.text_button: "text", self.json_button: "json"}
