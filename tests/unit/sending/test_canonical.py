"""Canonical JSON keeps the rules of RFC 8785, so that anybody can make the same bytes."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.sending.canonical import canonical, digest_of
from tests.builders import referrals as built
from tests.builders.generated import referrals

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | NUMBERS | WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
)
NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?(e[+-][1-9]\d*)?")


def read(written: bytes) -> object:
    """Read JSON as JavaScript does, whose whole numbers beyond 2^53 are floats."""
    return json.loads(written, parse_int=_number)


def _number(text: str) -> int | float:
    return int(text) if abs(int(text)) < 2**53 else float(text)


def test_members_stand_in_the_order_of_their_utf_16_units() -> None:
    """The example of section 3.2.3."""
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = json.loads(canonical(dict.fromkeys(keys)))
    assert list(written) == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (4.50, "4.5"),
        (2e-3, "0.002"),
        (1e30, "1e+30"),
        (0.000000000000000000000000001, "1e-27"),
        (333333333.33333329, "333333333.3333333"),
        (5e-324, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9007199254740992.0, "9007199254740992"),
        (295147905179352830000.0, "295147905179352830000"),
        (9.999999999999997e22, "9.999999999999997e+22"),
        (0.000001, "0.000001"),
        (1e21, "1e+21"),
    ],
)
def test_numbers_are_written_as_javascript_writes_them(number: float, written: str) -> None:
    """From section 3.2.2.3 and appendix B."""
    assert canonical(number).decode() == written


def test_only_what_must_be_is_escaped() -> None:
    text = '\u20ac$\x0f\nA\'\x42"\\"/'
    assert canonical(text).decode() == '"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"'


@given(VALUES)
def test_what_is_written_says_the_same_and_can_only_be_written_so(value: object) -> None:
    written = canonical(value)
    assert read(written) == value
    assert canonical(read(written)) == written


@given(NUMBERS)
def test_a_number_has_no_nought_too_many(number: float) -> None:
    written = canonical(number).decode()
    assert NUMBER.fullmatch(written)
    assert float(written) == number


@given(referrals())
def test_a_referral_comes_back_exactly(referral: object) -> None:
    assert codec.decode(canonical(referral)) == referral


def test_the_same_referral_has_the_same_digest() -> None:
    one, same = canonical(as_sealed(built.small())), canonical(as_sealed(built.small()))
    assert digest_of(one) == digest_of(same)
    assert len(digest_of(one)) == 64


def test_a_number_that_not_every_program_can_read_is_told_in_words() -> None:
    with pytest.raises(ProblemForPerson) as raised:
        canonical({"local": {"x": 2**53}})
    assert raised.value.code == "not_sealable"
