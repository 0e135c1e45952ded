"""For all tests: an invented home of their own, no display, and the tripwires.

Nothing here imports Qt.
"""

import os
import sys
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.tripwires"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no failure: hypothesis measures no example's time.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

_HOME_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CONFIG_DIRS": "etc",
    "PROGRAMDATA": "ProgramData",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}
_numbers = count()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder that every well-behaved program takes for the user's own.

    It lies on a plain disk, whatever this machine's folder for temporary files lies on.
    """
    place = _homes / str(next(_numbers))
    place.mkdir()
    (place / "run").mkdir(mode=0o700)
    for variable, folder in _HOME_FOLDERS.items():
        monkeypatch.setenv(variable, str(place / folder) if folder else str(place))
    table = _homes / "mountinfo"
    table.write_text("22 1 8:2 / / rw - ext4 /dev/sda2 rw\n")
    monkeypatch.setattr("ffd_desktop.adapters.places.linux.MOUNTS", table)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return place


def pytest_report_header() -> str:
    """Say on what the tests run, for a report from another machine."""
    return f"python {sys.version.split()[0]}, Qt platform {os.environ['QT_QPA_PLATFORM']}"
