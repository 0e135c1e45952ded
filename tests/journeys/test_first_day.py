"""A DSL's first day, by keyboard alone: from an empty computer to a printed referral."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker

UPN = "T885000024001"
HEARD = "Piotr’s sister Ola said at the gate that she sleeps in the car."
HALF_A_SENTENCE = " She asked that nobody tells mum, and then"


@pytest.mark.slow
def test_from_an_empty_computer_to_a_referral_on_paper(opens: Open, tmp_path: Path) -> None:
    house, walker = opens()
    steps.set_up(walker)
    steps.bring_in_roll(walker)
    start_about_the_family(walker)
    write_in_any_order(walker)
    undo_and_redo_across_sections(walker)
    find_what_was_said(walker)
    check_and_save(walker, tmp_path)
    lock_in_mid_sentence(walker)
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window did not close")
    _, walker = opens()
    steps.unlock(walker, steps.PASSPHRASE)
    destroy_from_the_shelf(walker)


def start_about_the_family(walker: Walker) -> None:
    """A new referral by UPN; the sibling is referred too."""
    walker.ctrl(Key.Key_N).reads("Is a child in immediate danger now?")
    walker.choose("No").tab_to("UPN or any part of a name").type(UPN).enter()
    walker.reads("Piotr O'Neïll-Żak").choose("Piotr O'Neïll-Żak: Refer too")
    walker.push("Start writing about Aleksandra O'Neïll-Żak")
    walker.reads("Aleksandra and Piotr O'Neïll-Żak", "Check for danger")


def write_in_any_order(walker: Walker) -> None:
    """A late section first; words, a date in words, a choice, an honest absence."""
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").type(HEARD)
    steps.is_saved(walker)
    walker.fill("When", "3/10/26").reads("3 October 2026")
    steps.not_known(walker, "How it came to light", "Not asked")
    walker.choose("Yes", about="Is a child afraid to go home?")
    steps.go_to_section(walker, "Name the children")
    walker.reads("Aleksandra O'Neïll-Żak").enter().reads("from the roll, 15 September 2025")
    steps.go_to_section(walker, "Record consent")
    walker.choose("No", about="Is it safe to talk with the parents or carers first?")
    steps.is_saved(walker)


def undo_and_redo_across_sections(walker: Walker) -> None:
    """Undo leads back to where the undone answer stands."""
    walker.ctrl(Key.Key_Z).ctrl(Key.Key_Z)
    walker.reads("Is a child afraid to go home?")
    walker.ctrl(Key.Key_Y).ctrl(Key.Key_Y)
    walker.reads("Is it safe to talk with the parents or carers first?")


def find_what_was_said(walker: Walker) -> None:
    """Find leads to the answer, whatever section is shown."""
    walker.ctrl(Key.Key_F).type("sleeps in the car").reads("1 of 1").enter()
    walker.press(Key.Key_Escape).stands_at("What happened")


def check_and_save(walker: Walker, folder: Path) -> None:
    """What is still to put right, a link to it, and an unfinished PDF all the same."""
    walker.push("Check").reads("Must", "FFD-2026-0001")
    steps.save_pdf(walker, folder / "out.pdf")
    assert (folder / "out.pdf").read_bytes().startswith(b"%PDF-")
    walker.push("Back to the draft").reads("Aleksandra and Piotr O'Neïll-Żak")


def lock_in_mid_sentence(walker: Walker) -> None:
    """Ctrl+L hides everything at once; afterwards the caret stands where it stood."""
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").press(Key.Key_End).type(HALF_A_SENTENCE).ctrl(Key.Key_L)
    walker.reads("FFD Desktop is locked").reads_no("sleeps in the car")
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads(HALF_A_SENTENCE.strip()).stands_at("What happened").type(" she ran.")
    walker.reads(f"{HEARD}{HALF_A_SENTENCE} she ran.")


def destroy_from_the_shelf(walker: Walker) -> None:
    """The shelf shows it after a restart; destroying needs a reason and the reference."""
    walker.stands_at(steps.SHELF_SEARCH).reads("Aleksandra")
    steps.to_the_rows(walker).press(Key.Key_Delete)
    walker.reads("This cannot be undone").type("Written to try the program")
    walker.fill("Type its reference", "FFD-2026-0001").push("Destroy FFD-2026-0001 for ever")
    walker.reads("Nothing is on the shelf yet").reads_no("Aleksandra").stands_at("New referral")
