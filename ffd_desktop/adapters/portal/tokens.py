"""What a sign-in gave: a short-lived access token in memory, and what renews it.

SECURITY: tokens are in no log, no file and no exception. What renews a sign-in may be kept inside
the vault by whoever made this; here it is only in memory.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from urllib.parse import urlencode

import msgspec

from ffd_desktop.adapters.portal.wire import Body, Reply, Wire
from ffd_desktop.councils.pack import PortalTable
from ffd_desktop.referral.private import Private

_EARLY_S = 30
_FORM = "application/x-www-form-urlencoded"


class Tokens(Private, frozen=True):
    """The token endpoint's answer (RFC 6749, section 5.1)."""

    access_token: str
    token_type: str
    expires_in: int = 300
    refresh_token: str = ""


class SignedIn:
    """Somebody's sign-in at one portal; empty until they did.

    Args:
        keep: Hears what renews the sign-in, each time that it changes; empty when it is over.
    """

    def __init__(
        self,
        table: PortalTable,
        *,
        renewal: str = "",
        keep: Callable[[str], None] = lambda _: None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._table = table
        self._renewal = renewal
        self._keep = keep
        self._monotonic = monotonic
        self._access, self._until = "", 0.0

    @property
    def is_known(self) -> bool:
        """Whether there is anything to go on with, though the portal may have forgotten it."""
        return bool(self._access or self._renewal)

    def take(self, tokens: Tokens) -> None:
        """Begin to use what a sign-in gave."""
        self._access = tokens.access_token
        self._until = self._monotonic() + tokens.expires_in
        if tokens.refresh_token != self._renewal:
            self._renewal = tokens.refresh_token
            self._keep(self._renewal)

    def access(self, wire: Wire) -> str:
        """Give an access token, renewed when it is about to end; empty when there is none.

        Raises:
            WireProblem: The portal could not be asked.
        """
        if self._access and self._monotonic() < self._until - _EARLY_S:
            return self._access
        return self.renewed(wire)

    def renewed(self, wire: Wire) -> str:
        """Give a new access token; empty when somebody has to sign in.

        Raises:
            WireProblem: The portal could not be asked; the sign-in stays as it is.
        """
        renewal, self._access = self._renewal, ""
        if not renewal:
            return ""
        tokens = redeem(
            self._table, wire, {"grant_type": "refresh_token", "refresh_token": renewal}
        )
        if tokens is None:
            self._renewal = ""
            self._keep("")
            return ""
        if not tokens.refresh_token:
            tokens = msgspec.structs.replace(tokens, refresh_token=renewal)
        self.take(tokens)
        return self._access


def redeem(table: PortalTable, wire: Wire, grant: dict[str, str]) -> Tokens | None:
    """Exchange a grant for tokens at the token endpoint; None when it is not taken.

    Raises:
        WireProblem: No whole answer came, or one of somebody else.
    """
    data = urlencode({**grant, "client_id": table.client_id}).encode()
    reply = wire.request(
        "POST",
        table.token_url,
        headers={"Content-Type": _FORM, "Accept": "application/json"},
        body=Body(data, lambda _done, _total: None, lambda: False),
    )
    return _tokens(reply)


def _tokens(reply: Reply) -> Tokens | None:
    from ffd_desktop.adapters.portal.wire import WireProblem
    from ffd_desktop.sending.outcomes import Failed, Trouble

    if reply.media_type == "application/json":
        with contextlib.suppress(msgspec.MsgspecError):
            if reply.status == 200:
                tokens = msgspec.json.decode(reply.data, type=Tokens)
                if tokens.token_type.lower() == "bearer" and tokens.access_token:
                    return tokens
            elif reply.status in (400, 401) and b'"invalid_' in reply.data:
                return None
    raise WireProblem(Failed(Trouble.SOMEBODY_ELSE, reached=False))
