"""The page of a council's details: what is published, what the office has, and the difference."""

from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ffd_desktop.app.office_details import Found, keep_details, office_details
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.checked import DetailKind
from ffd_desktop.councils.hours import whom_to_phone
from ffd_desktop.councils.review import LookAgain
from ffd_desktop.problems import ProblemForPerson
from tests.fakes.referral_store import FakeSettingsStore
from tests.ui import around_kit as kit
from ui.destinations import ToCouncilDetails, ToSettings, ToShelf
from ui.screens.council_details.screen import CouncilDetailsScreen
from ui.shell.coming_back import destination_of, where_of
from ui.widgets.compact_numbers import CompactNumbers
from ui.widgets.look_again import LookAgainCard
from ui.widgets.number_card import NumberCard
from ui.widgets.words import Words

FRONT, PHONE, HOURS = "front_door", DetailKind.PHONE, DetailKind.HOURS
OURS, NEWER = "01632 960555", "01632 960777"


@pytest.fixture
def desk():
    return kit.desk()


@pytest.fixture
def show(qtbot, desk):
    def shown(pack=None, clock=None) -> CouncilDetailsScreen:
        made = CouncilDetailsScreen(
            desk=desk,
            pack=pack or kit.pack(),
            lane=kit.PromptLane(),
            clock=clock or kit.HandClock(),
        )
        return kit.show(qtbot, made)

    return shown


def newer():
    """The pack after an update that publishes another number for the front door."""
    pack = kit.pack()
    contacts = tuple(
        msgspec.structs.replace(one, phone=NEWER) if one.key == FRONT else one
        for one in pack.contacts
    )
    return msgspec.structs.replace(pack, contacts=contacts)


def checked(desk, text: str, pack=None, on=date(2026, 11, 3)) -> None:
    found = [Found(contact=FRONT, kind=PHONE, text=text)]
    keep_details(desk, pack or kit.pack(), found, by="A. Tanglewood", on=on)


def kept(desk, kind=PHONE, contact=FRONT):
    return office_details(desk, "worcestershire").get(contact, {}).get(kind)


def retype(qtbot, box, text: str) -> None:
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)


def words_of(widget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(Words) if not one.isHidden())


def buttons(row) -> list[str]:
    return [one.text() for one in (row.right, row.theirs, row.ours) if one.isVisible()]


def test_it_starts_at_the_way_back_and_leads_to_settings(qtbot, show):
    screen = show()
    assert QApplication.focusWidget() is screen.to_shelf
    for button, there in ((screen.to_shelf, ToShelf()), (screen.to_settings, ToSettings())):
        with qtbot.waitSignal(screen.go) as left:
            qtbot.keyClick(button, Qt.Key.Key_Return)
        assert left.args == [there]


def test_another_councils_details_are_a_link_away(qtbot, desk):
    screen = CouncilDetailsScreen(
        desk=desk,
        pack=kit.pack(),
        others={"walsall": "Walsall"},
        lane=kit.PromptLane(),
        clock=kit.HandClock(),
    )
    kit.show(qtbot, screen)
    (link,) = screen.others
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert left.args == [ToCouncilDetails("walsall")]


@pytest.mark.parametrize("council", ["", "walsall"])
def test_a_lock_comes_back_to_the_same_council(council):
    where = where_of(ToCouncilDetails(council), {"front_door hours": "Mon to Th"})
    assert destination_of(where) == ToCouncilDetails(council)
    assert where.typed["front_door hours"] == "Mon to Th"


def test_what_is_published_is_confirmed_as_it_stands(qtbot, show, desk):
    screen = show()
    row = screen.form.row(FRONT, PHONE)
    assert buttons(row) == ["This is right"]
    with qtbot.waitSignal(screen.office_changed):
        qtbot.keyClick(row.right, Qt.Key.Key_Return)
    assert kept(desk).by == "Rhiannon Tanglewood"
    assert "confirmed by Rhiannon Tanglewood on 20 November 2026" in words_of(row)
    assert buttons(row) == []
    assert QApplication.focusWidget() is row.box


def test_a_correction_is_kept_by_enter_and_is_the_one_on_the_card(qtbot, show, desk):
    screen = show()
    row = screen.form.row(FRONT, PHONE)
    retype(qtbot, row.box, OURS)
    assert buttons(row) == ["Keep this correction"]
    qtbot.keyClick(row.box, Qt.Key.Key_Return)
    office = office_details(desk, "worcestershire")
    assert whom_to_phone(kit.pack(), kit.FRIDAY, office).now.phone == OURS
    assert buttons(row) == ["Use the published one"]
    assert "published: 01905 822666" in words_of(row)


