"""A box for a passphrase: hidden or shown as the person likes; pasting is welcome.

Keeps nothing longer than it is asked to (WCAG 2.2, 3.3.8: no memory puzzle, paste allowed).
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.line import Line

SHOW, HIDE = "Show", "Hide"


class PassphraseBox(QWidget):
    """A line for a passphrase with a button that shows it.

    Signals:
        changed: It is another passphrase now; carries nothing.
        submitted: Enter was pressed.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, name: str = "Passphrase") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        self.line = Line()
        self.line.setAccessibleName(name)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.button = Button(SHOW)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self._name = name
        self.show_words(on=False)
        self.button.clicked.connect(self._on_clicked)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.submitted)

    def text(self) -> str:
        """Give the passphrase, exactly as it was typed or pasted."""
        return self.line.text()

    def clear(self) -> None:
        """Forget the passphrase and hide the next one."""
        self.line.clear()
        self.show_words(on=False)

    def show_words(self, *, on: bool) -> None:
        """Show the passphrase, or hide it."""
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if on else modes.Password)
        self.button.setText(HIDE if on else SHOW)
        self.button.setAccessibleName(f"{HIDE if on else SHOW} {self._name.lower()}")

    def _on_clicked(self) -> None:
        self.show_words(on=self.line.echoMode() == QLineEdit.EchoMode.Password)
