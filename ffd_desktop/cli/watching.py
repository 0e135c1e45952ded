"""How far long work is, on one line of the terminal; Ctrl+C asks the work to stop cleanly."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_EVERY_S: Final = 0.1
_WIDTH: Final = 72


class OnTerminal:
    """A progress that writes over its own line on stderr, when that is a terminal."""

    def __init__(self) -> None:
        self._is_seen = sys.stderr.isatty()
        self._is_stopped = False
        self._said_at = float("-inf")

    def step(self, done: int, total: int, words: str) -> None:
        """Write how much is done, now and then."""
        now = time.monotonic()
        if self._is_seen and now - self._said_at >= _EVERY_S:
            self._said_at = now
            share = f" {100 * done // total} %" if total else ""
            self._write(f"{words}{share} (Ctrl+C stops it)")

    def is_stopped(self) -> bool:
        """Tell whether Ctrl+C was pressed."""
        return self._is_stopped

    def stop(self, *_: object) -> None:
        """Ask the work to stop at its next step."""
        self._is_stopped = True

    def clear(self) -> None:
        """Take the line away."""
        if self._is_seen:
            self._write("")

    def _write(self, words: str) -> None:
        sys.stderr.write(f"\r{words:<{_WIDTH}}" if words else f"\r{'':<{_WIDTH}}\r")
        sys.stderr.flush()


@contextmanager
def watched() -> Iterator[OnTerminal]:
    """Lend a progress; Ctrl+C stops the work at its next step instead of tearing it apart."""
    progress = OnTerminal()
    before = signal.signal(signal.SIGINT, progress.stop)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)
        progress.clear()
