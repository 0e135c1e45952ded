"""The table: plain on the screen, Markdown in the README. Knows no number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.bench.measuring import Row

START = "<!-- benchmarks: made by `python3 dev.py bench` -->"
END = "<!-- end of benchmarks -->"
HEAD = ("work", "measured", "bare work beside it", "ratio", "budget", "verdict")


def cells(row: Row) -> tuple[str, ...]:
    """Give a row's words in the order of the columns."""
    return row.work, row.measured, row.bare, row.ratio, row.budget, row.verdict


def plain(rows: Sequence[Row]) -> str:
    """Lay the rows out in columns of even width."""
    lines = [HEAD, *(cells(row) for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEAD))]
    return "\n".join(
        "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def markdown(rows: Sequence[Row], said_of: str) -> str:
    """Write the rows as a Markdown table, with what machine they are of."""
    lines = [HEAD, ("---",) * len(HEAD), *(cells(row) for row in rows)]
    return "\n".join([*("| " + " | ".join(line) + " |" for line in lines), "", said_of])


def put_into(readme: Path, words: str) -> None:
    """Put words between the two marks of a file; the end mark is made when it is missing.

    Raises:
        ValueError: When the first mark is not there.
    """
    text = readme.read_text(encoding="utf-8")
    before, mark, rest = text.partition(START)
    if not mark:
        raise ValueError(f"{readme.name} has no mark {START}")
    _, end, after = rest.partition(END)
    after = after if end else rest
    readme.write_text(f"{before}{START}\n\n{words}\n\n{END}{after}", encoding="utf-8")
