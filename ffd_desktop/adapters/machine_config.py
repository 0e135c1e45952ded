"""Finds the configuration of a whole computer, and reads it only when an administrator wrote it.

It is ``config.toml`` in the folder "FFD Desktop" of Windows' ProgramData or of macOS's
``/Library/Application Support``; else ``ffd-desktop/config.toml`` in ``/etc/xdg``, then in the
folders of XDG_CONFIG_DIRS, which a person may set: they come last. Knows nothing of what is in it.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

import msgspec

NAME: Final = "config.toml"
_MOST_BYTES: Final = 64 * 1024
_FLAGS: Final[int] = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
ADMINISTRATOR: Final = 0


class Found(msgspec.Struct, frozen=True):
    """A file that is there: its bytes, or in words why it does not count."""

    path: Path
    data: bytes = b""
    fault: str = ""


def places(
    *, platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> tuple[PurePath, ...]:
    """Give where the file may be, the first one that is there counts."""
    if platform == "win32":
        base = environment.get("ProgramData") or environment.get("PROGRAMDATA") or r"C:\ProgramData"
        return (PureWindowsPath(base, "FFD Desktop", NAME),)
    if platform == "darwin":
        return (PurePosixPath("/Library/Application Support/FFD Desktop", NAME),)
    told = ["/etc/xdg", *environment.get("XDG_CONFIG_DIRS", "").split(":")]
    bases = dict.fromkeys(one.rstrip("/") for one in told if one.startswith("/"))
    return tuple(PurePosixPath(base, "ffd-desktop", NAME) for base in bases)


def find(paths: tuple[PurePath, ...] | None = None, *, owner: int = ADMINISTRATOR) -> Found | None:
    """Read the first file that is there; ``None`` when there is none. Never raises."""
    for path in places() if paths is None else paths:
        try:
            descriptor = os.open(path, _FLAGS)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            continue
        except OSError:
            return Found(Path(path), fault="it cannot be read, so nothing of it was taken.")
        try:
            return _read(Path(path), descriptor, owner)
        finally:
            os.close(descriptor)
    return None


def _read(path: Path, descriptor: int, owner: int) -> Found:
    facts = os.fstat(descriptor)
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > _MOST_BYTES:
        return Found(path, fault="it is no plain file, or too large; nothing of it was taken.")
    # SECURITY: whoever may write this file says where everybody's vault and backups go. On Windows
    # the folder's own rights must keep others out; the owner is not looked at there.
    if os.name == "posix" and (facts.st_uid != owner or facts.st_mode & 0o022):
        return Found(
            path,
            fault="it does not belong to the administrator alone, so nothing of it was taken. "
            "It must be owned by root, and nobody else may write it (chmod 644).",
        )
    try:
        return Found(path, os.read(descriptor, _MOST_BYTES))
    except OSError:
        return Found(path, fault="it cannot be read, so nothing of it was taken.")
