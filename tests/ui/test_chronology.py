"""The chronology's page: rows written by keyboard, kept from the first letter, found again."""

from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.drafting.ports import DraftState, Place
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.dates import on, read_date
from ffd_desktop.referral.statements import Event
from tests.builders import referrals
from tests.builders.items import TODAY
from tests.journeys.house import StrayWindows
from tests.ui.draft_kit import focused_row, pause, press, show_screen, type_
from ui.screens.draft.chronology.row import RowHead
from ui.screens.draft.chronology.row_words import KEPT, LAST, Held
from ui.widgets.tab_order import reading_order, takes_tab

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
C1, C2 = (child.id for child in referrals.typical().children[:2])
NIGHT, DAY, LOOSE, BACK = (
    Event(id="night", when=on(date(2026, 3, 1)), what="A quarrel at night", children=(C1,)),
    Event(id="day", when=on(date(2025, 5, 1)), what="Came without a coat", children=(C2,)),
    Event(id="loose", when=read_date("after the summer", today=TODAY), what="Seen alone"),
    Event(id="back", when=on(date(2026, 1, 1)), what="A note for us", in_referral=False),
)


@pytest.fixture
def show(qtbot):
    def shown(*events, section="chronology", **options):
        referral = msgspec.structs.replace(referrals.typical(), events=events)
        return show_screen(qtbot, referral, section=section, **options)

    return shown


def listed(screen):
    return list(screen.middle.page.cards)


def events(screen):
    return screen.presenter.referral.events


def attribute():
    return focused_row().field.attribute


def begin(screen):
    screen.middle.page.add.setFocus()
    press(ENTER, CTRL)


def test_an_empty_chronology_waits_for_its_first_row(show):
    screen = show()
    assert attribute() == "when"
    assert events(screen) == ()


def test_one_key_begins_a_row_from_anywhere_on_the_page(show):
    screen = show(NIGHT, DAY)
    for widget in (
        screen.middle.page.add,
        screen.middle.page.filter.held,
        screen.middle.page.filter.box,
    ):
        widget.setFocus()
        press(ENTER, CTRL)
        assert attribute() == "when"
        press(Qt.Key.Key_Escape)
    screen.go_to("events[day].what")
    press(ENTER, CTRL)
    assert attribute() == "when"
    assert screen.middle.page.cards["day"].questions is None


def test_the_first_letter_is_a_row_of_the_draft_and_undo_takes_it_back(show):
    screen = show(NIGHT)
    begin(screen)
    press(Qt.Key.Key_Tab)
    type_("x")
    assert [one.what for one in events(screen)] == ["A quarrel at night", "x"]
    pause(screen)
    screen.lane.run()
    assert screen.desk.kept.events[-1].what == "x"
    press(Qt.Key.Key_Z, CTRL)
    assert events(screen) == (NIGHT,)
    assert screen.middle.page.entry.row("what").answer() is None
    screen.middle.page.entry.row("what").focus_in_editor()
    type_("y")
    assert [one.what for one in events(screen)][1:] == ["y"]


def test_a_row_is_written_and_the_next_begun_by_enter_alone(show):
    screen = show()
    type_("3/2/2026")
    press(ENTER)
    assert attribute() == "what"
    type_("Late")
    press(Qt.Key.Key_Tab)
    assert attribute() == "who"
    type_("Teacher")
    press(ENTER)
    assert attribute() == "when"
    (row,) = events(screen)
    assert (row.when, row.what, row.who) == (on(date(2026, 2, 3)), "Late", "Teacher")


def test_the_next_row_begins_with_the_date_of_the_row_before(show):
    screen = show()
    type_("3 February 2026 at 9:05")
    press(ENTER, CTRL)
    assert focused_row().editor.box.textCursor().selectedText() == "3 February 2026"
    assert len(events(screen)) == 1
    press(ENTER)
    type_("Again")
    assert events(screen)[1].when == on(date(2026, 2, 3))
    press(ENTER, CTRL)
    type_("4 May 2026")
    press(ENTER)
    type_("Later")
    assert events(screen)[2].when == on(date(2026, 5, 4))


