"""Rows that wait to be brought in: the columns at the left, the rows as they would be at the right.

Shows and asks; decides nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ffd_desktop.concern_log.material import Material
from ffd_desktop.concern_log.rows import LogRow, Target
from ffd_desktop.problems import ProblemForPerson
from ui.editors.children import chips_of
from ui.screens.draft.bring_in.rows_list import RowsList
from ui.screens.draft.bring_in.words import CHOICES, Shown, about, details
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.choice import Radio
from ui.widgets.column_list import ColumnList, column_words
from ui.widgets.fitting import Fitting
from ui.widgets.focus import give_focus
from ui.widgets.keep_in_view import KeepInView
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside, fill
from ui.widgets.rows import column
from ui.widgets.two_columns import TwoColumns
from ui.widgets.whom_chips import WhomChips
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

_SIDE, _LEAST = 660, 1120
_LIST, _DETAILS = 200, 150
_SAMPLE = 60
BACK = "Back to the draft"


class BringInPage(Fitting, QWidget):
    """The page.

    Signals:
        column_picked: A column was set (its place, the meaning; empty: left out).
        target_picked: Rows become something else; carries a ``Target``.
        filing_picked: Whether events go into the referral.
        whom_picked: Whom rows concern that name no child: ids, or ``None`` for all.
        all_ticked: Every row is wanted, or none.
        stopped: Give up reading.
    """

    column_picked = Signal(int, str)
    target_picked = Signal(object)
    filing_picked = Signal(bool)
    whom_picked = Signal(object)
    all_ticked = Signal(bool)
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: Shown | None = None
        self.banner = Banner()
        self.about = Words("")
        self.columns = ColumnList()
        self.left_out = Words("", Kind.QUIET)
        self.add_left_out = Button("Add these at the end of the words", "link")
        self.events = Radio("Events of the chronology")
        self.worries = Radio("Worries, one for each row")
        self.inside = Radio("In the referral")
        self.on_file = Radio("Only on file")
        self.counts = Words("", Kind.HEADING)
        self.lacks = Words("", Kind.WARN)
        self.rows = RowsList()
        self.details = Panel("sunken", gap=SPACE.tight)
        self.go_on = Button("Bring in", "primary")
        self.leave_it = Button("Leave these rows")
        self.tick_all = Button("Tick all", "link", does=lambda: self.all_ticked.emit(True))
        self.tick_none = Button("Tick none", "link", does=lambda: self.all_ticked.emit(False))
        self.back = Button(BACK, "link")
        self.working = Working("Reading the file", stops=self.stopped.emit)
        self.whom = WhomChips()
        self._whom = _asked_whom(self.whom)
        self._filing = _asked("All of them are kept", self.inside, self.on_file)
        self._left = Page(widest=620)
        self._halves = TwoColumns(side=_SIDE, least=_LEAST)
        self._side = QWidget()
        self._lay_out()
        self._listen()

    # ---- what the presenter asks ------------------------------------------------------------

    def begin(self) -> None:
        """Show nothing yet."""
        self.banner.clear()
        self._show_parts(on=False)
        give_focus(self.back)

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say what is being done and how much of it is, with a way to stop it."""
        was_working = self.working.isVisible()
        self.working.show_work(words, percent=percent)
        if words and not was_working:
            give_focus(self.working.stop)

    def show_material(self, material: Material, *, is_remembered: bool) -> None:
        """Show the columns of other rows."""
        sample = [row.cells for row in material.rows[:_SAMPLE]]
        self.about.setText(about(material, is_remembered=is_remembered))
        self.columns.show_columns(column_words(material.headings, sample), CHOICES)
        self.columns.setVisible(not material.is_prose)
        self._shown = None

    def show_rows(self, shown: Shown) -> None:
        """Show the rows as they would come in."""
        is_first, self._shown = self._shown is None, shown
        self.columns.show_meanings(shown.meanings)
        self.left_out.say(shown.left_out)
        self.add_left_out.setVisible(bool(shown.left_out))
        self.counts.setText(shown.counts)
        self.lacks.say(shown.missing)
        (self.events if shown.target is Target.EVENTS else self.worries).setChecked(True)
        (self.inside if shown.in_referral else self.on_file).setChecked(True)
        self._filing.setVisible(shown.target is Target.EVENTS)
        self.whom.show_children(*chips_of(shown.context))
        self.whom.show_whom(shown.whom)
        self._whom.setVisible(len(shown.context.children) > 1)
        self.rows.put(shown)
        self.go_on.setText(shown.press)
        self.go_on.setAccessibleName(shown.press)
        self.go_on.setEnabled(bool(shown.ticked) and not shown.missing)
        self._show_parts(on=True)
        if is_first:
            self._begin_at()

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self._show_parts(on=False)
        self.banner.show_problem(problem)
        give_focus(self.back)

    # ---- within -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the draft by Escape; the rows go on waiting."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    def _begin_at(self) -> None:
        first = self.columns.first_left_out() if self.lacks.text() else None
        give_focus(first or self.go_on if self.go_on.isEnabled() or first else self.rows)
        self._fit()

    def _show_parts(self, *, on: bool) -> None:
        for part in (self._choosing, self._side):
            part.setVisible(on)

    def _show_details(self, row: LogRow | None) -> None:
        self.details.clear()
        if row is None or self._shown is None:
            return
        for label, text in details(row, self._shown.target):
            if text:
                self.details.add(Words(label, Kind.QUIET), Words(text), SPACE.tight)
        self.details.column.addStretch(1)

    def _fit(self) -> None:
        """Let the whole page scroll where the halves stand one above the other."""
        stacked = self.width() < style_now().pixels(_LEAST)
        inside = self._left.view.widget()
        tall = inside.heightForWidth(max(self.width(), 1)) if stacked and inside else 0
        self._left.setMinimumHeight(max(tall, 0))
        edge, top = (SPACE.page, 0) if stacked else (SPACE.small, SPACE.page)
        self._side_column.setContentsMargins(edge, top, SPACE.page, SPACE.wide)

    def _lay_out(self) -> None:
        self._choosing = QWidget()
        choosing = QVBoxLayout(self._choosing)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.setSpacing(SPACE.medium)
        fill(choosing, self.about, self.columns, self.left_out, beside(self.add_left_out))
        fill(
            choosing, _asked("The rows become", self.events, self.worries), self._filing, self._whom
        )
        self._left.add(
            beside(self.back),
            Words("Bring in rows", Kind.TITLE),
            self.banner,
            self.working,
            self._choosing,
        )
        self._side_column = side = QVBoxLayout(self._side)
        side.setSpacing(SPACE.small)
        self.rows.setMinimumHeight(_LIST)
        self.scrolled = KeepInView(self.details)
        self.scrolled.setMinimumHeight(_DETAILS)
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scrolled.setProperty("details", True)
        self.scrolled.setAccessibleName("The marked row in full")
        fill(side, self.counts, self.lacks, beside(self.tick_all, self.tick_none))
        side.addWidget(self.rows, 3)
        side.addWidget(self.scrolled, 2)
        fill(side, Words("Nothing is changed yet.", Kind.QUIET), beside(self.go_on, self.leave_it))
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._halves.main.addWidget(self._left)
        self._halves.side.addWidget(self._side)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(KeepInView(self._halves))

    def _listen(self) -> None:
        self.columns.picked.connect(self.column_picked)
        self.events.clicked.connect(lambda: self.target_picked.emit(Target.EVENTS))
        self.worries.clicked.connect(lambda: self.target_picked.emit(Target.WORRIES))
        self.inside.clicked.connect(lambda: self.filing_picked.emit(True))
        self.on_file.clicked.connect(lambda: self.filing_picked.emit(False))
        self.whom.edited.connect(self.whom_picked)
        self.rows.marked.connect(self._show_details)


def _asked(label: str, first: Radio, second: Radio) -> QWidget:
    """Make a question of two answers; each is described by the question."""
    asked = QWidget()
    group = QButtonGroup(asked)
    lines = column(asked, gap=SPACE.hair)
    lines.addWidget(Words(label, Kind.STRONG))
    for one in (first, second):
        group.addButton(one)
        one.setAccessibleDescription(label)
        lines.addWidget(one)
    return asked


def _asked_whom(chips: WhomChips) -> QWidget:
    """Ask whom rows concern that do not say it."""
    asked, words = QWidget(), "Rows that name no child concern"
    lines = column(asked, gap=SPACE.tight)
    lines.addWidget(Words(words, Kind.STRONG))
    lines.addWidget(chips)
    chips.describe(words)
    return asked
