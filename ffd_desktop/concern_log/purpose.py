"""What a table is read for when it should be a concern log, and how it is refused."""

from __future__ import annotations

from typing import Final

from ffd_desktop.concern_log.columns import named
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.tables.purpose import Purpose, Refusals

_TABLE: Final = (
    "Export the log as a table (CSV or XLSX) with a row of headings such as Date, Details and"
    " Reported by, then choose that file. Or copy the rows in the spreadsheet, and paste them."
)
SAFE: Final = "Your draft is as it was."
REFUSALS: Final = Refusals(
    thing="concern log",
    code="log",
    safe=SAFE,
    table=_TABLE,
    file=_TABLE,
    again="Export the file again, or copy the rows in the spreadsheet and paste them.",
)
LOG: Final = Purpose(named, "the date, what happened and so on", REFUSALS, with_times=True)


def too_long(most: int) -> ProblemForPerson:
    """Say that a log has more rows, or more words, than can be looked at in one piece."""
    return ProblemForPerson(
        f"This log is longer than can be brought in at once (more than {most:,} rows, or very many"
        f" words). {SAFE}",
        "Export it for the children of this referral only, or in parts, and choose that file.",
        "log_too_long",
    )


def other_kind(what: str) -> ProblemForPerson:
    """Say that a file is something else than a table."""
    return ProblemForPerson(f"This file is {what}, not a table. {SAFE}", _TABLE, "not_a_log")
