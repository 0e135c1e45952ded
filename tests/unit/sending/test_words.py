"""The words of each state say what is true and no more."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from ffd_desktop.sending.outcomes import Answer, Failed, Receipt, Receipted, Refused, Trouble
from ffd_desktop.sending.submission import Submission, after, as_digest, begun
from ffd_desktop.sending.words import Mood, answer_words, told

NOW = datetime(2026, 7, 20, 16, 25, tzinfo=UTC)
DIGEST = "ab" * 32
QUEUED = Submission("s1", "r1", DIGEST, "0" * 32, NOW.isoformat())
SENDING = begun(QUEUED)
RECEIPT = Receipt("FFD/0001", "2026-07-20T16:25:03Z", QUEUED.key, as_digest(DIGEST), "")
DELIVERED = after(SENDING, Receipted(RECEIPT), now=NOW)


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("reached", [True, False])
def test_every_trouble_has_words_and_nags(trouble: Trouble, reached: bool) -> None:
    true = told(after(SENDING, Failed(trouble, reached=reached), now=NOW), NOW)
    assert true.nags
    assert true.mood is Mood.WARN
    assert true.head == ("Not known whether it arrived" if reached else "Not sent yet")
    assert true.words
    assert true.next
    assert "elivered" not in f"{true.head} {true.words} {true.next}"


def test_only_a_receipt_is_called_delivered_and_nags_no_more() -> None:
    true = told(DELIVERED, NOW)
    assert (true.head, true.mood, true.nags) == ("Delivered", Mood.DONE, False)
    assert "FFD/0001, received on 20 July 2026 at 17:25" in true.words


@pytest.mark.parametrize("told_at", ["soon", "0001-01-01T00:00:00+23:59"])
def test_a_moment_that_cannot_be_read_is_shown_as_it_was_told(told_at: str) -> None:
    odd = replace(DELIVERED, receipt=replace(RECEIPT, received_at=told_at))
    assert f"received on {told_at}." in told(odd, NOW).words


@pytest.mark.parametrize("submission", [None, QUEUED, SENDING])
def test_what_is_not_there_yet_nags(submission: Submission | None) -> None:
    assert told(submission, NOW).nags


def test_a_refusal_gives_the_reason_and_promises_no_attempt() -> None:
    true = told(after(SENDING, Refused("Not our child.", final=True), now=NOW), NOW)
    assert "The portal said: Not our child." in true.words
    assert "again at" not in true.next
    assert true.nags


def test_the_next_attempt_is_said_in_london_time() -> None:
    late = after(SENDING, Failed(Trouble.BUSY, reached=False, wait_s=600), now=NOW)
    assert "at 17:35" in told(late, NOW).next
    assert "again now" in told(late, NOW + timedelta(hours=1)).next


def test_what_waits_for_somebody_says_for_what() -> None:
    asks = after(SENDING, Failed(Trouble.SIGN_IN, reached=False), now=NOW)
    assert told(asks, NOW).next == "Sign in at the portal, and it goes on."
    stopped = replace(asks, trouble=Trouble.STOPPED)
    assert told(stopped, NOW).next == "It goes on when you say so."


def test_an_answer_is_said_with_its_reason_and_whom_to_ask() -> None:
    answer = Answer("outcome", "2026-07-22T09:00:00Z", "Early help", "Not met.", "A. Heron")
    words = "22 July 2026 at 10:00: Early help. Why: Not met. Ask for: A. Heron"
    assert answer_words(answer) == words
    assert "taken it up" in answer_words(Answer("acknowledged", "soon"))
