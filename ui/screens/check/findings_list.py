"""All findings, by how much they matter: must, should, could. Counts them and hides none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.checking.findings import Finding, Grade, by_grade
from ffd_desktop.councils.forms import Form
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
NEVER_STOPPED = "Printing is never stopped by this list. Nor is saving or exporting."
READY = "Nothing is left that must be put right."


class FindingsList(QWidget):
    """The findings of one check.

    Signals:
        followed: A person chose a finding; carries it.
    """

    followed = Signal(object)

    def __init__(self, findings: tuple[Finding, ...], form: Form) -> None:
        super().__init__()
        self._sections = {section.key: section.title for section in form.sections}
        self.cards: list[FindingCard] = []
        groups = by_grade(findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(Words(counts_words(groups), Kind.LEAD))
        column.addWidget(Words(NEVER_STOPPED, Kind.HINT))
        for grade, found in groups.items():
            if found:
                column.addSpacing(SPACE.small)
                self._add_group(column, grade, found)

    def _add_group(self, column: QVBoxLayout, grade: Grade, found: tuple[Finding, ...]) -> None:
        word, tone = TAGS[grade]
        tag = StatusTag(f"{len(found)} {word}", tone)
        column.addWidget(tag)
        column.addWidget(Words(TITLES[grade], Kind.HEADING))
        for finding in found:
            title = self._sections.get(finding.section, "")
            card = FindingCard(finding, title, self.followed.emit)
            self.cards.append(card)
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
