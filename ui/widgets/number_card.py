"""The right number now: what to phone in danger, and whom otherwise. Reckons nothing itself."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ffd_desktop.councils.hours import NumberCard as Numbers
from ffd_desktop.councils.hours import NumberLine
from ui.style.tokens import SPACE
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words


class NumberCard(QFrame):
    """A card with the numbers of a moment; the phone numbers are what the eye meets first.

    ``narrow`` stacks the lines, for a panel at the side.
    """

    def __init__(self, *, narrow: bool = False) -> None:
        super().__init__()
        self._narrow = narrow
        self._shown: Numbers | None = None
        self.setProperty("card", "plain")
        self._inside: QVBoxLayout = column(self, gap=SPACE.medium, edge=SPACE.large)
        self.setAccessibleName("Who to phone now")

    def show_numbers(self, numbers: Numbers) -> None:
        """Show the numbers of a moment; does nothing when they are the same."""
        if numbers == self._shown:
            return
        self._shown = numbers
        while (item := self._inside.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._inside.addWidget(self._line(numbers.danger, danger=True))
        self._inside.addWidget(_rule())
        self._inside.addWidget(self._line(numbers.now))
        if numbers.other.key != numbers.now.key:
            self._inside.addWidget(_rule())
            self._inside.addWidget(self._line(numbers.other, later=True))

    def spoken(self) -> str:
        """Give the card in words, in its order."""
        if self._shown is None:
            return ""
        lines = (self._shown.danger, self._shown.now, self._shown.other)
        return ". ".join(f"{one.purpose}: {one.name}, {one.phone}. {one.when}" for one in lines)

    def _line(self, line: NumberLine, *, danger: bool = False, later: bool = False) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.wide)
        grid.setVerticalSpacing(SPACE.hair)
        phone = _phone(line, danger=danger, later=later)
        words = _words(line, later=later)
        grid.addWidget(phone, 0, 0)
        if self._narrow:
            grid.addWidget(words, 1, 0)
        else:
            phone.setMinimumWidth(phone.fontMetrics().averageCharWidth() * 16)
            grid.addWidget(words, 0, 1)
            grid.setColumnStretch(1, 1)
        made.setAccessibleName(f"{line.name}, {line.phone}")
        return made


def _phone(line: NumberLine, *, danger: bool, later: bool) -> Words:
    phone = Words(line.phone, Kind.STRONG if later else Kind.NUMBER, wraps=False)
    phone.setProperty("danger", danger)
    return phone


def _words(line: NumberLine, *, later: bool) -> QWidget:
    made = QWidget()
    lines = column(made, gap=SPACE.hair)
    lines.addWidget(Words(line.purpose, Kind.BODY if later else Kind.STRONG))
    for text in (line.name if line.name != line.purpose else "", line.when):
        if text:
            lines.addWidget(Words(text))
    if line.provenance:
        lines.addWidget(Words(line.provenance, Kind.QUIET))
    return made


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    return rule
