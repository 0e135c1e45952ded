"""The table of the benchmarks: verdicts, and its place in the README. Times nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ffd_desktop.roll import upn as upns
from tests.bench import table
from tests.bench.measuring import Row, against, p50, p99, told, within
from tests.bench.rolls import parse_bare, pupils, upn, write_roll
from tests.builders.roll import SOURCE

ROWS = (
    Row("work", "2 ms", "1 ms", "2.00", "1.5 x", kept=False),
    Row("more work", "3 ms"),
)


def test_a_budget_is_missed_by_the_median_and_by_nothing_else() -> None:
    assert within("w", [0.001, 0.002, 0.9], most=0.002).kept
    assert not within("w", [0.001, 0.0021, 0.9], most=0.002).kept


def test_a_ratio_is_held_against_the_bare_work_of_the_same_run() -> None:
    row = against("w", [3.0, 3.1, 2.9], [2.0, 2.0, 2.0], most=1.5, of_bare="bare")
    assert (row.ratio, row.kept, row.verdict) == ("1.50", True, "kept")
    assert against("w", [3.2], [2.0], most=1.5, of_bare="bare").verdict == "MISSED"


def test_medians_and_the_slowest_hundredth() -> None:
    taken = [float(n) for n in range(1, 101)]
    assert p50(taken) == 50.5
    assert p99(taken) == 100
    assert p99([1.0]) == 1.0


@pytest.mark.parametrize(
    ("taken", "words"), [(0.00123, "1.23 ms"), (0.0123, "12.3 ms"), (1.234, "1.23 s")]
)
def test_seconds_are_said_as_people_read_them(taken: float, words: str) -> None:
    assert told(taken) == words


def test_the_plain_table_has_columns_of_even_width() -> None:
    head, first, second = table.plain(ROWS).splitlines()
    assert head.index("measured") == first.index("2 ms") == second.index("3 ms")
    assert "MISSED" in first


def test_the_readme_keeps_everything_around_the_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n\n{table.START}\n\nafter\n", encoding="utf-8")
    for words in ("one", "two"):
        table.put_into(readme, words)
        text = readme.read_text(encoding="utf-8")
        assert text == f"before\n\n{table.START}\n\n{words}\n\n{table.END}\n\nafter\n"


def test_a_readme_without_the_mark_is_left_alone(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("no mark", encoding="utf-8")
    with pytest.raises(ValueError, match="no mark"):
        table.put_into(readme, "words")
    assert readme.read_text(encoding="utf-8") == "no mark"


def test_the_readme_of_the_project_has_the_mark() -> None:
    readme = Path(__file__).parents[3] / "README.md"
    assert readme.read_text(encoding="utf-8").count(table.START) == 1


def test_markdown_has_a_rule_under_its_head() -> None:
    lines = table.markdown(ROWS, "of a machine").splitlines()
    assert lines[1] == "| --- | --- | --- | --- | --- | --- |"
    assert lines[-1] == "of a machine"


def test_the_roll_of_the_bench_holds_as_many_well_formed_upns(tmp_path: Path) -> None:
    made = [upn(number) for number in range(0, 200_000, 37)]
    assert len(set(made)) == len(made)
    assert not any(upns.check(one).problems for one in made[:200])
    file = tmp_path / "roll.xml"
    write_roll(file, 25)
    assert parse_bare(file) == len(list(pupils(25))) == 25
    assert SOURCE.school_name in file.read_text(encoding="utf-8")
