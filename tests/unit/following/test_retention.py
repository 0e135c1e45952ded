"""How long records are kept: with the youngest child, never shorter, and never while held."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.following.retention import due_for_review, review_of
from ffd_desktop.referral.after import After
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.dates import PartDate, read_date
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child

TODAY = date(2040, 6, 1)


def born(words: str) -> PartDate:
    found = read_date(words, today=TODAY)
    assert isinstance(found, PartDate)
    return found


def of(*dates: object, after: After | None = None) -> Referral:
    children = tuple(
        Child(f"c{number}", date_of_birth=one)  # type: ignore[arg-type]
        for number, one in enumerate(dates)
    )
    return Referral("r", "FFD", "walsall", "marf", children=children, after=after or After())


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("3 May 2015", date(2040, 5, 3)),
        ("29 February 2016", date(2041, 3, 1)),
        ("May 2015", date(2040, 5, 31)),  # the last day that it could be
        ("2015", date(2040, 12, 31)),
    ],
)
def test_a_record_is_kept_twenty_five_years_from_birth(words: str, until: date) -> None:
    assert review_of(of(born(words))).on == until


@given(st.lists(st.dates(date(1995, 1, 1), date(2026, 1, 1)), min_size=1, max_size=12))
def test_no_child_of_the_family_is_forgotten_early(days: list[date]) -> None:
    dates = [born(f"{day.day}/{day.month}/{day.year}") for day in days]
    review = review_of(of(*dates))
    assert review.on is not None
    assert all(one.until is not None and one.until <= review.on for one in review.children)


def test_without_a_date_of_birth_no_day_is_made_up() -> None:
    assert review_of(of(born("3 May 2010"), NotKnown(Reason.NOT_ASKED))).on is None
    assert review_of(of()).on is None


def test_a_later_day_can_be_set_and_an_earlier_one_changes_nothing() -> None:
    assert review_of(of(born("3 May 2015"), after=After(keep_until=born("1 January 2090")))).on == (
        date(2090, 1, 1)
    )
    early = After(keep_until=born("1 January 2020"))
    assert review_of(of(born("3 May 2015"), after=early)).on == date(2040, 5, 3)


def test_what_is_held_is_never_due() -> None:
    held = After(hold=True, hold_reason="The council asked for it")
    free, kept = review_of(of(born("3 May 2010"))), review_of(of(born("3 May 2010"), after=held))
    assert kept.held == "The council asked for it"
    older = review_of(of(born("3 May 2009")))
    assert due_for_review([("b", free), ("h", kept), ("a", older)], TODAY) == ("a", "b")
    assert review_of(of(after=After(hold=True))).held
