"""Bringing rows in, joined to the draft screen: its page in the place of the panes, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ffd_desktop.concern_log.material import Material, looks_like_rows
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane
from ui.screens.draft.arranging import DraftPanes
from ui.screens.draft.bring_in.page import BringInPage
from ui.screens.draft.bring_in.presenter import BringInPresenter
from ui.screens.draft.bring_in.words import Shown
from ui.screens.draft.ports import Tools
from ui.screens.draft.presenter import DraftPresenter
from ui.widgets.asking_files import Chosen, ask_for_files

NOTHING_COPIED = ProblemForPerson(
    "There are no words on the clipboard. Your draft is as it was.",
    "Mark the rows in the spreadsheet or the page, copy them (Ctrl+C), and press again.",
    "nothing_copied",
)
_KINDS = ["Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)", "All files (*)"]
ChooseFile = Callable[[QWidget, Chosen], None]


def choose_file(over: QWidget, chosen: Chosen) -> None:
    """Ask for one file, then give it to ``chosen``; nothing when it is cancelled."""
    ask_for_files(over, "Choose the file of the log", _KINDS, chosen, several=False)


class BringIn(QObject):
    """Rows that wait, and the page that shows them.

    Signals:
        moved: Rows begin to wait, or wait no longer.
        closed: The draft is shown again, by the page's own buttons.
    """

    moved = Signal()
    closed = Signal()

    def __init__(
        self,
        draft: DraftPresenter,
        panes: DraftPanes,
        tools: Tools,
        *,
        choose: ChooseFile = choose_file,
    ) -> None:
        super().__init__(panes)
        self._panes, self._choose = panes, choose
        self.page = page = BringInPage()
        page.setParent(panes)
        page.hide()
        self.presenter = presenter = BringInPresenter(
            self,
            draft,
            logs=tools.logs,
            work=Lane(tools.work_lane, page),
            vault=Lane(tools.vault_lane, page),
        )
        page.column_picked.connect(presenter.set_column)
        page.target_picked.connect(presenter.set_target)
        page.filing_picked.connect(lambda on: presenter.set_in_referral(on=on))
        page.whom_picked.connect(presenter.set_whom)
        page.all_ticked.connect(lambda on: presenter.tick_all(on=on))
        page.rows.rows.ticked.connect(lambda number, on: presenter.tick(number, on=on))
        page.add_left_out.clicked.connect(presenter.add_left_out)
        page.stopped.connect(presenter.stop)
        page.go_on.clicked.connect(self._on_go_on)
        page.leave_it.clicked.connect(presenter.leave_it)
        page.back.clicked.connect(self._on_back)
        draft.bring_in = self

    # ---- what the strip asks ----------------------------------------------------------------

    @property
    def is_waiting(self) -> bool:
        """Whether rows wait for a decision."""
        return self.presenter.is_waiting

    def paste(self) -> None:
        """Look at what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        self._open()
        if text.strip():
            self.presenter.paste(text)
        else:
            self.page.show_problem(NOTHING_COPIED)

    def paste_rows(self) -> None:
        """Look at what is on the clipboard, if it is several rows; else do nothing."""
        if looks_like_rows(QGuiApplication.clipboard().text()):
            self.paste()

    def from_file(self) -> None:
        """Ask for a file, and read it."""

        def chosen(paths: Sequence[Path]) -> None:
            if paths:
                self._open()
                self.presenter.read(paths[0])

        self._choose(self._panes, chosen)

    def go_on(self) -> None:
        """Show the rows that wait again."""
        self._panes.show_instead(self.page)
        self.page.back.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what a lock asks -------------------------------------------------------------------

    def half_typed(self) -> Mapping[str, object]:
        """Give the rows that wait, and what was set."""
        return self.presenter.half_typed()

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show the rows that waited, set as they were."""
        self.presenter.take_up(typed)
        if self.is_waiting:
            self._panes.show_instead(self.page)
            self.moved.emit()

    # ---- what the presenter asks ------------------------------------------------------------

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say what is being done."""
        self.page.show_working(words, percent=percent)

    def show_material(self, material: Material, *, is_remembered: bool) -> None:
        """Show the columns of other rows."""
        self.page.show_material(material, is_remembered=is_remembered)

    def show_rows(self, shown: Shown) -> None:
        """Show the rows as they would come in."""
        self.page.show_rows(shown)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.page.show_problem(problem)
        self.moved.emit()

    def ended(self, *, with_rows: bool) -> None:  # noqa: ARG002 - the words say it
        """Go back to the draft."""
        self._on_back()

    # ---- within -----------------------------------------------------------------------------

    def _open(self) -> None:
        self.page.begin()
        self._panes.show_instead(self.page)
        self.moved.emit()

    def _on_go_on(self) -> None:
        if self._panes.middle.isEnabled():  # while the screen is left, nothing more is written
            self.presenter.bring_in()

    def _on_back(self) -> None:
        self._panes.show_panes()
        self.moved.emit()
        self.closed.emit()
