"""This very run has no network, no code of the program asks for one, and the whole job opens none.

The first holds in ``python3 dev.py test --offline``, which is what the guarding machine runs; the
last is seen from outside, by system calls. The window is watched in tests/faults/test_residue.py.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import needs_tool, only_on

ROOT = Path(__file__).parents[2]
NETWORK_CODE = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests"),
    *("smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "websockets"),
    *("webbrowser", "xmlrpc", "QtNetwork", "QtNetworkAuth", "QtWebSockets", "QtWebEngineCore"),
}
MAY_REACH_OUT = ROOT / "ffd_desktop" / "adapters" / "portal"
NOT_THE_NETWORK = ("urllib.parse",)  # takes an address apart, opens nothing
REACHES_OUT = re.compile(r"\bsocket\((AF_INET6?|AF_PACKET|AF_BLUETOOTH|AF_VSOCK)\b")
CONNECTS = """
import errno, socket
for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
    try:
        socket.socket(family, socket.SOCK_DGRAM).connect((address, 9))
        print("REACHED", address)
    except OSError as error:
        print(errno.errorcode[error.errno])
"""


def interfaces() -> set[str]:
    """Give the network interfaces that this process can see."""
    lines = Path("/proc/net/dev").read_text(encoding="ascii").splitlines()[2:]
    return {line.split(":")[0].strip() for line in lines}


@only_on("Linux")
def test_this_run_can_reach_nothing_but_itself() -> None:
    if interfaces() != {"lo"}:
        pytest.skip("there is a network; 'python3 dev.py test --offline' runs without one")
    done = subprocess.run(
        [sys.executable, "-c", CONNECTS], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) <= {"ENETUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT"}


def imported_by(source: str) -> set[str]:
    """Give every name that a file imports, with the module it comes from."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{one.name}" for one in node.names}
    return names


def reaching_out(source: str) -> set[str]:
    names = {one for one in imported_by(source) if not one.startswith(NOT_THE_NETWORK)}
    return {name for name in names if set(name.split(".")) & NETWORK_CODE}


@pytest.mark.parametrize(
    "line", ["import socket", "from PySide6.QtNetwork import QTcpSocket", "import urllib.request"]
)
def test_an_import_of_the_network_is_seen(line: str) -> None:
    assert reaching_out(line)


def test_no_code_but_the_portals_imports_the_network() -> None:
    files = [*(ROOT / "ffd_desktop").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    found = {
        str(file.relative_to(ROOT)): names
        for file in files
        if MAY_REACH_OUT not in file.parents
        and (names := reaching_out(file.read_text(encoding="utf-8")))
    }
    assert found == {}


def sockets_of(tmp_path: Path, *words: str) -> str:
    """Run the program under the eyes of strace; give the calls that have to do with sockets."""
    strace = needs_tool("strace")
    log = tmp_path / "calls"
    watch = [strace, "-f", "-qq", "-e", "trace=%network", "-o", str(log)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [*watch, sys.executable, *words],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
        timeout=300,
    )
    return log.read_text(encoding="utf-8", errors="replace")


def test_the_watcher_of_these_tests_sees_a_socket(tmp_path: Path) -> None:
    seen = sockets_of(tmp_path, "-c", "import socket; socket.socket(socket.AF_INET)")
    assert REACHES_OUT.search(seen)


def test_the_whole_job_without_a_window_opens_no_socket_to_anywhere(tmp_path: Path) -> None:
    seen = sockets_of(tmp_path, "-m", "ffd_desktop", "demo", "--out", str(tmp_path / "out"))
    assert any((tmp_path / "out").rglob("*.pdf"))
    assert REACHES_OUT.search(seen) is None
