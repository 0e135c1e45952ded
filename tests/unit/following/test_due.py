"""What is due after sending: by whose clock, over which holidays, and when it falls silent."""

from __future__ import annotations

from datetime import date, datetime

import msgspec
import pytest

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.pack import Pack
from ffd_desktop.councils.workdays import LONDON
from ffd_desktop.following.board import Followed, Line, board
from ffd_desktop.following.closures import Closure
from ffd_desktop.following.due import all_due
from ffd_desktop.following.waiting import Waiting, When
from ffd_desktop.referral.after import After, Challenge, Chase, Told
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.dates import PartDate, read_date
from ffd_desktop.referral.model import FirstCall, Referral

WORCESTERSHIRE = bundled_pack("worcestershire")
WALSALL = bundled_pack("walsall")
EASTER = Closure(date(2027, 3, 26), date(2027, 4, 9), "Easter holidays")


def day(words: str) -> PartDate:
    found = read_date(words, today=date(2027, 1, 4))
    assert isinstance(found, PartDate)
    return found


def referral(after: After | None = None, **more: object) -> Referral:
    base = Referral("r1", "FFD-2027-0001", "worcestershire", "csc", after=after or After())
    return msgspec.structs.replace(base, **more)


def due(
    after: After, pack: Pack = WORCESTERSHIRE, *, is_sealed: bool = True, **more: object
) -> dict[str, Waiting]:
    return {one.event: one for one in all_due(referral(after, **more), pack, is_sealed=is_sealed)}


@pytest.mark.parametrize(
    ("sent", "decision"),
    [
        ("24 March 2027", "by the end of Thursday 25 March 2027"),
        ("25 March 2027", "by the end of Tuesday 30 March 2027"),  # Good Friday, Easter Monday
        ("24 December 2026", "by the end of Tuesday 29 December 2026"),  # Boxing Day stands in
        ("31 December 2026", "by the end of Monday 4 January 2027"),
        ("24 July 2026", "by the end of Monday 27 July 2026"),  # school holidays stop no clock
    ],
)
def test_the_decision_is_due_one_working_day_after_it_came(sent: str, decision: str) -> None:
    found = due(After(sent_on=day(sent)))
    assert found["decision"].words == decision
    assert "outcome" not in found


@pytest.mark.parametrize(
    ("decided", "outcome"),
    [
        ("25 March 2027", "by the end of Thursday 1 April 2027"),
        ("24 December 2026", "by the end of Thursday 31 December 2026"),
    ],
)
def test_the_outcome_is_due_three_working_days_after_the_decision(
    decided: str, outcome: str
) -> None:
    found = due(After(sent_on=day("20 December 2026"), decided_on=day(decided)))
    assert found["outcome"].words == outcome
    assert "para 46" in found["outcome"].source
    assert "decision" not in found


def test_where_no_source_gives_a_time_it_says_whom_to_ask() -> None:
    after = After(sent_on=day("4 January 2027"), decided_on=day("5 January 2027"))
    found = due(after, WALSALL)["outcome"]
    assert found.by is None
    assert found.words.startswith("Ask MASH")


def test_an_outcome_ends_the_waiting_and_begins_what_the_school_owes() -> None:
    after = After(
        sent_on=day("4 January 2027"), decided_on=day("5 January 2027"), outcome="no_action"
    )
    assert set(due(after)) == {"family"}
    told = msgspec.structs.replace(after, family_told_on=day("8 January 2027"))
    assert due(told) == {}


def test_not_known_is_no_decision() -> None:
    after = After(sent_on=day("4 January 2027"), decided_on=NotKnown(Reason.WILL_FIND_OUT))
    assert "decision" in due(after)


def test_an_assessment_has_forty_five_working_days() -> None:
    after = After(
        sent_on=day("4 January 2027"), outcome="assessment", family_told_on=day("8 January 2027")
    )
    assert due(after)["assessment"].words == "by the end of Monday 8 March 2027"


def test_a_sealed_referral_that_was_not_sent_is_the_first_thing_to_do() -> None:
    assert due(After())["sending"].is_ours
    assert due(After(), is_sealed=False) == {}
    assert "sending" not in due(After(sent_on=day("4 January 2027")))


def test_what_is_sealed_and_not_sent_is_due_today_whatever_the_day() -> None:
    early = datetime(2027, 1, 4, 9, tzinfo=LONDON)
    [line] = lines(early, After())[When.TODAY]
    assert line.waiting.event == "sending"


