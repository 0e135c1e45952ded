"""The window: shows one screen at a time, locks, and closes. Knows no form and no rule.

Leaving a screen always waits for its words to be on disk. Locking never asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.destinations import (
    Destination,
    ToCheck,
    ToDraft,
    ToLocked,
    ToNewReferral,
    ToShelf,
)
from ui.messages import BUG_PROBLEM
from ui.screen import Screen
from ui.shell.building import Builder
from ui.shell.idle import WARNING_S, Idle
from ui.widgets.banner import Banner
from ui.widgets.compact_numbers import CompactNumbers
from ui.widgets.live_numbers import LiveNumbers
from ui.widgets.tab_order import step_focus

if TYPE_CHECKING:
    from ffd_desktop.app.desk import Desk
    from ui.shell.cover import Cover

TITLE = "FFD Desktop"
_SMALLEST = (720, 480)
_FIRST = (1280, 720)


class Shell(QMainWindow):
    """The one window of the program.

    Signals:
        closed: The vault is closed and the window may go.
    """

    closed = Signal()

    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self._builder = builder
        self._screen: Screen | None = None
        self._at: Destination | None = None
        self._back_to: Destination = ToShelf()
        self._is_moving = False
        self._next: Destination | None = None
        self._may_close = False
        self._cover: Cover | None = None
        self._news = ""
        self.banner = Banner()
        self._stack = QStackedWidget()
        self._inside = QWidget()
        self._lay_out()
        self.idle = Idle(self)
        self.idle.warned.connect(self._on_idle_warned)
        self.idle.touched.connect(self.banner.clear)
        self.idle.passed.connect(self._on_idle_passed)
        builder.opened.connect(self._on_opened)
        builder.told.connect(self._on_told)
        builder.numbers_changed.connect(self._on_numbers_changed)
        builder.lock_after_changed.connect(self._on_lock_after)
        shortcut = QShortcut(QKeySequence("Ctrl+L"), self)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(self.lock)

    @property
    def screen_now(self) -> Screen | None:
        """The screen that is shown."""
        return self._screen

    @property
    def cover_now(self) -> Cover | None:
        """What hides the screen while its last words cannot be written."""
        return self._cover

    def go(self, destination: Destination) -> None:
        """Leave the present screen, its words on disk, and show another.

        While one move is under way, the last one asked for wins; but nothing takes the place of
        a lock that was asked for, or of closing.
        """
        if isinstance(self._next, ToLocked) and not isinstance(destination, ToLocked):
            return
        self._next = destination
        if self._is_moving:
            return
        self._is_moving = True
        self._leave(self._move)

    def lock(self, why: str = "") -> None:
        """Save, close the vault and show the locked screen; never asks."""
        if self._builder.desk is None:
            return
        self.go(ToLocked(why))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and close the vault first; then really close."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self._leave(self._close_vault_then_window)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Let Tab go where the eye goes."""
        return step_focus(self._inside, onward=next) or super().focusNextPrevChild(next)

    def _lay_out(self) -> None:
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(self._inside)

    def _leave(self, left: Callable[[], None]) -> None:
        if self._screen is None:
            left()
        else:
            self._screen.leave(left)

    def _move(self) -> None:
        destination = self._next
        if destination is None:
            self._is_moving = False
            return
        self._next = None
        if isinstance(destination, ToLocked) and self._builder.desk is not None:
            if self._at is not None:
                self._back_to = self._at
            self._builder.close_desk(
                lambda: self._build(destination),
                lambda problem: self._locked_badly(destination, problem),
            )
            return
        self._build(destination)

    def _locked_badly(self, destination: Destination, problem: ProblemForPerson) -> None:
        """Show the locked screen all the same: whatever failed, the words go from the screen."""
        self._build(destination)
        self.banner.show_problem(problem)

    def _build(self, destination: Destination) -> None:
        self._builder.build(destination, self._show, self._on_problem)
        self._at = destination

    def _on_not_left(self, problem: object) -> None:
        """The words cannot be written: hide them if that was the wish, otherwise stay."""
        if not isinstance(problem, ProblemForPerson) or self._screen is None:
            return
        if isinstance(self._next, ToLocked):
            self._cover_up(problem)
            return
        self._screen.stay()
        self._is_moving = False
        self._next = None
        self.banner.show_problem(problem)

    def _cover_up(self, problem: ProblemForPerson) -> None:
        if self._cover is None:
            self._cover = self._builder.cover()
            self._cover.uncovered.connect(self._on_uncovered)
            self._stack.addWidget(self._cover)
        self._stack.setCurrentWidget(self._cover)
        self._cover.say(problem)

    def _on_uncovered(self) -> None:
        self._uncover()
        if self._screen is not None:
            self._screen.stay()
            self._stack.setCurrentWidget(self._screen)
        self._is_moving = False
        self._next = None

    def _uncover(self) -> None:
        if self._cover is not None:
            self._stack.removeWidget(self._cover)
            self._cover.deleteLater()
            self._cover = None

    def _show(self, screen: Screen) -> None:
        self._uncover()
        old, self._screen = self._screen, screen
        screen.go.connect(self._on_go)
        screen.not_left.connect(self._on_not_left)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._tell_news()
        self._watch_idle()
        screen.entered()
        self._is_moving = False
        if self._next is not None:
            self.go(self._next)

    def _on_go(self, destination: object) -> None:
        self.go(destination)  # type: ignore[arg-type]

    def _on_opened(self, desk: object) -> None:
        from ffd_desktop.app.desk import Desk

        if isinstance(desk, Desk):
            self._builder.take(desk)
            self._news = " ".join(_news_of(desk))
            self.go(self._where_it_was())

    def _on_told(self, words: tuple[str, ...]) -> None:
        if words and self._builder.desk is not None:
            self.banner.tell("warn", "About the backups", " ".join(words))

    def _tell_news(self) -> None:
        """Say what is to be known of the vault just opened, once; otherwise nothing."""
        news, self._news = self._news, ""
        if news:
            self.banner.tell("warn", "The vault is open, and there is something to know", news)
        else:
            self.banner.clear()

    def _on_numbers_changed(self) -> None:
        for full in self.findChildren(LiveNumbers):
            full.refresh()
        for compact in self.findChildren(CompactNumbers):
            compact.refresh()

    def _on_lock_after(self, _minutes: int) -> None:
        self._watch_idle()

    def _where_it_was(self) -> Destination:
        back, self._back_to = self._back_to, ToShelf()
        match back:
            case ToDraft(referral_id):
                return ToDraft(referral_id)
            case ToCheck() | ToNewReferral():
                return back
            case _:
                return ToShelf()

    def _on_problem(self, problem: ProblemForPerson) -> None:
        self._is_moving = False
        self._next = None
        self.banner.show_problem(problem)

    def _watch_idle(self) -> None:
        if self._builder.desk is None:
            self.idle.rest()
        else:
            self.idle.watch(self._builder.lock_after_minutes)

    def _on_idle_warned(self) -> None:
        self.banner.tell(
            "warn",
            "Nobody has been here for a while",
            f"The program locks in {WARNING_S} seconds. Press any key to stay.",
        )

    def _on_idle_passed(self) -> None:
        self.lock("Locked because nobody was here for a while. Everything is saved.")

    def _close_vault_then_window(self) -> None:
        self._builder.close_desk(self._close_now, lambda _: self._close_now())

    def _close_now(self) -> None:
        self._may_close = True
        self.close()
        self.closed.emit()

    def begin(self) -> None:
        """Show the first screen; tell of the last run's fault, if there was one."""
        self.go(self._builder.first())
        if self._builder.program.take_fault():
            self.banner.tell(
                "note",
                "The program met a fault of its own last time",
                "Everything it had shown as saved is safe. What is known of the fault, without "
                "any of your words, was kept for whoever looks after this program.",
            )

    def say_fault(self) -> None:
        """Tell that something went wrong inside the program."""
        self.banner.show_problem(BUG_PROBLEM)

    def save_for_session_end(self) -> None:
        """Make every word durable before the system ends the session; does not return before."""
        if self._screen is not None:
            self._screen.leave(_nothing)
        self._builder.wait_for_vault()


def _news_of(desk: Desk) -> Iterator[str]:
    if desk.is_recovered:
        yield "The recovery code opened it: set a new passphrase in Settings now."
    yield from (notice.words for notice in desk.vault.notices)


def _nothing() -> None:
    """Nothing follows."""