def test_undo_of_a_row_proposes_its_date_again(show):
    screen = show()
    type_("3 February 2026")
    press(ENTER, CTRL)
    press(ENTER)
    type_("x")
    press(Qt.Key.Key_Z, CTRL)
    assert len(events(screen)) == 1
    assert screen.middle.page.entry.row("when").answer() == on(date(2026, 2, 3))


def test_a_proposed_date_that_was_cleared_is_in_no_row(show):
    screen = show()
    type_("2026")
    press(ENTER, CTRL)
    press(Qt.Key.Key_Delete)
    press(ENTER)
    type_("When was this?")
    assert events(screen)[1].when is None


def test_a_row_on_the_line_can_be_answered_with_not_known(show):
    screen = show()
    screen.middle.page.entry._write(f"events[{screen.middle.page.entry.item_id}].when", NotKnown())
    assert isinstance(events(screen)[0].when, NotKnown)


def test_words_are_kept_as_they_are_typed_to_the_last_space(show):
    screen = show(NIGHT, path="events[night].exact_words")
    type_("  he said  «no» ")
    assert events(screen)[0].exact_words == "  he said  «no» "


def test_escape_ends_the_line_and_the_row_stays(show):
    screen = show(NIGHT)
    begin(screen)
    type_("2024")
    press(Qt.Key.Key_Escape)
    assert screen.middle.page.add.hasFocus()
    assert len(listed(screen)) == 2
    assert not screen.middle.page.entry.isVisible()


def test_all_questions_of_a_new_row_open_in_the_list(show):
    screen = show(NIGHT)
    begin(screen)
    type_("2024")
    made = screen.middle.page.entry.item_id
    screen.middle.page.entry.all_wanted.emit()
    assert screen.middle.page.open_item() == made
    assert focused_row().field.path == "events[].when"
    assert len(screen.middle.page.asked().rows) > 3


def test_rows_without_a_date_stand_last_and_say_so(show):
    screen = show(LOOSE, NIGHT, DAY)
    assert listed(screen) == ["day", "night", "loose"]
    assert LAST in screen.middle.page.cards["loose"].head.accessibleName()
    assert LAST not in screen.middle.page.cards["night"].head.accessibleName()


def test_a_row_moves_when_its_date_is_done_and_not_while_it_is_typed(show):
    screen = show(NIGHT, DAY, path="events[night].when")
    focused_row().editor.box.selectAll()
    type_("2020")
    assert listed(screen) == ["day", "night"]
    assert "2020" in screen.middle.page.cards["night"].head.accessibleName()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert listed(screen) == ["night", "day"]
    assert attribute() == "what"
    assert screen.middle.page.open_item() == "night"


def test_a_row_is_kept_on_file_by_its_button_and_by_a_key(show):
    screen = show(NIGHT, DAY)
    row = screen.middle.page.cards["night"]
    assert (row.head.words.number, row.goes.text()) == ("2", "✓ In the referral")
    screen.middle.page.cards["day"].goes.click()
    assert screen.presenter.value("events[day].in_referral") is False
    assert screen.middle.page.cards["day"].goes.text() == f"○ {KEPT}"
    assert row.head.words.number == "1"
    screen.middle.page.rows.focus("day")
    press(Qt.Key.Key_R, CTRL)
    assert screen.presenter.value("events[day].in_referral") is True
    screen.presenter.undo()
    assert screen.presenter.value("events[day].in_referral") is False


def test_the_key_also_turns_the_row_that_stands_open(show):
    screen = show(NIGHT, path="events[night].what")
    press(Qt.Key.Key_R, CTRL)
    path = "events[night].in_referral"
    assert screen.presenter.value(path) is False
    assert screen.middle.page.asked().reach(path).answer() is False


def test_filters_by_child_keep_what_concerns_every_child_and_count_the_rest(show):
    screen = show(NIGHT, DAY, LOOSE)
    page = screen.middle.page
    page.filter.chips.chips[C1].click()
    assert listed(screen) == ["night", "loose"]
    assert page.filter.told.text() == "2 of 3 rows. 1 hidden by the filter."
    page.filter.show_all.click()
    assert listed(screen) == ["day", "night", "loose"]
    assert not page.filter.show_all.isVisible()


