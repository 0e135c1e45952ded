"""Adding a child from the roll, on the children's page itself. Shows, decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.choice import Radio
from ui.widgets.flow import Flow
from ui.widgets.focus import give_focus
from ui.widgets.kin import CHOICE_WORDS, Choice, KinLine
from ui.widgets.kin_list import KinList
from ui.widgets.panel import Panel, beside
from ui.widgets.pupil_head import PupilHead
from ui.widgets.pupil_results import Results
from ui.widgets.pupil_words import PupilCard, ResultLine
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Kind, Words


class RollPanel(Panel):
    """A box for a UPN or a name, the pupils found, one pupil's card, and who may be family.

    Signals:
        closed: A person wants no child from the roll.
        stood: Whether the child is referred; carries a ``Choice``.
    """

    closed = Signal()
    stood = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=SPACE.medium)
        self.search = SearchBox("UPN or any part of a name")
        self.words = Words("", Kind.BODY)
        self.results = Results()
        self.head = PupilHead()
        self.here = Words("", Kind.WARN)
        self.kin = KinList()
        self.banner = Banner()
        self.add_button = Button("Add to this draft", "primary")
        self.close_button = Button(
            "Close", "quiet", does=self.closed.emit, says="Close: add a child from the roll"
        )
        self.standing: dict[Choice, Radio] = {}
        self._standing = self._choices()
        self.card = Panel("sunken", gap=SPACE.medium)
        self.card.add(self.head, self.here, self._standing, self.kin, beside(self.add_button))
        title = Words("Add a child from the roll", Kind.HEADING)
        self.add(title, self.search, self.words, self.results, self.banner, self.card)
        self.add(beside(self.close_button))
        for part in (self.words, self.results, self.card):
            part.hide()
        self.search.chosen.connect(self._on_enter)

    def open_with(self, text: str = "") -> None:
        """Come into view, with the caret in the box."""
        self.show()
        if text:
            self.search.line.setText(text)
        give_focus(self.search.line)

    def show_results(self, lines: tuple[ResultLine, ...], words: str) -> None:
        """Show who was found."""
        self.results.put(lines)
        self.results.setVisible(bool(lines))
        self.words.say(words)
        found = "1 pupil found" if len(lines) == 1 else f"{len(lines)} pupils found"
        announce(self.results, words or (found if lines else ""))

    def show_pupil(self, card: PupilCard, *, here: str) -> None:
        """Show a pupil's card."""
        self.head.show_pupil(card)
        self.here.say(here)
        self._standing.setVisible(not here)
        self.add_button.setAccessibleName(f"Add {card.name} to this draft")
        self.card.show()

    def show_kin(self, kin: tuple[KinLine, ...], words: str) -> None:
        """Show possible brothers and sisters."""
        self.kin.show_kin(kin, words)
        self.add_button.setVisible(self.here.isHidden() or bool(kin))

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.banner.show_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the box down into the results; close by Escape."""
        down = event.key() == Qt.Key.Key_Down
        if down and self.search.line.hasFocus() and self.results.isVisible():
            self.results.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _choices(self) -> QWidget:
        made = QWidget()
        flow = Flow(made, gap=SPACE.large)
        group = QButtonGroup(made)
        for choice in (Choice.REFER, Choice.FAMILY):
            radio = Radio(CHOICE_WORDS[choice])
            radio.setChecked(choice is Choice.REFER)
            radio.clicked.connect(lambda _=False, one=choice: self.stood.emit(one))
            group.addButton(radio)
            self.standing[choice] = radio
            flow.addWidget(radio)
        return made

    def _on_enter(self) -> None:
        """Take the marked pupil, or the first."""
        if self.results.isVisible():
            if not self.results.key():
                self.results.mark_first()
            self.results.taken.emit(self.results.key())
