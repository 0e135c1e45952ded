"""The program is killed in the middle of writing: nothing that was promised is lost."""

import random
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.referral.edits import replay
from tests.builders import referrals as built
from tests.builders.vaults import by, new_vault, reopened
from tests.faults.vault_writer import REFERRAL

ROOT = Path(__file__).parents[2]
KILLS = 30


def killed_writer(folder: Path, after_s: float) -> list[tuple[int, int]]:
    """Run the writer, kill it some time after it began, give what it acknowledged."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.vault_writer", str(folder)],
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
    whole = (line.split() for line in lines if line.startswith("ACK") and line.endswith("\n"))
    return [(int(seq), int(number)) for _, seq, number in whole]


def held(vault: OpenVault) -> dict[int, str]:
    history = vault.referrals.history(REFERRAL)
    return {one.seq: str(one.edit.value).split()[1] for one in history}


@pytest.mark.slow
def test_no_acknowledged_edit_is_lost_by_30_kills(tmp_path: Path) -> None:
    chance = random.Random(20261121)
    folder = tmp_path / "v"
    vault, _ = new_vault(folder)
    first = msgspec.structs.replace(built.bare(), id=REFERRAL)
    vault.referrals.create(first, by=by())
    vault.lock()
    acknowledged: dict[int, str] = {}
    for _ in range(KILLS):
        for seq, number in killed_writer(folder, chance.uniform(0.0, 0.12)):
            acknowledged[seq] = str(number)
        vault = reopened(folder)
        kept = held(vault)
        assert {seq: kept.get(seq) for seq in acknowledged} == acknowledged
        edits = [one.edit for one in vault.referrals.history(REFERRAL)]
        assert vault.referrals.load(REFERRAL) == replay(first, edits)
        assert vault.notices == ()
        if chance.random() < 0.3:
            assert vault.verify().faults == ()
            vault.lock()
        else:
            vault._database._connection.close()
    assert len(acknowledged) > KILLS
    vault = reopened(folder)
    assert vault.verify().faults == ()
    vault.lock()
