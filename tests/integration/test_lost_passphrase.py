"""A lost passphrase: the recovery code opens the vault and a new passphrase is set without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ffd_desktop.adapters.clock import SystemClock
from ffd_desktop.app import colleagues, upkeep
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keys import Argon2Cost
from ffd_desktop.vault.slots import Staff

PROFILE = SchoolProfile(school_name="Larkrise", staff_name="Rhiannon", council="worcestershire")
TOLD = "opened with the recovery code"
OLD, NEW = "otter lantern gravel", "pebble harbour trumpet"


class Later(SystemClock):
    """The clock of somebody who has waited out the pause after a wrong guess."""

    def monotonic(self) -> float:
        return super().monotonic() + 3600


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    cheap = Argon2Cost(64 * 1024, 3, 1)
    monkeypatch.setattr("ffd_desktop.adapters.sqlcipher.vault.calibrated", lambda: cheap)
    return Program(folder=tmp_path / "vault")


def test_the_recovery_code_leads_to_a_new_passphrase(program: Program) -> None:
    desk, code = program.create(SetUp(OLD, PROFILE))
    desk.close()
    recovered = program.unlock_with_code(str(code))
    assert recovered.is_recovered
    program.change_passphrase(recovered, old="", new=NEW)
    recovered.close()
    again = program.unlock(NEW)
    assert not again.is_recovered
    again.close()


def test_whoever_came_in_by_a_sheet_is_told_where_a_new_passphrase_is_chosen(
    program: Program,
) -> None:
    desk, code = program.create(SetUp(OLD, PROFILE))
    assert TOLD not in " ".join(upkeep.begin_backups(program, desk)())
    desk.close()
    recovered = program.unlock_with_code(str(code))
    assert TOLD in " ".join(upkeep.begin_backups(program, recovered)())
    recovered.close()


def test_whoever_has_the_passphrase_must_give_it_to_change_it(program: Program) -> None:
    desk, _ = program.create(SetUp(OLD, PROFILE))
    with pytest.raises(ProblemForPerson) as caught:
        program.change_passphrase(desk, old="", new=NEW)
    assert caught.value.code == "wrong_passphrase"
    desk.close()
    waited = Program(folder=program.folder, clock=Later())
    waited.unlock(OLD).close()


def test_of_several_staff_the_one_who_is_named_gets_the_new_passphrase(program: Program) -> None:
    desk, code = program.create(SetUp(OLD, PROFILE))
    colleagues.add(desk, Staff("Idris"), "lantern gravel tulip")
    desk.close()
    recovered = program.unlock_with_code(str(code))
    with pytest.raises(ProblemForPerson) as caught:
        program.change_passphrase(recovered, old="", new=NEW)
    assert caught.value.code == "staff_unknown"
    program.change_passphrase(recovered, old="", new=NEW, whose="Idris")
    recovered.close()
    program.unlock(NEW, whose="Idris").close()
    program.unlock(OLD, whose="Rhiannon").close()
