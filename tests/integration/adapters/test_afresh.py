"""A process that takes its own place: the same id and command, and only what was handed over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ffd_desktop.adapters import afresh
from ffd_desktop.adapters.afresh import CopyDue, Handover, Window, own_command, take_handover
from tests.tools import only_on

ROOT = Path(__file__).parents[3]
HANDOVER = Handover(
    why="Nobody was here — “quiet”",
    folder="/somewhere",
    window=Window("AbC=", is_minimised=True, is_in_front=False),
    copy=CopyDue("id", 7, "/share"),
)
TWICE = """
import json, os, sys
from pathlib import Path
from ffd_desktop.adapters.afresh import *
from tests.integration.adapters.test_afresh import HANDOVER
words, handover = take_handover(sys.argv[1:])
print(json.dumps([os.getpid(), words, handover == HANDOVER, len(os.listdir("/proc/self/fd")),
    open("/proc/self/environ").read()]), flush=True)
if handover is None:
    stray = os.open("/dev/null", os.O_RDONLY)
    os.set_inheritable(stray, True)
    start_afresh(HANDOVER)
"""


@only_on("Linux")
def test_the_same_process_begins_again_with_what_was_handed_over_and_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TWICE, "--vault", "a folder"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first[2:3] == [False]
    assert second[:3] == [first[0], ["--vault", "a folder"], True]
    assert second[3] == first[3]
    assert second[4] == first[4]


def test_a_command_names_one_pipe_however_often_it_was_begun_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "ui", "--afresh=7", "--vault", "v"])
    assert own_command(9) == [sys.executable, "-m", "ui", "--vault", "v", "--afresh=9"]


def test_a_built_program_is_begun_again_by_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["ffd-desktop", "--vault", "v"])
    assert own_command(9) == [sys.executable, "--vault", "v", "--afresh=9"]


def test_a_file_is_never_read_as_a_hand_over(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b'{"why": "read me"}')
    number = os.open(kept, os.O_RDONLY)
    try:
        assert take_handover(["--afresh=" + str(number)]) == ([], None)
        assert os.read(number, 5) == b'{"why'
    finally:
        os.close(number)


@pytest.mark.parametrize("told", [b"", b"{", b"\xff\xfe", b'{"why": 7}', b"[]"])
def test_what_is_no_hand_over_counts_as_none(told: bytes) -> None:
    reading, writing = os.pipe()
    os.write(writing, told)
    os.close(writing)
    assert take_handover([f"--afresh={reading}", "x"]) == (["x"], None)


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30, "987654"])
def test_a_pipe_that_is_not_there_counts_as_none(number: str) -> None:
    assert take_handover([f"--afresh={number}"]) == ([], None)


def test_too_much_is_refused_before_anything_is_given_up() -> None:
    with pytest.raises(OSError, match="too much"):
        afresh.start_afresh(Handover(why="x" * afresh.MOST_BYTES))
