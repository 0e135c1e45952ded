"""Thorough collections of memory wait for a moment in which nobody types."""

import gc
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.shell.idle import Idle
from ui.shell.tidying import ENOUGH, MIDDLING, QUIET_MS, TOO_MUCH, YOUNG, Tidying


@pytest.fixture
def tidying(qapp):
    made = Tidying(qapp, lambda: made.quiet)
    made.quiet = QUIET_MS
    gc.collect()
    made.start()
    yield made
    made.stop()
    made.deleteLater()


def pile_up(times):
    for _ in range(times):
        gc.collect(1)


def test_python_collects_nothing_of_its_own_on_any_thread(tidying):
    seen = []
    note = lambda phase, info: seen.append(info["generation"])  # noqa: E731
    gc.callbacks.append(note)
    with ThreadPoolExecutor(1) as lane:
        kept = lane.submit(lambda: [[[]] for _ in range(200_000)]).result()
    gc.callbacks.remove(note)
    assert len(kept) == 200_000
    assert seen == []


def test_what_was_made_lately_is_looked_at_soon(tidying):
    kept = [[] for _ in range(YOUNG + 100)]
    tidying.quiet = 0
    assert tidying.look() == 0
    assert len(kept) > YOUNG
    for _ in range(MIDDLING):
        gc.collect(0)
    assert tidying.look() == 1


def test_it_collects_when_enough_has_piled_up_and_nobody_types(tidying):
    pile_up(ENOUGH)
    assert tidying.look() == 2
    assert tidying.look() != 2


def test_it_waits_while_somebody_types(tidying):
    pile_up(ENOUGH)
    tidying.quiet = QUIET_MS - 1
    assert tidying.look() != 2


def test_it_does_not_wait_for_ever(tidying):
    pile_up(TOO_MUCH)
    tidying.quiet = 0
    assert tidying.look() == 2


def test_a_touch_begins_the_quiet_anew(qtbot):
    idle = Idle(QApplication.instance())
    box = QLineEdit()
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    box.activateWindow()
    qtbot.waitUntil(box.hasFocus)
    untouched = idle.quiet_ms()
    QTest.keyClick(box.windowHandle(), Qt.Key.Key_A)
    assert box.text() == "a"
    qtbot.wait(60)
    rested = idle.quiet_ms()
    QTest.mouseMove(box.windowHandle(), QPoint(3, 3))
    qtbot.waitUntil(lambda: idle.quiet_ms() < rested)
    assert 50 <= rested < untouched
    idle.deleteLater()
