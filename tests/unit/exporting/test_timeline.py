"""The timeline: later is further right, nothing lies on anything else, no event is missing."""

from datetime import date, timedelta
from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.exporting.drawing import Label, Line, Polygon, Rect
from ffd_desktop.exporting.pictures.timeline import timeline
from ffd_desktop.exporting.pictures.timeline_scale import Scale, wide
from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.statements import Event
from tests.builders import referrals
from tests.builders.items import TODAY

CHILDREN = tuple(child.id for child in referrals.typical().children)
DAYS = st.dates(date(2010, 1, 1), TODAY)
NOTHING_LEFT_OVER = 0.01


def month(day, *, about=False):
    return PartDate(kind=DateKind.MONTH, year=day.year, month=day.month, about=about)


def year(day):
    return PartDate(kind=DateKind.YEAR, year=day.year, about=True)


WHEN = st.one_of(DAYS.map(on), DAYS.map(month), DAYS.map(year), st.none())
WHOM = st.one_of(st.none(), st.lists(st.sampled_from(CHILDREN), max_size=4, unique=True).map(tuple))
ROWS = st.lists(st.tuples(WHEN, WHOM, st.booleans()), max_size=40)


def family(*events, largest=False):
    base = referrals.largest() if largest else referrals.typical()
    return msgspec.structs.replace(base, events=tuple(events))


def event(n, when, children=None, **more):
    return Event(id=f"e{n}", when=when, what=f"Row {n}", children=children, **more)


def made(rows):
    return family(
        *(event(n, when, whom, in_referral=ours) for n, (when, whom, ours) in enumerate(rows))
    )


def boxes(picture):
    """The room that each word takes, and each mark."""
    for one in picture.figure.drawing.shapes:
        if isinstance(one, Label):
            room = one.room or wide(one.text, one.size)
            left = one.x - {"start": 0.0, "middle": room / 2, "end": room}[one.anchor]
            yield left, one.y - 6.0, left + room, one.y + 1.5


def meet(one, other):
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart


@given(ROWS, st.sampled_from([260.0, 482.0, 900.0]), st.booleans())
def test_no_words_lie_on_others_and_none_leave_the_picture(rows, width, kept_too):
    picture = timeline(made(rows), TODAY, width=width, kept_too=kept_too)
    if picture is None:
        return
    found = list(boxes(picture))
    assert not [pair for pair in combinations(found, 2) if meet(*pair)]
    assert all(left >= 0 and right <= width + NOTHING_LEFT_OVER for left, _, right, _ in found)
    drawn = [(one.x, one.y, one.x + one.w, one.y + one.h) for one in picture.spots]
    assert not [pair for pair in combinations(drawn, 2) if meet(*pair)]
    assert all(box[3] <= picture.figure.drawing.height for box in (*found, *drawn))


@given(ROWS, st.booleans())
def test_every_dated_event_is_on_the_picture_and_in_its_words(rows, kept_too):
    picture = timeline(made(rows), TODAY, kept_too=kept_too)
    dated = {
        f"e{n}" for n, (when, _, ours) in enumerate(rows) if when is not None and (ours or kept_too)
    }
    if len(dated) < 2:
        assert picture is None
        return
    assert {one for spot in picture.spots for one in spot.ids} == dated
    lines = picture.figure.alternative.splitlines()
    numbered = [int(line.split(". ")[0]) for line in lines if ". " in line and line[0].isdigit()]
    ours = sum(ours for when, _, ours in rows if when is not None)
    assert numbered == list(range(1, ours + 1))


@given(st.lists(DAYS, min_size=1, max_size=60), DAYS, DAYS)
def test_later_is_further_right(days, one, other):
    start, end = min(days), TODAY
    scale = Scale(days, start, end, 10.0, 400.0)
    inside = sorted(day for day in (one, other, *days) if start <= day <= end)
    places = [scale.x(day) for day in inside]
    assert places == sorted(places)
    assert len(set(places)) == len(set(inside))
    assert (scale.x(start), round(scale.x(end), 6)) == (10.0, 400.0 if end > start else 10.0)


def test_last_week_has_room_beside_fourteen_years():
    old = [event(n, on(date(2012 + 2 * n, 3, 1))) for n in range(5)]
    week = [event(10 + n, on(TODAY - timedelta(days=6 - n))) for n in range(7)]
    scale = Scale(
        [one.when.earliest() for one in (*old, *week)], date(2012, 3, 1), TODAY, 0.0, 400.0
    )
    assert scale.x(TODAY) - scale.x(TODAY - timedelta(days=6)) > 100
    marks = numbers_on(timeline(family(*old, *week), TODAY))
    assert {"1", "5", "6", "12"} <= marks


