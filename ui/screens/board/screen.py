"""The board as a screen: overdue, due today, soon; each line leads to where it is noted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.following.board import Line, near_words
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToAfter, ToFigures, ToKeeping, ToShelf
from ui.lanes import Lane, Submits
from ui.screen import Screen, text_of
from ui.screens.board.due_card import DueCard
from ui.screens.board.presenter import BoardPresenter, Follows, Groups
from ui.screens.board.words import GROUPS, NOTHING
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.compact_numbers import CompactNumbers
from ui.widgets.focus import give_focus
from ui.widgets.live_numbers import Whom
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside, empty
from ui.widgets.status_tag import StatusTag
from ui.widgets.words import Kind, Words


class BoardScreen(Screen):
    """What is due after sending."""

    title = "What is due"

    def __init__(self, *, follows: Follows, lane: Submits, whom: Whom) -> None:
        super().__init__()
        self.banner = Banner()
        self.cards: list[DueCard] = []
        self._awaited = ""
        self.counts = Words("", Kind.LEAD)
        self.nothing = Panel("sunken")
        self.nothing.add(SPACE.small, Words(NOTHING, Kind.LEAD), SPACE.small)
        self.back = Button("‹ Back to the shelf", "quiet", says="Back to the shelf")
        self.back.clicked.connect(lambda: self.wants(ToShelf()))
        self.keeping = Button(
            "How long records are kept", "link", does=lambda: self.wants(ToKeeping())
        )
        self.figures = Button("Figures", "link", does=lambda: self.wants(ToFigures()))
        self._presenter = BoardPresenter(self, follows=follows, lane=Lane(lane, self))
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE.medium)
        page = Page(widest=860)
        page.add(
            beside(self.back, self.figures, self.keeping),
            Words("What is due", Kind.TITLE),
            self.banner,
            self.counts,
            self.nothing,
            inside,
            CompactNumbers(whom),
        )
        self.nothing.hide()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self, self._presenter.look)

    def entered(self) -> None:
        """Look what is due; the caret waits at the way back until something is there."""
        give_focus(self.back)
        self._presenter.look()

    def half_typed(self) -> Mapping[str, object]:
        """Give whose words to ask are open; the words themselves are made anew."""
        shown = next((card for card in self.cards if card.text.isVisible()), None)
        return {"asked": _name(shown.line)} if shown is not None else {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Open the same words once the board is read."""
        self._awaited = text_of(typed, "asked")

    # ---- what the presenter asks ------------------------------------------------------------

    def show_groups(self, groups: Groups) -> None:
        """Show what is due, each group under its name; empty groups are left out."""
        empty(self._lines)
        self.cards = []
        for when, lines in groups.items():
            if lines:
                words, tone = GROUPS[when]
                self._lines.addWidget(StatusTag(f"{words}  {len(lines)}", tone))
            for line in lines:
                card = DueCard(line, self._on_followed, self._on_asked)
                self.cards.append(card)
                self._lines.addWidget(card)
                card.show()
        self.counts.setText(f"{near_words(groups)}.")
        self.counts.setVisible(bool(self.cards))
        self.nothing.setVisible(not self.cards)
        if self.cards:
            give_focus(self.cards[0].link)
        self._ask_again()

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.banner.show_problem(problem)

    # ---- what the person does ---------------------------------------------------------------

    def _on_followed(self, line: Line) -> None:
        self.wants(ToAfter(line.of.id, path=line.waiting.path))

    def _ask_again(self) -> None:
        again = next((card for card in self.cards if _name(card.line) == self._awaited), None)
        self._awaited = ""
        if again is not None:
            self._on_asked(again)

    def _on_asked(self, card: DueCard) -> None:
        self._presenter.ask(card.line, card.show_text)


def _name(line: Line) -> str:
    return f"{line.of.id} {line.waiting.path}"
