"""The shelf as a screen: joins the view to the presenter, and the keys to both."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout

from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.destroying import Destroying
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import (
    ToAfter,
    ToBoard,
    ToCouncilDetails,
    ToDraft,
    ToHandOver,
    ToNewReferral,
    ToPackage,
    ToRecord,
    ToRoll,
    ToSettings,
)
from ui.lanes import Lane, Submits
from ui.screen import Screen, text_of
from ui.screens.shelf.presenter import Follows, RollWords, ShelfPresenter
from ui.screens.shelf.readers_panel import Asked
from ui.screens.shelf.rows import Filter, Row, Rows
from ui.screens.shelf.view import ShelfView
from ui.widgets.banner import Banner
from ui.widgets.compact_numbers import CompactNumbers
from ui.widgets.focus import give_focus
from ui.widgets.live_numbers import Whom
from ui.widgets.look_again import Again, LookAgainCard
from ui.widgets.page import Page


class ShelfScreen(Screen):
    """Every referral, and what can be done with it."""

    title = "Referrals"

    def __init__(
        self,
        *,
        desk: Desk,
        lane: Submits,
        clock: Clock,
        forms: Mapping[tuple[str, str], str],
        whom: Whom,
        follows: Follows,
        again: Again = lambda: None,
    ) -> None:
        super().__init__()
        self._awaited: Mapping[str, object] = {}
        self._page = Page(widest=1240)
        self.banner = Banner()
        self.view = ShelfView(CompactNumbers(whom), LookAgainCard(again))
        self._page.add(self.banner, self.view)
        self._page.fills()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._page)
        self._presenter = ShelfPresenter(
            self, desk=desk, lane=Lane(lane, self), clock=clock, forms=forms, follows=follows
        )
        self._join()

    def entered(self) -> None:
        """Read the shelf anew; the caret goes to the search."""
        self._presenter.look()
        give_focus(self.view.search)

    def read_again(self, _: object = None) -> None:
        """Read the rows again: one of them stands otherwise."""
        self._presenter.read_again()

    def half_typed(self) -> Mapping[str, object]:
        """Give what is looked for, and what was about to be destroyed or restricted."""
        view = self.view
        words, chosen = view.search.line.text(), view.filters.chosen()
        return {
            **({"search": words} if words else {}),
            **({"filter": chosen.value} if chosen is not Filter.DRAFTS else {}),
            **view.destroy_panel.half_typed(),
            **view.readers_panel.half_typed(),
        }

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Look for the same again; what was asked is asked again once its referral is found."""
        self._awaited = typed
        self.view.search.line.setText(text_of(typed, "search"))
        chosen = (one for one in Filter if one.value == typed.get("filter"))
        self.view.filters.buttons[next(chosen, Filter.DRAFTS)].click()

    # ---- what the presenter asks ------------------------------------------------------------

    def show_rows(self, rows: Rows, empty: str) -> None:
        """Show the rows, or why there are none."""
        self.view.show_rows(rows, empty)
        self._ask_again(rows)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Say how many there are behind each filter."""
        self.view.filters.show_counts(counts)

    def show_roll(self, roll: RollWords) -> None:
        """Say whether the school's roll is there."""
        self.view.roll.show_roll(roll.words, is_there=roll.is_there)

    def show_you(self, *, is_known: bool) -> None:
        """Ask quietly for the details of whoever sits here."""
        self.view.you.setVisible(not is_known)

    def show_due(self, words: str) -> None:
        """Say how much is due after sending."""
        self.view.due.show_due(words)

    def ask_readers(self, asked: Asked) -> None:
        """Ask who may read a referral."""
        self.view.destroy_panel.hide()
        panel, typed = self.view.readers_panel, self._awaited
        panel.ask(asked)
        if typed.get("readers_of") == asked.referral_id:
            self._awaited = {}
            panel.put_back(typed)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.banner.show_problem(problem)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.banner.tell("good", words)

    def select(self, referral_id: str) -> None:
        """Put the mark on a row."""
        self.view.table.mark(self.view.table.rows.index_of(referral_id))

    def open_draft(self, referral_id: str) -> None:
        """Leave for a draft."""
        self.wants(ToDraft(referral_id))

    # ---- what the person does ---------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side column where there is room."""
        super().resizeEvent(event)
        self.view.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search down into the table."""
        if event.key() == Qt.Key.Key_Down and self.view.search.line.hasFocus():
            self.view.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _join(self) -> None:
        view, presenter = self.view, self._presenter
        view.new.clicked.connect(self._on_new)
        view.settings.clicked.connect(lambda: self.wants(ToSettings()))
        view.package.clicked.connect(lambda: self.wants(ToPackage()))
        view.roll.link.clicked.connect(lambda: self.wants(ToRoll()))
        view.search.sought.connect(presenter.search)
        view.search.chosen.connect(self._on_row(presenter.open))
        for one, button in view.filters.buttons.items():
            button.clicked.connect(self._on_filter(one))
        view.table.chosen.connect(view.action_bar.show_for)
        view.table.opened.connect(presenter.open)
        view.table.destroyed_by_key.connect(self._ask_destroying)
        view.table.asked.connect(self._on_menu)
        view.action_bar.open.clicked.connect(self._on_row(presenter.open))
        view.due.clicked.connect(lambda: self.wants(ToBoard()))
        view.action_bar.after.clicked.connect(self._on_row(self._on_after))
        view.action_bar.papers.clicked.connect(self._on_row(self._on_papers))
        view.action_bar.copy.clicked.connect(self._on_row(presenter.copy))
        view.action_bar.archive.clicked.connect(self._on_row(presenter.archive_or_bring_back))
        view.action_bar.hand_over.clicked.connect(self._on_row(self._on_hand_over))
        view.action_bar.destroy_button.clicked.connect(self._on_row(self._ask_destroying))
        view.action_bar.readers.clicked.connect(self._on_row(presenter.ask_readers))
        view.readers_panel.chosen.connect(self._on_readers)
        view.readers_panel.let_be.connect(self._on_let_be)
        view.look_again.link.clicked.connect(lambda: self.wants(ToCouncilDetails()))
        view.you.link.clicked.connect(lambda: self.wants(ToSettings()))
        view.destroy_panel.agreed.connect(self._on_agreed)
        view.destroy_panel.let_be.connect(self._on_let_be)
        QShortcut(QKeySequence.StandardKey.New, self, self._on_new)
        QShortcut(QKeySequence.StandardKey.Find, self, view.search.setFocus)

    def _on_new(self) -> None:
        self.wants(ToNewReferral())

    def _on_filter(self, chosen: Filter) -> Callable[[], None]:
        return lambda: self._presenter.choose(chosen)

    def _on_row(self, act: Callable[[Row], None]) -> Callable[[], None]:
        """Make a handler that acts on the marked row, if there is one."""

        def acted() -> None:
            row = self.view.table.row()
            if row is not None:
                act(row)

        return acted

    def _on_after(self, row: Row) -> None:
        if not row.is_hidden:
            self.wants(ToAfter(row.id))

    def _on_papers(self, row: Row) -> None:
        if not row.is_hidden:
            self.wants(ToRecord(row.id))

    def _on_hand_over(self, row: Row) -> None:
        if not row.is_hidden:
            self.wants(ToHandOver(row.id))

    def _on_menu(self, row: Row, place: QPoint) -> None:
        if row.is_hidden:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open", lambda: self._presenter.open(row))
        menu.addAction("After sending", lambda: self._on_after(row))
        menu.addAction("Papers", lambda: self._on_papers(row))
        menu.addAction("Copy", lambda: self._presenter.copy(row))
        words = "Bring back" if row.is_archived else "Archive"
        menu.addAction(words, lambda: self._presenter.archive_or_bring_back(row))
        menu.addAction("Hand over …", lambda: self._on_hand_over(row))
        menu.addAction("Who can read this …", lambda: self._presenter.ask_readers(row))
        menu.addSeparator()
        menu.addAction("Destroy …", lambda: self._ask_destroying(row))
        menu.popup(place)

    def _on_agreed(self, destroying: Destroying) -> None:
        self._presenter.destroy(destroying, done=self._on_let_be)

    def _ask_destroying(self, row: Row) -> None:
        if not row.is_hidden:
            self.view.readers_panel.hide()
            self.view.destroy_panel.ask(row.id, row.reference)

    def _ask_again(self, rows: Rows) -> None:
        """Ask what was asked before a lock; that somebody agreed is never kept."""
        typed = self._awaited
        destroying = rows.at(text_of(typed, "destroying"))
        readers = rows.at(text_of(typed, "readers_of"))
        if destroying >= 0:
            self._awaited = {}
            self._ask_destroying(rows[destroying])
            self.view.destroy_panel.reason.setText(text_of(typed, "reason"))
        elif readers >= 0:
            self._presenter.ask_readers(rows[readers])

    def _on_readers(self, referral_id: str, people: tuple[str, ...]) -> None:
        self._presenter.restrict(referral_id, people)
        self._on_let_be()

    def _on_let_be(self) -> None:
        self.view.destroy_panel.hide()
        self.view.readers_panel.hide()
        give_focus(self.view.table)
