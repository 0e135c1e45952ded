"""HTTPS as this program speaks it: the system's trust store and proxies, no cookies, no redirects.

Every request is one attempt; whoever calls decides about another.
"""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
from collections.abc import Callable, Mapping
from typing import IO, Final, NamedTuple, cast
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore
import urllib3
from urllib3.connection import HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationValueError,
    NewConnectionError,
    ProxyError,
    ProxySchemeUnknown,
    SSLError,
    TimeoutError,  # noqa: A004 - urllib3's own
)

from ffd_desktop.sending.outcomes import Failed, Trouble

_CONNECT_S: Final = 15.0
_ANSWER_S: Final = 90.0
_MOST_ANSWER: Final = 1_000_000
_NEVER_CONNECTED: Final = (
    NewConnectionError,
    ConnectTimeoutError,
    ProxyError,
    ProxySchemeUnknown,
    LocationValueError,
)


class Reply(NamedTuple):
    """A whole answer."""

    status: int
    media_type: str
    headers: Mapping[str, str]
    data: bytes


class WireProblem(Exception):  # noqa: N818 - told to nobody as it is
    """There was no whole answer; holds no word of what was sent."""

    def __init__(self, failed: Failed) -> None:
        super().__init__(failed.trouble.value)
        self.failed = failed


class Body:
    """Bytes that go out piece by piece, counted, until somebody stops it."""

    def __init__(
        self, data: bytes, moved: Callable[[int, int], None], is_stopped: Callable[[], bool]
    ) -> None:
        self._data = memoryview(data)
        self._moved = moved
        self.is_stopped = is_stopped
        self.length = len(data)
        self.sent = 0

    def read(self, size: int = -1) -> bytes:
        """Give the next piece.

        Raises:
            WireProblem: The person stopped it.
        """
        if self.is_stopped():
            raise WireProblem(Failed(Trouble.STOPPED, reached=self.sent > 0))
        end = len(self._data) if size < 0 else min(self.sent + size, len(self._data))
        piece = bytes(self._data[self.sent : end])
        self.sent = end
        self._moved(self.sent, len(self._data))
        return piece


class Wire:
    """Connections to one host. Not kept open between errands.

    Args:
        authority: A further authority to trust, in PEM; for a portal of developers only.
    """

    def __init__(self, *, authority: str = "", answer_s: float = _ANSWER_S) -> None:
        self._context = _context(authority)
        self._timeout = urllib3.Timeout(connect=_CONNECT_S, read=answer_s)
        self._open: set[socket.socket] = set()
        self._is_over = False

    def abort(self) -> None:
        """Cut every connection at once, from any thread: the vault is being locked.

        What waits for an answer ends as if a cable had been pulled; nothing is begun any more.
        """
        self._is_over = True
        self.hang_up()

    def hang_up(self) -> None:
        """Cut every connection at once, from any thread: somebody has stopped waiting."""
        for wire in tuple(self._open):
            with contextlib.suppress(OSError):
                # of the bare socket: TLS would say goodbye first, and wait
                socket.socket.shutdown(wire, socket.SHUT_RDWR)

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        body: Body | None = None,
    ) -> Reply:
        """Ask once.

        Raises:
            WireProblem: No whole answer came.
        """
        if self._is_over:
            raise WireProblem(Failed(Trouble.CLOSED, reached=False))
        told = {**headers, "User-Agent": "FFD-Desktop"}
        if body is not None:
            told["Content-Length"] = str(body.length)
        try:
            with self._pool(url) as pool:
                return self._once(pool, method, url, told, body)
        except HTTPError as problem:
            raise WireProblem(_failed(problem, body)) from None

    def _once(
        self,
        pool: urllib3.PoolManager,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: Body | None,
    ) -> Reply:
        answer = pool.request(
            method,
            url,
            headers=headers,
            body=cast("IO[bytes] | None", body),  # anything that can be read will do
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=self._timeout,
        )
        try:
            data = answer.read(_MOST_ANSWER + 1, decode_content=True)
        finally:
            answer.close()
        if len(data) > _MOST_ANSWER:
            raise WireProblem(Failed(Trouble.SOMEBODY_ELSE, reached=True))
        media_type = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Reply(answer.status, media_type, answer.headers, data)

    def _pool(self, url: str) -> urllib3.PoolManager:
        proxy, context = _proxy_for(url), self._context
        pools: urllib3.PoolManager = (
            urllib3.ProxyManager(
                proxy,
                ssl_context=context,
                proxy_ssl_context=context,
                proxy_headers=_known_as(proxy),
            )
            if proxy
            else urllib3.PoolManager(ssl_context=context)
        )
        pools.pool_classes_by_scheme = {
            **pools.pool_classes_by_scheme,
            "https": _noting(self._open),
        }
        return pools


def _noting(opened: set[socket.socket]) -> type[urllib3.HTTPSConnectionPool]:
    """Give connections whose sockets can be found while they last."""

    class Connection(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            if self.sock is not None:
                opened.add(self.sock)

        def close(self) -> None:
            opened.discard(cast("socket.socket", self.sock))
            super().close()

    class Pool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Connection

    return Pool


def _context(authority: str) -> ssl.SSLContext:
    """SECURITY: certificates and names are checked by what the system trusts, never less."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if authority:
        context.load_verify_locations(cadata=authority)
    return context


def _proxy_for(url: str) -> str:
    """Give the proxy that the system names for an address; empty for none."""
    parts = urlsplit(url)
    if not parts.hostname or proxy_bypass(parts.hostname):
        return ""
    named = getproxies().get(parts.scheme, "")
    return named if not named or "://" in named else f"http://{named}"


def _known_as(proxy: str) -> Mapping[str, str]:
    """Give what a proxy asks for whose address holds a name and a password; told to it alone."""
    told = urllib3.util.parse_url(proxy).auth
    if not told:
        return {}
    return {"Proxy-Authorization": f"Basic {base64.b64encode(unquote(told).encode()).decode()}"}


def _failed(problem: HTTPError, body: Body | None) -> Failed:
    reached = body is not None and body.sent > 0
    if body is not None and body.is_stopped():
        return Failed(Trouble.STOPPED, reached=reached)
    began = reached or body is None
    match problem:
        case SSLError():
            return Failed(Trouble.CUT if reached else Trouble.CERTIFICATE, reached=reached)
        case _ if isinstance(problem, _NEVER_CONNECTED) or not began:
            return Failed(Trouble.NO_CONNECTION, reached=reached)
        case TimeoutError():
            return Failed(Trouble.SLOW, reached=reached)
        case _:
            return Failed(Trouble.CUT, reached=reached)
