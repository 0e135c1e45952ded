"""Locks the window when the computer is left, and leaves nothing of the words behind outside it.

Every way of locking, Ctrl+L and idleness too, goes through here: dialogs go, the clipboard is
cleared of our words, and the system is kept from sleeping until the vault is locked or covered.
Where a lock ends in a new process, the system is let go of by this one's end.
"""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ui.screens.locked.screen import LockedScreen
from ui.sentry.port import Sentry, Why
from ui.shell.building import Builder
from ui.shell.clipboard import OwnClipboard
from ui.shell.dismissal import Dismissal
from ui.shell.window import Shell

WORDS = {
    Why.SCREEN: "Locked with the screen. Everything is saved.",
    Why.SWITCH: "Locked because the screen was given to somebody else. Everything is saved.",
    Why.SLEEP: "Locked because the computer went to sleep. Everything is saved.",
    Why.LID: "Locked because the lid was closed. Everything is saved.",
    Why.ENDING: "Locked because the session was ending. Everything is saved.",
}
# Windows gives a program two seconds before it sleeps, macOS thirty, logind five.
MOST_MS = 1500


class Guard(QObject):
    """Joins a sentry, the dialogs and the clipboard to one window."""

    def __init__(self, shell: Shell, builder: Builder, sentry: Sentry) -> None:
        super().__init__(shell)
        self._shell = shell
        self._builder = builder
        self._sentry = sentry
        self._late: Why | None = None
        self._dismissal = Dismissal(shell)
        self.clipboard = OwnClipboard(QGuiApplication.clipboard(), self)
        sentry.called.connect(self._on_called)
        builder.made.connect(sentry.hold)
        builder.opened.connect(self._on_opened)
        shell.locking.connect(self._on_locking)
        shell.hidden.connect(self._on_hidden)
        shell.uncovered.connect(self._on_uncovered)
        shell.closed.connect(self._on_closed)
        shell.copies.connect(self.clipboard.put)

    def begin(self) -> None:
        """Begin to listen to the system; once the window is there."""
        self._sentry.begin(self._shell)

    def _on_called(self, why: Why) -> None:
        if not self._builder.is_open:
            self._late = why if self._is_opening() else None
            return
        self._shell.lock(WORDS[why])
        if why in (Why.SLEEP, Why.ENDING) and not self._is_hidden():
            self._wait_until_hidden()

    def _wait_until_hidden(self) -> None:
        """Come back when it is locked or covered: the system goes on when this returns."""
        loop = QEventLoop()
        self._shell.hidden.connect(loop.quit)
        QTimer.singleShot(MOST_MS, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._shell.hidden.disconnect(loop.quit)

    def _is_hidden(self) -> bool:
        screen = self._shell.screen_now
        is_locked = not self._builder.is_open and isinstance(screen, LockedScreen)
        return is_locked or self._shell.cover_now is not None

    def _is_opening(self) -> bool:
        screen = self._shell.screen_now
        return isinstance(screen, LockedScreen) and screen.is_opening

    def _on_opened(self, _: object) -> None:
        """Hold the system; lock at once if the computer was left while the vault was opening."""
        late, self._late = self._late, None
        self._sentry.hold()
        if late is not None:
            self._shell.lock(WORDS[late])

    def _on_locking(self) -> None:
        QGuiApplication.inputMethod().commit()
        self._sentry.dismiss()
        self._dismissal.begin()
        self.clipboard.clear_ours()

    def _on_hidden(self) -> None:
        self._sentry.let_go()
        if self._shell.cover_now is None:
            self._dismissal.end()

    def _on_uncovered(self) -> None:
        self._dismissal.end()
        self._sentry.hold()

    def _on_closed(self) -> None:
        self.clipboard.clear_ours()
        self._sentry.end()
