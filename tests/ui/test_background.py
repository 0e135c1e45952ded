"""Lanes: answers come on the window's thread, only to the living, and no thread stays behind."""

import threading

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.background import WorkerLane, make_lanes
from ui.messages import BUG_PROBLEM, LANE_CLOSED


class Desk(QObject):
    """Takes answers, and notes on which thread each came."""

    def __init__(self):
        super().__init__()
        self.done, self.failed, self.moved, self.threads = [], [], [], []

    def on_done(self, result):
        self.threads.append(threading.current_thread())
        self.done.append(result)

    def on_failed(self, problem):
        self.threads.append(threading.current_thread())
        self.failed.append(problem)

    def on_moved(self, moved):
        self.threads.append(threading.current_thread())
        self.moved.append(moved)


@pytest.fixture
def bugs():
    return []


@pytest.fixture
def lane(qapp, bugs):
    made = WorkerLane("test", on_bug=bugs.append)
    yield made
    made.close()


@pytest.fixture
def desk(qapp):
    return Desk()


def test_work_is_done_elsewhere_and_answered_on_the_window_thread(lane, desk, qtbot):
    lane.submit(desk, threading.current_thread, desk.on_done, desk.on_failed)
    qtbot.waitUntil(lambda: bool(desk.done))
    assert desk.done[0] is not threading.main_thread()
    assert desk.threads == [threading.main_thread()]


def test_jobs_are_done_in_the_order_in_which_they_were_given(lane, desk, qtbot):
    for number in range(50):
        lane.submit(desk, lambda number=number: number, desk.on_done, desk.on_failed)
    qtbot.waitUntil(lambda: len(desk.done) == 50)
    assert desk.done == list(range(50))


def test_a_problem_comes_back_as_itself(lane, desk, qtbot):
    full = ProblemForPerson("The disk is full.", "Make room.", "disk_full")

    def job():
        raise full

    lane.submit(desk, job, desk.on_done, desk.on_failed)
    qtbot.waitUntil(lambda: bool(desk.failed))
    assert desk.failed == [full]
    assert desk.threads == [threading.main_thread()]


def test_a_bug_is_kept_without_its_words_and_the_lane_goes_on(lane, desk, bugs, qtbot):
    def slip():
        secret = "Kyle Example"
        raise ValueError(secret)

    lane.submit(desk, slip, desk.on_done, desk.on_failed)
    lane.submit(desk, lambda: "next", desk.on_done, desk.on_failed)
    qtbot.waitUntil(lambda: bool(desk.done))
    assert desk.failed == [BUG_PROBLEM]
    assert bugs[0].kind == "ValueError"
    assert bugs[0].frames[-1].endswith(" slip")
    assert "Kyle" not in repr(bugs[0])


def test_a_deleted_widget_gets_no_answer(lane, desk, qapp, qtbot):
    gate = threading.Event()
    widget, late = QWidget(), []
    lane.submit(widget, gate.wait, late.append, late.append)
    widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    lane.submit(desk, lambda: "after", desk.on_done, desk.on_failed)
    qtbot.waitUntil(lambda: bool(desk.done))
    assert late == []


def test_a_forgotten_receiver_gets_no_answer(lane, desk, qtbot):
    gate, late = threading.Event(), []
    lane.submit(QObject(), gate.wait, late.append, late.append)
    gate.set()
    lane.submit(desk, lambda: "after", desk.on_done, desk.on_failed)
    qtbot.waitUntil(lambda: bool(desk.done))
    assert late == []


def test_long_work_tells_its_steps_and_can_be_stopped(lane, desk, qtbot):
    def count(progress):
        number = 0
        while not progress.is_stopped():
            number += 1
            progress.step(number, 0, f"Row {number}")
        return "stopped"

    progress = lane.submit_long(desk, count, desk.on_done, desk.on_failed, moved=desk.on_moved)
    qtbot.waitUntil(lambda: len(desk.moved) > 3)
    progress.stop()
    qtbot.waitUntil(lambda: bool(desk.done))
    assert desk.done == ["stopped"]
    assert set(desk.threads) == {threading.main_thread()}
    steps = [one.step for one in desk.moved]
    assert steps == sorted(steps)


def test_closing_finishes_what_was_given_and_ends_the_thread(desk, bugs, qtbot):
    lanes = make_lanes(on_bug=bugs.append)
    for number in range(5):
        lanes.vault.submit(desk, lambda number=number: number, desk.on_done, desk.on_failed)
    before = {one.name for one in threading.enumerate()}
    lanes.close()
    after = {one.name for one in threading.enumerate()}
    assert {name for name in before if name.startswith("vault")}
    assert not {name for name in after if name.startswith(("vault", "papers"))}
    qtbot.waitUntil(lambda: len(desk.done) == 5)


def test_a_closed_lane_answers_with_a_problem(desk, bugs, qtbot):
    lane = WorkerLane("test", on_bug=bugs.append)
    lane.close()
    lane.submit(desk, lambda: "too late", desk.on_done, desk.on_failed)
    qtbot.waitUntil(lambda: bool(desk.failed))
    assert desk.failed == [LANE_CLOSED]
    assert desk.done == []


def test_a_bound_lane_answers_its_receiver(lane, desk, qtbot):
    lane.bound_to(desk).run(lambda: 7, done=desk.on_done, failed=desk.on_failed)
    qtbot.waitUntil(lambda: bool(desk.done))
    assert desk.done == [7]


def test_another_lane_asks_and_waits_and_is_told_of_problems(qtbot, lane) -> None:
    def refuse() -> None:
        raise ProblemForPerson("It is not here.", "Look elsewhere.", "file_missing")

    assert lane.ask(lambda: 7) == 7
    with pytest.raises(ProblemForPerson) as raised:
        lane.ask(refuse)
    assert raised.value.code == "file_missing"
    lane.close()
    with pytest.raises(ProblemForPerson) as raised:
        lane.ask(lambda: 7)
    assert raised.value.code == "closing"
