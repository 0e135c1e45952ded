"""A file looked at on the page: a picture, a PDF page by page, or the words of a document.

Drawn from memory. Holds the file's bytes while it is open, and gives them up when it is closed; a
lock ends the whole process.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QStackedWidget

from ffd_desktop.attachments.facts import MediaType
from ffd_desktop.attachments.words import file_words
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.statements import Attachment
from ui.lanes import Submits
from ui.screens.draft.attachments.ports import Files
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.keep_in_view import KeepInView
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

OPENING: Final = "Opening the file …"
WORDS_ONLY: Final = (
    "The words only: layout, pictures, headers, footnotes and comments are not shown."
)
KEYS: Final = "Plus and minus change the size, Escape closes."
PAGE_KEYS: Final = f"Page Up and Page Down turn the pages. {KEYS}"
ZOOMS: Final = (1.0, 1.5, 2.0, 3.0, 4.0)
_HIGH: Final = 460
_LOW: Final = 240
_SHARE: Final = 5  # tenths of the window
_LARGER: Final = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
_TURNS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Viewer(Panel):
    """Shows one file at a time, and is hidden otherwise.

    Signals:
        closed: It was put away; carries the attachment's id.
        failed: The file cannot be shown; carries the ``ProblemForPerson``.
    """

    closed = Signal(str)
    failed = Signal(object)

    def __init__(self, files: Files, *, vault: Submits, work: Submits) -> None:
        super().__init__("plain", gap=SPACE.small)
        self._files, self._vault, self._work = files, vault, work
        self._shown: Attachment | None = None
        self._data = b""
        self._page = self._zoom = 0
        self.heading = Words("", Kind.HEADING)
        self.about = Words("", Kind.QUIET)
        self.at = Words("", Kind.STRONG, wraps=False)
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = QScrollArea()
        self.view.setWidget(self.sheet)
        self.view.setWidgetResizable(True)
        self.view.setProperty("card", "view")
        self.view.viewport().setAutoFillBackground(False)
        self.sheet.setAutoFillBackground(False)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("The words of the document")
        self._kinds = QStackedWidget()
        for part in (self.view, self.text):
            part.installEventFilter(self)
            self._kinds.addWidget(part)
        self.hint = Words("", Kind.HINT)
        self._add_parts()
        self.hide()

    def show_file(self, referral_id: str, attachment: Attachment) -> None:
        """Read a file and show it, from its first page and at the width that there is."""
        self.put_away()
        self._shown = attachment
        title = attachment.title if isinstance(attachment.title, str) else "This file"
        self.heading.setText(title)
        self.about.setText(file_words(attachment))
        self.hint.setText(OPENING)
        most = self.window().height() * _SHARE // 10
        self._kinds.setFixedHeight(min(style_now().pixels(_HIGH), max(most, _LOW)))
        self.show()
        announce(self, f"{title}. {OPENING}")
        self._vault.submit(
            self,
            lambda: self._files.read(referral_id, attachment),
            lambda data: self._opened(attachment, data),
            self._fail,
        )

    def put_away(self) -> None:
        """Close it and give the file's bytes up."""
        self._shown, self._data = None, b""
        self._page = self._zoom = 0
        self.sheet.setPixmap(QPixmap())
        self.text.clear()
        self.hide()

    @property
    def shown(self) -> str:
        """The id of the attachment that is shown; empty for none."""
        return self._shown.id if self._shown is not None else ""

    def turn(self, step: int) -> None:
        """Go on by a page, or back."""
        pages = self._shown.pages if self._shown is not None else 0
        wanted = min(max(self._page + step, 0), max(pages - 1, 0))
        if wanted != self._page:
            self._page = wanted
            self.view.verticalScrollBar().setValue(0)
            self._draw()

    def zoom(self, step: int) -> None:
        """Show it larger, or smaller."""
        wanted = min(max(self._zoom + step, 0), len(ZOOMS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            self._draw()

    def close_file(self) -> None:
        """Put it away and say so."""
        was = self.shown
        self.put_away()
        self.closed.emit(was)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape."""
        if not self._pressed(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys for pages and size before the view scrolls by them."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_file()
        elif self._kinds.currentWidget() is self.text:
            return False
        elif key in _TURNS and self.before.isVisible():
            self.turn(_TURNS[key])
        elif key in _LARGER:
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        else:
            return False
        return True

    def _opened(self, attachment: Attachment, data: bytes) -> None:
        if attachment is not self._shown:
            return
        self._data = data
        is_text = attachment.media_type == MediaType.DOCX
        here = self.text if is_text else self.view
        self._kinds.setCurrentWidget(here)
        for button in (self.smaller, self.larger):
            button.setVisible(not is_text)
        for part in (self.before, self.after, self.at):
            part.setVisible(attachment.pages > 1)
        keys = PAGE_KEYS if attachment.pages > 1 else KEYS
        self.hint.setText(WORDS_ONLY if is_text else keys)
        here.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._reveal)
        if is_text:
            self._work.submit(
                self, lambda: self._files.words(data), self.text.setPlainText, self._fail
            )
        else:
            self._draw()

    def _reveal(self) -> None:
        """Bring all of it into sight, with what is said of it and its buttons."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, KeepInView):
            around = around.parentWidget()
        if around is not None:
            around.reveal(self)

    def _draw(self) -> None:
        shown, data, page = self._shown, self._data, self._page
        if shown is None:
            return
        ratio = self.devicePixelRatioF()
        room = self.view.viewport().width() - SPACE.large
        width = max(round(room * ZOOMS[self._zoom] * ratio), 1)
        self._work.submit(
            self,
            lambda: self._files.page(shown.media_type, data, page, width),
            lambda image: self._drawn(shown, page, image, ratio),
            self._fail,
        )
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(ZOOMS) - 1)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < shown.pages - 1)

    def _drawn(self, shown: Attachment, page: int, image: QImage, ratio: float) -> None:
        if shown is not self._shown or page != self._page:
            return
        image.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(QPixmap.fromImage(image))
        where = f"Page {page + 1} of {shown.pages}" if shown.pages else ""
        self.at.setText(where)
        title = self.heading.text()
        what = f"{title}, {where.lower()}" if where else f"{title}, {file_words(shown)}"
        self.sheet.setAccessibleName(what)
        self.view.setAccessibleName(what)
        announce(self, what)

    def _fail(self, problem: ProblemForPerson) -> None:
        self.close_file()
        self.failed.emit(problem)

    def _add_parts(self) -> None:
        self.before = Button("Previous page", does=lambda: self.turn(-1))
        self.after = Button("Next page", does=lambda: self.turn(1))
        self.smaller = Button("Smaller", "quiet", does=lambda: self.zoom(-1))
        self.larger = Button("Larger", "quiet", does=lambda: self.zoom(1))
        self.shut = Button("Close the file", "quiet", does=self.close_file)
        buttons = Flow()
        for part in (self.before, self.after, self.at, self.smaller, self.larger, self.shut):
            buttons.addWidget(part)
        self.add(self.heading, self.about, buttons, self._kinds, self.hint)
