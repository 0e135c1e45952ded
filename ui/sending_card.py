"""One sealed thing on its way to the council: what is true of it, and what can be done now.

Says who to phone as long as nobody has it. Draws only; what follows is the core's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal

from ffd_desktop.app.papers import Paper
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending.outcomes import Trouble
from ffd_desktop.sending.sealed import SealedFacts
from ffd_desktop.sending.submission import State, Submission
from ffd_desktop.sending.words import CANNOT_WAIT, Mood, answer_words, told
from ui.courier import Courier
from ui.paper_actions import PaperActions
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.live_numbers import EVERY_MS, Whom
from ui.widgets.panel import Panel, beside
from ui.widgets.status_tag import StatusTag, Tone
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

_REASON = Qt.FocusReason.OtherFocusReason
_TONES = {
    Mood.QUIET: Tone.QUIET,
    Mood.WORKING: Tone.ACCENT,
    Mood.WARN: Tone.WARN,
    Mood.DONE: Tone.GOOD,
}


class SendingTools(msgspec.Struct, frozen=True):
    """What a card needs of the shell.

    Attributes:
        sent: What became of each sealed thing, by its id.
        receipt: Makes the receipt's paper, on the work lane.
    """

    courier: Courier
    whom: Whom
    now: Callable[[], datetime]
    sent: dict[str, Submission]
    receipt: Callable[[SealedFacts], Paper]


class SendingCard(Panel):
    """What is true of one sealed thing, kept true while it is seen.

    Hidden where the council has no portal, unless something was sent there before.

    Signals:
        appeared: There is a portal, and the card says how it stands.
    """

    appeared = Signal()

    def __init__(self, facts: SealedFacts, tools: SendingTools, actions: PaperActions) -> None:
        super().__init__("plain", gap=SPACE.tight)
        self._facts, self._tools, self._actions = facts, tools, actions
        self.submission = tools.sent.get(facts.id)
        self.tag = StatusTag()
        self.words, self.next = Words(""), Words("", Kind.HINT)
        self.phone = Words("", Kind.STRONG)
        self.trouble = Banner()
        self.working = Working("Sending to the council", stops=self._on_stop)
        self.send_button = Button("Send to the council", "primary")
        self.answers = Words("")
        self.ask_button = Button("Ask for an answer", says="Ask the portal for an answer")
        self.print_button = Button("Print the receipt …", says="Print the receipt")
        self.save_button = Button("Save the receipt as PDF …", says="Save the receipt as PDF")
        self._pressed = self.send_button
        self.setAccessibleName("Sending to the council")
        self.add(self.tag, SPACE.hair, self.words, self.answers, self.next, self.phone)
        self.add(self.trouble)
        self._acts = beside(
            *(self.send_button, self.print_button, self.save_button, self.ask_button)
        )
        self.add(SPACE.small, self.working, self._acts)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self._listen()
        self.refresh()
        self.hide()
        tools.courier.find_portal(facts.council, self, self._on_found)

    @property
    def is_delivered(self) -> bool:
        """Whether there is a receipt."""
        return self.submission is not None and self.submission.state is State.DELIVERED

    def refresh(self) -> None:
        """Say what is true at this moment, and whom to phone."""
        true = told(self.submission, self._tools.now())
        is_busy = self._tools.courier.is_busy(self._facts.id)
        self.tag.say(true.head, _TONES[true.mood])
        self.words.say(true.words)
        self.next.say(true.next)
        line = self._tools.whom().now
        self.phone.say(f"{CANNOT_WAIT} {line.name}, {line.phone}" if true.nags else "")
        self.send_button.setVisible(true.nags and not is_busy)
        self.send_button.setText(self._deed())
        self.send_button.setAccessibleName(self._deed())
        self.answers.say("\n".join(self._said()))
        for button in (self.print_button, self.save_button):
            button.setVisible(self.is_delivered)
        self.ask_button.setVisible(self.is_delivered and not is_busy)

    def _said(self) -> list[str]:
        """Give what the council said since, oldest first."""
        return [answer_words(one) for one in self.submission.answers] if self.submission else []

    def _on_found(self, has_portal: bool) -> None:  # noqa: FBT001 - an answer of the lane
        if has_portal or self.submission is not None:
            self.show()
            self.appeared.emit()

    def _spoken(self) -> str:
        return f"{self.tag.accessibleName()}. {self.words.text()} {self.answers.text()}"

    def _deed(self) -> str:
        match self.submission:
            case None:
                return "Send to the council"
            case Submission(trouble=Trouble.SIGN_IN):
                return "Sign in and send"
            case Submission(state=State.REFUSED):
                return "Send it again"
            case _:
                return "Try now"

    def _on_send(self) -> None:
        self.trouble.clear()
        self._pressed = self.send_button
        self._tools.courier.send(self._facts)
        self.refresh()

    def _on_ask(self) -> None:
        self.trouble.clear()
        self._pressed = self.ask_button
        self._tools.courier.ask(self._facts)

    def _on_stop(self) -> None:
        self._tools.courier.stop(self._facts.id)

    def _on_moved(self, submission: Submission) -> None:
        if submission.sealed != self._facts.id:
            return
        before = self._spoken()
        self.submission = submission
        self.refresh()
        if self._spoken() != before:
            announce(self, self._spoken())

    def _on_working(self, sealed_id: str, words: str, percent: int) -> None:
        if sealed_id != self._facts.id:
            return
        is_here = any(one.hasFocus() for one in (self._pressed, self.working.stop))
        if words:
            self.working.show_work(words, percent=None if percent < 0 else percent)
            if is_here:
                self.working.stop.setFocus(_REASON)
            self.refresh()
        else:
            self.refresh()
            if is_here:
                is_there = not self._pressed.isHidden()
                (self._pressed if is_there else self.print_button).setFocus(_REASON)
            self.working.show_work("")

    def _on_failed(self, sealed_id: str, problem: ProblemForPerson) -> None:
        if sealed_id == self._facts.id and problem.code != "stopped":
            self.trouble.show_problem(problem)

    def _listen(self) -> None:
        courier, facts = self._tools.courier, self._facts
        courier.moved.connect(self._on_moved)
        courier.working.connect(self._on_working)
        courier.failed.connect(self._on_failed)
        self.send_button.clicked.connect(self._on_send)
        self.ask_button.clicked.connect(self._on_ask)
        self.print_button.clicked.connect(
            lambda: self._actions.print_made(lambda: self._tools.receipt(facts))
        )
        self.save_button.clicked.connect(
            lambda: self._actions.save_made(
                f"{facts.name}-receipt.pdf", "pdf", lambda: self._tools.receipt(facts)
            )
        )