def test_filters_by_where_rows_go_and_by_words(show):
    screen = show(NIGHT, DAY, BACK)
    page = screen.middle.page
    page.filter.held.setCurrentIndex(list(Held).index(Held.KEPT))
    assert listed(screen) == ["back"]
    page.filter.held.setCurrentIndex(list(Held).index(Held.OURS))
    assert listed(screen) == ["day", "night"]
    page.filter.box.sought.emit("COAT without")
    assert listed(screen) == ["day"]


def test_what_is_written_or_turned_under_a_filter_stays_in_view(show):
    screen = show(NIGHT, DAY)
    page = screen.middle.page
    page.filter.box.sought.emit("quarrel")
    begin(screen)
    type_("2021")
    assert len(listed(screen)) == 2
    page.filter.clear()
    page.filter.held.setCurrentIndex(list(Held).index(Held.OURS))
    page.turn("night")
    assert "night" in listed(screen)


def test_finding_leads_to_a_row_that_the_filter_hides(show):
    screen = show(NIGHT, DAY)
    screen.middle.page.filter.box.sought.emit("quarrel")
    assert listed(screen) == ["night"]
    assert screen.go_to("events[day].what") is not None
    assert attribute() == "what"
    assert listed(screen) == ["day", "night"]


def test_the_filter_comes_back_after_a_lock(show):
    screen = show(NIGHT, DAY, BACK)
    page = screen.middle.page
    page.filter.chips.chips[C1].click()
    page.filter.held.setCurrentIndex(1)
    page.filter.box.line.setText("quarrel")
    page.filter.box.sought.emit("quarrel")
    typed = screen.half_typed()
    other = show(NIGHT, DAY, BACK)
    other.put_back(typed)
    assert other.middle.page.filter.wanted == page.filter.wanted
    assert other.half_typed() == typed
    assert listed(other) == ["night"]
    assert not other.find_bar.isVisible()


def test_the_line_itself_comes_back_after_a_lock_with_the_caret_in_it(show):
    screen = show(NIGHT)
    begin(screen)
    type_("2024")
    press(ENTER)
    type_("A neighbour pho")
    screen._remember()
    screen.lane.run()
    made, typed = events(screen)[-1], screen.half_typed()
    other = show(*events(screen), section="", place=screen.desk.places[-1])
    other.put_back(typed)
    assert other.middle.page.entry.item_id == made.id
    assert attribute() == "what"
    type_("ned.")
    again = events(other)[-1]
    assert (again.id, again.when, again.what) == (made.id, made.when, "A neighbour phoned.")


def test_the_caret_comes_back_to_the_row_that_was_written_on_the_line(show):
    screen = show(NIGHT)
    begin(screen)
    type_("2024")
    press(ENTER)
    type_("Half a sen")
    screen._remember()
    screen.lane.run()
    place = screen.desk.places[-1]
    made = events(screen)[-1]
    assert place == Place("chronology", f"events[{made.id}].what", 10)
    show(*events(screen), section="", place=place)
    assert attribute() == "what"
    assert (focused_row().answer(), focused_row().caret()) == ("Half a sen", 10)


def test_arrows_go_from_row_to_row_and_tab_stops_at_one(show):
    screen = show(NIGHT, DAY, LOOSE)
    page = screen.middle.page
    page.rows.focus("day")
    press(Qt.Key.Key_Down)
    assert page.cards["night"].head.hasFocus()
    press(Qt.Key.Key_End)
    assert page.cards["loose"].head.hasFocus()
    heads = [one for one in reading_order(page) if isinstance(one, RowHead) and takes_tab(one)]
    assert heads == [page.cards["loose"].head]
    press(ENTER)
    assert page.open_item() == "loose"


def test_a_row_taken_out_leaves_the_focus_on_its_neighbour(show):
    screen = show(NIGHT, DAY, LOOSE, path="events[night].what")
    page = screen.middle.page
    page.cards["night"].taken_out.emit()
    assert page.cards["loose"].head.hasFocus()
    assert "taken out" in screen.done.spoken()
    screen.done.action.click()
    assert listed(screen) == ["day", "night", "loose"]


