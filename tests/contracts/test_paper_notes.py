"""What every PaperNotes promises: the vault's, and the fake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.drafting.paper_notes import How, Left, PaperNotes
from ffd_desktop.drafting.ports import ReferralStore
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.slots import Staff
from tests.builders.referrals import small
from tests.builders.vaults import CHEAP, by, new_vault, opened_patiently
from tests.fakes.paper_notes import FakePaperNotes
from tests.fakes.referral_store import FakeReferralStore

PRINTED = Left("Chronology", How.PRINTED, "the head", "ab" * 32)
SAVED = Left("History of changes", How.PDF, why=("Asked for by the governors",))
OTHERS = "lantern gravel tulip"
Both = tuple[ReferralStore, PaperNotes]


@pytest.fixture(params=["fake", "vault"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Both]:
    if request.param == "fake":
        store = FakeReferralStore("me")
        yield store, FakePaperNotes(store)
        return
    vault = new_vault(tmp_path / "vault")[0]
    yield vault.referrals, vault.paper_notes
    vault.lock()


def test_notes_come_back_in_their_order_with_who_and_when(both: Both) -> None:
    store, notes = both
    store.create(small(), by=by())
    notes.add(small().id, PRINTED, by=by(1))
    notes.add(small().id, SAVED, by=by(2, "cli"))
    found = notes.of(small().id)
    assert [one.left for one in found] == [PRINTED, SAVED]
    assert [one.by for one in found] == [by(1), by(2, "cli")]
    assert found[0].seq < found[1].seq


def test_what_left_is_said_on_one_line() -> None:
    assert PRINTED.words == "Printed: Chronology, for the head"
    assert SAVED.words == "Saved as PDF: History of changes"


def test_nothing_is_noted_of_what_is_not_there(both: Both) -> None:
    _, notes = both
    for ask in (lambda: notes.of("nobody"), lambda: notes.add("nobody", PRINTED, by=by())):
        with pytest.raises(ProblemForPerson) as problem:
            ask()
        assert problem.value.code == "referral_missing"


def test_nobody_reads_or_adds_to_the_notes_of_what_is_kept_from_them_in_a_fake() -> None:
    store = FakeReferralStore("me")
    notes = FakePaperNotes(store)
    store.create(small(), by=by(), readers=("me",))
    store.viewer = "other"
    refuses(notes)


def test_nobody_reads_or_adds_to_the_notes_of_what_is_kept_from_them(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "v")[0]
    vault.ways.add_passphrase(Staff("Idris Calloway"), OTHERS, cost=CHEAP)
    vault.referrals.create(small(), by=by(), readers=(vault.state.person,))
    vault.lock()
    theirs = opened_patiently(tmp_path / "v", OTHERS)
    refuses(theirs.paper_notes)
    theirs.lock()


def refuses(notes: PaperNotes) -> None:
    for ask in (lambda: notes.of(small().id), lambda: notes.add(small().id, PRINTED, by=by())):
        with pytest.raises(ProblemForPerson) as problem:
            ask()
        assert problem.value.code == "referral_restricted"


def test_the_notes_go_with_the_record(both: Both) -> None:
    store, notes = both
    store.create(small(), by=by())
    notes.add(small().id, PRINTED, by=by(1))
    store.destroy(small().id, reason="Written about the wrong child", by=by(2))
    with pytest.raises(ProblemForPerson):
        notes.of(small().id)
