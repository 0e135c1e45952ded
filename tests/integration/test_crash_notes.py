"""A bug leaves a note for the next start that holds no word of anybody."""

from __future__ import annotations

from pathlib import Path

from ffd_desktop.adapters import crash_notes


def test_a_note_is_given_once_at_the_next_start(tmp_path: Path) -> None:
    crash_notes.keep(tmp_path / "data", "ValueError")
    assert crash_notes.take(tmp_path / "data") == "ValueError"
    assert crash_notes.take(tmp_path / "data") == ""


def test_a_disk_that_takes_no_note_is_no_second_problem(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    crash_notes.keep(blocked, "ValueError")
    assert crash_notes.take(blocked) == ""
