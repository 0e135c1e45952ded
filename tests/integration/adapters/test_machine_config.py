"""The configuration of a whole computer: where it is, and when it counts."""

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ffd_desktop.adapters.machine_config import find, places

ME = os.getuid() if hasattr(os, "getuid") else 0


def test_each_system_has_its_place() -> None:
    assert places(platform="win32", environment={"ProgramData": r"D:\PD"}) == (
        PureWindowsPath(r"D:\PD\FFD Desktop\config.toml"),
    )
    assert places(platform="win32", environment={}) == (
        PureWindowsPath(r"C:\ProgramData\FFD Desktop\config.toml"),
    )
    assert places(platform="darwin", environment={}) == (
        PurePosixPath("/Library/Application Support/FFD Desktop/config.toml"),
    )
    assert places(platform="linux", environment={}) == (
        PurePosixPath("/etc/xdg/ffd-desktop/config.toml"),
    )
    several = places(platform="linux", environment={"XDG_CONFIG_DIRS": "/a:b:/c"})
    assert several == (
        PurePosixPath("/etc/xdg/ffd-desktop/config.toml"),
        PurePosixPath("/a/ffd-desktop/config.toml"),
        PurePosixPath("/c/ffd-desktop/config.toml"),
    )


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_bytes(b"[school]\n")
    path.chmod(0o644)
    return path


def test_the_first_that_is_there_is_read(config: Path, tmp_path: Path) -> None:
    found = find((tmp_path / "none", config / "inside", config), owner=ME)
    assert found is not None
    assert (found.path, found.data, found.fault) == (config, b"[school]\n", "")
    assert find((tmp_path / "none",), owner=ME) is None


@pytest.mark.skipif(os.name != "posix", reason="owners and modes are of POSIX")
@pytest.mark.parametrize("mode", [0o666, 0o664, 0o646])
def test_a_file_that_others_may_write_does_not_count(config: Path, mode: int) -> None:
    config.chmod(mode)
    found = find((config,), owner=ME)
    assert found is not None
    assert found.data == b""
    assert "does not belong to the administrator alone" in found.fault


@pytest.mark.skipif(os.name != "posix", reason="owners and modes are of POSIX")
def test_a_file_of_somebody_else_does_not_count(config: Path) -> None:
    found = find((config,), owner=ME + 1)
    assert found is not None
    assert found.data == b""
    assert "owned by root" in found.fault


def test_what_is_no_plain_file_or_too_large_does_not_count(config: Path, tmp_path: Path) -> None:
    folder = find((tmp_path,), owner=ME)
    assert folder is not None
    assert folder.fault
    config.write_bytes(b"#" * 100_000)
    large = find((config,), owner=ME)
    assert large is not None
    assert large.fault
    assert large.data == b""
