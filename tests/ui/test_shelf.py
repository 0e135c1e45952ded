"""The shelf: found by keyboard alone, copied, archived, destroyed only with good reason."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ffd_desktop.app.desk import Desk
from ffd_desktop.councils.hours import whom_to_phone
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.referral.edits import put, replay
from tests.ui import around_kit as kit
from tests.ui.lanes import HandLane
from ui.destinations import ToDraft, ToNewReferral, ToRoll
from ui.screens.shelf.rows import Filter, children_words
from ui.screens.shelf.screen import ShelfScreen
from ui.when import when_words
from ui.widgets.compact_numbers import CompactNumbers
from ui.widgets.question import Question

FORMS = {("worcestershire", "csc"): "Social care referral"}


@pytest.fixture
def clock() -> kit.HandClock:
    return kit.HandClock()


@pytest.fixture
def desk(clock) -> Desk:
    made = kit.desk(clock=clock, pupils=kit.PUPILS)
    for first, family in (("Amélie", "Wiśniewska"), ("Tadhg", "O’Brannagh"), ("Lowri", "Kaya")):
        kit.start(made, first, family)
        clock.seconds += 60
    return made


def shown(qtbot, desk, clock, lane=None) -> ShelfScreen:
    screen = ShelfScreen(
        desk=desk,
        lane=lane or kit.PromptLane(),
        clock=clock,
        forms=FORMS,
        whom=kit.whom,
        follows=kit.follows(desk),
    )
    return kit.show(qtbot, screen)


@pytest.fixture
def screen(qtbot, desk, clock) -> ShelfScreen:
    return shown(qtbot, desk, clock)


def seen(screen) -> list[str]:
    model = screen.view.table.rows
    return [model.data(model.index(at, 0)) for at in range(model.rowCount())]


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_the_newest_change_stands_first(screen):
    assert seen(screen) == ["Lowri Kaya", "Tadhg O’Brannagh", "Amélie Wiśniewska"]


def test_a_referral_is_found_and_opened_by_keys_alone(qtbot, screen, desk):
    row = desk.find("tadhg")[0]
    qtbot.keyClicks(QApplication.focusWidget(), "tadhg")
    qtbot.waitUntil(lambda: seen(screen) == ["Tadhg O’Brannagh"])
    press(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.go) as left:
        press(qtbot, Qt.Key.Key_Return)
    assert left.args == [ToDraft(row.id)]


def test_enter_in_the_search_opens_the_first_found(qtbot, screen, desk):
    qtbot.keyClicks(QApplication.focusWidget(), desk.shelf()[2].reference)
    qtbot.waitUntil(lambda: len(seen(screen)) == 1)
    with qtbot.waitSignal(screen.go) as left:
        press(qtbot, Qt.Key.Key_Return)
    assert left.args == [ToDraft(desk.shelf()[2].id)]


def test_words_that_were_written_are_found(qtbot, screen, desk):
    row = desk.shelf()[0]
    edit = put("concern.what_happened", "A bruise on the forearm")
    after = replay(desk.open(row.id).referral, [edit])
    desk._referrals.append(row.id, [edit], after, by=desk.by("test"))
    qtbot.keyClicks(QApplication.focusWidget(), "forearm")
    qtbot.waitUntil(lambda: seen(screen) == ["Lowri Kaya"])


def test_the_answer_to_older_words_is_not_shown_over_newer_ones(qtbot, desk, clock):
    lane = HandLane()
    screen = shown(qtbot, desk, clock, lane)
    lane.run()
    screen._presenter.search("low")
    screen._presenter.search("lowri")
    screen._presenter.search("amélie")
    assert len(lane.jobs) == 1
    lane.run()
    assert seen(screen) == ["Amélie Wiśniewska"]


def test_nothing_found_says_where_else_to_look(qtbot, screen):
    screen._presenter.search("zzzz")
    assert not screen.view.table.isVisible()
    assert "Nothing found" in screen.view.empty.text()


def test_an_empty_shelf_explains_itself(qtbot, clock):
    screen = shown(qtbot, kit.desk(clock=clock), clock)
    assert "New referral" in screen.view.empty.text()
    assert not screen.view.action_bar.isVisible()


def test_no_drafts_is_not_taken_for_an_empty_shelf(qtbot, screen, desk):
    for row in desk.shelf():
        desk.archive(row.id, screen="test")
    screen.entered()
    assert screen.view.empty.text().startswith("No drafts.")


def test_control_n_goes_to_a_new_referral(qtbot, screen):
    with qtbot.waitSignal(screen.go) as left:
        press(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert left.args == [ToNewReferral()]


def test_a_copy_gets_a_new_reference_and_the_mark(qtbot, screen, desk):
    qtbot.keyClick(screen.view.action_bar.copy, Qt.Key.Key_Return)
    row = screen.view.table.row()
    assert len(desk.shelf()) == 4
    assert row.reference == desk.open(row.id).referral.reference == "FFD-2026-0004"


def test_archived_referrals_leave_and_come_back(qtbot, screen, desk):
    qtbot.keyClick(screen.view.action_bar.archive, Qt.Key.Key_Space)
    assert seen(screen) == ["Tadhg O’Brannagh", "Amélie Wiśniewska"]
    qtbot.keyClick(screen.view.filters.buttons[Filter.ARCHIVED], Qt.Key.Key_Space)
    assert seen(screen) == ["Lowri Kaya"]
    assert screen.view.action_bar.archive.accessibleName().startswith("Bring back")
    qtbot.keyClick(screen.view.action_bar.archive, Qt.Key.Key_Space)
    assert seen(screen) == []
    assert {row.state for row in desk.shelf()} == {DraftState.DRAFT}


def test_the_filters_count_what_is_behind_them(screen, desk):
    desk.archive(desk.shelf()[0].id, screen="test")
    screen.entered()
    names = [one.accessibleName() for one in screen.view.filters.buttons.values()]
    assert names == ["Drafts, 2", "Sealed, 0", "Archived, 1", "All, 3"]


def destroy_by_keys(qtbot, screen, *, reason: str, reference: str) -> None:
    screen.view.table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.keyClicks(QApplication.focusWidget(), reason)
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), reference)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("reason", "reference", "left"),
    [
        ("", "FFD-2026-0003", 3),
        ("   ", "FFD-2026-0003", 3),
        ("Written about the wrong child", "", 3),
        ("Written about the wrong child", "FFD-2026-0001", 3),
        ("Written about the wrong child", "ffd-2026-0003", 2),
    ],
)
def test_destroying_needs_a_reason_and_its_own_reference(
    qtbot, screen, desk, reason, reference, left
):
    destroy_by_keys(qtbot, screen, reason=reason, reference=reference)
    assert len(desk.shelf()) == left
    assert screen.view.destroy_panel.isVisible() == (left == 3)
    asked = [one.slip_words() for one in screen.view.destroy_panel.findChildren(Question)]
    assert any(asked) == (left == 3)


def test_a_lock_keeps_the_reason_and_not_that_it_was_agreed_to(qtbot, screen, desk, clock):
    destroy_by_keys(qtbot, screen, reason="Kept long enough", reference="FFD-2026-00")
    typed = screen.half_typed()
    assert "FFD-2026-00" not in typed.values()
    lane = HandLane()
    again = shown(qtbot, desk, clock, lane)
    again.put_back(typed)  # before the shelf is read, as after a lock
    assert not again.view.destroy_panel.isVisible()
    lane.run()
    panel = again.view.destroy_panel
    assert panel.isVisible()
    assert (panel.reason.text(), panel.typed.text()) == ("Kept long enough", "")
    assert "FFD-2026-0003" in panel.heading.text()
    assert again.half_typed() == typed


def test_what_was_destroyed_leaves_its_reason(qtbot, screen, desk):
    destroy_by_keys(qtbot, screen, reason="Wrong child", reference="FFD-2026-0003")
    (left,) = desk.tombstones()
    assert (left.reference, left.reason) == ("FFD-2026-0003", "Wrong child")
    assert "Lowri Kaya" not in seen(screen)


def test_escape_keeps_the_referral(qtbot, screen, desk):
    screen.view.table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert screen.view.destroy_panel.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not screen.view.destroy_panel.isVisible()
    assert len(desk.shelf()) == 3


def test_trouble_is_told_in_the_window(qtbot, screen, desk):
    gone = desk.shelf()[0]
    desk.destroy(gone.id, reason="elsewhere", screen="test")
    qtbot.keyClick(screen.view.action_bar.copy, Qt.Key.Key_Return)
    assert "It is not here" in screen.banner.spoken()


def test_the_roll_card_tells_the_roll_and_leads_to_it(qtbot, screen, clock):
    assert screen.view.roll.details.text() == "4 pupils, of 3 November 2026"
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.view.roll.link, Qt.Key.Key_Return)
    assert left.args == [ToRoll()]
    bare = shown(qtbot, kit.desk(clock=clock), clock)
    assert bare.view.roll.details.text().startswith("Not brought in yet.")


def test_hostile_names_stay_plain_text(qtbot, desk, clock):
    kit.start(desk, kit.HOSTILE, "")
    screen = shown(qtbot, desk, clock)
    assert seen(screen)[0] == kit.HOSTILE
    plain = Qt.TextFormat.PlainText
    assert all(label.textFormat() == plain for label in screen.findChildren(QLabel))


def test_no_name_of_a_child_is_in_the_title(screen):
    assert "Kaya" not in screen.title + screen.windowTitle()


def test_a_row_is_said_in_one_sentence(screen):
    model = screen.view.table.rows
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Lowri Kaya. Social care referral. Reference FFD-2026-0003. Draft. "
        "Last changed today 14:32."
    )


def test_every_control_has_a_name(screen):
    kit.assert_all_named(screen)


def test_ten_thousand_rows_make_no_widget_and_no_words_before_they_are_seen(qtbot, clock):
    screen = shown(qtbot, kit.desk(clock=clock), clock)
    before = len(screen.findChildren(QWidget))
    screen._presenter._on_found((tuple(kit.shelf_row(at) for at in range(10_000)), {}, {}, {}))
    assert screen.view.table.rows.rowCount() == 10_000
    assert len(screen.findChildren(QWidget)) == before
    assert len(screen.view.table.rows._rows._said) < 100


def test_the_table_speaks_to_assistive_technology(screen):
    face = QAccessible.queryAccessibleInterface(screen.view.table)
    assert face.text(QAccessible.Text.Name) == "Referrals on the shelf"
    assert face.role() == QAccessible.Role.Table


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=27), "today 14:03"),
        (timedelta(days=1), "yesterday 14:30"),
        (timedelta(days=4), "Monday 14:30"),
        (timedelta(days=17), "3 November"),
        (timedelta(days=600), "30 March 2025"),
    ],
)
def test_when_is_said_as_a_person_would(ago, words):
    stored = (kit.FRIDAY - ago).astimezone(UTC).isoformat()
    assert when_words(stored, kit.FRIDAY) == words


def test_a_change_before_midnight_is_yesterday_in_london():
    now = datetime(2026, 7, 2, 0, 10, tzinfo=kit.FRIDAY.tzinfo)
    assert when_words("2026-07-01T22:50:00Z", now) == "yesterday 23:50"


def test_children_are_joined_as_a_person_would():
    assert children_words(()) == "No child named yet"
    assert children_words(("Amélie Kaya",)) == "Amélie Kaya"
    assert children_words(("A", "B", "C")) == "A, B and C"


def test_the_number_of_the_moment_changes_with_the_clock(qtbot, desk, clock):
    moment = [kit.FRIDAY]
    screen = ShelfScreen(
        desk=desk,
        lane=kit.PromptLane(),
        clock=clock,
        forms=FORMS,
        whom=lambda: whom_to_phone(kit.pack(), moment[0]),
        follows=kit.follows(desk),
    )
    kit.show(qtbot, screen)

    def words() -> str:
        return " ".join(label.text() for label in screen.findChildren(QLabel))

    assert "01905 822666" in words()
    moment[0] = kit.FRIDAY + timedelta(hours=3)
    screen.findChild(CompactNumbers)._timer.timeout.emit()
    assert "01905 768020" in words()
    assert "01905 822666" not in words()
    assert "999" in words()


def test_in_a_small_window_the_reason_is_scrolled_into_view(qtbot, screen):
    screen.resize(720, 480)
    screen.view.table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not screen.view.destroy_panel.reason.visibleRegion().isEmpty())
    assert QApplication.focusWidget() is screen.view.destroy_panel.reason


@pytest.mark.parametrize("state", list(DraftState))
def test_every_state_is_behind_all_and_drafts_holds_drafts_only(state):
    assert Filter.ALL.lets_through(state)
    assert Filter.DRAFTS.lets_through(state) is (state is DraftState.DRAFT)
    assert Filter.ARCHIVED.lets_through(state) is (state is DraftState.ARCHIVED)
