"""The switches: how the portal, or something on the way to it, goes wrong.

`next_times` says how the next requests to the submissions go wrong, one each; `slow_until` holds
answers back until a test lets them go.
"""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections import deque
from enum import StrEnum

from flask import Response, request

from tests.reference_portal.problems import Refusal


class Fault(StrEnum):
    """One way to go wrong."""

    NONE = "none"
    SLOW = "slow"
    CUT_BEFORE_BODY = "cut before the body was read"
    CUT_AFTER_BODY = "cut after the body was read, nothing stored"
    CUT_AFTER_STORING = "stored, then cut before the answer"
    ERROR_500 = "500, nothing stored"
    ERROR_500_AFTER = "stored, then 500"
    CONFLICT = "409 by something on the way"
    BUSY = "503 with Retry-After"
    CAPTIVE = "a captive page with 200"
    MISSING_PAGE = "a page with 404 by something on the way"
    TRUNCATED = "stored, the answer cut short"
    REPLAYED = "the request arrives twice"
    OTHER_RECEIPT = "stored, with a receipt for something else"
    FALSE_RECEIPT = "a receipt for something else, nothing stored"
    SIGNED_OUT = "401"
    REFUSED = "refused for good"
    LATER = "202, stored, opened later"


STORES = frozenset(
    {
        *(Fault.NONE, Fault.SLOW, Fault.CUT_AFTER_STORING, Fault.ERROR_500_AFTER),
        *(Fault.TRUNCATED, Fault.REPLAYED, Fault.OTHER_RECEIPT, Fault.LATER),
    }
)
_PAGE = "<!doctype html><title>Welcome to School WiFi</title><p>Sign in to use the internet.</p>"
_PAGES = {
    Fault.ERROR_500: ("Something broke.", 500),
    Fault.CONFLICT: ("Conflict", 409),
    Fault.CAPTIVE: (_PAGE, 200),
    Fault.MISSING_PAGE: (_PAGE, 404),
}


class Switches:
    """What is to go wrong; shared by the server's threads."""

    def __init__(self) -> None:
        self.next_times: deque[Fault] = deque()
        self.refused: set[str] = set()
        """Keys that were refused for good, and stay so."""
        self.slow_until = threading.Event()
        self.slow_until.set()
        self.arrived = threading.Event()
        """Set when a slow answer waits."""

    def take(self) -> Fault:
        """Give how this request goes wrong."""
        try:
            return self.next_times.popleft()
        except IndexError:
            return Fault.NONE


def before(fault: Fault, switches: Switches) -> Response | None:
    """Go wrong before anything is stored; None when it is to be done all the same."""
    key = request.headers.get("Idempotency-Key", "")
    if fault is Fault.REFUSED or key in switches.refused:
        switches.refused |= {key} - {""}
        raise Refusal(422, "not-ours", "The child lives in another council.", final=True)
    if fault in _PAGES:
        return Response(*_PAGES[fault], content_type="text/html")
    match fault:
        case Fault.CUT_BEFORE_BODY:
            return cut()
        case Fault.CUT_AFTER_BODY:
            request.get_data()
            return cut()
        case Fault.FALSE_RECEIPT:
            return Response(json.dumps(_false_receipt()), 201, content_type="application/json")
        case Fault.BUSY:
            raise Refusal(503, "busy", "The portal is busy.", Retry_After="1")
        case Fault.SIGNED_OUT:
            raise Refusal(401, "sign-in", "Sign in again.", WWW_Authenticate="Bearer")
        case Fault.SLOW:
            request.get_data()
            switches.arrived.set()
            switches.slow_until.wait(60)
    return None


def _false_receipt() -> dict[str, str]:
    """Everything that somebody on the way could know: not the digest of what lies inside."""
    digest = f"sha-256=:{base64.b64encode(bytes(32)).decode()}:"
    return {
        "reference": "FFD/0000",
        "received_at": "2026-11-20T09:00:00Z",
        "key": request.headers.get("Idempotency-Key", "").strip('"'),
        "content_digest": digest,
        "repr_digest": request.headers.get("Repr-Digest", digest),
    }


def after(fault: Fault, answer: Response) -> Response:
    """Go wrong with the answer of something that was stored."""
    match fault:
        case Fault.CUT_AFTER_STORING:
            return cut()
        case Fault.ERROR_500_AFTER:
            return Response("Something broke.", 500, content_type="text/plain")
        case Fault.TRUNCATED:
            body = answer.get_data()
            short = Response(
                body[: len(body) // 2], answer.status, content_type=answer.content_type
            )
            short.automatically_set_content_length = False
            short.headers["Content-Length"] = str(len(body))
            return short
    return answer


def cut() -> Response:
    """Close the connection as a pulled cable would."""
    wire = request.environ["werkzeug.socket"]
    wire.shutdown(socket.SHUT_RDWR)
    return Response("")
