"""The vault's verbs on the command line: backup, restore, passphrase."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ffd_desktop.cli import main
from ffd_desktop.vault import calibrate
from tests.builders import referrals as built
from tests.builders.vaults import CHEAP, PASSPHRASE, by, new_vault

NEW = "lantern puddle brick"
Run = Callable[..., tuple[int, dict[str, object]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault, sheet = new_vault(tmp_path / "v")
    (tmp_path / "code").write_text(f"{sheet}\n")
    vault.referrals.create(built.small(), by=by())
    vault.lock()
    (tmp_path / "old").write_text(f"{PASSPHRASE}\n")
    (tmp_path / "new").write_text(f"{NEW}\n")
    return tmp_path / "v"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a verb on the vault; give its exit code and its JSON."""
    monkeypatch.setattr(calibrate, "choose", lambda *_, **__: CHEAP)

    def run(*words: object, passphrase: str = "old") -> tuple[int, dict[str, object]]:
        secret = str(folder.parent / passphrase)
        common = ("--vault", str(folder), "--passphrase-file", secret, "--json")
        code = main(["vault", *map(str, words), *common])
        return code, json.loads(capsys.readouterr().out)

    return run


def test_a_backup_is_made_proved_and_restored(folder: Path, run: Run, tmp_path: Path) -> None:
    code, made = run("backup", tmp_path / "backups")
    assert (code, made["good"], made["records"]) == (0, True, 1)
    assert Path(str(made["backup"])).is_dir()
    (folder / "vault.db").write_bytes(b"gone")
    code, done = run("restore", tmp_path / "backups")
    assert (code, done["referrals"], done["backup"]) == (0, 1, made["backup"])
    assert (Path(str(done["set_aside"])) / "vault.db").read_bytes() == b"gone"
    code, report = run("verify")
    assert (code, report["sound"], report["referrals"]) == (0, True, 1)


def test_the_recovery_code_restores_too(tmp_path: Path, run: Run) -> None:
    code, _ = run("backup", tmp_path / "backups")
    (tmp_path / "v" / "vault.db").write_bytes(b"gone")
    code, done = run("restore", tmp_path / "backups", passphrase="code")
    assert (code, done["referrals"]) == (0, 1)


def test_a_backup_on_the_same_disk_is_warned_of(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["vault", "backup", str(tmp_path / "backups"), "--vault", str(folder)]
    assert main([*words, "--passphrase-file", str(tmp_path / "old")]) == 0
    assert "on the same disk as the vault" in capsys.readouterr().err


def test_a_damaged_vault_is_salvaged_into_its_own_place(folder: Path, run: Run) -> None:
    data = bytearray((folder / "vault.db").read_bytes())
    data[100] ^= 1
    (folder / "vault.db").write_bytes(bytes(data))
    assert run("verify")[1]["code"] == "vault_damaged"
    code, done = run("restore", folder, "--salvage")
    assert (code, done["referrals"], done["bad_pages"], done["lost_records"]) == (0, 1, 1, 0)
    assert Path(str(done["set_aside"])).is_dir()
    assert run("verify")[1]["sound"] is True


def test_an_unchanged_vault_gives_the_backup_that_is_there(run: Run, tmp_path: Path) -> None:
    first, again = run("backup", tmp_path / "backups"), run("backup", tmp_path / "backups")
    assert first == again
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_place_without_backups_is_a_problem(run: Run, tmp_path: Path) -> None:
    code, problem = run("restore", tmp_path)
    assert (code, problem["code"]) == (1, "backup_missing")


def test_a_changed_passphrase_opens_and_the_old_one_no_longer_does(
    run: Run, tmp_path: Path
) -> None:
    code, done = run("passphrase", "--new-passphrase-file", tmp_path / "new")
    assert (code, done["changed"]) == (0, "Rhiannon Tanglewood")
    assert run("verify", passphrase="new")[0] == 0
    code, problem = run("verify")
    assert (code, problem["code"]) == (1, "wrong_passphrase")


def test_a_weak_new_passphrase_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "weak").write_text("password1\n")
    code, problem = run("passphrase", "--new-passphrase-file", tmp_path / "weak")
    assert (code, problem["code"]) == (1, "passphrase_weak")
    assert run("verify")[0] == 0


def test_without_a_terminal_the_new_passphrase_must_come_from_a_file(run: Run) -> None:
    code, problem = run("passphrase")
    assert (code, problem["code"]) == (1, "passphrase_unread")
