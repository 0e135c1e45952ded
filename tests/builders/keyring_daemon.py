"""A real keyring for tests: gnome-keyring on a session bus of its own, in the test's empty home."""

import contextlib
import gc
import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import secretstorage

from tests.tools import needs_tool

_WITH_KEYRING = """
printf 'the sign-in of a test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
echo "$DBUS_SESSION_BUS_ADDRESS"
exec cat
"""
_WITHOUT = """
echo "$DBUS_SESSION_BUS_ADDRESS"
exec cat
"""


@contextmanager
def session_bus(script: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run a script on a session bus of its own; it prints the bus's address first."""
    bus = needs_tool("dbus-run-session", package="dbus-daemon")
    process = subprocess.Popen(
        [bus, "--", "sh", "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"},
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        with _leaks_of_the_library():
            address = process.stdout.readline().strip()
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            yield address
    finally:
        process.stdin.close()  # the script's cat ends, and the bus and the daemon with it
        process.wait()
        process.stdout.close()


@contextmanager
def _leaks_of_the_library() -> Iterator[None]:
    """The keyring library leaves its connection open when a collection is locked or missing."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "unclosed <socket", ResourceWarning)
        yield
        gc.collect()


@contextmanager
def real_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lend a Secret Service whose login collection is open, and nothing in it."""
    needs_tool("gnome-keyring-daemon", package="gnome-keyring")
    with session_bus(_WITH_KEYRING, monkeypatch):
        yield


@contextmanager
def bus_without_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lend a session bus on which nobody keeps secrets."""
    with session_bus(_WITHOUT, monkeypatch):
        yield


def lock_keyring() -> None:
    """Lock the collection, as signing out of the keyring does."""
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


def kept_in_keyring() -> dict[str, bytes]:
    """Give what the keyring holds, label by label."""
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        items = secretstorage.get_default_collection(bus).get_all_items()
        return {item.get_label(): item.get_secret() for item in items}
