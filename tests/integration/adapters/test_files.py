"""Writing files: whole or not at all, private, never through links."""

import os
import stat
from pathlib import Path

import pytest

from ffd_desktop.adapters import files
from ffd_desktop.problems import ProblemForPerson


def code(caught: pytest.ExceptionInfo[ProblemForPerson]) -> str:
    return caught.value.code


@pytest.fixture(params=["atomic", "once", "replacing"])
def write(request: pytest.FixtureRequest):
    return {
        "atomic": files.write_atomically,
        "once": files.write_once,
        "replacing": lambda path, data: files.write_once(path, data, replacing=True),
    }[request.param]


def test_what_is_written_is_there_private_and_alone(tmp_path: Path, write) -> None:
    old = os.umask(0)
    try:
        write(tmp_path / "a", b"words")
    finally:
        os.umask(old)
    assert (tmp_path / "a").read_bytes() == b"words"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert len(list(tmp_path.iterdir())) == 1


def test_a_missing_folder_is_told(tmp_path: Path, write) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        write(tmp_path / "nowhere" / "a", b"words")
    assert code(caught) == "folder_missing"
    assert str(tmp_path) not in str(caught.value)


def test_nothing_is_written_through_a_link(tmp_path: Path, write) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"theirs")
    (tmp_path / "link").symlink_to(target)
    (tmp_path / "dangling").symlink_to(tmp_path / "made")
    for name in ("link", "dangling"):
        with pytest.raises(ProblemForPerson) as caught:
            write(tmp_path / name, b"ours")
        assert code(caught) in {"not_a_file", "file_exists"}
    assert target.read_bytes() == b"theirs"
    assert not (tmp_path / "made").exists()
    assert not any(path.name.startswith(files.TEMPORARY) for path in tmp_path.iterdir())


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path, write) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ProblemForPerson) as caught:
        write(tmp_path / "folder", b"words")
    assert code(caught) in {"not_a_file", "file_exists"}


def test_an_export_replaces_only_when_told(tmp_path: Path) -> None:
    files.write_once(tmp_path / "a", b"one")
    with pytest.raises(ProblemForPerson) as caught:
        files.write_once(tmp_path / "a", b"two")
    assert code(caught) == "file_exists"
    assert (tmp_path / "a").read_bytes() == b"one"
    files.write_once(tmp_path / "a", b"two", replacing=True)
    assert (tmp_path / "a").read_bytes() == b"two"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_an_interrupted_write_leaves_the_old_file_and_nothing_partial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    owner = os if failing == "fsync" else Path
    monkeypatch.setattr(owner, failing, fail)
    with pytest.raises(ProblemForPerson) as caught:
        files.write_atomically(tmp_path / "a", b"new")
    assert code(caught) == "file_io"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_data_and_folder_reach_the_disk_before_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    sync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    files.write_atomically(tmp_path / "a", b"words")
    assert synced == ["file", "folder"]


def test_reading_gives_none_for_what_is_no_small_plain_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"words")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert files.read_whole(tmp_path / "a", most_bytes=5) == b"words"
    assert files.read_whole(tmp_path / "a", most_bytes=4) is None
    for name in ("link", "folder", "pipe", "nothing", "a/below"):
        assert files.read_whole(tmp_path / name, most_bytes=100) is None


def test_a_private_folder_is_made_or_made_private(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    for folder in (tmp_path / "deep" / "new", tmp_path / "open"):
        files.make_private_folder(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (tmp_path / "link").symlink_to(tmp_path / "open")
    (tmp_path / "file").write_bytes(b"")
    for name in ("link", "file"):
        with pytest.raises(ProblemForPerson) as caught:
            files.make_private_folder(tmp_path / name)
        assert code(caught) == "not_a_folder"


def test_moving_replaces_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    with pytest.raises(ProblemForPerson) as caught:
        files.move(tmp_path / "a", tmp_path / "b")
    assert code(caught) == "file_exists"
    files.move(tmp_path / "a", tmp_path / "c")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "c"]


def test_a_folder_that_is_a_link_is_never_emptied(tmp_path: Path) -> None:
    """Whoever may write in a shared folder of backups could lay it there."""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter").write_bytes(b"words")
    (tmp_path / "part").symlink_to(tmp_path / "theirs")
    files.remove_folder(tmp_path / "part")
    assert (tmp_path / "theirs" / "letter").read_bytes() == b"words"
    assert not (tmp_path / "part").is_symlink()
