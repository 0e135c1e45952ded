"""A connection to a D-Bus bus that hears signals and asks questions on the window's thread.

Waits for nothing but the handshake, a second at most. A bus that is not there, or goes, is silent.
Qt's own D-Bus is not used: its thread calls Python objects while the window's thread waits for it
with Python's lock in hand, and both stand still for ever (seen with PySide6 6.11).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from itertools import count

import msgspec
from jeepney import (
    AuthenticationError,
    DBusAddress,
    FileDescriptor,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    Parser,
    message_bus,
    new_method_call,
)
from jeepney.bus import get_bus
from jeepney.fds import fds_buf_size
from jeepney.io.blocking import prep_socket
from PySide6.QtCore import QObject, QSocketNotifier

Heard = Callable[..., None]
Told = Callable[[object], None]
_HANDSHAKE_S = 1.0
_NO_BUS = (OSError, RuntimeError, ValueError, LookupError, AuthenticationError)


class Signal(msgspec.Struct, frozen=True):
    """Which signal to hear, and the signature of what it carries; one that differs is not heard.

    An empty sender or path stands for any.
    """

    interface: str
    name: str
    carries: str
    sender: str = ""
    path: str = ""


class Bus(QObject):
    """One connection to the bus at an address; ``is_open`` tells whether there is one."""

    def __init__(self, address: str, parent: QObject) -> None:
        super().__init__(parent)
        self.is_open = False
        self._heard: list[tuple[Signal, Heard]] = []
        self._asked: dict[int, Told] = {}
        self._serials = count(1)
        self._parser = Parser()
        self._files: list[FileDescriptor] = []
        with contextlib.suppress(*_NO_BUS):
            self._socket = prep_socket(get_bus(address), enable_fds=True, timeout=_HANDSHAKE_S)
            self._socket.setblocking(False)
            self.is_open = True
        if self.is_open:
            number, kind = self._socket.fileno(), QSocketNotifier.Type.Read
            self._notifier = QSocketNotifier(number, kind, self)
            self._notifier.activated.connect(self._on_readable)
            self._send(message_bus.Hello(), _nothing)

    def listen(self, signal: Signal, heard: Heard) -> None:
        """Call ``heard`` with what a signal carries, each time it comes."""
        self._heard.append((signal, heard))
        rule = MatchRule(
            type="signal",
            interface=signal.interface,
            member=signal.name,
            sender=signal.sender or None,
            path=signal.path or None,
        )
        self._send(message_bus.AddMatch(rule), _nothing)

    def ask(self, where: DBusAddress, name: str, words: tuple[str, ...], told: Told) -> None:
        """Ask a service; ``told`` gets the first value of its answer, ``None`` for a refusal.

        SECURITY: no service is started for it, and nobody is asked for a password.
        """
        message = new_method_call(where, name, "s" * len(words), words)
        message.header.flags = MessageFlag.no_auto_start
        self._send(message, told)

    def close(self) -> None:
        """Hear no more, and give back every file that came, also with an answer not yet read."""
        if self.is_open:
            self.is_open = False
            self._notifier.setEnabled(False)
            self._socket.close()
            for file in self._files:
                file.close()

    def _send(self, message: Message, told: Told) -> None:
        if self.is_open:
            serial = next(self._serials)
            self._asked[serial] = told
            with contextlib.suppress(OSError):
                self._socket.sendall(message.serialise(serial=serial))

    def _on_readable(self) -> None:
        try:
            self._read()
        except _NO_BUS:  # it went, or speaks nonsense
            self.close()
            return
        while self.is_open and (message := self._parser.get_next_message()) is not None:
            self._take(message)

    def _read(self) -> None:
        size = self._parser.bytes_desired()
        words, beside, _, _ = self._socket.recvmsg(size, fds_buf_size())
        if not words:
            raise ConnectionResetError
        files = FileDescriptor.from_ancdata(beside)
        self._files += files
        self._parser.add_data(words, fds=files)

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        match message.header.message_type:
            case MessageType.method_return | MessageType.error as kind:
                told = self._asked.pop(fields[HeaderFields.reply_serial], _nothing)
                is_answer = kind is MessageType.method_return and message.body
                told(message.body[0] if is_answer else None)
            case MessageType.signal if HeaderFields.destination not in fields:
                # SECURITY: one that was sent to us alone did not come through our rules.
                for signal, heard in list(self._heard):
                    if _fits(signal, fields):
                        heard(*message.body)
            case _:
                pass


def _fits(signal: Signal, fields: Mapping[HeaderFields, object]) -> bool:
    """Whether a signal that the bus let through is this one; the bus has looked at the sender."""
    return (
        fields.get(HeaderFields.interface) == signal.interface
        and fields.get(HeaderFields.member) == signal.name
        and fields.get(HeaderFields.signature, "") == signal.carries
        and signal.path in ("", fields.get(HeaderFields.path))
    )


def _nothing(_: object) -> None:
    """Nothing follows from the answer."""
