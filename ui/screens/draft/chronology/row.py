"""One row of the chronology: its head on two lines, whether it goes out, and its questions."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.screens.draft.chronology.row_words import KEPT, OURS, RowWords
from ui.screens.draft.item_card import ItemCard
from ui.screens.draft.item_head import ItemHead
from ui.screens.draft.words import Summary
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button

_PAD = 7
_GAP = 2
_FAR = {
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class RowHead(ItemHead):
    """The number, the date and who on one line; what happened beneath. Never wraps: 500 fit.

    Signals:
        came: The focus came here.
    """

    came = Signal()

    def __init__(self, words: RowWords) -> None:
        super().__init__(_summary(words))
        self.words = words

    def show_words(self, words: RowWords) -> None:
        """Show other words."""
        if words != self.words:
            self.words = words
            self.show_summary(_summary(words))

    def heightForWidth(self, width: int) -> int:  # noqa: ARG002 - Qt's signature
        """Take two lines, however wide."""
        return self.tall()

    def tall(self) -> int:
        """Give the height of every head."""
        lines = QFontMetrics(self._strong()).height() + self.fontMetrics().height()
        return max(lines + _GAP + 2 * _PAD, SPACE.target)

    def sizeHint(self) -> QSize:
        """Ask for a wide line."""
        return QSize(400, self.tall())

    def minimumSizeHint(self) -> QSize:
        """Let the words be cut short in a narrow column."""
        return QSize(120, self.tall())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go far by Page Up and Down, Home and End."""
        step = _FAR.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.came.emit()

    def draw_words(self, painter: QPainter) -> None:
        """Draw the two lines, cut short with dots."""
        colours, words = style_now().colours, self.words
        strong, plain = QFontMetrics(self._strong()), self.fontMetrics()
        x, y = self._words_start(), _PAD
        number = strong.horizontalAdvance("000") + SPACE.small
        first = QRect(x, y, self.width() - x - SPACE.small, strong.height())
        second = QRect(
            x + number, y + strong.height() + _GAP, first.width() - number, plain.height()
        )
        self._draw_arrow(painter, first, colours.link)
        painter.setPen(QColor(colours.ink if words.ours else colours.quiet))
        painter.setFont(self._strong())
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft, words.number or "\u2013")
        when = first.adjusted(number, 0, 0, 0)
        painter.drawText(when, Qt.AlignmentFlag.AlignLeft, _cut(strong, words.when, when.width()))
        painter.setFont(self.font())
        told = _cut(plain, words.what, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft, told)
        note = when.adjusted(strong.horizontalAdvance(words.when) + SPACE.medium, 0, 0, 0)
        painter.setFont(self._small())
        painter.setPen(QColor(colours.quiet))
        small = QFontMetrics(self._small())
        if note.width() > small.averageCharWidth() * 6:
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(note, side, _cut(small, words.note, note.width()))


class WhereItGoes(Button):
    """Says whether a row goes to the council, and changes it when pressed."""

    def __init__(self) -> None:
        super().__init__(f"✓ {OURS}", "quiet")
        self._about = ""

    def show_words(self, words: RowWords) -> None:
        """Show where the row goes."""
        said = f"✓ {OURS}" if words.ours else f"○ {KEPT}"
        if self.text() != said or self._about != words.when:
            self._about = words.when
            self.setText(said)
            other = f"keep it {KEPT.lower()}" if words.ours else "put it in the referral"
            self.setAccessibleName(f"{said[2:]}: {words.when}")
            self.setAccessibleDescription(f"Press to {other}.")
            self.setToolTip(f"Press to {other} (Ctrl+R).")

    def sizeHint(self) -> QSize:
        """Be as wide for either answer."""
        hint = super().sizeHint()
        widest = max(self.fontMetrics().horizontalAdvance(f"✓ {one}") for one in (OURS, KEPT))
        return QSize(max(hint.width(), widest + 2 * SPACE.medium), hint.height())


class Row(ItemCard):
    """A row: folded it is one head high, open it holds its questions.

    Signals:
        came: The focus came to its head, or to whether it goes out.
    """

    came = Signal()
    head: RowHead

    def __init__(
        self, event_id: str, words: RowWords, *, owns: bool, parent: QWidget | None = None
    ) -> None:
        head = RowHead(words)
        super().__init__(event_id, head.summary, word="event", owns=owns, head=head, parent=parent)
        self.goes = WhereItGoes()
        self.goes.setEnabled(owns)
        self.can_comment = owns
        self.goes.pressed.connect(self.came)
        head.came.connect(self.came)
        self.put_beside(self.goes)
        self.goes.show_words(words)
        self.let_tab_stop(on=False)

    def show_words(self, words: RowWords) -> None:
        """Show other words in the head."""
        self.head.show_words(words)
        self.goes.show_words(words)

    def stand_for(self, event_id: str, words: RowWords) -> None:
        """Stand for another event."""
        self.item_id = event_id
        self.let_tab_stop(on=False)
        self.show_words(words)

    def folded_height(self) -> int:
        """Give the height while it is folded."""
        return self.head.tall() + 2

    def let_tab_stop(self, *, on: bool) -> None:
        """Let Tab stop at this row, or pass over it: of a long list it stops at one."""
        policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        self.head.setFocusPolicy(policy)
        self.goes.setFocusPolicy(policy)


def _summary(words: RowWords) -> Summary:
    return Summary(words.spoken)


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
