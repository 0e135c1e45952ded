"""Concern logs that are something else, broken or malicious: explained, bounded, and no roll."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffd_desktop.app import logs
from ffd_desktop.concern_log import material
from ffd_desktop.concern_log.material import (
    MOST_LETTERS,
    MOST_ROWS,
    Material,
    from_sheet,
    from_text,
    looks_like_rows,
)
from ffd_desktop.concern_log.proposing import propose
from ffd_desktop.concern_log.purpose import LOG
from ffd_desktop.concern_log.rows import Target, rows_of
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.tables.text import TextSheet
from tests.builders import logs as made
from tests.builders import referrals
from tests.builders.dialects import table, workbook
from tests.faults.test_hostile_tables import (
    LAUGHS,
    MEGABYTE,
    SHEET,
    Sparse,
    sheet,
    with_part,
)
from tests.unit.concern_log.test_rows import TODAY

HEAD = ["Date", "Details", "Reported by"]
ROW = ["12/03/2026", "Mum called", "R T"]
BOOK = workbook({"Log": [HEAD, ROW]})


def read(folder: Path, data: bytes, name: str = "log.csv") -> Material:
    (folder / name).write_bytes(data)
    return logs.read_file(folder / name)


def refusal(folder: Path, data: bytes, name: str = "log.csv") -> ProblemForPerson:
    with pytest.raises(ProblemForPerson) as caught:
        read(folder, data, name)
    assert "Your draft is as it was" in caught.value.what
    told = f"{caught.value.what} {caught.value.next_step}"
    assert " roll" not in told
    assert "Mum" not in told
    return caught.value


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 Mum called", "a PDF"),
        (b"\x89PNG Mum", "a picture"),
        (b"PK\x03\x04[Content_Types].xml word/ Mum", "office document"),
        (b"7z\xbc\xaf Mum", "compressed"),
        (b"<!DOCTYPE html><table><tr><td>Date</td><td>Details", "web page"),
        (b"Mum called,and cried\n", "no row of headings"),
        (b'Date,Details\n"12/03/2026,Mum called', "quotation mark"),
    ],
)
def test_what_is_no_log_is_told(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refusal(tmp_path, data).what


@pytest.mark.parametrize(
    ("start", "again"),
    [
        (b"", b"\0"),
        (b"Date,Details,Reported by\n", b"\0"),
        (b"Date,Details,Reported by\n", b"x"),
        (b'Date,Details,Reported by\n"', b"x\n"),
    ],
)
def test_a_gigabyte_of_something_else_is_not_read(start: bytes, again: bytes) -> None:
    stream = Sparse(start, again)
    with pytest.raises(ProblemForPerson):
        from_sheet(TextSheet(stream, lambda: False, LOG), lambda _: None)  # type: ignore[arg-type]
    assert stream.given <= 4 * MEGABYTE


def test_a_log_without_end_is_given_up_in_bounded_memory() -> None:
    stream = Sparse(b"Date,Details,Reported by\n", b"12/03/2026,Mum called again,R T\n")
    tracemalloc.start()
    try:
        with pytest.raises(ProblemForPerson) as caught:
            from_sheet(TextSheet(stream, lambda: False, LOG), lambda _: None)  # type: ignore[arg-type]
        assert tracemalloc.get_traced_memory()[1] < 30 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert caught.value.code == "log_too_long"
    assert stream.given <= 4 * MEGABYTE


def test_very_many_words_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(material, "MOST_LETTERS", 1_000)
    with pytest.raises(ProblemForPerson) as caught:
        from_text(made.copied([HEAD, ["12/03/2026", "x" * 2_000, ""]]))
    assert caught.value.code == "log_too_long"


def peak_of(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        with suppress(ProblemForPerson):
            work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("cell", [b",", b"ab,"])
def test_rows_of_very_many_cells_cost_no_memory_beyond_those_that_are_taken(cell: bytes) -> None:
    wide = b"Date,Details\n" + (cell * (900_000 // len(cell)) + b"\n") * 3
    sheet = TextSheet(io.BytesIO(wide), lambda: False, LOG)
    assert {len(row) for row in sheet.rows()} == {2, 513}
    assert peak_of(lambda: list(sheet.rows())) < 40 * MEGABYTE


@pytest.mark.parametrize("inside", ["x\n", '""'])
def test_a_very_long_cell_is_read_in_memory_not_much_larger_than_itself(inside: str) -> None:
    text = f'Date\tDetails\n1/1/2026\t"{inside * 500_000}"\n'
    assert peak_of(lambda: from_text(text)) < 15 * MEGABYTE


@pytest.mark.parametrize("line", ["a\tb\n", "words\n", "\t"])
def test_a_paste_out_of_all_measure_is_given_up_before_it_is_cut(line: str) -> None:
    text = line * 4_000_000
    assert peak_of(lambda: from_text(text)) < MEGABYTE
    assert peak_of(lambda: looks_like_rows(text)) < 15 * MEGABYTE
    with pytest.raises(ProblemForPerson) as caught:
        from_text(text)
    assert caught.value.code == "log_too_long"


def test_a_paste_of_more_letters_than_are_taken_is_given_up_before_it_is_cut() -> None:
    text = "x" * (MOST_LETTERS + 1)
    assert peak_of(lambda: from_text(text)) < MEGABYTE


def test_as_many_rows_as_are_taken_are_not_out_of_measure() -> None:
    pasted = from_text(made.copied([HEAD, *([ROW * 20] * (MOST_ROWS - 1))]))
    assert len(pasted.rows) == MOST_ROWS - 1


def test_what_is_pasted_beyond_the_last_column_stays_in_the_last() -> None:
    (row,) = from_text(made.copied([HEAD, [*ROW, *map(str, range(600)), "the last word"]])).rows
    assert len(row.cells) == 512
    assert row.cells[-1].startswith("508\t509\t")
    assert row.cells[-1].endswith("\tthe last word")


def test_a_zip_bomb_and_entities_in_a_workbook_are_not_opened(tmp_path: Path) -> None:
    bomb = with_part(BOOK, SHEET, sheet(" " * 50 * MEGABYTE))
    assert refusal(tmp_path, bomb, "log.xlsx").code == "log_archive_too_big"
    laughs = with_part(BOOK, SHEET, LAUGHS + sheet("<row/>"))
    assert refusal(tmp_path, laughs, "log.xlsx").code == "log_file_unsafe"


def test_300_columns_repeated_headings_and_mixed_encodings_are_read(tmp_path: Path) -> None:
    more = [f"Column {number}" for number in range(300)]
    wide = read(tmp_path, table([[*HEAD, *more], [*ROW, *more]]))
    assert len(wide.headings) == 303
    first = table([[*HEAD, "Details"], ["1/3/26", "O’Neïll", "R", "more"]])
    mixed = read(tmp_path, first + table([["2/3/26", "Zoë", "R", "x"]], encoding="cp1252"))
    assert [row.cells[1] for row in mixed.rows] == ["O’Neïll", "Zoë"]
    assert mixed.repaired
    rows = rows_of(mixed, propose(mixed, today=TODAY), referrals.bare(), Target.EVENTS, today=TODAY)
    assert rows[0].what == "O’Neïll\nmore"


def test_formula_text_stays_text(tmp_path: Path) -> None:
    formula = '=HYPERLINK("http://elsewhere.example","x")'
    (row,) = read(tmp_path, table([HEAD, ["=1+1", formula, "@SUM(A1)"]])).rows
    assert row.cells == ("=1+1", formula, "@SUM(A1)")


def test_each_made_up_export_is_read(tmp_path: Path) -> None:
    for name, data in (
        ("log.csv", made.one_column_each()),
        ("log.txt", made.below_titles()),
        ("log.xlsx", made.book()),
    ):
        found = read(tmp_path, data, name)
        rows = rows_of(
            found, propose(found, today=TODAY), referrals.bare(), Target.EVENTS, today=TODAY
        )
        at = [f"{one.at.day} {one.at:%B %Y at %H:%M}" for one in made.LOG]
        assert [row.when.words() for row in rows if row.when] == at
        plain = name == "log.txt"  # what its encoding cannot write is lost in the file itself
        assert plain or [made.LOG[n].words in row.what for n, row in enumerate(rows)] == [True] * 4


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    class Watched:
        told: list[str]

        def __init__(self) -> None:
            self.told = []

        def step(self, done: int, total: int, words: str) -> None:
            assert 0 <= done <= total
            self.told.append(words)

        def is_stopped(self) -> bool:
            return len(self.told) == 2

    path = tmp_path / "log.csv"
    path.write_bytes(table([HEAD, *([ROW] * 900)]))
    watched = Watched()
    with pytest.raises(ProblemForPerson) as caught:
        logs.read_file(path, watched)
    assert caught.value.code == "stopped"
    assert watched.told == ["200 rows read", "400 rows read"]


@given(st.binary(max_size=300), st.sampled_from([b"", b"Date,Details\n", b"PK\x03\x04"]))
@settings(deadline=None)
def test_no_bytes_crash_the_reader(data: bytes, start: bytes) -> None:
    with suppress(ProblemForPerson):
        from_sheet(TextSheet(io.BytesIO(start + data), lambda: False, LOG), lambda _: None)
