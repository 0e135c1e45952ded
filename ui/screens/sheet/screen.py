"""The transfer sheet as a screen: page by page, each answer copied by one key.

Copies through the shell, which marks the words as ours and clears them again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.app.transfer import TransferSheet
from ui.destinations import ToCheck
from ui.lanes import Lane, Submits
from ui.screen import Screen
from ui.screens.sheet.entry_row import EntryRow, Part
from ui.screens.sheet.presenter import Copied, SheetPresenter
from ui.screens.sheet.words import CLEARED, INTRO, order_words, page_words, progress_words
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import beside, empty
from ui.widgets.words import Kind, Words

CLEAR_MS = 120_000


class SheetScreen(Screen):
    """What to type into a council's web form."""

    title = "Transfer sheet"

    def __init__(self, sheet: TransferSheet, *, copied: Copied, lane: Submits) -> None:
        super().__init__()
        self.banner = Banner()
        self.presenter = SheetPresenter(
            sheet, copied=copied, lane=Lane(lane, self), failed=self.banner.show_problem
        )
        self.rows: list[EntryRow] = []
        self.back = Button("‹ Back to the check", "quiet", says="Back to the check")
        self.back.clicked.connect(lambda: self.wants(ToCheck(sheet.referral)))
        self.progress = Words("", Kind.STRONG)
        self.where = Words("", Kind.HINT)
        self.heading = Words("", Kind.HEADING)
        self.previous = Button("‹ Page before", does=lambda: self.turn(self.presenter.at - 1))
        self.next = Button("Next page ›", does=lambda: self.turn(self.presenter.at + 1))
        self.anew = Button("Begin anew", "link", does=self._on_anew)
        self.clearing = QTimer(self, singleShot=True, interval=CLEAR_MS)
        self.clearing.timeout.connect(lambda: self.copies.emit(""))
        self._lay_out(sheet)
        for keys, step in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            chord = QKeySequence(Qt.Modifier.CTRL | keys)
            QShortcut(chord, self, lambda step=step: self.turn(self.presenter.at + step))

    def entered(self) -> None:
        """Go to the first answer that is left."""
        give_focus(self.back)
        self.presenter.look(self._show)

    def leave(self, left: Callable[[], None]) -> None:
        """Clear what was copied, then leave."""
        self.copies.emit("")
        left()

    def half_typed(self) -> Mapping[str, object]:
        """Give the page; what was copied is in the vault."""
        return {"page": self.presenter.at}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show the same page."""
        page = typed.get("page")
        if isinstance(page, int):
            self.turn(page)

    def turn(self, to: int) -> None:
        """Go to a page."""
        self.presenter.turn(to)
        self._show()

    def _show(self) -> None:
        """Show the page, with the focus on the first part that is left."""
        presenter, pages = self.presenter, self.presenter.sheet.pages
        empty(self._boxes)
        page = pages[presenter.at]
        self.rows = [EntryRow(one, presenter.copied, self._on_done) for one in page.entries]
        for row in self.rows:
            self._boxes.addWidget(row)
            row.show()
        self.where.setText(page_words(pages, presenter.at))
        self.heading.setText(page.title)
        self.previous.setEnabled(presenter.at > 0)
        self.next.setEnabled(presenter.at < len(pages) - 1)
        self._page.view.verticalScrollBar().setValue(0)
        self._count()
        self._go_on()

    def _count(self) -> None:
        self.progress.setText(progress_words(self.presenter.sheet.pages, self.presenter.copied))

    def _go_on(self) -> None:
        """Put the focus on the next part that is left, on this page or beyond it."""
        parts = [part for row in self.rows for part in row.parts]
        left = (part.button for part in parts if part.mark not in self.presenter.copied)
        beyond = self.next if self.next.isEnabled() else self.back
        give_focus(next(left, beyond))

    def _on_done(self, part: Part) -> None:
        if not part.is_choice:
            self.copies.emit(part.text)
            self.clearing.start()
        self.presenter.note(part.mark)
        part.show_done(done=True)
        self._count()
        self._go_on()

    def _on_anew(self) -> None:
        self.presenter.begin_anew()
        self._show()

    def _lay_out(self, sheet: TransferSheet) -> None:
        inside = QWidget()
        self._boxes = QVBoxLayout(inside)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(SPACE.medium)
        self._page = Page(widest=860)
        self._page.add(
            beside(self.back, Words(sheet.reference, Kind.HINT, wraps=False)),
            Words(f"Transfer sheet: {sheet.title}", Kind.TITLE),
            self.banner,
            Words(INTRO),
            Words(f"{order_words(sheet.source)} {CLEARED}", Kind.HINT),
            beside(self.progress, self.anew),
            SPACE.small,
            self.where,
            self.heading,
            inside,
            beside(self.previous, self.next),
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._page)
