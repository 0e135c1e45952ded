"""Walks the real window as a person without a mouse does: keys go to the window with the focus.

Reads what is shown and where the focus is; never calls a widget of the program to act on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

WAIT_MS = 20_000
TURN_MS = 5
REST_MS = 400
MOST_STOPS = 400
MOST_ROWS = 200
MOST_COLUMNS = 8
MOST_CHOICES = 12
MOST_LINES = 4
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Walker:
    """A person at the keyboard of one window."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.keys = 0
        self.typed = ""

    # ---- keys -------------------------------------------------------------------------------

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, *, times: int = 1) -> Walker:
        """Press a key, with what is held down meanwhile."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self._place(), key, held)
            QApplication.processEvents()
        return self

    def ctrl(self, key: Qt.Key) -> Walker:
        """Press a key with Control."""
        return self.press(key, CTRL)

    def enter(self) -> Walker:
        """Press Enter."""
        return self.press(Key.Key_Return)

    def space(self) -> Walker:
        """Press the space bar: a button, a box to tick."""
        return self.press(Key.Key_Space)

    def type(self, text: str) -> Walker:
        """Type text, letter by letter, as a keyboard with every letter on it sends it."""
        self.typed += text
        for letter in text:
            if letter == "\n":
                self.enter()
                continue
            self.keys += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._reader(), QKeyEvent(kind, 0, NONE, letter))
        QApplication.processEvents()
        return self

    def paste(self, text: str) -> Walker:
        """Paste text that was copied elsewhere."""
        QGuiApplication.clipboard().setText(text)
        return self.ctrl(Key.Key_V)

    # ---- going about ------------------------------------------------------------------------

    def tab_to(self, name: str, *, back: bool = False) -> Walker:
        """Press Tab until what is named has the focus; fails when Tab never comes there."""
        met: list[str] = []
        for _ in range(MOST_STOPS):
            if self._is_at(name):
                return self
            met.append(self.at())
            key = Key.Key_Backtab if back else Key.Key_Tab
            self.press(key, SHIFT if back else NONE)
        raise AssertionError(f"Tab never comes to {name!r}; it came to {_short(met)}")

    def push(self, name: str) -> Walker:
        """Go to a button by Tab and press it."""
        return self.tab_to(name).space()

    def choose(self, name: str, *, about: str = "") -> Walker:
        """Mark one of several choices: Tab to their group, arrows within it, Space.

        ``about`` is the question, for choices such as "Yes" that stand under many.
        """
        for _ in range(MOST_STOPS):
            if self._is_about(about) and self._arrow_to(name):
                return self.space()
            self.press(Key.Key_Tab)
        raise AssertionError(f"Neither Tab nor an arrow comes to {name!r}")

    def row_to(self, words: str) -> Walker:
        """Go down, then up, the list that has the focus until the marked row holds the words."""
        for key in (Key.Key_Down, Key.Key_Up):
            for _ in range(MOST_ROWS):
                if words in self.row():
                    return self
                before = self.row()
                self.press(key)
                if self.row() == before:
                    break
        raise AssertionError(f"No arrow comes to the row {words!r}")

    def row(self) -> str:
        """Say which row of the list with the focus is marked."""
        view = QApplication.focusWidget()
        return str(view.currentIndex().data() or "") if isinstance(view, QAbstractItemView) else ""

    def fill(self, name: str, text: str) -> Walker:
        """Go to a box by Tab and type over what it holds."""
        return self.tab_to(name).ctrl(Key.Key_A).type(text)

    # ---- reading ----------------------------------------------------------------------------

    def at(self) -> str:
        """Say where the focus is, as a screen reader would."""
        focus = QApplication.focusWidget()
        return name_of(focus) if focus is not None else ""

    def described(self) -> str:
        """Give what a screen reader adds to the name of what has the focus."""
        focus = QApplication.focusWidget()
        return focus.accessibleDescription() if focus is not None else ""

    def shown(self) -> str:
        """Give every word that is shown, in whatever window is in front."""
        words = (one.strip() for one in words_in(self._front()))
        return "\n".join(dict.fromkeys(one for one in words if one))

    def reads(self, *texts: str) -> Walker:
        """Wait until each text is shown."""
        for text in texts:
            self.until(partial(self._is_shown, text), f"{text!r} is not shown")
        return self

    def reads_no(self, text: str) -> Walker:
        """Wait until a text is not shown any more."""
        return self.until(lambda: text not in self.shown(), f"{text!r} is still shown")

    def stands_at(self, name: str) -> Walker:
        """Wait until what is named has the focus."""
        return self.until(lambda: self._is_at(name), f"the focus is not at {name!r}")

    def until(self, fact: Callable[[], bool], otherwise: str) -> Walker:
        """Wait until a fact holds."""

        patience = QDeadlineTimer(WAIT_MS)
        while not fact():
            if patience.hasExpired():
                said = f"{otherwise}. Focus: {self.at()!r}. Shown:\n{self.shown()}"
                raise AssertionError(said)
            QTest.qWait(TURN_MS)
        return self

    def stops(self) -> Iterator[QWidget]:
        """Give every widget that Tab comes to in the window, once around."""
        seen: list[QObject] = []
        for _ in range(MOST_STOPS):
            focus = QApplication.focusWidget()
            if focus is None or focus in seen:
                return
            seen.append(focus)
            yield focus
            self.press(Key.Key_Tab)

    def is_in_dialog(self) -> bool:
        """Say whether a dialog is in front of the window."""
        return QApplication.activeModalWidget() is not None

    def rests(self) -> Walker:
        """Wait until nothing on the screen moves any more: what was due a moment later came."""
        before, now = QImage(), self.window.grab().toImage()
        while before != now:
            QTest.qWait(REST_MS)
            before, now = now, self.window.grab().toImage()
        return self

    def comes_back(self) -> Walker:
        """Wait until the window is active again after a dialog, as a window manager makes it."""
        self.until(lambda: not self.is_in_dialog(), "the dialog did not go")
        return self.comes_forward()

    def comes_forward(self) -> Walker:
        """Make the window the one that keys go to."""
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window, WAIT_MS), "the window was not activated"
        return self

    # ---- inside -----------------------------------------------------------------------------

    def _is_shown(self, text: str) -> bool:
        return text in self.shown()

    def _is_at(self, name: str) -> bool:
        return _is_called(name, self.at())

    def _is_about(self, question: str) -> bool:
        return QApplication.focusWidget() is not None and self.described().startswith(question)

    def _arrow_to(self, name: str) -> bool:
        start = QApplication.focusWidget()
        if not isinstance(start, QRadioButton):
            return self._is_at(name)
        if not any(_is_called(name, name_of(one)) for one in _choices_with(start)):
            return False  # an arrow would change what is chosen there
        for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up) * MOST_LINES:
            for _ in range(MOST_CHOICES):
                before = QApplication.focusWidget()
                if self._is_at(name):
                    return True
                self.press(key)
                if QApplication.focusWidget() is before:
                    break
        return False

    def _front(self) -> QWidget:
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return popup or self.window

    def _reader(self) -> QWidget:
        """Give what a letter goes to: a list that dropped down, else what has the focus."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def _place(self) -> QWindow:
        """Give the window that keys go to; it passes them on to a list that dropped down."""
        front = QApplication.activeModalWidget() or self.window
        handle = front.windowHandle()
        assert handle is not None
        return handle


def _is_called(name: str, here: str) -> bool:
    return here == name or here.startswith((f"{name},", f"{name} ("))


def _choices_with(radio: QRadioButton) -> list[QAbstractButton]:
    """Give the choices that arrows go through from one of them."""
    if radio.group() is not None:
        return radio.group().buttons()
    parent = radio.parentWidget()
    return list(parent.findChildren(QRadioButton)) if parent is not None else [radio]


def name_of(widget: QWidget) -> str:
    """Give the name of a widget for assistive technology."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face is not None else ""


def role_of(widget: QWidget) -> QAccessible.Role:
    """Give the role of a widget for assistive technology."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.role() if face is not None else QAccessible.Role.NoRole


def words_in(window: QWidget) -> Iterator[str]:
    """Give the words that a window shows: labels, buttons, boxes, rows."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            yield from _words_of(widget)


def _words_of(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text().replace("&", "")
            yield widget.accessibleName()
        case QLineEdit():
            yield widget.displayText()
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            for row in range(MOST_ROWS):
                for column in range(MOST_COLUMNS):
                    if model.hasIndex(row, column):
                        yield str(model.index(row, column).data() or "")
        case _:
            yield widget.accessibleName()


def _short(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))
