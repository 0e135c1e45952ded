"""A check of the open vault that goes on while its person goes about and writes.

One at a time. The check runs on the proofs lane; the vault's lane only begins and ends it, so no
save waits for it. Knows no widget.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ffd_desktop.app import checkups
from ffd_desktop.app.checkups import Begun, Checked, VerifyReport
from ffd_desktop.app.desk import Desk
from ffd_desktop.problems import ProblemForPerson
from ui.background import Lanes
from ui.progress import Moved, Progress


class Checks(QObject):
    """The checks of one open vault.

    Signals:
        moved: It is further; carries a ``Moved``.
        ended: It is over; carries the ``Checked``, or the ``ProblemForPerson`` that ended it.
    """

    moved = Signal(object)
    ended = Signal(object)

    def __init__(self, desk: Desk, lanes: Lanes) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._is_running = False
        self._progress: Progress | None = None
        self._is_stopped = False

    @property
    def is_running(self) -> bool:
        """Whether a check was begun and is not over."""
        return self._is_running

    def start(self) -> None:
        """Begin a check, unless one is running."""
        if self._is_running:
            return
        self._is_running, self._is_stopped, self._progress = True, False, None
        self._lanes.vault.submit(
            self, lambda: checkups.begin(self._desk), self._run, self._on_failed
        )

    def stop(self) -> None:
        """Ask the check to stop at its next step."""
        self._is_stopped = True
        if self._progress is not None:
            self._progress.stop()

    def _run(self, begun: Begun) -> None:
        self._progress = self._lanes.proofs.submit_long(
            self,
            begun.run,
            lambda report: self._lanes.vault.submit(
                self,
                lambda: self._kept(begun, report),
                self._on_ended,
                self._on_failed,
            ),
            lambda problem: self._give_up(begun, problem),
            moved=self._on_moved,
        )
        if self._is_stopped:
            self._progress.stop()

    def _kept(self, begun: Begun, report: VerifyReport) -> Checked:
        begun.end()
        return checkups.remember(self._desk, report)

    def _give_up(self, begun: Begun, problem: ProblemForPerson) -> None:
        self._lanes.vault.submit(
            self, begun.end, lambda _: self._on_failed(problem), self._on_failed
        )

    def _on_moved(self, moved: Moved) -> None:
        if self._is_running and not self._is_stopped:
            self.moved.emit(moved)

    def _on_ended(self, checked: Checked) -> None:
        self._is_running = False
        self.ended.emit(checked)

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._is_running = False
        self.ended.emit(problem)
