"""An office's own figures: between two days, as a table, and to save as one. Without names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from ffd_desktop.following.figures import Figure
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.dates import DateKind, PartDate, read_date
from ui.destinations import ToBoard
from ui.lanes import Lane, Submits
from ui.screen import Screen, text_of
from ui.screens.figures.table import FiguresTable
from ui.style.tokens import SPACE
from ui.widgets.asking_files import ask_where
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words

NO_TIME = "Write a day, a month or a year, such as 1 September 2026, or leave it empty."
ABOUT = (
    "What was noted as sent in that time. No name is in it. A number of days is one of working "
    "days, over those of which both days are known."
)


class Counts(Protocol):
    """Counts what was sent."""

    def figures(self, since: date | None, until: date | None) -> tuple[Figure, ...]:
        """Count, on the vault lane."""
        ...

    def write(self, target: Path, found: Sequence[Figure]) -> None:
        """Write a table that a spreadsheet opens, over another file if there is one."""
        ...


class FiguresScreen(Screen):
    """The figures."""

    title = "Figures"

    def __init__(self, *, counts: Counts, vault: Submits, work: Submits) -> None:
        super().__init__()
        self._counts, self._vault, self._work = counts, Lane(vault, self), Lane(work, self)
        self._found: tuple[Figure, ...] = ()
        self.dialog: QFileDialog | None = None
        self.banner = Banner()
        self.back = Button("‹ Back to what is due", "quiet", says="Back to what is due")
        self.since, self.until = QLineEdit(), QLineEdit()
        self._since = Question("Sent from", self.since, optional=True)
        self._until = Question("Sent until", self.until, optional=True)
        self.count = Button("Count", "primary")
        self.save = Button("Save as table (CSV) …", says="Save as table, CSV")
        self.table = FiguresTable()
        self._lay_out()
        self.back.clicked.connect(lambda: self.wants(ToBoard()))
        self.count.clicked.connect(self.look)
        self.save.clicked.connect(self._ask_where)
        for line in (self.since, self.until):
            line.returnPressed.connect(self.look)

    def entered(self) -> None:
        """Count everything; the caret waits at the first day."""
        give_focus(self.since)
        self.look()

    def half_typed(self) -> Mapping[str, object]:
        """Give the two days."""
        return {"since": self.since.text(), "until": self.until.text()}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Count between the same days again."""
        self.since.setText(text_of(typed, "since"))
        self.until.setText(text_of(typed, "until"))
        self.look()

    def look(self) -> None:
        """Count what was sent in the time that is asked for."""
        since, until = _read(self.since), _read(self.until)
        self._since.slip(NO_TIME if since is _NOT_READ else "")
        self._until.slip(NO_TIME if until is _NOT_READ else "")
        if _NOT_READ in (since, until):
            give_focus(self.since if since is _NOT_READ else self.until)
            return
        first = since.earliest() if since is not None else None
        last = until.latest() if until is not None else None
        self._vault.run(
            lambda: self._counts.figures(first, last),
            done=self._show,
            failed=self.banner.show_problem,
        )

    def _show(self, found: tuple[Figure, ...]) -> None:
        self._found = found
        self.table.show_figures(found)

    def _ask_where(self) -> None:
        self.dialog = ask_where(self, "Save as table", "figures.csv", "CSV (*.csv)", self._save_to)

    def _save_to(self, target: Path) -> None:
        found = self._found

        def failed(problem: ProblemForPerson) -> None:
            self.banner.show_problem(problem)

        self._work.run(
            lambda: self._counts.write(target, found),
            done=lambda _: self.banner.tell("good", f"Saved as {target.name}."),
            failed=failed,
        )

    def _lay_out(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(SPACE.large)
        boxes.addWidget(self._since, 1)
        boxes.addWidget(self._until, 1)
        time = Panel()
        time.add(boxes, SPACE.tight, beside(self.count, self.save))
        page = Page(widest=860)
        page.add(
            beside(self.back),
            Words("Figures", Kind.TITLE),
            Words(ABOUT),
            self.banner,
            time,
            self.table,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)


_NOT_READ = PartDate(DateKind.TEXT)
_TIMES = frozenset({DateKind.DAY, DateKind.MONTH, DateKind.YEAR})


def _read(line: QLineEdit) -> PartDate | None:
    """Read a time; ``None`` for a blank, ``_NOT_READ`` for what is no day, month or year."""
    found = read_date(line.text(), today=date.min)  # ``today`` matters to ages, which are no time
    if found is None:
        return None
    return found if found.kind in _TIMES else _NOT_READ
