"""What every SealedStore promises, beside its ReferralStore: the one in the vault and the fake."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.sending.sealed import facts_of
from tests.builders import referrals as built
from tests.builders.files import bring_in
from tests.builders.sealed import copy_of, sealed
from tests.builders.vaults import by
from tests.contracts.stores import KINDS, a_store, code_of
from tests.fakes.referral_store import FakeReferralStore

SMALL = built.small()
DATA = bytes(range(256)) * 1024 + b"the end"
CLEANED = DATA[1000:]


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeReferralStore]:
    """A store of referrals with one in it; its ``sealed`` is what is tested."""
    with a_store(request.param, tmp_path / "v") as made:
        yield made


def seal(store: FakeReferralStore, **more: object) -> None:
    store.sealed.seal(sealed(store.load(SMALL.id), **more), by=by(50))


def write(store: FakeReferralStore, path: str, value: object) -> None:
    edits = [put(path, value)]
    store.append(SMALL.id, edits, replay(store.load(SMALL.id), edits), by=by(60))


def take_in(store: FakeReferralStore, data: bytes) -> int:
    coming = store.files.begin(SMALL.id)
    store.files.add(coming, data)
    return coming


def state(store: FakeReferralStore) -> DraftState:
    return store.shelf()[0].state


def test_a_draft_has_nothing_sealed(store) -> None:
    assert store.sealed.of(SMALL.id) == ()
    assert code_of(lambda: store.sealed.whole("nothing")) == "sealed_missing"


def test_what_was_sealed_comes_out_as_it_went_in(store) -> None:
    made = sealed(SMALL)
    store.sealed.seal(made, by=by(50))
    assert store.sealed.of(SMALL.id) == (facts_of(made),)
    assert store.sealed.whole(made.id) == made
    assert state(store) is DraftState.SEALED


def test_nothing_that_is_sent_can_be_written_any_more(store) -> None:
    seal(store)
    for path in ("concern.what_happened", "declaration.signed_by", "local[x]", "header.why_now"):
        assert code_of(lambda path=path: write(store, path, "late words")) == "referral_sealed"
    assert store.load(SMALL.id) == SMALL
    assert store.history(SMALL.id) == ()


def test_one_edit_of_what_is_sent_keeps_its_whole_batch_out(store) -> None:
    seal(store)
    edits = [put("after.outcome", "accepted"), put("concern.what_happened", "late words")]
    after = replay(SMALL, edits)
    told = code_of(lambda: store.append(SMALL.id, edits, after, by=by(60)))
    assert told == "referral_sealed"
    assert store.load(SMALL.id) == SMALL


def test_what_came_back_can_be_written_after_sealing(store) -> None:
    seal(store)
    write(store, "after.council_reference", "WR-1")
    assert store.load(SMALL.id).after.council_reference == "WR-1"
    assert store.sealed.whole(store.sealed.of(SMALL.id)[0].id) == sealed(SMALL)


def test_a_sealed_referral_is_no_draft_ever_again(store) -> None:
    seal(store)
    told = code_of(lambda: store.set_state(SMALL.id, DraftState.DRAFT, by=by(60)))
    assert told == "referral_sealed"
    shelf.archive(store, SMALL.id, by=by(61))
    shelf.bring_back(store, SMALL.id, by=by(62))
    assert state(store) is DraftState.SEALED


def test_an_archived_draft_comes_back_as_a_draft(store) -> None:
    shelf.archive(store, SMALL.id, by=by(61))
    shelf.bring_back(store, SMALL.id, by=by(62))
    assert state(store) is DraftState.DRAFT


def test_it_is_sealed_once(store) -> None:
    seal(store)
    assert code_of(lambda: seal(store)) == "already_sealed"
    assert len(store.sealed.of(SMALL.id)) == 1


def test_words_typed_at_the_same_moment_are_not_left_out_of_what_is_sealed(store) -> None:
    made = sealed(SMALL)
    write(store, "concern.what_happened", "One thing more.")
    assert code_of(lambda: store.sealed.seal(made, by=by(50))) == "changed_while_sealing"
    assert store.sealed.of(SMALL.id) == ()
    assert state(store) is DraftState.DRAFT
    write(store, "concern.what_happened", "And another.")


def test_addenda_follow_in_their_order_and_leave_the_state(store) -> None:
    assert code_of(lambda: seal(store, number=2)) == "not_sealed"
    seal(store)
    store.set_state(SMALL.id, DraftState.SENT, by=by(55))
    seal(store, number=2, text="The date was wrong.")
    assert code_of(lambda: seal(store, number=2)) == "already_sealed"
    assert code_of(lambda: seal(store, number=4)) == "already_sealed"
    seal(store, number=3, text="And the place.")
    facts = store.sealed.of(SMALL.id)
    assert [(one.number, one.text) for one in facts] == [
        (1, ""),
        (2, "The date was wrong."),
        (3, "And the place."),
    ]
    assert state(store) is DraftState.SENT


def test_copies_that_leave_are_kept_as_they_leave(store) -> None:
    bring_in(store.files, SMALL.id, DATA)
    bring_in(store.files, SMALL.id, DATA + b"more", "file-2")
    leaving = [copy_of(CLEANED), copy_of(DATA + b"more", "a2", "file-2")]
    made = sealed(SMALL, copies=leaving)
    store.sealed.seal(made, by=by(50), copies={"a1": take_in(store, CLEANED)})
    assert b"".join(store.sealed.copy(made.id, "a1")) == CLEANED
    assert b"".join(store.sealed.copy(made.id, "a2")) == DATA + b"more"
    assert b"".join(store.files.pieces(SMALL.id, "file-1")) == DATA
    assert code_of(lambda: store.sealed.copy(made.id, "a3")) == "file_missing"


def test_a_copy_that_is_not_what_was_looked_at_seals_nothing(store) -> None:
    bring_in(store.files, SMALL.id, DATA)
    made = sealed(SMALL, copies=[copy_of(CLEANED)])
    torn = {"a1": take_in(store, CLEANED[:-1])}
    told = code_of(lambda: store.sealed.seal(made, by=by(50), copies=torn))
    assert told == "file_changed_on_the_way"
    assert code_of(lambda: store.sealed.seal(made, by=by(50))) == "changed_while_sealing"
    assert store.sealed.of(SMALL.id) == ()
    assert state(store) is DraftState.DRAFT
    while store.files.give_up(torn["a1"]):
        pass


def test_what_was_sealed_goes_with_its_referral(store) -> None:
    bring_in(store.files, SMALL.id, DATA)
    made = sealed(SMALL, copies=[copy_of(CLEANED)])
    store.sealed.seal(made, by=by(50), copies={"a1": take_in(store, CLEANED)})
    store.destroy(SMALL.id, reason="wrong child", by=by(70))
    assert code_of(lambda: store.sealed.of(SMALL.id)) == "referral_missing"
    assert code_of(lambda: store.sealed.whole(made.id)) == "sealed_missing"


def test_a_copy_of_a_sealed_referral_is_an_unsealed_draft(store) -> None:
    seal(store)
    copied = shelf.copy(store, SMALL.id, by=by(60))
    assert store.sealed.of(copied.id) == ()
    edits = [put("concern.what_happened", "Anew.")]
    store.append(copied.id, edits, replay(copied, edits), by=by(61))
    store.destroy(SMALL.id, reason="wrong child", by=by(70))
    assert store.load(copied.id).concern.what_happened == "Anew."
