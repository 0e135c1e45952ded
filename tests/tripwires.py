"""What no test may do unseen: touch the network, open a modal box, leave a thread running.

A pytest plug-in (conftest loads it). Each trip is raised where it happens, and again at the
end of the test, for the code under test may swallow it. Child processes are not watched.
"""

import ipaddress
import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from functools import cache
from types import ModuleType
from typing import NoReturn

import pytest

from tests.tools import is_only_elsewhere

_NETWORK_EVENTS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.bind": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}
_MODAL_CALLS = {
    "QDialog": ("exec",),
    "QMessageBox": ("exec", "about", "critical", "information", "question", "warning"),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QFileDialog": (
        *("getExistingDirectory", "getExistingDirectoryUrl", "getOpenFileName"),
        *("getOpenFileNames", "getOpenFileUrl", "getSaveFileName", "getSaveFileUrl"),
    ),
    "QColorDialog": ("getColor",),
    "QFontDialog": ("getFont",),
    "QMenu": ("exec",),
}
_LAST_CHANCE_S = 1.0


class TrippedError(AssertionError):
    """A test did what no test may do."""


class _Network:
    """Whether a test runs now, whether it may use loopback, and what it touched."""

    def __init__(self) -> None:
        self.watching = False
        self.loopback = False
        self.touched: list[str] = []

    def hook(self, event: str, details: tuple[object, ...]) -> None:
        place = _NETWORK_EVENTS.get(event) if self.watching else None
        if place is None:
            return
        address = details[place] if place < len(details) else None
        if place == 1 and (isinstance(address, str | bytes) or _is_local(details[0])):
            return  # a Unix socket: the session bus, a virtual display
        host = address[0] if isinstance(address, tuple) else address
        if self.loopback and _is_loopback(host):
            return
        self.touched.append(f"{event} {address!r}")
        raise TrippedError(f"this test touched the network: {event} {address!r}")


_network = _Network()
sys.addaudithook(_network.hook)


def _is_local(used: object) -> bool:
    """Whether a socket that is connected already, and so names nobody, is a Unix socket."""
    return getattr(getattr(used, "family", None), "name", "") == "AF_UNIX"


def _is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host == "localhost":
        return True
    try:
        return isinstance(host, str) and ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    _network.touched.clear()
    _network.watching = True
    yield
    _network.watching = False
    if _network.touched:
        pytest.fail(f"this test touched the network: {'; '.join(_network.touched)}")


@pytest.fixture
def loopback() -> Iterator[None]:
    """Let this test use 127.0.0.1, ::1 and localhost, for a server of its own."""
    _network.loopback = True
    yield
    _network.loopback = False


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and not t.daemon]
    for thread in left:
        thread.join(_LAST_CHANCE_S)
    names = [thread.name for thread in left if thread.is_alive()]
    if names:
        pytest.fail(f"this test left threads running: {', '.join(names)}")


_boxes_opened: list[str] = []


@pytest.fixture(autouse=True)
def _no_modal_box() -> Iterator[None]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None:
        _set_modal_traps(widgets)
    _boxes_opened.clear()
    yield
    if _boxes_opened:
        pytest.fail(f"this test opened a modal box: {', '.join(_boxes_opened)}")


@cache
def _set_modal_traps(widgets: ModuleType) -> None:
    for name, calls in _MODAL_CALLS.items():
        for call in calls:
            setattr(getattr(widgets, name), call, _modal_trap(f"{name}.{call}"))


def _modal_trap(name: str) -> Callable[..., NoReturn]:
    def trap(*_args: object, **_options: object) -> NoReturn:
        _boxes_opened.append(name)
        raise TrippedError(f"this test opened a modal box: {name}")

    return trap


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI, turn a test that was skipped for what the machine lacks into a failure."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a module that skips itself whole."""
    report = yield
    if report.skipped:
        _refuse_skip(report)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if os.environ.get("CI", "").lower() in ("1", "true") and not is_only_elsewhere(reason):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI takes for a failure: {reason}"
