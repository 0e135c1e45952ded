"""Cells as a spreadsheet puts them on the clipboard: tabs between cells, a line for each row.

A cell that holds a line end, a tab or a quotation mark at its start stands between quotation marks
with those inside doubled. Everything else stands as it is: nothing pasted is ever refused, and no
quotation mark that a person wrote is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_QUOTED: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"(?=\t|\n|\Z)')
_PLAIN: Final = re.compile(r"[^\t\n]*")
_MOSTLY: Final = 0.6


def alike(text: str) -> str:
    """Make all line ends alike and leave out noughts, which no words have."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def rows_of(text: str) -> list[list[str]]:
    """Cut pasted text into rows of cells; blank rows are left out."""
    rows: list[list[str]] = [[]]
    for cell, end in _cells(alike(text)):
        rows[-1].append(cell)
        if end == "\n":
            rows.append([])
    return [row for row in rows if any(cell.strip() for cell in row)]


def is_table(text: str) -> bool:
    """Tell whether most of the rows have several cells."""
    if "\t" not in text:
        return False
    rows = rows_of(text)
    several = sum(sum(bool(cell.strip()) for cell in row) > 1 for row in rows)
    return several >= _MOSTLY * max(len(rows), 1)


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Give each cell with what ends it: a tab, a line end, or nothing."""
    at = 0
    while at <= len(text):
        cell, at = _cell(text, at)
        yield cell, text[at : at + 1]
        at += 1


def _cell(text: str, at: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at) if text.startswith('"', at) else None
    if quoted is not None and re.search(r'[\t\n]|""', quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    return (plain[0], plain.end()) if plain is not None else ("", at)
