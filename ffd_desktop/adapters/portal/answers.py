"""What a portal's answers mean: strict readers of the protocol's JSON, nothing believed beyond it.

SECURITY: on the way may stand somebody who answers in the portal's place. Only an answer in the
form of the protocol is taken for the portal's; everything else is somebody else's.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Final, Literal, TypeVar

import msgspec

from ffd_desktop.adapters.portal.wire import Reply
from ffd_desktop.sending.outcomes import (
    Answer,
    Failed,
    Held,
    NeverHad,
    Outcome,
    Receipt,
    Receipted,
    Refused,
    Trouble,
)

_JSON: Final = "application/json"
_PROBLEM: Final = "application/problem+json"
_NEVER: Final = "urn:ffd-portal:unknown-key"
_SIGN_IN: Final = "urn:ffd-portal:sign-in"
_SERVER_ERRORS: Final = 500
_LONGEST_WAIT_S: Final = 24 * 3600
_LONGEST_WORDS: Final = 2000
T = TypeVar("T")


class _Problem(msgspec.Struct):
    type: str
    detail: str
    final: bool


class _Status(msgspec.Struct):
    key: str
    state: Literal["received", "delivered", "refused"]
    answers: tuple[Answer, ...]
    receipt: Receipt | None = None
    refusal: _Problem | None = None


def of_submitting(reply: Reply) -> Outcome:
    """Say what an answer to handing over means."""
    match reply.status:
        case 200 | 201:
            receipt = _read(reply, _JSON, Receipt)
            return Receipted(receipt) if receipt else _somebody_else()
        case 202:
            return Held() if _read(reply, _JSON, _Status) else _somebody_else()
        case 409:
            return Failed(Trouble.NOT_TAKEN, reached=True)  # its key will tell what is there
        case _:
            return _refusal(reply)


def of_asking(reply: Reply) -> Outcome:
    """Say what an answer to a question by key means."""
    if reply.status == 200:
        return _status(reply)
    problem = _read(reply, _PROBLEM, _Problem)
    if reply.status == 404 and problem is not None and problem.type == _NEVER:
        return NeverHad()
    found = _refusal(reply)
    return Failed(Trouble.NOT_TAKEN, reached=True) if isinstance(found, Refused) else found


def _status(reply: Reply) -> Outcome:
    status = _read(reply, _JSON, _Status)
    match status:
        case _Status(state="received"):
            return Held()
        case _Status(state="delivered", receipt=Receipt() as receipt):
            return Receipted(receipt, status.answers)
        case _Status(state="refused", refusal=_Problem() as refusal):
            return Refused(_words(refusal.detail), refusal.final)
        case _:
            return _somebody_else()


def _refusal(reply: Reply) -> Outcome:
    problem, wait_s = _read(reply, _PROBLEM, _Problem), _wait_s(reply.headers)
    if problem is None:
        broken = reply.status >= _SERVER_ERRORS
        return Failed(Trouble.SERVER, reached=True, wait_s=wait_s) if broken else _somebody_else()
    match reply.status:
        case 401 if problem.type == _SIGN_IN:
            return Failed(Trouble.SIGN_IN, reached=False)
        case 429 | 503:
            return Failed(Trouble.BUSY, reached=False, wait_s=wait_s)
        case status if status >= _SERVER_ERRORS:
            return Failed(Trouble.SERVER, reached=True, wait_s=wait_s)
        case _:
            return Refused(_words(problem.detail), problem.final, wait_s)


def _read(reply: Reply, media_type: str, kind: type[T]) -> T | None:
    if reply.media_type == media_type:
        with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
            return msgspec.json.decode(reply.data, type=kind)
    return None


def _words(text: str) -> str:
    """Keep what can be shown of a stranger's sentence."""
    return "".join(one for one in text if one.isprintable())[:_LONGEST_WORDS].strip()


def _wait_s(headers: Mapping[str, str]) -> int:
    told = headers.get("Retry-After", "")
    return min(int(told), _LONGEST_WAIT_S) if told.isascii() and told.isdigit() else 0


def _somebody_else() -> Failed:
    return Failed(Trouble.SOMEBODY_ELSE, reached=True)
