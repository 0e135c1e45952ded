import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
)

from tests.ui.draft_kit import WHAT, focused_row, press, show_screen


@pytest.fixture
def show(qtbot):
    return lambda *args, **options: show_screen(qtbot, *args, **options)


def test_every_control_has_a_name(show):
    for section in ("danger", "children", "ties", "worries", "chronology", "level", "consent"):
        screen = show(section=section)
        page = screen.middle.page
        if getattr(page, "cards", None):
            page.open_card(next(iter(page.cards)))
        nameless = [
            type(widget).__name__
            for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
            for widget in screen.findChildren(kind)
            if not (widget.accessibleName() or getattr(widget, "text", str)())
            and widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        assert nameless == [], section


def test_find_goes_from_answer_to_answer_in_all_sections(show):
    screen = show(section="danger")
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = screen.find_bar
    assert bar.box.line.hasFocus()
    bar.box.line.setText("HUNGRY")
    bar.box.sought.emit("HUNGRY")
    count = int(bar.found.text().split(" of ")[1])
    assert count > 2
    places = set()
    for _ in range(count):
        places.add((screen.section, screen.middle.page.open_item()))
        press(Qt.Key.Key_Return)
    assert len(places) > 1
    assert bar.box.line.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert "hungry" in focused_row().answer()


def test_find_forgives_accents_and_case(show):
    screen = show(section="danger")
    screen.find_bar.open_bar()
    screen.find_bar.box.line.setText("wisniewska")
    screen.find_bar.box.sought.emit("wisniewska")
    assert screen.find_bar.found.text() != "Not found"
    screen.find_bar.box.line.setText("qqqzzz")
    screen.find_bar.box.sought.emit("qqqzzz")
    assert screen.find_bar.found.text() == "Not found"


def test_f6_goes_round_the_panes_and_comes_back(show):
    screen = show(path=WHAT)
    start = QApplication.focusWidget()
    seen = []
    for _ in range(4):
        press(Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        seen.append(
            next(pane for pane in screen._stops._panes if pane.isAncestorOf(now) or pane is now)
        )
    assert seen == [screen.side, screen.header, screen.sections, screen.middle]
    assert QApplication.focusWidget() is start
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is screen.sections


def test_arrow_keys_in_the_list_show_the_sections(show):
    screen = show(section="danger")
    screen.sections.setFocus()
    press(Qt.Key.Key_Down)
    assert screen.section == "calls"
    assert screen.sections.hasFocus()
    for _ in range(4):
        press(Qt.Key.Key_Down)
    assert screen.section == "talks"


def test_control_and_page_keys_go_through_all_sections(show):
    screen = show(section="danger")
    keys = [section.key for section in screen.presenter.form.sections]
    seen = [screen.section]
    for _ in keys[1:]:
        press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        seen.append(screen.section)
    assert seen == keys
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert screen.section == keys[-2]


@pytest.mark.parametrize("section", ["danger", "children", "what_happened", "ties"])
def test_tab_reaches_every_control(show, section):
    screen = show(section=section)
    page = screen.middle.page
    if section == "children":
        page.open_card(next(iter(page.cards)))
        QApplication.processEvents()
    wanted = {
        widget
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
        for widget in page.findChildren(kind)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QRadioButton)
    }
    screen.header.back.setFocus()
    reached = set()
    for _ in range(300):
        press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert wanted - reached == set()


def test_a_narrow_window_folds_the_help_and_a_button_brings_it_back(show):
    screen = show(section="danger")
    assert screen.side.isVisible()
    row = screen.middle.page.asked().first_row()
    assert not row.help.button.isVisible()
    screen.resize(900, 700)
    QApplication.processEvents()
    assert not screen.side.isVisible()
    assert row.help.button.isVisible()
    screen.header.help.click()
    assert screen.side.isVisible()


def guidance(screen):
    return " ".join(label.text() for label in screen.side.guidance.findChildren(QLabel))


def test_guidance_speaks_of_the_question_that_has_the_focus(show):
    screen = show(path=WHAT)
    field = focused_row().field
    assert all(prompt in guidance(screen) for prompt in field.guiding)
    assert field.source in guidance(screen)


def test_guidance_tells_the_consent_rule_of_each_level_beside_the_judgement(show):
    screen = show(path="judgement.level")
    for level in screen.presenter.pack.levels:
        assert level.consent.words in guidance(screen)
        assert level.source in guidance(screen)
