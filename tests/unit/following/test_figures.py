"""An office's own figures: counted from the record, over working days, without a name."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.councils.pack import Grade
from ffd_desktop.councils.workdays import add_working_days
from ffd_desktop.following.figures import Case, figures, working_days
from ffd_desktop.referral.after import After
from tests.builders import referrals
from tests.unit.following.test_due import day

ROUTES = {("worcestershire", "csc"): "Referral to Children’s Social Care"}
OUTCOMES = {"no_action": "No further action", "assessment": "Assessment"}


def case(after: After, **findings: int) -> Case:
    referral = msgspec.structs.replace(
        referrals.typical(), council="worcestershire", form="csc", after=after
    )
    return Case(referral, {Grade(name): count for name, count in findings.items()})


def test_figures_are_counted_and_the_middle_of_the_waiting_is_given() -> None:
    cases = [
        case(After(sent_on=day("4 January 2027"), decided_on=day("5 January 2027"),
                   outcome="no_action"), should=2),
        case(After(sent_on=day("25 March 2027"), decided_on=day("31 March 2027"),
                   outcome="assessment"), must=1),
        case(After(sent_on=day("4 January 2027"))),
        case(After(outcome="assessment")),
    ]  # fmt: skip
    found = {(one.group, one.name): one.value for one in figures(
        cases, routes=ROUTES, outcomes=OUTCOMES)}  # fmt: skip
    assert found["Referrals", "Sent"] == 3
    assert found["Form", "Referral to Children’s Social Care"] == 3
    assert found["Outcome", "No outcome yet"] == 1
    assert found["Outcome", "Assessment"] == 1
    assert (found["To a decision", "Known of"], found["To an outcome", "Known of"]) == (2, 0)
    assert found["To a decision", "Median, working days"] == 1.5  # one day, and two over Easter
    assert found["Findings when sealed", "Must"] == 1
    assert found["Findings when sealed", "Should"] == 2


def test_a_month_tells_no_waiting_time() -> None:
    cases = [case(After(sent_on=day("January 2027"), decided_on=day("February 2027")))]
    found = {(one.group, one.name): one.value for one in figures(
        cases, routes=ROUTES, outcomes=OUTCOMES)}  # fmt: skip
    assert found["To a decision", "Known of"] == 0


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
def test_counting_working_days_turns_adding_them_round(start: date, amount: int) -> None:
    assert working_days(start, add_working_days(start, amount)) == amount
    assert working_days(start, start + timedelta(days=7)) <= 5
