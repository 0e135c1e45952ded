"""The school's recovery key on the command line."""

import json
from pathlib import Path

import pytest

from ffd_desktop.cli import main
from ffd_desktop.vault import calibrate
from ffd_desktop.vault.recovery import read_printed
from tests.builders.vaults import PASSPHRASE, new_vault, opened_patiently


def test_it_is_made_opens_the_vault_and_is_ended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calibrate, "next_up", lambda cost, _: cost)
    folder, file = tmp_path / "v", tmp_path / "key.txt"
    new_vault(folder)[0].lock()
    (tmp_path / "mine").write_text(f"{PASSPHRASE}\n")

    def run(*words: object) -> tuple[int, dict[str, str]]:
        common = ("--vault", folder, "--passphrase-file", tmp_path / "mine", "--json")
        code = main([str(word) for word in ("vault", "school-key", *words, *common)])
        return code, json.loads(capsys.readouterr().out)

    assert run("status") == (0, {"made_at": ""})
    code, made = run("make", file)
    assert (code, made["file"]) == (0, str(file))
    assert run("status") == (0, {"made_at": made["made_at"]})
    key = read_printed(file.read_text())
    opened = opened_patiently(folder, key)
    assert opened.state.name == ""
    opened.lock()
    assert run("make", file)[1]["code"] == "file_exists"
    assert run("end") == (0, {"made_at": ""})
    assert run("status") == (0, {"made_at": ""})
