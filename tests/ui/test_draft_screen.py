import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
)

from ffd_desktop.drafting.ports import Place
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.calls import Call
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Origin
from tests.builders import referrals
from tests.ui.draft_kit import DISK_FULL, WHAT, focused_row, pause, press, show_screen, type_
from ui.destinations import ToCheck, ToShelf
from ui.editors.field_row import FieldRow
from ui.widgets.saved_mark import Mark


@pytest.fixture
def show(qtbot):
    return lambda *args, **options: show_screen(qtbot, *args, **options)


def test_saved_is_shown_only_after_the_commit(show):
    screen = show(path=WHAT)
    type_("x")
    assert screen.header.saved.mark is Mark.NOTHING
    pause(screen)
    assert screen.header.saved.mark is Mark.NOTHING
    screen.lane.run()
    assert screen.header.saved.mark is Mark.SAVED
    assert "14:30:01" in screen.header.saved.words.text()
    assert "x" in screen.desk.kept.concern.what_happened


def test_a_full_disk_is_red_and_stays_and_the_words_are_saved_later(show):
    screen = show(path=WHAT)
    screen.desk.trouble = DISK_FULL
    type_("zebra")
    pause(screen)
    screen.lane.run()
    assert screen.header.saved.mark is Mark.NOT_SAVED
    assert screen.not_saved.isVisible()
    assert not screen.not_saved.close_button.isVisible()
    assert "Make room" in screen.not_saved.spoken()
    assert "zebra" in focused_row().answer()
    screen.desk.trouble = None
    screen.not_saved.action.click()
    screen.lane.run()
    assert not screen.not_saved.isVisible()
    assert "zebra" in screen.desk.kept.concern.what_happened


def test_leaving_a_field_hands_its_words_to_the_vault_at_once(show):
    screen = show(path=WHAT)
    type_("zebra")
    press(Qt.Key.Key_Tab)
    screen.lane.run()
    assert "zebra" in screen.desk.kept.concern.what_happened


def test_switching_section_saves_at_once(show):
    screen = show(path=WHAT)
    type_("zebra")
    press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert screen.section == "each_child"
    screen.lane.run()
    assert "zebra" in screen.desk.kept.concern.what_happened


def test_switching_section_from_the_list_saves_at_once(show):
    screen = show(section="what_happened")
    screen.sections.setFocus()
    screen.presenter.edited(WHAT, "zebra")
    screen.lane.run()
    assert screen.desk.kept.concern.what_happened != "zebra"
    press(Qt.Key.Key_Down)
    screen.lane.run()
    assert screen.desk.kept.concern.what_happened == "zebra"


def test_leaving_the_screen_waits_for_the_commit_and_keeps_the_place(show):
    screen = show(path=WHAT)
    type_("zebra")
    left = []
    screen.leave(lambda: left.append(1))
    assert left == []
    screen.lane.run()
    assert left == [1]
    assert screen.desk.places[-1].path == WHAT


def test_a_draft_opened_again_has_the_caret_where_it_was(show):
    screen = show(place=Place("what_happened", WHAT, 7))
    assert screen.section == "what_happened"
    row = focused_row()
    assert row.field.path == WHAT
    assert row.caret() == 7


def test_a_place_that_is_gone_opens_the_first_section(show):
    screen = show(place=Place("no_such_section", "no.such_answer", 3))
    assert screen.section == "danger"
    assert focused_row().field.path == "concern.immediate_danger"


def test_undo_goes_back_to_the_section_and_shows_the_words(show):
    screen = show(path=WHAT)
    before = screen.presenter.value(WHAT)
    type_("zebra")
    screen.show_section("wanted")
    screen.middle.focus_start()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.section == "what_happened"
    assert focused_row().field.path == WHAT
    assert focused_row().answer() == before


def test_undo_and_redo_work_while_a_text_box_has_the_focus(show):
    screen = show(path=WHAT)
    before = screen.presenter.value(WHAT)
    type_("q")
    after = screen.presenter.value(WHAT)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.presenter.value(WHAT) == before
    assert focused_row().answer() == before
    press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert screen.presenter.value(WHAT) == after
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_Z, shift)
    assert focused_row().answer() == after


def test_not_known_is_said_with_a_reason(show):
    screen = show(path="concern.where")
    row = focused_row()
    row.not_known_button.click()
    row.reasons.buttons[Reason.WILL_FIND_OUT].click()
    assert screen.presenter.value("concern.where") == NotKnown(Reason.WILL_FIND_OUT)


