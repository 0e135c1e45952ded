"""A client at the reference portal, as the program makes one."""

from __future__ import annotations

import json
from collections.abc import Callable

import msgspec

from ffd_desktop.adapters.portal.client import HttpPortal
from ffd_desktop.adapters.portal.tokens import SignedIn, Tokens
from ffd_desktop.adapters.portal.wire import Wire
from ffd_desktop.councils.pack import PortalTable
from tests.reference_portal.sealing import package
from tests.reference_portal.server import Portal

ACCOUNT = "dsl@example.sch.uk"
WORDS = b'{"invented": "Dragonfly marmalade"}'


def table(portal: Portal) -> PortalTable:
    """What a council pack would say of it."""
    return msgspec.convert(portal.table(), PortalTable)


def wire(portal: Portal, answer_s: float = 20.0) -> Wire:
    """A wire that trusts the portal's own authority."""
    return Wire(authority=portal.authority.file.read_text(), answer_s=answer_s)


def signed_in(portal: Portal) -> SignedIn:
    """Somebody who has signed in."""
    found = SignedIn(table(portal))
    found.take(msgspec.convert(portal.sign_ins.tokens(ACCOUNT), Tokens))
    return found


def client(portal: Portal, **changes: object) -> HttpPortal:
    """A client of somebody who has signed in."""
    made = {"table": table(portal), "wire": wire(portal), "signed_in": signed_in(portal)}
    return HttpPortal(**{**made, **changes})


def packed(key: str, words: bytes = WORDS) -> bytes:
    """A package of invented words."""
    return json.dumps(package(key, words)).encode()


def unmoved(_done: int, _total: int) -> None:
    """Nobody watches."""


def going() -> bool:
    """Nobody stops."""
    return False


def hand_over(
    at: HttpPortal, key: str, data: bytes | None = None, is_stopped: Callable[[], bool] = going
) -> object:
    """Hand a package over once."""
    return at.submit(key, data or packed(key), unmoved, is_stopped)
