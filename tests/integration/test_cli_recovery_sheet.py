"""The recovery sheet on the command line: renewed, typed back, and then reminded of no more."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ffd_desktop.app import upkeep
from ffd_desktop.app.program import Program
from ffd_desktop.cli import main
from ffd_desktop.vault import calibrate
from ffd_desktop.vault.recovery import RecoveryCode
from tests.builders.vaults import PASSPHRASE, new_vault, opened_patiently

Run = Callable[..., tuple[int, dict[str, object]]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(calibrate, "next_up", lambda cost, _: cost)
    vault, code = new_vault(tmp_path / "v")
    vault.lock()
    (tmp_path / "mine").write_text(f"{PASSPHRASE}\n")
    (tmp_path / "old").write_text(f"{code}\n")
    return tmp_path / "v"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the verb with the passphrase in a file; give its exit code and its JSON."""

    def ran(*words: object, passphrase: str = "mine") -> tuple[int, dict[str, object]]:
        common = ("--vault", folder, "--passphrase-file", folder.parent / passphrase, "--json")
        code = main([str(word) for word in ("vault", "recovery-sheet", *words, *common)])
        return code, json.loads(capsys.readouterr().out)

    return ran


def is_reminded(folder: Path) -> bool:
    program = Program(folder=folder)
    desk = program.unlock(PASSPHRASE)
    said = upkeep.begin_backups(program, desk)()
    desk.close()
    return "typed the recovery code back" in " ".join(said)


def test_a_vault_made_by_a_script_is_reminded_of_until_its_code_was_typed_back(
    folder: Path, run: Run
) -> None:
    assert run() == (0, {"typed_back": False})
    assert is_reminded(folder)
    typed = (folder.parent / "old").read_text().lower().replace("-", "  ")
    (folder.parent / "typed").write_text(typed)
    assert run("--typed-back", folder.parent / "typed") == (0, {"typed_back": True})
    assert run() == (0, {"typed_back": True})
    assert not is_reminded(folder)


def test_a_new_sheet_makes_the_old_one_worthless_and_must_be_typed_back_anew(
    folder: Path, run: Run
) -> None:
    old, new = folder.parent / "old", folder.parent / "new"
    assert run("--typed-back", old)[0] == 0
    code, made = run("--recovery-file", new)
    assert (code, made) == (0, {"typed_back": False, "recovery_file": str(new)})
    assert run() == (0, {"typed_back": False})
    assert run("--typed-back", old)[1]["code"] == "wrong_recovery_code"
    opened_patiently(folder, RecoveryCode.read(new.read_text())).lock()
    assert run("--typed-back", new) == (0, {"typed_back": True})


def test_what_goes_wrong_leaves_the_old_sheet_as_it_was(folder: Path, run: Run) -> None:
    old, new = folder.parent / "old", folder.parent / "new"
    (folder.parent / "wrong").write_text("not the passphrase\n")
    assert run("--recovery-file", new, passphrase="wrong")[1]["code"] == "wrong_passphrase"
    assert not new.exists()
    opened_patiently(folder, PASSPHRASE).lock()  # the wrong guess is paid for
    assert run("--recovery-file", old)[1]["code"] == "file_exists"
    assert run("--typed-back", new)[1]["code"] == "recovery_code_unread"
    new.write_text(old.read_text()[:-4])
    assert run("--typed-back", new)[1]["code"] == "recovery_code_misread"
    assert run("--typed-back", old) == (0, {"typed_back": True})
