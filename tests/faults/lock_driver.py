"""The program as it runs, locks and begins afresh, with somebody at its keyboard.

Run as a script by the tests: ``python -m tests.faults.lock_driver FOLDER``. It does what each line
of its standard input says, and tells on its standard output what is on the screen then, as one
line of JSON; also when it has begun, and so after each beginning afresh.
"""

from __future__ import annotations

import json
import os
import sys
from functools import cached_property
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from ffd_desktop.adapters.afresh import take_handover
from ui.__main__ import start

if TYPE_CHECKING:
    from tests.journeys.walker import Walker
    from ui.shell.window import Shell

STORY = "Tell what happened"


class Hand(QObject):
    """Somebody at the keyboard who does as they are told."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._ear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._on_line)
        self._eye = QTimer(self, interval=1)
        self._eye.timeout.connect(self._begin)
        self._eye.start()

    @cached_property
    def _walker(self) -> Walker:
        """Whoever walks; imported after the beginning, which is measured."""
        from tests.journeys.walker import Walker

        return Walker(self._shell).comes_forward()

    def _begin(self) -> None:
        """Tell which screen it is, once somebody could type into it."""
        window, screen = self._shell.windowHandle(), self._shell.screen_now
        if screen is not None and window is not None and window.isExposed():
            self._eye.stop()
            print(json.dumps({"pid": os.getpid(), "screen": type(screen).__name__}), flush=True)  # noqa: T201

    def _on_line(self) -> None:
        """Read one line without taking more: what follows may be for the next process."""
        line = b""
        while not line.endswith(b"\n"):
            line += os.read(sys.stdin.fileno(), 1)
        verb, _, rest = line.decode().rstrip("\n").partition(" ")
        getattr(self, f"do_{verb}")(rest)
        self._tell()

    def do_unlock(self, passphrase: str) -> None:
        """Unlock, and wait until another screen is there."""
        from ffd_desktop.app import fictional
        from tests.journeys import steps

        steps.unlock(self._walker, passphrase or fictional.PASSPHRASE)
        self._walker.reads_no("FFD Desktop is locked").rests()

    def do_draft(self, _: str) -> None:
        """Go into the first long answer of the draft changed last."""
        from tests.journeys import steps

        steps.open_top_draft(self._walker)
        steps.go_to_section(self._walker, STORY)
        self._walker.stands_at("What happened")

    def do_push(self, name: str) -> None:
        """Go to a button and press it."""
        self._walker.push(name).rests()

    def do_go(self, name: str) -> None:
        """Go to a box by Tab."""
        self._walker.tab_to(name)

    def do_type(self, text: str) -> None:
        """Type over what is there."""
        self._walker.ctrl(Qt.Key.Key_A).type(text)

    def do_left(self, times: str) -> None:
        """Go back with the caret."""
        self._walker.press(Qt.Key.Key_Left, times=int(times))

    def do_lock(self, letter: str) -> None:
        """Type a last letter and lock in the same moment; what tells of it is a new process."""
        self._walker.type(letter).ctrl(Qt.Key.Key_L).reads("FFD Desktop is locked")

    def do_restore(self, _: str) -> None:
        """At the vault's screen, lock to put a backup back; what tells of it is a new process."""
        self._walker.push("Lock, and put a backup back …").reads("Nothing is deleted here")

    def do_look(self, _: str) -> None:
        """Only tell what is there."""

    def _tell(self) -> None:
        screen, focus = self._shell.screen_now, QApplication.focusWidget()
        told = {
            "pid": os.getpid(),
            "screen": type(screen).__name__,
            "shown": self._walker.shown(),
            "at": self._walker.at(),
            "section": getattr(screen, "section", ""),
        }
        if isinstance(focus, QPlainTextEdit | QTextEdit):
            told |= {"text": focus.toPlainText(), "caret": focus.textCursor().position()}
        if isinstance(focus, QLineEdit):
            told |= {"text": focus.text(), "caret": focus.cursorPosition()}
        print(json.dumps(told), flush=True)  # noqa: T201


if __name__ == "__main__":
    words, handover = take_handover(sys.argv[1:])
    sys.exit(start(Path(words[0]), handover, begun=Hand))
