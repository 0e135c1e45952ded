"""The program is killed while a file comes in: a file is there whole or not at all."""

import random
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from tests.builders import referrals as built
from tests.builders.vaults import by, new_vault, reopened
from tests.faults.file_writer import REFERRAL, content

ROOT = Path(__file__).parents[2]
KILLS = 12


def killed_writer(folder: Path, turn: int, after_s: float) -> set[str]:
    """Run the writer, kill it some time after it began, give the files it acknowledged."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.file_writer", str(folder), str(turn)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "READY\n"
        time.sleep(after_s)
        writer.kill()
        lines = writer.stdout.read().splitlines(keepends=True)
    return {line.split()[1] for line in lines if line.startswith("ACK") and line.endswith("\n")}


@pytest.mark.slow
def test_a_file_is_whole_or_not_there_after_12_kills(tmp_path: Path) -> None:
    chance = random.Random(20261126)
    folder = tmp_path / "v"
    vault, _ = new_vault(folder)
    vault.referrals.create(msgspec.structs.replace(built.bare(), id=REFERRAL), by=by())
    vault.lock()
    acknowledged: set[str] = set()
    for turn in range(KILLS):
        acknowledged |= killed_writer(folder, turn, chance.uniform(0.0, 0.15))
        vault = reopened(folder)
        kept = {file.id for file in vault.files.of(REFERRAL)}
        assert acknowledged <= kept
        for file_id in kept:
            assert b"".join(vault.files.pieces(REFERRAL, file_id)) == content(file_id)
        bodies = vault._database.value("SELECT count(*) FROM file_bodies")
        assert bodies == len(kept)
        assert vault.verify().faults == ()
        vault.lock()
    assert acknowledged
