"""What a person or a file can do wrong: nothing crashes, nothing hangs, no word is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ffd_desktop.app import fictional
from tests.faults.test_vault_disk import read_only
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker

ROOT = Path(__file__).parents[2]
ODD = "🦊👩‍👧 שלום مرحبا 中文 বাংলা e\u0301 \u202eback\u202c"
HOLDING = """
import sys
from pathlib import Path
from ffd_desktop.app.fictional import PASSPHRASE
from ffd_desktop.app.program import Program
desk = Program(folder=Path(sys.argv[1])).unlock(PASSPHRASE)
print("open", flush=True)
sys.stdin.read()
desk.close()
"""


def in_the_story(walker: Walker) -> Walker:
    """Open the finished draft of the fictional school at what happened."""
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    return walker.stands_at("What happened")


@contextmanager
def open_elsewhere(vault: Path) -> Iterator[None]:
    """Keep the vault open in another process."""
    command = [sys.executable, "-c", HOLDING, str(vault)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield
        other.communicate()


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(inside: tuple[House, Walker]) -> None:
    _, walker = inside
    walker.ctrl(Key.Key_L)
    steps.unlock(walker, "not the passphrase")
    walker.reads("There is a problem").stands_at("Passphrase")
    try_until_open(walker)


def try_until_open(walker: Walker) -> None:
    """Type the right passphrase; wait and type it again as long as the program asks for that."""

    def typed_again() -> bool:
        if "Wait " in walker.shown():
            walker.ctrl(Key.Key_A).type(fictional.PASSPHRASE).enter()
        return walker.at() == steps.SHELF_SEARCH

    walker.type(fictional.PASSPHRASE).enter().until(typed_again, "the vault does not open")


def test_a_vault_that_is_open_in_another_window_says_so_and_opens_when_that_is_closed(
    inside: tuple[House, Walker],
) -> None:
    house, walker = inside
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")
    with open_elsewhere(house.program.folder):
        steps.unlock(walker, fictional.PASSPHRASE)
        walker.reads("another")
    walker.ctrl(Key.Key_A).type(fictional.PASSPHRASE).enter().stands_at(steps.SHELF_SEARCH)


def test_a_read_only_folder_is_said_and_the_window_goes_on(inside: tuple[House, Walker]) -> None:
    house, walker = inside
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")
    with read_only(house.program.folder):
        steps.unlock(walker, fictional.PASSPHRASE)
        walker.reads("read-only")
    walker.ctrl(Key.Key_A).type(fictional.PASSPHRASE).enter().stands_at(steps.SHELF_SEARCH)


@pytest.mark.slow
def test_200_megabytes_that_are_no_roll_are_refused_and_the_old_roll_stays(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    big = tmp_path / "big.xml"
    with big.open("wb") as file:
        file.truncate(200_000_000)
    walker.push("Bring in a newer roll").stands_at("Choose the file").enter()
    steps.choose_file(walker, big)
    walker.reads("There is a problem", "41 pupils")


@pytest.mark.slow
def test_a_pasted_novel_is_kept_to_the_last_word(inside: tuple[House, Walker]) -> None:
    _, walker = inside
    novel = "It was a dark and stormy night in Saltmarsh. " * 45_000 + "The end."
    in_the_story(walker).ctrl(Key.Key_A).paste(novel)
    steps.is_saved(walker)
    walker.ctrl(Key.Key_L)
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.stands_at("What happened").until(lambda: novel in walker.shown(), "words are lost")


def test_any_script_is_kept_and_control_characters_do_no_harm(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    in_the_story(walker).ctrl(Key.Key_A).paste(f"{ODD}\x00\x07\x1b[31m end")
    walker.reads(ODD)
    steps.is_saved(walker)
    walker.push("Check")
    steps.save_pdf(walker, tmp_path / "odd.pdf")
    walker.push("Back to the draft").reads(ODD)


def test_31_february_is_kept_as_written_and_called_no_date(inside: tuple[House, Walker]) -> None:
    _, walker = inside
    in_the_story(walker).fill("When", "31 February 2026").reads("not a date yet")
    steps.is_saved(walker)
    walker.ctrl(Key.Key_L)
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.stands_at("When").reads("31 February 2026")
