"""The outside of a package: every byte comes back, and nothing else is taken for it."""

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending.handover.pieces import HEAD_BYTES, PIECE, TAG, key_of, opened
from tests.builders.packages import PASSPHRASE, package

SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5)


def read(data: bytes, passphrase: str = PASSPHRASE) -> bytes:
    stream = io.BytesIO(data)
    return b"".join(opened(stream, key_of(stream, passphrase)))


def code_of(data: bytes, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(ProblemForPerson) as raised:
        read(data, passphrase)
    return raised.value.code


def content(size: int) -> bytes:
    return bytes(range(251)) * (size // 251) + bytes(range(size % 251))


@pytest.mark.parametrize("size", SIZES)
def test_every_size_comes_back(size: int) -> None:
    assert read(package([content(size)])) == content(size)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, PIECE + 9).map(content), max_size=6))
def test_however_the_bytes_come_they_come_back(pieces: list[bytes]) -> None:
    assert read(package(pieces)) == b"".join(pieces)


@pytest.mark.parametrize("size", SIZES[2:])
def test_a_package_that_ends_early_is_noticed_wherever_it_ends(size: int) -> None:
    data = package([content(size)])
    sealed = PIECE + TAG
    whole = range(HEAD_BYTES, len(data), sealed)
    for end in {*whole, len(data) - 1, len(data) - TAG, HEAD_BYTES + 1, HEAD_BYTES - 1, 20}:
        assert code_of(data[:end]) == "package_damaged"


def test_pieces_that_are_moved_left_out_or_added_are_noticed() -> None:
    data = package([content(3 * PIECE + 5)])
    head, sealed = data[:HEAD_BYTES], PIECE + TAG
    one, two, three, last = (
        data[HEAD_BYTES + at * sealed : HEAD_BYTES + (at + 1) * sealed] for at in range(4)
    )
    assert read(head + one + two + three + last)
    for changed in (
        two + one + three + last,
        one + three + last,
        one + two + last,
        one + one + two + three + last,
        one + two + three + last + b"x",
        one + two + three + last + last,
    ):
        assert code_of(head + changed) == "package_damaged"


def test_a_piece_of_another_package_under_the_same_passphrase_is_noticed() -> None:
    one, other = package([content(9)]), package([content(9)])
    assert one != other
    assert code_of(one[:HEAD_BYTES] + other[HEAD_BYTES:]) == "package_damaged"


def test_any_flipped_bit_is_noticed_and_a_wrong_passphrase_is_told_as_such() -> None:
    data = package([content(300)])
    for at in range(len(data)):
        flipped = data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]
        assert code_of(flipped) in {"package_damaged", "package_unknown", "package_too_new"}
    assert code_of(data, PASSPHRASE[::-1]) == "package_passphrase"


def test_a_head_that_asks_for_much_memory_is_refused_before_it_is_taken() -> None:
    import hashlib

    data = package([b""])
    for cost in ((2**32 - 1, 1, 1), (64, 2**31, 1), (64, 1, 2**31), (0, 0, 0), (2**19, 3, 4)):
        told = data[:12] + struct.pack(">III", *cost) + data[24:56]
        told += hashlib.sha256(told).digest()[:8]
        assert code_of(told + data[HEAD_BYTES:]) == "package_damaged"


def test_a_newer_format_is_told() -> None:
    data = package([b""])
    assert code_of(data[:8] + b"\x02" + data[9:]) == "package_too_new"
    assert code_of(b"PK\x03\x04") == "package_unknown"
    assert code_of(b"") == "package_unknown"
