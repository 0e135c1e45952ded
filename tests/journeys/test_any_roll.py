"""Rolls as tables, brought in by keyboard in the real window: proposed, looked at, remembered."""

from __future__ import annotations

from pathlib import Path

from tests.builders.dialects import arbor, made_pupil, oneroster, sims, table
from tests.builders.roll import upn
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker

RUBY = "H885000025104"
PUPILS = [made_pupil(serial) for serial in range(1, 31)]


def chosen(walker: Walker, path: Path, data: bytes) -> Walker:
    """Choose a file on the roll's screen."""
    path.write_bytes(data)
    walker.stands_at("Choose the file").enter()
    steps.choose_file(walker, path)
    return walker


def test_a_sims_table_and_an_arbor_workbook_come_in_by_keyboard(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    walker.push("Bring in a newer roll")
    chosen(walker, tmp_path / "sims.csv", sims(PUPILS)).reads(
        "Which column is what", PUPILS[0].name
    )
    walker.stands_at("Go on to what would change").enter()
    walker.reads("What this file would change", "30").stands_at("Bring this roll in").enter()
    walker.reads("The roll is in use: 30 pupils.", "35 pupils")  # five are named in a referral

    chosen(walker, tmp_path / "Students.xlsx", arbor(PUPILS)).reads("Which column is what")
    walker.stands_at("Go on to what would change").enter()
    walker.reads("What differs:", "address (30)").push("Bring this roll in")
    walker.reads("The roll is in use: 30 pupils.").push("New referral")
    walker.reads("Is a child in immediate danger")


def test_what_a_column_is_can_be_changed_by_keyboard_and_is_remembered(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    data = table([["UPN", "DOB", "Clan", "First"], [upn(1), "01/09/2015", "Fenwick", "Ola"]])
    walker.push("Bring in a newer roll")
    chosen(walker, tmp_path / "odd.csv", data).reads("No column is set to hold the pupil’s surname")
    # On Linux a box that drops down is named by what is chosen; its heading is tied as a label.
    walker.stands_at("Leave this column out").type("Pupil: Surname").reads("Ola Fenwick")
    walker.push("Go on to what would change").push("Change the columns")
    walker.reads("Which column is what").stands_at("Go on to what would change").enter()
    walker.push("Bring this roll in").reads("The roll is in use: 1 pupil.")
    chosen(walker, tmp_path / "again.csv", data).reads("as they were the last time", "Ola Fenwick")


def test_a_oneroster_file_needs_no_columns(inside: tuple[House, Walker], tmp_path: Path) -> None:
    _, walker = inside
    walker.push("Bring in a newer roll")
    chosen(walker, tmp_path / "roll.zip", oneroster(PUPILS)).reads("What this file would change")
    walker.push("Leave it as it is").reads("Nothing was changed")


def test_escape_from_the_columns_leaves_the_roll(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    walker.push("Bring in a newer roll")
    chosen(walker, tmp_path / "sims.csv", sims(PUPILS)).reads("Which column is what")
    walker.tab_to("Choose another file").press(Key.Key_Space).reads("In use now", "41 pupils")


def test_what_the_roll_says_otherwise_is_offered_in_an_open_draft_and_taken_by_keyboard(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    walker.ctrl(Key.Key_N).choose("No").tab_to("UPN or any part of a name").type(RUBY).enter()
    walker.push("Start writing about Ruby Osier").reads("Check for danger")
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    newer = table([["UPN", "Surname", "Forename", "Year"], [RUBY, "Osier", "Ruby", "Year 9"]])
    walker.push("Bring in a newer roll")
    chosen(walker, tmp_path / "newer.csv", newer).stands_at("Go on to what would change").enter()
    walker.push("Bring this roll in").reads("The roll is in use").push("Back to the shelf")
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "School and attendance")
    walker.reads("The roll now says: Year 9").push("Take what the roll says now: Year group")
    walker.reads_no("The roll now says").reads("Year 9")
    steps.is_saved(walker)
