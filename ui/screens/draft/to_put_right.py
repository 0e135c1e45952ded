"""What there is to put right, beside the draft: each a link to its answer. Never stops writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.checking.answering import Answered, taking_back
from ffd_desktop.checking.finding import Finding, Grade
from ui.screens.draft.answer_box import AnswerBox
from ui.screens.draft.presenter import DraftPresenter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import empty, fill
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words
from ui.widgets.wrapping_link import WrappingLink

GRADE_WORDS: dict[Grade, str] = {
    Grade.MUST: "Must",
    Grade.SHOULD: "Should",
    Grade.COULD: "Could",
}
NOTHING = "Nothing to put right here."
LEAVE_IT = "Leave it, and say why …"
ANSWERED = "Left as it is, for a reason"
TAKE_BACK = "Take the reason back"
TAKEN_BACK = "The reason was taken back. Undo brings it again."
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
        self._wanted: tuple[tuple[Finding, ...], str] = ((), "")
        self._presenter: DraftPresenter | None = None
        self.box: AnswerBox | None = None

    def serve(self, presenter: DraftPresenter) -> None:
        """Let findings of a draft be answered here."""
        self._presenter = presenter

    def show_findings(self, findings: tuple[Finding, ...], section: str) -> None:
        """Show what is to put right, the section at hand first; rebuilt only when it differs.

        While a reason is written the list stands still, so that nothing moves under the hand.
        """
        moved = section != self._wanted[1]
        self._wanted = (findings, section)
        if self.box is not None and not moved:
            return
        self.box = None
        shown = (findings, self._answered(section), section)
        if shown == self._shown:
            return
        self._shown = shown
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
        yield from self._answers(section)
        if elsewhere or len(here) > MOST:
            everything = Button(
                f"See all {len(findings)} on the check page", "quiet", does=self.all_wanted.emit
            )
            yield everything

    def _link(self, finding: Finding) -> QWidget:
        link = FindingLink(finding, self.followed.emit)
        presenter = self._presenter
        if finding.answerable and presenter is not None and not presenter.is_fixed:
            link.offer_answer(lambda: self._open_box(link))
        return link

    def _open_box(self, link: FindingLink) -> None:
        if self._presenter is None:
            return
        if self.box is not None:
            self.box.close_box()
            return
        self.box = AnswerBox(self._presenter, link.finding)
        self.box.done.connect(self._on_done)
        link.show_box(self.box)

    def _on_done(self) -> None:
        self.box = None
        self.show_findings(*self._wanted)

    def _answered(self, section: str) -> tuple[Answered, ...]:
        checked = self._presenter.findings.answered if self._presenter else ()
        return tuple(one for one in checked if one.finding.section == section)

    def _answers(self, section: str) -> Iterator[QWidget]:
        answered = self._answered(section)
        if answered:
            yield Words(ANSWERED, Kind.STRONG)
        for one in answered:
            yield AnsweredLines(one, self._take_back if self._may_write() else None)

    def _may_write(self) -> bool:
        return self._presenter is not None and not self._presenter.is_fixed

    def _take_back(self, one: Answered) -> None:
        if self._presenter is not None:
            self._presenter.do_and_say(TAKEN_BACK, taking_back(one.reply))
            self._presenter.check_now()


class FindingLink(QWidget):
    """One finding: its grade, what was found as a link, and what to do."""

    def __init__(self, finding: Finding, follow: Callable[[Finding], object]) -> None:
        super().__init__()
        self.finding = finding
        self.answer: Button | None = None
        self._column = column = QVBoxLayout(self)
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

    def offer_answer(self, opens: Callable[[], object]) -> None:
        """Offer to leave it as it is and say why."""
        says = f"{LEAVE_IT.rstrip(' …')}: {self.finding.what}"
        self.answer = Button(LEAVE_IT, "quiet", does=opens, says=says)
        self._column.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignLeft)

    def show_box(self, box: AnswerBox) -> None:
        """Take the reason here."""
        if self.answer is not None:
            self.answer.hide()
        self._column.addWidget(box)
        box.editor.setFocus(Qt.FocusReason.OtherFocusReason)


class AnsweredLines(QWidget):
    """A finding that a reason answers, with the reason and a way to take it back."""

    def __init__(self, one: Answered, take_back: Callable[[Answered], object] | None) -> None:
        super().__init__()
        lines = column(self, gap=0)
        lines.setContentsMargins(SPACE.tight, SPACE.tight, 0, SPACE.tight)
        reason = one.reply.reason if isinstance(one.reply.reason, str) else ""
        lines.addWidget(Words(one.finding.what, Kind.HINT))
        lines.addWidget(Words(reason))
        if take_back is not None:
            says = f"{TAKE_BACK}: {one.finding.what}"
            self.button = Button(TAKE_BACK, "quiet", does=lambda: take_back(one), says=says)
            lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


def _indented(words: Words) -> Words:
    """Stand under the words of a link, which leave room for its focus ring."""
    words.setContentsMargins(SPACE.tight, 0, 0, 0)
    return words
