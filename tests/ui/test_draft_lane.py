"""The draft screen on the real lane: words are kept on another thread before it says so."""

import threading

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.draft_kit import DISK_FULL, WHAT, make_screen
from ui.background import make_lanes
from ui.widgets.saved_mark import Mark


@pytest.fixture
def screen(qtbot):
    bugs = []
    lanes = make_lanes(on_bug=bugs.append)
    made = make_screen(path=WHAT)
    made.presenter.saver._lane = made.presenter._lane = lanes.vault
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.entered()
    yield made
    lanes.close()
    assert bugs == []


def test_words_typed_are_kept_by_another_thread_and_then_said_to_be(screen, qtbot):
    threads = []
    save = screen.desk.save

    def watched(*args, **options):
        threads.append(threading.current_thread())
        return save(*args, **options)

    screen.desk.save = watched
    QTest.keyClicks(QApplication.focusWidget(), "zebra")
    screen.clock.seconds += 1
    qtbot.waitUntil(lambda: screen.header.saved.mark is Mark.SAVED)
    assert "zebra" in screen.desk.kept.concern.what_happened
    assert threads
    assert threading.main_thread() not in threads


def test_leaving_waits_for_the_other_thread(screen, qtbot):
    QTest.keyClicks(QApplication.focusWidget(), "zebra")
    left = []
    screen.leave(lambda: left.append(screen.desk.kept.concern.what_happened))
    assert left == []
    qtbot.waitUntil(lambda: bool(left))
    assert "zebra" in left[0]


def test_a_full_disk_keeps_the_way_out_shut_until_there_is_room(screen, qtbot):
    screen.desk.trouble = DISK_FULL
    QTest.keyClicks(QApplication.focusWidget(), "zebra")
    left = []
    with qtbot.waitSignal(screen.not_left) as told:
        screen.leave(lambda: left.append(1))
    assert told.args == [DISK_FULL]
    assert left == []
    screen.desk.trouble = None
    screen.not_saved.action.click()
    qtbot.waitUntil(lambda: left == [1])
    assert "zebra" in screen.desk.kept.concern.what_happened
