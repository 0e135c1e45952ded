"""An upload crosses a web filter that opens HTTPS; what the filter reads tells nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.adapters.portal.wire import Wire
from ffd_desktop.sending.outcomes import Failed, Receipted, Trouble
from tests.integration.portal.at_the_portal import WORDS, client, hand_over, packed
from tests.reference_portal.sealing import new_key
from tests.reference_portal.server import Portal
from tests.web_filter import WebFilter

CANARIES = (b"marmalade", b"Dragonfly", b"FFD-2026-0001", b"ZHJhZ29uZmx5", b"RHJhZ29uZmx5")


@pytest.fixture
def web_filter(
    portal: Portal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WebFilter]:
    """A filter that this computer's proxy setting names, between it and the portal."""
    folder = tmp_path / "filter"
    folder.mkdir()
    with WebFilter(folder, trusts=portal.authority.file) as running:
        monkeypatch.setenv("https_proxy", running.address)
        monkeypatch.setenv("no_proxy", "")
        yield running


def test_it_works_where_the_computer_trusts_the_filter_and_the_filter_learns_nothing(
    portal: Portal, web_filter: WebFilter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The school's IT put the filter's authority into the computer's own store."""
    monkeypatch.setenv("SSL_CERT_FILE", str(web_filter.authority.file))
    key, at = new_key(), client(portal, wire=Wire())
    outcome = hand_over(at, key, packed(key, WORDS * 100))
    assert isinstance(outcome, Receipted)
    assert at.ask(key) == outcome
    assert [entry.key for entry in portal.ledger.all()] == [key]
    read = bytes(web_filter.log)
    assert web_filter.opened == ["127.0.0.1", "127.0.0.1"]
    assert key.encode() in read, "the log that is looked through holds what was opened"
    assert not [word for word in CANARIES if word.lower() in read.lower()]


def test_nothing_goes_through_a_filter_that_the_computer_does_not_trust(
    portal: Portal, web_filter: WebFilter
) -> None:
    assert hand_over(client(portal), new_key()) == Failed(Trouble.CERTIFICATE, reached=False)
    assert not portal.ledger.all()
