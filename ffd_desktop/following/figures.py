"""An office's own figures: how many, by which route, with what outcome, after how long. No names.

Counts what was written down. A median is given, never a judgement of a council or of a school.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from statistics import median

from ffd_desktop.councils.pack import Grade
from ffd_desktop.councils.workdays import is_working_day
from ffd_desktop.following.moments import has_come
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private


class Case(Private, frozen=True):
    """One referral that was sent, and how many findings of each grade stood when it was sealed."""

    referral: Referral
    findings: Mapping[Grade, int]


class Figure(Private, frozen=True):
    """One line of the figures.

    Attributes:
        group: What it belongs to, such as "Outcome".
        name: What was counted.
        value: A number, or a number of working days.
    """

    group: str
    name: str
    value: float


def figures(
    cases: Iterable[Case], *, routes: Mapping[tuple[str, str], str], outcomes: Mapping[str, str]
) -> tuple[Figure, ...]:
    """Count the referrals that were sent.

    Args:
        cases: What was sent; a referral without a day of sending is left out.
        routes: The title of each form, by council and form.
        outcomes: The words for each code of an outcome.
    """
    sent = [one for one in cases if has_come(one.referral.after.sent_on)]
    return tuple(_all(sent, routes, outcomes))


def _all(
    sent: list[Case], routes: Mapping[tuple[str, str], str], outcomes: Mapping[str, str]
) -> Iterator[Figure]:
    yield Figure("Referrals", "Sent", len(sent))
    children = sum(len(one.referral.referred_children()) for one in sent)
    yield Figure("Referrals", "Children in them", children)
    yield from _counted("Form", (_route(one.referral, routes) for one in sent))
    yield from _counted("Outcome", (_outcome(one.referral, outcomes) for one in sent))
    yield from _waited("To a decision", sent, "decided_on")
    yield from _waited("To an outcome", sent, "outcome_told_on")
    for grade in Grade:
        found = sum(one.findings.get(grade, 0) for one in sent)
        yield Figure("Findings when sealed", grade.value.capitalize(), found)


def _counted(group: str, names: Iterable[str]) -> Iterator[Figure]:
    for name, count in sorted(Counter(names).items(), key=lambda one: (-one[1], one[0])):
        yield Figure(group, name, count)


def _route(referral: Referral, routes: Mapping[tuple[str, str], str]) -> str:
    return routes.get((referral.council, referral.form), "Another form")


def _outcome(referral: Referral, outcomes: Mapping[str, str]) -> str:
    code = referral.after.outcome
    return outcomes.get(code, code) if isinstance(code, str) else "No outcome yet"


def _waited(group: str, sent: Iterable[Case], until: str) -> Iterator[Figure]:
    """Give how many working days it took, over those of which both days are known."""
    days = sorted(
        working_days(start, end)
        for one in sent
        if (start := _day(one.referral.after.sent_on)) is not None
        and (end := _day(getattr(one.referral.after, until))) is not None
        and start <= end
    )
    yield Figure(group, "Known of", len(days))
    if days:
        yield Figure(group, "Median, working days", median(days))
        yield Figure(group, "Longest, working days", days[-1])


def _day(when: object) -> date | None:
    """Give a day that is known as a day; a month or a year tells no waiting time."""
    first, last = (when.earliest(), when.latest()) if isinstance(when, PartDate) else (None, None)
    return first if first == last else None


def working_days(start: date, end: date) -> int:
    """Count the working days after a day, up to and with another."""
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(map(is_working_day, days))
