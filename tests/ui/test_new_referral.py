"""A new referral: danger first, one box, three-way choices, and a filled draft by keys alone."""

from datetime import date

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.app import rolls
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.roll.pupil import Pupil
from tests.builders.names import upn
from tests.ui import around_kit as kit
from tests.ui.lanes import HandLane
from ui.destinations import ToDraft, ToRoll
from ui.pupil_search import looks_like_upn
from ui.screens.new_referral.choices import Danger, split_name, summary
from ui.screens.new_referral.screen import NewReferralScreen
from ui.widgets.kin import Choice
from ui.widgets.pupil_words import pupil_card
from ui.widgets.tab_order import reading_order, takes_tab

TODAY = date(2026, 11, 20)


@pytest.fixture
def desk():
    return kit.desk(pupils=kit.PUPILS)


def shown(qtbot, desk, lane=None) -> NewReferralScreen:
    screen = NewReferralScreen(
        desk=desk,
        rolls=rolls,
        pack=kit.pack(),
        lane=lane or kit.PromptLane(),
        clock=kit.HandClock(),
        whom=kit.whom,
    )
    return kit.show(qtbot, screen)


@pytest.fixture
def screen(qtbot, desk) -> NewReferralScreen:
    return shown(qtbot, desk)


def press(qtbot, key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def look_for(qtbot, screen, text: str) -> None:
    screen.finder.search.line.setFocus()
    screen.finder.search.line.clear()
    qtbot.keyClicks(screen.finder.search.line, text)
    qtbot.waitUntil(lambda: screen._presenter._search.text == text)


def started(desk, left):
    (destination,) = left.args
    assert isinstance(destination, ToDraft)
    return desk.open(destination.referral_id).referral


def names(screen) -> list[str]:
    model = screen.finder.results.lines
    return [model.data(model.index(at)) for at in range(model.rowCount())]


def test_whoever_is_found_is_seen_beneath_the_numbers_on_a_small_window(qtbot, screen):
    screen.resize(1000, 600)
    screen.danger.radios[Danger.YES].click()
    look_for(qtbot, screen, "ameli")
    qtbot.waitUntil(lambda: names(screen) == ["Amélie Wiśniewska"])
    qtbot.waitUntil(lambda: is_seen_whole(screen, screen.finder.results))
    assert is_seen_whole(screen, screen.finder.search.line)


def is_seen_whole(screen, widget) -> bool:
    view = screen.page.view.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()))


def test_from_a_part_of_a_name_to_a_filled_draft_by_keys_alone(qtbot, screen, desk):
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is screen.finder.search.line
    qtbot.keyClicks(QApplication.focusWidget(), "ameli")
    qtbot.waitUntil(lambda: names(screen) == ["Amélie Wiśniewska"])
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.pupil.start
    with qtbot.waitSignal(screen.go) as left:
        press(qtbot, Qt.Key.Key_Return)
    referral = started(desk, left)
    assert [child.name for child in referral.children] == ["Amélie Wiśniewska"]
    assert referral.children[0].upn == kit.AMELIE.upn
    assert {person.name for person in referral.people} >= {"Grażyna Wiśniewska"}
    assert referral.concern.immediate_danger is False


def test_a_whole_upn_shows_its_pupil_at_once(qtbot, screen):
    look_for(qtbot, screen, kit.NNAMDI.upn)
    assert screen.pupil.isVisible()
    assert screen.pupil.name.text() == "Nnamdi Okonjo-Vale"


def test_arrows_show_one_card_after_the_other(qtbot, screen):
    look_for(qtbot, screen, "wi")
    press(qtbot, Qt.Key.Key_Down)
    first = screen.pupil.name.text()
    press(qtbot, Qt.Key.Key_Down)
    assert {first, screen.pupil.name.text()} == {"Amélie Wiśniewska", "Piotr Wiśniewski"}


@pytest.mark.parametrize(
    ("danger", "is_shown", "kept"),
    [
        (Danger.YES, True, True),
        (Danger.NOT_SURE, True, NotKnown(Reason.NOT_KNOWN)),
        (Danger.NO, False, False),
        (None, False, None),
    ],
)
def test_danger_brings_the_numbers_and_never_blocks(qtbot, screen, desk, danger, is_shown, kept):
    if danger is not None:
        qtbot.keyClick(screen.danger.radios[danger], Qt.Key.Key_Space)
    assert screen.danger.numbers.isVisible() is is_shown
    look_for(qtbot, screen, kit.AMELIE.upn)
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.pupil.start, Qt.Key.Key_Return)
    assert started(desk, left).concern.immediate_danger == kept


def test_a_slip_of_the_finger_gets_a_suggestion_that_is_taken_by_a_press(qtbot, screen):
    wrong = kit.AMELIE.upn[:-1] + ("2" if kit.AMELIE.upn[-1] == "1" else "1")
    look_for(qtbot, screen, wrong)
    (button,) = (one for one in kit.controls(screen.finder.meant) if one.text() == kit.AMELIE.upn)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.pupil.isVisible)
    assert screen.pupil.name.text() == "Amélie Wiśniewska"
    assert not screen.finder.meant.isVisible()


