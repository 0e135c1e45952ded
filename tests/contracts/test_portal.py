"""What every Portal promises: the client at the reference portal, and the fake."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ffd_desktop.sending.outcomes import Failed, Receipted
from tests.fakes.portal import FakePortal
from tests.integration.portal.at_the_portal import client, wire
from tests.reference_portal.misbehaving import STORES, Fault
from tests.reference_portal.opening import digest
from tests.reference_portal.sealing import new_key, package
from tests.reference_portal.server import Portal

WORDS = b'{"invented": true}'


class Real:
    """The client, with the switches of the portal that it speaks to."""

    def __init__(self, server: Portal) -> None:
        self._server = server
        self.portal = client(server, wire=wire(server, answer_s=0.3))

    def fail(self, fault: Fault) -> None:
        self._server.switches.slow_until.clear()
        self._server.switches.next_times.append(fault)

    def stored(self) -> list[str]:
        return [one.key for one in self._server.ledger.all()]


class Fake:
    def __init__(self) -> None:
        self.portal = FakePortal()

    def fail(self, fault: Fault) -> None:
        self.portal.next_times.append(fault)

    def stored(self) -> list[str]:
        return list(self.portal.ledger)


@pytest.fixture(params=["fake", "real"])
def at(request: pytest.FixtureRequest, tmp_path: Path, loopback: None) -> Iterator[Any]:
    if request.param == "fake":
        yield Fake()
        return
    with Portal(tmp_path) as server:
        yield Real(server)


def hand_over(at: Any, key: str) -> Any:
    data = json.dumps(package(key, WORDS)).encode()
    return at.portal.submit(key, data, lambda _done, _total: None, lambda: False)


EXPECTED = {
    Fault.NONE: ("receipt", True),
    Fault.SLOW: ("slow", True),
    Fault.CUT_BEFORE_BODY: ("cut", True),
    Fault.CUT_AFTER_BODY: ("cut", True),
    Fault.CUT_AFTER_STORING: ("cut", True),
    Fault.ERROR_500: ("server", True),
    Fault.ERROR_500_AFTER: ("server", True),
    Fault.CONFLICT: ("not_taken", True),
    Fault.BUSY: ("busy", False),
    Fault.CAPTIVE: ("somebody_else", True),
    Fault.MISSING_PAGE: ("somebody_else", True),
    Fault.TRUNCATED: ("cut", True),
    Fault.REPLAYED: ("receipt", True),
    Fault.OTHER_RECEIPT: ("other receipt", True),
    Fault.FALSE_RECEIPT: ("other receipt", True),
    Fault.SIGNED_OUT: ("sign_in", False),
    Fault.REFUSED: ("Refused", True),
    Fault.LATER: ("Held", True),
}


def told(outcome: Any) -> tuple[str, bool]:
    match outcome:
        case Receipted(receipt=receipt):
            ours = receipt.content_digest == digest(WORDS)
            return ("receipt" if ours else "other receipt"), True
        case Failed():
            return outcome.trouble.value, outcome.reached
        case _:
            return type(outcome).__name__, True


@pytest.mark.parametrize("fault", [one for one in Fault if one is not Fault.SIGNED_OUT])
def test_each_way_of_going_wrong_is_told_as_what_it_is(at: Any, fault: Fault) -> None:
    key = new_key()
    at.fail(fault)
    assert told(hand_over(at, key)) == EXPECTED[fault]
    if fault is not Fault.SLOW:
        assert at.stored() == [key] * (fault in STORES)


@pytest.mark.parametrize("fault", [one for one in Fault if one is not Fault.SIGNED_OUT])
def test_a_question_that_goes_wrong_says_neither_yes_nor_no(at: Any, fault: Fault) -> None:
    key = new_key()
    hand_over(at, key)
    at.fail(fault)
    harmless = (Fault.NONE, Fault.REPLAYED, Fault.OTHER_RECEIPT, Fault.LATER)
    assert isinstance(at.portal.ask(key), Receipted if fault in harmless else Failed)


def test_what_is_there_is_never_said_to_be_missing(at: Any) -> None:
    key = new_key()
    assert told(at.portal.ask(key)) == ("NeverHad", True)
    receipt = hand_over(at, key)
    assert at.portal.ask(key) == receipt
    assert hand_over(at, key) == receipt
