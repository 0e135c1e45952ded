"""Why a question is asked, with the source; folded away until a person wants it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

OPEN, SHUT = "▾", "▸"


class CollapsibleHelp(QWidget):
    """The words of help; ``button`` opens and folds them and may stand elsewhere."""

    def __init__(
        self,
        words: str,
        *,
        title: str = "Why, with the source",
        prompts: tuple[str, ...] = (),
        source: str = "",
        about: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self.button = Button("", "quiet")
        self.button.clicked.connect(self._on_clicked)
        self._card = QFrame()
        self._card.setProperty("card", "note")
        inside = column(self._card, gap=SPACE.small, edge=SPACE.medium)
        for text in (words, *(f"•  {one}" for one in prompts)):
            if text:
                inside.addWidget(Words(text))
        if source:
            inside.addWidget(Words(f"Source: {source}", Kind.QUIET))
        column(self, gap=0).addWidget(self._card)
        self.open(on=False)

    @property
    def is_open(self) -> bool:
        """Whether the words are in view."""
        return not self._card.isHidden()

    def open(self, *, on: bool) -> None:
        """Show the words, or fold them away."""
        self._card.setVisible(on)
        self.setVisible(on)
        self.button.setText(f"{OPEN if on else SHUT}  {self._title}")
        state = "open" if on else "folded"
        self.button.setAccessibleName(" ".join(p for p in (self._title, self._about) if p))
        self.button.setAccessibleDescription(state)

    def _on_clicked(self) -> None:
        self.open(on=not self.is_open)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
