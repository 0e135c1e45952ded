"""One box for a UPN or a name, the pupils found, and the way without the roll."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.clean import one_line
from ui.widgets.flow import Flow
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside
from ui.widgets.pupil_results import Results
from ui.widgets.pupil_words import ResultLine
from ui.widgets.question import Question
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Kind, Words


class FindCard(Panel):
    """Where a child is looked for.

    Signals:
        without: Start without the roll (first names, family name).
        name_wanted: The boxes for a name are opened.
    """

    without = Signal(str, str)
    name_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchBox("UPN or any part of a name")
        self.words = Words("", Kind.BODY)
        self.words.hide()
        self.meant = QWidget()
        self._meant = Flow(self.meant)
        self.meant.hide()
        self.results = Results()
        self.results.hide()
        self.first_names, self.family_name = QLineEdit(), QLineEdit()
        self.link = Button("Not on the roll? Start without it", "link", does=self._on_link)
        self.start = Button("Start writing", "primary", does=self._on_start)
        self.name = self._name_panel()
        self.add(
            Words("Who is it about?", Kind.HEADING),
            self.search,
            self.words,
            self.meant,
            self.results,
            beside(self.link),
            self.name,
        )
        self.search.chosen.connect(self._on_enter)

    def show_results(self, lines: tuple[ResultLine, ...], words: str) -> None:
        """Show who was found, and what there is to say about it."""
        self.results.put(lines)
        self.results.setVisible(bool(lines))
        self.words.say(words)
        found = "1 pupil found" if len(lines) == 1 else f"{len(lines)} pupils found"
        announce(self.results, words or (found if lines else ""))

    def show_suggestions(self, upns: tuple[str, ...]) -> None:
        """Offer UPNs that were probably meant; a press looks for one."""
        while (item := self._meant.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if upns:
            self._meant.addWidget(Words("Was this meant?", Kind.STRONG, wraps=False))
        for upn in upns:
            self._meant.addWidget(Button(upn, does=self._takes(upn), says=f"Look for {upn}"))
        self.meant.setVisible(bool(upns))

    def show_name(self, first_names: str, family_name: str) -> None:
        """Open the boxes for a child who is not on the roll."""
        self.first_names.setText(first_names)
        self.family_name.setText(family_name)
        self.name.show()
        give_focus(self.first_names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the box down into the results."""
        down = event.key() == Qt.Key.Key_Down
        if down and self.search.line.hasFocus() and self.results.isVisible():
            self.results.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _name_panel(self) -> Panel:
        panel = Panel("sunken")
        boxes = QHBoxLayout()
        boxes.setSpacing(SPACE.medium)
        boxes.addWidget(Question("First names", self.first_names))
        boxes.addWidget(Question("Family name", self.family_name))
        self.first_names.returnPressed.connect(self.family_name.setFocus)
        self.family_name.returnPressed.connect(self._on_start)
        panel.add(
            boxes,
            Words("Either may stay empty, also for a child who is not born yet.", Kind.QUIET),
            beside(self.start),
        )
        panel.hide()
        return panel

    def _takes(self, upn: str) -> Callable[[], None]:
        return lambda: self.search.line.setText(upn)

    def _on_enter(self) -> None:
        """Take the marked pupil, or the first."""
        if self.results.isVisible():
            if not self.results.key():
                self.results.mark_first()
            self.results.taken.emit(self.results.key())

    def _on_link(self) -> None:
        if self.name.isVisible():
            self.name.hide()
        else:
            self.name_wanted.emit()

    def _on_start(self) -> None:
        self.without.emit(one_line(self.first_names.text()), one_line(self.family_name.text()))
