"""What the guidance says of the judgement, each sentence with a box for a reason of one's own.

The reason is an answer of the draft from its first letter, so a lock loses none of it. A sentence
stays where it stands while its reason is typed. Shows no verdict, and asks for nothing.
"""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QWidget

from ffd_desktop.checking.finding import Finding
from ffd_desktop.councils.forms import Field, FieldKind
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.statements import Reply
from ui.editors.text import LongTextEditor
from ui.screens.draft.presenter import DraftPresenter
from ui.style.tokens import SPACE
from ui.widgets.panel import Panel
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

TITLE = "What the guidance says beside it"
CALM = (
    "None of it is a verdict: your judgement stands. A reason that you write here is kept and "
    "printed, and the sentence is not counted as something to put right."
)
REASON = "Your reason"
REPLIES = "replies"
_FIELD = Field(key="reply", path="replies[].reason", kind=FieldKind.LONG_TEXT, label=REASON)


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of the guidance about an answer; equal while it says the same."""

    rule: str
    path: str
    said: str


class SentenceCard(Panel):
    """A sentence, on whose word it is said, and the reason."""

    def __init__(self, presenter: DraftPresenter, sentence: Sentence, *, about: str) -> None:
        super().__init__("plain")
        self._presenter, self.sentence = presenter, sentence
        self._id = ""
        self.editor = LongTextEditor(_FIELD, presenter.context())
        self.editor.describe(REASON, sentence.said)
        self.editor.set_read_only(on=presenter.is_fixed)
        self.editor.edited.connect(self._on_edited)
        self.editor.left.connect(presenter.left_field)
        self.add(Words(sentence.said, Kind.STRONG))
        if about:
            self.add(Words(about, Kind.HINT))
        self.add(Words(REASON, Kind.LABEL), self.editor)
        self.show_reason()

    def show_reason(self) -> None:
        """Show the reason as the draft has it."""
        reply = self._reply()
        self._id = reply.id if reply else ""
        reason = reply.reason if reply else None
        if self.editor.value() != (reason or None):
            self.editor.set_value(reason)

    def _on_edited(self, value: object) -> None:
        if self._reply() is not None:
            self._presenter.edited(f"{REPLIES}[{self._id}].reason", value)
            return
        self._id = new_id()
        item = f"{REPLIES}[{self._id}]"
        starts_as = {"id": self._id, **msgspec.structs.asdict(self.sentence)}
        self._presenter.begun(item, starts_as, f"{item}.reason", value)

    def _reply(self) -> Reply | None:
        replies = self._presenter.referral.replies
        return next((one for one in replies if sentence_of(one) == self.sentence), None)


class GuidanceSaid(QWidget):
    """All that the guidance says of the judgement now, and what was answered before."""

    def __init__(self, presenter: DraftPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.cards: dict[Sentence, SentenceCard] = {}
        self._lines = column(self, gap=SPACE.medium)
        self._lines.addWidget(Words(TITLE, Kind.HEADING))
        self._lines.addWidget(Words(CALM, Kind.HINT))
        presenter.checked.connect(self._on_checked)
        self.show_said()

    def show_said(self) -> None:
        """Show new sentences, drop those that nobody says or answered, keep the rest in place."""
        now = {_sentence(one): one for one in self._presenter.findings.findings if one.printed}
        replies = self._presenter.referral.replies
        answered = {sentence_of(one) for one in replies if one.reason and not one.on_file}
        for sentence in self.cards.keys() - now.keys() - answered:
            card = self.cards[sentence]
            if not card.editor.box.hasFocus():
                del self.cards[sentence]
                self._lines.removeWidget(card)
                card.hide()
                card.deleteLater()
        for sentence in (*now, *sorted(answered - now.keys(), key=msgspec.structs.astuple)):
            if sentence not in self.cards:
                self._add(sentence, now.get(sentence))
        for card in self.cards.values():
            card.show_reason()
        self.setVisible(bool(self.cards))

    def _add(self, sentence: Sentence, finding: Finding | None) -> None:
        about = f"{finding.why} Source: {finding.source}." if finding else ""
        card = SentenceCard(self._presenter, sentence, about=about)
        self.cards[sentence] = card
        self._lines.addWidget(card)

    def _on_checked(self, _: object) -> None:
        self.show_said()


def sentence_of(reply: Reply) -> Sentence:
    """Give the sentence that a reply answers."""
    return Sentence(reply.rule, reply.path, reply.said)


def _sentence(finding: Finding) -> Sentence:
    return Sentence(finding.rule, finding.path, finding.what)
