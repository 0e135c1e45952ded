"""Which service copies a folder to the internet, by where each of them says that it lives.

Reads a few small files and looks for marks; writes nothing. A service that says nothing and bears
no known name is not noticed.
"""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.problems import ProblemForPerson

_MOST_BYTES: Final = 64 * 1024
_MOST_NAMES: Final = 4096
ONEDRIVE: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Environment variables in which OneDrive for Windows says where it lives."""
MARKS: Final[Mapping[str, str]] = {
    ".dropbox.cache": "Dropbox",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".shortcut-targets-by-id": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync_*.db": "Nextcloud",
    "._sync_*.db": "Nextcloud",
    ".stfolder": "Syncthing",
}
"""What lies in the top folder of a service, and whose it is."""
NAMES: Final[Mapping[str, str]] = {
    "onedrive": "OneDrive",
    "onedrive - *": "OneDrive",
    "dropbox": "Dropbox",
    "dropbox (*)": "Dropbox",
    "google drive": "Google Drive",
    "my drive": "Google Drive",
    "iclouddrive": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "box sync": "Box",
    "megasync": "MEGA",
}
"""What a service calls its own folder in the person's home, as patterns in small letters."""
_PROVIDERS: Final[Mapping[str, str]] = {
    "onedrive": "OneDrive",
    "googledrive": "Google Drive",
    "dropbox": "Dropbox",
    "box": "Box",
}
_ICLOUD: Final = "Library/Mobile Documents"


class _Account(msgspec.Struct):
    path: str = ""


class Clouds:
    """The services as one person's computer knows them."""

    def __init__(self, *, platform: str, environment: Mapping[str, str], home: str) -> None:
        self._is_windows = platform == "win32"
        self._is_mac = platform == "darwin"
        self._environment = environment
        self._pure: type[PurePath] = PureWindowsPath if self._is_windows else PurePosixPath
        self._home = self._pure(home)

    def service(self, folder: PurePath, *, label: str = "") -> str:
        """Name the service that a folder belongs to, empty for none; ``label`` is its volume's."""
        path = self._pure(folder)
        if fnmatch.fnmatch(label.casefold(), "google*drive*"):
            return "Google Drive"
        ways: tuple[Callable[[PurePath], str], ...] = (
            self._by_environment,
            self._by_dropbox,
            self._by_library,
            self._by_name,
            _by_mark,
        )
        return next((found for way in ways if (found := way(path))), "")

    def _by_environment(self, path: PurePath) -> str:
        told = (self._environment.get(name, "") for name in ONEDRIVE)
        return "OneDrive" if any(one and self._is_in(path, one) for one in told) else ""

    def _by_dropbox(self, path: PurePath) -> str:
        return "Dropbox" if any(self._is_in(path, one) for one in self._dropbox()) else ""

    def _dropbox(self) -> Iterator[str]:
        """Read Dropbox's own note of its folders (help.dropbox.com, "find the Dropbox folder")."""
        bases: list[PurePath] = [self._home / ".dropbox"]
        if self._is_windows:
            told = (self._environment.get(name, "") for name in ("APPDATA", "LOCALAPPDATA"))
            bases = [self._pure(one, "Dropbox") for one in told if one]
        for base in bases:
            try:
                data = files.read_whole(_real(base / "info.json"), most_bytes=_MOST_BYTES)
                accounts = msgspec.json.decode(data or b"{}", type=dict[str, _Account])
            except (ProblemForPerson, msgspec.DecodeError, UnicodeDecodeError):
                continue
            yield from (account.path for account in accounts.values() if account.path)

    def _by_library(self, path: PurePath) -> str:
        """Look in the person's Library, below which macOS keeps each service's files."""
        if not self._is_mac:
            return ""
        provided = self._home / "Library" / "CloudStorage"
        if path.is_relative_to(provided) and path != provided:
            name = path.relative_to(provided).parts[0].partition("-")[0]
            return _PROVIDERS.get(name.casefold(), name)
        return "iCloud Drive" if any(path.is_relative_to(one) for one in self._icloud()) else ""

    def _icloud(self) -> Iterator[PurePath]:
        """Desktop and Documents belong to iCloud Drive once they are seen inside it."""
        yield self._home / _ICLOUD
        for name in ("Desktop", "Documents"):
            if os.path.lexists(_real(self._home / _ICLOUD / "com~apple~CloudDocs" / name)):
                yield self._home / name

    def _by_name(self, path: PurePath) -> str:
        if not path.is_relative_to(self._home) or path == self._home:
            return ""
        top = path.relative_to(self._home).parts[0].casefold()
        return _matching(NAMES, top)

    def _is_in(self, path: PurePath, root: str) -> bool:
        return path.is_relative_to(self._pure(root))


def _by_mark(path: PurePath) -> str:
    """Look for the marks of a service in the folder and in every folder above it."""
    here = _real(path)
    for folder in (here, *here.parents):
        for name in _names_in(folder):
            if found := _matching(MARKS, name.casefold()):
                return found
    return ""


def _real(path: PurePath) -> Path:
    return Path(path.as_posix())


def _names_in(folder: Path) -> Iterator[str]:
    """Give the hidden names in a folder, of a large one only the first few thousand."""
    try:
        with os.scandir(folder) as entries:
            for entry, _ in zip(entries, range(_MOST_NAMES), strict=False):
                if entry.name.startswith("."):
                    yield entry.name
    except OSError:
        return


def _matching(patterns: Mapping[str, str], name: str) -> str:
    found = (service for pattern, service in patterns.items() if fnmatch.fnmatchcase(name, pattern))
    return next(found, "")
