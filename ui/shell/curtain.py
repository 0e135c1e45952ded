"""What stands in front of a screen while its vault is being locked. Locks nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.shell.building import Builder
from ui.shell.hush import Hush

if TYPE_CHECKING:
    from ui.shell.cover import Cover


class Curtain(QObject):
    """Hides the screen that is in a stack: at once, and for longer when the disk is full.

    Signals:
        covered: The words cannot be written; they stay behind the cover.
        uncovered: Somebody proved that they may see what is behind the cover.
    """

    covered = Signal()
    uncovered = Signal()

    def __init__(self, stack: QStackedWidget, builder: Builder) -> None:
        super().__init__(stack)
        self._stack = stack
        self._builder = builder
        self._hush: Hush | None = None
        self.cover: Cover | None = None

    def fall(self) -> None:
        """Hide the screen until another is shown."""
        if self.cover is not None:
            return
        if self._hush is None:
            self._hush = Hush()
            self._stack.addWidget(self._hush)
        self._stack.setCurrentWidget(self._hush)

    def say_not_saved(self, problem: ProblemForPerson) -> None:
        """Hide the screen until its words are on the disk or somebody proves who they are."""
        if self.cover is None:
            self.cover = self._builder.cover()
            self.cover.uncovered.connect(self.uncovered)
            self._stack.addWidget(self.cover)
        self._stack.setCurrentWidget(self.cover)
        self.cover.say(problem)
        self.covered.emit()

    def rise(self, screen: QWidget | None) -> None:
        """Show a screen, and forget what was in front of it."""
        if self.cover is not None:
            self._stack.removeWidget(self.cover)
            self.cover.deleteLater()
            self.cover = None
        if screen is not None:
            self._stack.setCurrentWidget(screen)
