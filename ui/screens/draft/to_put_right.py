"""What there is to put right, beside the draft: each a link to its answer. Never stops writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.checking.finding import Finding, Grade
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import empty, fill
from ui.widgets.words import Kind, Words
from ui.widgets.wrapping_link import WrappingLink

GRADE_WORDS: dict[Grade, str] = {
    Grade.MUST: "Must",
    Grade.SHOULD: "Should",
    Grade.COULD: "Could",
}
NOTHING = "Nothing to put right here."
CALM = "None of this stops you writing, saving or printing."
MOST = 12


class ToPutRight(QWidget):
    """The findings of the section that is shown first, then how many there are elsewhere.

    Signals:
        followed: A person chose a finding; carries it.
        all_wanted: Show everything on the check screen.
    """

    followed = Signal(object)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.small)
        self._shown: object = None

    def show_findings(self, findings: tuple[Finding, ...], section: str) -> None:
        """Show what is to put right, the section at hand first; rebuilt only when it differs."""
        if (findings, section) == self._shown:
            return
        self._shown = (findings, section)
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        empty(self._column)
        lines = tuple(self._lines(findings, section))
        fill(self._column, *lines)
        self._column.addStretch(1)
        if had_focus:
            lines[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self, findings: tuple[Finding, ...], section: str) -> Iterator[QWidget]:
        order = list(Grade)
        found = (one for one in findings if one.section == section)
        here = sorted(found, key=lambda one: order.index(one.grade))
        elsewhere = len(findings) - len(here)
        yield Words(CALM, Kind.HINT)
        if not here:
            yield Words(NOTHING)
        for one in here[:MOST]:
            yield self._link(one)
        if elsewhere or len(here) > MOST:
            everything = Button(
                f"See all {len(findings)} on the check page", "quiet", does=self.all_wanted.emit
            )
            yield everything

    def _link(self, finding: Finding) -> QWidget:
        return FindingLink(finding, self.followed.emit)


class FindingLink(QWidget):
    """One finding: its grade, what was found as a link, and what to do."""

    def __init__(self, finding: Finding, follow: Callable[[Finding], object]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.tight, 0, SPACE.tight)
        column.setSpacing(0)
        grade = GRADE_WORDS[finding.grade]
        must = finding.grade is Grade.MUST
        column.addWidget(_indented(Words(grade, Kind.WARN if must else Kind.QUIET)))
        link = WrappingLink(finding.what)
        link.setAccessibleName(f"{grade}: {finding.what}")
        link.setAccessibleDescription(finding.how)
        link.clicked.connect(lambda: follow(finding))
        column.addWidget(link)
        if finding.how:
            column.addWidget(_indented(Words(finding.how, Kind.HINT)))


def _indented(words: Words) -> Words:
    """Stand under the words of a link, which leave room for its focus ring."""
    words.setContentsMargins(SPACE.tight, 0, 0, 0)
    return words
