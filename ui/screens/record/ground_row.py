"""One exemption: a tick, the law that it stands in, and why it is claimed. Judges nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ffd_desktop.exporting.subject.asked import Exemption, Ground
from ui.style.tokens import SPACE
from ui.widgets.choice import Tick
from ui.widgets.question import Question


class GroundRow(QWidget):
    """A tick and its reason.

    Signals:
        changed: It was ticked or not, or its reason is another.
    """

    changed = Signal()

    def __init__(self, exemption: Exemption) -> None:
        super().__init__()
        self.exemption = exemption
        self.tick = Tick(exemption.words, note=exemption.source)
        self.reason = QLineEdit()
        self._why = Question("Why it holds here", self.reason)
        self._why.setContentsMargins(SPACE.wide, 0, 0, SPACE.small)
        self._why.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        column.addWidget(self.tick)
        column.addWidget(self._why)
        self.tick.toggled.connect(self._why.setVisible)
        self.tick.toggled.connect(lambda _on: self.changed.emit())
        self.reason.textChanged.connect(lambda _text: self.changed.emit())

    def ground(self) -> Ground | None:
        """Give what is claimed; ``None`` when it is not ticked."""
        return Ground(self.exemption.code, self.reason.text()) if self.tick.isChecked() else None

    def slip(self, words: str) -> None:
        """Say what to put right."""
        self._why.slip(words)
