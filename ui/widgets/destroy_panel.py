"""The panel that asks before a referral is destroyed: why, and which. Destroys nothing itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ffd_desktop.drafting.destroying import Destroying
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.clean import one_line
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words


class DestroyPanel(Panel):
    """Says that it cannot be undone, asks for a reason, and for the reference.

    Signals:
        agreed: Reason and reference are there, and the button was pressed (``Destroying``).
        let_be: The person thought better of it.
    """

    agreed = Signal(object)
    let_be = Signal()

    def __init__(self) -> None:
        super().__init__("alarm")
        self._asked = Destroying("", "")
        self.heading = Words("", Kind.HEADING)
        self.reason = QLineEdit()
        self.typed = QLineEdit()
        self._why = Question("Why is it destroyed?", self.reason)
        self._which = Question("Type its reference", self.typed)
        self.button = Button("Destroy for ever", "danger", does=self._on_press)
        self._keep = Button("Keep it", does=self.let_be.emit)
        boxes = QHBoxLayout()
        boxes.setSpacing(SPACE.large)
        boxes.addWidget(self._why, 3)
        boxes.addWidget(self._which, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self._keep)
        buttons.addStretch(1)
        self.add(
            self.heading,
            Words(
                "Every word of it and its history go, and nobody can bring them back. "
                "Your reason, your name and the day are kept where every colleague can read "
                "them, so name nobody. Archive it instead if it may be needed again."
            ),
            boxes,
            SPACE.tight,
            buttons,
        )
        self.hide()

    def ask(self, referral_id: str, reference: str) -> None:
        """Ask about a referral."""
        self._asked = Destroying(referral_id, reference)
        self.heading.setText(f"Destroy {reference}? This cannot be undone.")
        self.button.setAccessibleName(f"Destroy {reference} for ever")
        for box in (self.reason, self.typed):
            box.clear()
        self._why.slip("")
        self._which.slip("")
        self.typed.setPlaceholderText(reference)
        self.show()
        give_focus(self.reason)

    def half_typed(self) -> Mapping[str, object]:
        """Give the reason and what it is about; the reference, which agrees, is typed anew."""
        reason = self.reason.text()
        if self.isHidden() or not reason:
            return {}
        return {"destroying": self._asked.referral_id, "reason": reason}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Think better of it by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.let_be.emit()
        else:
            super().keyPressEvent(event)

    def _on_press(self) -> None:
        reason, typed = one_line(self.reason.text()), one_line(self.typed.text())
        asked = Destroying(self._asked.referral_id, self._asked.reference, reason, typed)
        missing = asked.missing()
        self._why.slip(next((one for one in missing if "reason" in one), ""))
        self._which.slip(next((one for one in missing if "reference" in one), ""))
        if missing:
            first = self.reason if "reason" in missing[0] else self.typed
            give_focus(first)
        else:
            self.agreed.emit(asked)
