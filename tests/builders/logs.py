"""Invented concern logs in several shapes. No product's export is meant; all people are invented.

The writers know nothing of our readers: they give ways in which a school might write its events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.builders.dialects import table, workbook


@dataclass(frozen=True)
class Made:
    """What one entry of a log says."""

    at: datetime
    child: str
    words: str
    said: str = ""
    by: str = "R Tanglewood"
    category: str = "Home life"
    action: str = ""


def at(text: str) -> datetime:
    """Give a moment on the school's clock."""
    return datetime.fromisoformat(text)


OLA, BEN, STRANGER = "Amélie Ashdown-Pike", "Bronisław O’Brannagh", "Somebody Elsewhere"
LOG = (
    Made(at("2026-03-03 09:15"), OLA, "Came in without a coat.", action="Coat lent."),
    Made(at("2026-03-12 14:40"), OLA, "Told the nurse:\nshe had not eaten.", "“No tea”"),
    Made(at("2026-04-01 08:05"), BEN, 'Said "go away, all of you", and hid.'),
    Made(at("2026-04-02 11:00"), STRANGER, "Fell in the yard."),
)


def one_column_each(log: Sequence[Made] = LOG) -> bytes:
    """Each thing in a column, dates in British order, the time apart."""
    head = ["Student", "Incident date", "Time", "Category", "Incident", "Exact words"]
    rows = [
        [x.child, f"{x.at:%d/%m/%Y}", f"{x.at:%H:%M}", x.category, x.words, x.said, x.by, x.action]
        for x in log
    ]
    return table([[*head, "Reported by", "Action taken"], *rows])


def below_titles(log: Sequence[Made] = LOG) -> bytes:
    """Names in two columns; headings in the 14th row; semicolons; Windows letters."""
    above = [["Concerns, printed for the office"], *([["", "confidential"]] * 12)]
    head = ["Surname", "Forename", "Date/Time", "Details of Concern", "Logged by", "Tutor group"]
    rows = [
        [
            x.child.rpartition(" ")[2],
            x.child.rpartition(" ")[0],
            f"{x.at:%d %b %Y %H:%M}",
            x.words,
            x.by,
            "7B",
        ]
        for x in log
    ]
    text = table([*above, head, *rows], mark=";").decode()
    return text.encode("cp1252", "replace")


def book(log: Sequence[Made] = LOG) -> bytes:
    """A workbook with real dates, and repeated headings."""
    head = ["Date", "Pupil name", "Description", "Action", "Action", "Status"]
    rows = [[x.at, x.child, x.words, x.action, "Parents phoned", "Closed"] for x in log]
    return workbook({"Summary": [["Concerns"]], "Log": [head, *rows]})


def copied(rows: Sequence[Sequence[str]], end: str = "\r\n") -> str:
    """Give rows as a spreadsheet copies them: tabs, and quotation marks where they are needed."""
    return "".join("\t".join(map(_cell, row)) + end for row in rows)


def _cell(text: str) -> str:
    if any(mark in text for mark in "\t\n") or text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    return text
