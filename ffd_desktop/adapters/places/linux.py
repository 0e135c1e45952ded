"""Linux: the table of mounts, and guest sessions. Reads ``/proc`` and ``/sys`` only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

import msgspec

from ffd_desktop.adapters.places.disk import Disk, Profile
from ffd_desktop.vault.surroundings import Fleeting

MOUNTS = Path("/proc/self/mountinfo")
DEVICES: Final = Path("/sys/dev/block")
NETWORK: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "davfs"),
        *("ncpfs", "glusterfs", "lustre", "beegfs", "gfs2", "ocfs2", "fuse.sshfs", "fuse.rclone"),
        *("fuse.gvfsd-fuse", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs"),
        *("fuse.cifs", "fuse.smbnetfs", "fuse.curlftpfs", "fuse.onedriver"),
        "fuse.google-drive-ocamlfuse",
    }
)
MEMORY: Final = frozenset({"tmpfs", "ramfs", "devtmpfs"})
_REMOVABLE_PLACES: Final = ("/media/", "/run/media/")
_GUEST: Final = re.compile(r"guest(-\w+)?")
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")


class Mount(msgspec.Struct, frozen=True):
    """One line of the table (``man 5 proc``, mountinfo)."""

    device: str
    point: str
    options: frozenset[str]
    kind: str
    source: str


class Linux:
    """What Linux tells; ``mounts`` and ``devices`` are where it tells it."""

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        mounts: Path | None = None,
        devices: Path = DEVICES,
    ) -> None:
        self._environment = environment
        self._mounts = mounts or MOUNTS
        self._devices = devices

    def disk(self, folder: Path) -> Disk:
        """Tell of the mount under a folder; an empty answer when the table cannot be read."""
        try:
            table = self._mounts.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return Disk()
        mount = mount_of(folder, table)
        if mount is None:
            return Disk()
        return Disk(
            network=mount.kind in NETWORK or mount.source.startswith("//"),
            removable=self._is_removable(mount),
            memory=mount.kind in MEMORY,
            read_only="ro" in mount.options,
            file_system=mount.kind,
        )

    def profile(self, folder: Path) -> Profile:
        """Tell a guest session (LightDM's ``guest-xxxxxx``) by the name of its account."""
        del folder
        account = self._environment.get("USER") or self._environment.get("LOGNAME") or ""
        return Profile(fleeting=Fleeting.GUEST if _GUEST.fullmatch(account) else None)

    def _is_removable(self, mount: Mount) -> bool:
        if mount.kind in MEMORY or mount.kind in NETWORK:
            return False
        if f"{mount.point}/".startswith(_REMOVABLE_PLACES):
            return True
        here = self._devices / mount.device
        return any(_says_one(at / "removable") for at in (here, here / ".."))


def mount_of(folder: Path, table: str) -> Mount | None:
    """Find the mount that a folder lies on: the deepest one above it, the latest of two alike."""
    best: Mount | None = None
    for mount in read_table(table):
        lies_on = PurePosixPath(folder).is_relative_to(mount.point)
        if lies_on and (best is None or len(mount.point) >= len(best.point)):
            best = mount
    return best


def read_table(table: str) -> Iterator[Mount]:
    """Read the table of mounts; a line that is none is left out."""
    for line in table.splitlines():
        before, found, after = line.partition(" - ")
        mounted, told = before.split(), after.split()
        if found and len(mounted) >= 6 and len(told) >= 2:
            options = frozenset((*mounted[5].split(","), *told[-1].split(",")))
            kind, source = told[0], _unescaped(told[1])
            yield Mount(mounted[2], _unescaped(mounted[4]), options, kind, source)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), text)


def _says_one(path: Path) -> bool:
    try:
        return path.read_text(encoding="ascii").strip() == "1"
    except (OSError, UnicodeDecodeError):
        return False
