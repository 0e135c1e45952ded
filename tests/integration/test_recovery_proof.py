"""The recovery code is reminded of until it was typed back; a new one has to be typed back anew."""

from pathlib import Path

import pytest

from ffd_desktop.app import recovery_proof, upkeep
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.recovery import RecoveryCode
from tests.builders.vaults import PASSPHRASE, SteppingClock, new_vault

REMINDER = "Nobody has typed the recovery code back"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    new_vault(tmp_path / "v")[0].lock()
    return Program(folder=tmp_path / "v", clock=SteppingClock())


def told(program: Program, desk: Desk) -> bool:
    return REMINDER in " ".join(upkeep.begin_backups(program, desk)())


def test_it_is_said_at_each_opening_until_the_code_was_typed_back(program: Program) -> None:
    for _ in range(2):
        desk = program.unlock(PASSPHRASE)
        assert told(program, desk)
        desk.close()
    desk = program.unlock(PASSPHRASE)
    recovery_proof.note(desk)
    desk.close()
    desk = program.unlock(PASSPHRASE)
    assert not told(program, desk)
    desk.close()


def test_the_proof_of_one_code_is_no_proof_of_the_next(program: Program) -> None:
    desk = program.unlock(PASSPHRASE)
    recovery_proof.note(desk)
    code = recovery_proof.renew(program, desk, PASSPHRASE)
    assert not recovery_proof.is_proved(desk)
    recovery_proof.note(desk)
    assert recovery_proof.is_proved(desk)
    desk.close()
    desk = program.unlock_with_code(str(code))
    assert recovery_proof.is_proved(desk)
    recovery_proof.renew(program, desk, "")  # whoever came in by the code has no passphrase
    desk.close()


def test_without_the_passphrase_no_new_way_in_is_made(program: Program) -> None:
    desk = program.unlock(PASSPHRASE)
    before = desk.vault.sheet
    with pytest.raises(ProblemForPerson, match="wrong_passphrase"):
        recovery_proof.renew(program, desk, "not the passphrase")
    assert desk.vault.sheet == before
    desk.close()


def test_a_new_code_that_cannot_be_kept_leaves_the_old_sheet_as_it_was(program: Program) -> None:
    desk = program.unlock(PASSPHRASE)
    before = desk.vault.sheet

    def refuses(_: RecoveryCode) -> None:
        raise ProblemForPerson("The stick is full.", "Take another.", "disk_full")

    with pytest.raises(ProblemForPerson, match="disk_full"):
        recovery_proof.renew(program, desk, PASSPHRASE, keep=refuses)
    assert desk.vault.sheet == before
    desk.close()
