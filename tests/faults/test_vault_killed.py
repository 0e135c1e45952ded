"""The program is killed in the middle of writing: nothing that was promised is lost."""

import random
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.vault import set_aside
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import replay
from tests.builders import referrals as built
from tests.builders.vaults import SteppingClock, by, new_vault, reopened
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


CREATING = """
import sys
from pathlib import Path
from tests.builders.vaults import new_vault
print("READY", flush=True)
new_vault(Path(sys.argv[1]))[0].lock()
print("DONE", flush=True)
"""


@pytest.mark.slow
def test_a_vault_whose_making_is_killed_opens_or_holds_nothing(tmp_path: Path) -> None:
    usual_s = seconds_until_killed(tmp_path / "whole", None)
    endings = set()
    for number in range(16):
        folder = tmp_path / f"v{number}"
        seconds_until_killed(folder, usual_s * number / 12)
        endings.add(ending_of(folder))
    assert len(endings) > 1


def seconds_until_killed(folder: Path, after_s: float | None) -> float:
    """Make a vault in another process and kill that after a time; without one, let it finish."""
    command = [sys.executable, "-c", CREATING, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as maker:
        assert maker.stdout is not None
        assert maker.stdout.readline() == "READY\n"
        start = time.monotonic()
        if after_s is None:
            assert maker.stdout.readline() == "DONE\n"
        else:
            time.sleep(after_s)
        maker.kill()
        return time.monotonic() - start


def ending_of(folder: Path) -> str:
    """Say what a killed making left; whatever it is, the person can go on from it."""
    if not folder.exists() or not any(folder.glob("vault.*")):
        new_vault(folder)[0].lock()
        return "nothing"
    if (folder / "vault.db").exists():
        reopened(folder).lock()
        return "whole"
    with pytest.raises(ProblemForPerson) as caught:
        reopened(folder)
    assert caught.value.code in {"vault_missing", "keys_damaged"}
    before = sorted(path.name for path in folder.iterdir())
    aside = set_aside(folder, clock=SteppingClock())
    assert sorted(path.name for path in aside.iterdir()) == before
    new_vault(folder)[0].lock()
    return "unfinished"
