"""Signing in at the portal: authorisation code with PKCE, a public client, a loopback redirect.

One invented member of staff. Keeps codes and tokens in memory only.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from tests.reference_portal.problems import Refusal

CLIENT_ID = "ffd-desktop"
NAME, PASSWORD = "dsl@example.sch.uk", "reference-portal"
TOKEN_LIFE_S = 3600
_CODE_LIFE_S = 60


@dataclass(frozen=True)
class _Grant:
    account: str
    redirect: str
    challenge: str
    until: float


class SignIns:
    """Codes and tokens that were given out."""

    def __init__(self) -> None:
        self._codes: dict[str, _Grant] = {}
        self._tokens: dict[str, tuple[str, float]] = {}
        self._renewals: dict[str, str] = {}

    def code(self, account: str, redirect_uri: str, challenge: str) -> str:
        """Give a code that may be used once."""
        code = secrets.token_urlsafe(24)
        self._codes[code] = _Grant(
            account, redirect_uri, challenge, time.monotonic() + _CODE_LIFE_S
        )
        return code

    def exchange(self, code: str, redirect_uri: str, verifier: str) -> dict[str, object] | None:
        """Give tokens for a code, once, to whoever asked for it."""
        grant = self._codes.pop(code, None)
        if grant is None or grant.until < time.monotonic() or grant.redirect != redirect_uri:
            return None
        if not secrets.compare_digest(grant.challenge, challenge_of(verifier)):
            return None
        return self.tokens(grant.account)

    def renew(self, renewal: str) -> dict[str, object] | None:
        """Give new tokens for a refresh token, once."""
        account = self._renewals.pop(renewal, None)
        return None if account is None else self.tokens(account)

    def tokens(self, account: str, life: float = TOKEN_LIFE_S) -> dict[str, object]:
        """Give an access token and a refresh token."""
        access, renewal = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self._tokens[access] = (account, time.monotonic() + life)
        self._renewals[renewal] = account
        return {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": int(life),
            "refresh_token": renewal,
            "scope": "referrals",
        }

    def account(self) -> str:
        """Say who makes this request.

        Raises:
            Refusal: 401.
        """
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        account, until = self._tokens.get(token, ("", 0.0))
        if scheme != "Bearer" or not account or until < time.monotonic():
            raise Refusal(
                *(401, "sign-in", "Sign in at the council’s portal again."),
                WWW_Authenticate="Bearer",
            )
        return account

    def forget(self) -> None:
        """Sign everybody out."""
        self._tokens.clear()
        self._renewals.clear()


def challenge_of(verifier: str) -> str:
    """The S256 challenge of RFC 7636, section 4.2."""
    hashed = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(hashed).rstrip(b"=").decode()


def pages(sign_ins: SignIns) -> Blueprint:
    """The two endpoints."""
    blueprint = Blueprint("oauth", __name__)

    @blueprint.route("/oauth/authorize", methods=["GET", "POST"])
    def authorize() -> Answer | Response | str:
        asked = request.values
        wrong = _wrong_with(asked)
        if wrong:
            return Response(wrong, 400, content_type="text/plain")
        typed = (request.form.get("name", ""), request.form.get("password", ""))
        if typed != (NAME, PASSWORD):
            failed = request.method == "POST"
            told = {"name": NAME, "password": PASSWORD}
            return render_template("sign_in.html", asked=asked, failed=failed, **told)
        code = sign_ins.code(NAME, asked["redirect_uri"], asked["code_challenge"])
        back = urlencode({"code": code, "state": asked.get("state", "")})
        return redirect(f"{asked['redirect_uri']}?{back}")

    @blueprint.post("/oauth/token")
    def token() -> tuple[Response, int]:
        form = request.form
        match form.get("grant_type"):
            case "authorization_code" if form.get("client_id") == CLIENT_ID:
                found = sign_ins.exchange(
                    *(form.get(key, "") for key in ("code", "redirect_uri", "code_verifier"))
                )
            case "refresh_token" if form.get("client_id") == CLIENT_ID:
                found = sign_ins.renew(form.get("refresh_token", ""))
            case _:
                return jsonify(error="invalid_request"), 400
        return (jsonify(found), 200) if found else (jsonify(error="invalid_grant"), 400)

    return blueprint


def _wrong_with(asked: object) -> str:
    """Say what is wrong with a request to sign in; never redirects to a place it does not know."""
    get = asked.get  # type: ignore[attr-defined]
    where = urlsplit(get("redirect_uri", ""))
    if get("client_id") != CLIENT_ID or get("response_type") != "code":
        return "This program is not known here."
    if where.scheme != "http" or where.hostname not in ("127.0.0.1", "::1"):
        return "The way back is not to a loopback address (RFC 8252)."
    if get("code_challenge_method") != "S256" or not get("code_challenge"):
        return "PKCE with S256 is required (RFC 7636)."
    return ""
