"""A program to be killed: appends to the vault of a folder and says each number it was promised.

Run as a script by the tests: ``python -m tests.faults.vault_writer FOLDER``.
"""

import sys
from pathlib import Path

from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.referral.edits import put, replay
from tests.builders.vaults import PASSPHRASE, SteppingClock, by

REFERRAL = "r-killed"


def main(folder: Path) -> None:
    """Append until killed; settle now and then, so that some kills fall into that."""
    vault = open_vault(folder, PASSPHRASE, clock=SteppingClock())
    store = vault.referrals
    here = store.load(REFERRAL)
    print("READY", flush=True)  # noqa: T201
    while True:
        number = len(store.history(REFERRAL))
        for step in range(50):
            edit = put("concern.what_happened", f"word {number + step} " * 40)
            here = replay(here, [edit])
            seq = store.append(REFERRAL, [edit], here, by=by())
            print("ACK", seq, number + step, flush=True)  # noqa: T201
        store.settle()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
