"""A window to be killed: types into a draft without end, and tells what it was shown as saved.

Run as a script by the tests: ``python -m tests.faults.window_writer FOLDER MARKER``. Each line on
its standard output is ``TYPED n SECONDS`` after the n-th letter behind the marker, or ``ACK n``
once "Saved" is shown for it.
"""

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ffd_desktop.app import fictional
from ffd_desktop.app.program import Program
from tests.journeys import steps
from tests.journeys.walker import Key, Walker
from ui.background import make_lanes
from ui.saving import SaveState, Saving
from ui.screens.draft.screen import DraftScreen
from ui.shell.building import Builder
from ui.shell.window import Shell
from ui.widgets.saved_mark import Mark

EVERY_MS = 15


class Typist(QObject):
    """Types letter after letter into what has the focus; the words it adds are numbered."""

    def __init__(self, walker: Walker, draft: DraftScreen) -> None:
        super().__init__()
        self._walker, self._draft = walker, draft
        self._typed = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._type)
        draft.presenter.saver.moved.connect(self._on_moved)

    def start(self, marker: str) -> None:
        """Type the marker over the whole answer and begin."""
        self._walker.stands_at("What happened").ctrl(Key.Key_A).type(marker)
        print("READY", flush=True)  # noqa: T201
        self._timer.start()

    def _type(self) -> None:
        self._typed += 1
        self._walker.type(str(self._typed % 10))
        print("TYPED", self._typed, time.monotonic(), flush=True)  # noqa: T201

    def _on_moved(self, saving: Saving) -> None:
        """Believe the mark on the screen, not the saver: it is what a person sees."""
        is_green = self._draft.header.saved.mark is Mark.SAVED
        if saving.state is SaveState.SAVED and is_green:
            print("ACK", self._typed, flush=True)  # noqa: T201


def main(folder: Path, marker: str) -> None:
    """Unlock by keyboard, open the draft by keyboard, type until killed."""
    application = QApplication(sys.argv[:1])
    lanes = make_lanes(on_bug=lambda bug: sys.exit(str(bug)))
    shell = Shell(Builder(Program(folder=folder), lanes))
    shell.begin()
    shell.show()
    walker = Walker(shell).comes_forward()
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.stands_at(steps.SHELF_SEARCH)
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    draft = shell.screen_now
    assert isinstance(draft, DraftScreen)
    typist = Typist(walker, draft)
    typist.start(marker)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
