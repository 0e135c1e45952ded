"""What every Handovers promises, beside its ReferralStore: the one in the vault and the fake."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.attachments.facts import FileFacts, MediaType
from ffd_desktop.drafting.files import KeptFile
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.sending.handover.notes import Arrived, ArrivedFile, Confirmed, HandedOver, TakenIn
from ffd_desktop.sending.handover.parts import What
from tests.builders import referrals as built
from tests.builders.sealed import copy_of, sealed
from tests.builders.vaults import by
from tests.contracts.stores import KINDS, a_store, code_of
from tests.fakes.referral_store import FakeReferralStore

SMALL, TYPICAL = built.small(), built.typical()
DATA = bytes(range(256)) * 1024
PACKAGE = "ab" * 16
TAKEN = TakenIn(
    package=PACKAGE,
    digest="0" * 64,
    what=What.SEALED,
    reference="FFD-2026-0042",
    school="Larkrise",
    sent_by="Rhiannon Tanglewood",
    made_at="2026-11-20T09:00:00.000Z",
    proof_key=b"k" * 32,
)
HANDED = HandedOver(
    package="cd" * 16, digest="1" * 64, what=What.DRAFT, to="Oakfield", proof_key=b"j" * 32
)


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeReferralStore]:
    """A store of referrals with one in it; its ``handovers`` is what is tested."""
    with a_store(request.param, tmp_path / "v") as made:
        yield made


def arrived(store: FakeReferralStore, data: bytes = DATA, **changes: object) -> Arrived:
    """A sealed referral with one file, whose pieces are in the store."""
    coming = store.handovers.begin()
    store.files.add(coming, data)
    digest = hashlib.sha256(DATA).hexdigest()
    file = KeptFile("file-1", FileFacts("x.jpg", MediaType.JPEG, len(DATA), digest))
    made = Arrived(
        referral=TYPICAL,
        files=(ArrivedFile(coming, file),),
        sealed=(sealed(TYPICAL, copies=[copy_of(DATA)]),),
        readers=(),
        noted=TAKEN,
    )
    return msgspec.structs.replace(made, **changes)


def test_what_arrived_is_there_whole(store: FakeReferralStore) -> None:
    whole = arrived(store)
    store.handovers.take_in(whole, by=by(50))
    assert store.load(TYPICAL.id) == TYPICAL
    assert b"".join(store.files.pieces(TYPICAL.id, "file-1")) == DATA
    (facts,) = store.sealed.of(TYPICAL.id)
    assert store.sealed.whole(facts.id) == whole.sealed[0]
    assert b"".join(store.sealed.copy(facts.id, "a1")) == DATA
    row = next(one for one in store.shelf() if one.id == TYPICAL.id)
    assert row.state is DraftState.CLOSED
    (note,) = store.handovers.of(TYPICAL.id)
    assert (note.noted, note.by) == (TAKEN, by(50))


def test_a_draft_arrives_as_a_draft_for_those_who_may_read_it(store: FakeReferralStore) -> None:
    store.handovers.take_in(arrived(store, sealed=(), readers=("p-1",)), by=by(50))
    row = next(one for one in store.shelf() if one.id == TYPICAL.id)
    assert row.state is DraftState.DRAFT
    assert "p-1" in row.readers


def test_a_file_that_is_not_what_was_looked_at_keeps_everything_out(
    store: FakeReferralStore,
) -> None:
    whole = arrived(store, DATA[:-1])
    assert code_of(lambda: store.handovers.take_in(whole, by=by(50))) == "file_changed_on_the_way"
    assert [row.id for row in store.shelf()] == [SMALL.id]
    while store.files.give_up(whole.files[0].coming):
        pass


def test_what_does_not_fit_its_seal_keeps_everything_out(store: FakeReferralStore) -> None:
    whole = arrived(store, sealed=(sealed(TYPICAL, copies=[copy_of(DATA[1:])]),))
    assert code_of(lambda: store.handovers.take_in(whole, by=by(50))) == "changed_while_sealing"
    assert [row.id for row in store.shelf()] == [SMALL.id]
    while store.files.give_up(whole.files[0].coming):
        pass


def test_nothing_is_taken_in_twice_or_over_what_is_there(store: FakeReferralStore) -> None:
    store.handovers.take_in(arrived(store), by=by(50))
    assert code_of(lambda: store.handovers.demand_new(PACKAGE, "new")) == "package_here"
    assert code_of(lambda: store.handovers.demand_new("ef" * 16, TYPICAL.id)) == "package_here"
    before = store.load(SMALL.id)
    over = arrived(store, referral=msgspec.structs.replace(TYPICAL, id=SMALL.id), sealed=())
    again = msgspec.structs.replace(TAKEN, package="ef" * 16)
    over = msgspec.structs.replace(over, noted=again)
    assert code_of(lambda: store.handovers.take_in(over, by=by(60))) == "package_here"
    assert store.load(SMALL.id) == before
    store.handovers.demand_new("ef" * 16, "new")


def test_a_seal_that_is_here_under_another_referral_is_not_taken_in(
    store: FakeReferralStore,
) -> None:
    store.handovers.take_in(arrived(store), by=by(50))
    false = msgspec.structs.replace(SMALL, id="another")
    stolen = msgspec.structs.replace(sealed(false), id=sealed(TYPICAL).id)
    other = arrived(store, referral=false, sealed=(stolen,))
    other = msgspec.structs.replace(other, noted=msgspec.structs.replace(TAKEN, package="f" * 32))
    assert code_of(lambda: store.handovers.take_in(other, by=by(60))) == "package_here"


def test_what_was_destroyed_does_not_come_back(store: FakeReferralStore) -> None:
    store.handovers.take_in(arrived(store), by=by(50))
    store.destroy(TYPICAL.id, reason="moved", by=by(60))
    once_more = msgspec.structs.replace(TAKEN, package="ef" * 16)
    again = arrived(store, noted=once_more)
    assert code_of(lambda: store.handovers.take_in(again, by=by(70))) == "package_destroyed"


def test_what_was_handed_over_is_found_by_its_package(store: FakeReferralStore) -> None:
    assert store.handovers.handed_as(HANDED.package) is None
    store.handovers.note(SMALL.id, HANDED, by=by(50))
    assert store.handovers.handed_as(HANDED.package) == (SMALL.id, HANDED)
    has_it = Confirmed(
        package=HANDED.package, school="Oakfield", person="Ann", received_at="2026-11-21"
    )
    store.handovers.note(SMALL.id, has_it, by=by(60))
    assert [note.noted for note in store.handovers.of(SMALL.id)] == [HANDED, has_it]


def test_nothing_is_noted_of_what_is_not_there(store: FakeReferralStore) -> None:
    assert code_of(lambda: store.handovers.note("nothing", HANDED, by=by())) == "referral_missing"
    assert code_of(lambda: store.handovers.of("nothing")) == "referral_missing"