def test_of_five_hundred_rows_only_those_in_view_are_made(qtbot):
    screen = show_screen(qtbot, referrals.largest(), section="chronology")
    page, bar = screen.middle.page, screen.middle.view.verticalScrollBar()
    seen = set()
    for part in range(41):
        bar.setValue(bar.maximum() * part // 40)
        QApplication.processEvents()
        assert 0 < len(page.cards) <= 24
        in_view = [
            one for one in page.cards.values() if one.visibleRegion().boundingRect().height() > 5
        ]
        bottom = max((one.geometry().bottom() for one in in_view), default=0)
        assert bottom > 0
        seen |= set(page.cards)
    page.rows.focus("e500")
    press(Qt.Key.Key_End)
    QApplication.processEvents()
    assert next(reversed(page.cards)) == "e1"
    assert page.cards["e1"].head.hasFocus()
    assert not page.cards["e1"].visibleRegion().isEmpty()


def test_the_open_row_stays_open_when_it_is_scrolled_out_of_view(qtbot):
    screen = show_screen(qtbot, referrals.largest(), path="events[e250].what")
    page, bar = screen.middle.page, screen.middle.view.verticalScrollBar()
    for value in (0, bar.maximum()):
        bar.setValue(value)
        QApplication.processEvents()
        assert page.cards["e250"].visibleRegion().isEmpty()
        assert page.asked() is page.cards["e250"].questions is not None
    type_("!")
    assert "!" in screen.presenter.value("events[e250].what")


def test_no_part_is_a_window_of_its_own_for_a_moment(show):
    screen = show(NIGHT, DAY)
    page = screen.middle.page
    strays = StrayWindows()
    try:
        begin(screen)
        type_("2024")
        page.next_row()
        page.open_card("night")
        page.filter.box.sought.emit("quarrel")
        page.filter.clear()
        page.timeline.draw()
        QApplication.processEvents()
        assert strays.seen == []
    finally:
        strays.rest()


def test_scrolling_shows_rows_without_holes(qtbot):
    screen = show_screen(qtbot, referrals.largest(), section="chronology")
    page, view = screen.middle.page, screen.middle.view
    for value in range(2_000, 12_000, 700):
        view.verticalScrollBar().setValue(value)
        QApplication.processEvents()
        rows = sorted(page.cards.values(), key=lambda one: one.y())
        shown = [one for one in rows if not one.visibleRegion().isEmpty()]
        assert sum(one.visibleRegion().boundingRect().height() for one in shown) > (
            view.viewport().height() * 0.85
        )
        assert [one.item_id for one in rows] == list(page.cards)


def test_the_timeline_comes_with_the_second_date_and_leads_to_rows(show):
    screen = show(NIGHT, LOOSE)
    line = screen.middle.page.timeline
    line.draw()
    assert not line.isVisible()
    screen.presenter.edited("events[loose].when", on(date(2026, 9, 1)))
    line.draw()
    assert line.isVisible()
    spot = next(one for one in line._spots if one.ids == ("loose",))
    line.press(spot.x + 1, spot.y + 1)
    assert screen.middle.page.cards["loose"].head.hasFocus()


def test_keys_go_from_mark_to_mark_and_to_the_row(show):
    screen = show(NIGHT, DAY, BACK)
    line = screen.middle.page.timeline
    line.draw()
    plain = line.picture.canvas.drawing
    line.picture.canvas.setFocus()
    press(Qt.Key.Key_Up)
    assert len(line.picture.canvas.drawing.shapes) == len(plain.shapes) + 1
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert screen.middle.page.cards["back"].head.hasFocus()


def test_typing_draws_no_timeline(show, monkeypatch):
    screen = show(NIGHT, DAY, path="events[night].what")
    line = screen.middle.page.timeline
    for _ in range(2):
        line.draw()
        QApplication.processEvents()
    drawn = []
    monkeypatch.setattr(line.picture, "show_figure", drawn.append)
    type_("More words")
    assert drawn == []
    line.draw()
    assert drawn == []


def test_a_sealed_chronology_is_read_and_not_changed(show):
    screen = show(NIGHT, DAY, state=DraftState.SEALED)
    page = screen.middle.page
    assert not page.add.isVisible()
    assert not page.cards["night"].goes.isEnabled()
    page.rows.focus("night")
    press(Qt.Key.Key_R, CTRL)
    press(ENTER, CTRL)
    assert events(screen) == (NIGHT, DAY)
    assert not page.entry.isVisible()
