"""One running copy for one place, with real processes: who holds it, who takes over, who asks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ffd_desktop.adapters.only_one import WANTED, Answer, OnlyOne, place_for
from tests.tools import only_on

ROOT = Path(__file__).parents[3]
FIRST = """
import sys
from pathlib import Path
from ffd_desktop.adapters.afresh import Handover, start_afresh, take_handover
from ffd_desktop.adapters.only_one import OnlyOne
words, handover = take_handover(sys.argv[1:])
only = OnlyOne(Path(words[0]))
print(only.claim(inherited=handover.running if handover else -1), only.number >= 0, flush=True)
for line in sys.stdin:
    if line == "answer\\n":
        while not only.is_wanted():
            pass
        only.answer()
    if line == "afresh\\n":
        start_afresh(Handover(running=only.number))
    print("done", flush=True)
"""


class First:
    """Another process that holds the place."""

    def __init__(self, place: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", FIRST, str(place)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert self.hears() == "True True"

    def told(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()

    def hears(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "running" / "one"


@pytest.fixture
def first(place: Path) -> Iterator[First]:
    made = First(place)
    yield made
    made.kill()


@pytest.fixture
def only(place: Path) -> Iterator[OnlyOne]:
    made = OnlyOne(place)
    yield made
    made.release()


def test_a_second_copy_is_not_the_only_one(first: First, only: OnlyOne) -> None:
    assert not only.claim()
    assert only.number == -1


def test_the_first_answers_a_second_that_asks(first: First, only: OnlyOne) -> None:
    assert not only.claim()
    first.told("answer")
    assert only.ask(patience_s=20) is Answer.CAME


def test_a_first_that_does_not_answer_is_waited_for_no_longer_than_told(
    first: First, only: OnlyOne
) -> None:
    assert only.ask(patience_s=0.05) is Answer.SILENT
    assert only.is_wanted()


def test_a_first_that_was_killed_blocks_nobody(first: First, only: OnlyOne) -> None:
    first.kill()
    assert only.claim()


def test_a_first_that_ends_while_it_is_asked_leaves_its_place(first: First, only: OnlyOne) -> None:
    first.process.terminate()
    assert only.ask(patience_s=20) is Answer.GONE
    assert only.number >= 0
    assert not only.is_wanted()


@only_on("Linux")
def test_the_place_is_held_without_a_gap_by_a_process_that_begins_afresh(
    first: First, only: OnlyOne
) -> None:
    with ThreadPoolExecutor(1) as ear:
        first.told("afresh")
        heard = ear.submit(first.hears)
        while not heard.done():
            assert not only.claim()
    assert heard.result() == "True True"
    assert not only.claim()


def test_an_open_file_that_is_not_the_lock_is_not_taken_over(
    first: First, only: OnlyOne, tmp_path: Path
) -> None:
    number = os.open(tmp_path / "other", os.O_CREAT | os.O_RDWR)
    try:
        assert not only.claim(inherited=number)
    finally:
        os.close(number)


def test_a_request_that_was_left_over_is_not_answered_by_the_next_start(only: OnlyOne) -> None:
    only.folder.mkdir(parents=True)
    (only.folder / WANTED).touch()
    assert only.claim()
    assert not only.is_wanted()


def test_a_place_that_cannot_be_written_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "running").write_bytes(b"")
    only = OnlyOne(tmp_path / "running" / "one")
    assert only.claim()
    assert only.number == -1


def test_each_vault_and_each_person_has_a_place_and_no_spelling_makes_another(
    tmp_path: Path,
) -> None:
    vault, other = tmp_path / "vault", tmp_path / "other"
    vault.mkdir()
    (tmp_path / "link").symlink_to(vault)
    place = place_for(tmp_path, vault)
    assert place == place_for(tmp_path, tmp_path / "link")
    assert place == place_for(tmp_path, tmp_path / "x" / ".." / "vault")
    assert place != place_for(tmp_path, other)
    assert place != place_for(other, vault)
