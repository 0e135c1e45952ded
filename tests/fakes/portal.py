"""A portal in memory, with the reference portal's ways of going wrong; for long walks."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import deque
from collections.abc import Callable

from ffd_desktop.sending.outbox import Moved
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
from ffd_desktop.sending.submission import as_digest
from tests.reference_portal.misbehaving import Fault

_LOST = {
    Fault.SLOW: Trouble.SLOW,
    Fault.CUT_BEFORE_BODY: Trouble.CUT,
    Fault.CUT_AFTER_BODY: Trouble.CUT,
    Fault.CUT_AFTER_STORING: Trouble.CUT,
    Fault.TRUNCATED: Trouble.CUT,
    Fault.ERROR_500: Trouble.SERVER,
    Fault.ERROR_500_AFTER: Trouble.SERVER,
    Fault.CONFLICT: Trouble.NOT_TAKEN,
    Fault.CAPTIVE: Trouble.SOMEBODY_ELSE,
    Fault.MISSING_PAGE: Trouble.SOMEBODY_ELSE,
}
_EARLY = frozenset(
    {
        *(Fault.CUT_BEFORE_BODY, Fault.CUT_AFTER_BODY, Fault.ERROR_500, Fault.CONFLICT),
        *(Fault.CAPTIVE, Fault.MISSING_PAGE, Fault.BUSY, Fault.SIGNED_OUT),
        Fault.FALSE_RECEIPT,
    }
)


class FakePortal:
    """Takes everything in once; `next_times` says how the next calls go wrong."""

    def __init__(self) -> None:
        self.next_times: deque[Fault] = deque()
        self.ledger: dict[str, Receipt] = {}
        self.refuses: set[str] = set()
        self.answers: dict[str, tuple[Answer, ...]] = {}
        self.late: list[tuple[str, bytes]] = []
        """Requests that were slow on the way and may arrive yet."""

    def submit(
        self, key: str, package: bytes, moved: Moved, is_stopped: Callable[[], bool]
    ) -> Outcome:
        """Take it in, unless something goes wrong first."""
        if is_stopped():
            return Failed(Trouble.STOPPED, reached=False)
        moved(len(package), len(package))
        fault = self._fault()
        self.refuses |= {key} if fault is Fault.REFUSED else set()
        early = _early(fault, key)
        if early is not None:
            return early
        if fault is Fault.SLOW:
            self.late.append((key, package))
            return Failed(Trouble.SLOW, reached=True)
        if key in self.refuses:
            return Refused("It was made for another council.", final=True)
        return self._after(fault, self._take(key, package))

    def ask(self, key: str) -> Outcome:
        """Say what became of a key."""
        fault = self._fault()
        early = _early(fault, key)
        if fault is Fault.FALSE_RECEIPT:
            return Failed(Trouble.SOMEBODY_ELSE, reached=True)  # no status looks like that
        if fault is Fault.REFUSED:
            return Failed(Trouble.NOT_TAKEN, reached=True)  # a question is not refused for good
        if early is not None:
            return early
        if fault is Fault.SLOW:
            return Failed(Trouble.SLOW, reached=False)
        if key in self.ledger:
            after = self._after(Fault.NONE if fault is Fault.LATER else fault, self.ledger[key])
            return Receipted(self.ledger[key]) if fault is Fault.OTHER_RECEIPT else after
        return NeverHad()

    def arrive(self) -> None:
        """Let what was slow on the way arrive after all."""
        for key, package in self.late:
            if key not in self.refuses:
                self._take(key, package)
        self.late.clear()

    def _fault(self) -> Fault:
        return self.next_times.popleft() if self.next_times else Fault.NONE

    def _take(self, key: str, package: bytes) -> Receipt:
        told = json.loads(package)
        digest = hashlib.sha256(base64.b64decode(told["content"])).hexdigest()
        receipt = Receipt(f"FFD/{len(self.ledger) + 1:04}", "", key, as_digest(digest), "")
        return self.ledger.setdefault(key, receipt)

    def _after(self, fault: Fault, receipt: Receipt) -> Outcome:
        if fault is Fault.LATER:
            return Held()
        if fault is Fault.OTHER_RECEIPT:
            return Receipted(_for_something_else(receipt.reference, receipt.key))
        if fault in _LOST:
            return Failed(_LOST[fault], reached=True)
        return Receipted(receipt, self.answers.get(receipt.key, ()))


def _for_something_else(reference: str, key: str) -> Receipt:
    other = as_digest(hashlib.sha256(b"something else").hexdigest())
    return Receipt(reference, "", key, other, "")


def _early(fault: Fault, key: str) -> Outcome | None:
    """What comes of it when nothing is stored."""
    match fault:
        case Fault.FALSE_RECEIPT:
            return Receipted(_for_something_else("FFD/0000", key))
        case Fault.BUSY:
            return Failed(Trouble.BUSY, reached=False, wait_s=1)
        case Fault.REFUSED:
            return Refused("The child lives in another council.", final=True)
        case Fault.SIGNED_OUT:
            return Failed(Trouble.SIGN_IN, reached=False)
        case _ if fault in _EARLY:
            return Failed(_LOST[fault], reached=True)
        case _:
            return None
