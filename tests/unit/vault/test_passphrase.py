"""What is accepted as a passphrase."""

from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.vault.passphrase import Strength, common_from, judge

LIST = Path(__file__).parents[3] / "resources" / "words" / "common_passphrases.txt"
COMMON = common_from(LIST.read_text(encoding="utf-8"))


def strength(passphrase: str, *about: str) -> Strength:
    return judge(passphrase, common=COMMON, about=about).strength


@pytest.mark.parametrize("text", ["", "short", "elevenchars", "cat dog", "aaa aaa aaa", "a b c d"])
def test_under_12_characters_and_three_words_is_too_short(text: str) -> None:
    assert strength(text) is Strength.TOO_SHORT


@pytest.mark.parametrize(
    "text",
    [
        "aaaaaaaaaaaa",
        "abababababab",
        "123456789012",
        "abcdefghijkl",
        "qwertyuiop12",
        "0987654321qwerty",
        "Password1234",
        "P4ssw0rd!!!!",
        "passwordpassword",
        "Safeguarding2026",
        "Welcome School 1",
        "correct horse battery staple",
        "Once upon a time",
        "september2026!",
        "letmein letmein letmein",
    ],
)
def test_what_anyone_would_try_is_refused(text: str) -> None:
    assert not judge(text, common=COMMON).is_accepted
    assert strength(text) is Strength.EASY


@pytest.mark.parametrize("text", ["Hillcrest2026!", "hill crest hillcrest", "ROWAN MERCER 12"])
def test_the_names_of_school_and_person_do_not_count(text: str) -> None:
    assert strength(text, "Hillcrest", "Rowan Mercer", "hill crest") is Strength.EASY


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("elk rug jam", Strength.FAIR),
        ("kettlevioler", Strength.FAIR),
        ("kettle violin moss", Strength.STRONG),
        ("kettle violin moss lantern", Strength.STRONG),
        ("kettle violin moss lantern puddle brick", Strength.VERY_STRONG),
        ("żółw gęś źdźbło", Strength.FAIR),
    ],
)
def test_strength_grows_with_words_and_length(text: str, wanted: Strength) -> None:
    verdict = judge(text, common=COMMON)
    assert verdict.strength is wanted
    assert verdict.is_accepted
    assert verdict.words


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    assert judge(text, common=COMMON).words


def test_there_is_no_upper_limit() -> None:
    assert strength("violin kettle " * 500) is Strength.VERY_STRONG


def test_a_bundled_list_comes_with_the_program() -> None:
    bundled = resources.files("resources") / "words" / "common_passphrases.txt"
    assert common_from(bundled.read_text(encoding="utf-8")) == COMMON
    assert len(COMMON) > 150
