"""Bringing in the school's roll as a screen: choose or drop files, look, then decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout

from ffd_desktop.app.desk import Desk
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll.preview import RollPreview
from ffd_desktop.roll.tables.reading import Table
from ui.destinations import ToNewReferral, ToShelf
from ui.lanes import Lane, Submits
from ui.screen import Screen
from ui.screens.roll.choosing import ChooseFiles, choose_files
from ui.screens.roll.half_set import read_half_set
from ui.screens.roll.mapping_page import MappingPage
from ui.screens.roll.mapping_words import MappingShown, about
from ui.screens.roll.ports import RollWork
from ui.screens.roll.presenter import RollPresenter
from ui.screens.roll.preview_panel import PreviewPanel
from ui.screens.roll.words import RollNow
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.column_list import column_words
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside, fill
from ui.widgets.words import Kind, Words

HOW = (
    "Ask whoever runs the school’s management system (SIMS, Arbor, Bromcom and others) to export "
    "a full Common Transfer File (CTF) of all pupils, with contacts and addresses, for a "
    "destination that is not known. A table (CSV or Excel) with one row for each pupil or each "
    "contact will do as well, and so will a OneRoster file. Several files that together are the "
    "school may be chosen at once. The file stays where it is: delete it there once the roll is "
    "in."
)


class RollScreen(Screen):
    """The roll in use, and bringing in a newer one."""

    title = "The school’s roll"

    def __init__(
        self,
        *,
        desk: Desk,
        rolls: RollWork,
        lane: Submits,
        choose: ChooseFiles = choose_files,
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._choose = choose
        self._presenter = RollPresenter(self, desk=desk, rolls=rolls, lane=Lane(lane, self))
        self.banner = Banner()
        self.count = Words("", Kind.HEADING)
        self.details = Words("", Kind.QUIET)
        self.choose_button = Button("Choose the file …", "primary", says="Choose the file")
        self.working = Words("", Kind.STRONG)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Reading the roll")
        self.stop = Button("Stop", does=self._presenter.stop)
        self.preview = PreviewPanel()
        self.mapping = MappingPage()
        self._pages = QStackedWidget()
        self._is_new_table = False
        self.new = Button("New referral", "link", does=self._on_new)
        self.to_shelf = Button("Back to the shelf", "link", does=self._on_shelf)
        self._lay_out()
        self.choose_button.clicked.connect(self._on_choose)
        self.preview.take.clicked.connect(self._presenter.take)
        self.preview.leave_it.clicked.connect(self._presenter.leave_it)
        self.preview.columns.clicked.connect(self._presenter.change_columns)
        self.mapping.picked.connect(self._presenter.set_column)
        self.mapping.go_on.clicked.connect(self._presenter.go_on)
        self.mapping.other_file.clicked.connect(self._presenter.leave_table)

    def entered(self) -> None:
        """Show the roll in use; the focus goes to the way on."""
        self._presenter.look_up()
        give_focus(self.choose_button)

    def leave(self, left: Callable[[], None]) -> None:
        """Stop what is being done, or a lock would wait for it with the key in memory."""
        self._presenter.stop()
        left()

    def half_typed(self) -> Mapping[str, object]:
        """Give which column was said to be what, as long as no roll was made of it."""
        return self._presenter.half_set()

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Look at the same table again, its columns as they were set."""
        half = read_half_set(typed)
        if half is not None:
            self._presenter.take_up(half)

    # ---- what the presenter asks ------------------------------------------------------------

    def show_now(self, now: RollNow | None) -> None:
        """Show the roll in use, or that there is none."""
        self.count.setText(now.count if now else "No roll yet")
        self.details.setText(
            now.details
            if now
            else "Referrals can be written without it; with it, a UPN or a name fills them in."
        )
        self.new.setVisible(now is not None)
        self.bring_heading.setText("Bring in a newer roll" if now else "Bring in the roll")

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say what is being done and how much of it is, with a way to stop it."""
        was_working = self.busy.isVisible()
        self.working.setText(words)
        self.bar.setRange(0, 0 if percent is None else 100)
        self.bar.setValue(percent or 0)
        self.busy.setVisible(bool(words))
        self.bring.setVisible(not words)
        if words and not was_working:
            self.banner.clear()
            give_focus(self.stop)
        elif not words:
            give_focus(self.choose_button)

    def show_preview(self, preview: RollPreview | None, *, is_table: bool = False) -> None:
        """Show what would change, or nothing; of a table the columns can be changed."""
        self.preview.setVisible(preview is not None)
        self.bring.setVisible(preview is None and not self.busy.isVisible())
        if preview is not None:
            self.preview.show_preview(preview, is_table=is_table)
            give_focus(self.preview.take)

    def show_table(self, table: Table) -> None:
        """Show the columns of a table in the place of everything else."""
        contacts = max(table.mapping.most_contacts, 1) + 1
        columns = column_words(table.layout.headings, table.layout.sample)
        self.mapping.show_columns(columns, about(table), contacts)
        self._is_new_table = True
        self._pages.setCurrentWidget(self.mapping)

    def show_mapping(self, shown: MappingShown) -> None:
        """Show what each column is now; the first time, the focus goes to the way on."""
        self.mapping.show_mapping(shown)
        if self._is_new_table:
            self._is_new_table = False
            self.mapping.begin()

    def hide_table(self) -> None:
        """Show the screen without the columns."""
        self._pages.setCurrentWidget(self._page)
        give_focus(self.choose_button)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.banner.show_problem(problem)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.banner.tell("good", words)

    # ---- what the person does ---------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged in, while nothing is being done."""
        if _files_of(event) and not self._presenter.is_working:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Preview the files that were dropped."""
        self._presenter.preview(_files_of(event))
        event.acceptProposedAction()

    def _on_choose(self) -> None:
        self._choose(self, self._presenter.preview)

    def _on_new(self) -> None:
        self.wants(ToNewReferral())

    def _on_shelf(self) -> None:
        self.wants(ToShelf())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE.hair)
        fill(words, Words("In use now", Kind.QUIET), self.count, self.details)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.new)
        now = Panel()
        now.add(row)
        self.bring_heading = Words("Bring in a newer roll", Kind.HEADING)
        self.bring = Panel("sunken")
        self.bring.add(
            self.bring_heading,
            Words(HOW),
            SPACE.tight,
            beside(self.choose_button, Words("or drop it here", Kind.QUIET, wraps=False)),
        )
        self.busy = Panel("note")
        self.busy.add(self.working, self.bar, beside(self.stop))
        self.busy.hide()
        self.preview.hide()
        page = Page(widest=800)
        page.add(
            beside(self.to_shelf),
            Words("The school’s roll", Kind.TITLE),
            self.banner,
            now,
            self.bring,
            self.busy,
            self.preview,
        )
        self._page = page
        self._pages.addWidget(page)
        self._pages.addWidget(self.mapping)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._pages)


def _files_of(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
