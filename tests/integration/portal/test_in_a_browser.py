"""The sign-in and the council's page, walked in a real browser."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.adapters.portal.sign_in import sign_in
from ffd_desktop.adapters.portal.tokens import SignedIn, Tokens
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending.outcomes import Answer, Receipted
from tests.browser import Browser, a_browser
from tests.integration.portal.at_the_portal import client, hand_over, table, wire
from tests.reference_portal.oauth import NAME, PASSWORD
from tests.reference_portal.sealing import new_key
from tests.reference_portal.server import Portal


@pytest.fixture
def browser(tmp_path: Path, loopback: None) -> Iterator[Browser]:
    with a_browser(tmp_path / "profile") as made:
        yield made


class SigningIn:
    """The program waiting for somebody to sign in, on a lane of its own."""

    def __init__(self, portal: Portal) -> None:
        self.address = ""
        self.tokens: Tokens | None = None
        self.problem = ""
        self._asked = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(portal,))
        self._thread.start()
        self._asked.wait(20)

    def done(self) -> None:
        self._thread.join()

    def _opens(self, address: str) -> bool:
        self.address = address
        self._asked.set()
        return True

    def _run(self, portal: Portal) -> None:
        try:
            self.tokens = sign_in(table(portal), wire(portal), self._opens)
        except ProblemForPerson as problem:
            self.problem = problem.code


def test_a_person_signs_in_and_the_referral_goes_out(portal: Portal, browser: Browser) -> None:
    waiting = SigningIn(portal)
    browser.go(waiting.address)
    browser.reads("FFD Desktop asks to send referrals for you.")
    browser.type("#name", NAME)
    browser.type("#password", "not this one")
    browser.press("#sign-in")
    browser.reads("not known here")
    browser.type("#name", NAME)
    browser.type("#password", PASSWORD)
    browser.press("#sign-in")
    waiting.done()
    browser.reads("Close this page and go back to FFD Desktop.")
    assert browser.address.startswith("http://127.0.0.1:")
    assert waiting.tokens is not None
    signed = SignedIn(table(portal))
    signed.take(waiting.tokens)
    assert isinstance(hand_over(client(portal, signed_in=signed), new_key()), Receipted)


def test_the_council_sees_what_came_in_and_its_answer_comes_back(
    portal: Portal, browser: Browser
) -> None:
    key, at = new_key(), client(portal)
    hand_over(at, key)
    browser.go(portal.url)
    browser.reads("FFD-2026-0001")
    browser.press("td a")
    browser.reads("Dragonfly marmalade")
    browser.type("#kind", "outcome")
    browser.type("#outcome", "No further action")
    browser.type("#reason", "Early help is already there.")
    browser.press("#answer")
    browser.reads("Early help is already there.")
    outcome = at.ask(key)
    assert isinstance(outcome, Receipted)
    (answer,) = outcome.answers
    told = Answer("outcome", answer.at, "No further action", "Early help is already there.")
    assert answer == told
