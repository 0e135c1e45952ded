"""What can be done about a misspelled word, in the menu of its box.

Other spellings are looked for while the menu is open and come when they are found.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

LOOKING = "Looking for other spellings …"
NONE = "No other spelling found"
ADD = "Add “{}” to the school’s words"
LEAVE = "Leave it in this draft"


class WordMenu:
    """The first lines of a menu, about one word."""

    def __init__(
        self,
        menu: QMenu,
        word: str,
        *,
        take: Callable[[str], None],
        add: Callable[[str], None],
        leave: Callable[[str], None],
    ) -> None:
        self._menu, self._take = menu, take
        first = menu.actions()[0]
        self._looking = QAction(LOOKING, menu, enabled=False)
        adding, leaving = QAction(ADD.format(_plain(word)), menu), QAction(LEAVE, menu)
        adding.triggered.connect(lambda: add(word))
        leaving.triggered.connect(lambda: leave(word))
        menu.insertActions(first, [self._looking, adding, leaving])
        menu.insertSeparator(first)
        menu.insertSeparator(adding)

    def show_spellings(self, spellings: tuple[str, ...]) -> None:
        """Show other spellings, unless the menu is gone."""
        if not isValid(self._menu):
            return
        if not spellings:
            self._looking.setText(NONE)
            return
        actions = [self._action(one) for one in spellings]
        self._menu.insertActions(self._looking, actions)
        self._menu.removeAction(self._looking)
        if self._menu.activeAction() is None:
            self._menu.setActiveAction(actions[0])

    def _action(self, spelling: str) -> QAction:
        action = QAction(_plain(spelling), self._menu)
        font = self._menu.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(lambda: self._take(spelling))
        return action


def _plain(words: str) -> str:
    """Write words so that no letter becomes a key of the menu."""
    return words.replace("&", "&&")
