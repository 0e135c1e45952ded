"""Locks the vault once a screen's words are on the disk, and then has the process begin afresh.

Knows no screen but by what is half typed on it. Never asks, and never loses what is typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.destinations import Destination, ToLocked
from ui.screen import Screen
from ui.shell.building import Builder
from ui.shell.coming_back import where_of
from ui.shell.curtain import Curtain

if TYPE_CHECKING:
    from ui.shell.afresh import Afresh

_RETRY_MS = 5000
STILL_IN_MEMORY = ProblemForPerson(
    "The vault is locked and everything is saved, but the program could not start itself afresh.",
    "Close it and open it again, so that nothing of your words stays in the computer’s memory.",
    "not_afresh",
)


class LockingUp(QObject):
    """Locks for one window. With an ``Afresh`` it ends in another process, not in a signal.

    Signals:
        locked: The vault is closed and this process goes on; carries the ``ToLocked`` and the
            ``ProblemForPerson`` that is to be told, or ``None``.
    """

    locked = Signal(object, object)

    def __init__(
        self, window: QWidget, builder: Builder, curtain: Curtain, afresh: Afresh | None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._builder = builder
        self._curtain = curtain
        self._afresh = afresh
        self._has_ended = False
        self._locking: ToLocked | None = None
        self._screen: Screen | None = None
        self._at: Destination | None = None
        self._again = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._again.timeout.connect(self._keep_where)

    def begin(self, locking: ToLocked, screen: Screen | None, at: Destination | None) -> None:
        """Lock up, somebody being at a screen whose words are on the disk."""
        self._locking, self._screen, self._at = locking, screen, at
        self._keep_where()

    def give_up(self) -> None:
        """Stay: somebody proved who they are before it was done."""
        self._again.stop()
        self._locking = None
        if self._afresh is not None:
            self._afresh.give_up()

    def end(self) -> None:
        """Lock nothing more and begin nothing again: the window closes, and its vault."""
        self._has_ended = True
        self.give_up()

    def _keep_where(self) -> None:
        """Keep where its person is; the vault stays open until what is half typed is kept."""
        locking = self._locking
        if locking is None:
            return
        typed = self._screen.half_typed() if self._screen is not None else {}

        def kept(problem: ProblemForPerson | None = None) -> None:
            if self._locking is not locking:
                return
            if problem is not None and typed:
                self._curtain.say_not_saved(problem)
                self._again.start()
            else:
                self._close(locking)

        self._builder.keep_where(where_of(self._at, typed), kept, kept)

    def _close(self, locking: ToLocked) -> None:
        self.give_up()
        self._builder.close_desk(
            lambda: self._closed(locking, None), lambda problem: self._closed(locking, problem)
        )

    def _closed(self, locking: ToLocked, problem: ProblemForPerson | None) -> None:
        if self._has_ended:
            return
        if self._afresh is None:
            self.locked.emit(locking, problem)
            return
        self._afresh.begin_again(
            self._window,
            locking,
            (problem.what, problem.next_step) if problem else ("", ""),
            lambda: self.locked.emit(locking, problem or STILL_IN_MEMORY),
        )
