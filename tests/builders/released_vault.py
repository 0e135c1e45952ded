"""Makes the vault that is kept in tests/data/vaults for each released schema, and its backup.

Run once per release, never again for a schema that is out: python -m tests.builders.released_vault
"""

from pathlib import Path

import msgspec

from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.adapters.sqlcipher.steps import known_steps
from ffd_desktop.adapters.sqlcipher.vault import NewVault, create_vault
from ffd_desktop.app.backups import Backups
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.vault import calibrate
from tests.builders import referrals as built
from tests.builders.files import bring_in
from tests.builders.roll import SOURCE, row_of, upn
from tests.builders.sealed import copy_of, sealed
from tests.builders.submissions import delivered, queued
from tests.builders.vaults import PASSPHRASE, STAFF, SteppingClock, by

VAULTS = Path(__file__).parents[1] / "data" / "vaults"
FILE = b"not a real photograph " * 9000
BACKUPS = Path(__file__).parents[1] / "data" / "backups"


def make(folder: Path) -> None:
    """Put a little of everything into a vault, and beside it what should come out again."""
    new = NewVault(folder, STAFF, PASSPHRASE, params=calibrate.LEAST)
    vault, code = create_vault(new, clock=SteppingClock())
    first = built.small()
    edit = put("concern.what_happened", "Órla said it at the gate.")
    after = replay(first, [edit])
    vault.referrals.create(first, by=by(0))
    vault.referrals.append(first.id, [edit], after, by=by(5))
    gone = msgspec.structs.replace(built.bare(), id="r-gone")
    vault.referrals.create(gone, by=by(6))
    vault.referrals.destroy("r-gone", reason="written about the wrong child", by=by(7))
    bring_in(vault.files, first.id, FILE)
    vault.referrals.restrict(first.id, [vault.state.person], by=by(8))
    vault.sealed.seal(sealed(after, copies=[copy_of(FILE)]), by=by(50))
    vault.sealed.seal(sealed(after, number=2, text="It was at the other gate."), by=by(51))
    whole, more = vault.sealed.of(first.id)
    for at, one in enumerate((queued(whole), delivered(whole), queued(more, "1" * 32)), start=52):
        vault.outbox.put(one, by=by(at))
    pupil = Pupil(upn=upn(1), forename="Órla", surname="Kaya")
    vault.roll.replace_with([row_of(pupil)], SOURCE)
    vault.settings.put("school", {"name": "Larkrise Fictional Primary School"})
    vault.lock()
    (folder / "referral.json").write_bytes(codec.encode(after))
    (folder / "recovery-code.txt").write_text(f"{code}\n", encoding="utf-8")


def back_up(folder: Path, place: Path) -> None:
    """Keep a proved backup of a released vault, as this release makes them."""
    vault = open_vault(folder, PASSPHRASE, clock=SteppingClock())
    Backups(folder, SteppingClock()).make_now(vault, place)


if __name__ == "__main__":
    make(VAULTS / f"schema-{known_steps()[-1].number}")
    back_up(VAULTS / f"schema-{known_steps()[-1].number}", BACKUPS)
