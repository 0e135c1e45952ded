"""Helping with misspelled words: other spellings in the menu, and a key to the next of the draft.

A spelling that is chosen is an edit like any other: saved, and taken back by undo.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from ffd_desktop.app.own_words import OwnWords
from ffd_desktop.spelling.looking import suggestions
from ffd_desktop.spelling.ports import Speller
from ui.editors.field_row import FieldRow
from ui.lanes import Lane
from ui.screens.draft.keys import NEXT_MISSPELT
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.spelling.answers import Found, Place, next_misspelt
from ui.screens.draft.spelling.menu import WordMenu
from ui.screens.draft.spelling.ports import SpellingWork
from ui.screens.draft.spelling.watcher import SpellingWatcher
from ui.widgets.announce import announce
from ui.widgets.growing_text import GrowingText
from ui.widgets.misspelt import TOLD
from ui.widgets.units import characters, units

NO_MORE = "No misspelled words are left in this draft."
OFF = "Words are not marked: spelling is turned off in Settings."
SPELLINGS = "Shift+F10 shows other spellings."


class SpellingHelp(QObject):
    """Helps in one draft.

    Signals:
        said: Words to show, such as that nothing is left.
        failed: A word could not be kept; carries the ``ProblemForPerson``.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        within: QWidget,
        presenter: DraftPresenter,
        work: SpellingWork,
        *,
        vault: Lane,
        words: Lane,
        path_of: Callable[[FieldRow], str],
    ) -> None:
        super().__init__(within)
        self._within, self._presenter, self._work = within, presenter, work
        self._vault, self._path_of = vault, path_of
        self.watcher = SpellingWatcher(self, presenter, work, vault=vault, words=words)
        self.watcher.menu_opened.connect(self._on_menu)
        key = QShortcut(QKeySequence(NEXT_MISSPELT), within)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.go_to_next)

    # ---- the menu of a word ------------------------------------------------------------------

    def _on_menu(self, box: GrowingText, menu: QMenu, cursor: QTextCursor) -> None:
        word = cursor.selectedText()
        lines = WordMenu(
            menu,
            word,
            take=partial(self._take, box, cursor, word),
            add=partial(self._keep, self._work.add),
            leave=partial(self._keep, self._work.leave),
        )
        self.watcher.run(partial(_suggest, word), lines.show_spellings)

    def _take(self, box: GrowingText, cursor: QTextCursor, word: str, spelling: str) -> None:
        if not isValid(box) or box.isReadOnly() or cursor.selectedText() != word:
            return
        self._presenter.left_field()
        cursor.insertText(spelling)
        box.setTextCursor(cursor)
        self._presenter.left_field()
        self.watcher.look()

    def _keep(self, keep: Callable[[str, str], OwnWords], word: str) -> None:
        referral = self._presenter.referral.id
        self._vault.run(
            partial(keep, referral, word), done=self.watcher.take_own, failed=self.failed.emit
        )

    # ---- the next word -----------------------------------------------------------------------

    def go_to_next(self) -> None:
        """Go to the next misspelled word of the draft and choose it."""
        if not self.watcher.is_on:
            self._say(OFF)
            return
        form, referral = self._presenter.form, self._presenter.referral

        def look(speller: Speller, passing: Collection[str]) -> Found | None:
            return next_misspelt(referral, form, speller, passing, after=after)

        after = self._place()
        self.watcher.run(look, self._on_found)

    def _place(self) -> Place:
        box = QApplication.focusWidget()
        row = _row_of(box)
        if row is None or not isinstance(box, GrowingText):
            return Place()
        caret = characters(box.text(), box.textCursor().selectionEnd())
        return Place(self._path_of(row), caret)

    def _on_found(self, found: Found | None) -> None:
        if found is None:
            self._say(NO_MORE)
            return
        self._presenter.went.emit(found.path)
        QTimer.singleShot(0, self, lambda: self._choose(found))

    def _choose(self, found: Found) -> None:
        box, word = QApplication.focusWidget(), found.word
        if not isinstance(box, GrowingText) or box.text()[word.start : word.end] != word.text:
            return
        cursor = box.textCursor()
        cursor.setPosition(units(box.text()[: word.start]))
        end = cursor.position() + units(word.text)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(cursor)
        announce(box, f"“{word.text}” {TOLD}. {SPELLINGS}")

    def _say(self, words: str) -> None:
        self.said.emit(words)
        announce(self._within, words)


def _suggest(word: str, speller: Speller, _: Collection[str]) -> tuple[str, ...]:
    return suggestions(word, speller)


def _row_of(widget: QWidget | None) -> FieldRow | None:
    while widget is not None and not isinstance(widget, FieldRow):
        widget = widget.parentWidget()
    return widget
