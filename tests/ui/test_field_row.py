"""The question whole: honest blanks, where answers came from, what is to put right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.councils.forms import Field, FieldKind
from ffd_desktop.referral.answers import REASON_WORDS, NotKnown, Reason
from ffd_desktop.referral.model import Origin
from tests.builders.editor_fields import CASES, CONTEXT
from ui.editors.field_row import FieldRow, label_words
from ui.editors.finding_lines import FindingLine
from ui.editors.registry import make_editor
from ui.widgets.words import Words

ROLL = Origin("roll", "2026-11-03", care="Looked after: check with the virtual school")
WHERE = Field(
    key="where",
    path="concern.where",
    kind=FieldKind.TEXT,
    label="Where did it happen?",
    hint="A place in your own words",
    help="A place helps a social worker to judge risk.",
    guiding=("Who else was there?",),
    source="invented guidance, paragraph 9",
)


@pytest.fixture
def row(qtbot):
    made = FieldRow(WHERE, CONTEXT)
    qtbot.addWidget(made)
    made.resize(640, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def edits_of(row):
    seen = []
    row.edited.connect(seen.append)
    return seen


def words_in_view(row):
    return [one.text() for one in row.findChildren(Words) if one.isVisible()]


@pytest.mark.parametrize("reason", list(Reason))
def test_an_honest_absence_is_told_with_its_reason(row, reason):
    seen = edits_of(row)
    row.not_known_button.click()
    row.reasons.buttons[reason].click()
    assert seen == [NotKnown(reason)]
    assert row.answer() == NotKnown(reason)
    assert REASON_WORDS[reason] in words_in_view(row)
    assert row.editor.isHidden()


@pytest.mark.parametrize("case", CASES, ids=[one.name for one in CASES])
def test_an_absence_of_any_kind_comes_back_as_it_was_set(case, qtbot):
    row = FieldRow(case.field, CONTEXT)
    qtbot.addWidget(row)
    absence = NotKnown(Reason.DECLINED)
    row.set_answer(absence)
    assert row.answer() == absence
    row.set_answer(case.one)
    assert row.answer() == case.one


def test_answering_after_all_brings_back_what_was_written(row):
    row.set_answer("At the gate")
    row.not_known_button.click()
    row.reasons.buttons[Reason.NOT_ASKED].click()
    seen = edits_of(row)
    row.absence.answer_button.click()
    assert seen == ["At the gate"]
    assert row.editor.value() == "At the gate"
    assert QApplication.focusWidget() is row.editor.controls()[0]


def test_the_reason_can_be_changed_and_the_words_still_come_back(row):
    row.set_answer("At the gate")
    row.not_known_button.click()
    row.reasons.buttons[Reason.NOT_ASKED].click()
    row.absence.change_button.click()
    row.reasons.buttons[Reason.DECLINED].click()
    assert row.answer() == NotKnown(Reason.DECLINED)
    row.absence.answer_button.click()
    assert row.answer() == "At the gate"


def test_escape_puts_the_reasons_away_and_changes_nothing(row, qtbot):
    seen = edits_of(row)
    row.not_known_button.click()
    assert row.reasons.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert row.reasons.isHidden()
    assert seen == []


def test_a_question_may_be_without_not_known(qtbot):
    row = FieldRow(
        Field(key="a", path="a", kind=FieldKind.TEXT, label="A", not_known=False), CONTEXT
    )
    qtbot.addWidget(row)
    assert row.not_known_button.isHidden()


def test_a_filled_in_answer_says_where_it_came_from_until_it_is_confirmed(row, qtbot):
    row.set_answer("Home", ROLL)
    assert "from the roll, 3 November" in words_in_view(row)
    assert any("virtual school" in words for words in words_in_view(row))
    with qtbot.waitSignal(row.confirmed):
        row.origin.button.click()
    assert "from the roll, 3 November" not in words_in_view(row)
    assert not any("virtual school" in words for words in words_in_view(row))


def test_a_filled_in_answer_is_the_writers_own_once_it_is_changed(row, qtbot):
    row.set_answer("Home", ROLL)
    qtbot.keyClicks(row.editor.controls()[0], "x")
    assert "from the roll, 3 November" not in words_in_view(row)


def test_another_years_roll_names_the_year(row):
    row.set_answer("Home", Origin("roll", "2025-07-20"))
    assert "from the roll, 20 July 2025" in words_in_view(row)


def test_findings_are_hidden_until_asked_for(row):
    assert row.findings.isHidden()
    row.show_findings((FindingLine("must", "A place is missing", "Say where", "para 9"),))
    assert "To put right: A place is missing" in words_in_view(row)
    assert "A place is missing" in row.editor.controls()[0].accessibleDescription()
    row.show_findings(())
    assert row.findings.isHidden()
    assert "A place is missing" not in row.editor.controls()[0].accessibleDescription()


def test_help_opens_with_its_source(row):
    assert not any("paragraph 9" in words for words in words_in_view(row))
    row.help.button.click()
    assert any("paragraph 9" in words for words in words_in_view(row))
    row.help.button.click()
    assert not any("paragraph 9" in words for words in words_in_view(row))


def test_an_optional_question_says_so_without_an_asterisk():
    field = Field(key="a", path="a", kind=FieldKind.TEXT, label="Pets", optional=True)
    assert label_words(field) == "Pets (optional)"


def test_a_choice_can_be_cleared_by_its_button(qtbot):
    case = next(one for one in CASES if one.name == "yes or no")
    row = FieldRow(case.field, CONTEXT)
    qtbot.addWidget(row)
    row.set_answer(True)
    seen = edits_of(row)
    row.clear_button.click()
    assert seen == [None]
    assert row.clear_button.isHidden()


def test_reading_only_offers_no_change(row):
    row.set_answer("Home", ROLL)
    row.set_read_only(on=True)
    assert not row.not_known_button.isEnabled()
    assert not row.origin.button.isEnabled()


@pytest.mark.parametrize("case", CASES, ids=[one.name for one in CASES])
def test_pressing_the_label_goes_to_the_editor(case, qtbot):
    row = FieldRow(case.field, CONTEXT)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    qtbot.mouseClick(row.caption, Qt.MouseButton.LeftButton)
    assert row.editor.isAncestorOf(QApplication.focusWidget())


def test_an_older_context_never_takes_back_what_is_being_typed(qtbot):
    case = next(one for one in CASES if one.name == "address")
    row = FieldRow(case.field, CONTEXT)
    qtbot.addWidget(row)
    seen = edits_of(row)
    qtbot.keyClicks(row.editor.lines, "9 New Road")
    row.set_answer(CONTEXT.spare_address)
    assert seen[-1].lines == "9 New Road"
    assert row.editor.lines.text() == "9 New Road"


def test_an_undone_address_shows_what_it_says_again(qtbot):
    case = next(one for one in CASES if one.name == "address")
    row = FieldRow(case.field, CONTEXT)
    qtbot.addWidget(row)
    row.set_answer("a1")
    qtbot.keyClicks(row.editor.lines, "x")
    row.set_context(CONTEXT)
    assert row.editor.lines.text() == CONTEXT.addresses[0].lines


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_plain_yes_or_no_has_no_blank_to_go_back_to(qtbot, key):
    asked = Field(
        key="referred",
        path="children[].referred",
        kind=FieldKind.YES_NO,
        label="Is this child being referred?",
        not_known=False,
    )
    editor = make_editor(asked, CONTEXT)
    qtbot.addWidget(editor)
    editor.set_value(True)
    seen = []
    editor.edited.connect(seen.append)
    QTest.keyClick(editor.controls()[0], key)
    assert (editor.value(), seen) == (True, [])
