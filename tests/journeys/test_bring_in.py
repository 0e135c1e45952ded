"""Rows of a school's log, brought into the chronology by keyboard in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from ffd_desktop.app import fictional
from tests.builders.dialects import table
from tests.builders.logs import copied
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker

ROWS = [
    ["Date", "Details", "Seen by"],
    ["12/03/2026", "Came in without a coat.", "R T"],
    ["13/03/2026 09:15", "Said “no” to everything.", "R T"],
]
CHRONOLOGY = "What came before, by date"


def at_the_chronology(walker: Walker) -> Walker:
    steps.open_top_draft(walker)
    steps.go_to_section(walker, CHRONOLOGY)
    return walker


def test_pasted_rows_outlive_a_lock_and_come_in_and_their_columns_are_remembered(
    inside: tuple[House, Walker],
) -> None:
    _, walker = inside
    at_the_chronology(walker)
    QGuiApplication.clipboard().setText(copied(ROWS))
    walker.push("Paste rows").reads("Bring in rows", "2 rows: 2 new").stands_at("Bring in 2 rows")
    # On Linux a box that drops down is named by what is chosen; its heading is tied as a label.
    walker.tab_to("Add it at the end of the words", back=True).type("Who")
    walker.tab_to("Rows to bring in").space().reads("Bring in 1 row")
    walker.ctrl(Key.Key_L)
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("Bring in rows", "Bring in 1 row").tab_to("Rows to bring in").space()
    walker.push("Bring in 2 rows").reads("2 events were brought in", "12 rows")
    steps.is_saved(walker)
    walker.push("Undo").reads("10 rows")
    steps.is_saved(walker)

    walker.ctrl(Key.Key_L)
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("Back to the shelf")
    QGuiApplication.clipboard().setText(copied(ROWS))
    walker.push("Paste rows").reads("as they were the last time you used these headings")
    walker.push("Bring in 2 rows").reads("12 rows")


def test_a_file_of_a_log_comes_in_by_keyboard(inside: tuple[House, Walker], tmp_path: Path) -> None:
    _, walker = inside
    at_the_chronology(walker)
    path = tmp_path / "log.csv"
    path.write_bytes(table(ROWS))
    walker.push("Bring in a file")
    steps.choose_file(walker, path)
    walker.reads("2 rows: 2 new", "Left out: Seen by.").push("Bring in 2 rows")
    walker.reads("2 events were brought in", "12 rows").stands_at("Paste rows")
