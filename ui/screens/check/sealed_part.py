"""What was sealed, with its papers, and the addendum that is being written to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.app.papers import Kind as PaperKind
from ffd_desktop.app.papers import Paper
from ffd_desktop.drafting.session import Changes, DraftSession
from ffd_desktop.exporting.seal import grouped
from ffd_desktop.referral.edits import put
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.sealed import REFERRAL, SealedFacts
from ui.lanes import Submits
from ui.paper_actions import PaperActions
from ui.saving import Saver, Saves, Saving
from ui.saving_shown import show_saving
from ui.sending_card import SendingCard, SendingTools
from ui.style.tokens import SPACE
from ui.when import when_words
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.growing_text import GrowingText
from ui.widgets.panel import Panel, beside
from ui.widgets.saved_mark import SavedMark
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

PATH = "after.addendum"
WHAT_IT_IS = (
    "What was wrong or is new, and why. It is sealed in its turn, with a PDF and a fingerprint of "
    "its own; the referral stays as it was. Until you seal it, it is kept like any draft."
)
NOT_SENT = "It is not sent yet. Sealing sends nothing: it still has to reach the council."
AGAIN: Mapping[str, PaperKind] = {"Save as PDF …": "pdf", "Save as JSON …": "json"}
_HERE = Qt.ShortcutContext.WidgetShortcut
Gives = Callable[[SealedFacts, PaperKind], Paper]


class SealedTools(msgspec.Struct, frozen=True):
    """What the sealed part needs of the shell.

    Attributes:
        is_sent: Whether it has left the school.
        may_add: Whether addenda can be written; not while it is archived, nor to another
            school’s record.
        received: How it came from another vault, in words; empty for one of our own.
        sending: What sends it to a portal; ``None`` where nothing can be sent.
        again: Gives a sealed paper again, on the work lane.
        desk: Keeps the addendum's words, on the vault lane.
    """

    facts: tuple[SealedFacts, ...]
    again: Gives
    desk: Saves
    vault_lane: Submits
    monotonic: Callable[[], float]
    now: Callable[[], datetime]
    is_sent: bool = False
    may_add: bool = True
    received: str = ""
    sending: SendingTools | None = None


class SealedPart(QWidget):
    """The sealed referral and its addenda, and a box for the next one.

    Signals:
        agreed: The person seals the addendum; carries its words.
        stopped: The person stops what is under way.
        copied: The person wants a copy as a new referral.
    """

    agreed = Signal(str)
    stopped = Signal()
    copied = Signal()

    def __init__(self, referral: Referral, tools: SealedTools, actions: PaperActions) -> None:
        super().__init__()
        self._session = DraftSession(referral, monotonic=tools.monotonic)
        self.saver = Saver(self._session, referral.id, lane=tools.vault_lane, desk=tools.desk)
        self.saver.setParent(self)
        self._is_sent, self._may_add = tools.is_sent, tools.may_add
        self.rows = [SealedRow(one, tools, actions) for one in tools.facts]
        self.cards = [_card(one, tools, actions) for one in tools.facts]
        self.received = Words(tools.received, Kind.LEAD)
        self.not_sent = Words(NOT_SENT, Kind.LEAD)
        self.text = GrowingText(lines=4, most=20)
        self.text.setAccessibleName("Addendum: what was wrong or is new, and why")
        self.saved, self.trouble = SavedMark(), Banner()
        self.seal_button = Button("Seal the addendum", "primary")
        self.copy = Button("Copy as a new referral")
        self.working = Working("Sealing the addendum", stops=self.stopped.emit)
        self._show_words(referral, tools.facts)
        self._lay_out()
        self._listen()

    def leave(self, left: Callable[[], None]) -> None:
        """Make the addendum's words durable, then call ``left``."""
        self.saver.leave(left)

    def show_work(self, words: str, percent: int) -> None:
        """Say how far sealing is."""
        self.working.show_work(words, percent=percent)
        self.seal_button.setEnabled(not words)
        self.text.setReadOnly(bool(words))

    def sealed(self) -> None:
        """Take the words away that are an addendum now."""
        self._session.apply(put(PATH, None))
        self.saver.save_now()

    def _show_words(self, referral: Referral, facts: tuple[SealedFacts, ...]) -> None:
        """Show what is half-written; a kill between sealing and clearing leaves nothing twice."""
        kept = referral.after.addendum
        if isinstance(kept, str) and kept.strip() != facts[-1].text:
            self.text.set_text(kept)

    def _on_written(self, words: str) -> None:
        self._session.apply(put(PATH, words or None))
        self.saver.edited()

    def _travel(self, travel: Callable[[], Changes]) -> None:
        if travel().paths:
            kept = self._session.referral.after.addendum
            self.text.set_text(kept if isinstance(kept, str) else "")
            self.saver.edited()

    def _on_moved(self, saving: Saving) -> None:
        show_saving(saving, self.saved, self.trouble)

    def _on_seal(self) -> None:
        self.saver.leave(lambda: self.agreed.emit(self.text.text()))

    def _listen(self) -> None:
        self.text.written.connect(self._on_written)
        self.saver.moved.connect(self._on_moved)
        self.trouble.pressed.connect(self.saver.save_now)
        self.seal_button.clicked.connect(self._on_seal)
        self.copy.clicked.connect(self.copied)
        keys = {
            QKeySequence.StandardKey.Undo: self._session.undo,
            QKeySequence.StandardKey.Redo: self._session.redo,
        }
        for key, travel in keys.items():
            shortcut = QShortcut(QKeySequence(key), self.text, context=_HERE)
            shortcut.activated.connect(partial(self._travel, travel))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.received)
        self.received.setVisible(bool(self.received.text()))
        column.addWidget(self.not_sent)
        self.not_sent.setVisible(not self._is_sent)
        for row, sending in zip(self.rows, self.cards, strict=True):
            column.addWidget(row)
            if sending is not None:
                column.addWidget(sending)
                sending.appeared.connect(self.not_sent.hide)
        card = Panel()
        name = Words("Write an addendum", Kind.HEADING)
        name.setBuddy(self.text)
        card.add(name, Words(WHAT_IT_IS, Kind.HINT), self.text, self.trouble)
        card.add(beside(self.seal_button, self.saved), self.working)
        column.addWidget(card)
        card.setVisible(self._may_add)
        other = Panel("sunken")
        other.add(
            Words("If it has to be written anew", Kind.STRONG),
            Words("A copy is a new draft with the same words, unsigned and unsent.", Kind.HINT),
            beside(self.copy),
        )
        column.addWidget(other)


