"""What a second copy says, and how the first hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ffd_desktop.adapters.only_one import WANTED, Answer, OnlyOne
from ui.shell.doorbell import Doorbell, come_to_front
from ui.shell.second import Second

WAIT = 20_000


@pytest.fixture
def first(tmp_path: Path) -> Iterator[OnlyOne]:
    """The first copy's lock; within one process, too, another one is not given."""
    only = OnlyOne(tmp_path / "one")
    assert only.claim()
    yield only
    only.release()


@pytest.fixture
def second(qtbot, first: OnlyOne) -> Iterator[Second]:
    """The message, asked for while the first does not answer."""
    only = OnlyOne(first.folder)
    assert only.ask(patience_s=0) is Answer.SILENT
    shown = Second(only)
    qtbot.addWidget(shown)
    shown.begin()
    yield shown
    only.release()


def test_it_says_what_is_so_and_what_to_do(second: Second) -> None:
    words = " ".join(label.text() for label in second.findChildren(QLabel))
    assert "already open" in words
    assert "task bar" in words
    assert "Everything it showed as saved is safe" in words
    assert second.focusWidget() is second.close_button


def test_it_goes_when_the_first_came_to_the_front(first: OnlyOne, second: Second, qtbot) -> None:
    with qtbot.waitSignal(second.over, timeout=WAIT) as ended:
        first.answer()
    assert ended.args == [Answer.CAME]


def test_it_makes_way_for_the_program_when_the_first_has_ended(
    first: OnlyOne, second: Second, qtbot
) -> None:
    with qtbot.waitSignal(second.over, timeout=WAIT) as ended:
        first.release()
    assert ended.args == [Answer.GONE]


def test_it_can_be_closed_by_keyboard(second: Second, qtbot) -> None:
    with qtbot.waitSignal(second.over, timeout=WAIT) as ended:
        qtbot.keyClick(second.close_button, Qt.Key.Key_Space)
    assert ended.args == [Answer.SILENT]


@pytest.mark.parametrize("is_watched", [True, False])
def test_a_window_that_was_put_away_comes_back_and_then_answers(
    first: OnlyOne, qtbot, is_watched: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bell = Doorbell(first, lambda: come_to_front(window), window)
    if not is_watched:
        bell.watch_no_more()
    (first.folder / WANTED).touch()
    qtbot.waitUntil(lambda: not first.is_wanted(), timeout=WAIT)
    assert window.isVisible()
    assert not window.isMinimized()
