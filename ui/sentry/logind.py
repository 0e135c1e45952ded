"""Asks logind which session is ours, and to wait for us before it sleeps. Never waits itself.

A question that logind refuses, or does not answer, has no consequence.
https://systemd.io/INHIBITOR_LOCKS/
"""

from __future__ import annotations

import os
from collections.abc import Callable

from jeepney import DBusAddress, FileDescriptor

from ui.sentry.bus import Bus

LOGIND = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
_MANAGER = DBusAddress(PATH, LOGIND, f"{LOGIND}.Manager")
_DELAY = ("sleep", "FFD Desktop", "Locking the vault", "delay")


class Brake:
    """A delay inhibitor, held while there are words on the screen."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._is_wanted = False
        self._is_asked = False
        self._held: FileDescriptor | None = None

    def hold(self) -> None:
        """Take the inhibitor, unless it is held or asked for already."""
        self._is_wanted = True
        if self._held is None and not self._is_asked:
            self._is_asked = True
            self._bus.ask(_MANAGER, "Inhibit", _DELAY, self._on_answer)

    def let_go(self) -> None:
        """Give it back: the file behind it is closed, and that is what logind waits for."""
        self._is_wanted = False
        if self._held is not None:
            self._held.close()
            self._held = None

    def _on_answer(self, answer: object) -> None:
        self._is_asked = False
        if not isinstance(answer, FileDescriptor):
            return
        # A program that is started from here must not hold it in our stead.
        os.set_inheritable(answer.fileno(), False)
        self._held = answer
        if not self._is_wanted:
            self.let_go()


def ask_session(bus: Bus, told: Callable[[str], None]) -> None:
    """Ask for the path of the session that this program runs in."""

    def on_answer(answer: object) -> None:
        if isinstance(answer, str):
            told(answer)

    name = os.environ.get("XDG_SESSION_ID") or "auto"
    bus.ask(_MANAGER, "GetSession", (name,), on_answer)
