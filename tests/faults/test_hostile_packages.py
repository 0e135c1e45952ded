"""Packages from a sender who knows the passphrase and means harm, and ones that chance has spoilt.

Whatever is in there ends in words for the person, and nothing of it is in the vault.
"""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ffd_desktop.app.program import Program
from ffd_desktop.app.taking_in import look
from ffd_desktop.app.unpacked import Inside, checked
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.comments import Comment
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.sending.canonical import canonical
from ffd_desktop.sending.handover import parts as inner
from ffd_desktop.sending.handover.parts import PartReader, Role, What
from ffd_desktop.sending.handover.pieces import key_of, opened
from tests.builders import referrals as built
from tests.builders.files import photo
from tests.builders.generated import referrals
from tests.builders.packages import (
    PASSPHRASE,
    draft_parts,
    package,
    part,
    plain,
    sealed_parts,
    written,
)
from tests.builders.sealed import sealed

TYPICAL = built.typical()
SEALED = sealed(TYPICAL)
RECORD = {"what": What.SEALED}


def read(inside: bytes) -> Referral:
    """Read what is inside a genuine package, as a look does, without files."""
    stream = io.BytesIO(package([inside]))
    reader = PartReader(opened(stream, key_of(stream, PASSPHRASE)))
    found = Inside(reader.about)
    for head, pieces in reader.parts():
        found.add(head, b"".join(pieces))
    return checked(found, {})[0]


def code_of(inside: bytes) -> str:
    with pytest.raises(ProblemForPerson) as raised:
        read(inside)
    return raised.value.code


@settings(max_examples=40, deadline=None)
@given(referrals())
def test_any_referral_comes_back_as_it_was(referral: Referral) -> None:
    referral = msgspec.structs.replace(referral, reference="FFD-2026-0042")
    assert read(plain(draft_parts(referral))) == as_sealed(referral)
    record = sealed(referral)
    assume(record.id.isascii())
    assert read(plain(sealed_parts(record), **RECORD)) == as_sealed(referral)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=4000))
def test_no_bytes_inside_crash_the_reader(inside: bytes) -> None:
    assert code_of(inside) in {"package_misshapen", "package_too_large"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_spoilt_byte_inside_gets_past(data: st.DataObject) -> None:
    inside = bytearray(plain(sealed_parts(SEALED), **RECORD))
    at = data.draw(st.integers(0, len(inside) - 1))
    inside[at] ^= data.draw(st.integers(1, 255))
    try:
        found = read(bytes(inside))
    except ProblemForPerson:
        return
    assert found == as_sealed(TYPICAL)  # only a name or a moment said another thing


@pytest.mark.parametrize(
    "changes",
    [
        {"reference": "../../etc/passwd"},
        {"reference": "FFD-2026-0043"},
        {"package": "../x"},
        {"parts": 0},
        {"parts": 10**9},
        {"parts": 3},
        {"parts": 1},
        {"what": What.SEALED},
    ],
)
def test_what_is_said_of_it_must_be_what_is_there(changes: dict[str, Any]) -> None:
    assert code_of(plain(draft_parts(TYPICAL), **changes)) == "package_misshapen"


def test_a_length_without_end_is_not_waited_for() -> None:
    assert code_of(struct.pack(">I", 2**32 - 1) + b"{}") == "package_misshapen"
    deep = b'{"what":' + b"[" * 60_000
    assert code_of(struct.pack(">I", len(deep)) + deep) == "package_misshapen"


def test_a_part_that_says_it_is_huge_is_refused_before_it_is_read() -> None:
    head, _ = part(Role.CONTENT, b"{}")
    huge = msgspec.structs.replace(head, size=2**60)
    negative = msgspec.structs.replace(head, size=-5)
    for one in (huge, negative):
        assert code_of(plain([(one, (b"{}",)), part(Role.PAPER, b"%PDF-")])) == "package_too_large"


def test_a_stream_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inner, "MOST_TOTAL", 100_000)
    long = [part(Role.CONTENT, bytes(200_000)), part(Role.PAPER, b"%PDF-")]
    assert code_of(plain(long)) == "package_too_large"


