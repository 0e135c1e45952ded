"""A radio button and a tick box whose words wrap, as a line or as a tile, drawn from the tokens.

What is chosen is told by a mark as well as by colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from ui.style.tokens import SPACE
from ui.widgets.choice_drawing import Face, draw, face_size

_MOST_SIZES = 24

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class _Wrapping(_Base):
    """What the two share: size and drawing."""

    _face: Face
    _sizes: dict[tuple[int, str], QSize]

    def _wear(self, face: Face) -> None:
        self._face = face
        self._sizes = {}
        self.setText(face.words.replace("&", "&&"))
        self.setAccessibleName(face.words)
        self.setAccessibleDescription(face.note)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if face.tile:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def words(self) -> str:
        """The words beside the mark."""
        return self._face.words

    def hasHeightForWidth(self) -> bool:
        """Tell that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped words."""
        return self._size_in(width).height()

    def sizeHint(self) -> QSize:
        """Ask for one line, up to a comfortable measure."""
        widest = QFontMetrics(self.font()).averageCharWidth() * SPACE.measure
        return self._size_in(widest)

    def _size_in(self, width: int) -> QSize:
        """Measure once for each width and font: a layout asks many times for each line typed."""
        key = (width, self.font().key())
        if key not in self._sizes:
            if len(self._sizes) >= _MOST_SIZES:
                self._sizes.clear()
            self._sizes[key] = face_size(self, self._face, width)
        return self._sizes[key]

    def minimumSizeHint(self) -> QSize:
        """Wrap down to a dozen characters."""
        narrow = QFontMetrics(self.font()).averageCharWidth() * 16
        hint = self.sizeHint()
        return QSize(min(narrow, hint.width()), SPACE.target)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on the mark and its words."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw mark, words and focus ring."""
        painter = QPainter(self)
        draw(painter, self, self._face)
        painter.end()


class Radio(_Wrapping, QRadioButton):
    """One of several; ``tile`` draws a border round it, ``note`` a second, quieter text."""

    def __init__(
        self,
        words: str,
        *,
        note: str = "",
        tile: bool = False,
        compact: bool = False,
        pips: str = "",
    ) -> None:
        super().__init__()
        face = Face(words=words, note=note, tile=tile, round=True, pips=pips, compact=compact)
        self._wear(face)


class Tick(_Wrapping, QCheckBox):
    """Any of several; otherwise as ``Radio``."""

    def __init__(
        self, words: str, *, note: str = "", tile: bool = False, compact: bool = False
    ) -> None:
        super().__init__()
        self._wear(Face(words=words, note=note, tile=tile, round=False, compact=compact))
