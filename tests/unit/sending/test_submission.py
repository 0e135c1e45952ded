"""The states of a submission, one by one; the walks are in tests/faults/test_sending.py."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from ffd_desktop.sending.outcomes import (
    Failed,
    Held,
    NeverHad,
    Outcome,
    Receipt,
    Receipted,
    Refused,
    Trouble,
)
from ffd_desktop.sending.submission import (
    LONGEST_PAUSE_S,
    Action,
    State,
    Submission,
    after,
    again,
    as_digest,
    begun,
    hurried,
    is_due,
    next_action,
    pause_s,
    woken,
)

NOW = datetime(2026, 11, 20, 16, 25, tzinfo=UTC)
DIGEST = "ab" * 32
QUEUED = Submission("s1", "r1", DIGEST, "0" * 32, NOW.isoformat())
SENDING = begun(QUEUED)
UNKNOWN = after(SENDING, Failed(Trouble.SLOW, reached=True), now=NOW)
RECEIPT = Receipt("FFD/0001", "2026-11-20T16:25:03Z", QUEUED.key, as_digest(DIGEST), "")


@pytest.mark.parametrize(
    ("before", "outcome", "state", "trouble"),
    [
        (SENDING, Receipted(RECEIPT), State.DELIVERED, None),
        (UNKNOWN, Receipted(RECEIPT), State.DELIVERED, None),
        (
            SENDING,
            Receipted(replace(RECEIPT, content_digest=as_digest("cd" * 32))),
            State.UNKNOWN,
            Trouble.OTHER_RECEIPT,
        ),
        (SENDING, Receipted(replace(RECEIPT, key="1" * 32)), State.UNKNOWN, Trouble.OTHER_RECEIPT),
        (SENDING, Failed(Trouble.CUT, reached=True), State.UNKNOWN, Trouble.CUT),
        (
            *(SENDING, Failed(Trouble.NO_CONNECTION, reached=False)),
            *(State.QUEUED, Trouble.NO_CONNECTION),
        ),
        (
            *(UNKNOWN, Failed(Trouble.NO_CONNECTION, reached=False)),
            *(State.UNKNOWN, Trouble.NO_CONNECTION),
        ),
        (SENDING, Held(), State.UNKNOWN, Trouble.HELD),
        (SENDING, Refused("No.", final=True), State.REFUSED, None),
        (SENDING, Refused("Not now.", final=False), State.QUEUED, Trouble.NOT_TAKEN),
        (UNKNOWN, NeverHad(), State.QUEUED, Trouble.SLOW),
    ],
)
def test_each_outcome_leads_to_the_state_that_is_true(
    before: Submission, outcome: Outcome, state: State, trouble: Trouble | None
) -> None:
    found = after(before, outcome, now=NOW)
    assert (found.state, found.trouble) == (state, trouble)


def test_what_is_over_stays_as_it_is() -> None:
    for outcome in (Receipted(RECEIPT), Refused("No.", final=True)):
        over = after(SENDING, outcome, now=NOW)
        assert after(over, Failed(Trouble.CUT, reached=True), now=NOW) == over
        assert next_action(over) is Action.NOTHING


def test_only_the_first_attempt_goes_out_unasked() -> None:
    assert next_action(QUEUED) is Action.SEND
    failed = after(SENDING, Failed(Trouble.NO_CONNECTION, reached=False), now=NOW)
    assert next_action(failed) is Action.ASK
    assert next_action(UNKNOWN) is Action.ASK
    cleared = after(UNKNOWN, NeverHad(), now=NOW)
    assert next_action(cleared) is Action.SEND
    assert next_action(woken(cleared)) is Action.ASK


def test_what_was_being_sent_at_a_kill_is_unknown() -> None:
    assert (woken(SENDING).state, woken(SENDING).trouble) == (State.UNKNOWN, Trouble.CLOSED)
    assert woken(QUEUED) == QUEUED


def test_pauses_grow_to_an_hour_and_attempts_have_no_end() -> None:
    pauses = [pause_s(failures) for failures in range(1, 2000)]
    assert pauses[:4] == [15, 30, 60, 120]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE_S


def test_it_waits_as_long_as_the_portal_asks() -> None:
    found = after(SENDING, Failed(Trouble.BUSY, reached=False, wait_s=600), now=NOW)
    assert not is_due(found, NOW + timedelta(seconds=599))
    assert is_due(found, NOW + timedelta(seconds=600))


def test_a_clock_that_was_put_back_holds_nothing_up() -> None:
    assert is_due(UNKNOWN, NOW + timedelta(seconds=15))
    assert not is_due(UNKNOWN, NOW)
    assert is_due(UNKNOWN, NOW - timedelta(days=400))


@pytest.mark.parametrize("trouble", [Trouble.SIGN_IN, Trouble.STOPPED])
def test_what_waits_for_somebody_is_not_tried_until_they_say_so(trouble: Trouble) -> None:
    found = after(SENDING, Failed(trouble, reached=False), now=NOW)
    assert not is_due(found, NOW + timedelta(days=30))
    assert is_due(hurried(found), NOW)


def test_what_was_refused_goes_again_only_under_another_key() -> None:
    refused = after(SENDING, Refused("No.", final=True), now=NOW)
    queued = again(refused, key="1" * 32, now=NOW)
    assert (queued.state, queued.key, queued.sealed) == (State.QUEUED, "1" * 32, refused.sealed)
    assert next_action(queued) is Action.SEND


def test_a_submission_shows_nothing_of_itself_by_accident() -> None:
    assert "FFD" not in repr(after(SENDING, Receipted(RECEIPT), now=NOW))