def test_a_part_that_is_not_what_its_digest_says_is_refused() -> None:
    (head, data), paper = draft_parts(TYPICAL)
    false = msgspec.structs.replace(head, digest="0" * 64)
    assert code_of(plain([(false, data), paper])) == "package_misshapen"


def test_a_reference_that_is_a_path_is_refused_though_the_content_says_it_too() -> None:
    path = "../../etc/passwd"
    named = msgspec.structs.replace(TYPICAL, reference=path)
    assert code_of(plain(draft_parts(named), reference=path)) == "package_misshapen"


def test_parts_that_come_twice_or_under_another_number_are_refused() -> None:
    twice = draft_parts(TYPICAL)
    assert code_of(plain([*twice, twice[0]])) == "package_misshapen"
    assert code_of(plain([twice[0], part(Role.PAPER, b"%PDF-", number=2)])) == "package_misshapen"
    second = [part(Role.PAPER, b"%PDF-", number=10**6)]
    assert code_of(plain([*twice, *second])) == "package_misshapen"


def test_words_that_never_leave_are_not_taken_in_either() -> None:
    comment = Comment(id="x", path="", text="zz", by="a", person="p", at="2026-11-20T09:00:00Z")
    said = msgspec.structs.replace(TYPICAL, comments=(comment,))
    parts = [part(Role.CONTENT, canonical(said)), part(Role.PAPER, b"%PDF-")]
    assert code_of(plain(parts)) == "package_misshapen"


@pytest.mark.parametrize(
    "changes",
    [
        {"digest": "0" * 64},
        {"pdf_digest": "0" * 64},
        {"number": 2},
        {"referral": "another"},
        {"reference": "FFD-2026-0001"},
        {"council": "walsall"},
        {"form": "eh"},
        {"id": "../x"},
        {"findings": sealed(TYPICAL).findings},
    ],
)
def test_facts_that_are_not_of_what_was_sealed_are_refused(changes: dict[str, Any]) -> None:
    facts = msgspec.structs.replace(SEALED, **{"findings": (), **changes})
    parts = sealed_parts(SEALED)
    told = json.loads(msgspec.json.encode(facts))
    del told["content"], told["pdf"]
    parts[0] = part(Role.FACTS, json.dumps(told).encode(), number=1)
    assert code_of(plain(parts, **RECORD)) == "package_misshapen"


def test_an_addendum_to_something_else_is_refused() -> None:
    false = sealed(TYPICAL, number=2, text="not of this")
    assert code_of(plain(sealed_parts(SEALED, false), **RECORD)) == "package_misshapen"


def test_a_file_that_does_harm_refuses_the_whole_package(tmp_path: Path) -> None:
    program = Program(folder=tmp_path / "v")
    parts = [
        *draft_parts(TYPICAL),
        part(Role.FILE, b"MZ\x90\x00 a program", name="a.jpg", attachment="a1"),
    ]
    with pytest.raises(ProblemForPerson) as raised:
        look(program, written(tmp_path, parts), PASSPHRASE)
    assert raised.value.code.startswith("file_kind")
    parts[-1] = part(Role.FILE, photo(), name="../a.jpg", attachment="a1")
    with pytest.raises(ProblemForPerson) as raised:
        look(program, written(tmp_path, parts), PASSPHRASE)
    assert raised.value.code == "package_misshapen"


def test_a_council_that_is_not_here_is_told_before_anything_is_taken_in(tmp_path: Path) -> None:
    elsewhere = msgspec.structs.replace(TYPICAL, council="elsewhere")
    program = Program(folder=tmp_path / "v")
    with pytest.raises(ProblemForPerson) as raised:
        look(program, written(tmp_path, draft_parts(elsewhere)), PASSPHRASE)
    assert raised.value.code == "council_unknown"
