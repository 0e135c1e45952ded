"""What a table is read for: what its headings can name, and how it is refused in words."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private


class Refused(ProblemForPerson):
    """The file cannot be read as what it was chosen for."""


class Refusals(Private, frozen=True):
    """What can be wrong with a table, told to whoever chose it. None quotes what the file holds.

    Attributes:
        thing: What the file should have been: "roll".
        code: What the codes of these problems begin with.
        safe: A sentence that tells what became of what was there.
        table: What to do, for a table.
        file: What to do, for a file that is no table either.
        again: How to get the file once more.
    """

    thing: str
    code: str
    safe: str
    table: str
    file: str
    again: str

    def no_headings(self, of_what: str) -> Refused:
        """Say that there is no row of headings; ``of_what`` they would tell of."""
        return self._refused(
            f"This table has no row of headings that says which column is {of_what}.",
            self.table,
            "table_without_headings",
        )

    def too_wide(self, most: int) -> Refused:
        """Say that a table has more columns than is ever needed."""
        return self._refused(
            f"This table has more than {most} columns, more than any {self.thing} needs.",
            self.table,
            "table_too_wide",
        )

    def broken(self, row: int) -> Refused:
        """Say behind which row a table cannot be read."""
        return self._refused(
            f"This table cannot be read behind row {row:,}: a quotation mark may be missing."
            " Nothing of it was kept.",
            self.again,
            "table_broken",
        )

    def archive_too_big(self) -> Refused:
        """Say that what is packed in a file would be too big, or is packed too tightly."""
        return self._refused(
            f"What is packed in this file is far bigger than any {self.thing}, so it was not"
            " opened.",
            f"Ask where the file came from. {self.table}",
            "archive_too_big",
        )

    def archive_broken(self, what: str) -> Refused:
        """Say that a spreadsheet or a zip file is damaged, or kept shut by a password."""
        return self._refused(
            f"This {what} is damaged or locked with a password, and cannot be opened.",
            "Export it again, without a password, or save it as CSV and choose that.",
            "archive_broken",
        )

    def unsafe(self, what: str) -> Refused:
        """Say that the file holds something that no such file has and that could do harm."""
        return self._refused(
            f"This file holds {what}, which no {self.thing} has, and was not opened.",
            f"Ask where the file came from. {self.file}",
            "file_unsafe",
        )

    def unknown_encoding(self) -> Refused:
        """Say that the text is written in a way that this program does not read."""
        return self._refused(
            "This file is written in a character encoding that this program does not read.",
            "Export the file again as UTF-8.",
            "file_encoding",
        )

    def stopped(self) -> ProblemForPerson:
        """Say that the person stopped the work; nothing partial is left behind."""
        return ProblemForPerson(
            f"Stopped. {self.safe}", "Start the import again when you want it.", "stopped"
        )

    def _refused(self, what: str, next_step: str, code: str) -> Refused:
        return Refused(f"{what} {self.safe}", next_step, f"{self.code}_{code}")


class Purpose(Private, frozen=True):
    """What a table is read for.

    Attributes:
        names: What a heading names, equal for headings that name the same; ``None`` for nothing.
        of_what: What the headings tell of, for the words when there are none.
        refusals: What is said when it cannot be read.
        with_times: Whether the time of day of a spreadsheet's cell is kept.
    """

    names: Callable[[str], Hashable | None]
    of_what: str
    refusals: Refusals
    with_times: bool = False
