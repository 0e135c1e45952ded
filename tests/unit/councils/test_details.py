"""The office's details against a pack that changes: corrections survive, confirmations lapse."""

from __future__ import annotations

from datetime import date, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.checked import CheckedDetail, DetailKind
from ffd_desktop.councils.details import (
    ContactInForce,
    Detail,
    Standing,
    details_of,
    in_force,
)
from ffd_desktop.councils.hours import whom_to_phone
from ffd_desktop.councils.pack import Pack
from ffd_desktop.councils.review import look_again
from ffd_desktop.councils.workdays import LONDON

PACK, WALSALL = bundled_pack("worcestershire"), bundled_pack("walsall")
FRONT, PHONE, HOURS = "front_door", DetailKind.PHONE, DetailKind.HOURS
PUBLISHED, MINE, NEWER = "01905 822666", "01632 960555", "01632 960777"
DAY = date(2026, 12, 3)
TODAY = date(2027, 1, 15)
NUMBERS = st.sampled_from((PUBLISHED, "01905822666", MINE, NEWER))


def office(text: str, was: str = PUBLISHED, kind: DetailKind = PHONE, on: date = DAY):
    return {FRONT: {kind: CheckedDetail(text, was, "A. Tanglewood", on)}}


def with_front(pack: Pack = PACK, **changes: object) -> Pack:
    contacts = tuple(
        msgspec.structs.replace(one, **changes) if one.key == FRONT else one
        for one in pack.contacts
    )
    return msgspec.structs.replace(pack, contacts=contacts)


def front(pack: Pack, mine, kind: DetailKind = PHONE, today: date = TODAY) -> Detail:
    found = details_of(pack, mine, today)
    return next(one for one in found if (one.contact, one.kind) == (FRONT, kind))


def held(pack: Pack, mine, today: date = TODAY) -> ContactInForce:
    found = next(one for one in in_force(pack, mine, today).contacts if one.key == FRONT)
    assert isinstance(found, ContactInForce)
    return found


def card(pack: Pack, mine, moment: str = "2027-01-15T10:00"):
    return whom_to_phone(pack, datetime.fromisoformat(moment).replace(tzinfo=LONDON), mine)


# ---- the laws -----------------------------------------------------------------------------------


@given(mine=NUMBERS, was=NUMBERS, now=NUMBERS)
def test_a_correction_survives_every_update_and_a_confirmation_only_the_same_number(mine, was, now):
    one = front(with_front(phone=now), office(mine, was))
    corrected = mine.replace(" ", "") != was.replace(" ", "")
    differs = now.replace(" ", "") != mine.replace(" ", "")
    assert one.text == (mine if corrected and differs else now)
    assert one.is_checked is (corrected or not differs)


@given(mine=NUMBERS, was=NUMBERS, now=NUMBERS)
def test_a_number_that_differs_from_what_is_published_never_stands_in_silence(mine, was, now):
    shown = card(with_front(phone=now), office(mine, was)).now
    if shown.phone.replace(" ", "") != now.replace(" ", ""):
        said = f"{shown.provenance}. {shown.warning}"
        assert now in said
        assert "A. Tanglewood on 3 December 2026" in said


# ---- each standing, and what is said of it ------------------------------------------------------


def test_nobody_checked_and_it_says_so():
    one = front(PACK, {})
    assert one.standing is Standing.UNCHECKED
    assert one.provenance == (
        "As published in Worcestershire scrutiny report 2019, Appendix 4; "
        "not yet checked by your office"
    )


def test_confirmed_however_it_was_spaced():
    one = front(PACK, office("01905-822666"))
    assert one.standing is Standing.CONFIRMED
    assert one.text == PUBLISHED
    assert one.provenance.endswith("confirmed by A. Tanglewood on 3 December 2026")


def test_corrected_and_what_is_published_stands_beside_it():
    one = front(PACK, office(MINE))
    assert (one.standing, one.text, one.warning) == (Standing.CORRECTED, MINE, "")
    assert one.provenance.startswith("Corrected by A. Tanglewood on 3 December 2026; published: 0")


def test_a_correction_survives_an_update_and_the_difference_is_said():
    shown = card(with_front(phone=NEWER), office(MINE)).now
    assert (shown.phone, shown.is_confirmed) == (MINE, True)
    assert shown.warning == (
        f"Published now: {NEWER}; you have: {MINE}, corrected by A. Tanglewood on 3 December 2026."
    )


def test_a_confirmation_lapses_with_an_update_and_the_new_number_is_not_yet_checked():
    shown = card(with_front(phone=NEWER), office(PUBLISHED)).now
    assert (shown.phone, shown.is_confirmed) == (NEWER, False)
    assert shown.provenance.endswith("not yet checked by your office")
    assert f"you had: {PUBLISHED}, confirmed by" in shown.warning


def test_an_update_that_publishes_the_correction_agrees_with_it():
    one = front(with_front(phone=MINE), office(MINE))
    assert (one.standing, one.warning) == (Standing.CONFIRMED, "")


def test_an_emergency_number_is_nobodys_to_correct():
    wrong = {"police": {PHONE: CheckedDetail("01632 960111", "999", "A. Tanglewood", DAY)}}
    assert card(PACK, wrong).danger.phone == "999"
    assert not any(one.contact == "police" for one in details_of(PACK, wrong, TODAY))


