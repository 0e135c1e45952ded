"""Looks after the spelling of the boxes on the page. Reads and marks; never writes by itself.

Words are looked up on a lane of their own, a moment after somebody stopped typing; an answer about
a text that has changed meanwhile is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from ffd_desktop.app.own_words import OwnWords
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.spelling.looking import misspelt
from ffd_desktop.spelling.names import names_in
from ffd_desktop.spelling.ports import Speller
from ffd_desktop.spelling.words import Word
from ui.lanes import Lane
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.spelling.ports import SpellingWork
from ui.widgets.growing_text import GrowingText

PAUSE_MS = 400
T = TypeVar("T")
Looking = Callable[[Speller, Collection[str]], T]
Words = tuple[Word, ...]


class SpellingWatcher(QObject):
    """Marks what is misspelled on the page of one draft.

    Signals:
        menu_opened: The menu of a misspelled word opens; carries the box, the ``QMenu``, a cursor
            on the word.
        looked: The boxes that were due have their marks.
    """

    menu_opened = Signal(object, object, object)
    looked = Signal()

    def __init__(
        self,
        parent: QObject,
        presenter: DraftPresenter,
        work: SpellingWork,
        *,
        vault: Lane,
        words: Lane,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._work, self._words = presenter, work, words
        self._own: OwnWords | None = None
        self._boxes: list[GrowingText] = []
        self._due: list[GrowingText] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        vault.run(partial(work.own, presenter.referral.id), done=self.take_own, failed=_silent)

    @property
    def is_on(self) -> bool:
        """Whether words are marked, as far as is known yet."""
        return self._own is not None and self._own.is_on

    def watch(self, box: GrowingText) -> None:
        """Mark what is misspelled in a box, from now on; nothing where nothing can be changed."""
        if self._presenter.is_fixed:
            return
        self._boxes = [one for one in self._boxes if isValid(one)]
        self._boxes.append(box)
        box.watch_spelling().asked.connect(partial(self.menu_opened.emit, box))
        box.textChanged.connect(partial(self._on_changed, box))
        self._on_changed(box)

    def take_own(self, own: OwnWords) -> None:
        """Take the office's own words, and look at every box anew."""
        self._own = own
        self._due = [one for one in self._boxes if isValid(one)]
        self.look()

    def look(self) -> None:
        """Look at the boxes that are due, now."""
        due, self._due = [one for one in self._due if isValid(one)], []
        if self.is_on and due:
            texts = [one.text() for one in due]
            self.run(partial(_look_at, texts), partial(self._on_looked, due, texts))

    def run(self, look: Looking[T], done: Callable[[T], None]) -> None:
        """Do work with the dictionary on its lane; it gets the words that pass as well."""
        referral, own, work = self._presenter.referral, self._own or OwnWords(), self._work

        def job() -> T:
            return look(work.speller(), names_in(referral) | own.passing())

        self._words.run(job, done=done, failed=_silent)

    def _on_changed(self, box: GrowingText) -> None:
        if box not in self._due:
            self._due.append(box)
        self._pause.start()

    def _on_looked(self, boxes: list[GrowingText], texts: list[str], found: list[Words]) -> None:
        for box, text, words in zip(boxes, texts, found, strict=True):
            if isValid(box) and box.text() == text:
                box.watch_spelling().show_words(text, words)
        self.looked.emit()


def _look_at(texts: list[str], speller: Speller, passing: Collection[str]) -> list[Words]:
    return [misspelt(text, speller, passing=passing) for text in texts]


def _silent(_: ProblemForPerson) -> None:
    """Words without marks are as well kept; nothing is said."""
