"""What can be wrong with a file that should be a roll, told to the person who chose it.

Each tells first that the roll in use is unchanged. None quotes what the file holds.
"""

from __future__ import annotations

from typing import Final

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.tables.purpose import Refusals

SAFE = "The roll in use was left as it is."
EXPORT = (
    "In the school’s management system, export a full Common Transfer File (CTF) of the whole"
    " school with the destination unknown, then choose that file."
)

TABLE = (
    "Export a table (CSV or XLSX) with a row of headings such as UPN, Surname, Forename and Date of"
    " birth, then choose that file."
)
OF_WHAT: Final = "the UPN, the surname and so on"
REFUSALS: Final = Refusals(
    thing="roll",
    code="roll",
    safe=SAFE,
    table=TABLE,
    file=EXPORT,
    again="Export the file again from the school’s management system.",
)


def no_headings() -> ProblemForPerson:
    """Say that a table has no row of headings by which its columns could be known."""
    return REFUSALS.no_headings(OF_WHAT)


class NotARoll(ProblemForPerson):
    """The file is something else than a roll that this program can read."""


class BrokenRoll(ProblemForPerson):
    """The file begins as a roll but cannot be read to its end."""


class Stopped(ProblemForPerson):
    """The person stopped the work; nothing partial is left behind."""

    def __init__(self) -> None:
        super().__init__(f"Stopped. {SAFE}", "Start the import again when you want it.", "stopped")


def empty() -> NotARoll:
    """Say that the file has nothing in it."""
    return NotARoll(f"This file is empty. {SAFE}", EXPORT, "roll_file_empty")


def other_kind(what: str, next_step: str = EXPORT) -> NotARoll:
    """Say that the file is ``what`` (such as "a spreadsheet") and not a roll."""
    return NotARoll(f"This file is {what}, not a roll. {SAFE}", next_step, "not_a_roll")


def attainment_only() -> NotARoll:
    """Say that the CTF holds test results and no families."""
    return NotARoll(
        "This Common Transfer File holds assessment results only: no addresses, contacts or"
        f" details of the pupils. {SAFE}",
        EXPORT,
        "ctf_attainment_only",
    )


def missing_education() -> NotARoll:
    """Say that it is a message about children missing education, leavers or joiners."""
    return NotARoll(
        "This file is a message about children missing education or about leavers, not a roll of"
        f" the school. {SAFE}",
        EXPORT,
        "ctf_not_a_roll",
    )


def admissions() -> NotARoll:
    """Say that it is an admissions transfer file."""
    return NotARoll(
        f"This file is an admissions transfer file (ATF), not a roll of the school. {SAFE}",
        EXPORT,
        "atf_not_a_roll",
    )


def no_pupils() -> NotARoll:
    """Say that a roll holds no pupil at all, or none that could be read."""
    return NotARoll(
        f"This file holds no pupils that could be read. {SAFE}",
        EXPORT,
        "ctf_without_pupils",
    )


def cut_off(readable: int) -> BrokenRoll:
    """Say that the file ends in the middle, and how many pupils stood before that."""
    return BrokenRoll(
        f"This file is cut off: {_pupils(readable)} could be read before it ends in the middle."
        f" Nothing of it was kept. {SAFE}",
        "Copy or export the file again.",
        "roll_file_cut_off",
    )


def broken(readable: int, line: int) -> BrokenRoll:
    """Say at which line the file is no longer XML, and how many pupils stood before it."""
    return BrokenRoll(
        f"This file is damaged at line {line:,}: {_pupils(readable)} could be read before that."
        f" Nothing of it was kept. {SAFE}",
        "Export the file again from the school’s management system.",
        "roll_file_broken",
    )


def too_big(readable: int) -> BrokenRoll:
    """Say that one part of the file is bigger than any pupil can be."""
    return BrokenRoll(
        f"After {_pupils(readable)}, one part of this file is far bigger than any pupil’s record."
        f" Nothing of it was kept. {SAFE}",
        "Export the file again from the school’s management system.",
        "roll_file_part_too_big",
    )


def _pupils(count: int) -> str:
    return f"{count:,} pupil" if count == 1 else f"{count:,} pupils"
