"""A page of plain boxes to type in: labels above, hints, what to put right. Keeps no answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.screens.setup.answers import Answers, Slip
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.focus import give_focus
from ui.widgets.question import Question


class Box(msgspec.Struct, frozen=True):
    """One box: the name of its answer, its label, and how wide it is at 100 %."""

    name: str
    label: str
    hint: str = ""
    optional: bool = False
    width: int = 0


class SetUpPage(QWidget):
    """What every page of setting up can do.

    Signals:
        typed: The name of an answer and its new value.
        done: Enter was pressed in the last box.
    """

    typed = Signal(str, object)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.large)
        self.questions: dict[str, Question] = {}

    def fill(self, answers: Answers) -> None:
        """Show what was answered before."""

    def first(self) -> QWidget | None:
        """Give the box where a person starts."""
        return next((one.box for one in self.questions.values()), None)

    def show_slips(self, slips: Sequence[Slip]) -> None:
        """Say what to put right; the caret goes to the first."""
        words = {slip.box: slip.words for slip in slips}
        for name, question in self.questions.items():
            question.slip(words.get(name, ""))
        for slip in slips[:1]:
            if slip.box in self.questions:
                give_focus(self.questions[slip.box].box)

    def put_right(self, name: str) -> None:
        """Take back what was said of an answer: it is another one now."""
        if name in self.questions and self.questions[name].slip_words():
            self.questions[name].slip("")

    def ask(self, box: Box, line: QLineEdit) -> Question:
        """Make a question of a line, and pass on what is typed."""
        question = Question(box.label, line, hint=box.hint, optional=box.optional)
        if box.width:
            line.setMaximumWidth(style_now().pixels(box.width))
        line.textEdited.connect(lambda text: self.typed.emit(box.name, text))
        self.questions[box.name] = question
        return question


class BoxesPage(SetUpPage):
    """A page of one-line boxes; Enter goes to the next one, and from the last on."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        super().__init__()
        self.lines: dict[str, QLineEdit] = {}
        for box in boxes:
            line = QLineEdit()
            self.lines[box.name] = line
            self.column.addWidget(self.ask(box, line))
            line.returnPressed.connect(self._goes_on_from(box.name))

    def fill(self, answers: Answers) -> None:
        """Show what was answered before."""
        for name, line in self.lines.items():
            if line.text() != getattr(answers, name):
                line.setText(getattr(answers, name))

    def _goes_on_from(self, name: str) -> Callable[[], None]:
        def go_on() -> None:
            names = list(self.lines)
            after = names.index(name) + 1
            if after == len(names):
                self.done.emit()
            else:
                self.lines[names[after]].setFocus(Qt.FocusReason.TabFocusReason)

        return go_on
