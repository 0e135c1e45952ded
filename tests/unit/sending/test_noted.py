"""What a delivery tells is noted where nobody wrote, once, and over no person's word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.referral.after import After
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.edits import replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.noted import noted
from ffd_desktop.sending.outcomes import Answer, Receipt
from ffd_desktop.sending.submission import State, Submission
from tests.unit.following.test_due import day

RECEIPT = Receipt("MZ-4471", "2027-03-28T01:30:00+00:00", "k1", "sha-256=:eA==:", "sha-256=:eA==:")
ANSWERS = (
    Answer("acknowledged", "2027-03-29T08:00:00+00:00", worker="Duty desk"),
    Answer("decided", "2027-03-30T09:00:00+00:00"),
    Answer("outcome", "2027-04-01T10:00:00+00:00", outcome="Family support", reason="Level 3"),
)


def delivered(*answers: Answer) -> Submission:
    return Submission(
        "s1", "r", "78", "k1", "2027-03-28T01:00:00+00:00",
        state=State.DELIVERED, receipt=RECEIPT, answers=answers,
    )  # fmt: skip


def after(before: After, submission: Submission) -> After:
    referral = Referral("r", "FFD", "walsall", "marf", after=before)
    return replay(referral, noted(before, submission)).after


def test_a_receipt_notes_how_when_and_under_which_reference() -> None:
    found = after(After(), delivered())
    assert (found.sent_how, found.council_reference) == ("upload", "MZ-4471")
    assert isinstance(found.sent_on, PartDate)
    assert found.sent_on.words() == "28 March 2027 at 02:30"  # summer time began in that night
    assert found.acknowledged_on == found.sent_on
    assert found.decided_on is None


def test_the_council_s_answers_are_noted_and_no_code_is_guessed() -> None:
    found = after(After(), delivered(*ANSWERS))
    assert (found.acknowledged_by, found.rationale) == ("Duty desk", "Family support\nLevel 3")
    assert isinstance(found.decided_on, PartDate)
    assert found.decided_on.words() == "30 March 2027 at 10:00"
    assert isinstance(found.outcome_told_on, PartDate)
    assert found.outcome is None


def test_what_is_not_delivered_notes_nothing() -> None:
    unknown = Submission("s1", "r", "78", "k1", "", state=State.UNKNOWN)
    assert noted(After(), unknown) == ()


@given(st.lists(st.sampled_from(ANSWERS), max_size=4))
def test_noting_twice_is_noting_once(answers: list[Answer]) -> None:
    once = after(After(), delivered(*answers))
    assert noted(once, delivered(*answers)) == ()


def test_no_word_of_a_person_is_written_over() -> None:
    typed = After(sent_on=day("27 March 2027"), rationale="They phoned: no room")
    found = after(typed, delivered(*ANSWERS))
    assert (found.sent_on, found.rationale) == (typed.sent_on, typed.rationale)
    assert found.council_reference == "MZ-4471"


@pytest.mark.parametrize("told", ["soon", "", "0001-01-01T00:00:00+23:59"])
def test_a_moment_that_cannot_be_read_is_left_out(told: str) -> None:
    odd = Submission(
        "s1", "r", "78", "k1", "", state=State.DELIVERED,
        receipt=Receipt("MZ-1", told, "k1", "", ""),
    )  # fmt: skip
    found = after(After(), odd)
    assert (found.council_reference, found.sent_on) == ("MZ-1", None)