def test_a_good_upn_that_nobody_has_is_told_as_such(qtbot, screen):
    look_for(qtbot, screen, upn(99, year=21))
    assert "no pupil on the roll has it" in screen.finder.words.text()


def test_nobody_found_can_be_started_by_name(qtbot, screen, desk):
    look_for(qtbot, screen, "Zofia Tanglewood")
    assert screen.finder.words.text() == "Nobody on the roll has a name like that."
    qtbot.keyClick(screen.finder.link, Qt.Key.Key_Return)
    assert screen.finder.first_names.text() == "Zofia"
    press(qtbot, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.go) as left:
        press(qtbot, Qt.Key.Key_Return)
    referral = started(desk, left)
    assert [child.name for child in referral.children] == ["Zofia Tanglewood"]
    assert referral.children[0].referred is True
    assert referral.referrer.school_name == "Larkrise Fictional Primary School"


def test_a_draft_can_be_started_without_any_name(qtbot, screen, desk):
    qtbot.keyClick(screen.finder.link, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.finder.start, Qt.Key.Key_Return)
    assert [child.name for child in started(desk, left).children] == [""]


def test_without_a_roll_that_is_said_with_a_way_to_it(qtbot):
    screen = shown(qtbot, kit.desk())
    assert "not brought in yet" in screen.roll_words.text()
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.to_roll, Qt.Key.Key_Return)
    assert left.args == [ToRoll()]


def test_siblings_are_proposed_with_reasons_and_none_is_chosen(qtbot, screen):
    look_for(qtbot, screen, kit.AMELIE.upn)
    radios = screen.pupil.kin.radios
    assert {key for key, _ in radios} == {kit.PIOTR.upn, kit.LOWRI.upn}
    assert not any(radio.isChecked() for radio in radios.values())
    words = " ".join(label.text() for label in screen.pupil.kin.findChildren(QLabel))
    assert "Likely: Both have Grażyna Wiśniewska as mother" in words
    assert "Possible: Same address" in words
    assert "speaks of care" in words


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice.REFER, {"Amélie Wiśniewska": True, "Piotr Wiśniewski": True}),
        (Choice.FAMILY, {"Amélie Wiśniewska": True, "Piotr Wiśniewski": False}),
        (Choice.NOT_FAMILY, {"Amélie Wiśniewska": True}),
        (None, {"Amélie Wiśniewska": True}),
    ],
)
def test_a_sibling_goes_into_the_draft_as_it_was_decided(qtbot, screen, desk, choice, expected):
    look_for(qtbot, screen, kit.AMELIE.upn)
    if choice is not None:
        qtbot.keyClick(screen.pupil.kin.radios[kit.PIOTR.upn, choice], Qt.Key.Key_Space)
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.pupil.start, Qt.Key.Key_Return)
    referral = started(desk, left)
    assert {child.name: child.referred for child in referral.children} == expected


def test_choices_of_one_pupil_never_reach_the_next(qtbot, screen, desk):
    look_for(qtbot, screen, kit.AMELIE.upn)
    qtbot.keyClick(screen.pupil.kin.radios[kit.PIOTR.upn, Choice.REFER], Qt.Key.Key_Space)
    look_for(qtbot, screen, kit.NNAMDI.upn)
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.pupil.start, Qt.Key.Key_Return)
    assert [child.name for child in started(desk, left).children] == ["Nnamdi Okonjo-Vale"]


def test_the_family_of_another_pupil_that_comes_late_is_not_shown(qtbot, desk):
    lane = HandLane()
    screen = shown(qtbot, desk, lane)
    screen._presenter.search("wi")
    lane.run()
    screen._presenter.choose(kit.AMELIE.upn)
    late = lane.jobs.pop()
    screen._presenter._found[kit.NNAMDI.upn] = kit.NNAMDI
    screen._presenter.choose(kit.NNAMDI.upn)
    lane.run()
    lane.jobs.append(late)
    lane.run()
    assert screen.pupil.kin.radios == {}


def test_a_pupil_whose_family_is_still_looked_for_starts_alone(qtbot, desk):
    lane = HandLane()
    screen = shown(qtbot, desk, lane)
    screen._presenter.search("w")
    lane.run()
    screen._presenter.choose(kit.AMELIE.upn)
    lane.run()
    screen._presenter.decide(kit.PIOTR.upn, Choice.REFER)
    screen._presenter.choose(kit.LOWRI.upn)
    screen._presenter.start()
    lane.run()
    (row,) = desk.shelf()
    assert row.children == ("Lowri Kaya",)


