"""Chips: which children an entry concerns, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.chips import ChipFace
from ui.widgets.whom_chips import WhomChips

FACES = tuple(ChipFace(f"c{n}", name) for n, name in enumerate(("Ada", "Ben", "Cai"), start=1))
REFERRED = ("c1", "c2", "c3")


@pytest.fixture
def chips(qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    made = WhomChips()
    column = QVBoxLayout(frame)
    for widget in (QLineEdit(), made, QLineEdit()):
        column.addWidget(widget)
    made.show_children(FACES, REFERRED)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    made.seen, made.frame = [], frame
    made.edited.connect(made.seen.append)
    return made


def on(chips):
    return tuple(id_ for id_, chip in chips.chips.items() if chip.isChecked())


def key(qtbot, chips, which, id_=None):
    target = chips.chips[id_] if id_ else next(c for c in chips.chips.values() if c.hasFocus())
    qtbot.keyClick(target, which)


def test_all_are_taken_in_at_the_beginning(chips):
    assert on(chips) == REFERRED
    assert chips.in_words() == "All 3 children"


def test_a_click_takes_one_out_and_the_next_takes_it_in_again(chips, qtbot):
    qtbot.mouseClick(chips.chips["c2"], Qt.MouseButton.LeftButton)
    assert on(chips) == ("c1", "c3")
    qtbot.mouseClick(chips.chips["c2"], Qt.MouseButton.LeftButton)
    assert chips.seen == [("c1", "c3"), None]


def test_the_last_one_taken_out_leaves_none_marked(chips, qtbot):
    chips.show_whom(("c1",))
    key(qtbot, chips, Qt.Key.Key_Space, "c1")
    assert chips.seen == [()]
    assert on(chips) == ()
    assert chips.in_words() == "No child yet"


def test_enter_and_control_click_choose_one_alone(chips, qtbot):
    key(qtbot, chips, Qt.Key.Key_Return, "c3")
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(chips.chips["c1"], Qt.MouseButton.LeftButton, ctrl)
    assert chips.seen == [("c3",), ("c1",)]
    assert on(chips) == ("c1",)


def test_choosing_the_same_one_again_is_no_edit(chips, qtbot):
    chips.show_whom(("c3",))
    key(qtbot, chips, Qt.Key.Key_Return, "c3")
    assert chips.seen == []


def test_the_arrows_go_from_chip_to_chip_and_tab_leaves(chips, qtbot):
    chips.take_focus()
    assert chips.chips["c1"].hasFocus()
    for which in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        key(qtbot, chips, which)
    assert chips.chips["c3"].hasFocus()
    key(qtbot, chips, Qt.Key.Key_Tab)
    assert not any(chip.hasFocus() for chip in chips.chips.values())


def test_tab_comes_back_to_the_chip_that_was_left(chips, qtbot):
    chips.chips["c2"].setFocus()
    key(qtbot, chips, Qt.Key.Key_Backtab)
    qtbot.keyClick(chips.window().focusWidget(), Qt.Key.Key_Tab)
    assert chips.chips["c2"].hasFocus()


def test_a_child_who_comes_later_is_offered_and_not_put_in(chips):
    chips.show_whom(("c1", "c2"))
    chips.show_children((*FACES, ChipFace("c4", "Dot")), (*REFERRED, "c4"))
    assert on(chips) == ("c1", "c2")
    chips.show_whom(None)
    assert on(chips) == (*REFERRED, "c4")


def test_new_names_keep_the_focus(chips):
    chips.chips["c2"].setFocus()
    chips.show_children((FACES[0], ChipFace("c2", "Benjamin"), FACES[2]), REFERRED)
    assert chips.chips["c2"].hasFocus()
    assert chips.chips["c2"].words == "Benjamin"
