"""The board: what is due stands by its day, leads to its answer, and has words to ask for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.following.waiting import When
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.edits import put
from tests.ui import around_kit as kit
from ui.destinations import ToAfter, ToBoard, ToShelf
from ui.screens.board.screen import BoardScreen
from ui.screens.shelf.screen import ShelfScreen


@pytest.fixture
def clock() -> kit.HandClock:
    return kit.HandClock()


@pytest.fixture
def desk(clock) -> Desk:
    made = kit.desk(clock=clock)
    for first, sent in (("Amélie", "16 November 2026"), ("Tadhg", "19 November 2026")):
        write(made, kit.start(made, first, "Wiśniewska").id, "after.sent_on", sent, clock)
    kit.start(made, "Lowri", "Kaya")
    return made


def write(desk: Desk, referral_id: str, path: str, words: str, clock) -> None:
    session = DraftSession(desk.open(referral_id).referral, monotonic=clock.monotonic)
    session.apply(put(path, read_date(words, today=clock.now().date())))
    batch = session.take_unsaved()
    assert batch is not None
    desk.save(referral_id, batch, screen="test")


@pytest.fixture
def screen(qtbot, desk) -> BoardScreen:
    made = BoardScreen(follows=kit.follows(desk), lane=kit.PromptLane(), whom=kit.whom)
    return kit.show(qtbot, made)


def test_what_is_overdue_stands_before_what_is_due_today(screen):
    assert [card.line.of.children for card in screen.cards] == [
        ("Amélie Wiśniewska",), ("Tadhg Wiśniewska",),
    ]  # fmt: skip
    assert screen.counts.text() == "1 overdue, 1 due today."
    assert QApplication.focusWidget() is screen.cards[0].link


def test_a_line_leads_to_the_answer_that_ends_the_waiting(qtbot, screen):
    card = screen.cards[0]
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(card.link, Qt.Key.Key_Return)
    assert left.args == [ToAfter(card.line.of.id, path="after.decided_on")]


def test_words_to_ask_are_shown_copied_and_name_nobody(qtbot, screen):
    card = screen.cards[0]
    assert card.text.isHidden()
    qtbot.mouseClick(card.ask, Qt.MouseButton.LeftButton)
    words = card.text.text()
    assert "16 November 2026" in words
    assert "Amélie" not in words
    qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().strip() == words.strip()


def test_after_a_lock_the_words_to_ask_are_open_again(qtbot, screen, desk):
    assert screen.half_typed() == {}
    screen.cards[1].ask.click()
    typed = screen.half_typed()
    again = BoardScreen(follows=kit.follows(desk), lane=kit.PromptLane(), whom=kit.whom)
    again.put_back(typed)
    kit.show(qtbot, again)
    assert [card.text.isVisible() for card in again.cards] == [False, True]


def test_an_empty_board_explains_itself(qtbot, clock):
    empty = kit.desk(clock=clock)
    made = BoardScreen(follows=kit.follows(empty), lane=kit.PromptLane(), whom=kit.whom)
    screen = kit.show(qtbot, made)
    assert screen.nothing.isVisible()
    with qtbot.waitSignal(screen.go) as left:
        screen.back.click()
    assert left.args == [ToShelf()]


def test_the_shelf_says_how_much_is_due_and_leads_there(qtbot, desk, clock):
    screen = kit.show(
        qtbot,
        ShelfScreen(
            desk=desk,
            lane=kit.PromptLane(),
            clock=clock,
            forms={},
            whom=kit.whom,
            follows=kit.follows(desk),
        ),
    )
    assert screen.view.due.accessibleName() == "What is due: 1 overdue, 1 due today"
    with qtbot.waitSignal(screen.go) as left:
        screen.view.due.click()
    assert left.args == [ToBoard()]


def test_a_draft_without_a_call_is_not_read_for_the_board(desk, clock, monkeypatch):
    kit.follows(desk).look()  # the first look into an older vault reads every draft once
    follows = kit.follows(desk)
    opened: list[str] = []
    real = desk.open
    monkeypatch.setattr(desk, "open", lambda one: (opened.append(one), real(one))[1])
    follows.look()
    assert len(opened) == 2
    follows.look()
    assert len(opened) == 2


def test_what_changes_while_the_clock_stands_is_seen(desk, clock):
    follows = kit.follows(desk)
    follows.look()
    [line] = follows.look()[When.OVERDUE]
    write(desk, line.of.id, "after.decided_on", "20 November 2026", clock)
    assert follows.look()[When.OVERDUE] == ()
