"""The outbox in the vault: hidden from whom it must be, checked, and rescued."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.salvaging import salvage
from ffd_desktop.adapters.sqlcipher.verifying import FaultKind
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending.submission import Action, State, next_action
from tests.builders.submissions import delivered, queued
from tests.builders.vaults import PASSPHRASE, SteppingClock, by, new_vault, reopened
from tests.contracts.test_outbox import FIRST, MORE, SMALL


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    """A vault with a referral that was delivered, and an addendum that waits."""
    made, _ = new_vault(tmp_path / "v")
    made.referrals.create(SMALL, by=by())
    made.sealed.seal(FIRST, by=by(50))
    made.sealed.seal(MORE, by=by(51))
    made.outbox.put(queued(FIRST), by=by(60))
    made.outbox.put(delivered(FIRST), by=by(61))
    made.outbox.put(queued(MORE, "1" * 32), by=by(62))
    yield made
    made.lock()


def test_what_is_restricted_is_not_in_anybody_elses_outbox(vault: OpenVault) -> None:
    vault.referrals.restrict(SMALL.id, ["somebody-else"], by=by(70))
    vault.referrals._readers.viewer = "another"
    assert vault.outbox.waiting() == ()
    for use in (
        lambda: vault.outbox.of(FIRST.id),
        lambda: vault.outbox.of_referral(SMALL.id),
        lambda: vault.outbox.put(queued(FIRST), by=by(71)),
    ):
        with pytest.raises(ProblemForPerson) as raised:
            use()
        assert raised.value.code == "referral_restricted"


TAMPERED = {
    "ended is not what the record says": "UPDATE outbox SET body ="
    " CAST(replace(body, 'FFD/0001', 'FFD/0009') AS BLOB)",
    "ended is not what the record says ": "UPDATE outbox SET body ="
    " CAST(replace(body, 'delivered', 'refused') AS BLOB)",
    "is missing from the outbox": "DELETE FROM outbox WHERE is_open = 1",
    "no record tells of it": "INSERT INTO outbox (key, sealed, is_open, body) SELECT"
    " 'k', sealed, 1, CAST(replace(body, '1111', '2222') AS BLOB) FROM outbox WHERE is_open = 1",
}


@pytest.mark.parametrize("told", TAMPERED)
def test_a_check_tells_what_another_program_changed(vault: OpenVault, told: str) -> None:
    assert vault.verify().is_sound
    vault._database.run(TAMPERED[told])
    report = vault.verify()
    assert report.kinds == (FaultKind.OUTBOX,)
    assert told.strip() in report.faults[0]


def test_a_rescue_brings_the_outbox_along(vault: OpenVault, tmp_path: Path) -> None:
    vault.lock()
    salvage(tmp_path / "v", tmp_path / "new", PASSPHRASE, clock=SteppingClock())
    new = reopened(tmp_path / "new")
    assert new.outbox.of(FIRST.id) == delivered(FIRST)
    assert new.outbox.of(MORE.id) == queued(MORE, "1" * 32)
    assert new.verify().faults == ()
    new.lock()


def test_a_rescue_without_the_table_asks_the_portal_before_it_sends(
    vault: OpenVault, tmp_path: Path
) -> None:
    vault._database.run("DELETE FROM outbox")
    vault.lock()
    salvage(tmp_path / "v", tmp_path / "new", PASSPHRASE, clock=SteppingClock())
    new = reopened(tmp_path / "new")
    assert new.outbox.of(FIRST.id) == delivered(FIRST)
    found = new.outbox.of(MORE.id)
    assert found is not None
    assert (found.state, next_action(found)) == (State.UNKNOWN, Action.ASK)
    new.lock()
