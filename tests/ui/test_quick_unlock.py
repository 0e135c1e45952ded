"""Unlocking with this computer's sign-in: offered, never by itself, and taken back with a shrug."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.vault import slot_keys, trouble
from tests.ui import around_kit as kit
from tests.ui.lanes import HandLane
from tests.ui.test_locked import RIGHT, Doors, shown, type_in
from ui.screens.locked.screen import LockedScreen

NAME = "Rhiannon Tanglewood"
FAILURES = [
    ("fails", slot_keys.silent()),
    ("fails", slot_keys.empty()),
    ("refuses", trouble.wrong_slot_key()),
]


def offering(qtbot, *names: str, **more) -> LockedScreen:
    """Give a locked screen that has found out whom it may let in."""
    quick = kit.FakeQuick(*names)
    locked = shown(qtbot, Doors(), **{"quick": quick, **more})
    locked._quick.look()
    return locked


def test_it_is_offered_by_name_and_waits_to_be_asked(qtbot):
    asked = HandLane()
    locked = offering(qtbot, NAME, keyring_lane=asked)
    assert [button.text() for button in locked.quick.buttons] == [f"Unlock as {NAME}"]
    assert locked.quick.isVisible()
    assert asked.jobs == []


def test_offering_it_leaves_the_caret_where_the_passphrase_is_typed(qtbot):
    locked = offering(qtbot, NAME)
    assert QApplication.focusWidget() is locked.passphrase.line


def test_with_nobody_to_offer_there_is_no_trace_of_it(qtbot):
    assert not offering(qtbot).quick.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_it_opens_by_keys_alone(qtbot, key):
    locked = offering(qtbot, NAME, "Nnamdi Kaya")
    button = locked.quick.buttons[1]
    button.setFocus()
    with qtbot.waitSignal(locked.opened) as opened:
        qtbot.keyClick(button, key)
    assert opened.args == ["desk of Nnamdi Kaya"]


@pytest.mark.parametrize(("where", "problem"), FAILURES)
def test_a_keyring_that_fails_takes_the_offer_back_with_one_sentence(qtbot, where, problem):
    quick = kit.FakeQuick(NAME)
    locked = offering(qtbot, quick=quick)
    setattr(quick, where, problem)
    qtbot.keyClick(locked.quick.buttons[0], Qt.Key.Key_Return)
    assert locked.quick.buttons == []
    assert locked.quick.said.text().endswith("Type your passphrase.")
    assert not locked.banner.isVisible()
    assert QApplication.focusWidget() is locked.passphrase.line
    with qtbot.waitSignal(locked.opened):
        type_in(qtbot, RIGHT)


def test_another_trouble_with_the_vault_is_told_as_ever(qtbot):
    quick = kit.FakeQuick(NAME)
    locked = offering(qtbot, quick=quick)
    quick.refuses = trouble.keys_damaged()
    qtbot.keyClick(locked.quick.buttons[0], Qt.Key.Key_Return)
    assert "keys file are damaged" in locked.banner.spoken()


def test_while_the_keyring_is_asked_the_passphrase_can_be_typed_and_opens(qtbot):
    asked = HandLane()
    locked = offering(qtbot, NAME, keyring_lane=asked)
    qtbot.keyClick(locked.quick.buttons[0], Qt.Key.Key_Return)
    assert "Asking" in locked.quick.said.text()
    assert QApplication.focusWidget() is locked.passphrase.line
    with qtbot.waitSignal(locked.opened) as opened:
        type_in(qtbot, RIGHT)
    assert opened.args == ["desk"]


def test_an_answer_that_comes_after_a_passphrase_was_tried_opens_nothing(qtbot):
    asked = HandLane()
    locked = offering(qtbot, NAME, keyring_lane=asked)
    qtbot.keyClick(locked.quick.buttons[0], Qt.Key.Key_Return)
    type_in(qtbot, "not the right one")
    with qtbot.assertNotEmitted(locked.opened):
        asked.run()
    assert locked.quick.buttons[0].isEnabled()


def test_a_second_press_asks_nothing_more(qtbot):
    asked = HandLane()
    locked = offering(qtbot, NAME, keyring_lane=asked)
    for _ in range(2):
        qtbot.keyClick(locked.quick.buttons[0], Qt.Key.Key_Return)
    assert len(asked.jobs) == 1


def test_every_control_of_the_locked_screen_has_a_name(qtbot):
    kit.assert_all_named(offering(qtbot, NAME))
