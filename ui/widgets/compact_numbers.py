"""The right number now in a few lines, for pages whose main thing is another. Reckons nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from ui.style.tokens import SPACE
from ui.widgets.live_numbers import EVERY_MS, Whom
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words, restyle

if TYPE_CHECKING:
    from ffd_desktop.councils.hours import NumberCard as Numbers
    from ffd_desktop.councils.hours import NumberLine

UNCHECKED = "Published by the council; not yet checked by your office."


class CompactNumbers(Panel):
    """Danger, and whom to phone otherwise at this moment; kept up to the minute while seen.

    Where a number is published stands in its description and on the full card.
    """

    def __init__(self, whom: Whom) -> None:
        super().__init__(gap=SPACE.hair)
        self._whom = whom
        self._danger, self._now = _Line(), _Line()
        self._danger.phone.setProperty("danger", True)
        self._unchecked = Words(UNCHECKED, Kind.QUIET)
        self.setAccessibleName("Who to phone now")
        for line in (self._danger, self._now):
            self.add(line.phone, line.words)
            if line is self._danger:
                self.add(SPACE.small)
        self.add(SPACE.tight, self._unchecked)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the numbers of this moment."""
        numbers: Numbers = self._whom()
        self._danger.show_line(numbers.danger, numbers.danger.purpose)
        self._now.show_line(numbers.now, f"{numbers.now.name}\n{numbers.now.when}")
        warning = numbers.now.warning
        self._unchecked.become(Kind.WARN if warning else Kind.QUIET)
        self._unchecked.setText(f"⚠ {warning}" if warning else UNCHECKED)
        self._unchecked.setVisible(bool(warning) or not numbers.now.is_confirmed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the numbers of this moment, and go on doing so."""
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()


class _Line:
    """A number and its words."""

    def __init__(self) -> None:
        self.phone = Words("", Kind.NUMBER, wraps=False)
        self.words = Words("")

    def show_line(self, line: NumberLine, words: str) -> None:
        self.phone.setText(line.phone)
        self.phone.setAccessibleDescription(f"{line.provenance}. {line.warning}".strip(" ."))
        self.words.setText(words)
        restyle(self.phone)