def test_walsalls_form_is_due_a_day_after_the_call_to_the_hour() -> None:
    call = FirstCall(phoned=True, when=day("8 January 2027 16:25"))
    found = due(After(), WALSALL, is_sealed=False, first_call=call)["written_confirmation"]
    assert found.words == "by 16:25 on Saturday 9 January 2027"
    assert found.is_ours
    sent = After(sent_on=day("8 January 2027"))
    assert "written_confirmation" not in due(sent, WALSALL, first_call=call)


def test_a_stage_is_due_by_the_day_that_was_asked_for() -> None:
    stage = Challenge("k1", stage="2", raised_on=day("11 January 2027"))
    after = After(sent_on=day("4 January 2027"), outcome="advice", challenges=(stage,))
    found = due(after)["challenge"]
    assert found.by is None
    assert "Manager to manager" in found.what
    asked = msgspec.structs.replace(stage, answer_by=day("13 January 2027"))
    found = due(msgspec.structs.replace(after, challenges=(asked,)))["challenge"]
    assert found.by == datetime(2027, 1, 13, 23, 59, 59, tzinfo=LONDON)
    answered = msgspec.structs.replace(asked, answered_on=day("12 January 2027"))
    assert "challenge" not in due(msgspec.structs.replace(after, challenges=(answered,)))


def test_asking_again_is_due_until_something_was_noted_on_the_day_or_later() -> None:
    first = Chase("a1", when=day("5 January 2027"), next_on=day("7 January 2027"))
    assert "chase" in due(After(sent_on=day("4 January 2027"), chases=(first,)))
    second = Chase("a2", when=day("7 January 2027"))
    assert "chase" not in due(After(sent_on=day("4 January 2027"), chases=(first, second)))


def test_another_school_is_told_or_stays_on_the_list() -> None:
    after = After(sent_on=day("4 January 2027"), schools_told=(Told("s1", school="Elm"),))
    assert due(after)["school"].path == "after.schools_told[s1].when"


def test_nothing_is_due_once_it_is_closed() -> None:
    assert due(After(sent_on=day("4 January 2027"), closed_on=day("5 January 2027"))) == {}


def lines(now: datetime, after: After, *closures: Closure) -> dict[When, tuple[Line, ...]]:
    one = Followed("r1", "FFD-2027-0001", (), tuple(due(after).values()))
    return board([one], now=now, closures=closures)


def test_the_board_tells_the_truth_over_easter() -> None:
    after = After(sent_on=day("25 March 2027"))
    for moment, when in (
        (datetime(2027, 3, 25, 9, tzinfo=LONDON), When.SOON),
        (datetime(2027, 3, 30, 9, tzinfo=LONDON), When.TODAY),
        (datetime(2027, 3, 30, 23, 59, tzinfo=LONDON), When.TODAY),
        (datetime(2027, 3, 31, 0, 0, tzinfo=LONDON), When.OVERDUE),
    ):
        assert [one.waiting.event for one in lines(moment, after)[when]] == ["decision"]


def test_what_falls_due_while_the_school_is_closed_says_so_before_it_closes() -> None:
    after = After(
        sent_on=day("4 January 2027"),
        outcome="advice",
        family_told_on=day("5 January 2027"),
        next_review=day("6 April 2027"),
    )
    early = datetime(2027, 3, 1, 9, tzinfo=LONDON)
    [line] = lines(early, after, EASTER)[When.LATER]
    assert line.closure == EASTER
    eve = datetime(2027, 3, 24, 9, tzinfo=LONDON)
    assert lines(eve, after)[When.LATER]
    assert lines(eve, after, EASTER)[When.SOON]


@pytest.mark.parametrize("odd", ["99:99", "24:00", "²:00", "10", "", ":"])
def test_a_time_that_no_clock_shows_trips_nothing(odd: str) -> None:
    when = msgspec.structs.replace(day("4 January 2027"), time=odd)
    assert when.clock_time() is None
    found = due(After(sent_on=when))["decision"]
    assert found.words == "by the end of Tuesday 5 January 2027"
    call = FirstCall(phoned=True, when=when)
    asks = due(After(), WALSALL, is_sealed=False, first_call=call)["written_confirmation"]
    assert asks.by is None
