"""The head of the record chain, as papers carry it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import head_code
from ffd_desktop.vault.keysfile import Anchor
from ffd_desktop.vault.recovery import ALPHABET

ANCHORS = st.builds(Anchor, st.integers(1, 10**9), st.binary(min_size=32, max_size=32))
ONE = Anchor(1284, bytes(range(32)))


def test_it_is_short_enough_for_a_foot_and_long_enough_to_mean_something() -> None:
    assert str(head_code.code_of(ONE)) == "Record 1\N{NO-BREAK SPACE}284 · 000G40-R40M30-E209WF"
    assert head_code.BITS >= 64


def test_a_vault_without_a_record_prints_none() -> None:
    assert head_code.printed(Anchor(0, bytes(32))) == head_code.printed(None) == ""


@given(ANCHORS)
def test_what_is_printed_reads_back(anchor: Anchor) -> None:
    code = head_code.code_of(anchor)
    number, groups = str(code.count), code.groups()
    for typed in (
        str(code),
        f"{number} {' '.join(groups)}".lower(),
        f"record {number}{''.join(groups)}",
        str(code).replace("-", "\u2013").replace("0", "o").replace("1", "l"),
    ):
        assert head_code.read(typed) == code


@given(ANCHORS, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_noticed(anchor: Anchor, at: int, other: str) -> None:
    code = head_code.code_of(anchor)
    whole = "".join(code.groups())
    slip = whole[:at] + other + whole[at + 1 :]
    if slip != whole:
        with pytest.raises(ProblemForPerson, match="head_code_misread"):
            head_code.read(f"{code.count} {slip}")


@given(ANCHORS)
def test_a_slip_in_the_number_is_noticed(anchor: Anchor) -> None:
    code = head_code.code_of(anchor)
    with pytest.raises(ProblemForPerson, match="head_code_misread"):
        head_code.read(f"{code.count + 1} {''.join(code.groups())}")


@pytest.mark.parametrize("text", ["", "Record", "1284", "4F2A91-C07XYZ-QK3M7P", "12 4F2A-91", "²"])
def test_half_a_code_is_told(text: str) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        head_code.read(text)
    assert caught.value.code == "head_code_misread"
    assert "foot of a page" in caught.value.next_step


@given(ANCHORS)
def test_two_heads_of_one_count_are_told_apart_by_their_first_ten_bytes(anchor: Anchor) -> None:
    other = Anchor(anchor.count, bytes([anchor.head[0] ^ 1]) + anchor.head[1:])
    code = head_code.code_of(anchor)
    assert code.is_of(anchor)
    assert not code.is_of(other)


def test_a_vault_that_passes_through_the_head_has_no_fault() -> None:
    code = head_code.code_of(ONE)
    assert head_code.fault(code, at_that_count=ONE, count=1284) is None
    assert head_code.fault(code, at_that_count=ONE, count=2000) is None


def test_fewer_records_than_the_paper_says_are_told_in_words() -> None:
    told = head_code.fault(head_code.code_of(ONE), at_that_count=None, count=1200)
    assert told is not None
    assert "held 1\N{NO-BREAK SPACE}284 records; it holds 1\N{NO-BREAK SPACE}200 now" in told


def test_another_record_at_that_count_is_told_in_words() -> None:
    other = Anchor(1284, bytes(32))
    told = head_code.fault(head_code.code_of(ONE), at_that_count=other, count=1300)
    assert told is not None
    assert "record 1\N{NO-BREAK SPACE}284" in told
