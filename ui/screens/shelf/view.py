"""How the shelf is laid out: title and New referral, search and filters, the table, its actions.

Holds widgets only; what they do is joined up in ``screen.py``.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui.screens.shelf.readers_panel import ReadersPanel
from ui.screens.shelf.rows import Filter, Row, Rows
from ui.screens.shelf.table import ShelfTable
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.destroy_panel import DestroyPanel
from ui.widgets.flow import Flow
from ui.widgets.look_again import LookAgainCard
from ui.widgets.panel import Panel, beside, fill
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Kind, Words, restyle

ROWS_SEEN = 4
DUE = "What is due"


class Filters(QWidget):
    """Which part of the shelf is looked at; left and right move between them."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.tight)
        self.group = QButtonGroup(self)
        self.buttons: dict[Filter, Button] = {}
        for one in Filter:
            button = Button(one.value)
            button.setCheckable(True)
            self.group.addButton(button)
            self.buttons[one] = button
            row.addWidget(button)
        self.buttons[Filter.DRAFTS].setChecked(True)

    def chosen(self) -> Filter:
        """Give the part that is looked at."""
        marked = (one for one, button in self.buttons.items() if button.isChecked())
        return next(marked, Filter.DRAFTS)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Say how many there are behind each."""
        for one, button in self.buttons.items():
            button.setText(f"{one.value}  {counts[one]:,}")
            button.setAccessibleName(f"{one.value}, {counts[one]:,}")


class Actions(QWidget):
    """What can be done with the referral that is marked."""

    def __init__(self) -> None:
        super().__init__()
        flow = Flow(self, gap=SPACE.small)
        self.open = Button("&Open")
        self.copy = Button("Cop&y")
        self.after = Button("A&fter sending")
        self.papers = Button("&Papers")
        self.archive = Button("&Archive")
        self.hand_over = Button("&Hand over …")
        self.readers = Button("Who can &read this …")
        self.destroy_button = Button("&Destroy …", "quiet")
        self._all = (
            self.open,
            self.after,
            self.papers,
            self.copy,
            self.archive,
            self.hand_over,
            self.readers,
            self.destroy_button,
        )
        for button in self._all:
            flow.addWidget(button)
        self.show_for(None)

    def show_for(self, row: Row | None) -> None:
        """Fit the actions to the marked referral; none can be done without one."""
        archives = "Bring b&ack" if row and row.is_archived else "&Archive"
        if self.archive.text() != archives:
            self.archive.setText(archives)
        about = f" {row.reference}" if row else ""
        for button in self._all:
            button.setEnabled(row is not None and not row.is_hidden)
            words = button.text().replace("&", "").replace(" …", "")
            button.setAccessibleName(words + about)


class RollCard(Panel):
    """Whether the school's roll is there, and how old it is."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Words("The school’s roll", Kind.STRONG)
        self.details = Words("", Kind.QUIET)
        self.link = Button("Bring in the roll", "link")
        self.add(self.heading, self.details, beside(self.link))

    def show_roll(self, words: str, *, is_there: bool) -> None:
        """Show the roll in use, or that there is none."""
        self.details.setText(words)
        self.link.setText("Bring in a newer roll" if is_there else "Bring in the roll")
        self.link.setAccessibleName(self.link.text())


class DueLink(Button):
    """The way to what is due after sending; it says how much is near."""

    def __init__(self) -> None:
        super().__init__(DUE, "link")

    def show_due(self, words: str) -> None:
        """Say how much is near, in words that begin with a number; other words add nothing."""
        is_near = words[:1].isdigit()
        self.setText(f"▲ {DUE}: {words}" if is_near else DUE)
        self.setAccessibleName(f"{DUE}: {words}" if words else DUE)
        self.setProperty("kind", "secondary" if is_near else "link")
        restyle(self)


class YouCard(Panel):
    """Asks quietly for the details of somebody who has given none; hidden otherwise."""

    def __init__(self) -> None:
        super().__init__("note")
        self.link = Button("Add your details", "link")
        self.add(
            Words("Your own details", Kind.STRONG),
            Words(
                "Your telephone and e-mail are not known here yet. With them, each new referral "
                "says where the council reaches you.",
                Kind.QUIET,
            ),
            beside(self.link),
        )
        self.hide()


class ShelfView(QWidget):
    """All of the shelf; the side column goes beneath when the window is narrow."""

    def __init__(self, numbers: QWidget, look_again: LookAgainCard) -> None:
        super().__init__()
        self.look_again = look_again
        self.new = Button("&New referral", "primary", says="New referral, Control N")
        self.new.setProperty("size", "big")
        self.search = SearchBox("Look for a name, a reference or words")
        self.filters = Filters()
        self.table = ShelfTable()
        self.empty = Words("", Kind.LEAD)
        self.empty_card = Panel("sunken")
        self.empty_card.add(SPACE.medium, self.empty, SPACE.medium)
        self.action_bar = Actions()
        self.destroy_panel = DestroyPanel()
        self.readers_panel = ReadersPanel()
        self.due = DueLink()
        self.you = YouCard()
        self.roll = RollCard()
        self.package = Button("Open a package …", "link", says="Open a package")
        self.settings = Button("Settings", "link")
        self.main = QVBoxLayout()
        self.main.setSpacing(SPACE.medium)
        tools = QHBoxLayout()
        tools.setSpacing(SPACE.large)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.filters)
        fill(self.main, tools)
        self.main.addWidget(self.table, 1)
        fill(self.main, self.empty_card, self.destroy_panel, self.readers_panel)
        fill(self.main, self.action_bar)
        self.main.addStretch(0)
        self.side = QVBoxLayout()
        self.side.setSpacing(SPACE.medium)
        fill(self.side, numbers, self.look_again, self.you, self.roll)
        self.side.addStretch(1)
        self.both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.both.setSpacing(SPACE.wide)
        self.both.addLayout(self.main, 1)
        self.both.addLayout(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addLayout(self._head())
        column.addLayout(self.both, 1)
        self._side = (numbers, self.look_again, self.you, self.roll)

    def fit(self, width: int) -> None:
        """Put the side column beneath when there is no room for it beside."""
        style = style_now()
        is_narrow = width < style.pixels(900)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self.both.setDirection(way)
        for part in self._side:
            part.setMaximumWidth(16_777_215 if is_narrow else style.pixels(300))
            part.setMinimumWidth(0 if is_narrow else style.pixels(270))
        self.table.setMinimumHeight(self.table.height_of(ROWS_SEEN))

    def show_rows(self, rows: Rows, empty: str) -> None:
        """Show the rows, or why there are none."""
        self.table.put(rows)
        if len(rows) == 0 and self.table.hasFocus():
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setVisible(len(rows) > 0)
        self.action_bar.setVisible(len(rows) > 0)
        self.empty.setText(empty)
        self.empty_card.setVisible(len(rows) == 0)
        self.main.setStretch(self.main.count() - 1, 0 if len(rows) else 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Words("Referrals", Kind.TITLE, wraps=False))
        head.addStretch(1)
        head.addWidget(self.due)
        head.addSpacing(SPACE.small)
        head.addWidget(self.package)
        head.addSpacing(SPACE.small)
        head.addWidget(self.settings)
        head.addSpacing(SPACE.small)
        head.addWidget(Words("Ctrl+N", Kind.QUIET, wraps=False))
        head.addSpacing(SPACE.tight)
        head.addWidget(self.new)
        return head
