"""Which column of a table is what: one box for each column, and the first pupils beside them.

Shows and asks; decides nothing and reads no file.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ffd_desktop.roll.tables.fields import targets
from ui.screens.roll.mapping_words import MappingShown, SampleWords
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.column_list import ColumnList, ColumnRow, ColumnWords
from ui.widgets.fitting import Fitting
from ui.widgets.focus import give_focus
from ui.widgets.keep_in_view import KeepInView
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.two_columns import TwoColumns
from ui.widgets.words import Kind, Words

_SIDE, _LEAST = 440, 940


class MappingPage(Fitting, QWidget):
    """The columns at the left, the first pupils and the ways on at the right.

    Signals:
        picked: A column was set (its place, the target's text; empty: left out).
    """

    picked = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.columns = ColumnList()
        self.columns.picked.connect(self.picked)
        self.about = Words("", Kind.BODY)
        self.missing = Panel("warn", gap=SPACE.tight)
        self.lacks = Words("", Kind.BODY)
        self.missing.add(self.lacks)
        self.go_on = Button("Go on to what would change", "primary")
        self.other_file = Button("Choose another file", "link")
        self.pupils = Panel("sunken")
        self._halves = TwoColumns(side=_SIDE, least=_LEAST)
        self._side = QVBoxLayout()
        self._rule = QFrame()
        self._rule.setProperty("rule", True)
        self._lay_out()

    def show_columns(self, columns: Sequence[ColumnWords], about: str, most_contacts: int) -> None:
        """Show the columns of another table."""
        self.about.setText(about)
        choices = [(one.label, one.text) for one in targets(most_contacts)]
        self.columns.show_columns(columns, choices, (self.go_on, self.other_file))

    def show_mapping(self, shown: MappingShown) -> None:
        """Show what each column is, the first pupils, and what is lacking."""
        self.columns.show_meanings(shown.targets)
        self.pupils.clear()
        self.pupils.add(Words("So the first pupils would come in", Kind.HEADING))
        for one in shown.samples:
            self.pupils.add(_card(one))
        if not shown.samples:
            self.pupils.add(Words("No pupil can be read yet.", Kind.QUIET))
        self.lacks.setText(shown.missing)
        self.missing.setVisible(bool(shown.missing))
        self.go_on.setEnabled(not shown.missing)

    def begin(self) -> None:
        """Put the focus on the way on, or on the first column that is left out."""
        left_out = None if self.go_on.isEnabled() else self.columns.first_left_out()
        give_focus(left_out or self.go_on)

    @property
    def rows(self) -> list[ColumnRow]:
        """The columns, one after the other."""
        return self.columns.rows

    def _lay_out(self) -> None:
        page = Page(widest=900)
        page.add(
            beside(self.other_file),
            Words("Which column is what", Kind.TITLE),
            self.about,
            self.columns,
        )
        side = QWidget()
        inside = self._side
        side.setLayout(inside)
        inside.setSpacing(SPACE.medium)
        inside.addWidget(self.missing)
        inside.addWidget(self.pupils)
        inside.addWidget(
            Words("Nothing is stored yet. You will see what would change first.", Kind.QUIET)
        )
        inside.addLayout(beside(self.go_on))
        inside.addStretch(1)
        side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._halves.main.addWidget(page)
        self._halves.side.addWidget(self._rule)
        self._halves.side.addWidget(KeepInView(side))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._halves)
        self._fit()

    def _fit(self) -> None:
        """Give the side its edge when it stands below."""
        stacked = self.width() < style_now().pixels(_LEAST)
        edge, top = (SPACE.page, 0) if stacked else (0, SPACE.page)
        self._rule.setVisible(stacked)
        self._side.setContentsMargins(edge, top, SPACE.page, SPACE.page)


def _card(sample: SampleWords) -> Panel:
    card = Panel(gap=SPACE.hair)
    card.add(Words(sample.name or "(no name)", Kind.STRONG))
    for line in sample.lines:
        card.add(Words(line, Kind.QUIET))
    card.setAccessibleName(". ".join((sample.name, *sample.lines)))
    return card
