"""How a presenter puts work on a lane: off the window's thread, the answer back on it.

Declares shapes only; ``background.py`` does the work.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from ffd_desktop.problems import ProblemForPerson
from ui.progress import Moved, Progress

T = TypeVar("T")

Failed = Callable[[ProblemForPerson], None]


class Submits(Protocol):
    """One worker thread that does jobs in order; answers come back on the window's thread."""

    def submit(
        self,
        receiver: QObject,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ProblemForPerson], None],
    ) -> None:
        """Do a job later; then call ``done`` or ``failed``, unless ``receiver`` is gone."""
        ...

    def submit_long(
        self,
        receiver: QObject,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[ProblemForPerson], None],
        *,
        moved: Callable[[Moved], None],
    ) -> Progress:
        """Do a job that tells how far it is; what is given back can stop it."""
        ...


class Lane:
    """A lane as one screen uses it: no answer comes once the screen is gone."""

    def __init__(self, lane: Submits, screen: QObject) -> None:
        self._lane = lane
        self._screen = screen

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` on the lane, then call ``done`` or ``failed`` on the window's thread."""
        self._lane.submit(self._screen, work, done, failed)

    def run_long(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Failed,
        moved: Callable[[Moved], None],
    ) -> Progress:
        """Do work that tells how far it is; what is given back can stop it."""
        return self._lane.submit_long(self._screen, work, done, failed, moved=moved)
