"""The computer's keyring: never redirected, never waited for, and its absence breaks nothing."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ffd_desktop.adapters import keyrings
from ffd_desktop.adapters.keyrings import ALLOWED, ComputerKeyring, service_of
from ffd_desktop.adapters.system import deafen_keyring
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keys import SlotKey
from tests.builders.keyring_daemon import (
    bus_without_keyring,
    kept_in_keyring,
    lock_keyring,
    real_keyring,
)
from tests.fakes import credential_stores

ROOT = Path(__file__).parents[3]
ENTRY = "5f0c3e7a-0001"
EVIL = """
from pathlib import Path
from keyring.backend import KeyringBackend
Path({marker!r}).write_text("imported")

class Evil(KeyringBackend):
    priority = 99

    def get_password(self, service, username):
        return "00" * 32

    def set_password(self, service, username, password):
        Path({marker!r}).write_text(password)

    def delete_password(self, service, username):
        pass
"""
OURS = """
from ffd_desktop.adapters.keyrings import ComputerKeyring
from ffd_desktop.vault.keys import SlotKey
ring, key = ComputerKeyring(), SlotKey.fresh()
ring.keep("5f0c3e7a-0001", key)
assert ring.fetch("5f0c3e7a-0001") == key
"""
THE_LIBRARYS_OWN = "import keyring; keyring.set_password('a', 'b', 'c')"


def refusal_of(ring: ComputerKeyring) -> str:
    with pytest.raises(ProblemForPerson) as caught:
        ring.fetch(ENTRY)
    return caught.value.code


def each_question(ring: ComputerKeyring) -> set[str]:
    """Ask everything there is to ask, and give the codes of the refusals."""
    codes = set()
    for ask in (
        lambda: ring.keep(ENTRY, SlotKey.fresh()),
        lambda: ring.fetch(ENTRY),
        lambda: ring.forget(ENTRY),
    ):
        with pytest.raises(ProblemForPerson) as caught:
            ask()
        codes.add(caught.value.code)
    return codes


# ---- which class, and how it is set -----------------------------------------------------------


def test_exactly_three_classes_of_the_library_may_be_used() -> None:
    named = {platform: f"{one.module}.{one.name}" for platform, one in ALLOWED.items()}
    assert named == {
        "win32": "keyring.backends.Windows.WinVaultKeyring",
        "darwin": "keyring.backends.macOS.Keyring",
        "linux": "keyring.backends.SecretService.Keyring",
    }


def test_on_windows_what_is_kept_does_not_roam(monkeypatch: pytest.MonkeyPatch) -> None:
    held = credential_stores.stand_in_for_windows(monkeypatch)
    monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "enterprise")
    ComputerKeyring(platform="win32").keep(ENTRY, SlotKey.fresh())
    assert [one["Persist"] for one in held.values()] == [2]
    blob = held[service_of(ENTRY)]["CredentialBlob"]
    assert isinstance(blob, bytes)
    assert len(blob) < 2560


def test_on_macos_no_other_keychain_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEYCHAIN_PATH", "/somebody/elses.keychain")
    held = credential_stores.stand_in_for_macos(monkeypatch)
    ComputerKeyring(platform="darwin").keep(ENTRY, SlotKey.fresh())
    assert list(held) == [(service_of(ENTRY), "slot key")]


def test_a_system_whose_keyring_is_not_one_of_the_three_has_none() -> None:
    ring = ComputerKeyring(platform="freebsd14")
    assert ring.backend == ""
    assert each_question(ring) == {"keyring_silent"}


def test_a_hardened_process_is_deaf_to_what_would_sway_the_keyring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swaying = ("PYTHON_KEYRING_BACKEND", "KEYRING_PROPERTY_PERSIST", "KEYCHAIN_PATH")
    for name in swaying:
        monkeypatch.setenv(name, "elsewhere")
    deafen_keyring()
    assert not set(swaying) & set(os.environ)


# ---- a real Secret Service --------------------------------------------------------------------


def test_only_a_random_key_is_kept_under_a_name_that_names_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = SlotKey.fresh()
    with real_keyring(monkeypatch):
        ComputerKeyring().keep(ENTRY, key)
        assert kept_in_keyring() == {
            f"Password for 'slot key' on 'FFD Desktop {ENTRY}'": key.reveal().hex().encode()
        }


def test_without_a_bus_there_is_no_answer_and_no_crash() -> None:
    assert each_question(ComputerKeyring()) == {"keyring_silent"}


def test_a_bus_without_a_keyring_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", "/nowhere")
    with bus_without_keyring(monkeypatch):
        assert refusal_of(ComputerKeyring()) == "keyring_silent"


def test_a_locked_collection_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with real_keyring(monkeypatch):
        ring = ComputerKeyring()
        ring.keep(ENTRY, SlotKey.fresh())
        lock_keyring()
        assert each_question(ring) == {"keyring_silent"}


@pytest.mark.parametrize("changed", ["", "no hex at all", "00" * 31, "00" * 33])
def test_an_entry_that_somebody_changed_into_no_key_is_told_as_empty(
    changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with real_keyring(monkeypatch):
        made = keyrings._made(ALLOWED["linux"])
        made.set_password(service_of(ENTRY), "slot key", changed)
        assert refusal_of(ComputerKeyring()) == "keyring_empty"


@pytest.fixture
def trap(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every way known to point the library at another class; gives the file that one would write.

    A configuration file, the environment, and a plug-in among the installed packages.
    """
    place, marker = tmp_path / "planted", tmp_path / "sprung"
    place.mkdir()
    (place / "evil.py").write_text(EVIL.format(marker=str(marker)))
    plug = place / "evil-1.0.dist-info"
    plug.mkdir()
    (plug / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    (plug / "entry_points.txt").write_text("[keyring.backends]\nevil = evil\n")
    config = f"[backend]\ndefault-keyring=evil.Evil\nkeyring-path={place}\n"
    for folder in (".config/python_keyring", ".local/share/python_keyring"):
        (home / folder).mkdir(parents=True)
        (home / folder / "keyringrc.cfg").write_text(config)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "evil.Evil")
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/evil")
    monkeypatch.setenv("PYTHONPATH", str(place))
    return marker


