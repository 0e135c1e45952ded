"""What every FileStore promises: the one in the vault and the fake."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.files import PIECE
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.files import bring_in, kept
from tests.builders.vaults import by
from tests.contracts.stores import KINDS, a_store, code_of
from tests.fakes.referral_store import FakeReferralStore

SMALL = built.small()
DATA = bytes(range(256)) * 1024 + b"the end"


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeReferralStore]:
    """A store of referrals with one in it; its ``files`` is what is tested."""
    with a_store(request.param, tmp_path / "v") as made:
        yield made


def test_a_file_comes_out_as_it_went_in(store) -> None:
    file = bring_in(store.files, SMALL.id, DATA)
    assert b"".join(store.files.pieces(SMALL.id, file.id)) == DATA
    assert store.files.of(SMALL.id) == (file,)


def test_a_file_counts_once_it_is_whole(store) -> None:
    coming = store.files.begin(SMALL.id)
    store.files.add(coming, DATA[:PIECE])
    assert store.files.of(SMALL.id) == ()
    assert code_of(lambda: store.files.pieces(SMALL.id, "file-1")) == "file_missing"
    while store.files.give_up(coming):
        pass
    assert store.files.of(SMALL.id) == ()


def test_pieces_that_are_not_what_was_looked_at_make_no_file(store) -> None:
    coming = store.files.begin(SMALL.id)
    store.files.add(coming, DATA[:-1])
    wanted = kept(DATA)
    told = code_of(lambda: store.files.finish(coming, SMALL.id, wanted, by=by()))
    assert told == "file_changed_on_the_way"
    while store.files.give_up(coming):
        pass
    assert store.files.of(SMALL.id) == ()


def test_a_copy_of_a_referral_has_its_files_and_keeps_them(store) -> None:
    file = bring_in(store.files, SMALL.id, DATA)
    copied = shelf.copy(store, SMALL.id, by=by(40))
    store.destroy(SMALL.id, reason="wrong child", by=by(41))
    assert store.files.of(copied.id) == (file,)
    assert b"".join(store.files.pieces(copied.id, file.id)) == DATA
    assert code_of(lambda: store.files.of(SMALL.id)) == "referral_missing"


def test_a_file_of_another_referral_is_not_found_by_its_id(store) -> None:
    file = bring_in(store.files, SMALL.id, DATA)
    other = msgspec.structs.replace(SMALL, id="other")
    store.create(other, by=by())
    assert code_of(lambda: store.files.pieces(other.id, file.id)) == "file_missing"


def test_a_file_that_no_attachment_ever_named_is_told(store) -> None:
    file = bring_in(store.files, SMALL.id, DATA)
    assert store.files.unnamed(SMALL.id) == (file,)
    edit = put("attachments[a1]", {"id": "a1", "file": file.id})
    store.append(SMALL.id, [edit], replay(SMALL, [edit]), by=by(31))
    assert store.files.unnamed(SMALL.id) == ()


def test_files_of_a_restricted_referral_are_refused_to_others(store) -> None:
    bring_in(store.files, SMALL.id, DATA)
    store.restrict(SMALL.id, ["somebody else"], by=by())
    readers = getattr(store, "_readers", store)
    me, readers.viewer = readers.viewer, "nobody among them"
    try:
        for use in (
            lambda: store.files.of(SMALL.id),
            lambda: store.files.unnamed(SMALL.id),
            lambda: store.files.pieces(SMALL.id, "file-1"),
            lambda: store.files.begin(SMALL.id),
        ):
            assert code_of(use) == "referral_restricted"
    finally:
        readers.viewer = me
