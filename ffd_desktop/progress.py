"""How long work tells how far it is and hears that it should stop. Knows no room and no window."""

from __future__ import annotations

from typing import Final, Protocol

from ffd_desktop.problems import ProblemForPerson

WHOLE: Final = 1000
"""What a work of several parts counts to."""


class Progress(Protocol):
    """Hears how far the work is, and says whether to go on."""

    def step(self, done: int, total: int, words: str) -> None:
        """Hear that ``done`` of ``total`` is done; ``words`` are for the person."""
        ...

    def is_stopped(self) -> bool:
        """Tell whether the person has asked to stop."""
        ...


class Silent:
    """A progress that nobody watches and nobody stops."""

    def step(self, done: int, total: int, words: str) -> None:
        """Hear it and say nothing."""

    def is_stopped(self) -> bool:
        """Never stop."""
        return False


SILENT: Final = Silent()


class Part:
    """One part of a work: its own steps become thousandths of the whole, from start to end."""

    def __init__(self, progress: Progress, words: str, *, start: int = 0, end: int = WHOLE) -> None:
        self._progress = progress
        self._words = words
        self._start = start
        self._end = end

    def step(self, done: int, total: int) -> None:
        """Tell how much of this part is done.

        Raises:
            ProblemForPerson: ``stopped``, when the person has asked for it.
        """
        self.go_on()
        share = min(done, total) / total if total else 1.0
        at = self._start + round((self._end - self._start) * share)
        self._progress.step(at, WHOLE, self._words)

    def go_on(self) -> None:
        """Do nothing, or stop the work.

        Raises:
            ProblemForPerson: ``stopped``, when the person has asked for it.
        """
        if self._progress.is_stopped():
            raise stopped()

    def part(self, words: str, *, start: int, end: int) -> Part:
        """Give a part of this part, in thousandths of it."""
        span = self._end - self._start
        first, last = (self._start + span * at // WHOLE for at in (start, end))
        return Part(self._progress, words, start=first, end=last)


def stopped() -> ProblemForPerson:
    """The person stopped the work; nothing partial is left behind."""
    return ProblemForPerson(
        "Stopped. Nothing was changed.", "Start it again when you want it.", "stopped"
    )
