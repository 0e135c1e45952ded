"""The client at a real HTTPS server: what each way of going wrong is taken for."""

import base64
import threading
from pathlib import Path

import pytest

from ffd_desktop.adapters.portal.tokens import SignedIn
from ffd_desktop.adapters.portal.wire import Wire
from ffd_desktop.sending.outcomes import Failed, Held, NeverHad, Receipted, Refused, Trouble
from tests.integration.portal.at_the_portal import (
    WORDS,
    client,
    hand_over,
    packed,
    signed_in,
    table,
    unmoved,
    wire,
)
from tests.reference_portal.certificates import Authority
from tests.reference_portal.misbehaving import STORES, Fault
from tests.reference_portal.opening import digest
from tests.reference_portal.sealing import new_key
from tests.reference_portal.server import Portal

TAKEN_FOR = {
    Fault.CUT_BEFORE_BODY: Trouble.CUT,
    Fault.CUT_AFTER_BODY: Trouble.CUT,
    Fault.CUT_AFTER_STORING: Trouble.CUT,
    Fault.ERROR_500: Trouble.SERVER,
    Fault.ERROR_500_AFTER: Trouble.SERVER,
    Fault.CONFLICT: Trouble.NOT_TAKEN,
    Fault.CAPTIVE: Trouble.SOMEBODY_ELSE,
    Fault.MISSING_PAGE: Trouble.SOMEBODY_ELSE,
    Fault.TRUNCATED: Trouble.CUT,
}


def test_a_receipt_comes_back_and_the_status_gives_it_again(portal: Portal) -> None:
    key, at = new_key(), client(portal)
    outcome = hand_over(at, key)
    assert isinstance(outcome, Receipted)
    assert (outcome.receipt.key, outcome.receipt.content_digest) == (key, digest(WORDS))
    assert at.ask(key) == outcome
    assert hand_over(at, key) == outcome
    assert len(portal.ledger.all()) == 1


def test_a_key_that_was_never_there_is_said_to_be_so(portal: Portal) -> None:
    assert client(portal).ask(new_key()) == NeverHad()


@pytest.mark.parametrize("fault", TAKEN_FOR)
def test_what_goes_wrong_is_never_taken_for_a_receipt(portal: Portal, fault: Fault) -> None:
    key, at = new_key(), client(portal)
    portal.switches.next_times.append(fault)
    assert hand_over(at, key) == Failed(TAKEN_FOR[fault], reached=True)
    assert isinstance(at.ask(key), Receipted if fault in STORES else NeverHad)


@pytest.mark.parametrize("fault", sorted(TAKEN_FOR))
def test_a_question_that_goes_wrong_never_says_that_it_was_not_there(
    portal: Portal, fault: Fault
) -> None:
    key, at = new_key(), client(portal)
    hand_over(at, key)
    portal.switches.next_times.append(fault)
    assert isinstance(at.ask(key), Failed)
    assert isinstance(at.ask(key), Receipted)


def test_an_answer_that_comes_too_late_leaves_it_unknown(portal: Portal) -> None:
    key = new_key()
    portal.switches.slow_until.clear()
    portal.switches.next_times.append(Fault.SLOW)
    outcome = hand_over(client(portal, wire=wire(portal, answer_s=0.2)), key)
    assert outcome == Failed(Trouble.SLOW, reached=True)
    portal.switches.slow_until.set()


def test_a_wait_for_an_answer_ends_at_once_when_the_vault_is_locked(portal: Portal) -> None:
    """Nothing waits for the network, a lock least of all."""
    key, on = new_key(), wire(portal, answer_s=60)
    portal.switches.slow_until.clear()
    portal.switches.next_times.append(Fault.SLOW)
    outcomes: list[object] = []
    going = threading.Thread(
        target=lambda: outcomes.append(hand_over(client(portal, wire=on), key))
    )
    going.start()
    assert portal.switches.arrived.wait(20)
    on.abort()
    going.join(5)
    assert outcomes == [Failed(Trouble.CUT, reached=True)]
    assert hand_over(client(portal, wire=on), key) == Failed(Trouble.CLOSED, reached=False)
    portal.switches.slow_until.set()


def test_a_person_may_stop_waiting_for_the_answer(portal: Portal) -> None:
    key, on, stopped = new_key(), wire(portal, answer_s=60), threading.Event()
    portal.switches.slow_until.clear()
    portal.switches.next_times.append(Fault.SLOW)
    outcomes: list[object] = []
    going = threading.Thread(
        target=lambda: outcomes.append(
            hand_over(client(portal, wire=on), key, is_stopped=stopped.is_set)
        )
    )
    going.start()
    assert portal.switches.arrived.wait(20)
    stopped.set()
    on.hang_up()
    going.join(5)
    assert outcomes == [Failed(Trouble.STOPPED, reached=True)]
    portal.switches.slow_until.set()
    assert isinstance(client(portal, wire=on).ask(key), Receipted | NeverHad)


def test_a_busy_portal_says_how_long_to_wait(portal: Portal) -> None:
    portal.switches.next_times.append(Fault.BUSY)
    assert hand_over(client(portal), new_key()) == Failed(Trouble.BUSY, reached=False, wait_s=1)


def test_what_is_held_is_no_receipt(portal: Portal) -> None:
    portal.switches.next_times.append(Fault.LATER)
    assert hand_over(client(portal), new_key()) == Held()


