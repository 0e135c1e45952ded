"""A sealed referral goes to the reference portal from the window, whatever happens on the way."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from ffd_desktop.adapters.portal.reference import VARIABLE
from ffd_desktop.app import fictional
from ffd_desktop.sending import submission
from ffd_desktop.sending.submission import as_digest
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.test_sealing import seal, sealed
from tests.journeys.walker import Key, Walker
from tests.reference_portal.__main__ import tell
from tests.reference_portal.misbehaving import Fault
from tests.reference_portal.oauth import NAME, PASSWORD
from tests.reference_portal.server import Portal
from ui import courier

SEND = "Send to the council"
PHONE = "phone now:"


@pytest.fixture
def portal(tmp_path: Path, loopback: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """A portal that the fictional school finds, and a browser in which somebody signs in."""
    folder = tmp_path / "portal"
    folder.mkdir()
    monkeypatch.setattr(courier, "LOOK_EVERY_MS", 200)
    for pause in ("FIRST_PAUSE_S", "LONGEST_PAUSE_S"):
        monkeypatch.setattr(submission, pause, 1)
    with Portal(folder) as running:
        monkeypatch.setenv(VARIABLE, str(tell(running, folder)))
        visits: list[threading.Thread] = []

        def visit(address: str) -> None:
            typed = {**parse_qs(urlsplit(address).query), "name": NAME, "password": PASSWORD}
            page, trust = address.partition("?")[0], str(running.authority.file)
            requests.post(page, data=typed, verify=trust, timeout=20)

        def opened(address: str) -> bool:
            visits.append(threading.Thread(target=visit, args=(address,)))
            visits[-1].start()
            return True

        monkeypatch.setattr(webbrowser, "open", opened)
        yield running
        for one in visits:
            one.join()


def delivered(house: House, portal: Portal) -> bool:
    """Whether the portal has exactly what was sealed, once."""
    ((_, (kept,)),) = sealed(house)
    (entry,) = portal.ledger.all()
    return entry.content_digest == as_digest(kept.digest)


def test_it_is_sent_with_a_sign_in_and_the_receipt_is_shown_and_printed(
    inside: tuple[House, Walker], portal: Portal, tmp_path: Path
) -> None:
    house, walker = inside
    seal(walker).reads("Sealed, not sent", PHONE, "0190")
    walker.push(SEND).reads("Delivered", "FFD/0001", "The receipt matches what was sealed.")
    walker.reads_no(PHONE).reads_no("It is not sent yet")
    assert delivered(house, portal)
    (entry,) = portal.ledger.all()
    portal.ledger.answer(entry.key, kind="outcome", outcome="Strategy discussion", reason="Harm.")
    walker.push("Ask the portal for an answer").reads("Strategy discussion. Why: Harm.")
    walker.stands_at("Ask the portal for an answer").push("Save the receipt as PDF")
    steps.choose_file(walker, tmp_path / "receipt.pdf")
    walker.reads("receipt.pdf")
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF")
    walker.push("Back to the referral").reads_no(PHONE)
    walker.push("Back to the shelf").tab_to("Drafts, 1").press(Key.Key_Right).reads("Sent")


def test_a_lock_while_it_is_sent_leaves_it_unknown_and_it_goes_on_after_the_unlock(
    inside: tuple[House, Walker], portal: Portal
) -> None:
    house, walker = inside
    portal.switches.slow_until.clear()
    seal(walker)
    portal.switches.next_times.append(Fault.SLOW)
    walker.push(SEND).until(portal.switches.arrived.is_set, "nothing came to the portal")
    walker.reads("Being sent").ctrl(Key.Key_L).reads("FFD Desktop is locked")
    portal.switches.slow_until.set()
    walker.until(lambda: bool(portal.ledger.all()), "it did not arrive")
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("Delivered", "FFD/0001")
    assert delivered(house, portal)


def test_until_it_is_known_every_screen_says_so_with_the_number_to_phone(
    inside: tuple[House, Walker], portal: Portal
) -> None:
    house, walker = inside
    seal(walker)
    portal.switches.next_times.extend([Fault.CUT_AFTER_STORING, *[Fault.CAPTIVE] * 400])
    walker.push(SEND).reads("Not known whether it arrived", "Nothing is sent twice", PHONE)
    walker.push("Back to the referral").reads("not known whether it arrived", PHONE)
    walker.push("Back to the shelf").reads("not known whether it arrived", PHONE)
    walker.tab_to("Drafts, 1").press(Key.Key_Right).reads("Arrival not known")
    walker.push("See how it stands").reads("Try now").push("Back to the referral")
    walker.push("Back to the shelf").tab_to("Drafts, 1").press(Key.Key_Right)
    walker.reads("Arrival not known")
    portal.switches.next_times.clear()
    walker.reads_no("Arrival not known").reads_no(PHONE).reads("Sent")
    assert delivered(house, portal)


def test_what_can_never_work_stops_with_the_reason_and_goes_again_when_somebody_says_so(
    inside: tuple[House, Walker], portal: Portal
) -> None:
    house, walker = inside
    seal(walker)
    portal.switches.next_times.append(Fault.REFUSED)
    walker.push(SEND).reads("Refused by the portal", "another council", PHONE)
    walker.push("Send it again").reads("Delivered")
    assert delivered(house, portal)


def test_a_council_without_a_portal_offers_nothing_to_press(
    inside: tuple[House, Walker],
) -> None:
    _, walker = inside
    seal(walker).reads("It is not sent yet").reads_no(SEND)
