"""A referral that is no draft any more: it is read, printed and saved, never changed."""

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from ffd_desktop.councils.bundled import after_form, bundled_pack
from ffd_desktop.drafting.ports import DraftState, Place
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.edits import put
from tests.builders import referrals
from tests.ui.draft_kit import WHAT, show_screen, type_
from ui.editors.field_row import FieldRow
from ui.screens.draft.fixed import is_fixed
from ui.widgets.buttons import Button

CLOSED_STATES = [one for one in DraftState if one is not DraftState.DRAFT]


def show_fixed(qtbot, state, **options):
    return show_screen(qtbot, referrals.typical(), state=state, **options)


@pytest.mark.parametrize("state", CLOSED_STATES)
def test_it_says_why_it_cannot_be_changed_and_what_to_do_instead(qtbot, state):
    strip = show_fixed(qtbot, state).panes.fixed
    assert strip.isVisible()
    assert "not changed" in strip.heading.text()
    wanted = "Bring back" if state is DraftState.ARCHIVED else "make a copy"
    assert wanted in strip.what.text()


def test_a_draft_says_nothing_of_the_kind(qtbot):
    assert show_screen(qtbot, referrals.typical()).panes.fixed is None


@pytest.mark.parametrize("state", CLOSED_STATES)
def test_typing_changes_nothing(qtbot, state):
    screen = show_fixed(qtbot, state)
    before = screen.presenter.referral
    screen.go_to(WHAT)
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    type_("Words")
    screen.presenter.saver.save_now()
    screen.lane.run()
    assert screen.presenter.referral == before
    assert screen.desk.batches == []
    assert "Words" not in QApplication.focusWidget().toPlainText()


def test_nothing_on_any_page_can_be_changed(qtbot):
    screen = show_fixed(qtbot, DraftState.SEALED)
    for section in screen.presenter.form.sections:
        screen.show_section(section.key)
        cards = getattr(screen.middle.page, "cards", {})
        if cards:
            screen.middle.page.open_card(next(iter(cards)))
        if (asked := screen.middle.asked()) is not None:
            asked.finish()
        QApplication.processEvents()
        rows = screen.middle.findChildren(FieldRow)
        for row in rows:
            assert all(_cannot_change(one) for one in row.editor.controls()), row.field.key
            assert not row.not_known_button.isEnabled()
            assert not row.clear_button.isEnabled()
        words = [one.text() for one in screen.middle.findChildren(Button) if not one.isHidden()]
        assert not [one for one in words if one.startswith(("Add ", "Take out"))], section.key


def _cannot_change(control):
    return not control.isEnabled() or (isinstance(control, QPlainTextEdit) and control.isReadOnly())


def test_no_way_round_the_window_changes_it_either(qtbot):
    screen = show_fixed(qtbot, DraftState.SEALED)
    presenter, before = screen.presenter, screen.presenter.referral
    said = []
    presenter.said.connect(said.append)
    people = presenter.form.section("adults")
    presenter.edited(WHAT, "Words")
    presenter.not_known(WHAT, Reason.NOT_ASKED)
    presenter.do(put(WHAT, NotKnown(Reason.NOT_ASKED)))
    presenter.begun("relationships[new]", {"id": "new"}, "relationships[new].kind", "PAM")
    presenter.add_item(people)
    presenter.take_out(people, "p1", "An adult")
    presenter.undo()
    presenter.redo()
    assert presenter.referral == before
    assert said == []


def test_it_opens_where_the_writer_was_with_the_focus_on_the_sections(qtbot):
    screen = show_fixed(qtbot, DraftState.ARCHIVED, place=Place("adults", "people[p2].phone", 0))
    assert screen.section == "adults"
    assert screen.middle.page.open_item() == "p2"
    assert screen.sections.hasFocus()


def test_it_can_be_left_at_once(qtbot):
    screen = show_fixed(qtbot, DraftState.SEALED)
    left = []
    screen.leave(lambda: left.append(True))
    assert left == [True]


@pytest.mark.parametrize("state", CLOSED_STATES)
def test_what_comes_after_sending_is_written_on_its_own_form_unless_archived(state):
    form = bundled_pack("worcestershire").form("csc")
    assert is_fixed(state, form)
    assert is_fixed(state, after_form()) is (state is DraftState.ARCHIVED)
    assert not is_fixed(DraftState.DRAFT, form)
