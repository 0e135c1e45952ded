"""A program to be killed: takes files into the vault of a folder and says each that counts.

Run as a script by the tests: ``python -m tests.faults.file_writer FOLDER ROUND``.
"""

import sys
from pathlib import Path

from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.drafting.files import PIECE
from tests.builders.files import bring_in
from tests.builders.vaults import PASSPHRASE, SteppingClock

REFERRAL = "r-killed"


def content(file_id: str) -> bytes:
    """Give the bytes that a file of this id has."""
    return file_id.encode() * (PIECE * 6 // len(file_id))


def main(folder: Path, turn: str) -> None:
    """Take files in until killed."""
    vault = open_vault(folder, PASSPHRASE, clock=SteppingClock())
    print("READY", flush=True)  # noqa: T201
    number = 0
    while True:
        file_id = f"file-{turn}-{number}"
        bring_in(vault.files, REFERRAL, content(file_id), file_id)
        print("ACK", file_id, flush=True)  # noqa: T201
        number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