def test_a_question_appears_when_it_is_asked(show):
    screen = show(section="danger")
    rows = screen.middle.page.asked().rows
    assert "concern.danger_done" not in rows
    screen.presenter.edited("concern.immediate_danger", True)
    assert rows["concern.danger_done"].isVisible()
    screen.presenter.undo()
    assert not rows["concern.danger_done"].isVisible()


def test_danger_or_not_knowing_brings_the_numbers_up(show):
    screen = show(section="danger")
    assert not screen.middle.shows_numbers
    screen.presenter.edited("concern.immediate_danger", NotKnown())
    assert screen.middle.shows_numbers
    screen.show_section("wanted")
    assert screen.panes.danger.isVisible()
    screen.panes.danger.action.click()
    assert screen.middle.shows_numbers
    screen.show_section("danger")
    screen.presenter.edited("concern.immediate_danger", False)
    assert not screen.middle.shows_numbers
    assert not screen.panes.danger.isVisible()
    press(Qt.Key.Key_F9)
    assert screen.middle.shows_numbers


def test_once_a_call_is_noted_the_strip_no_longer_says_to_phone_before_writing(show):
    screen = show(section="wanted")
    screen.presenter.edited("concern.immediate_danger", True)
    screen.presenter.edited("first_call.phoned", False)
    screen.show_section("voice")
    assert "phone before you write on" in screen.panes.danger.spoken()
    screen.presenter.edited("first_call.phoned", True)
    screen.show_section("wanted")
    assert "phone before" not in screen.panes.danger.spoken()
    assert "a call is noted: phone again" in screen.panes.danger.spoken()
    assert screen.panes.danger.isVisible()
    screen.presenter.edited("first_call.phoned", False)
    assert "phone before you write on" in screen.panes.danger.spoken()
    screen.presenter.do(put("calls[k1]", Call(id="k1")))
    assert "phone before you write on" in screen.panes.danger.spoken()
    screen.presenter.edited("calls[k1].to", "police")
    assert "a call is noted: phone again" in screen.panes.danger.spoken()


def test_the_reference_is_in_the_head_and_no_name_in_the_title(show):
    screen = show()
    assert "FFD-2026-0042" in screen.header.reference.text()
    name = screen.presenter.referral.children[0].first_names
    assert name in screen.header.names.text()
    assert name not in screen.windowTitle() + screen.title


def test_a_new_name_shows_in_head_card_and_choices(show):
    screen = show(path="children[c1].first_names")
    screen.presenter.edited("children[c1].first_names", "Zora")
    card = screen.middle.page.cards["c1"]
    assert card.head.accessibleName().startswith("Zora")
    screen._refresh_context()
    assert "Zora" in screen.header.names.text()


def test_an_added_child_stands_open_with_the_focus_in_it(show):
    screen = show(section="children")
    screen.middle.page.add.click()
    made = screen.presenter.referral.children[-1]
    assert screen.middle.page.open_item() == made.id
    assert screen.middle.isAncestorOf(QApplication.focusWidget())


def test_a_child_taken_out_can_be_brought_back_from_the_strip(show):
    screen = show(path="children[c2].first_names")
    before = screen.presenter.referral
    screen.middle.page.cards["c2"].taken_out.emit()
    assert "c2" not in screen.middle.page.cards
    assert "taken out" in screen.done.spoken()
    screen.done.action.click()
    assert screen.presenter.referral == before
    assert "c2" in screen.middle.page.cards


def test_sections_that_only_ask_about_children_add_and_take_out_none(show):
    screen = show(section="voice")
    card = next(iter(screen.middle.page.cards.values()))
    card.head.click()
    words = {button.text() for button in screen.middle.page.findChildren(QAbstractButton)}
    assert not {one for one in words if one.startswith(("Take out", "Add a"))}


def test_events_stand_in_the_order_of_their_dates(show):
    screen = show(section="chronology")
    shown = [screen.presenter.value(f"events[{one}].when") for one in screen.middle.page.cards]
    assert shown == sorted(shown, key=lambda when: when.sort_key())


def test_a_square_of_the_grid_begins_a_relationship_with_its_first_answer(show):
    screen = show(section="ties")
    count = len(screen.presenter.referral.relationships)
    page = screen.middle.page
    spot = next(
        (row, column)
        for row in range(page.grid.rowCount())
        for column in range(page.grid.columnCount())
        if page.grid.item(row, column).text() == "–"
    )
    page.grid.setCurrentCell(*spot)
    assert len(screen.presenter.referral.relationships) == count
    path, row = next(
        (path, row)
        for path, row in page.asked().rows.items()
        if path.endswith("parental_responsibility")
    )
    row.editor.controls()[0].click()
    assert screen.presenter.value(path) is True
    assert "PR" in page.grid.item(*spot).text()
    screen.presenter.undo()
    assert len(screen.presenter.referral.relationships) == count
    assert page.grid.item(*spot).text() == "–"


