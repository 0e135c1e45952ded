"""The days on which the school is closed: listed, entered, taken out. They stop no clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ffd_desktop.following.closures import Closure
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.dates import DateKind, on, read_date
from ui.lanes import Lane, Submits
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.clean import one_line
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside, empty
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words

Found = tuple[Closure, ...]
NONE = "None is entered."
NO_DAY = "Write a day, such as 6 April 2027."


class ClosureKeeper(Protocol):
    """Keeps the closures; every method belongs to the vault lane."""

    def closures(self) -> Found:
        """Give them in order."""
        ...

    def add(self, closure: Closure) -> Found:
        """Enter one."""
        ...

    def take_out(self, closure: Closure) -> Found:
        """Take one out."""
        ...


class ClosuresPart(Panel):
    """The card.

    Signals:
        failed: Something went wrong; carries the ``ProblemForPerson``.
        done: What was done; carries words.
    """

    failed = Signal(object)
    done = Signal(str)

    def __init__(self, keeper: ClosureKeeper, vault: Submits) -> None:
        super().__init__(gap=SPACE.medium)
        self.presenter = ClosuresPresenter(self, keeper, Lane(vault, self))
        self.first, self.last, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self.lines = {
            "closure_first": self.first,
            "closure_last": self.last,
            "closure_name": self.name,
        }
        self._first = Question("First day closed", self.first)
        self._last = Question("Last day closed", self.last)
        self._name = Question("What it is", self.name, optional=True)
        self.none = Words(NONE, Kind.HINT)
        self.add_button = Button("Add these days", does=self._on_add)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.tight)
        boxes = QHBoxLayout()
        boxes.setSpacing(SPACE.large)
        for box, share in ((self._first, 2), (self._last, 2), (self._name, 3)):
            boxes.addWidget(box, share)
        self.add(
            Words("When the school is closed", Kind.HEADING),
            Words(
                "The council’s clocks run on. “What is due” says beforehand that something falls "
                "due while nobody is here."
            ),
            self.none,
            self._list,
            boxes,
            beside(self.add_button),
        )

    def show_closures(self, found: Sequence[Closure]) -> None:
        """Show what is entered."""
        empty(self._column)
        self.none.setVisible(not found)
        self._list.setVisible(bool(found))
        for one in found:
            self._column.addWidget(self._row(one))

    def clear_boxes(self) -> None:
        """Empty the boxes once the days are kept."""
        for line in self.lines.values():
            line.clear()
        give_focus(self.first)

    def _row(self, one: Closure) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        words = closure_words(one)
        take_out = Button("Take out", "link", does=partial(self._on_taken_out, one))
        take_out.setAccessibleName(f"Take out: {words}")
        inside.addWidget(Words(words), 1)
        inside.addWidget(take_out)
        return row

    def _on_taken_out(self, one: Closure) -> None:
        give_focus(self.first)  # the button that had it goes
        self.presenter.take_out(one)

    def _on_add(self) -> None:
        first, last = _day(self.first), _day(self.last)
        if not one_line(self.last.text()):
            last = first
        self._first.slip("" if first else NO_DAY)
        self._last.slip("" if last else NO_DAY)
        if first is None or last is None:
            give_focus(self.first if first is None else self.last)
        else:
            self.presenter.add(Closure(first, last, one_line(self.name.text())))


class ClosuresPresenter:
    """Looks after the card. Touches no widget."""

    def __init__(self, view: ClosuresPart, keeper: ClosureKeeper, lane: Lane) -> None:
        self._view, self._keeper, self._lane = view, keeper, lane

    def look_up(self) -> None:
        """Read what is kept."""
        self._do(self._keeper.closures, lambda: None)

    def add(self, closure: Closure) -> None:
        """Enter days."""

        def added() -> None:
            self._view.clear_boxes()
            self._view.done.emit(f"Kept: {closure_words(closure)}.")

        self._do(partial(self._keeper.add, closure), added)

    def take_out(self, closure: Closure) -> None:
        """Take days out."""
        words = f"Taken out: {closure_words(closure)}."
        self._do(partial(self._keeper.take_out, closure), lambda: self._view.done.emit(words))

    def _do(self, work: Callable[[], Found], then: Callable[[], None]) -> None:
        def kept(found: Found) -> None:
            self._view.show_closures(found)
            then()

        def failed(problem: ProblemForPerson) -> None:
            self._view.failed.emit(problem)

        self._lane.run(work, done=kept, failed=failed)


def closure_words(one: Closure) -> str:
    """Say when it is, and what."""
    name = f"{one.name}: " if one.name else ""
    if one.first == one.last:
        return f"{name}{on(one.first).words()}"
    return f"{name}{on(one.first).words()} to {on(one.last).words()}"


def _day(line: QLineEdit) -> date | None:
    """Read a whole day; ``today`` matters to ages alone, which are no day."""
    found = read_date(line.text(), today=date.min)
    is_day = found is not None and found.kind is DateKind.DAY
    return found.earliest() if found is not None and is_day else None
