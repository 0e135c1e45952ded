"""Signing in, with a browser that is only a function: what comes back to loopback, and what not."""

import threading
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from ffd_desktop.adapters.portal.sign_in import sign_in
from ffd_desktop.adapters.portal.tokens import SignedIn
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT
from ffd_desktop.sending.outcomes import Receipted
from tests.integration.portal.at_the_portal import client, hand_over, table, wire
from tests.reference_portal.oauth import NAME, PASSWORD
from tests.reference_portal.sealing import new_key
from tests.reference_portal.server import Portal


class Visitor:
    """Somebody's browser: it does what it is told with the address, on a thread of its own."""

    def __init__(self, visit: Callable[[str], None]) -> None:
        self._visit = visit
        self._thread: threading.Thread | None = None

    def __call__(self, address: str) -> bool:
        self._thread = threading.Thread(target=self._visit, args=(address,))
        self._thread.start()
        return True

    def done(self) -> None:
        assert self._thread is not None
        self._thread.join()


def back_to(address: str, **told: str) -> requests.Response:
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    return requests.get(asked["redirect_uri"], params={"state": asked["state"], **told}, timeout=10)


def code_of(portal: Portal, visit: Callable[[str], None], **more: object) -> str:
    visitor = Visitor(visit)
    with pytest.raises(ProblemForPerson) as raised:
        sign_in(table(portal), wire(portal), visitor, **more)
    visitor.done()
    return raised.value.code


def test_what_a_person_types_at_the_portal_signs_the_program_in(portal: Portal) -> None:
    seen: list[str] = []

    def visit(address: str) -> None:
        seen.append(address)
        typed = {**parse_qs(urlsplit(address).query), "name": NAME, "password": PASSWORD}
        page = address.partition("?")[0]
        trust = str(portal.authority.file)
        seen.append(requests.post(page, data=typed, verify=trust, timeout=10).text)

    visitor = Visitor(visit)
    tokens = sign_in(table(portal), wire(portal), visitor)
    visitor.done()
    signed = SignedIn(table(portal))
    signed.take(tokens)
    assert isinstance(hand_over(client(portal, signed_in=signed), new_key()), Receipted)
    asked = parse_qs(urlsplit(seen[0]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"][0].startswith("http://127.0.0.1:")
    assert "code_verifier" not in asked
    assert "You are signed in" in seen[1]


def test_somebody_who_does_not_know_the_state_is_not_heard(portal: Portal) -> None:
    heard: list[int] = []

    def visit(address: str) -> None:
        heard.append(back_to(address, state="another", code="planted").status_code)
        back_to(address, error="access_denied")

    assert code_of(portal, visit) == "sign_in_refused"
    assert heard == [404]


def test_a_code_that_was_made_for_another_asker_is_not_taken(portal: Portal) -> None:
    """PKCE: whoever stole the code lacks the verifier, and so does whoever planted one."""

    def visit(address: str) -> None:
        asked = parse_qs(urlsplit(address).query)
        planted = portal.sign_ins.code(NAME, asked["redirect_uri"][0], "another challenge")
        back_to(address, code=planted)

    assert code_of(portal, visit) == "sign_in_refused"


def test_the_loopback_is_closed_as_soon_as_it_is_over(portal: Portal) -> None:
    places: list[str] = []

    def visit(address: str) -> None:
        places.append(parse_qs(urlsplit(address).query)["redirect_uri"][0])
        back_to(address, error="access_denied")

    code_of(portal, visit)
    with pytest.raises(requests.ConnectionError):
        requests.get(places[0], timeout=10)


def test_nobody_waits_for_ever(portal: Portal) -> None:
    assert code_of(portal, lambda _: None, patience_s=0.0) == "sign_in_waited"


def test_the_person_may_stop_waiting(portal: Portal) -> None:
    class Stopped:
        step = SILENT.step

        def is_stopped(self) -> bool:
            return True

    assert code_of(portal, lambda _: None, progress=Stopped()) == "stopped"


def test_a_computer_without_a_browser_is_told(portal: Portal) -> None:
    with pytest.raises(ProblemForPerson) as raised:
        sign_in(table(portal), wire(portal), lambda _: False)
    assert raised.value.code == "no_browser"


def test_a_portal_that_ends_in_the_middle_is_told(portal: Portal) -> None:
    def visit(address: str) -> None:
        portal.stop()
        back_to(address, code="any")

    assert code_of(portal, visit) == "portal_unreachable"
