"""Ends this process's memory: the program takes its own place, under the same command.

Python cannot wipe what it once held, so a lock ends here. What the next process must know goes
through a pipe that it inherits, never through its arguments, its environment or a file; of the
arguments only the number of that pipe. Knows nothing of vaults.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NoReturn

import msgspec

FLAG: Final = "--afresh="
MOST_BYTES: Final = 16 * 1024
_STDIN: Final = 0
_STDERR: Final = 2


class Window(msgspec.Struct, frozen=True, omit_defaults=True):
    """How the window stood.

    Attributes:
        geometry: Qt's own words for it, in base 64.
        is_minimised: It was put away.
        is_in_front: It had the keyboard; otherwise it must not take it.
    """

    geometry: str = ""
    is_minimised: bool = False
    is_in_front: bool = True


class CopyDue(msgspec.Struct, frozen=True):
    """A backup that is still to be copied, which needs no key."""

    vault_id: str
    records: int
    place: str


class Handover(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one process leaves to the next. SECURITY: nothing secret and nothing of a child.

    Attributes:
        why: Words for the locked screen.
        to_restore: Somebody locked in order to put a backup back.
        trouble: What the vault said when it could not be closed as it should: what, next step.
        folder: The vault in use.
        hint: The published passphrase, when that is the fictional school's.
        running: The open file that says that the program runs; it is inherited.
    """

    why: str = ""
    to_restore: bool = False
    trouble: tuple[str, str] = ("", "")
    folder: str = ""
    hint: str = ""
    window: Window = Window()
    copy: CopyDue | None = None
    running: int = -1


def start_afresh(handover: Handover) -> NoReturn:
    """Put a new process in the place of this one; nothing of this one's memory stays.

    POSIX: the same process id. Windows: a new process, and this one ends.

    Raises:
        OSError: The system does not do it; this process then goes on.
    """
    told = msgspec.json.encode(handover)
    if len(told) > MOST_BYTES:
        raise OSError("too much to hand over")
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    if sys.platform == "win32":
        _start_beside(told)
    _take_own_place(told, handover.running)


def take_handover(words: Sequence[str]) -> tuple[list[str], Handover | None]:
    """Take the pipe's number out of the arguments; give the others, and what came through it.

    Anything that is not a hand-over counts as none: the program then simply starts.
    """
    numbers = [word.removeprefix(FLAG) for word in words if word.startswith(FLAG)]
    others = [word for word in words if not word.startswith(FLAG)]
    if not numbers or not numbers[-1].isdecimal():
        return others, None
    return others, _read(int(numbers[-1]))


def own_command(number: int) -> list[str]:
    """Give the command that started this process, with the number of the pipe to read."""
    frozen = getattr(sys, "frozen", False)
    words = sys.argv[1:] if frozen else sys.orig_argv[1:]
    kept = [word for word in words if not word.startswith(FLAG)]
    return [sys.executable, *kept, f"{FLAG}{number}"]


def _take_own_place(told: bytes, running: int) -> NoReturn:
    """Replace this process's image. Only the pipe and the standard streams are passed on."""
    reading, writing = os.pipe()
    try:
        os.write(writing, told)
        os.close(writing)
        inherited = {reading, running} - {-1}
        _keep_to_ourselves(_open_numbers(), but=inherited)
        for number in inherited:
            os.set_inheritable(number, True)
        os.execv(sys.executable, own_command(reading))  # noqa: S606 - no shell, our own command
    except OSError:
        os.close(reading)
        raise


def _start_beside(told: bytes) -> NoReturn:
    import subprocess

    child = subprocess.Popen(own_command(_STDIN), stdin=subprocess.PIPE)  # noqa: S603 - our own
    assert child.stdin is not None  # noqa: S101 - PIPE was asked for
    with contextlib.suppress(OSError):
        child.stdin.write(told)
        child.stdin.close()
    os._exit(0)


def _open_numbers() -> list[int]:
    for place in ("/proc/self/fd", "/dev/fd"):
        with contextlib.suppress(OSError, ValueError):
            return [int(one.name) for one in Path(place).iterdir()]
    return []


def _keep_to_ourselves(numbers: Iterable[int], *, but: set[int]) -> None:
    for number in numbers:
        if number > _STDERR and number not in but:
            with contextlib.suppress(OSError):
                os.set_inheritable(number, False)


def _read(number: int) -> Handover | None:
    """Read a hand-over; only ever from a pipe, so that nothing else is read by mistake."""
    try:
        if not stat.S_ISFIFO(os.fstat(number).st_mode):
            return None
        told = b""
        while len(told) <= MOST_BYTES and (more := os.read(number, MOST_BYTES)):
            told += more
        if number > _STDERR:
            os.close(number)
        return msgspec.json.decode(told, type=Handover)
    except (OSError, OverflowError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
