"""Asks the roll whether names in the draft are those of pupils, when they are first written.

Each name is asked once for as long as the draft is open, behind whatever is being saved.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from ffd_desktop.checking.passages import Memory
from ui.lanes import Lane
from ui.screens.draft.checking import Checked
from ui.screens.draft.ports import Tools
from ui.screens.draft.presenter import DraftPresenter


class OtherPupils(QObject):
    """Listens to the checks of one draft, and lets them know what the roll says."""

    def __init__(self, presenter: DraftPresenter, memory: Memory, tools: Tools) -> None:
        super().__init__(presenter)
        self._presenter, self._memory, self._roll = presenter, memory, tools.roll
        self._lane = Lane(tools.vault_lane, self)
        self._waiting = False
        presenter.checked.connect(self._on_checked)

    def _on_checked(self, checked: Checked) -> None:
        names = checked.unasked
        if not names or self._waiting:
            return
        self._waiting = True
        self._lane.run(
            lambda: self._roll.pupils_called(names),
            done=lambda found: self._learn(names, found),
            failed=lambda _: self._learn(names, frozenset()),
        )

    def _learn(self, names: tuple[str, ...], found: frozenset[str]) -> None:
        self._waiting = False
        self._memory.learn(names, found)
        self._presenter.check_now()
