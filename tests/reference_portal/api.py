"""The protocol itself: take a submission in once, and say what became of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import Blueprint, Response, jsonify, request

from tests.reference_portal import misbehaving
from tests.reference_portal.ledger import Ledger
from tests.reference_portal.misbehaving import Fault, Switches
from tests.reference_portal.oauth import SignIns
from tests.reference_portal.opening import Opener, digest
from tests.reference_portal.problems import Refusal

MOST = 100_000_000
_KEY = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"sha-256=:[A-Za-z0-9+/]{43}=:")


class Api:
    """What the two paths do, with the parts of the portal."""

    def __init__(
        self, ledger: Ledger, opener: Opener, sign_ins: SignIns, switches: Switches
    ) -> None:
        self._ledger = ledger
        self._opener = opener
        self._sign_ins = sign_ins
        self._switches = switches

    def blueprint(self) -> Blueprint:
        """The paths of the protocol."""
        blueprint = Blueprint("api", __name__)

        @blueprint.post("/v1/submissions")
        def submit() -> Response:
            return self._perhaps_wrong(self._submit)

        @blueprint.get("/v1/submissions/<path:key>")
        def status(key: str) -> Response:
            return self._perhaps_wrong(lambda _: self._status(key))

        blueprint.errorhandler(Refusal)(lambda refusal: refusal.response())
        return blueprint

    def _perhaps_wrong(self, work: Callable[[Fault], Response]) -> Response:
        fault = self._switches.take()
        early = misbehaving.before(fault, self._switches)
        return early if early is not None else misbehaving.after(fault, work(fault))

    def _submit(self, fault: Fault) -> Response:
        account, key, body = self._sign_ins.account(), _key_of_request(), request.get_data()
        _demand_whole(body)
        before = self._ledger.find(key)
        if before is not None and before.account != account:
            raise _other_content()
        package, content = self._opener.open(body, key)
        for _ in range(2 if fault is Fault.REPLAYED else 1):
            entry = self._ledger.take(
                key, account, repr_digest=digest(body), content_digest=content, package=package
            )
        if (entry.account, entry.content_digest) != (account, content):
            raise _other_content()
        if fault is Fault.LATER:
            return _told({"key": key, "state": "received", "answers": []}, 202)
        receipt = entry.receipt()
        if fault is Fault.OTHER_RECEIPT:
            receipt["content_digest"] = digest(b"something else")
        return _told(receipt, 201 if before is None else 200)

    def _status(self, key: str) -> Response:
        account = self._sign_ins.account()
        if not _KEY.fullmatch(key):
            raise Refusal(400, "bad-request", "The key is not 32 hexadecimal digits.", final=True)
        entry = self._ledger.find(key)
        if entry is None or entry.account != account:
            raise Refusal(404, "unknown-key", "Nothing was ever stored under that key.")
        answers = self._ledger.answers(key)
        found = {"key": key, "state": "delivered", "receipt": entry.receipt(), "answers": answers}
        return _told(found, 200)


def _key_of_request() -> str:
    key = request.headers.get("Idempotency-Key", "")
    if not re.fullmatch(rf'"{_KEY.pattern}"', key):
        raise Refusal(
            400,
            "bad-request",
            "Idempotency-Key must be 32 hexadecimal digits in quotes.",
            final=True,
        )
    if request.mimetype != "application/jose":
        raise Refusal(415, "wrong-media-type", "Only application/jose is taken in.", final=True)
    if (request.content_length or 0) > MOST:
        raise Refusal(413, "too-large", "At most 100 MB are taken in.", final=True)
    return key.strip('"')


def _demand_whole(body: bytes) -> None:
    told = request.headers.get("Repr-Digest", "")
    if not _DIGEST.fullmatch(told):
        raise Refusal(400, "bad-request", "Repr-Digest must hold a sha-256 digest.", final=True)
    if told != digest(body):
        raise Refusal(
            400, "damaged-on-the-way", "What arrived is not what was sent; send it again."
        )


def _other_content() -> Refusal:
    return Refusal(
        409, "other-content", "That key is in use for something else. Seal it anew.", final=True
    )


def _told(body: object, status: int) -> Response:
    answer = jsonify(body)
    answer.status_code = status
    return answer
