"""What every editor promises, tried on each kind of field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ffd_desktop.councils.forms import FieldKind
from tests.builders.editor_fields import CASES, CONTEXT, Case
from ui.editors.base import Editor
from ui.editors.registry import make_editor
from ui.style.apply import apply_style
from ui.style.tokens import Mode
from ui.widgets.growing_text import GrowingText

pytestmark = pytest.mark.parametrize("case", CASES, ids=[one.name for one in CASES])

QWIDGETSIZE_MAX = 16_777_215
CHOSEN_BY_ID = {
    FieldKind.CODE,
    FieldKind.CODES,
    FieldKind.CHILD,
    FieldKind.CHILDREN,
    FieldKind.PERSON,
    FieldKind.PEOPLE,
    FieldKind.EVIDENCE,
    FieldKind.LEVEL,
}


@pytest.fixture
def frame(qapp: QApplication) -> Iterator[QWidget]:
    """A window with a line before the editor and a line after it."""
    apply_style(qapp, Mode.LIGHT, 1.0)
    made = QWidget()
    QVBoxLayout(made)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def editor(case: Case, frame: QWidget, qtbot: QtBot) -> Editor:
    made = make_editor(case.field, CONTEXT)
    before, after = QLineEdit(objectName="before"), QLineEdit(objectName="after")
    for widget in (before, made, after):
        frame.layout().addWidget(widget)
    frame.resize(640, 900)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    return made


def line_before(editor: Editor) -> QLineEdit:
    return editor.window().findChild(QLineEdit, "before")


def line_after(editor: Editor) -> QLineEdit:
    return editor.window().findChild(QLineEdit, "after")


def edits_of(editor: Editor) -> list[object]:
    seen: list[object] = []
    editor.edited.connect(seen.append)
    return seen


def answer_as_a_person(qtbot: QtBot, editor: Editor) -> None:
    """Type or press in the first control, with keys alone."""
    control = editor.controls()[0]
    control.setFocus()
    if isinstance(control, QAbstractButton):
        qtbot.keyClick(control, Qt.Key.Key_Space)
    elif isinstance(control, QComboBox) and not control.isEditable():
        qtbot.keyClick(control, Qt.Key.Key_Down)
    elif control.accessibleName().startswith("Look"):
        qtbot.keyClick(editor.controls()[1], Qt.Key.Key_Space)
    else:
        qtbot.keyClicks(control, "27/3/2015")


def test_every_kind_of_field_is_tried(case: Case) -> None:
    assert {one.field.kind for one in CASES} == set(FieldKind)


def test_a_value_comes_back_as_it_was_set(case: Case, editor: Editor) -> None:
    for value in (case.one, case.other, case.one):
        editor.set_value(value)
        assert editor.value() == value


def test_a_new_editor_is_blank(case: Case, editor: Editor) -> None:
    assert editor.value() is None


def test_none_empties_it(case: Case, editor: Editor) -> None:
    editor.set_value(case.one)
    editor.set_value(None)
    assert editor.value() is None
    assert editor.words().strip() == ""


def chosen_marks(editor: Editor) -> list[QAbstractButton]:
    return [one for one in editor.findChildren(QAbstractButton) if one.isChecked()]


def test_the_marks_follow_the_value(case: Case, editor: Editor) -> None:
    if not editor.findChildren(QAbstractButton):
        return
    for value in (case.one, case.other, None, case.one):
        editor.set_value(value)
        held = value if isinstance(value, tuple) else [value]
        marks = case.marks_when_blank if value is None else len(held)
        assert len(chosen_marks(editor)) == marks


def test_a_choice_that_is_no_longer_offered_is_shown_and_kept(case: Case, editor: Editor) -> None:
    if case.field.kind not in CHOSEN_BY_ID:
        return
    gone = ("GONE",) if isinstance(case.one, tuple) else "GONE"
    editor.set_value(gone)
    assert editor.value() == gone
    assert editor.words()
    editor.set_context(CONTEXT)
    assert editor.value() == gone


def test_setting_a_value_is_not_an_edit(case: Case, editor: Editor) -> None:
    seen = edits_of(editor)
    for value in (case.one, case.other, None):
        editor.set_value(value)
    editor.set_context(CONTEXT)
    assert seen == []


def test_keys_alone_make_an_edit(case: Case, editor: Editor, qtbot: QtBot) -> None:
    seen = edits_of(editor)
    answer_as_a_person(qtbot, editor)
    assert seen
    assert seen[-1] is not None
    assert seen[-1] == editor.value()


def test_clearing_as_a_person_gives_none(case: Case, editor: Editor) -> None:
    editor.set_value(case.one)
    seen = edits_of(editor)
    editor.clear_by_person()
    assert seen == [None]
    editor.clear_by_person()
    assert seen == [None]


def test_every_control_has_a_name_and_a_role(case: Case, editor: Editor) -> None:
    for control in editor.controls():
        seen = QAccessible.queryAccessibleInterface(control)
        assert seen.text(QAccessible.Text.Name).strip()
        assert seen.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}


def test_every_control_says_which_question_it_answers(case: Case, editor: Editor) -> None:
    for control in editor.controls():
        told = control.accessibleName() + control.accessibleDescription()
        assert case.field.label in told


def test_tab_comes_in_and_goes_out(case: Case, editor: Editor, qtbot: QtBot) -> None:
    line_before(editor).setFocus()
    seen: list[QWidget] = []
    for _ in range(len(editor.controls()) + 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is line_after(editor):
            break
    assert editor.isAncestorOf(seen[0])
    assert seen[-1] is line_after(editor)


def test_leaving_it_is_told(case: Case, editor: Editor, qtbot: QtBot) -> None:
    editor.focus_in_editor()
    assert editor.isAncestorOf(QApplication.focusWidget())
    with qtbot.waitSignal(editor.left, timeout=1000):
        line_after(editor).setFocus()


def test_focus_goes_to_a_control(case: Case, editor: Editor) -> None:
    editor.set_value(case.one)
    editor.focus_in_editor()
    assert QApplication.focusWidget() is not None
    assert editor.isAncestorOf(QApplication.focusWidget())


def test_words_that_are_there_are_found(case: Case, editor: Editor) -> None:
    editor.set_value(case.one)
    words = next(iter(editor.words().split()), "")
    assert editor.find_text(words)
    assert not editor.find_text("nowhere to be found")
    assert editor.value() == case.one


def test_read_only_takes_no_keys(case: Case, editor: Editor, qtbot: QtBot) -> None:
    editor.set_value(case.one)
    editor.set_read_only(on=True)
    seen = edits_of(editor)
    answer_as_a_person(qtbot, editor)
    assert seen == []
    assert editor.value() == case.one
    editor.set_read_only(on=False)
    editor.set_value(None)
    answer_as_a_person(qtbot, editor)
    assert seen


def test_undo_is_left_to_the_draft(case: Case, editor: Editor, qtbot: QtBot) -> None:
    editor.set_value(case.one)
    answer_as_a_person(qtbot, editor)
    now = editor.value()
    seen = edits_of(editor)
    for control in editor.controls():
        qtbot.keyClick(control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seen == []
    assert editor.value() == now


def test_hostile_words_are_shown_as_words(case: Case, editor: Editor) -> None:
    editor.describe("<b>bold</b> & <img src=x>", "")
    editor.set_value("<h1>Kyle</h1> & Sons")
    for button in editor.findChildren(QAbstractButton):
        assert "<b>" not in button.text() or button.text().replace("&&", "&") == button.words


def test_nothing_is_clipped_at_twice_the_size(
    case: Case, editor: Editor, qapp: QApplication
) -> None:
    apply_style(qapp, Mode.LIGHT, 2.0)
    editor.set_value(case.one)
    width = 480
    assert editor.minimumSizeHint().width() <= width
    editor.window().resize(width, 1600)
    qapp.processEvents()
    for control in editor.controls():
        assert control.width() <= width
        assert control.height() >= 24
        if isinstance(control, QAbstractButton):
            assert control.height() >= control.heightForWidth(control.width())
        if isinstance(control, GrowingText):
            assert control.height() >= control.fontMetrics().lineSpacing()
    apply_style(qapp, Mode.LIGHT, 1.0)


def test_a_line_has_room_for_its_words_after_the_text_grew(
    case: Case, editor: Editor, qapp: QApplication
) -> None:
    before = [one.maximumWidth() for one in editor.controls()]
    apply_style(qapp, Mode.LIGHT, 2.0)
    after = [one.maximumWidth() for one in editor.controls()]
    apply_style(qapp, Mode.LIGHT, 1.0)
    for small, large in zip(before, after, strict=True):
        assert large >= min(small * 1.8, QWIDGETSIZE_MAX)
