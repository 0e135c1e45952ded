"""What every Outbox promises, beside its stores: the one in the vault and the fake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending.outcomes import Answer, Trouble
from ffd_desktop.sending.submission import State, begun
from tests.builders import referrals as built
from tests.builders.sealed import sealed
from tests.builders.submissions import delivered, queued
from tests.builders.vaults import by, new_vault
from tests.fakes.referral_store import FakeReferralStore

SMALL = built.small()
FIRST, MORE = sealed(SMALL), sealed(SMALL, number=2, text="It was at the other gate.")


@pytest.fixture(params=["fake", "vault"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """A store of referrals with one that is sealed, and an addendum to it."""
    if request.param == "fake":
        made: Any = FakeReferralStore()
    else:
        vault, _ = new_vault(tmp_path / "v")
        made = vault.referrals
    made.create(SMALL, by=by())
    made.sealed.seal(FIRST, by=by(50))
    made.sealed.seal(MORE, by=by(51))
    yield made
    if request.param == "vault":
        assert vault.verify().faults == ()
        vault.lock()


def test_what_was_never_queued_is_nowhere(store: Any) -> None:
    assert store.outbox.of(FIRST.id) is None
    assert store.outbox.of_referral(SMALL.id) == store.outbox.waiting() == ()


def test_a_submission_comes_out_as_it_went_in(store: Any) -> None:
    one = msgspec.structs.replace(
        begun(queued(FIRST)), state=State.UNKNOWN, trouble=Trouble.CUT, due_at="2026-11-20T10:00"
    )
    store.outbox.put(one, by=by(60))
    assert store.outbox.of(FIRST.id) == one
    assert store.outbox.of_referral(SMALL.id) == store.outbox.waiting() == (one,)


def test_what_is_kept_of_a_key_is_replaced(store: Any) -> None:
    store.outbox.put(queued(FIRST), by=by(60))
    store.outbox.put(delivered(FIRST), by=by(61))
    assert store.outbox.of(FIRST.id) == delivered(FIRST)
    assert store.outbox.waiting() == ()


def test_another_key_is_the_newer_submission_of_the_same_thing(store: Any) -> None:
    refused = msgspec.structs.replace(begun(queued(FIRST)), state=State.REFUSED, reason="No.")
    store.outbox.put(refused, by=by(60))
    store.outbox.put(queued(FIRST, "1" * 32), by=by(61))
    assert store.outbox.of(FIRST.id) == queued(FIRST, "1" * 32)
    assert store.outbox.of_referral(SMALL.id) == (queued(FIRST, "1" * 32),)


def test_each_sealed_thing_has_its_own(store: Any) -> None:
    store.outbox.put(queued(MORE, "1" * 32), by=by(60))
    store.outbox.put(queued(FIRST), by=by(61))
    assert store.outbox.of_referral(SMALL.id) == (queued(FIRST), queued(MORE, "1" * 32))
    assert store.outbox.waiting() == (queued(MORE, "1" * 32), queued(FIRST))


def test_a_delivered_referral_is_sent_and_a_delivered_addendum_moves_nothing(store: Any) -> None:
    store.outbox.put(delivered(MORE, "1" * 32), by=by(60))
    assert store.shelf()[0].state is DraftState.SEALED
    store.outbox.put(delivered(FIRST), by=by(61))
    assert store.shelf()[0].state is DraftState.SENT


def test_where_somebody_moved_it_meanwhile_it_stays(store: Any) -> None:
    store.set_state(SMALL.id, DraftState.CLOSED, by=by(60))
    store.outbox.put(delivered(FIRST), by=by(61))
    assert store.shelf()[0].state is DraftState.CLOSED


def test_what_was_never_sealed_cannot_be_queued(store: Any) -> None:
    other = msgspec.structs.replace(queued(FIRST), sealed="nothing")
    with pytest.raises(ProblemForPerson) as raised:
        store.outbox.put(other, by=by(60))
    assert raised.value.code == "sealed_missing"


def test_a_destroyed_referral_takes_its_submissions(store: Any) -> None:
    store.outbox.put(queued(FIRST), by=by(60))
    store.destroy(SMALL.id, reason="kept long enough", by=by(61))
    assert store.outbox.waiting() == ()


def test_what_the_council_said_since_is_kept_with_it(store: Any) -> None:
    store.outbox.put(queued(FIRST), by=by(60))
    store.outbox.put(delivered(FIRST), by=by(61))
    told = msgspec.structs.replace(delivered(FIRST), answers=(Answer("decided", "2026-11-23"),))
    store.outbox.put(told, by=by(62))
    assert store.outbox.of(FIRST.id) == told


def test_what_has_no_receipt_is_undelivered_until_it_came_there_another_way(store: Any) -> None:
    refused = msgspec.structs.replace(begun(queued(FIRST)), state=State.REFUSED, reason="No.")
    store.outbox.put(refused, by=by(60))
    store.outbox.put(queued(MORE, "1" * 32), by=by(61))
    assert store.outbox.undelivered() == (refused, queued(MORE, "1" * 32))
    store.set_state(SMALL.id, DraftState.SENT, by=by(62))
    assert store.outbox.undelivered() == (queued(MORE, "1" * 32),)
    store.set_state(SMALL.id, DraftState.CLOSED, by=by(63))
    assert store.outbox.undelivered() == ()


def test_what_was_delivered_at_last_is_undelivered_no_more(store: Any) -> None:
    refused = msgspec.structs.replace(begun(queued(FIRST)), state=State.REFUSED, reason="No.")
    store.outbox.put(refused, by=by(60))
    store.outbox.put(delivered(FIRST, "1" * 32), by=by(61))
    assert store.outbox.undelivered() == ()
