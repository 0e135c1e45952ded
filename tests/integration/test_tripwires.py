"""Each tripwire bites: a small suite of offenders is run, and its verdicts are read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

OFFENDERS = """
import socket
import threading
import time

import pytest

from tests.tools import needs_tool, only_on

never = threading.Event()

def test_connects():
    socket.create_connection(("192.0.2.1", 9), timeout=0.01)

def test_looks_up_a_name():
    socket.getaddrinfo("example.invalid", 443)

def test_swallows_the_trip():
    try:
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 9))
    except Exception:
        pass

def test_uses_loopback_unasked():
    socket.create_server(("127.0.0.1", 0)).close()

def test_uses_loopback_asked(loopback):
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_goes_beyond_loopback_when_asked(loopback):
    socket.getaddrinfo("example.invalid", 443)

def test_leaves_a_thread():
    threading.Thread(target=never.wait, name="the-forgotten").start()

def test_leaves_a_daemon():
    threading.Thread(target=never.wait, daemon=True).start()

def test_lets_the_threads_go():
    never.set()

def test_opens_a_dialog():
    from PySide6.QtWidgets import QDialog
    QDialog.exec(None)

def test_asks_a_question():
    from PySide6.QtWidgets import QMessageBox
    try:
        QMessageBox.question(None, "", "")
    except Exception:
        pass

def test_pops_up_a_menu():
    from PySide6.QtWidgets import QMenu
    QMenu.exec(None)

def test_needs_a_missing_tool():
    needs_tool("no-such-tool")

@only_on("Windows")
def test_of_windows(): pass

@only_on("macOS")
def test_of_macos(): pass

@pytest.mark.xfail(reason="known", strict=True)
def test_known_to_fail():
    assert False

def test_is_at_home(home):
    import os
    from pathlib import Path
    assert Path.home() == home and list(home.iterdir()) == [home / "run"]
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ
"""

PASSES = {
    "test_uses_loopback_asked",
    "test_leaves_a_daemon",
    "test_lets_the_threads_go",
    "test_is_at_home",
}
SKIPS_ANYWHERE = {"test_of_windows", "test_of_macos"}
TRIPS = {
    "test_connects": "touched the network: socket.",
    "test_looks_up_a_name": "touched the network: socket.getaddrinfo",
    "test_swallows_the_trip": "touched the network: socket.sendto",
    "test_uses_loopback_unasked": "touched the network: socket.bind",
    "test_goes_beyond_loopback_when_asked": "touched the network: socket.getaddrinfo",
    "test_leaves_a_thread": "left threads running: the-forgotten",
    "test_opens_a_dialog": "opened a modal box: QDialog.exec",
    "test_asks_a_question": "opened a modal box: QMessageBox.question",
    "test_pops_up_a_menu": "opened a modal box: QMenu.exec",
}


def verdicts(folder: Path, *, ci: bool) -> tuple[dict[str, str], str]:
    """Run the offenders; gives each test's worst verdict, and all that pytest said."""
    (folder / "conftest.py").write_text('pytest_plugins = ["tests.conftest", "tests.tripwires"]\n')
    (folder / "test_offenders.py").write_text(OFFENDERS)
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "CI": "true" if ci else ""}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "--color=no"],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    ranks = ["PASSED", "SKIPPED", "XFAIL", "FAILED", "ERROR"]
    worst: dict[str, str] = {}
    for line in done.stdout.splitlines():
        verdict, _, rest = line.partition(" ")
        if verdict in ranks and "::" in rest:
            name = rest.partition("::")[2].split()[0]
            worst[name] = max(verdict, worst.get(name, "PASSED"), key=ranks.index)
    return worst, done.stdout


@pytest.fixture(scope="module")
def at_ci(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], str]:
    return verdicts(tmp_path_factory.mktemp("ci"), ci=True)


@pytest.mark.parametrize(("name", "words"), TRIPS.items())
def test_a_tripwire_fails_the_offender_and_says_why(
    at_ci: tuple[dict[str, str], str], name: str, words: str
) -> None:
    worst, said = at_ci
    assert worst[name] in {"FAILED", "ERROR"}
    assert words in said


@pytest.mark.parametrize("name", sorted(PASSES))
def test_a_tripwire_leaves_the_innocent_alone(at_ci: tuple[dict[str, str], str], name: str) -> None:
    assert at_ci[0][name] == "PASSED"


def test_a_missing_tool_is_a_failure_under_ci(at_ci: tuple[dict[str, str], str]) -> None:
    assert at_ci[0]["test_needs_a_missing_tool"] == "FAILED"
    assert "no-such-tool is not installed" in at_ci[1]


def test_a_known_failure_and_another_systems_test_are_no_failure_under_ci(
    at_ci: tuple[dict[str, str], str],
) -> None:
    assert at_ci[0]["test_known_to_fail"] == "XFAIL"
    assert not SKIPS_ANYWHERE & {n for n, v in at_ci[0].items() if v in {"FAILED", "ERROR"}}


def test_a_missing_tool_is_a_skip_on_a_persons_own_machine(tmp_path: Path) -> None:
    worst, said = verdicts(tmp_path, ci=False)
    assert "test_needs_a_missing_tool" not in worst
    assert "no-such-tool is not installed (Debian package: no-such-tool)" in said
