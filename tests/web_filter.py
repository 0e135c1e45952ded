"""A school's web filter that opens HTTPS: a proxy with an authority of its own, which reads along.

It keeps everything that it could read, both ways, as such a filter's log would hold it.
"""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import threading
from pathlib import Path
from typing import Self

from tests.reference_portal.certificates import Authority

_PIECE = 65536
_PATIENCE_S = 10


class WebFilter:
    """Runs from `with` to its end; one connection after another.

    Args:
        trusts: The authority that vouches for the server behind it, as a file.
    """

    def __init__(self, folder: Path, *, trusts: Path) -> None:
        self.authority = Authority(folder, "School web filter test authority")
        self.log = bytearray()
        self.opened: list[str] = []
        self._trusts = trusts
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.1)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve)

    @property
    def address(self) -> str:
        """What a computer's proxy setting says."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            with contextlib.suppress(TimeoutError, OSError):
                caller, _ = self._listener.accept()
                caller.settimeout(_PATIENCE_S)
                self._open(caller)

    def _open(self, caller: socket.socket) -> None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += caller.recv(1)
        self.log += head
        host, _, port = head.split()[1].decode().rpartition(":")
        caller.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        leaf = self.authority.leaf(host, label="opened")
        ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        ours.load_cert_chain(leaf.chain, leaf.key)
        theirs = ssl.create_default_context(cafile=str(self._trusts))
        with (
            ours.wrap_socket(caller, server_side=True) as inside,
            socket.create_connection((host, int(port)), timeout=_PATIENCE_S) as bare,
            theirs.wrap_socket(bare, server_hostname=host) as outside,
        ):
            self.opened.append(host)
            while self._read_along(inside, outside):
                pass

    def _read_along(self, inside: ssl.SSLSocket, outside: ssl.SSLSocket) -> bool:
        """Pass on what has come on either side; false once one of them has hung up.

        On one thread: an SSL connection that two threads use at once loses what it holds.
        """
        both = (inside, outside)
        ready = [one for one in both if one.pending()] or select.select(both, (), (), _PATIENCE_S)[
            0
        ]
        for source in ready:
            target = outside if source is inside else inside
            piece = _at_hand(source)
            if piece:
                self.log += piece
                target.sendall(piece)
            elif piece is not None:
                return False
        return bool(ready)


def _at_hand(source: ssl.SSLSocket) -> bytes | None:
    """Give what has come; nothing at the end; None where no word has come yet."""
    source.settimeout(0)
    try:
        return source.recv(_PIECE)
    except (ssl.SSLWantReadError, BlockingIOError):
        return None
    except OSError:
        return b""
    finally:
        source.settimeout(_PATIENCE_S)
