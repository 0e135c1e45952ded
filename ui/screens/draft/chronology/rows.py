"""The rows of the chronology, of which only those in view exist, however many there are.

Each is as high as any other while it is folded, so a gap stands for those that are not made.
Tab stops at one row; the arrows go from row to row. Holds no event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from ui.screens.draft.chronology.row import Row
from ui.screens.draft.chronology.row_words import RowWords
from ui.style.tokens import SPACE
from ui.widgets.rows import column

_SPARE = 2
_AT_FIRST = 12
Make = Callable[[str], Row]
Words = Callable[[str], RowWords]


class Gap(QWidget):
    """Stands for rows that are not made."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)


class Rows(QWidget):
    """A column of rows by the ids of their events.

    ``make`` makes the row of one of them; one that was scrolled away is used again, with ``words``.
    """

    def __init__(self, make: Make, words: Words) -> None:
        super().__init__()
        self._make, self._words = make, words
        self._spare: list[Row] = []
        self._ids: list[str] = []
        self._at: dict[str, int] = {}
        self.cards: dict[str, Row] = {}
        self._gaps: list[Gap] = []
        self._laid: tuple[int, ...] = ()
        self._open = self._stop = ""
        self._area: QScrollArea | None = None
        self._tall = 0
        self._column = column(self, gap=SPACE.tight)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._place)

    # ---- what the page asks ------------------------------------------------------------------

    def show_ids(self, ids: Iterable[str]) -> None:
        """Show these rows in this order; those that were made stay, and so does the focus."""
        wanted = list(ids)
        if wanted == self._ids:
            return
        self._ids = wanted
        self._at = {one: number for number, one in enumerate(self._ids)}
        self._laid = ()
        self._place()

    def reach(self, event_id: str) -> Row | None:
        """Give a row, and make it if it is out of view."""
        if event_id in self._at and event_id not in self.cards:
            self._place(event_id)
        return self.cards.get(event_id)

    def pin(self, event_id: str) -> None:
        """Keep one row made, also out of view: the one that is open; empty for none."""
        self._open = event_id
        self._place()

    def focus(self, event_id: str, step: int = 0) -> None:
        """Put the focus on a row, or on one so many rows further on, as far as there are."""
        if event_id in self._at:
            number = min(max(self._at[event_id] + step, 0), len(self._ids) - 1)
            row = self.reach(self._ids[number])
            if row is not None:
                self._stop_at(row.item_id)
                row.head.setFocus(Qt.FocusReason.TabFocusReason)

    def neighbour(self, event_id: str, step: int) -> str:
        """Give the id of the row so many rows further on; empty past either end."""
        number = self._at.get(event_id, -2) + step
        return self._ids[number] if 0 <= number < len(self._ids) else ""

    def first(self) -> QWidget | None:
        """Give the head of the row at which Tab stops."""
        row = self.cards.get(self._stop) or next(iter(self.cards.values()), None)
        return row.head if row is not None else None

    # ---- what Qt asks ------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the area that this is scrolled in."""
        super().showEvent(event)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and area is not self._area:
            self._area = area
            area.verticalScrollBar().valueChanged.connect(self._place)
            area.viewport().installEventFilter(self)
        self._again.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the view is made larger; stop nothing."""
        if event.type() == QEvent.Type.Resize:
            self._again.start()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Look again once the open row or what stands above has another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._again.start()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text grows."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._tall, self._laid = 0, ()
            self._again.start()

    # ---- which rows are made -----------------------------------------------------------------

    def _place(self, *also: object) -> None:
        wanted = sorted(self._wanted(str(also[0]) if also else ""))
        if tuple(wanted) == self._laid:
            return
        self._laid = tuple(wanted)
        ids = [self._ids[number] for number in wanted]
        for gone in self.cards.keys() - set(ids):
            row = self.cards.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.fold()
            self._spare.append(row)
        self.cards = {one: self.cards.get(one) or self._made(one) for one in ids}
        self._lay(wanted)
        if self._stop not in self.cards:
            self._stop_at(next(iter(self.cards), ""))

    def _wanted(self, also: str) -> set[int]:
        if not self._ids:
            return set()
        first, last = self._in_view()
        wanted = set(range(max(first - _SPARE, 0), min(last + _SPARE + 1, len(self._ids))))
        for one in (also, self._open, self.focused()):
            if one in self._at:
                wanted.add(self._at[one])
        return wanted

    def _in_view(self) -> tuple[int, int]:
        if self._area is None or not self.isVisible():
            start = self._at.get(self._open, 0)
            return start, start + _AT_FIRST
        top = -self.mapTo(self._area.viewport(), QPoint(0, 0)).y()
        return self._number_at(top), self._number_at(top + self._area.viewport().height())

    def _number_at(self, y: int) -> int:
        """Give the number of the row at a height, as if the list had no end."""
        pitch = self._pitch()
        opened = self._at.get(self._open, -1)
        row = self.cards.get(self._open)
        more = row.height() - row.folded_height() if row is not None and opened >= 0 else 0
        if opened < 0 or y < (opened + 1) * pitch:
            return max(y, 0) // pitch
        return max((y - more) // pitch, opened)

    def _pitch(self) -> int:
        if not self._tall:
            row = next(iter(self.cards.values()), None) or self._made(self._ids[0])
            self.cards.setdefault(row.item_id, row)
            self._tall = row.folded_height()
        return self._tall + SPACE.tight

    def focused(self) -> str:
        """Give the id of the row that holds the focus; empty for none."""
        now = QApplication.focusWidget()
        while now is not None and now is not self:
            if isinstance(now, Row):
                return now.item_id
            now = now.parentWidget()
        return ""

    def _made(self, event_id: str) -> Row:
        if self._spare:
            spare = self._spare.pop()
            spare.stand_for(event_id, self._words(event_id))
            return spare
        row = self._make(event_id)
        row.setParent(self)
        row.head.moved.connect(lambda step: self.focus(row.item_id, step))
        row.came.connect(lambda: self._stop_at(row.item_id))
        return row

    def _stop_at(self, event_id: str) -> None:
        self._stop = event_id
        for one, row in self.cards.items():
            row.let_tab_stop(on=one in {event_id, self._open})

    def _lay(self, numbers: list[int]) -> None:
        for widget in (*self.cards.values(), *self._gaps):
            self._column.removeWidget(widget)
        for gap in self._gaps:
            gap.hide()
            gap.deleteLater()
        self._gaps = []
        for part in self._parts(numbers):
            self._column.addWidget(part)
            if self.isVisible():
                part.show()
        self._column.activate()

    def _parts(self, numbers: list[int]) -> Iterator[QWidget]:
        before = -1
        for number in (*numbers, len(self._ids)):
            missing = number - before - 1
            if missing:
                self._gaps.append(Gap(missing * self._pitch() - SPACE.tight))
                yield self._gaps[-1]
            if number < len(self._ids):
                yield self.cards[self._ids[number]]
            before = number

    def sizeHint(self) -> QSize:
        """Ask for the width of a line."""
        return QSize(400, super().sizeHint().height())