def test_a_correction_that_is_due_to_be_checked_says_so_beside_the_number():
    shown = card(PACK, office(MINE), "2027-04-01T10:00").now
    assert shown.warning == "Look at this correction again: it was made on 3 December 2026."


def test_a_withdrawn_address_lapses():
    mine = office("duty@example.org", "duty@example.org", DetailKind.EMAIL)
    one = front(PACK, mine, DetailKind.EMAIL)
    assert (one.standing, one.text) == (Standing.LAPSED, "")
    assert one.warning.startswith("Published now: nothing; you had: duty@example.org")


# ---- hours --------------------------------------------------------------------------------------


def told(words: str, pack: Pack = WALSALL):
    was = "" if pack is WALSALL else "Monday to Thursday 09:00 to 17:00; Friday 09:00 to 16:30"
    return office(words, was, HOURS)


def test_blank_hours_that_the_office_asked_for_are_reckoned_with():
    open_now = card(WALSALL, told("Mon-Thu 8:45-17:15, Fri 8:45-16:45"))
    assert (open_now.now.key, open_now.now.when) == (FRONT, "Open until 16:45 today")
    assert "Hours: as told by A. Tanglewood on 3 December 2026" in open_now.now.provenance
    shut = card(WALSALL, told("Mon-Thu 8:45-17:15, Fri 8:45-16:45"), "2027-01-15T16:45")
    assert (shut.now.key, shut.is_open) == ("out_of_hours", False)


def test_hours_that_cannot_be_read_are_shown_as_words_and_nobody_calls_it_shut():
    shown = card(PACK, told("Ring twice", PACK), "2027-01-15T22:00")
    assert (shown.now.key, shown.is_open) == (FRONT, None)
    assert "Its hours: Ring twice" in shown.now.when
    assert shown.other.key == "out_of_hours"


def test_a_front_door_that_is_always_answered_is_never_called_shut():
    shown = card(PACK, told("24/7", PACK), "2027-03-26T03:00")
    assert (shown.now.key, shown.now.when, shown.is_open) == (FRONT, "At any time", True)


def test_corrected_hours_survive_an_update_of_the_published_ones():
    pack = with_front(hours=PACK.contacts[1].hours[:1])
    shown = card(pack, told("Mon to Fri 8 to 18:00", PACK), "2027-01-15T17:30")
    assert shown.now.when == "Open until 18:00 today"
    assert "Hours: published now: Monday to Thursday 09:00 to 17:00; you have:" in shown.now.warning


# ---- a pack in force ----------------------------------------------------------------------------


def test_a_pack_in_force_differs_in_its_contacts_alone_and_stays_when_taken_again():
    once = in_force(PACK, office(MINE), TODAY)
    assert held(PACK, office(MINE)).phone == MINE
    assert in_force(once, {}, TODAY) == once
    assert msgspec.structs.replace(once, contacts=PACK.contacts) == PACK


# ---- when to look again -------------------------------------------------------------------------


def checked_whole(on: date, pack: Pack = PACK):
    mine: dict[str, dict[DetailKind, CheckedDetail]] = {}
    for one in details_of(pack, {}, TODAY):
        if one.published:
            of = mine.setdefault(one.contact, {})
            of[one.kind] = CheckedDetail(one.published, one.published, "A. Tanglewood", on)
    return mine


def test_all_is_well_once_everything_published_is_checked():
    assert look_again(PACK, checked_whole(DAY), TODAY) is None


@pytest.mark.parametrize(
    ("pack", "on", "today", "words"),
    [
        (PACK, DAY, date(2027, 3, 31), None),
        (PACK, DAY, date(2027, 4, 1), "by 31 March 2027"),
        (PACK, date(2027, 4, 1), date(2027, 5, 1), None),
        (PACK, date(2026, 11, 20), TODAY, "reviewed on 21 November 2026"),
        (
            msgspec.structs.replace(PACK, valid_to=date(2026, 12, 31)),
            DAY,
            TODAY,
            "valid until 31 December 2026",
        ),
    ],
)
def test_it_is_time_to_look_again_once_a_review_has_passed_since_the_check(pack, on, today, words):
    again = look_again(pack, checked_whole(on), today)
    if words is None:
        assert again is None
    else:
        assert again is not None
        assert words in again.words
        assert not again.is_urgent


def test_a_clock_before_the_packs_own_review_asks_nothing():
    assert look_again(PACK, checked_whole(date(2026, 11, 2)), date(2026, 11, 3)) is None


def test_what_the_council_changed_comes_first():
    again = look_again(with_front(phone=NEWER), checked_whole(DAY), date(2028, 1, 1))
    assert again is not None
    assert again.is_urgent
    assert again.words.startswith("Number of Family Front Door (FFD): not what your office checked")


def test_what_nobody_checked_is_named_and_what_no_source_gives_is_not_asked_for():
    again = look_again(PACK, {}, TODAY)
    assert again is not None
    assert again.heading == "Not yet checked by your office"
    assert "and 1 more" in again.words
    assert look_again(WALSALL, checked_whole(DAY, WALSALL), TODAY) is None
