"""What is with nobody yet is said, and what still goes out is said whatever else was noted."""

from __future__ import annotations

import pytest

from ffd_desktop.app import nags
from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.sending.submission import State, Submission
from tests.builders.sealed import sealed
from tests.ui import around_kit as kit


@pytest.fixture
def desk() -> Desk:
    return kit.desk()


def queued(desk: Desk, *, state: State = State.QUEUED) -> str:
    """Put a sealed referral into the outbox; give its id."""
    referral = kit.start(desk, "Amélie", "Wiśniewska")
    made = sealed(desk.open(referral.id).referral)
    desk.sealed.seal(made, by=desk.by("test"))
    submission = Submission(made.id, referral.id, made.digest, "k1", "2026-11-20T14:30:00+00:00")
    if state is not State.QUEUED:
        submission = Submission(
            made.id, referral.id, made.digest, "k1", "2026-11-20T14:30:00+00:00", state=state
        )
    desk.outbox.put(submission, by=desk.by("test"))
    return referral.id


@pytest.mark.parametrize("state", [DraftState.SEALED, DraftState.SENT, DraftState.ARCHIVED])
def test_what_waits_to_go_out_is_said_whatever_the_shelf_says(desk, state) -> None:
    one = queued(desk)
    desk._referrals.set_state(one, state, by=desk.by("test"))
    assert [nag.referral for nag in nags.of_referral(desk, one)] == [one]
    assert [nag.referral for nag in nags.of_office(desk)] == [one]
    assert one in nags.states(desk)


def test_what_was_refused_is_said_until_it_went_another_way(desk) -> None:
    one = queued(desk, state=State.REFUSED)
    assert nags.of_referral(desk, one)
    desk._referrals.set_state(one, DraftState.SENT, by=desk.by("test"))
    assert nags.of_referral(desk, one) == ()
    assert nags.of_office(desk) == ()


def test_a_draft_is_with_nobody_and_says_nothing(desk) -> None:
    assert nags.of_referral(desk, kit.start(desk, "Lowri", "Kaya").id) == ()
