"""One running copy of the program for one place: who came first holds the system's lock.

The lock dies with its process, however that ends, and outlives ``exec``; nothing here ever goes
stale. A second copy asks the first by a small file to come to the front; the first answers by
removing it. No sockets. What keeps a vault whole is not this but the vault's own lock.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import time
from enum import Enum, auto
from hashlib import sha256
from pathlib import Path
from typing import Final

from ffd_desktop.adapters import files
from ffd_desktop.problems import ProblemForPerson

LOCK: Final = "lock"
WANTED: Final = "wanted"
ASK_S: Final = 0.8
_LOOK_S: Final = 0.02
_LOCKED_BYTE: Final = 1 << 30  # far past the end: a locked byte cannot be read on Windows
_MOST_BYTES: Final = 32
_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Answer(Enum):
    """What came of asking the first copy to come to the front."""

    CAME = auto()
    """It did."""
    GONE = auto()
    """It has ended; this copy is the only one now."""
    SILENT = auto()
    """It runs and does not answer."""


class OnlyOne:
    """The lock of one place. ``folder`` holds its files and may be watched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._number = -1

    @property
    def number(self) -> int:
        """The open file that holds the lock, to be inherited; -1 for none."""
        return self._number

    def claim(self, *, inherited: int = -1, patience_s: float = 0.0) -> bool:
        """Be the only copy, if no other is; ``inherited`` is what the process before this left.

        A folder that cannot be written keeps nobody out: every copy is then the only one.
        """
        try:
            files.make_private_folder(self.folder)
            if self._adopt(inherited):
                return True
            until = time.monotonic() + patience_s
            while not self._take():
                if time.monotonic() >= until:
                    return False
                time.sleep(_LOOK_S)
        except (OSError, ProblemForPerson):
            return True
        self.answer()
        return True

    def release(self) -> None:
        """Let another copy be the only one."""
        if self._number >= 0:
            os.close(self._number)
            self._number = -1

    def ask(self, *, patience_s: float = ASK_S) -> Answer:
        """Ask the first copy to come to the front, and wait for its answer."""
        with contextlib.suppress(ProblemForPerson, OSError):
            self._let_come_to_front()
            os.close(os.open(self.folder / WANTED, _FLAGS, files.PRIVATE_FILE))
        until = time.monotonic() + patience_s
        while (answer := self.look()) is Answer.SILENT and time.monotonic() < until:
            time.sleep(_LOOK_S)
        return answer

    def look(self) -> Answer:
        """Say how what was asked stands now."""
        with contextlib.suppress(OSError):
            if self._take():
                self.answer()
                return Answer.GONE
        return Answer.SILENT if self.is_wanted() else Answer.CAME

    def is_wanted(self) -> bool:
        """Tell whether another copy asks this one to come to the front."""
        return os.path.lexists(self.folder / WANTED)

    def answer(self) -> None:
        """Tell the other copy that this one came to the front, or that nothing is asked yet."""
        files.remove_made(self.folder / WANTED)

    def _take(self) -> bool:
        number = os.open(self.folder / LOCK, _FLAGS, files.PRIVATE_FILE)
        try:
            _lock_at_once(number)
        except OSError:
            os.close(number)
            return False
        self._number = number
        os.ftruncate(number, 0)
        os.write(number, str(os.getpid()).encode())
        return True

    def _adopt(self, inherited: int) -> bool:
        """Go on holding the lock of the process before this one, if that is what it is."""
        if inherited < 0 or sys.platform == "win32":
            return False
        try:
            ours, kept = os.fstat(inherited), (self.folder / LOCK).stat()
            if (ours.st_dev, ours.st_ino) != (kept.st_dev, kept.st_ino):
                return False
            _lock_at_once(inherited)
            os.set_inheritable(inherited, False)
        except OSError:
            return False
        self._number = inherited
        return True

    def _let_come_to_front(self) -> None:
        """Windows lets a program come to the front only if the one in front allows it."""
        if sys.platform == "win32":
            told = files.read_whole(self.folder / LOCK, most_bytes=_MOST_BYTES) or b""
            if told.isdigit():
                ctypes.windll.user32.AllowSetForegroundWindow(int(told))


def place_for(home: Path, folder: Path) -> Path:
    """Give where the lock of a vault's folder lies: in the person's own data, not beside it."""
    spelled = os.path.normcase(folder.resolve())
    return home / "running" / sha256(spelled.encode(errors="surrogateescape")).hexdigest()[:16]


def _lock_at_once(number: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(number, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        os.lseek(number, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
