"""The window: shows one screen at a time, locks, and closes. Knows no form and no rule.

Leaving a screen always waits for its words to be on disk. Locking never asks, and ends in a new
process when there is an ``Afresh``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.destinations import Destination, ToLocked, ToShelf, ToVault, once_locked
from ui.messages import BUG_PROBLEM
from ui.screen import Screen
from ui.shell.building import Builder
from ui.shell.coming_back import destination_of
from ui.shell.curtain import Curtain
from ui.shell.idle import WARNING_S, Idle
from ui.shell.locking_up import LockingUp
from ui.shell.nagging import Nagging
from ui.shell.news import News
from ui.widgets.banner import Banner
from ui.widgets.compact_numbers import CompactNumbers
from ui.widgets.live_numbers import LiveNumbers
from ui.widgets.look_again import LookAgainCard
from ui.widgets.tab_order import step_focus

if TYPE_CHECKING:
    from ffd_desktop.adapters.afresh import Handover
    from ffd_desktop.app.coming_back import Where
    from ui.shell.afresh import Afresh
    from ui.shell.cover import Cover

TITLE = "FFD Desktop"
_SMALLEST = (720, 480)
_FIRST = (1280, 720)


class Shell(QMainWindow):
    """The one window of the program.

    Signals:
        closed: The vault is closed and the window may go.
        locking: A lock of the open vault was asked for; nothing is saved or hidden yet.
        hidden: The vault is closed, or its words are covered until they can be written.
        uncovered: What was covered is shown again, by somebody who may see it.
    """

    closed = Signal()
    locking = Signal()
    hidden = Signal()
    uncovered = Signal()
    copies = Signal(str)

    def __init__(self, builder: Builder, afresh: Afresh | None = None) -> None:
        super().__init__()
        self._builder = builder
        self._screen: Screen | None = None
        self._at: Destination | None = None
        self._building: Destination | None = None
        self._is_moving = False
        self._next: Destination | None = None
        self._half_typed: Mapping[str, object] | None = None
        self._has_come_back = False
        self._may_close = False
        self.banner = Banner()
        self._news = News(self.banner)
        self.banner.pressed.connect(lambda: self.go(ToVault()))
        self._nagging = Nagging(builder)
        self._nagging.followed.connect(self._on_go)
        self._stack = QStackedWidget()
        self._inside = QWidget()
        self._lay_out()
        self._curtain = Curtain(self._stack, builder)
        self._curtain.uncovered.connect(self._on_uncovered)
        self._curtain.covered.connect(self.hidden)
        self._locking_up = LockingUp(self, builder, self._curtain, afresh)
        self._locking_up.locked.connect(self._on_locked)
        self.idle = Idle(self)
        self.idle.warned.connect(self._on_idle_warned)
        self.idle.touched.connect(self.banner.clear)
        self.idle.passed.connect(self._on_idle_passed)
        builder.made.connect(self._watch_idle)
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
        return self._curtain.cover

    def go(self, destination: Destination) -> None:
        """Leave the present screen, its words on disk, and show another.

        While one move is under way, the last one asked for wins; but nothing takes the place of
        a lock that was asked for, or of closing.
        """
        if isinstance(self._next, ToLocked) and not isinstance(destination, ToLocked):
            return
        self._next = destination
        if not self._is_moving:
            self._is_moving = True
            self._leave(self._move)
        if isinstance(destination, ToLocked) and self._builder.is_open:
            self._curtain.fall()

    def lock(self, why: str = "") -> None:
        """Save, close the vault and show the locked screen; never asks."""
        if not self._builder.is_open:
            return
        self.locking.emit()
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
        column.addWidget(self._nagging.banner)
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
        if isinstance(destination, ToLocked) and self._builder.is_open:
            self._locking_up.begin(destination, self._screen, self._at)
        else:
            self._build(destination)

    def _on_locked(self, locking: ToLocked, problem: ProblemForPerson | None) -> None:
        """Show the locked screen, or a backup's; whatever failed, the words go from the screen."""
        self._build(once_locked(locking))
        if problem is not None:
            self.banner.show_problem(problem)
        self.hidden.emit()
        self._builder.copy_locked()

    def _build(self, destination: Destination) -> None:
        self._building = destination
        self._builder.build(destination, self._show, self._on_problem)

    def _on_not_left(self, problem: object) -> None:
        """The words cannot be written: hide them if that was the wish, otherwise stay."""
        if not isinstance(problem, ProblemForPerson) or self._screen is None:
            return
        if isinstance(self._next, ToLocked):
            self._curtain.say_not_saved(problem)
            return
        self._screen.stay()
        self._is_moving = False
        self._next = None
        self.banner.show_problem(problem)

    def _on_uncovered(self) -> None:
        self._locking_up.give_up()
        self._curtain.rise(self._screen)
        if self._screen is not None:
            self._screen.stay()
        self._is_moving = False
        self._next = None
        self.uncovered.emit()

    def _show(self, screen: Screen) -> None:
        old, self._screen = self._screen, screen
        self._at = self._building
        screen.go.connect(self._on_go)
        screen.not_left.connect(self._on_not_left)
        screen.copies.connect(self.copies)
        self._stack.addWidget(screen)
        self._curtain.rise(screen)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._news.tell()
        self._nagging.look_at(self._at)
        self._watch_idle()
        screen.entered()
        self._put_back(screen)
        self._is_moving = False
        if self._next is not None:
            self.go(self._next)

    def _put_back(self, screen: Screen) -> None:
        """Put back what was half typed at the lock; the vault keeps it until they have gone on."""
        typed, self._half_typed = self._half_typed, None
        if typed is None:
            self._go_on()
            return
        self._has_come_back = True
        if typed:
            screen.put_back(typed)

    def _go_on(self) -> None:
        if self._has_come_back:
            self._builder.forget_where()
        self._has_come_back = False

    def _on_go(self, destination: object) -> None:
        self.go(destination)  # type: ignore[arg-type]

    def _on_opened(self, desk: object) -> None:
        from ffd_desktop.app.desk import Desk

        if isinstance(desk, Desk):
            self._builder.take(desk)
            self._news.learn(desk)
            self._is_moving = True
            self._builder.find_where(self._come_back)

    def _come_back(self, where: Where | None) -> None:
        """Go where its person was when the vault was locked, with what was half typed there."""
        asked, self._next = self._next, None
        self._is_moving = False
        self._half_typed = where.typed if where is not None else None
        self.go(destination_of(where))
        if asked is not None:
            self.go(asked)

    def _on_told(self, words: tuple[str, ...]) -> None:
        if self._builder.desk is not None:
            self._news.add(words)

    def _on_numbers_changed(self) -> None:
        for full in self.findChildren(LiveNumbers):
            full.refresh()
        for compact in self.findChildren(CompactNumbers):
            compact.refresh()
        for asking in self.findChildren(LookAgainCard):
            asking.refresh()

    def _on_lock_after(self, _minutes: int) -> None:
        self._watch_idle()

    def _on_problem(self, problem: ProblemForPerson) -> None:
        """Stay, and tell; whoever has just unlocked and finds nothing there goes to the shelf."""
        asked, self._next = self._next, None
        self._is_moving = False
        self._half_typed = None
        if asked is None and self._builder.desk is not None and isinstance(self._at, ToLocked):
            asked = ToShelf()
        if asked is not None:
            self.go(asked)
        self.banner.show_problem(problem)

    def _watch_idle(self) -> None:
        if not self._builder.is_open:
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
        self._locking_up.end()
        self._go_on()
        self._builder.close_desk(self._close_now, lambda _: self._close_now())

    def _close_now(self) -> None:
        self._may_close = True
        self.close()
        self.closed.emit()
        self._builder.copy_locked()

    def begin(self, handover: Handover | None = None) -> None:
        """Show the first screen; tell of the last run's fault, if there was one.

        After a lock, ``handover`` is what the process before this one left.
        """
        if handover is not None:
            self._take_over(handover)
            return
        self.go(self._builder.first())
        if self._builder.program.take_fault():
            self._news.tell_of_last_fault()

    def _take_over(self, handover: Handover) -> None:
        self._builder.take_over(handover)
        self.go(once_locked(ToLocked(handover.why, handover.to_restore)))
        what, next_step = handover.trouble
        if what:
            self.banner.show_problem(ProblemForPerson(what, next_step, "closed_badly"))
        self._builder.copy_locked()

    def say_fault(self) -> None:
        """Tell that something went wrong inside the program."""
        self.banner.show_problem(BUG_PROBLEM)

    def save_for_session_end(self) -> None:
        """Make every word durable before the system ends the session; does not return before."""
        if self._screen is not None:
            self._screen.leave(_nothing)
        self._builder.wait_for_vault()


def _nothing() -> None:
    """Nothing follows."""
