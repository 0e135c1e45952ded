"""All findings, by how much they matter: must, should, could. Counts them and hides none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.checking.answering import Answered
from ffd_desktop.checking.findings import Finding, Grade, Looked, by_grade
from ffd_desktop.councils.forms import Form
from ui.screens.check.answering import AnsweredCard
from ui.screens.check.finding_card import FindingCard
from ui.style.tokens import SPACE
from ui.widgets.status_tag import StatusTag, Tone
from ui.widgets.words import Kind, Words

TITLES: dict[Grade, str] = {
    Grade.MUST: "Must be put right before it can be acted on",
    Grade.SHOULD: "Should be put right if you can",
    Grade.COULD: "Could make it clearer",
}
TAGS: dict[Grade, tuple[str, Tone]] = {
    Grade.MUST: ("must", Tone.WARN),
    Grade.SHOULD: ("should", Tone.ACCENT),
    Grade.COULD: ("could", Tone.QUIET),
}
ANSWERED = "Left as it is, for a reason"
NEVER_STOPPED = "Printing is never stopped by this list. Nor is saving or exporting."
READY = "Nothing is left that must be put right."


class FindingsList(QWidget):
    """The findings of one check.

    Signals:
        followed: A person chose a finding; carries it.
        answered: A finding is to be left as it is; carries it and the reason.
        taken_back: A reason is to go; carries the ``Answered``.
    """

    followed = Signal(object)
    answered = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, looked: Looked, form: Form, *, may_answer: bool = False) -> None:
        super().__init__()
        self._sections = {section.key: section.title for section in form.sections}
        self.cards: list[FindingCard] = []
        self.answered_cards: list[AnsweredCard] = []
        self._may_answer = may_answer
        groups = by_grade(looked.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(Words(counts_words(groups), Kind.LEAD))
        column.addWidget(Words(NEVER_STOPPED, Kind.HINT))
        for grade, found in groups.items():
            if found:
                column.addSpacing(SPACE.small)
                self._add_group(column, grade, found)
        if looked.answered:
            self._add_answered(column, looked.answered)

    def half_typed(self) -> dict[str, str]:
        """Give the reasons that are still being written, by the ids of their findings."""
        boxes = (card.reason for card in self.cards if card.reason)
        return {box.finding.id: box.half_typed for box in boxes if box.half_typed}

    def put_back(self, reasons: Mapping[str, object]) -> None:
        """Open the boxes in which reasons were being written."""
        for card in self.cards:
            if card.reason and isinstance(words := reasons.get(card.reason.finding.id), str):
                card.reason.open_box(words)

    def _add_group(self, column: QVBoxLayout, grade: Grade, found: tuple[Finding, ...]) -> None:
        word, tone = TAGS[grade]
        tag = StatusTag(f"{len(found)} {word}", tone)
        column.addWidget(tag)
        column.addWidget(Words(TITLES[grade], Kind.HEADING))
        for finding in found:
            title = self._sections.get(finding.section, "")
            card = FindingCard(finding, title, self.followed.emit)
            if finding.answerable and self._may_answer:
                box = card.offer_answer(finding)
                box.kept.connect(partial(self.answered.emit, finding))
            self.cards.append(card)
            column.addWidget(card)

    def _add_answered(self, column: QVBoxLayout, answered: tuple[Answered, ...]) -> None:
        column.addSpacing(SPACE.small)
        column.addWidget(Words(ANSWERED, Kind.HEADING))
        take_back = self.taken_back.emit if self._may_answer else None
        for one in answered:
            card = AnsweredCard(one, self._sections.get(one.finding.section, ""), take_back)
            self.answered_cards.append(card)
            column.addWidget(card)


def counts_words(groups: dict[Grade, tuple[Finding, ...]]) -> str:
    """Say how much there is of each grade."""
    if not groups[Grade.MUST]:
        rest = len(groups[Grade.SHOULD]) + len(groups[Grade.COULD])
        return f"{READY} {_more(rest)}" if rest else f"{READY} The checks found nothing else."
    counted = (f"{len(found)} {TAGS[grade][0]}" for grade, found in groups.items() if found)
    return f"To put right: {', '.join(counted)}."


def comments_words(count: int) -> str:
    """Say how many comments of colleagues are open; nothing for none."""
    if not count:
        return ""
    said = (
        "1 comment of a colleague is open; it is"
        if count == 1
        else f"{count} comments of colleagues are open; they are"
    )
    return f"{said} never sent."


def _more(count: int) -> str:
    return "One thing could make it better." if count == 1 else f"{count} things could be better."
