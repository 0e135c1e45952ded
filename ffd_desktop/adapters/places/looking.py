"""Looks at a folder that may not be there yet, as it is named and as it is reached by links."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from ffd_desktop.adapters.places.cloud import Clouds
from ffd_desktop.adapters.places.disk import System
from ffd_desktop.adapters.places.linux import Linux
from ffd_desktop.adapters.places.macos import MacOS
from ffd_desktop.adapters.places.windows import Windows
from ffd_desktop.vault.surroundings import Fleeting, Surroundings


def look_at(
    folder: Path,
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: str = "",
    system: System | None = None,
) -> Surroundings:
    """Gather what is known of a folder. May wait for a network drive, so it belongs on a lane.

    Never raises: what cannot be learnt does not speak against the folder.
    """
    named = Path(os.path.abspath(folder))  # noqa: PTH100 - as it is named: links are not followed
    reached = _reached(named)
    there = _nearest(reached)
    system = system or _system(platform, environment)
    disk, profile = system.disk(there), system.profile(reached)
    clouds = Clouds(platform=platform, environment=environment, home=home or str(Path.home()))
    by_name = clouds.service(named, label=disk.label)
    return Surroundings(
        cloud=by_name or clouds.service(reached),
        by_link=not by_name and named != reached,
        network=disk.network,
        removable=disk.removable,
        roaming=profile.roaming,
        fleeting=profile.fleeting or (Fleeting.MEMORY if disk.memory else None),
        file_system=disk.file_system,
        free=_free(there),
        writable=not disk.read_only and os.access(there, os.W_OK | os.X_OK),
    )


def _system(platform: str, environment: Mapping[str, str]) -> System:
    if platform == "win32":
        return Windows(environment)
    return MacOS(environment) if platform == "darwin" else Linux(environment)


def _reached(named: Path) -> Path:
    try:
        return named.resolve()
    except (OSError, RuntimeError):
        return named


def _nearest(folder: Path) -> Path:
    """Give the folder itself or the nearest one above it that is there."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), folder)


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