def test_a_typed_address_is_added_and_can_be_chosen_elsewhere(show):
    screen = show(path="children[c3].home")
    row = focused_row()
    row.editor.pick.picked.emit("")
    row.editor.lines.setPlainText("9 Invented Row")
    place = screen.presenter.referral.addresses[-1]
    assert place.lines == "9 Invented Row"
    assert screen.presenter.value("children[c3].home") == place.id
    assert "9 Invented Row" in {one.lines for one in screen.presenter.context().addresses}


def test_what_was_filled_in_says_where_from_until_it_is_confirmed(show):
    path = "children[c1].first_names"
    mark = Origin("roll", "2026-11-03", care="Look twice.")
    screen = show(replay(referrals.typical(), (put(path, "Ada", origin=mark),)), path=path)
    row = focused_row()
    assert "3 November" in row.origin.words.text()
    assert row.care.isVisible()
    row.origin.button.click()
    assert screen.presenter.origin(path) is None
    assert not row.origin.isVisible()


def test_findings_lead_to_their_answers(show):
    screen = show(referrals.bare(), section="wanted")
    finding = next(
        one for one in screen.presenter.findings.findings if one.path == "judgement.level"
    )
    screen.side.followed.emit(finding)
    assert screen.section == "level"
    assert focused_row().field.path == "judgement.level"


def test_the_way_out_is_named_and_never_opened_by_the_screen(show):
    screen = show()
    asked = []
    screen.go.connect(asked.append)
    screen.header.check.click()
    screen.header.back.click()
    assert asked == [ToCheck(screen.presenter.referral.id), ToShelf()]


def test_a_long_list_builds_one_page_of_cards_and_one_items_editors(show, monkeypatch):
    made = counted(monkeypatch)
    screen = show(referrals.largest(), path="events[e250].what")
    assert len(screen.middle.page.cards) <= 20
    assert len(made) == len(screen.middle.page.asked().rows)


def test_a_keystroke_builds_no_editor_and_checks_nothing(show, monkeypatch):
    screen = show(referrals.largest(), path="events[e250].what")
    made = counted(monkeypatch)
    looks = []
    check = screen.presenter._check
    screen.presenter._check = lambda referral: looks.append(referral) or check(referral)
    type_("zebra")
    assert made == []
    assert looks == []
    assert "zebra" in screen.presenter.value("events[e250].what")


def counted(monkeypatch):
    made = []
    init = FieldRow.__init__

    def counting(self, *args, **options):
        made.append(self)
        init(self, *args, **options)

    monkeypatch.setattr(FieldRow, "__init__", counting)
    return made


def test_the_strips_undo_is_gone_once_something_else_was_written(show):
    screen = show(path="children[c2].first_names")
    screen.middle.page.cards["c2"].taken_out.emit()
    assert screen.done.isVisible()
    screen.presenter.edited("concern.where", "Elsewhere")
    assert not screen.done.isVisible()


def test_once_left_nothing_can_be_typed_that_could_not_be_kept(show):
    screen = show(path=WHAT)
    screen.lane.run()
    before = screen.presenter.referral
    screen.leave(lambda: None)
    assert not screen.middle.isEnabled()
    QTest.keyClicks(screen.middle.page.asked().rows[WHAT].editor.box, "zebra")
    assert screen.presenter.referral == before
    screen.stay()
    assert screen.middle.isEnabled()


def test_nothing_can_be_typed_while_the_lane_still_makes_the_next_screen_ready(show):
    screen = show(path=WHAT)
    screen.lane.run()
    open_then = []

    def close_the_vault() -> None:
        screen.lane.submit(None, list, lambda _: open_then.append(screen.middle.isEnabled()), None)

    screen.leave(close_the_vault)
    screen.lane.run()
    assert open_then == [False]


def test_a_screen_that_nobody_took_away_can_be_written_on_again(show):
    screen = show(path=WHAT)
    screen.leave(lambda: None)
    screen.lane.run()
    assert screen.middle.isEnabled()


def test_an_earlier_way_out_never_opens_what_a_later_one_closed(show):
    screen = show(path=WHAT)
    screen.lane.run()
    screen.leave(lambda: None)
    first = screen.lane.jobs.pop()
    screen.lane.run()
    screen.leave(lambda: None)
    second = screen.lane.jobs.pop()
    screen.lane.jobs.append(first)
    screen.lane.run()
    assert not screen.middle.isEnabled()
    screen.lane.jobs.append(second)
    screen.lane.run()
    assert screen.middle.isEnabled()
