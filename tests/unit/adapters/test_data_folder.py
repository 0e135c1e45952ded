"""Where data lives on each system, from its environment alone."""

import pytest

from ffd_desktop.adapters.system import _data_folder


@pytest.mark.parametrize(
    ("platform", "environment", "home", "wanted"),
    [
        (
            "win32",
            {"LOCALAPPDATA": "D:\\Local", "APPDATA": "R:\\Roaming"},
            "C:\\Users\\rt",
            "D:\\Local\\FFD Desktop",
        ),
        ("win32", {}, "C:\\Users\\rt", "C:\\Users\\rt\\AppData\\Local\\FFD Desktop"),
        ("darwin", {}, "/Users/rt", "/Users/rt/Library/Application Support/FFD Desktop"),
        ("linux", {"XDG_DATA_HOME": "/data/rt"}, "/home/rt", "/data/rt/ffd-desktop"),
        ("linux", {"XDG_DATA_HOME": "data"}, "/home/rt", "/home/rt/.local/share/ffd-desktop"),
        ("linux", {"XDG_DATA_HOME": ""}, "/home/rt", "/home/rt/.local/share/ffd-desktop"),
        ("freebsd14", {}, "/home/rt", "/home/rt/.local/share/ffd-desktop"),
    ],
)
def test_each_system_has_its_own_folder_that_does_not_roam(
    platform: str, environment: dict[str, str], home: str, wanted: str
) -> None:
    assert str(_data_folder(platform, environment, home)) == wanted