def test_a_package_that_can_never_be_taken_is_refused_with_the_reason(portal: Portal) -> None:
    outcome = hand_over(client(portal), new_key(), packed(new_key()))
    assert isinstance(outcome, Refused)
    assert outcome.final
    assert outcome.reason == "The package was made for another submission. Nothing was stored."


def test_a_portal_that_is_not_there_got_nothing(portal: Portal) -> None:
    at = client(portal)
    portal.stop()
    assert hand_over(at, new_key()) == Failed(Trouble.NO_CONNECTION, reached=False)


def test_a_certificate_for_another_name_gets_nothing(portal: Portal) -> None:
    portal.show_certificate("elsewhere.example")
    assert hand_over(client(portal), new_key()) == Failed(Trouble.CERTIFICATE, reached=False)
    assert not portal.ledger.all()


def test_a_certificate_that_nobody_vouches_for_gets_nothing(portal: Portal, tmp_path: Path) -> None:
    portal.show_certificate("127.0.0.1", authority=Authority(tmp_path))
    assert hand_over(client(portal), new_key()) == Failed(Trouble.CERTIFICATE, reached=False)
    assert hand_over(client(portal, wire=Wire()), new_key()) == Failed(
        Trouble.CERTIFICATE, reached=False
    )


def test_a_person_may_stop_it_half_way(portal: Portal) -> None:
    key, sent = new_key(), []
    big = packed(key, WORDS * 40_000)
    outcome = client(portal).submit(
        key, big, lambda done, total: sent.append((done, total)), lambda: len(sent) > 5
    )
    assert outcome == Failed(Trouble.STOPPED, reached=True)
    assert client(portal).ask(key) == NeverHad()


def test_progress_counts_every_byte(portal: Portal) -> None:
    key, sent = new_key(), []
    client(portal).submit(
        key,
        packed(key, WORDS * 4000),
        lambda done, total: sent.append((done, total)),
        lambda: False,
    )
    assert sent == sorted(sent)
    assert sent[-1][0] == sent[-1][1]


def test_a_sign_in_that_ended_is_renewed_without_a_word(portal: Portal) -> None:
    key, kept = new_key(), []
    signed = SignedIn(
        table(portal),
        renewal=str(portal.sign_ins.tokens("dsl@example.sch.uk")["refresh_token"]),
        keep=kept.append,
    )
    at = client(portal, signed_in=signed)
    portal.switches.next_times.append(Fault.SIGNED_OUT)
    assert isinstance(hand_over(at, key), Receipted)
    assert len(kept) == 2
    assert len(portal.ledger.all()) == 1


def test_without_a_sign_in_nothing_goes_out_but_the_question_for_one(portal: Portal) -> None:
    signed = signed_in(portal)
    portal.sign_ins.forget()
    at = client(portal, signed_in=signed)
    assert hand_over(at, new_key()) == Failed(Trouble.SIGN_IN, reached=False)
    assert not signed.is_known
    before = len(portal.access_log)
    assert at.ask(new_key()) == Failed(Trouble.SIGN_IN, reached=False)
    assert len(portal.access_log) == before


def test_a_proxy_of_the_system_is_used(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, loopback: None
) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.setenv("no_proxy", "")
        heard: list[bytes] = []

        def listen() -> None:
            caller, _ = proxy.accept()
            with caller:
                heard.append(caller.recv(1000))

        listening = threading.Thread(target=listen)
        listening.start()
        outcome = client(portal).submit(new_key(), packed(new_key()), unmoved, lambda: False)
        listening.join()
    assert heard[0].startswith(b"CONNECT 127.0.0.1:")
    assert outcome == Failed(Trouble.NO_CONNECTION, reached=False)


@pytest.mark.parametrize("named", ["{}", "bursar:n%C3%B6%40@{}", "http://bursar:n%C3%B6%40@{}"])
def test_a_proxy_is_used_however_its_address_is_written(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, loopback: None, named: str
) -> None:
    """Without a scheme, as many systems hold it; with a name and a password, told to it alone."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("https_proxy", named.format(f"127.0.0.1:{proxy.getsockname()[1]}"))
        monkeypatch.setenv("no_proxy", "")
        proxy.settimeout(10)
        heard: list[bytes] = []

        def listen() -> None:
            caller, _ = proxy.accept()
            with caller:
                heard.append(caller.recv(1000))

        listening = threading.Thread(target=listen, daemon=True)
        listening.start()
        client(portal).ask(new_key())
        listening.join()
    assert heard[0].startswith(b"CONNECT 127.0.0.1:")
    told = b"Basic " + base64.b64encode("bursar:nö@".encode())
    assert (told in heard[0]) == ("bursar" in named)


@pytest.mark.parametrize("named", ["socks5://127.0.0.1:9", "ftp://127.0.0.1", "http://[::1", "%%"])
def test_a_proxy_that_cannot_be_used_is_no_connection(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("https_proxy", named)
    monkeypatch.setenv("no_proxy", "")
    outcome = client(portal).submit(new_key(), packed(new_key()), unmoved, lambda: False)
    assert outcome == Failed(Trouble.NO_CONNECTION, reached=False)


def test_no_word_of_the_referral_is_in_the_portals_access_log(portal: Portal) -> None:
    key, at = new_key(), client(portal)
    hand_over(at, key)
    at.ask(key)
    log = "\n".join(portal.access_log)
    assert key in log, "the log that is looked through is the real one"
    assert "marmalade" not in log
    assert digest(WORDS) not in log
