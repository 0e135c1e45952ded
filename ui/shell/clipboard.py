"""Knows whether the clipboard still holds words of this window, and clears it only then.

Keeps no words: a keyed digest, whose key lives in this object alone. Pasting is never touched.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Mode = QClipboard.Mode
# Qt's clipboard on these platforms answers "not ours" to everything.
_CANNOT_SAY = ("cocoa", "offscreen")
MODES = (Mode.Clipboard, Mode.Selection)
# What asks others to keep no copy: the history of KDE; the history, the cloud and the monitors
# of Windows (each a number of 32 bits). Systems that do not know one pass it over.
_KDE = "x-kde-passwordManagerHint"
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
MARKS = {
    _KDE: b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\1\0\0\0",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
}


class OwnClipboard(QObject):
    """What was copied, cut or marked in this window, wherever in it that was done."""

    def __init__(self, clipboard: QClipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._key = secrets.token_bytes(32)
        self._ours: dict[Mode, bytes] = {}
        clipboard.changed.connect(self._on_changed)

    def put(self, words: str) -> None:
        """Put words of this window on the clipboard, marked as such; none clears what is ours."""
        if not words:
            self.clear_ours()
            return
        self._ours[Mode.Clipboard] = self._digest(words)
        self._clipboard.setMimeData(_marked(words), Mode.Clipboard)

    def clear_ours(self) -> None:
        """Clear what still holds our words; leave alone what holds another program's."""
        for mode, digest in list(self._ours.items()):
            if hmac.compare_digest(digest, self._digest(self._clipboard.text(mode))):
                self._clipboard.clear(mode)
        self._ours.clear()

    def _on_changed(self, mode: Mode) -> None:
        """Remember and mark words of ours; another program's are not even read."""
        if mode not in MODES or not self._owns(mode):
            return
        held = self._clipboard.mimeData(mode)
        if held is None or not held.text() or held.hasFormat(_KDE):
            return
        words = held.text()
        self._ours[mode] = self._digest(words)
        self._clipboard.setMimeData(_marked(words), mode)

    def _owns(self, mode: Mode) -> bool:
        clipboard = self._clipboard
        if QGuiApplication.platformName() in _CANNOT_SAY:
            marked = _marked_words(QApplication.focusWidget())
            return bool(marked) and marked == clipboard.text(mode)
        return clipboard.ownsSelection() if mode is Mode.Selection else clipboard.ownsClipboard()

    def _digest(self, words: str) -> bytes:
        return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), key=self._key).digest()


def _marked_words(widget: QWidget | None) -> str:
    """Give what is marked in a widget: a cut or a copy is told of while it still is."""
    match widget:
        case QLineEdit() | QLabel():
            return widget.selectedText()
        case QPlainTextEdit() | QTextEdit():
            return widget.textCursor().selection().toPlainText()
        case _:
            return ""


def _marked(words: str) -> QMimeData:
    made = QMimeData()
    made.setText(words)
    for name, value in MARKS.items():
        made.setData(name, value)
    return made
