"""A lock between processes: while one dev.py builds an environment, another waits.

The operating system drops the lock when its holders die, so a killed build never blocks.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # tries for ten seconds
        except OSError:
            return False
        return True

    def _wait_for_lock(handle: int) -> None:
        while not _try_lock(handle):
            pass

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait_for_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


@contextmanager
def only_one(lock_file: Path, on_wait: Callable[[], None]) -> Iterator[int]:
    """Hold the lock; `on_wait` is called once when another process has it.

    Gives the handle. On POSIX a child that inherits it keeps the lock too, so an installer
    that outlives a killed dev.py is waited for rather than raced.
    """
    lock_file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _try_lock(handle):
            on_wait()
            _wait_for_lock(handle)
        yield handle
    finally:
        os.close(handle)
