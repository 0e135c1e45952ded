"""How far long work is, and a way to stop it. Safe to use from both threads; knows no widget."""

from __future__ import annotations

import threading
from collections.abc import Callable

import msgspec


class Moved(msgspec.Struct, frozen=True):
    """A step of long work.

    Attributes:
        total: 0 when nobody knows how much there is.
        words: What is being done, for the person.
    """

    step: int
    total: int
    words: str


class Progress:
    """Handed to long work: it tells its steps here and asks now and then whether to go on."""

    def __init__(self, wake: Callable[[Progress], None]) -> None:
        self._wake = wake
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._latest: Moved | None = None

    def step(self, done: int, total: int, words: str) -> None:
        """Tell how far the work is; may be called as often as one likes."""
        with self._lock:
            waits_already = self._latest is not None
            self._latest = Moved(done, total, words)
        if not waits_already:
            self._wake(self)

    def say(self, words: str) -> None:
        """Tell what is being done when nobody knows how much there is."""
        self.step(0, 0, words)

    def is_stopped(self) -> bool:
        """Tell whether the person has asked to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the work to stop at its next step; nothing partial is left behind."""
        self._stop.set()

    def take_latest(self) -> Moved | None:
        """Take the last step that was told, once."""
        with self._lock:
            latest, self._latest = self._latest, None
        return latest
