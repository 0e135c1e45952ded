"""A program whose disk is watched: sessions of writing in a vault, saying each promise aloud.

Run as a script by the tests: ``python -m tests.faults.session_writer FOLDER SESSIONS EDITS
SYNCHRONOUS``. The last is FULL, or what a test sets instead to see itself fail.
"""

import os
import sys
from pathlib import Path

from ffd_desktop.adapters.sqlcipher import engine
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put, replay
from tests.builders.vaults import by, opened_patiently

REFERRAL = "r-watched"


def main(folder: Path, sessions: int, edits: int, synchronous: str) -> None:
    """Open, append, settle and lock; a refused append is tried once more, as the window does."""
    weaken(synchronous)
    for _ in range(sessions):
        try:
            write(folder, edits)
        except ProblemForPerson as problem:
            say("PROBLEM", problem.code)


def write(folder: Path, edits: int) -> None:
    """Do one session."""
    vault = opened_patiently(folder)
    store = vault.referrals
    try:
        for _ in range(edits):
            number = len(store.history(REFERRAL))
            edit = put("concern.what_happened", f"word {number} " * 40)
            for _ in range(2):
                try:
                    here = replay(store.load(REFERRAL), [edit])
                    seq = store.append(REFERRAL, [edit], here, by=by())
                except ProblemForPerson as problem:
                    say("PROBLEM", problem.code)
                else:
                    say("ACK", str(seq), str(number))
                    break
        store.settle()
    finally:
        vault.lock()


def weaken(synchronous: str) -> None:
    """Set how hard the real store syncs; FULL is what it does by itself."""
    level = {"FULL": 2, "NORMAL": 1}[synchronous]
    engine.SETTINGS = tuple(
        ("synchronous", synchronous, level) if name == "synchronous" else (name, value, wanted)
        for name, value, wanted in engine.SETTINGS
    )


def say(*words: str) -> None:
    """Tell the test at once, by a system call that the program itself does not use."""
    os.writev(1, [" ".join(words).encode() + b"\n"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
