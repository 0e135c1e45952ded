"""Notes of handing over outlive a rescue of the vault, as the record that they belong to does."""

from pathlib import Path

from ffd_desktop.adapters.sqlcipher.salvaging import salvage
from ffd_desktop.drafting.ports import DraftState
from tests.builders.vaults import PASSPHRASE, SteppingClock, by, new_vault, reopened
from tests.contracts.test_handovers import HANDED, SMALL, TAKEN, TYPICAL, arrived


def test_what_came_in_and_went_out_is_still_noted_after_a_rescue(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(SMALL, by=by())
    vault.handovers.note(SMALL.id, HANDED, by=by(40))
    vault.handovers.take_in(arrived(vault.referrals), by=by(50))
    vault.lock()
    salvage(tmp_path / "v", tmp_path / "new", PASSPHRASE, clock=SteppingClock())
    rescued = reopened(tmp_path / "new")
    assert [note.noted for note in rescued.handovers.of(TYPICAL.id)] == [TAKEN]
    assert [note.noted for note in rescued.handovers.of(SMALL.id)] == [HANDED]
    row = next(one for one in rescued.referrals.shelf() if one.id == TYPICAL.id)
    assert row.state is DraftState.CLOSED
    assert rescued.verify().faults == ()
    rescued.lock()