def numbers_on(picture):
    shapes = picture.figure.drawing.shapes
    return {one.text for one in shapes if isinstance(one, Label) and one.text[0].isdigit()}


def test_a_part_date_is_a_bar_over_all_the_days_that_it_can_be():
    picture = timeline(
        family(
            event(1, on(date(2026, 1, 1))),
            event(2, month(date(2026, 3, 1), about=True), CHILDREN[:1]),
            event(3, on(date(2026, 6, 1))),
        ),
        TODAY,
    )
    bar = next(one for one in picture.spots if one.ids == ("e2",))
    day = next(one for one in picture.spots if one.ids == ("e1",))
    assert bar.w > day.w
    shape = next(
        one
        for one in picture.figure.drawing.shapes
        if isinstance(one, Rect) and (one.x, one.w) == (bar.x, bar.w)
    )
    assert shape.dashed
    assert "2. about March 2026: " in picture.figure.alternative


def test_many_events_share_marks_that_say_which_rows_they_are():
    crowd = [event(n, on(TODAY - timedelta(days=n % 3)), CHILDREN[:1]) for n in range(90)]
    picture = timeline(family(event(99, on(date(2020, 1, 1))), *crowd), TODAY)
    assert any("\u2013" in one for one in numbers_on(picture))


def test_what_stays_on_file_is_drawn_without_a_number_and_only_for_the_school():
    kept = event(2, on(date(2026, 2, 1)), in_referral=False)
    referral = family(event(1, on(date(2026, 1, 1))), kept, event(3, on(date(2026, 3, 1))))
    council, school = (timeline(referral, TODAY, kept_too=too) for too in (False, True))
    assert not [one for one in council.spots if "e2" in one.ids]
    assert [one for one in school.spots if "e2" in one.ids]
    assert "Only on file: 1 February 2026" in school.figure.alternative
    assert len([line for line in council.figure.alternative.splitlines() if line[0] in "123"]) == 2
    assert numbers_on(council) & {"1", "2", "3"} == {"1", "2"}
    assert numbers_on(school) & {"1", "2", "3"} == {"1", "2"}


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_dated_events_make_no_picture(count):
    dated = [event(n, on(TODAY)) for n in range(count)]
    assert timeline(family(*dated, event(8, None), event(9, None)), TODAY) is None


def test_births_among_the_events_and_days_still_to_come_are_marked():
    referral = family(event(1, on(date(2016, 1, 1))), event(2, on(date(2026, 1, 1))))
    picture = timeline(referral, TODAY)
    said = picture.figure.alternative
    assert "In the family: The baby due, " in said
    assert " born, " in said
    assert any(isinstance(one, Polygon) for one in picture.figure.drawing.shapes)
    later = timeline(family(event(1, on(TODAY)), event(2, on(TODAY))), TODAY)
    assert " born" not in later.figure.alternative


def test_a_day_to_come_stands_after_today_even_where_its_words_have_no_room():
    picture = timeline(family(event(1, on(date(2025, 1, 1))), event(2, on(TODAY))), TODAY)
    shapes = picture.figure.drawing.shapes
    (today,) = (one.x1 for one in shapes if isinstance(one, Line) and one.dashed)
    (due,) = (one for one in shapes if isinstance(one, Polygon))
    places = [x for x, _ in due.points]
    assert min(places) > today
    ends_at = max(one.x + one.w for one in shapes if isinstance(one, Rect) and one.line is None)
    assert (min(places) + max(places)) / 2 == pytest.approx(ends_at - 4.0)
    assert ends_at < picture.figure.drawing.width - 12
    (words,) = (one for one in shapes if isinstance(one, Label) and one.text == "The baby due")
    assert words.anchor == "end"


@pytest.mark.parametrize("children", [1, 4])
def test_today_is_a_line_of_its_own(children):
    referral = family(event(1, on(date(2025, 1, 1))), event(2, on(TODAY)))
    referral = msgspec.structs.replace(referral, children=referral.children[:children])
    picture = timeline(referral, TODAY)
    lines = [one for one in picture.figure.drawing.shapes if isinstance(one, Line) and one.dashed]
    assert len(lines) == 1
    assert "Today is 20 November 2026." in picture.figure.alternative
    said = [one for one in picture.figure.drawing.shapes if isinstance(one, Label)]
    (word,) = (one for one in said if one.text == "Today")
    assert word.x == pytest.approx(lines[0].x1 + 2.0)


def test_five_hundred_events_stay_within_a_page():
    picture = timeline(referrals.largest(), TODAY)
    assert picture.figure.drawing.height <= 650
    assert len({one for spot in picture.spots for one in spot.ids}) == 500
