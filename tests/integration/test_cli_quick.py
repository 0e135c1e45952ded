"""Quick unlock on the command line, with the real keyring."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ffd_desktop.cli import main
from ffd_desktop.vault import calibrate
from tests.builders.keyring_daemon import kept_in_keyring, real_keyring
from tests.builders.vaults import PASSPHRASE, STAFF, new_vault

Run = Callable[..., tuple[int, dict[str, object]]]
OFF = {"name": STAFF.name, "on": False, "elsewhere": 0, "why_not": ""}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(calibrate, "next_up", lambda cost, _: cost)
    new_vault(tmp_path / "v")[0].lock()
    (tmp_path / "mine").write_text(f"{PASSPHRASE}\n")
    common = ("--vault", str(tmp_path / "v"), "--passphrase-file", str(tmp_path / "mine"), "--json")

    def run(what: str) -> tuple[int, dict[str, object]]:
        code = main(["vault", "quick-unlock", what, *common])
        return code, json.loads(capsys.readouterr().out)

    return run


def test_it_is_turned_on_and_off_and_leaves_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with real_keyring(monkeypatch):
        assert run("status") == (0, OFF)
        assert run("on") == (0, {**OFF, "on": True})
        assert run("status") == (0, {**OFF, "on": True})
        assert len(kept_in_keyring()) == 1
        assert run("off") == (0, OFF)
        assert kept_in_keyring() == {}


def test_without_a_keyring_it_says_so_and_stays_off(run: Run) -> None:
    code, answer = run("on")
    assert (code, answer["code"]) == (1, "keyring_silent")
    assert run("status") == (0, OFF)
