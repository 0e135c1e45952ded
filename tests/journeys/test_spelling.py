"""Spelling in the real window: a slip is marked, put right by keys, and nothing of it leaves."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ffd_desktop.app import fictional
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import SHIFT, Key, Walker
from ui.widgets.growing_text import GrowingText

WHAT = "What happened"


def box() -> GrowingText:
    found = QApplication.focusWidget()
    assert isinstance(found, GrowingText)
    return found


def lines() -> list[str]:
    menu = QApplication.activePopupWidget()
    return [one.text() for one in menu.actions()] if isinstance(menu, QMenu) else []


def is_marked(word: str) -> bool:
    marks = box().misspelt
    return marks is not None and word in marks.marked()


@pytest.mark.slow
def test_a_slip_is_put_right_and_a_word_is_kept_through_a_lock(
    inside: tuple[House, Walker],
) -> None:
    _, walker = inside
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    walker.tab_to(WHAT).ctrl(Key.Key_A).type("She did recieve a Quorbl at school. ")
    walker.until(lambda: is_marked("recieve") and is_marked("Quorbl"), "nothing was marked")
    walker.ctrl(Key.Key_Home).press(Key.Key_F7)
    walker.until(lambda: box().textCursor().selectedText() == "recieve", "F7 chose nothing")
    walker.press(Key.Key_F10, SHIFT)
    walker.until(lambda: lines()[:1] == ["receive"], "no other spelling came")
    QTest.keyClick(menu(), Key.Key_Return)
    walker.until(lambda: box().text().startswith("She did receive"), "it was not put right")
    walker.press(Key.Key_F7)
    walker.until(lambda: box().textCursor().selectedText() == "Quorbl", "F7 chose nothing")
    walker.press(Key.Key_F10, SHIFT)
    walker.until(lambda: "Leave it in this draft" in lines(), "no menu came")
    next(one for one in menu().actions() if one.text() == "Leave it in this draft").trigger()
    menu().close()
    walker.until(lambda: not is_marked("Quorbl"), "it is still marked")
    steps.is_saved(walker)
    walker.press(Key.Key_F10, SHIFT).ctrl(Key.Key_L)
    walker.reads("FFD Desktop is locked").reads_no("Quorbl")
    assert lines() == []
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.until(lambda: isinstance(QApplication.focusWidget(), GrowingText), "no caret came back")
    walker.ctrl(Key.Key_End).type(" teh end")
    walker.until(lambda: is_marked("teh"), "nothing was marked")
    assert not is_marked("Quorbl")


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found
