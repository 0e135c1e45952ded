"""What the guidance lists: the matrix to mark in, and beneath it a card for each mark.

A mark comes with a tick. Taking the tick away takes the mark out as one step that undo gives back.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.pack import Indicator
from ffd_desktop.drafting.session import Changes
from ffd_desktop.referral.concerned import whom_in_words
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.edits import put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.statements import IndicatorMark
from ui.screens.draft.items_page import ItemsPage
from ui.screens.draft.levels.about import about_indicator
from ui.screens.draft.levels.matrix import Matrix
from ui.screens.draft.words import Summary
from ui.widgets.words import Kind, Words

MARKED = "What you have marked"
STRANGER = "An indicator of another council’s guidance"


class LevelsPage(ItemsPage):
    """The council's indicators and the marks of this referral."""

    def _put_beside(self) -> None:
        self.add.hide()
        self.matrix = Matrix(self.presenter.pack, self._codes(), fixed=self.presenter.is_fixed)
        self.matrix.ticked.connect(self._on_ticked)
        self.body.insertWidget(0, self.matrix)
        self._heading = Words(MARKED, Kind.HEADING)
        self.body.insertWidget(1, self._heading)

    def start(self) -> QWidget | None:
        """Start in the box that finds, or in the open card."""
        asked = self.asked()
        return asked.first_row() if asked is not None else self.matrix.search.line

    def show_moved(self, changes: Changes) -> None:
        """Show the ticks as the marks are now."""
        super().show_moved(changes)
        self.matrix.show_marked(self._codes())

    def _codes(self) -> set[str]:
        return {one.code for one in self.presenter.referral.indicators}

    def _on_ticked(self, code: str, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if on:
            made = new_id()
            path = f"{self.section.repeats}[{made}]"
            self.presenter.do(put(path, IndicatorMark(id=made, code=code)))
            return
        for mark in self.presenter.referral.indicators:
            if mark.code == code:
                self.presenter.take_out(self.section, mark.id, f"“{self._title(mark)}”")

    def _above_questions(self, item_id: str) -> QWidget | None:
        mark = self._item(item_id)
        known = self._known(mark)
        return about_indicator(known, self.presenter.pack) if known is not None else None

    def _summary(self, number: int) -> Summary:
        mark = self._item(self._items[number].id) or self._items[number]
        if not isinstance(mark, IndicatorMark):
            return super()._summary(number)
        return Summary(self._title(mark), " · ".join(filter(None, self._note(mark))))

    def _title(self, mark: IndicatorMark) -> str:
        known = self.presenter.pack.indicator(mark.code)
        return known.words if known else STRANGER

    def _known(self, mark: Item | None) -> Indicator | None:
        code = mark.code if isinstance(mark, IndicatorMark) else ""
        return self.presenter.pack.indicator(code)

    def _note(self, mark: IndicatorMark) -> tuple[str, ...]:
        known = self.presenter.pack.indicator(mark.code)
        level = self.presenter.pack.level(known.level) if known else None
        names = {one.id: one.short or one.words for one in self.context.children}
        referred = [one.id for one in self.presenter.referral.referred_children()]
        shown = len(mark.evidence) if isinstance(mark.evidence, tuple) else 0
        things = "1 thing shows it" if shown == 1 else f"{shown} things show it"
        return (
            f"Level {level.number}" if level else "",
            ", ".join(whom_in_words(mark.children, names, referred=referred)),
            f"since {mark.since.words()}" if isinstance(mark.since, PartDate) else "",
            things if shown else "nothing is named that shows it",
        )
