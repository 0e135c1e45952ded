"""What is asked of the operating system itself: hardening this process, and where data lives.

Writes nothing to disk and knows nothing of vaults.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

_PR_SET_DUMPABLE: Final = 4
_SEM_NO_FAULT_BOX: Final = 0x0001 | 0x0002
_FOLDER: Final = "FFD Desktop"
_SWAYS_KEYRING: Final = ("PYTHON_KEYRING_", "KEYRING_PROPERTY_", "KEYCHAIN_PATH")


def harden_process() -> None:
    """Make what this process writes private, and keep its memory out of core dumps and debuggers.

    umask 077; no core file; deaf to what would sway the keyring; on Linux not dumpable, so that
    another program of the same person cannot read its memory. What a system does not offer is left
    out.
    """
    os.umask(0o077)
    deafen_keyring()
    _forbid_core_files()
    if sys.platform == "linux":
        _set_undumpable()
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_SEM_NO_FAULT_BOX)


def deafen_keyring() -> None:
    """Forget the settings by which the environment could point the keyring library elsewhere.

    SECURITY: ``PYTHON_KEYRING_BACKEND`` names a class, ``KEYRING_PROPERTY_...`` sets anything on
    any class, ``KEYCHAIN_PATH`` names another keychain.
    """
    for name in [one for one in os.environ if one.upper().startswith(_SWAYS_KEYRING)]:
        del os.environ[name]


def data_folder(
    *, platform: str = sys.platform, environment: Mapping[str, str] = os.environ, home: str = ""
) -> Path:
    """Give the person's own data folder on this computer, never one that roams or syncs.

    Windows: LOCALAPPDATA; macOS: Library/Application Support; else XDG_DATA_HOME, which only
    counts when absolute (XDG Base Directory Specification).
    """
    return Path(_data_folder(platform, environment, home or str(Path.home())))


def _data_folder(platform: str, environment: Mapping[str, str], home: str) -> PurePath:
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        base = PureWindowsPath(local) if local else PureWindowsPath(home, "AppData", "Local")
        return base / _FOLDER
    if platform == "darwin":
        return PurePosixPath(home, "Library", "Application Support", _FOLDER)
    told = environment.get("XDG_DATA_HOME", "")
    base_posix = (
        PurePosixPath(told) if told.startswith("/") else PurePosixPath(home, ".local/share")
    )
    return base_posix / "ffd-desktop"


def _forbid_core_files() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _set_undumpable() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
