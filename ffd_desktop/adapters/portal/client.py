"""One council's portal, as sending knows it: hand over, and ask what became of a key."""

from __future__ import annotations

import base64
import contextlib
import hashlib
from collections.abc import Callable

from msgspec.structs import replace

from ffd_desktop.adapters.portal import answers
from ffd_desktop.adapters.portal.jwe import encrypted
from ffd_desktop.adapters.portal.tokens import SignedIn
from ffd_desktop.adapters.portal.wire import Body, Reply, Wire, WireProblem
from ffd_desktop.councils.pack import PortalTable
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending.outbox import Moved
from ffd_desktop.sending.outcomes import Failed, Outcome, Refused, Trouble

_PATH = "/v1/submissions"


class HttpPortal:
    """Speaks the protocol of resources/portal/openapi.yaml; one attempt for each call."""

    def __init__(self, table: PortalTable, wire: Wire, signed_in: SignedIn) -> None:
        self._table = table
        self._wire = wire
        self._signed_in = signed_in
        self._url = table.base_url.rstrip("/") + _PATH

    def submit(
        self, key: str, package: bytes, moved: Moved, is_stopped: Callable[[], bool]
    ) -> Outcome:
        """Encrypt a package and hand it over; see sending's ``Portal``."""
        try:
            sealed = encrypted(package, self._table.key)
        except ProblemForPerson as problem:
            return Refused(f"{problem.what} {problem.next_step}", final=True)
        told = {
            "Content-Type": "application/jose",
            "Idempotency-Key": f'"{key}"',
            "Repr-Digest": _digest(sealed),
        }

        def once(access: str) -> Reply:
            body = Body(sealed, moved, is_stopped)
            headers = {**told, "Authorization": f"Bearer {access}"}
            return self._wire.request("POST", self._url, headers=headers, body=body)

        return self._signed(once, answers.of_submitting)

    def ask(self, key: str) -> Outcome:
        """Ask what became of a key."""
        return self._signed(
            lambda access: self._wire.request(
                "GET", f"{self._url}/{key}", headers={"Authorization": f"Bearer {access}"}
            ),
            answers.of_asking,
        )

    def _signed(self, once: Callable[[str], Reply], read: Callable[[Reply], Outcome]) -> Outcome:
        """Do it signed in; when the portal knows the sign-in no longer, renew it and try again.

        A 401 in the protocol's form says that nothing was stored, so this is no second attempt.
        """
        try:
            access = self._signed_in.access(self._wire)
        except WireProblem as problem:
            return replace(problem.failed, reached=False)
        if not access:
            return Failed(Trouble.SIGN_IN, reached=False)
        outcome = self._once(once, access, read)
        if outcome != Failed(Trouble.SIGN_IN, reached=False):
            return outcome
        with contextlib.suppress(WireProblem):
            access = self._signed_in.renewed(self._wire)
            return self._once(once, access, read) if access else outcome
        return outcome

    def _once(
        self, once: Callable[[str], Reply], access: str, read: Callable[[Reply], Outcome]
    ) -> Outcome:
        try:
            return read(once(access))
        except WireProblem as problem:
            return problem.failed


def _digest(data: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"
