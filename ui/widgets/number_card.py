"""The right number now: what to phone in danger, and whom otherwise. Reckons nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ui.style.tokens import SPACE
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

if TYPE_CHECKING:
    from ffd_desktop.councils.hours import NumberCard as Numbers
    from ffd_desktop.councils.hours import NumberLine

WIDE_FROM = 62


class NumberCard(QFrame):
    """A card with the numbers of a moment; the phone numbers are what the eye meets first.

    ``narrow`` stacks the lines, for a panel at the side; a card without room does so by itself.
    """

    def __init__(self, *, narrow: bool = False) -> None:
        super().__init__()
        self._always_narrow = narrow
        self._narrow = narrow
        self._shown: Numbers | None = None
        self._body = QWidget()
        self.setProperty("card", "plain")
        self._around = column(self, edge=SPACE.large)
        self._around.addWidget(self._body)
        self.setAccessibleName("Who to phone now")

    def show_numbers(self, numbers: Numbers) -> None:
        """Show the numbers of a moment; does nothing when they are the same."""
        if numbers != self._shown:
            self._shown = numbers
            self._rebuild()

    def spoken(self) -> str:
        """Give the card in words, in its order."""
        if self._shown is None:
            return ""
        lines = (self._shown.danger, self._shown.now, self._shown.other)
        return ". ".join(_said(one) for one in lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the lines when there is no room beside the numbers."""
        super().resizeEvent(event)
        room = self.width() // max(self.fontMetrics().averageCharWidth(), 1)
        narrow = self._always_narrow or room < WIDE_FROM
        if narrow != self._narrow:
            self._narrow = narrow
            self._rebuild()

    def _rebuild(self) -> None:
        if self._shown is None:
            return
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.wide)
        grid.setVerticalSpacing(SPACE.hair if self._narrow else SPACE.medium)
        self._fill(grid, self._shown)
        old, self._body = self._body, body
        self._around.replaceWidget(old, body)
        old.hide()
        old.deleteLater()

    def _fill(self, grid: QGridLayout, numbers: Numbers) -> None:
        _add(grid, numbers.danger, Kind.NUMBER, danger=True, narrow=self._narrow)
        _add(grid, numbers.now, Kind.NUMBER, narrow=self._narrow)
        if numbers.other.key != numbers.now.key:
            _add(grid, numbers.other, Kind.LABEL, narrow=self._narrow)
        if not self._narrow:
            grid.setColumnStretch(1, 1)


def _said(line: NumberLine) -> str:
    said = f"{line.purpose}: {line.name}, {line.phone}. {line.when}"
    return f"{said}. {line.warning.rstrip('.')}" if line.warning else said


def _add(
    grid: QGridLayout, line: NumberLine, kind: Kind, *, danger: bool = False, narrow: bool
) -> None:
    row, span = grid.rowCount(), 1 if narrow else 2
    if not danger:
        grid.addWidget(_rule(narrow=narrow), row, 0, 1, span)
    phone = Words(line.phone, kind, wraps=False)
    phone.setProperty("danger", danger)
    phone.setAccessibleName(f"{line.name}: {line.phone}")
    grid.addWidget(phone, row + 1, 0, Qt.AlignmentFlag.AlignTop)
    place = (row + 2, 0) if narrow else (row + 1, 1)
    grid.addLayout(_words(line, strong=kind is Kind.NUMBER), *place)


def _words(line: NumberLine, *, strong: bool) -> QVBoxLayout:
    lines = column(gap=SPACE.hair)
    lines.addWidget(Words(line.purpose, Kind.STRONG if strong else Kind.BODY))
    for text in (line.name if line.name != line.purpose else "", line.when):
        if text:
            lines.addWidget(Words(text))
    if line.warning:
        lines.addWidget(Words(f"⚠ {line.warning}", Kind.WARN))
    if line.provenance:
        lines.addWidget(Words(line.provenance, Kind.QUIET))
    return lines


def _rule(*, narrow: bool) -> QWidget:
    rule = QFrame()
    rule.setProperty("rule", True)
    if not narrow:
        return rule
    spaced = QWidget()
    column(spaced, edge=0).addWidget(rule)
    spaced.setContentsMargins(0, SPACE.small, 0, SPACE.small)
    return spaced
