"""A picture made of shapes, as large as its room allows and never too small to read.

Draws what it is given and offers its words; makes no picture and decides nothing.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from ffd_desktop.exporting.drawing import Drawing, Label
from ffd_desktop.exporting.outline import Figure
from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE
from ui.widgets.buttons import Button
from ui.widgets.collapsible_help import OPEN, SHUT
from ui.widgets.painting import POINTS_PER_INCH, paint
from ui.widgets.panel import Panel
from ui.widgets.rows import column
from ui.widgets.showing import is_put_away
from ui.widgets.words import Words

IN_WORDS: Final = "In words"
SMALLEST: Final = 9.0  # points at 100 %; the smallest letters of a picture are never less
_LETTERS: Final = 9.0  # of a picture without words


class Canvas(QLabel):
    """The drawing itself; takes the focus, so that whoever listens meets it.

    A label with a picture is told to assistive technology as a graphic; a bare widget as nothing.

    Signals:
        looked: It got the focus or lost it.
        stepped: An arrow key to the side was pressed; carries -1 or 1.
    """

    looked = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.drawing = Drawing(1, 1, ())
        self.scale = 1.0
        self.setPixmap(QPixmap(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_drawing(self, drawing: Drawing, scale: float) -> None:
        """Draw something else, or at another size; ``scale`` is pixels for each of its units."""
        self.drawing, self.scale = drawing, scale
        self.setFixedSize(round(drawing.width * scale), round(drawing.height * scale))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the shapes."""
        painter = QPainter(self)
        paint(painter, self.drawing, self.scale, style_now().colours)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the side by the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that it has the focus."""
        super().focusInEvent(event)
        self.looked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it lost the focus."""
        super().focusOutEvent(event)
        self.looked.emit()


class Frame(QScrollArea):
    """The card round a canvas; moves to the side what is wider than its room."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._drawing, self._least, self._most = Drawing(1, 1, ()), 1.0, 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(canvas)
        canvas.setAutoFillBackground(False)
        canvas.stepped.connect(self._on_stepped)

    def show_drawing(self, drawing: Drawing, least: float, most: float) -> None:
        """Show a drawing as wide as the room; its scale is kept between two bounds."""
        self._drawing, self._least, self._most = drawing, least, most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        scale = min(max(self.width() / self._drawing.width, self._least), self._most)
        self._canvas.show_drawing(self._drawing, scale)
        wide = self._canvas.width() > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(self._canvas.height() + bar)

    def _on_stepped(self, step: int) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + step * self.width() // 4)


class Picture(QWidget):
    """A figure, and beneath it its words, folded away until somebody wants them.

    ``name`` says what picture it is, to those who listen; ``largest`` is how many points its
    smallest letters may grow to at 100 %, where there is room.
    """

    def __init__(self, name: str, *, largest: float = TYPE.body) -> None:
        super().__init__()
        self._name, self._largest = name, largest
        self._drawing = Drawing(1, 1, ())
        self.canvas = Canvas()
        self.canvas.setAccessibleName(name)
        self.canvas.looked.connect(self.update)
        self.frame = Frame(self.canvas)
        self.in_words = Button("", "quiet", does=self._on_in_words)
        self.words = Words()
        self._card = Panel("note")
        self._card.add(self.words)
        self._lay_out()
        self._fold(on=False)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; its alternative becomes the description, and the words beneath."""
        if self.words.text() != figure.alternative:
            self.canvas.setAccessibleDescription(figure.alternative)
            self.words.setText(figure.alternative)
        if self._drawing != figure.drawing:
            self._drawing = figure.drawing
            self._fit()

    def room(self, letters: float) -> float:
        """Give how wide a drawing may be to be seen whole, if its smallest letters are so high."""
        return self.frame.width() / (SMALLEST * self._point(letters))

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the text grows or the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the card, and the ring round it while the picture has the focus."""
        colours, ring = style_now().colours, self.canvas.hasFocus()
        width = SPACE.ring if ring else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.focus if ring else colours.line), width))
        painter.setBrush(QColor(colours.surface))
        edge = SPACE.small - width / 2
        box = QRectF(self.frame.geometry()).adjusted(-edge, -edge, edge, edge)
        painter.drawRoundedRect(box, SPACE.radius, SPACE.radius)
        painter.end()

    def _fit(self) -> None:
        letters = min(
            (one.size for one in self._drawing.shapes if isinstance(one, Label)), default=_LETTERS
        )
        point = self._point(letters)
        self.frame.show_drawing(self._drawing, SMALLEST * point, self._largest * point)

    def _point(self, letters: float) -> float:
        """Give the scale at which letters so high are one point high."""
        return style_now().scale * self.logicalDpiY() / POINTS_PER_INCH / letters

    def _lay_out(self) -> None:
        inside = column(self, gap=SPACE.tight)
        room = column(edge=SPACE.small)
        room.addWidget(self.frame)
        inside.addLayout(room)
        inside.addWidget(self.in_words, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addWidget(self._card)

    def _fold(self, *, on: bool) -> None:
        self._card.setVisible(on)
        self.in_words.setText(f"{OPEN if on else SHUT}  {IN_WORDS}")
        self.in_words.setAccessibleName(f"{self._name} in words")
        self.in_words.setAccessibleDescription("open" if on else "folded")

    def _on_in_words(self) -> None:
        self._fold(on=is_put_away(self._card))
