"""A computer that can be left: a real bus of its own, with logind, UPower and screen savers on it.

The bus is a real ``dbus-daemon``; the services are few lines, and tell what the real ones tell.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection

from tests.tools import needs_tool

LOGIND = "org.freedesktop.login1"
SESSION = f"/org/freedesktop/login1/session/_3{os.getpid()}"
_CONF = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow receive_sender="*" eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Run a bus that nobody else is on; gives its address."""
    daemon = needs_tool("dbus-daemon", package="dbus-daemon")
    conf = folder / "bus.conf"
    conf.write_text(_CONF.format(folder=folder), encoding="utf-8")
    with subprocess.Popen(
        [daemon, f"--config-file={conf}", "--print-address=1", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as bus:
        assert bus.stdout is not None
        try:
            yield bus.stdout.readline().strip()
        finally:
            bus.terminate()


class FakeComputer:
    """The services on one bus, and what happens to the computer."""

    def __init__(self, address: str, *, has_logind: bool = True) -> None:
        self.inhibitors: list[tuple[tuple[str, ...], int]] = []
        self.taken = 0
        self._bus: DBusConnection = open_dbus_connection(address, enable_fds=True)
        for name in (LOGIND, "org.freedesktop.UPower") if has_logind else ():
            self._bus.send(message_bus.RequestName(name))
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def leave(self) -> None:
        """Take the services off the bus."""
        self._bus.interrupt()
        self._thread.join()
        self._bus.close()
        for _, pipe in self.inhibitors:
            os.close(pipe)

    def held(self) -> list[tuple[str, ...]]:
        """Give what the inhibitors that are held now were asked for with."""
        still = []
        for words, pipe in self.inhibitors:
            with suppress(BlockingIOError):
                os.read(pipe, 1)
                os.close(pipe)
                continue
            still.append((words, pipe))
        self.inhibitors = still
        return [words for words, _ in still]

    # ---- what happens to it -----------------------------------------------------------------

    def goes_to_sleep(self) -> None:
        """The lid or a menu asked for it; logind now waits for the inhibitors."""
        self._tell(f"{LOGIND}.Manager", "PrepareForSleep", "b", (True,))

    def wakes(self) -> None:
        """It is awake again."""
        self._tell(f"{LOGIND}.Manager", "PrepareForSleep", "b", (False,))

    def session_is_locked(self) -> None:
        """``loginctl lock-session``."""
        self._tell(f"{LOGIND}.Session", "Lock", "", (), path=SESSION)

    def session_is_hinted_locked(self) -> None:
        """The desktop says that it has locked."""
        self._changed(f"{LOGIND}.Session", {"LockedHint": ("b", True)}, path=SESSION)

    def session_is_switched(self, *, active: bool = False, path: str = SESSION) -> None:
        """Somebody else's session is in front, or this one again."""
        self._changed(f"{LOGIND}.Session", {"Active": ("b", active)}, path=path)

    def lid_closes(self) -> None:
        """As UPower tells it."""
        self._changed(
            "org.freedesktop.UPower", {"LidIsClosed": ("b", True)}, path="/org/freedesktop/UPower"
        )

    def lid_closes_as_logind_tells(self) -> None:
        """As logind would tell it."""
        self._changed(f"{LOGIND}.Manager", {"LidClosed": ("b", True)})

    def saver_comes(self, maker: str = "gnome", *, active: bool = True) -> None:
        """The screen saver of a desktop locks the screen, or goes."""
        path = f"/org/{maker}/ScreenSaver"
        self._tell(f"org.{maker}.ScreenSaver", "ActiveChanged", "b", (active,), path=path)

    def saver_says_nonsense(self) -> None:
        """A signal of the right name that does not carry what it should."""
        interface, path = "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"
        self._tell(interface, "ActiveChanged", "", (), path=path)

    # ---- inside -----------------------------------------------------------------------------

    def _changed(
        self, interface: str, values: dict[str, object], *, path: str = "/org/freedesktop/login1"
    ) -> None:
        words = (interface, values, [])
        self._tell(
            "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", words, path=path
        )

    def _tell(
        self,
        interface: str,
        name: str,
        signature: str,
        words: tuple[object, ...],
        *,
        path: str = "/org/freedesktop/login1",
    ) -> None:
        where = DBusAddress(path, interface=interface)
        self._bus.send(new_signal(where, name, signature or None, words))

    def _serve(self) -> None:
        with suppress(ReceiveStopped):
            while True:
                message = self._bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)

    def _answer(self, message: Message) -> None:
        match message.header.fields.get(HeaderFields.member):
            case "Inhibit":
                ours, theirs = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
                self.taken += 1
                self.inhibitors.append((message.body, ours))
                self._bus.send(new_method_return(message, "h", (theirs,)))
                os.close(theirs)
            case "GetSession":
                self._bus.send(new_method_return(message, "o", (SESSION,)))
            case _:
                self._bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
