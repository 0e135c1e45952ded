"""What each system tells of the disk under a folder and of the person's profile; facts only."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import msgspec

from ffd_desktop.vault.surroundings import Fleeting


class Disk(msgspec.Struct, frozen=True):
    """The disk under a folder, as far as the system tells; ``label`` is its name."""

    network: bool = False
    removable: bool = False
    memory: bool = False
    read_only: bool = False
    file_system: str = ""
    label: str = ""


class Profile(msgspec.Struct, frozen=True):
    """What becomes of the person's own folders at log-out, for one folder."""

    roaming: bool = False
    fleeting: Fleeting | None = None


class System(Protocol):
    """One operating system. Never raises: what it does not tell is left out."""

    def disk(self, folder: Path) -> Disk:
        """Tell of the disk under a folder that exists."""
        ...

    def profile(self, folder: Path) -> Profile:
        """Tell what becomes of a folder at log-out."""
        ...
