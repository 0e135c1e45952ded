"""The school's recovery key: printed, typed back, it opens the vault when nobody else can."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from ffd_desktop.adapters.clock import SystemClock
from ffd_desktop.app import colleagues, recovery_proof, rescue, school_key, upkeep
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT
from ffd_desktop.vault.keys import Argon2Cost
from ffd_desktop.vault.recovery import SchoolKey
from ffd_desktop.vault.slots import Staff
from ui.shell.doors import ProgramColleagues

PROFILE = SchoolProfile(school_name="Larkrise", staff_name="Rhiannon", council="worcestershire")
PASSPHRASE, OTHER, NEW = "otter lantern gravel", "pebble harbour trumpet", "acorn marble window"
CHEAP = Argon2Cost(64, 1, 1)


class Later(SystemClock):
    """The clock of somebody who waits out every pause."""

    def __init__(self) -> None:
        self.added = 0.0

    def monotonic(self) -> float:
        self.added += 3600
        return super().monotonic() + self.added


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setattr("ffd_desktop.adapters.sqlcipher.vault.calibrated", lambda: CHEAP)
    monkeypatch.setattr("ffd_desktop.vault.calibrate.next_up", lambda cost, took_s: cost)
    made = Program(folder=tmp_path / "vault", clock=Later())
    desk, _ = made.create(SetUp(PASSPHRASE, PROFILE, params=CHEAP))
    desk.close()
    return made


def made_key(program: Program) -> SchoolKey:
    desk = program.unlock(PASSPHRASE)
    key = school_key.draw(program, desk, PASSPHRASE)
    school_key.keep(desk, key)
    desk.close()
    return key


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(ProblemForPerson) as caught:
        work()
    return caught.value.code


def in_vault(program: Program) -> Desk:
    return program.unlock(PASSPHRASE)


def test_there_is_none_until_one_is_made(program: Program) -> None:
    desk = in_vault(program)
    assert school_key.made_at(desk) == ""
    desk.close()


def test_the_schools_key_opens_the_vault_and_leads_to_a_new_passphrase(program: Program) -> None:
    key = made_key(program)
    desk = program.unlock_with_code(str(key).lower().replace("-", " "))
    assert desk.is_recovered
    assert desk.by("test").actor == "school’s recovery key"
    assert school_key.made_at(desk)
    program.change_passphrase(desk, old="", new=NEW)
    desk.close()
    program.unlock(NEW).close()


def test_a_key_that_was_drawn_and_not_typed_back_opens_nothing(program: Program) -> None:
    desk = in_vault(program)
    key = school_key.draw(program, desk, PASSPHRASE)
    desk.close()
    assert code_of(lambda: program.unlock_with_code(str(key))) == "wrong_recovery_code"


def test_a_new_key_makes_the_old_one_worthless(program: Program) -> None:
    old, new = made_key(program), made_key(program)
    assert code_of(lambda: program.unlock_with_code(str(old))) == "wrong_recovery_code"
    program.unlock_with_code(str(new)).close()


def test_an_ended_key_opens_nothing(program: Program) -> None:
    key = made_key(program)
    desk = in_vault(program)
    school_key.withdraw(program, desk, PASSPHRASE)
    assert school_key.made_at(desk) == ""
    desk.close()
    assert code_of(lambda: program.unlock_with_code(str(key))) == "wrong_recovery_code"


def test_neither_making_nor_ending_it_does_without_the_passphrase(program: Program) -> None:
    key = made_key(program)
    desk = in_vault(program)
    assert code_of(lambda: school_key.draw(program, desk, OTHER)) == "wrong_passphrase"
    assert code_of(lambda: school_key.withdraw(program, desk, OTHER)) == "wrong_passphrase"
    desk.close()
    program.unlock_with_code(str(key)).close()


def test_ending_a_key_that_is_not_there_is_said_and_not_taken_for_done(program: Program) -> None:
    desk = in_vault(program)
    assert code_of(lambda: school_key.withdraw(program, desk, PASSPHRASE)) == "school_key_none"
    desk.close()


def test_whoever_came_by_it_cannot_end_it_at_once(program: Program) -> None:
    desk = program.unlock_with_code(str(made_key(program)))
    assert code_of(lambda: school_key.withdraw(program, desk, "")) == "school_key_in_use"
    desk.close()


def test_it_outlives_a_removed_colleague_and_a_new_recovery_sheet(program: Program) -> None:
    key = made_key(program)
    desk = in_vault(program)
    nnamdi = colleagues.add(desk, Staff("Nnamdi Kaya", "dsl"), OTHER)
    colleagues.remove(program, desk, nnamdi.person, PASSPHRASE)
    recovery_proof.renew(program, desk, PASSPHRASE)
    desk.close()
    program.unlock_with_code(str(key)).close()


def test_it_puts_a_backup_back_when_it_is_all_there_is(program: Program, tmp_path: Path) -> None:
    key = made_key(program)
    upkeep.back_up(program, PASSPHRASE, tmp_path / "backups")
    (program.folder / "vault.db").write_bytes(b"gone")
    done = rescue.restore(program, tmp_path / "backups", str(key).lower(), SILENT)
    assert done.report.is_sound
    program.unlock_with_code(str(key)).close()


def test_whoever_came_in_by_it_can_remove_a_colleague(program: Program) -> None:
    key = made_key(program)
    desk = in_vault(program)
    nnamdi = colleagues.add(desk, Staff("Nnamdi Kaya", "dsl"), OTHER)
    desk.close()
    desk = program.unlock_with_code(str(key))
    ProgramColleagues(program, desk).remove(nnamdi.person, str(key), ())
    desk.close()
    assert code_of(lambda: program.unlock(OTHER)) == "wrong_passphrase"
    program.unlock_with_code(str(key)).close()


def test_the_recovery_code_is_another_one_and_still_works(program: Program) -> None:
    key = made_key(program)
    desk = in_vault(program)
    code = recovery_proof.renew(program, desk, PASSPHRASE)
    desk.close()
    program.unlock_with_code(str(code)).close()
    program.unlock_with_code(str(key)).close()


def test_the_key_stands_on_its_sheet_and_nowhere_on_the_disk(program: Program) -> None:
    key = made_key(program)
    pdf = pypdfium2.PdfDocument(program.printed_sheet(key))
    words = pdf[0].get_textpage().get_text_bounded()
    pdf.close()
    assert all(group in words for group in key.groups()[:-1])
    assert "School recovery key" in words
    assert "head teacher" in words
    for file in program.folder.iterdir():
        data = file.read_bytes()
        assert key.secret() not in data
        assert str(key).encode() not in data
