"""The order of events: part dates where they begin, what is no date last, ages by the child."""

from datetime import date

import msgspec

from ffd_desktop.referral.chronology import in_order, numbers, span_of
from ffd_desktop.referral.dates import DateKind, on, read_date
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.statements import Event

TODAY = date(2026, 11, 20)
ADA = Child(id="c1", first_names="Ada", date_of_birth=on(date(2015, 3, 31)))
BEN = Child(id="c2", first_names="Ben", date_of_birth=on(date(2018, 6, 1)))


def event(name, when, children=None, **more):
    found = read_date(when, today=TODAY) if when else None
    return Event(id=name, when=found, children=children, **more)


def test_part_dates_stand_where_they_begin_and_what_is_no_date_last():
    events = (
        event("text", "after the summer"),
        event("day", "2 March 2024"),
        event("none", ""),
        event("first", "1 March 2024"),
        event("year", "2024"),
        event("month", "about March 2024"),
        event("late", "1 March 2024 at 15:30"),
        event("early", "1 March 2024 at 9:05"),
    )
    order = [one.id for one in in_order(events, (ADA,))]
    assert order == ["year", "first", "early", "late", "month", "day", "text", "none"]


def test_an_age_is_reckoned_from_the_child_whom_the_event_concerns():
    four = event("four", "about 4 years old", ("c1",))
    assert four.when.kind is DateKind.AGE
    assert span_of(four, (ADA, BEN)) == (date(2019, 3, 31), date(2020, 3, 30))
    months = event("months", "1 year 11 months old")
    assert span_of(months, (ADA,)) == (date(2017, 2, 28), date(2017, 3, 30))


def test_an_age_has_no_place_when_nobody_knows_whose_it_is_or_when_they_were_born():
    four = event("four", "about 4 years old")
    unborn = msgspec.structs.replace(ADA, date_of_birth=None)
    assert span_of(four, (ADA, BEN)) is None
    assert span_of(four, (unborn,)) is None
    assert [one.id for one in in_order((four, event("day", "2 March 2024")), (ADA, BEN))] == [
        "day",
        "four",
    ]


def test_only_what_goes_to_the_council_is_numbered():
    events = (event("a", ""), event("b", "", in_referral=False), event("c", ""))
    assert numbers(events) == {"a": 1, "c": 2}
