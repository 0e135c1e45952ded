"""The clipboard is cleared of our words and of nothing else; no copy of them is kept anywhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.tools import needs_tool, only_on
from ui.shell.clipboard import MARKS, OwnClipboard

WORDS = "Ada said that she was afraid to go home"


@pytest.fixture
def clipboard(qapp) -> Iterator[QClipboard]:
    held = QGuiApplication.clipboard()
    held.clear()
    yield held
    held.clear()


@pytest.fixture
def own(clipboard: QClipboard) -> Iterator[OwnClipboard]:
    parent = QObject()
    yield OwnClipboard(clipboard, parent)
    parent.deleteLater()


def shown(widget: QWidget, qtbot) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.setFocus()
    return widget


def copied_from_a_text(qtbot) -> None:
    box = shown(QPlainTextEdit(WORDS), qtbot)
    assert isinstance(box, QPlainTextEdit)
    box.selectAll()
    box.copy()


def cut_from_a_line(qtbot) -> None:
    line = shown(QLineEdit(WORDS), qtbot)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    line.cut()


def copied_from_a_label(qtbot) -> None:
    label = shown(QLabel(WORDS), qtbot)
    assert isinstance(label, QLabel)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSelection(0, len(WORDS))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("copy", [copied_from_a_text, cut_from_a_line, copied_from_a_label])
def test_our_words_are_cleared_however_they_were_copied(
    own: OwnClipboard, clipboard: QClipboard, qtbot, copy
) -> None:
    copy(qtbot)
    assert clipboard.text() == WORDS
    own.clear_ours()
    assert clipboard.text() == ""


def test_another_programs_words_are_left_alone(
    own: OwnClipboard, clipboard: QClipboard, qtbot
) -> None:
    copied_from_a_text(qtbot)
    clipboard.setText("a shopping list")
    own.clear_ours()
    assert clipboard.text() == "a shopping list"


def test_our_words_are_cleared_although_a_clipboard_manager_holds_them_now(
    own: OwnClipboard, clipboard: QClipboard, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied_from_a_text(qtbot)
    monkeypatch.setattr(own, "_owns", lambda _: False)
    clipboard.setText(WORDS)
    own.clear_ours()
    assert clipboard.text() == ""


def test_words_that_a_screen_puts_there_are_ours_and_marked(
    own: OwnClipboard, clipboard: QClipboard
) -> None:
    own.put(WORDS)
    assert clipboard.text() == WORDS
    assert clipboard.mimeData().hasFormat(next(iter(MARKS)))
    own.put("")
    assert clipboard.text() == ""
    own.put(WORDS)
    clipboard.setText("a shopping list")
    own.put("")
    assert clipboard.text() == "a shopping list"


def test_others_are_asked_to_keep_no_copy(own: OwnClipboard, clipboard: QClipboard, qtbot) -> None:
    copied_from_a_text(qtbot)
    held = clipboard.mimeData()
    for name, value in MARKS.items():
        assert held.data(name).data() == value
    copied_from_a_text(qtbot)
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")


def test_what_is_copied_can_be_pasted_again(
    own: OwnClipboard, clipboard: QClipboard, qtbot
) -> None:
    copied_from_a_text(qtbot)
    line = shown(QLineEdit(), qtbot)
    assert isinstance(line, QLineEdit)
    line.paste()
    assert line.text() == WORDS


def test_nothing_that_is_kept_holds_the_words(
    own: OwnClipboard, clipboard: QClipboard, qtbot
) -> None:
    copied_from_a_text(qtbot)
    kept = repr(vars(own))
    assert "Ada" not in kept
    assert "_ours" in kept


def test_a_picture_or_nothing_is_not_taken_for_words(
    own: OwnClipboard, clipboard: QClipboard
) -> None:
    picture = QMimeData()
    picture.setData("image/png", b"\x89PNG")
    clipboard.setMimeData(picture)
    own.clear_ours()
    assert clipboard.mimeData().hasFormat("image/png")


@only_on("Linux")
def test_on_a_real_display_the_clipboard_and_the_primary_selection_are_cleared(
    tmp_path: Path,
) -> None:
    needs_tool("Xvfb", package="xvfb")
    walk = tmp_path / "walk.py"
    walk.write_text(
        dedent(
            f"""
            import sys
            sys.path.insert(0, {str(Path(__file__).parents[2])!r})
            from PySide6.QtGui import QClipboard
            from PySide6.QtWidgets import QApplication, QPlainTextEdit
            from ui.shell.clipboard import OwnClipboard
            application = QApplication([])
            held = QApplication.clipboard()
            own = OwnClipboard(held, application)
            box = QPlainTextEdit({WORDS!r})
            box.show()
            box.selectAll()
            held.setText(box.toPlainText(), QClipboard.Mode.Selection)
            application.processEvents()
            box.copy()
            print(held.text(QClipboard.Mode.Selection))
            print(held.text())
            own.clear_ours()
            print(repr(held.text(QClipboard.Mode.Selection)))
            print(repr(held.text()))
            """
        ),
        encoding="utf-8",
    )
    said = subprocess.run(
        [needs_tool("xvfb-run", package="xvfb"), "-a", sys.executable, str(walk)],
        env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert said.stdout.splitlines() == [WORDS, WORDS, "''", "''"], said.stderr
