"""What a second copy of the program shows when the first one does not answer. Opens no vault."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ffd_desktop.adapters.only_one import Answer, OnlyOne
from ui.style.apply import style_now
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import beside
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

LOOK_MS = 250
_SIZE = (640, 360)


class Second(QWidget):
    """Says that the program runs already, and goes by itself once that has changed.

    Signals:
        over: Nothing is to be said any more; carries how it ended (``Answer``).
    """

    over = Signal(object)

    def __init__(self, only: OnlyOne) -> None:
        super().__init__()
        self._only = only
        self.setWindowTitle("FFD Desktop")
        room = self.screen().availableSize()
        self.resize(QSize(*map(style_now().pixels, _SIZE)).boundedTo(room))
        self.close_button = Button("Close", "primary", does=self.close, says="Close this message")
        page = Page(widest=560, middle=True)
        page.add(
            Words("FFD Desktop is already open", Kind.TITLE),
            Words("Its window was asked to come to the front, and does not answer yet."),
            Words(
                "Look for it in the task bar. It may be busy: wait a minute. This message goes by "
                "itself as soon as it answers, or starts the program here as soon as the other "
                "one has ended."
            ),
            Words(
                "If it never answers, restart the computer. Everything it showed as saved is safe."
            ),
            beside(self.close_button),
        )
        column(self).addWidget(page)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Show it, and look again and again how things stand."""
        self.show()
        self.activateWindow()
        give_focus(self.close_button)
        self._timer.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be content with what was said."""
        super().closeEvent(event)
        self._end(Answer.SILENT)

    def _look(self) -> None:
        answer = self._only.look()
        if answer is not Answer.SILENT:
            self._end(answer)

    def _end(self, answer: Answer) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.over.emit(answer)


def may_start(only: OnlyOne, application: QApplication) -> bool:
    """Tell the person that the program runs already; true when it has ended meanwhile."""
    answers: list[Answer] = []
    second = Second(only)
    second.over.connect(answers.append)
    second.over.connect(application.quit)
    second.begin()
    application.exec()
    second.hide()
    second.deleteLater()
    return answers == [Answer.GONE]