def run(code: str) -> int:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode


@pytest.mark.parametrize("planted", ["environment", "configuration", "plug-in"])
def test_the_trap_is_a_real_one(
    planted: str, trap: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if planted != "environment":
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    if planted == "plug-in":
        for config in home.rglob("keyringrc.cfg"):
            config.unlink()
    assert run(THE_LIBRARYS_OWN) == 0
    assert trap.read_text() == "c"


def test_neither_environment_nor_configuration_nor_plug_in_redirects_the_keyring(
    trap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with real_keyring(monkeypatch):
        assert run(OURS) == 0
        assert len(kept_in_keyring()) == 1
    assert not trap.exists()


# ---- a keyring that does not come back --------------------------------------------------------


class Stuck:
    """A Credential Manager whose next call waits until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
        self.held = credential_stores.stand_in_for_windows(monkeypatch)
        self._go = threading.Event()
        cred = sys.modules["win32ctypes.pywin32"].win32cred
        real = getattr(cred, call)

        def waits(*given: object, **named: object) -> object:
            self._go.wait()
            return real(*given, **named)

        monkeypatch.setattr(cred, call, waits)

    def let_go(self) -> None:
        """Let it answer, and wait until the adapter has done with the answer."""
        self._go.set()
        for thread in threading.enumerate():
            if thread.name == "keyring":
                thread.join()


def test_a_keyring_that_does_not_come_back_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stuck = Stuck(monkeypatch, "CredRead")
    ring = ComputerKeyring(platform="win32", timeout_s=0.05)
    assert refusal_of(ring) == "keyring_silent"
    stuck.let_go()


def test_while_one_question_hangs_no_other_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = Stuck(monkeypatch, "CredRead")
    ring = ComputerKeyring(platform="win32", timeout_s=0.05)
    refusal_of(ring)
    before = threading.active_count()
    assert each_question(ring) == {"keyring_silent"}
    assert threading.active_count() == before
    stuck.let_go()
    assert refusal_of(ring) == "keyring_empty"


def test_what_is_kept_too_late_is_taken_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = Stuck(monkeypatch, "CredWrite")
    ring = ComputerKeyring(platform="win32", timeout_s=0.05)
    with pytest.raises(ProblemForPerson):
        ring.keep(ENTRY, SlotKey.fresh())
    stuck.let_go()
    assert stuck.held == {}
