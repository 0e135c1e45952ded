"""Listens to Linux: logind and UPower on the system's bus, screen savers on the person's own.

A bus, a service or a property that is missing is never called by, and never spoken of.
https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QWidget

from ui.sentry.port import Sentry, Why

if TYPE_CHECKING:
    from ui.sentry.bus import Bus
    from ui.sentry.logind import Brake

_UPOWER = "org.freedesktop.UPower"
_SAVERS = tuple(
    f"org.{maker}.ScreenSaver" for maker in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
_CHANGED = ("org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as")
_SYSTEM_BUS = "unix:path=/var/run/dbus/system_bus_socket"
_Variants = dict[str, tuple[str, object]]


class Addresses(msgspec.Struct, frozen=True):
    """Where the buses are; empty for one that is not there."""

    system: str
    session: str


def own_addresses() -> Addresses:
    """Find the buses of this computer and of whoever is logged in. Starts none."""
    own = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    if not own and socket.exists():
        own = f"unix:path={socket}"
    return Addresses(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS, own)


class LinuxSentry(Sentry):
    """Hears the screen lock, the session's switch, the sleep and the lid."""

    def __init__(self, addresses: Addresses) -> None:
        super().__init__()
        self._addresses = addresses
        self._buses: list[Bus] = []
        self._brake: Brake | None = None
        self._is_wanted = False

    def begin(self, window: QWidget) -> None:  # noqa: ARG002 - the buses tell no window
        """Listen on whichever bus is there."""
        from ui.sentry.bus import Signal

        system = self._opened(self._addresses.system)
        if system is not None:
            self._listen_to_system(system)
        session = self._opened(self._addresses.session)
        if session is not None:
            for saver in _SAVERS:
                session.listen(Signal(saver, "ActiveChanged", "b"), self._on_saver)
        if self._is_wanted:
            self.hold()

    def end(self) -> None:
        """Leave both buses."""
        self.let_go()
        self._brake = None
        for bus in self._buses:
            bus.close()
        self._buses.clear()

    def hold(self) -> None:
        """Ask logind to wait for us before it sleeps; as soon as there is a logind to ask."""
        self._is_wanted = True
        if self._brake is not None:
            self._brake.hold()

    def let_go(self) -> None:
        """Let logind go on."""
        self._is_wanted = False
        if self._brake is not None:
            self._brake.let_go()

    def _opened(self, address: str) -> Bus | None:
        from ui.sentry.bus import Bus

        if not address:
            return None
        bus = Bus(address, self)
        self._buses.append(bus)
        return bus if bus.is_open else None

    def _listen_to_system(self, bus: Bus) -> None:
        """Listen to named services only: on the system's bus anyone may send signals."""
        from ui.sentry.bus import Signal
        from ui.sentry.logind import LOGIND, PATH, Brake, ask_session

        self._brake = Brake(bus)
        bus.listen(Signal(f"{LOGIND}.Manager", "PrepareForSleep", "b", LOGIND), self._on_sleep)
        bus.listen(Signal(*_CHANGED, LOGIND, PATH), self._on_lid)
        bus.listen(Signal(*_CHANGED, _UPOWER, f"/{_UPOWER.replace('.', '/')}"), self._on_lid)

        def of_session(path: str) -> None:
            bus.listen(Signal(f"{LOGIND}.Session", "Lock", "", LOGIND, path), self._on_lock)
            bus.listen(Signal(*_CHANGED, LOGIND, path), self._on_session)

        ask_session(bus, of_session)

    def _on_sleep(self, is_near: object) -> None:
        """PrepareForSleep: true before, false after."""
        if is_near is True:
            self.called.emit(Why.SLEEP)

    def _on_saver(self, is_active: object) -> None:
        """ActiveChanged of a screen saver."""
        if is_active is True:
            self.called.emit(Why.SCREEN)

    def _on_lock(self) -> None:
        """Lock of our session."""
        self.called.emit(Why.SCREEN)

    def _on_session(self, _: str, changed: _Variants, __: list[str]) -> None:
        """Properties of our session."""
        if _is("Active", changed, wanted=False):
            self.called.emit(Why.SWITCH)
        if _is("LockedHint", changed):
            self.called.emit(Why.SCREEN)

    def _on_lid(self, _: str, changed: _Variants, __: list[str]) -> None:
        """Properties of logind's manager, which seldom tells of the lid, and of UPower."""
        if _is("LidClosed", changed) or _is("LidIsClosed", changed):
            self.called.emit(Why.LID)


def _is(name: str, changed: _Variants, *, wanted: bool = True) -> bool:
    return changed.get(name, ("", None))[1] is wanted
