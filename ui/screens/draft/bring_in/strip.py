"""The two ways rows come into a section, as buttons on its page; and pasting on the page itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.screens.draft.presenter import DraftPresenter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus


class BringInStrip(QWidget):
    """Buttons that paste rows or bring in a file; hidden where nothing can be changed.

    On ``page`` the keys that paste offer the rows too, unless a box for words takes them.
    """

    def __init__(self, presenter: DraftPresenter, page: QWidget) -> None:
        super().__init__(page)
        self._bring_in = presenter.bring_in
        self.paste = Button("Paste rows", does=self._on_paste)
        self.file = Button("Bring in a file", does=self._on_file)
        self.go_on = Button("Go on with the rows that wait", "quiet", does=self._on_go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        for button in (self.paste, self.file, self.go_on):
            row.addWidget(button)
        row.addStretch(1)
        self.go_on.hide()
        if self._bring_in is None or presenter.is_fixed:
            self.hide()
            return
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_keys)
        self._bring_in.moved.connect(self._on_moved)
        self._bring_in.closed.connect(self._on_closed)
        self._on_moved()

    def _on_paste(self) -> None:
        if self._bring_in is not None:
            self._bring_in.paste()

    def _on_keys(self) -> None:
        if self._bring_in is not None:
            self._bring_in.paste_rows()

    def _on_file(self) -> None:
        if self._bring_in is not None:
            self._bring_in.from_file()

    def _on_go_on(self) -> None:
        if self._bring_in is not None:
            self._bring_in.go_on()

    def _on_moved(self) -> None:
        self.go_on.setVisible(self._bring_in is not None and self._bring_in.is_waiting)

    def _on_closed(self) -> None:
        if self.isVisible():
            give_focus(self.go_on if self.go_on.isVisible() else self.paste)
