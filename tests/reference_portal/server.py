"""The portal as a server: Flask over HTTPS on loopback, in threads of its own."""

from __future__ import annotations

import ssl
import threading
from pathlib import Path
from typing import Any, Self

from flask import Flask, Response
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from tests.reference_portal import council, oauth
from tests.reference_portal.api import Api
from tests.reference_portal.certificates import Authority
from tests.reference_portal.ledger import Ledger
from tests.reference_portal.misbehaving import Switches
from tests.reference_portal.oauth import SignIns
from tests.reference_portal.opening import Opener
from tests.reference_portal.places import OPENAPI, PAGES

HOST = "127.0.0.1"


class Portal:
    """A portal that runs from `with` to its end; may be closed and started again, as after a kill.

    Attributes:
        access_log: The requests' first lines, as a server's log would hold them.
    """

    def __init__(self, folder: Path, *, port: int = 0) -> None:
        self.folder = folder
        self.authority = Authority(folder)
        self.ledger = Ledger(folder / "ledger.db")
        self.opener = Opener()
        self.sign_ins = SignIns()
        self.switches = Switches()
        self.access_log: list[str] = []
        self.port = port
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.show_certificate(HOST, "localhost")
        self._app = self._make_app()
        self._server: BaseWSGIServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where it is."""
        return f"https://{HOST}:{self.port}"

    def table(self) -> dict[str, Any]:
        """What a council pack says of a portal, for this one."""
        return {
            "base_url": self.url,
            "authorize_url": f"{self.url}/oauth/authorize",
            "token_url": f"{self.url}/oauth/token",
            "client_id": oauth.CLIENT_ID,
            "key": self.opener.public_key,
            "source": "The reference portal of FFD Desktop, made at its start.",
        }

    def show_certificate(self, *hosts: str, authority: Authority | None = None) -> None:
        """Show a certificate for these hosts from now on; a wrong one for other hosts."""
        leaf = (authority or self.authority).leaf(*hosts, label="shown")
        self._context.load_cert_chain(leaf.chain, leaf.key)

    def start(self) -> None:
        """Serve, on the same port as before; already serving, nothing changes."""
        if self._server is not None:
            return
        self._server = make_server(
            *(HOST, self.port, self._app),
            threaded=True,
            ssl_context=self._context,
            request_handler=self._handler(),
        )
        self.port = self._server.port
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="portal"
        )
        self._thread.start()

    def stop(self) -> None:
        """Stop serving; what is stored stays."""
        if self._server is None or self._thread is None:
            return
        self.switches.slow_until.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._server = self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _make_app(self) -> Flask:
        app = Flask("reference_portal", template_folder=str(PAGES))
        api = Api(self.ledger, self.opener, self.sign_ins, self.switches)
        app.register_blueprint(api.blueprint())
        app.register_blueprint(oauth.pages(self.sign_ins))
        app.register_blueprint(council.pages(self.ledger))
        app.add_url_rule("/openapi.yaml", "document", _document)
        return app

    def _handler(self) -> type[WSGIRequestHandler]:
        access_log = self.access_log

        class Handler(WSGIRequestHandler):
            def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
                access_log.append(message % args if args else message)

        return Handler


def _document() -> Response:
    return Response(OPENAPI.read_text(encoding="utf-8"), content_type="application/yaml")
