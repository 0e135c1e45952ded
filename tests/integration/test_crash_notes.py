"""A bug leaves a note for the next start that holds no word of anybody."""

from __future__ import annotations

import sys
from pathlib import Path

from ffd_desktop.adapters import crash_notes

CANARY = "CANARY-Ada-Example"


def _fault() -> str:
    secret = CANARY
    try:
        raise ValueError(f"could not read {secret}")
    except ValueError:
        kind, _, trace = sys.exc_info()
        assert kind is not None
        return crash_notes.note_of(kind, trace, version="0")


def test_a_note_names_the_kind_and_the_line_and_no_value() -> None:
    note = _fault()
    assert "builtins.ValueError" in note
    assert "test_crash_notes.py" in note
    assert CANARY not in note


def test_a_note_holds_no_folder_of_the_person(tmp_path: Path) -> None:
    source = tmp_path / "person-name" / "deeper" / "a" / "b" / "module.py"
    source.parent.mkdir(parents=True)
    source.write_text("def fail():\n    raise KeyError('x')\n")
    space: dict[str, object] = {}
    exec(compile(source.read_text(), str(source), "exec"), space)
    try:
        space["fail"]()  # type: ignore[operator]
    except KeyError:
        kind, _, trace = sys.exc_info()
    assert kind is not None
    assert "person-name" not in crash_notes.note_of(kind, trace, version="0")


def test_a_note_is_given_once_at_the_next_start(tmp_path: Path) -> None:
    crash_notes.keep(tmp_path / "data", _fault())
    assert "ValueError" in crash_notes.take(tmp_path / "data")
    assert crash_notes.take(tmp_path / "data") == ""


def test_a_disk_that_takes_no_note_is_no_second_problem(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    crash_notes.keep(blocked, _fault())
    assert crash_notes.take(blocked) == ""
