"""A colleague reads a draft, by keyboard alone: asks, is answered; nothing of it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from ffd_desktop.app import fictional
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.test_colleagues import HIM, HIS, choose_name
from tests.journeys.walker import CTRL, SHIFT, Key, Walker

SHE, HERS = fictional.SCHOOL.staff_name, fictional.PASSPHRASE
QUESTION = "Quillwort: who saw it first?"
ANSWER = "Marchpane: the class teacher."


@pytest.mark.slow
def test_he_asks_she_is_told_answers_and_sends_nothing_of_it(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    steps.to_colleagues(walker)
    steps.let_in(walker, HIM, HIS)
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    he_asks(walker)
    she_is_told_and_answers(walker)
    nothing_of_it_is_in_the_paper(walker, tmp_path / "text.txt")


def he_asks(walker: Walker) -> None:
    """He opens the draft with a passphrase of his own, comments, and locks with the caret in it."""
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked", "Your name")
    choose_name(walker, HIM)
    walker.tab_to("Passphrase").type(HIS).enter().stands_at(steps.SHELF_SEARCH)
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    walker.tab_to("What happened").press(Key.Key_M, CTRL | SHIFT)
    walker.stands_at("Comment on “What happened”").type(QUESTION)
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked", "Your name").reads_no("Quillwort")


def she_is_told_and_answers(walker: Walker) -> None:
    """The shelf says whose comment is new, and so does the draft; a key leads to it."""
    choose_name(walker, SHE)
    walker.tab_to("Passphrase").type(HERS).enter().stands_at(steps.SHELF_SEARCH)
    steps.to_the_rows(walker).enter().reads(
        "Back to the shelf", f"1 new comment by {HIM}", QUESTION
    )
    walker.press(Key.Key_F8).push(f"Reply: {QUESTION}")
    walker.stands_at(f"Reply to {HIM}").type(ANSWER).push("Done").reads(ANSWER)


def nothing_of_it_is_in_the_paper(walker: Walker, target: Path) -> None:
    """Only the draft knows of it."""
    walker.push("Check").reads("1 comment of a colleague is open; it is never sent.")
    walker.push("Save as text")
    steps.choose_file(walker, target)
    walker.reads(f"Saved as {target.name}")
    written = target.read_text(encoding="utf-8")
    assert "Quillwort" not in written
    assert "Marchpane" not in written
    walker.push("Back to the draft").reads("Back to the shelf").press(Key.Key_F8)
    walker.reads(QUESTION).push(f"Resolve: {QUESTION}").reads("resolved by")