def test_an_update_leaves_a_correction_and_says_the_difference(qtbot, show, desk):
    checked(desk, OURS)
    screen = show(newer())
    row = screen.form.row(FRONT, PHONE)
    assert row.box.text() == OURS
    assert (
        f"Published now: {NEWER}; you have: {OURS}, corrected by A. Tanglewood on 3 November 2026."
    ) in words_of(row)
    assert buttons(row) == ["Still right", "Use the published one"]
    assert screen.why_heading.text() == "The council publishes something new"
    qtbot.keyClick(row.right, Qt.Key.Key_Return)
    assert (kept(desk).text, kept(desk).published) == (OURS, NEWER)
    assert "Published now" not in words_of(row)


def test_the_published_one_is_used_by_one_press(qtbot, show, desk):
    checked(desk, OURS)
    screen = show(newer())
    row = screen.form.row(FRONT, PHONE)
    qtbot.keyClick(row.theirs, Qt.Key.Key_Return)
    assert kept(desk).text == row.box.text() == NEWER
    assert buttons(row) == []


def test_what_was_only_confirmed_gives_way_and_can_be_had_back(qtbot, show, desk):
    checked(desk, "01905 822666")
    screen = show(newer())
    row = screen.form.row(FRONT, PHONE)
    assert row.box.text() == NEWER
    assert buttons(row) == ["Use the published one", "Keep what you had"]
    qtbot.keyClick(row.ours, Qt.Key.Key_Return)
    assert kept(desk).text == row.box.text() == "01905 822666"


def test_all_at_once_leaves_what_the_council_changed_to_be_decided(qtbot, show, desk):
    checked(desk, OURS)
    screen = show(newer())
    qtbot.keyClick(screen.all, Qt.Key.Key_Return)
    assert kept(desk).on == date(2026, 11, 3)
    assert kept(desk, HOURS).on == date(2026, 11, 20)
    assert "say for each which holds" in screen.banner.spoken()


def test_all_at_once_ends_the_asking_where_nothing_changed(qtbot, show):
    screen = show()
    assert screen.why.isVisible()
    qtbot.keyClick(screen.all, Qt.Key.Key_Return)
    assert not screen.why.isVisible()


def test_a_passed_review_asks_whether_each_is_still_right(qtbot, show, desk):
    screen = show()
    qtbot.keyClick(screen.all, Qt.Key.Key_Return)
    later = kit.HandClock(kit.FRIDAY + timedelta(days=200))
    screen = show(clock=later)
    assert "by 31 March 2027" in screen.why_words.text()
    row = screen.form.row(FRONT, PHONE)
    assert buttons(row) == ["Still right"]
    qtbot.keyClick(row.right, Qt.Key.Key_Return)
    assert kept(desk).on == later.now().date()


def test_hours_say_how_they_are_read_while_they_are_typed(qtbot, show):
    row = show().form.row(FRONT, HOURS)
    retype(qtbot, row.box, "Mon-Thu 8.45-5.15, Fri 8:45 to 16:45")
    assert (
        "Read as: Monday to Thursday 08:45 to 17:15; Friday 08:45 to 16:45. Shut otherwise."
    ) in words_of(row)
    retype(qtbot, row.box, "always")
    assert "Read as: at any time, on bank holidays too." in words_of(row)
    retype(qtbot, row.box, "ring twice")
    assert "Kept in your words." in words_of(row)


def test_blank_hours_are_filled_in_and_said_to_be_as_told(qtbot, show, desk):
    screen = show(bundled_pack("walsall"))
    row = screen.form.row(FRONT, HOURS)
    retype(qtbot, row.box, "8:45 to 17:15")
    assert buttons(row) == ["Keep this"]
    qtbot.keyClick(row.box, Qt.Key.Key_Return)
    assert "As told by Rhiannon Tanglewood on 20 November 2026; not published." in words_of(row)
    card = whom_to_phone(bundled_pack("walsall"), kit.FRIDAY, office_details(desk, "walsall"))
    assert card.now.when == "Open until 17:15 today"