def test_two_presses_start_one_draft(qtbot, desk):
    lane = HandLane()
    screen = shown(qtbot, desk, lane)
    screen._presenter.search(kit.AMELIE.upn)
    lane.run()
    lane.run()
    qtbot.keyClick(screen.pupil.start, Qt.Key.Key_Return)
    qtbot.keyClick(screen.pupil.start, Qt.Key.Key_Return)
    lane.run()
    assert len(desk.shelf()) == 1


def test_trouble_with_starting_is_told_and_can_be_tried_again(qtbot, screen, desk, monkeypatch):
    def full(*_args, **_kwargs):
        raise ProblemForPerson("The disk is full.", "Make room.", "disk_full")

    look_for(qtbot, screen, kit.AMELIE.upn)
    with monkeypatch.context() as broken:
        broken.setattr(desk, "start", full)
        qtbot.keyClick(screen.pupil.start, Qt.Key.Key_Return)
    assert "The disk is full" in screen.banner.spoken()
    with qtbot.waitSignal(screen.go):
        qtbot.keyClick(screen.pupil.start, Qt.Key.Key_Return)


def test_the_card_shows_care_court_orders_and_the_order_of_contacts():
    card = pupil_card(kit.AMELIE, today=TODAY)
    assert card.born == "27 March 2016 (10 years old)"
    assert card.contacts[0].name == "Grażyna Wiśniewska"
    father = card.contacts[1]
    assert "court order" in father.care
    assert "parental responsibility" in father.details
    assert card.contacts[0].care == ""
    assert "Looked after by Worcestershire" in pupil_card(kit.LOWRI, today=TODAY).cares[0]


def test_a_date_of_birth_that_is_none_is_shown_as_written():
    odd = Pupil(upn=upn(9), forename="Wen", born_as_written="31 February 2016")
    card = pupil_card(odd, today=TODAY)
    assert "31 February 2016" in card.born
    assert card.cares


def test_a_pupil_without_a_upn_is_not_given_an_empty_one():
    assert pupil_card(Pupil(forename="Wen", year_group="R"), today=TODAY).details == "Reception"


def test_the_summary_says_who_is_left_out():
    said = summary("A", {"1": Choice.REFER, "2": Choice.UNDECIDED}, "the form")
    assert said == (
        "A draft about A and 1 other child on the form. "
        "1 not decided: left out, and can be added later."
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [("B885000020001", True), ("b 885 0000 20 001", True), ("Amélie", False), ("885", False)],
)
def test_what_is_meant_as_a_upn(text, answer):
    assert looks_like_upn(text) is answer


def test_a_typed_name_is_taken_apart():
    assert split_name("Zofia Ewa Tanglewood") == ("Zofia Ewa", "Tanglewood")
    assert split_name("Zofia") == ("Zofia", "")
    assert split_name("B885000020001") == ("", "")


def test_hostile_names_stay_plain_text_and_out_of_the_title(qtbot):
    hostile = msgspec.structs.replace(kit.AMELIE, forename=kit.HOSTILE, contacts=())
    screen = shown(qtbot, kit.desk(pupils=(hostile, kit.PIOTR)))
    look_for(qtbot, screen, hostile.upn)
    assert kit.HOSTILE in screen.pupil.name.text()
    plain = Qt.TextFormat.PlainText
    assert all(label.textFormat() == plain for label in screen.findChildren(QLabel))
    assert "Bobby" not in screen.title + screen.windowTitle()


def test_every_control_has_a_name(qtbot, screen):
    look_for(qtbot, screen, kit.AMELIE.upn)
    qtbot.keyClick(screen.finder.link, Qt.Key.Key_Return)
    kit.assert_all_named(screen)


def test_the_pupil_whose_card_is_shown_is_the_marked_one(qtbot, screen):
    look_for(qtbot, screen, "wi")
    press(qtbot, Qt.Key.Key_Down)
    (marked,) = screen.finder.results.selectionModel().selectedIndexes()
    assert marked.data() == screen.pupil.name.text()


def test_in_a_small_window_the_way_on_is_scrolled_into_view(qtbot, screen):
    screen.resize(700, 480)
    look_for(qtbot, screen, "ameli")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.pupil.start.visibleRegion().isEmpty())
    assert QApplication.focusWidget() is screen.pupil.start


def test_the_siblings_and_the_form_are_met_before_the_way_on(qtbot, screen):
    look_for(qtbot, screen, kit.AMELIE.upn)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in screen.pupil.kin.radios.values()))
    stops = [one for one in reading_order(screen) if takes_tab(one)]
    on = stops.index(screen.pupil.start)
    kin, forms = screen.pupil.kin.radios.values(), screen.pupil.forms.values()
    assert kin
    assert all(stops.index(one) < on for one in (*kin, *forms))


def test_nothing_is_promised_to_be_kept_before_the_draft_is_there(qtbot, screen):
    qtbot.keyClick(screen.danger.radios[Danger.YES], Qt.Key.Key_Space)
    assert "from then on every word is kept" in screen.danger.advice.text()
