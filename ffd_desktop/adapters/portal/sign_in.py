"""Signing in at a portal in the system's own browser: authorisation code, PKCE, loopback redirect.

RFC 8252 and RFC 7636. By hand, because it is a dozen lines of the standard library; the libraries
that do it bring a web framework's ways, and would not open or close the loopback for us. Sees no
password: that is between the person, their browser and the council.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from ffd_desktop.adapters.portal.tokens import Tokens, redeem
from ffd_desktop.adapters.portal.wire import Wire, WireProblem
from ffd_desktop.councils.pack import PortalTable
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, Progress, stopped

Opens = Callable[[str], bool]
"""Shows a page in the person's browser; False where there is none."""

_HOST: Final = "127.0.0.1"
_PATIENCE_S: Final = 600.0
_LOOK_S: Final = 0.2
_SILENT_CALLER_S: Final = 5.0
_WORDS: Final = "Waiting for you to sign in at the council’s page in your browser"
_PAGE: Final = """<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>FFD Desktop</title>
<style>body {{ font: 20px/1.5 system-ui, sans-serif; margin: 4rem auto; max-width: 36rem; }}</style>
<h1>{head}</h1><p>{words}</p></html>"""


def sign_in(
    table: PortalTable,
    wire: Wire,
    opens: Opens,
    *,
    progress: Progress = SILENT,
    patience_s: float = _PATIENCE_S,
) -> Tokens:
    """Let the person sign in in their browser; slow, on a lane of its own.

    Raises:
        ProblemForPerson: ``stopped``, ``no_browser``, ``sign_in_refused``, ``sign_in_waited``,
            ``portal_unreachable``.
    """
    verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(24)
    with _Waiting(state) as waiting:
        if not opens(_address(table, waiting.redirect, verifier, state)):
            raise _no_browser()
        code = waiting.code(progress, patience_s)
        grant = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": waiting.redirect,
            "code_verifier": verifier,
        }
    try:
        tokens = redeem(table, wire, grant)
    except WireProblem:
        raise _unreachable() from None
    if tokens is None:
        raise _refused()
    return tokens


def _address(table: PortalTable, redirect: str, verifier: str, state: str) -> str:
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
    asked = {
        "response_type": "code",
        "client_id": table.client_id,
        "redirect_uri": redirect,
        "scope": "referrals",
        "state": state,
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    joint = "&" if urlsplit(table.authorize_url).query else "?"
    return f"{table.authorize_url}{joint}{urlencode(asked)}"


class _Waiting:
    """A listener on loopback for the one answer that bears our state; the rest are told 404."""

    def __init__(self, state: str) -> None:
        self._answer: dict[str, str] = {}
        self._server = HTTPServer((_HOST, 0), _handler(state, self._answer))
        self._server.timeout = _LOOK_S
        self.redirect = f"http://{_HOST}:{self._server.server_port}/"

    def __enter__(self) -> _Waiting:  # noqa: PYI034 - private
        return self

    def __exit__(self, *_: object) -> None:
        self._server.server_close()

    def code(self, progress: Progress, patience_s: float) -> str:
        """Wait for the code."""
        until = time.monotonic() + patience_s
        while not self._answer:
            progress.step(0, 0, _WORDS)
            if progress.is_stopped():
                raise stopped()
            if time.monotonic() > until:
                raise _waited()
            self._server.handle_request()
        if "code" not in self._answer:
            raise _refused()
        return self._answer["code"]


def _handler(state: str, found: dict[str, str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = _SILENT_CALLER_S

        def do_GET(self) -> None:
            asked = {
                name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()
            }
            # SECURITY: another program or page on this computer may call here; it lacks the state.
            if not secrets.compare_digest(asked.get("state", "").encode(), state.encode()):
                self.send_error(404)
                return
            if "code" in asked:
                found["code"] = asked["code"]
                self._tell("You are signed in", "Close this page and go back to FFD Desktop.")
            else:
                found["error"] = "refused"
                self._tell("You are not signed in", "Go back to FFD Desktop to try again.")

        def _tell(self, head: str, words: str) -> None:
            page = _PAGE.format(head=head, words=words).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """SECURITY: the line of the request holds the code; it goes nowhere."""

    return Handler


def _no_browser() -> ProblemForPerson:
    return ProblemForPerson(
        "The council’s sign-in page could not be opened: no browser was found. Nothing was sent; "
        "the sealed referral is safe.",
        "Phone the council now if it cannot wait, and ask your IT support to set a browser.",
        "no_browser",
    )


def _refused() -> ProblemForPerson:
    return ProblemForPerson(
        "The council’s portal did not sign you in. Nothing was sent; the sealed referral is safe.",
        "Try once more. If it stays so, phone the council and ask for help with the portal.",
        "sign_in_refused",
    )


def _waited() -> ProblemForPerson:
    return ProblemForPerson(
        "Nobody signed in at the council’s page. Nothing was sent; the sealed referral is safe.",
        "Sign in when you are ready, or phone the council.",
        "sign_in_waited",
    )


def _unreachable() -> ProblemForPerson:
    return ProblemForPerson(
        "The council’s portal did not answer. Nothing was sent; the sealed referral is safe.",
        "Try again in a few minutes. If it cannot wait, phone the council now.",
        "portal_unreachable",
    )
