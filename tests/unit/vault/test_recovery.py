"""The recovery code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.recovery import (
    ALPHABET,
    CHECK_ALPHABET,
    RecoveryCode,
    SchoolKey,
    check_symbol,
    read_printed,
)

SYMBOLS = st.text(alphabet=ALPHABET, min_size=25, max_size=25)


@given(SYMBOLS)
def test_what_is_printed_reads_back(symbols: str) -> None:
    code = RecoveryCode(symbols)
    assert RecoveryCode.read(str(code)) == code
    assert RecoveryCode.read(str(code).lower().replace("-", " ")) == code
    assert RecoveryCode.read("".join(code.groups())) == code


@given(SYMBOLS)
def test_letters_that_look_like_digits_read_as_digits(symbols: str) -> None:
    code = RecoveryCode(symbols)
    printed = str(code)
    assert RecoveryCode.read(printed.replace("0", "O").replace("1", "l")) == code
    assert RecoveryCode.read(printed.replace("0", "o").replace("1", "I")) == code


@given(SYMBOLS, st.integers(0, 24), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_noticed(symbols: str, at: int, other: str) -> None:
    printed = "".join(RecoveryCode(symbols).groups())
    slip = printed[:at] + other + printed[at + 1 :]
    if slip != printed:
        with pytest.raises(ProblemForPerson) as caught:
            RecoveryCode.read(slip)
        assert caught.value.code == "recovery_code_misread"


@given(SYMBOLS, st.integers(0, 23))
def test_two_swapped_neighbours_are_noticed(symbols: str, at: int) -> None:
    printed = "".join(RecoveryCode(symbols).groups())
    swapped = printed[:at] + printed[at + 1] + printed[at] + printed[at + 2 :]
    if swapped != printed:
        with pytest.raises(ProblemForPerson):
            RecoveryCode.read(swapped)


@given(st.text(max_size=60))
def test_no_text_crashes_the_reading(text: str) -> None:
    try:
        RecoveryCode.read(text)
    except ProblemForPerson as problem:
        assert problem.code == "recovery_code_misread"  # noqa: PT017


def test_a_fresh_code_has_five_groups_of_five_and_a_plain_check_symbol() -> None:
    codes = [RecoveryCode.fresh() for _ in range(200)]
    assert len(set(codes)) == 200
    for code in codes:
        *groups, check = code.groups()
        assert [len(group) for group in groups] == [5] * 5
        assert check in ALPHABET


def test_the_check_symbol_is_the_number_modulo_37() -> None:
    # Crockford's page gives no worked example of 25 symbols; these are small enough for a head.
    assert check_symbol("0" * 24 + "1") == "1"
    assert check_symbol("0" * 23 + "10") == CHECK_ALPHABET[32]
    assert check_symbol("0" * 23 + "15") == "0"


def test_a_code_shows_itself_only_when_asked() -> None:
    code = RecoveryCode.fresh()
    assert code.groups()[0] not in repr(code)


@given(st.text(alphabet=ALPHABET, min_size=30, max_size=30))
def test_a_schools_key_is_told_from_a_recovery_code_by_its_length(symbols: str) -> None:
    key, code = SchoolKey(symbols), RecoveryCode(symbols[:25])
    assert read_printed(str(key).lower()) == key
    assert read_printed(str(code)) == code
    assert key != code
    assert len(key.groups()) == 7


@given(st.text(alphabet=ALPHABET, min_size=30, max_size=30), st.integers(0, 29))
def test_a_slip_in_a_schools_key_is_noticed(symbols: str, at: int) -> None:
    printed = "".join(SchoolKey(symbols).groups())
    other = ALPHABET[(ALPHABET.index(printed[at]) + 1) % 32]
    with pytest.raises(ProblemForPerson) as caught:
        read_printed(printed[:at] + other + printed[at + 1 :])
    assert caught.value.code == "recovery_code_misread"
