"""Spelling: whether words are marked, and the school's own words. Looks nothing up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.app.own_words import OwnWords
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane, Submits
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.choice import Tick
from ui.widgets.flow import Flow
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, empty
from ui.widgets.words import Kind, Words

MARK = "Mark words that are not in the dictionary"
NONE = "The school has no words of its own yet. They come from the menu of a marked word."


class WordKeeper(Protocol):
    """Keeps how the office spells; every method belongs to the vault lane."""

    def own(self) -> OwnWords:
        """Give what is kept."""
        ...

    def turn(self, *, on: bool) -> OwnWords:
        """Mark words from now on, or no longer."""
        ...

    def take_out(self, word: str) -> OwnWords:
        """Take a word for right no longer."""
        ...


class SpellingPart(Panel):
    """The card.

    Signals:
        failed: Something went wrong; carries the ``ProblemForPerson``.
        done: What was done; carries words.
    """

    failed = Signal(object)
    done = Signal(str)

    def __init__(self, keeper: WordKeeper, vault: Submits) -> None:
        super().__init__(gap=SPACE.medium)
        self.presenter = SpellingPresenter(self, keeper, Lane(vault, self))
        self.mark = Tick(MARK)
        self.words = Words(NONE, Kind.HINT)
        self._list = QWidget()
        self._flow = Flow(self._list, gap=SPACE.small)
        self.mark.clicked.connect(lambda: self.presenter.turn(on=self.mark.isChecked()))
        self.add(
            Words("Spelling", Kind.HEADING),
            Words(
                "British English, looked up on this computer. Names in the draft and exact words "
                "are never marked, and nothing is ever changed by itself. F7 goes to the next "
                "marked word, Shift+F10 shows other spellings."
            ),
            self.mark,
            Words("The school’s own words", Kind.LABEL),
            self.words,
            self._list,
        )

    def show_words(self, own: OwnWords) -> None:
        """Show how it stands."""
        self.mark.setChecked(own.is_on)
        self.words.setVisible(not own.words)
        empty(self._flow)
        for word in own.words:
            self._flow.addWidget(self._button(word))
        self._list.setVisible(bool(own.words))

    def take_focus(self) -> None:
        """Put the focus where the words begin, after the one that had it went."""
        give_focus(self.mark)

    def _button(self, word: str) -> Button:
        return Button(
            f"{word}  ✕",
            does=partial(self.presenter.take_out, word),
            says=f"Take “{word}” out of the school’s words",
        )


class SpellingPresenter:
    """Looks after the card. Touches no widget."""

    def __init__(self, view: SpellingPart, keeper: WordKeeper, lane: Lane) -> None:
        self._view, self._keeper, self._lane = view, keeper, lane

    def look_up(self) -> None:
        """Read what is kept."""
        self._do(self._keeper.own)

    def turn(self, *, on: bool) -> None:
        """Mark words from now on, or no longer."""
        words = "Kept. Words are marked." if on else "Kept. Words are not marked any more."
        self._do(partial(self._keeper.turn, on=on), words)

    def take_out(self, word: str) -> None:
        """Take a word for right no longer."""
        self._view.take_focus()
        self._do(partial(self._keeper.take_out, word), f"Kept. “{word}” is marked again.")

    def _do(self, work: Callable[[], OwnWords], words: str = "") -> None:
        def kept(own: OwnWords) -> None:
            self._view.show_words(own)
            if words:
                self._view.done.emit(words)

        def failed(problem: ProblemForPerson) -> None:
            self._view.failed.emit(problem)
            if words:
                self.look_up()

        self._lane.run(work, done=kept, failed=failed)