def _card(facts: SealedFacts, tools: SealedTools, actions: PaperActions) -> SendingCard | None:
    """Make what sends it; nothing for a referral that came to the council another way."""
    sending = tools.sending
    if sending is None or (
        tools.is_sent and not facts.is_addendum and facts.id not in sending.sent
    ):
        return None
    return SendingCard(facts, sending, actions)


class SealedRow(Panel):
    """One sealed thing: what, by whom, when, its fingerprint, and its papers."""

    def __init__(self, facts: SealedFacts, tools: SealedTools, actions: PaperActions) -> None:
        super().__init__("sunken")
        what = f"Addendum {facts.number - REFERRAL}" if facts.is_addendum else "The referral"
        when = when_words(facts.sealed_at, tools.now())
        pages = "1 page" if facts.pages == 1 else f"{facts.pages} pages"
        self.print_button = Button("Print …", says=f"Print {what}")
        self.buttons = [Button(words, says=f"{words[:-2]}: {what}") for words in AGAIN]
        self.digest = Words(f"SHA-256 {grouped(facts.digest)}", Kind.HINT)
        self.digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(Words(what, Kind.HEADING), Words(f"Sealed {when} by {facts.sealed_by}. {pages}."))
        if facts.text:
            self.add(Words(facts.text))
        files = len(facts.attachments)
        if files:
            self.add(Words("1 file goes with it." if files == 1 else f"{files} files go with it."))
        self.add(self.digest)
        if facts.is_addendum:  # the buttons above are those of the referral
            self.add(beside(self.print_button, *self.buttons))
        self.print_button.clicked.connect(
            lambda: actions.print_made(lambda: tools.again(facts, "pdf"))
        )
        for button, kind in zip(self.buttons, AGAIN.values(), strict=True):
            button.clicked.connect(_saves(actions, facts, kind, tools.again))


def _saves(
    actions: PaperActions, facts: SealedFacts, kind: PaperKind, again: Gives
) -> Callable[[], None]:
    def save() -> None:
        name = f"{facts.name}.{kind}"
        actions.save_made(name, kind, lambda: again(facts, kind))

    return save