def test_an_address_that_no_source_gives_is_folded_away_until_it_is_wanted(qtbot, show, desk):
    screen = show()
    row = screen.form.row(FRONT, DetailKind.SECURE_EMAIL)
    assert not row.isVisible()
    name = "Add an address or e-mail of Family Front Door (FFD)"
    (unfold,) = (one for one in kit.controls(screen) if kit.name_of(one) == name)
    qtbot.keyClick(unfold, Qt.Key.Key_Return)
    assert row.isVisible()
    retype(qtbot, row.box, "duty@example.org")
    qtbot.keyClick(row.box, Qt.Key.Key_Return)
    assert kept(desk, DetailKind.SECURE_EMAIL).text == "duty@example.org"
    assert show().form.row(FRONT, DetailKind.SECURE_EMAIL).isVisible()


def test_emergency_has_no_box_to_change(show):
    assert {row.detail.contact for row in show().form.rows.values()} == {
        "front_door",
        "out_of_hours",
    }


def test_keeping_one_leaves_what_is_typed_in_another(qtbot, show):
    screen = show()
    other = screen.form.row("out_of_hours", PHONE)
    retype(qtbot, other.box, "01632 96")
    qtbot.keyClick(screen.form.row(FRONT, PHONE).right, Qt.Key.Key_Return)
    assert other.box.text() == "01632 96"


def test_what_is_half_typed_survives_a_lock_also_in_a_folded_box(qtbot, show):
    screen = show()
    retype(qtbot, screen.form.row(FRONT, HOURS).box, "Mon to Th")
    screen.form.row(FRONT, DetailKind.ADDRESS).box.setText("County H")
    typed = screen.half_typed()
    again = CouncilDetailsScreen(
        desk=kit.desk(), pack=kit.pack(), lane=kit.PromptLane(), clock=kit.HandClock()
    )
    qtbot.addWidget(again)
    again.put_back(typed)
    assert again.half_typed() == typed
    again.show()
    again.entered()
    assert again.form.row(FRONT, HOURS).box.text() == "Mon to Th"
    assert again.form.row(FRONT, DetailKind.ADDRESS).isVisible()
    assert again.half_typed() == typed


class FullSettings(FakeSettingsStore):
    """Settings on a disk without room."""

    def put(self, key: str, value: object) -> None:
        raise ProblemForPerson("The disk is full.", "Make room.", "disk_full")


def test_a_vault_that_cannot_be_written_says_so_and_the_words_stay(qtbot, show, desk):
    desk.settings = FullSettings()
    screen = show()
    row = screen.form.row(FRONT, PHONE)
    retype(qtbot, row.box, OURS)
    qtbot.keyClick(row.box, Qt.Key.Key_Return)
    assert "The disk is full" in screen.banner.spoken()
    assert row.box.text() == OURS


def test_every_control_has_a_name(show):
    screen = show()
    for row in screen.form.rows.values():
        row.show()
    kit.assert_all_named(screen)


# ---- where the numbers are shown ----------------------------------------------------------------


def test_both_cards_say_aloud_that_two_numbers_differ(qtbot, desk):
    checked(desk, OURS)
    office = office_details(desk, "worcestershire")
    numbers = whom_to_phone(newer(), kit.FRIDAY, office)
    full, compact = NumberCard(), CompactNumbers(lambda: numbers)
    for card in (full, compact):
        qtbot.addWidget(card)
    full.show_numbers(numbers)
    for card in (full, compact):
        card.show()
        assert f"⚠ Published now: {NEWER}; you have: {OURS}" in words_of(card)
    assert f"you have: {OURS}" in full.spoken()


def test_the_card_is_no_window_of_its_own(qtbot):
    card = LookAgainCard(lambda: LookAgain(heading="Time to look again", words="By then."))
    qtbot.addWidget(card)
    assert not card.isVisible()


def test_the_card_on_the_shelf_is_seen_while_there_is_something_to_look_at(qtbot):
    found = [None]
    holder = QWidget()
    qtbot.addWidget(holder)
    card = LookAgainCard(lambda: found[0])
    QVBoxLayout(holder).addWidget(card)
    holder.show()
    assert card.isHidden()
    found[0] = LookAgain(heading="Time to look again", words="By 31 March 2027.", is_urgent=True)
    card.refresh()
    assert not card.isHidden()
    assert card.heading.text() == "Time to look again"
    assert card.property("card") == "warn"
