"""A real browser without a window: Debian's Chromium, driven by the W3C WebDriver protocol.

A page of code instead of a library with an event loop of its own; it knows what tests here need.
"""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import requests

from tests.tools import needs_tool

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--no-proxy-server", "--disable-dev-shm-usage"),
)
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_PATIENCE_S = 60


class Browser:
    """One window of a browser."""

    def __init__(self, session: str) -> None:
        self._session = session

    def go(self, address: str) -> None:
        """Open a page and wait until it is there."""
        self._do("POST", "url", url=address)

    def type(self, css: str, words: str) -> None:
        """Type into a field."""
        self._do("POST", f"element/{self._find(css)}/value", text=words)

    def press(self, css: str) -> None:
        """Press a button; a page that it leads to is there when this returns."""
        self._do("POST", f"element/{self._find(css)}/click")

    @property
    def address(self) -> str:
        """Where the window is."""
        return str(self._do("GET", "url"))

    def reads(self, words: str) -> None:
        """Wait until the page says this; the driver watches, and gives up after a while."""
        found = f'//body[contains(normalize-space(.), "{words}")]'
        self._do("POST", "element", using="xpath", value=found)

    def picture(self, target: Path) -> None:
        """Keep a picture of the page."""
        import base64

        target.write_bytes(base64.b64decode(str(self._do("GET", "screenshot"))))

    def _find(self, css: str) -> str:
        found = self._do("POST", "element", using="css selector", value=css)
        return str(found[_ELEMENT])

    def _do(self, method: str, path: str, **what: object) -> Any:
        return _asked(method, f"{self._session}/{path}", what)


@contextlib.contextmanager
def a_browser(profile: Path) -> Iterator[Browser]:
    """Start a browser with an empty profile; it takes any certificate, for a test's own server."""
    chromium = needs_tool("chromium")
    driver = needs_tool("chromedriver", package="chromium-driver")
    flags = [*_FLAGS, f"--user-data-dir={profile}"]
    wishes = {
        "alwaysMatch": {
            "acceptInsecureCerts": True,
            "timeouts": {"implicit": 20_000},
            "goog:chromeOptions": {"binary": chromium, "args": flags},
        }
    }
    with subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, text=True) as server:
        try:
            at = f"http://127.0.0.1:{_port(server)}/session"
            made = _asked("POST", at, {"capabilities": wishes})
            session = f"{at}/{made['sessionId']}"
            try:
                yield Browser(session)
            finally:
                _asked("DELETE", session, {})
        finally:
            server.terminate()


def _port(server: subprocess.Popen[str]) -> int:
    assert server.stdout is not None
    for line in server.stdout:
        found = re.search(r"successfully on port (\d+)", line)
        if found:
            return int(found[1])
    raise AssertionError("chromedriver did not start")


def _asked(method: str, address: str, what: object) -> Any:
    sent = {"json": what} if method == "POST" else {}
    answer = requests.request(method, address, timeout=_PATIENCE_S, **sent)
    value = answer.json()["value"]
    assert answer.ok, value
    return value
