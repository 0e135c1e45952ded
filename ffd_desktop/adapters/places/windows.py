"""Windows: kinds of drive, names of volumes, kinds of profile.

The calls go through ``Kernel``, so that a fake kernel can be held to the same answers; none of it
was run on Windows by this project's tests (see SECURITY.md).
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath
from typing import Final, Protocol

from ffd_desktop.adapters.places.disk import Disk, Profile
from ffd_desktop.vault.surroundings import Fleeting

# GetDriveTypeW, winbase.h
DRIVE_REMOVABLE: Final = 2
DRIVE_REMOTE: Final = 4
DRIVE_RAMDISK: Final = 6
# GetVolumeInformationW, winnt.h
FILE_READ_ONLY_VOLUME: Final = 0x00080000
# GetProfileType, userenv.h
PT_TEMPORARY: Final = 0x1
PT_ROAMING: Final = 0x2
PT_MANDATORY: Final = 0x4
PT_ROAMING_PREEXISTING: Final = 0x8
_NAME: Final = 261


class Kernel(Protocol):
    """The three calls that are made of Windows."""

    def drive_type(self, root: str) -> int:
        """GetDriveTypeW of a root: a drive’s letter, colon and stroke."""
        ...

    def volume(self, root: str) -> tuple[str, str, int]:
        """GetVolumeInformationW: the volume's name, its file system, its flags; empty if untold."""
        ...

    def profile_type(self) -> int:
        """GetProfileType; 0 when Windows does not tell."""
        ...


class Windows:
    """What Windows tells."""

    def __init__(self, environment: Mapping[str, str], kernel: Kernel | None = None) -> None:
        self._environment = environment
        self._kernel = kernel or RealKernel()

    def disk(self, folder: Path) -> Disk:
        """Tell of the drive under a folder; a name that begins with two strokes is a share."""
        path = PureWindowsPath(folder)
        if _is_share(path):
            return Disk(network=True)
        root = path.drive + "\\"
        kind = self._kernel.drive_type(root)
        label, file_system, flags = self._kernel.volume(root)
        return Disk(
            network=kind == DRIVE_REMOTE,
            removable=kind == DRIVE_REMOVABLE,
            memory=kind == DRIVE_RAMDISK,
            read_only=bool(flags & FILE_READ_ONLY_VOLUME),
            file_system=file_system.lower(),
            label=label,
        )

    def profile(self, folder: Path) -> Profile:
        """Tell whether a folder of the profile roams, or is wiped at log-out."""
        path = PureWindowsPath(folder)
        if not self._is_in(path, "USERPROFILE"):
            return Profile(roaming=self._is_in(path, "APPDATA"))
        kind = self._kernel.profile_type()
        is_wiped = bool(kind & (PT_TEMPORARY | PT_MANDATORY))
        roams = bool(kind & (PT_ROAMING | PT_ROAMING_PREEXISTING)) and not self._stays(path)
        return Profile(
            roaming=roams or self._is_in(path, "APPDATA"),
            fleeting=Fleeting.PROFILE if is_wiped else None,
        )

    def _stays(self, path: PureWindowsPath) -> bool:
        """Local and LocalLow, of AppData, are left out of a roaming profile."""
        home = self._environment.get("USERPROFILE", "")
        low = PureWindowsPath(home, "AppData", "LocalLow")
        return self._is_in(path, "LOCALAPPDATA") or path.is_relative_to(low)

    def _is_in(self, path: PureWindowsPath, variable: str) -> bool:
        told = self._environment.get(variable, "")
        return bool(told) and path.is_relative_to(PureWindowsPath(told))


class RealKernel:
    """The calls themselves."""

    def drive_type(self, root: str) -> int:
        """GetDriveTypeW."""
        if sys.platform != "win32":
            return 0
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))

    def volume(self, root: str) -> tuple[str, str, int]:
        """GetVolumeInformationW."""
        if sys.platform != "win32":
            return "", "", 0
        name, kind = ctypes.create_unicode_buffer(_NAME), ctypes.create_unicode_buffer(_NAME)
        flags = ctypes.c_ulong(0)
        done = ctypes.windll.kernel32.GetVolumeInformationW(
            root, name, _NAME, None, None, ctypes.byref(flags), kind, _NAME
        )
        return (name.value, kind.value, flags.value) if done else ("", "", 0)

    def profile_type(self) -> int:
        """GetProfileType."""
        if sys.platform != "win32":
            return 0
        flags = ctypes.c_ulong(0)
        done = ctypes.windll.userenv.GetProfileType(ctypes.byref(flags))
        return int(flags.value) if done else 0


def _is_share(path: PureWindowsPath) -> bool:
    r"""Tell ``\\server\share`` and ``\\?\UNC\...`` from ``\\?\C:\...``."""
    drive = path.drive.upper()
    return drive.startswith(("\\\\?\\UNC", "\\\\.\\UNC")) or (
        drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))
    )
