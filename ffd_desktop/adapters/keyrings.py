"""The keyring of whoever is signed in to this computer: Windows, macOS or the Secret Service.

Three backend classes of the keyring library are known by name and made directly. The library's own
choosing (``get_keyring``: environment, ``keyringrc.cfg``, plug-ins) is never called, for any of
these would hand the slot key to a class of somebody else's.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, Generic, Protocol, TypeVar

import msgspec

from ffd_desktop.adapters import system
from ffd_desktop.vault import slot_keys
from ffd_desktop.vault.keys import SlotKey

TIMEOUT_S: Final = 20.0
"""Long enough to type a sign-in password into the system's own question."""
_USER: Final = "slot key"
T = TypeVar("T")


class Allowed(msgspec.Struct, frozen=True):
    """One class of the library that may be used, and what is set on it."""

    kind: str
    module: str
    name: str
    settings: Mapping[str, str] = MappingProxyType({})


# SECURITY: exactly these. 'local machine' keeps Windows from letting the entry roam with the
# profile, where another computer would find it beside a copied vault.
ALLOWED: Final[Mapping[str, Allowed]] = MappingProxyType(
    {
        "win32": Allowed(
            "windows",
            "keyring.backends.Windows",
            "WinVaultKeyring",
            MappingProxyType({"persist": "local machine"}),
        ),
        "darwin": Allowed("macos", "keyring.backends.macOS", "Keyring"),
        "linux": Allowed("secret-service", "keyring.backends.SecretService", "Keyring"),
    }
)


class _Ring(Protocol):
    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class ComputerKeyring:
    """This computer's keyring; implements ``SlotKeys``. May be asked on any thread.

    Each question runs on a thread of its own, for a locked keyring may ask its person something
    and never come back. After ``timeout_s`` nobody waits for it any more, and what it says then is
    thrown away; until it does, every other question fails at once.
    """

    def __init__(self, *, platform: str = sys.platform, timeout_s: float = TIMEOUT_S) -> None:
        self._allowed = ALLOWED.get(platform)
        self._timeout_s = timeout_s
        self._busy = threading.Lock()

    @property
    def backend(self) -> str:
        """The keyring's kind; empty on a system whose keyring is not one of the three."""
        return self._allowed.kind if self._allowed else ""

    def keep(self, entry: str, key: SlotKey) -> None:
        """Keep a key under an entry; one that is kept too late is taken away again."""
        service, text = service_of(entry), key.reveal().hex()
        self._ask(
            lambda ring: ring.set_password(service, _USER, text),
            if_late=lambda ring: ring.delete_password(service, _USER),
        )

    def fetch(self, entry: str) -> SlotKey:
        """Give the key that is kept under an entry."""
        kept = self._ask(lambda ring: ring.get_password(service_of(entry), _USER))
        try:
            return SlotKey(bytes.fromhex(kept or ""))
        except ValueError:
            raise slot_keys.empty() from None

    def forget(self, entry: str) -> None:
        """Let go of what is kept under an entry."""
        service = service_of(entry)

        def forget(ring: _Ring) -> None:
            if ring.get_password(service, _USER) is not None:
                ring.delete_password(service, _USER)

        self._ask(forget)

    def _ask(
        self, question: Callable[[_Ring], T], *, if_late: Callable[[_Ring], None] = lambda _: None
    ) -> T:
        allowed = self._allowed
        if allowed is None or not self._busy.acquire(blocking=False):
            raise slot_keys.silent()
        asking = _Asking(
            lambda: question(_made(allowed)), lambda: if_late(_made(allowed)), self._busy
        )
        threading.Thread(target=asking.run, name="keyring", daemon=True).start()
        answers = asking.wait(self._timeout_s)
        if not answers:
            raise slot_keys.silent()
        return answers[0]


class _Asking(Generic[T]):
    """One question on its way; ``busy`` is let go once the keyring has done with it."""

    def __init__(
        self, work: Callable[[], T], if_late: Callable[[], None], busy: threading.Lock
    ) -> None:
        self._work = work
        self._if_late = if_late
        self._busy = busy
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._answers: list[T] = []
        self._is_late = False

    def run(self) -> None:
        """Ask; whatever goes wrong, it is no answer and nothing worse."""
        answers: list[T] = []
        with contextlib.suppress(Exception):  # a keyring is a convenience: it may break nothing
            answers.append(self._work())
        with self._lock:
            is_late = self._is_late
            if not is_late:
                self._answers = answers
                self._busy.release()
                self._done.set()
        if is_late:
            with contextlib.suppress(Exception):
                self._if_late()
            self._busy.release()

    def wait(self, timeout_s: float) -> list[T]:
        """Give the one answer, or none."""
        self._done.wait(timeout_s)
        with self._lock:
            self._is_late = not self._done.is_set()
            return self._answers


def service_of(entry: str) -> str:
    """Give the name under which the keyring shows an entry."""
    return f"FFD Desktop {entry}"


def _made(allowed: Allowed) -> _Ring:
    """Make the one allowed backend; SECURITY: nothing from outside has a say in it."""
    system.deafen_keyring()
    ring: _Ring = getattr(import_module(allowed.module), allowed.name)()
    for name, value in allowed.settings.items():
        setattr(ring, name, value)
    return ring
