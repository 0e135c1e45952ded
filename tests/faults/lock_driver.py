"""The program as it runs, locks and begins afresh, with somebody at its keyboard.

Run as a script by the tests: ``python -m tests.faults.lock_driver FOLDER``. It does what each line
of its standard input says, and tells on its standard output what is on the screen then, as one
line of JSON; also when it has begun, and so after each beginning afresh.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from ffd_desktop.adapters.afresh import take_handover
from ffd_desktop.app import fictional
from tests.journeys import steps
from tests.journeys.walker import Key, Walker
from ui.__main__ import start
from ui.screens.draft.screen import DraftScreen
from ui.shell.window import Shell

STORY = "Tell what happened"


class Hand(QObject):
    """Somebody at the keyboard who does as they are told."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._walker = Walker(shell)
        self._ear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._on_line)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._walker.comes_forward()
        self._tell()

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
        steps.unlock(self._walker, passphrase or fictional.PASSPHRASE)
        self._walker.reads_no("FFD Desktop is locked").rests()

    def do_draft(self, _: str) -> None:
        """Go into the first long answer of the draft changed last."""
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
        self._walker.ctrl(Key.Key_A).type(text)

    def do_left(self, times: str) -> None:
        """Go back with the caret."""
        self._walker.press(Key.Key_Left, times=int(times))

    def do_lock(self, letter: str) -> None:
        """Type a last letter and lock in the same moment; what tells of it is a new process."""
        self._walker.type(letter).ctrl(Key.Key_L).reads("FFD Desktop is locked")

    def do_restore(self, _: str) -> None:
        """At the vault's screen, lock to put a backup back; what tells of it is a new process."""
        self._walker.push("Lock, and put a backup back …").reads("Get the vault back")

    def do_look(self, _: str) -> None:
        """Only tell what is there."""

    def _tell(self) -> None:
        screen, focus = self._shell.screen_now, QApplication.focusWidget()
        told = {
            "pid": os.getpid(),
            "screen": type(screen).__name__,
            "shown": self._walker.shown(),
            "at": self._walker.at(),
            "section": screen.section if isinstance(screen, DraftScreen) else "",
        }
        if isinstance(focus, QPlainTextEdit | QTextEdit):
            told |= {"text": focus.toPlainText(), "caret": focus.textCursor().position()}
        if isinstance(focus, QLineEdit):
            told |= {"text": focus.text(), "caret": focus.cursorPosition()}
        print(json.dumps(told), flush=True)  # noqa: T201


if __name__ == "__main__":
    words, handover = take_handover(sys.argv[1:])
    sys.exit(start(Path(words[0]), handover, begun=Hand))
