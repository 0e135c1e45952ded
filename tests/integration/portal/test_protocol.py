"""The reference portal does what the document says, also where it is told to go wrong."""

import json
from typing import Any

import pytest
import requests
import schemathesis

from tests.reference_portal.misbehaving import STORES, Fault
from tests.reference_portal.opening import digest
from tests.reference_portal.places import OPENAPI
from tests.reference_portal.sealing import headers, new_key, package, sealed
from tests.reference_portal.server import Portal

SCHEMA = schemathesis.openapi.from_path(OPENAPI)
SUBMIT, STATUS = SCHEMA["/v1/submissions"]["POST"], SCHEMA["/v1/submissions/{key}"]["GET"]


def submit(portal: Portal, key: str, body: bytes, **changes: str) -> requests.Response:
    """Hand it over; the answer keeps to the document."""
    answer = requests.post(
        f"{portal.url}/v1/submissions",
        data=body,
        headers=headers(portal, key, body, **changes),
        verify=str(portal.authority.file),
        timeout=10,
    )
    SUBMIT.validate_response(answer)
    return answer


def status(portal: Portal, key: str, **changes: str) -> requests.Response:
    """Ask what became of it; the answer keeps to the document."""
    answer = requests.get(
        f"{portal.url}/v1/submissions/{key}",
        headers=headers(portal, key, b"", **changes),
        verify=str(portal.authority.file),
        timeout=10,
    )
    STATUS.validate_response(answer)
    return answer


def test_a_submission_is_receipted_and_its_status_says_the_same(portal: Portal) -> None:
    key, words = new_key(), b'{"child": "Invented"}'
    body = sealed(portal, package(key, words))
    answer = submit(portal, key, body)
    assert answer.status_code == 201
    receipt = answer.json()
    assert receipt["content_digest"] == digest(words)
    assert receipt["repr_digest"] == digest(body)
    assert status(portal, key).json()["receipt"] == receipt
    assert [entry.key for entry in portal.ledger.all()] == [key]


def test_the_same_again_gets_the_same_receipt_and_is_in_the_ledger_once(portal: Portal) -> None:
    key = new_key()
    body = sealed(portal, package(key))
    first, again = submit(portal, key, body), submit(portal, key, body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert len(portal.ledger.all()) == 1


def test_the_same_content_encrypted_anew_gets_the_receipt_of_the_first_time(portal: Portal) -> None:
    key = new_key()
    first = submit(portal, key, sealed(portal, package(key)))
    again = submit(portal, key, sealed(portal, package(key)))
    assert (again.status_code, again.json()) == (200, first.json())
    assert len(portal.ledger.all()) == 1


def test_the_same_key_with_other_content_is_refused_for_good(portal: Portal) -> None:
    key = new_key()
    submit(portal, key, sealed(portal, package(key)))
    other = submit(portal, key, sealed(portal, package(key, b"other words")))
    assert (other.status_code, other.json()["final"]) == (409, True)
    assert len(portal.ledger.all()) == 1


def test_bytes_that_were_damaged_on_the_way_may_be_sent_again(portal: Portal) -> None:
    key = new_key()
    body = sealed(portal, package(key))
    damaged = submit(portal, key, body[:-2] + b"AA", **{"Repr-Digest": digest(body)})
    assert (damaged.status_code, damaged.json()["final"]) == (400, False)
    assert status(portal, key).status_code == 404
    assert submit(portal, key, body).status_code == 201


@pytest.mark.parametrize(
    "changes",
    [
        {"package": 2},
        {"key": "0" * 32},
        {"content": "%"},
        {"content_digest": digest(b"other words")},
        {"documents": [{"role": "referral"}]},
        {"spare": True},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_package_that_was_meddled_with_is_refused_and_never_stored(
    portal: Portal, changes: dict[str, Any]
) -> None:
    key = new_key()
    answer = submit(portal, key, sealed(portal, {**package(key), **changes}))
    assert (answer.status_code, answer.json()["final"]) == (422, True)
    assert not portal.ledger.all()


def test_nobody_elses_key_tells_anything(portal: Portal) -> None:
    key = new_key()
    submit(portal, key, sealed(portal, package(key)))
    other = portal.sign_ins.tokens("dsl@another.sch.uk")["access_token"]
    assert status(portal, key, Authorization=f"Bearer {other}").status_code == 404


def test_the_councils_answers_come_with_the_status(portal: Portal) -> None:
    key = new_key()
    submit(portal, key, sealed(portal, package(key)))
    page = f"{portal.url}/submissions/{key}"
    told = {"kind": "outcome", "outcome": "Early help", "reason": "The threshold was not met."}
    trust = str(portal.authority.file)
    requests.post(f"{page}/answers", data=told, verify=trust, timeout=10).raise_for_status()
    (answer,) = status(portal, key).json()["answers"]
    assert {name: answer[name] for name in told} == told
    shown = requests.get(page, verify=trust, timeout=10).text
    assert "The threshold was not met." in shown
    assert "FFD-2026-0001.pdf" in shown


def test_what_was_refused_for_good_stays_refused(portal: Portal) -> None:
    key = new_key()
    body = sealed(portal, package(key))
    portal.switches.next_times.append(Fault.REFUSED)
    for _ in range(2):
        answer = submit(portal, key, body)
        assert (answer.status_code, answer.json()["final"]) == (422, True)
    assert not portal.ledger.all()


@pytest.mark.parametrize("fault", [one for one in Fault if one is not Fault.REFUSED])
def test_whatever_goes_wrong_the_ledger_shows_it_once_or_not_at_all(
    portal: Portal, fault: Fault
) -> None:
    key = new_key()
    body = sealed(portal, package(key))
    portal.switches.next_times.append(fault)
    stores = fault in STORES
    try:
        answer = requests.post(
            f"{portal.url}/v1/submissions",
            data=body,
            headers=headers(portal, key, body),
            verify=str(portal.authority.file),
            timeout=10,
        )
        answer.json() if answer.ok else None
    except (requests.RequestException, json.JSONDecodeError):
        pass
    assert [entry.key for entry in portal.ledger.all()] == [key] * stores
    assert submit(portal, key, body).status_code == (200 if stores else 201)
    assert len(portal.ledger.all()) == 1


def test_the_document_that_is_served_is_the_one_in_resources(portal: Portal) -> None:
    served = requests.get(
        f"{portal.url}/openapi.yaml", verify=str(portal.authority.file), timeout=10
    )
    assert served.content == OPENAPI.read_bytes()
