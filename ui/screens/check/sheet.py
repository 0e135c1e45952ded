"""A page drawn as large as its room allows, whole, with a hairline round it. Makes no page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.apply import style_now


class Sheet(QWidget):
    """Shows an image of a page; nothing until there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)

    @property
    def is_empty(self) -> bool:
        """Whether there is no page."""
        return self._image.isNull()

    def show_image(self, image: QImage) -> None:
        """Show another page."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the page."""
        if self._image.isNull():
            return
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ratio = Qt.AspectRatioMode.KeepAspectRatio
        size = QSizeF(self._image.size()).scaled(room.size(), ratio)
        page = QRectF(room.topLeft(), size)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fine = (page.size() * self.devicePixelRatioF()).toSize()
        smooth = Qt.TransformationMode.SmoothTransformation
        painter.drawImage(
            page, self._image.scaled(fine, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        )
        painter.setPen(QPen(QColor(style_now().colours.line), 1))
        painter.drawRect(page)
        painter.end()
