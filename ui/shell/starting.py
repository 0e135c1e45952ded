"""Starting the window: dress the application, open the first screen."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ffd_desktop.adapters.afresh import Handover, Window
from ffd_desktop.adapters.only_one import Answer, OnlyOne
from ffd_desktop.app.program import Program
from ui.background import make_lanes
from ui.sentry.pick import sentry_of_this_system
from ui.shell.afresh import Afresh, show_as
from ui.shell.building import Builder
from ui.shell.doorbell import Doorbell, come_to_front
from ui.shell.faults import Faults
from ui.shell.guarding import Guard
from ui.shell.second import may_start
from ui.shell.tidying import Tidying
from ui.shell.wardrobe import ProgramWardrobe
from ui.shell.window import Shell

_AFTER_PAINT_MS = 300
_WAKE_MS = 500


def run(
    folder: Path | None,
    only: OnlyOne,
    answer: Answer,
    *,
    handover: Handover | None = None,
    begun: Callable[[Shell], object] | None = None,
) -> int:
    """Run the window until it is closed; give the exit code.

    Args:
        folder: The vault; ``None`` for the person's own.
        only: Keeps other copies away.
        answer: ``SILENT`` when there is another copy that does not answer.
        handover: What the process before this one left at a lock.
        begun: Called with the window once it is shown.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("FFD Desktop")
    application.setDesktopFileName("ffd-desktop")
    application.setQuitOnLastWindowClosed(False)
    program = Program(folder=folder)
    ProgramWardrobe(program).put_on()
    if answer is Answer.SILENT and not may_start(only, application):
        return 0
    faults = Faults(program)
    faults.install()
    lanes = make_lanes(on_bug=faults.keep)
    builder = Builder(program, lanes)
    shell = Shell(builder, Afresh(builder, running=only.number))
    guard = Guard(shell, builder, sentry_of_this_system())
    if only.number >= 0:
        Doorbell(only, lambda: come_to_front(shell), shell)
    faults.noted.connect(shell.say_fault)
    shell.closed.connect(application.quit)
    QGuiApplication.instance().commitDataRequest.connect(shell.save_for_session_end)  # type: ignore[union-attr]
    listen_for_the_end(shell.close)
    shell.begin(handover)
    show_as(shell, handover.window if handover else Window())
    if begun is not None:
        begun(shell)
    QTimer.singleShot(_AFTER_PAINT_MS, guard, guard.begin)
    Tidying(shell, shell.idle.quiet_ms).start()
    QTimer.singleShot(
        _AFTER_PAINT_MS,
        shell,
        lambda: lanes.papers.submit(shell, load_the_core, _nothing_more, _nothing_more),
    )
    code = application.exec()
    only.release()
    lanes.close()
    return code


def listen_for_the_end(close: Callable[[], object]) -> None:
    """Close properly, every word saved, when the system asks the process to end."""
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda *_: QTimer.singleShot(0, close))
    # Python answers signals between its own steps: this gives it one twice a second.
    waker = QTimer(QGuiApplication.instance(), interval=_WAKE_MS)
    waker.timeout.connect(_wake)
    waker.start()


def _wake() -> None:
    """Nothing; being called is what counts."""


def load_the_core() -> None:
    """Import what an open vault needs, off the window's thread, while a passphrase is typed."""
    from ffd_desktop.adapters.sqlcipher import vault  # noqa: F401 - imported for its own sake
    from ffd_desktop.app import fictional, office_details, papers, rolls  # noqa: F401


def _nothing_more(_: object) -> None:
    """Loading early is a courtesy: without it the same imports come when they are needed."""
