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
        self._texts = tuple(one for one in (words, *(f"•  {one}" for one in prompts)) if one)
        self._source = source
        self.is_open = False
        self._is_built = False
        self.open(on=False)

    def _build(self) -> None:
        self._is_built = True
        card = QFrame()
        card.setProperty("card", "note")
        inside = column(card, gap=SPACE.small, edge=SPACE.medium)
        for text in self._texts:
            inside.addWidget(Words(text))
        if self._source:
            inside.addWidget(Words(f"Source: {self._source}", Kind.QUIET))
        column(self, gap=0).addWidget(card)

    def open(self, *, on: bool) -> None:
        """Show the words, or fold them away."""
        if on and not self._is_built:
            self._build()
        self.is_open = on
        self.setVisible(on)
        self.button.setText(f"{OPEN if on else SHUT}  {self._title}")
        state = "open" if on else "folded"
        self.button.setAccessibleName(" ".join(p for p in (self._title, self._about) if p))
        self.button.setAccessibleDescription(state)

    def _on_clicked(self) -> None:
        self.open(on=not self.is_open)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
