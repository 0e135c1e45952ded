"""What sealing means and what it would go out without, asked on the page; never a gate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from ffd_desktop.checking.findings import Finding, Grade
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

MEANS = (
    "Sealing freezes these words, their PDF and the files that go with them, with your name, the "
    "time and a fingerprint on every page. Afterwards nobody can change them: what was wrong or is "
    "new is written as an addendum, which is sealed in its turn."
)
WITHOUT = "⚠ It would go out without this"
SHOWN = 5


class SealPanel(Panel):
    """Asks once, with what is still to put right, and shows how far it is.

    Signals:
        agreed: The person seals it.
        stopped: The person stops what is under way.
    """

    agreed = Signal()
    stopped = Signal()

    def __init__(self, findings: Sequence[Finding]) -> None:
        missing = [one.what for one in findings if one.grade is Grade.MUST]
        super().__init__("warn" if missing else "note")
        self.heading = Words("Seal this referral", Kind.HEADING)
        self.seal_button = Button("Seal it", "primary", says="Seal it: nobody can change it after")
        self.not_yet = Button("Not yet", says="Not yet: leave it a draft")
        self.working = Working("Sealing", stops=self.stopped.emit)
        self._acts = beside(self.seal_button, self.not_yet)
        self._said = " ".join((MEANS, *_without(missing)))
        self.add(self.heading, Words(MEANS))
        if missing:
            self.add(Words(WITHOUT, Kind.STRONG), Words("\n".join(_without(missing))))
        self.add(self._acts, self.working)
        self.seal_button.clicked.connect(self.agreed)
        self.not_yet.clicked.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        """Show it, say it, and lead to its buttons."""
        self.show()
        announce(self, self._said)
        self.seal_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_work(self, words: str, percent: int) -> None:
        """Say how far it is; no words: nothing is under way."""
        is_busy = bool(words)
        for button in (self.seal_button, self.not_yet):
            button.setEnabled(not is_busy)
        self.working.show_work(words, percent=percent)
        if is_busy and not self.working.stop.hasFocus():
            self.working.stop.setFocus(Qt.FocusReason.OtherFocusReason)


def _without(missing: Sequence[str]) -> tuple[str, ...]:
    more = len(missing) - SHOWN
    shown = tuple(f"•  {one}" for one in missing[:SHOWN])
    return (*shown, f"•  and {more} more, in the list below") if more > 0 else shown
