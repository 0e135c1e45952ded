"""What a paper leaves out, counted and named, so that nobody takes silence for an answer.

A question that stands on paper as "Not answered" is not left out, and is not counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ffd_desktop.councils.pack import Field
from ffd_desktop.exporting.items import Said
from ffd_desktop.exporting.outline import AnyBlock, BulletList, Heading, Paragraph, Section
from ffd_desktop.exporting.reader import Reader

_TITLE = "What is not here"
_EMPTY = {
    Reader.COUNCIL: "Nothing was entered under",
    Reader.FAMILY: "Nothing stands in this copy under",
}


class _Question(NamedTuple):
    """A question of which ``left`` answers are missing, of as many as it was asked for."""

    section: str
    label: str
    left: int
    asked: int

    def words(self) -> str:
        """Return it as it is named in the list."""
        return (
            self.label if self.left == self.asked else f"{self.label} ({self.left} of {self.asked})"
        )


class LeftOut:
    """The questions that were asked and not answered, and the lists that are empty.

    Attributes:
        lists: The titles of sections in which nothing was entered.
        kept: Children who are not referred, each with how many answers stand about them alone.
    """

    def __init__(self, reader: Reader = Reader.COUNCIL) -> None:
        self._empty = _EMPTY[reader]
        self.lists: list[str] = []
        self.kept: list[str] = []
        self._questions: list[_Question] = []

    def note(self, section: str, said: Iterable[Said], unsaid: Iterable[Field]) -> None:
        """Remember the questions of a section that its blocks pass over."""
        asked = Counter(one.field.label for one in said if one.is_asked)
        left = Counter(field.label for field in unsaid)
        self._questions += (
            _Question(section, label, left[label], asked[label]) for label in asked if left[label]
        )

    def legend(self) -> Iterator[str]:
        """Yield a line for the reader who begins: how much is left out, and where that stands."""
        if self._questions:
            yield f"{self._count()} left out; see \u201c{_TITLE}\u201d at the end."

    def blocks(self) -> Iterator[AnyBlock]:
        """Yield the section that names everything that was left out."""
        blocks: list[AnyBlock] = []
        if self._questions:
            words = f"{self._count()} left out."
            if any(one.left < one.asked for one in self._questions):
                words += " \u201c2 of 5\u201d: asked of five, not answered for two."
            blocks += (Paragraph(words), BulletList(tuple(self._by_section())))
        if self.lists:
            words = f"{self._empty}: {'; '.join(self.lists)}."
            blocks.append(Paragraph(words))
        if self.kept:
            words = "Written about children who are not referred, kept by the school, not printed"
            blocks.append(Paragraph(f"{words}: {'; '.join(self.kept)}."))
        if blocks:
            yield Section((Heading(2, _TITLE, "left_out"), *blocks))

    def _count(self) -> str:
        count = len(self._questions)
        return (
            "1 question was not answered and is"
            if count == 1
            else (f"{count} questions were not answered and are")
        )

    def _by_section(self) -> Iterator[str]:
        for section in dict.fromkeys(one.section for one in self._questions):
            words = (one.words() for one in self._questions if one.section == section)
            yield f"{section}: {'; '.join(words)}"
