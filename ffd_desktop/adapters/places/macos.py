"""macOS: what ``statfs`` says of a folder's disk, and the guest account.

The call goes through ``Kernel``, so that a fake one can be held to the same answers; none of it was
run on macOS by this project's tests (see SECURITY.md).
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from ffd_desktop.adapters.places.disk import Disk, Profile
from ffd_desktop.vault.surroundings import Fleeting

# sys/mount.h
MNT_RDONLY: Final = 0x1
MNT_REMOVABLE: Final = 0x200
MNT_LOCAL: Final = 0x1000
_MEMORY: Final = frozenset({"tmpfs"})
_VOLUMES: Final = "/Volumes"


class Kernel(Protocol):
    """The one call that is made of macOS."""

    def statfs(self, folder: str) -> tuple[int, str, str] | None:
        """Give flags, kind of file system and mount point; ``None`` when it is refused."""
        ...


class MacOS:
    """What macOS tells."""

    def __init__(self, environment: Mapping[str, str], kernel: Kernel | None = None) -> None:
        self._environment = environment
        self._kernel = kernel or RealKernel()

    def disk(self, folder: Path) -> Disk:
        """Tell of the volume under a folder."""
        told = self._kernel.statfs(str(folder))
        if told is None:
            return Disk()
        flags, kind, point = told
        return Disk(
            network=not flags & MNT_LOCAL,
            removable=bool(flags & MNT_REMOVABLE),
            memory=kind in _MEMORY,
            read_only=bool(flags & MNT_RDONLY),
            file_system=kind,
            label=PurePosixPath(point).name if point.startswith(_VOLUMES) else "",
        )

    def profile(self, folder: Path) -> Profile:
        """Tell the guest account, which macOS wipes at log-out."""
        del folder
        is_guest = self._environment.get("USER", "").casefold() == "guest"
        return Profile(fleeting=Fleeting.GUEST if is_guest else None)


class StatFs(ctypes.Structure):
    """``struct statfs`` with 64-bit inodes (sys/mount.h)."""

    _fields_ = (
        ("f_bsize", ctypes.c_uint32),
        ("f_iosize", ctypes.c_int32),
        ("f_blocks", ctypes.c_uint64),
        ("f_bfree", ctypes.c_uint64),
        ("f_bavail", ctypes.c_uint64),
        ("f_files", ctypes.c_uint64),
        ("f_ffree", ctypes.c_uint64),
        ("f_fsid", ctypes.c_int32 * 2),
        ("f_owner", ctypes.c_uint32),
        ("f_type", ctypes.c_uint32),
        ("f_flags", ctypes.c_uint32),
        ("f_fssubtype", ctypes.c_uint32),
        ("f_fstypename", ctypes.c_char * 16),
        ("f_mntonname", ctypes.c_char * 1024),
        ("f_mntfromname", ctypes.c_char * 1024),
        ("f_flags_ext", ctypes.c_uint32),
        ("f_reserved", ctypes.c_uint32 * 7),
    )


class RealKernel:
    """The call itself."""

    def statfs(self, folder: str) -> tuple[int, str, str] | None:
        """``statfs(2)``; on Intel its 64-bit form goes by another name."""
        if sys.platform != "darwin":
            return None
        library = ctypes.CDLL(None, use_errno=True)
        call = getattr(library, "statfs$INODE64", None) or library.statfs
        told = StatFs()
        if call(os.fsencode(folder), ctypes.byref(told)) != 0:
            return None
        kind = bytes(told.f_fstypename).decode("ascii", "replace").lower()
        return int(told.f_flags), kind, os.fsdecode(bytes(told.f_mntonname))
