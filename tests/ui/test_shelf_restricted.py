"""Restricted referrals on the shelf: chosen by keyboard; others see that they exist, no more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.session import Batch
from ffd_desktop.referral.commenting import commenting
from ffd_desktop.referral.comments import Author
from ffd_desktop.referral.edits import replay
from tests.ui import around_kit as kit
from ui.destinations import ToSettings
from ui.screens.shelf.model import RowRole
from ui.screens.shelf.screen import ShelfScreen

FORMS = {("worcestershire", "csc"): "Social care referral"}


@pytest.fixture
def desk() -> Desk:
    made = kit.desk()
    kit.start(made, "Lowri", "Kaya")
    return made


def shown(qtbot, desk: Desk) -> ShelfScreen:
    screen = ShelfScreen(
        desk=desk,
        lane=kit.PromptLane(),
        clock=kit.HandClock(),
        forms=FORMS,
        whom=kit.whom,
        follows=kit.follows(desk),
    )
    return kit.show(qtbot, screen)


def looked_at_by(desk: Desk, person: str) -> None:
    """Let another person sit down at the same shelf."""
    desk._referrals.viewer = person


def restricted(desk: Desk, *people: str) -> str:
    (row,) = desk.shelf()
    desk.restrict(row.id, people, screen="test")
    return row.id


def words_on(screen: ShelfScreen) -> str:
    model = screen.view.table.rows
    cells = [
        str(model.data(model.index(row, column), role))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    ]
    rows = [model.data(model.index(row, 0), RowRole) for row in range(model.rowCount())]
    labels = [label.text() for label in screen.findChildren(QLabel)]
    return " ".join((*cells, *(row.beneath for row in rows), *labels))


def press(qtbot, key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_it_is_restricted_by_keys_alone(qtbot, desk):
    screen = shown(qtbot, desk)
    qtbot.keyClick(screen.view.action_bar.readers, Qt.Key.Key_Return)
    panel = screen.view.readers_panel
    assert QApplication.focusWidget() is panel.everybody
    press(qtbot, Qt.Key.Key_Down)
    assert panel.only.isChecked()
    assert not panel.ticks["rhiannon"].isEnabled()
    panel.ticks["idris"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClick(panel.keep, Qt.Key.Key_Return)
    (row,) = desk.shelf()
    assert row.readers == ("idris", "rhiannon")
    assert not panel.isVisible()
    assert "Restricted" in words_on(screen)
    assert "Kept" in screen.banner.spoken()


def test_everybody_can_be_let_in_again(qtbot, desk):
    restricted(desk, "rhiannon")
    screen = shown(qtbot, desk)
    qtbot.keyClick(screen.view.action_bar.readers, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.view.readers_panel.only
    press(qtbot, Qt.Key.Key_Up)
    qtbot.keyClick(screen.view.readers_panel.keep, Qt.Key.Key_Return)
    assert desk.shelf()[0].readers == ()


def test_escape_leaves_it_as_it_is(qtbot, desk):
    screen = shown(qtbot, desk)
    qtbot.keyClick(screen.view.action_bar.readers, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Escape)
    assert not screen.view.readers_panel.isVisible()
    assert desk.shelf()[0].readers == ()
    assert QApplication.focusWidget() is screen.view.table


def test_others_read_whom_to_ask_and_no_name_of_a_child(qtbot, desk):
    restricted(desk, "rhiannon")
    looked_at_by(desk, "idris")
    screen = shown(qtbot, desk)
    words = words_on(screen)
    assert "Restricted: ask Rhiannon Tanglewood" in words
    assert "FFD-2026-0001" in words
    assert "Lowri" not in words
    assert "Kaya" not in words
    assert "Social care referral" not in words


def test_others_open_copy_and_destroy_nothing(qtbot, desk):
    restricted(desk, "rhiannon")
    looked_at_by(desk, "idris")
    screen = shown(qtbot, desk)
    left = []
    screen.go.connect(left.append)
    screen.view.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert "restricted to some of the staff" in screen.banner.spoken()
    press(qtbot, Qt.Key.Key_Delete)
    assert not screen.view.destroy_panel.isVisible()
    bar = screen.view.action_bar
    assert not any(one.isEnabled() for one in (bar.open, bar.copy, bar.archive, bar.readers))
    assert not bar.destroy_button.isEnabled()
    assert left == []


def test_what_only_somebody_who_left_may_read_says_what_opens_it(qtbot, desk):
    restricted(desk, "somebody-who-left")
    desk._referrals._kept[desk.shelf()[0].id].readers = ("somebody-who-left",)
    looked_at_by(desk, "idris")
    assert "the recovery code opens it" in words_on(shown(qtbot, desk))


def test_whoever_gave_no_details_yet_is_asked_quietly(qtbot, desk):
    screen = shown(qtbot, desk)
    assert not screen.view.you.isVisible()
    desk.settings.put("staff_details/rhiannon", None)
    screen = shown(qtbot, desk)
    assert screen.view.you.isVisible()
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.view.you.link, Qt.Key.Key_Return)
    assert left.args == [ToSettings()]


def test_every_control_of_the_panel_has_a_name(qtbot, desk):
    screen = shown(qtbot, desk)
    qtbot.keyClick(screen.view.action_bar.readers, Qt.Key.Key_Return)
    kit.assert_all_named(screen)


def test_who_was_marked_before_a_lock_is_marked_again(qtbot, desk):
    screen = shown(qtbot, desk)
    qtbot.keyClick(screen.view.action_bar.readers, Qt.Key.Key_Return)
    screen.view.readers_panel.only.setChecked(True)
    screen.view.readers_panel.ticks["idris"].setChecked(True)
    typed = screen.half_typed()
    again = shown(qtbot, desk)
    again.put_back(typed)
    panel = again.view.readers_panel
    assert panel.isVisible()
    assert panel.only.isChecked()
    assert QApplication.focusWidget() is panel.only
    assert panel.ticks["idris"].isChecked()
    assert again.half_typed() == typed
    (row,) = desk.shelf()
    assert row.readers == ()


def commented(desk: Desk) -> None:
    """Let Ben comment on the one draft."""
    (row,) = desk.shelf()
    referral = desk.open(row.id).referral
    ben = Author("Ben Quarrystone", "ben", "2026-11-20T10:00:00.000+00:00")
    edit = commenting(referral, "", "Who saw it?", ben)
    desk.save(row.id, Batch((edit,), replay(referral, [edit])), screen="test")


def test_a_new_comment_of_a_colleague_is_told_on_the_row(qtbot, desk):
    commented(desk)
    assert words_on(shown(qtbot, desk)).count("1 new comment by Ben Quarrystone") == 2


def test_whoever_may_not_read_it_is_told_of_no_comment(qtbot, desk):
    commented(desk)
    restricted(desk, "rhiannon")
    looked_at_by(desk, "idris")
    assert "Ben Quarrystone" not in words_on(shown(qtbot, desk))
