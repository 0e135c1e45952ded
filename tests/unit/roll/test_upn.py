"""UPNs: the published vectors, an independent oracle for the check letter, and its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.gb.upn import calc_check_digit

from ffd_desktop.roll.upn import DIGITS, LETTERS, check, is_temporary

VALID = [
    "H801200001001",
    "G80120000101A",
    "R201100018042",
    "T20110001804V",
    "B801200005001",
    "Z213282605052",
    "X845212818005",
    "A802200106001",
    "A123456789012",
    "R662332011222",
    "R900400001001",
    "G801200001010",
]
PERMANENT = [
    "A885000024025",
    "B885000024016",
    "C885000024007",
    "D885000024000",
    "E885000024018",
    "F885000024009",
    "G885000024002",
    "H885000024022",
    "J885000024013",
    "K885000024004",
    "L885000024024",
    "M885000024015",
    "N885000024006",
    "P885000024026",
    "Q885000024017",
    "R885000024008",
    "T885000024001",
    "U885000024019",
    "V885000024012",
    "W885000024003",
    "X885000024023",
    "Y885000024014",
    "Z885000024005",
]
TEMPORARY = [
    "D33500002507A",
    "T33500002507B",
    "G33500002507C",
    "W33500002507D",
    "K33500002507E",
    "Z33500002507F",
    "N33500002507G",
    "C33500002507H",
    "R33500002507J",
    "F33500002507K",
    "V33500002507L",
    "J33500002507M",
    "Y33500002507N",
    "M33500002507P",
    "B33500002507Q",
    "Q33500002507R",
    "E33500002507T",
    "U33500002507U",
    "H33500002507V",
    "X33500002507W",
    "L33500002507X",
    "A33500002507Y",
    "P33500002507Z",
]
WRONG_LETTER = ["Z801200001001", "A801200005001", "R247962919251", "X428558133462"]

tails = st.text(DIGITS, min_size=11, max_size=11).flatmap(
    lambda body: st.sampled_from(DIGITS + LETTERS).map(lambda last: body + last)
)
upns = tails.map(lambda tail: calc_check_digit("A" + tail) + tail)


@pytest.mark.parametrize("upn", [*VALID, *PERMANENT, *TEMPORARY])
def test_a_well_formed_upn_is_taken(upn: str) -> None:
    found = check(upn)
    assert found.is_ok
    assert found.problems == ()
    assert found.suggestions == ()
    assert found.normalised == upn


@pytest.mark.parametrize("upn", WRONG_LETTER)
def test_a_wrong_check_letter_is_said_in_words(upn: str) -> None:
    found = check(upn)
    assert not found.is_ok
    assert "mistyped" in found.problems[0]


def test_every_letter_of_the_table_begins_and_ends_some_upn() -> None:
    assert "".join(upn[0] for upn in PERMANENT) == LETTERS
    assert "".join(upn[-1] for upn in TEMPORARY) == LETTERS


@given(upns)
def test_the_check_letter_agrees_with_python_stdnum(upn: str) -> None:
    assert check(upn).is_ok


@given(upns, st.integers(1, 12), st.sampled_from(DIGITS))
def test_every_single_digit_error_is_found(upn: str, at: int, digit: str) -> None:
    wrong = upn[:at] + digit + upn[at + 1 :]
    same_by_design = at == 12 and upn[12] in LETTERS[:10]
    if wrong != upn and not same_by_design:
        assert not check(wrong).is_ok


@given(upns, st.integers(1, 11))
def test_every_swap_of_neighbours_is_found(upn: str, at: int) -> None:
    wrong = upn[:at] + upn[at + 1] + upn[at] + upn[at + 2 :]
    if wrong != upn:
        assert not check(wrong).is_ok


@given(upns)
def test_the_letter_at_the_end_makes_it_temporary(upn: str) -> None:
    assert check(upn).is_temporary == (upn[-1] in LETTERS)
    assert is_temporary(upn) == (upn[-1] in LETTERS)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("", "Nothing was typed"),
        ("   ", "Nothing was typed"),
        ("UN1", "not a UPN"),
        ("un7", "not a UPN"),
        ("A860407000001B", "this has 14"),
        ("H80120000100", "this has 12"),
        ("X80120000A001", "2 to 12 must be digits"),
        ("G80120000101S", "last character"),
        ("G80120000101I", "last character"),
        ("G80120000101O", "last character"),
        ("1801200001001", "first character"),
        ("I801200001001", "first character"),
        ("H80120000100é", "last character"),
        ("It was a dark and stormy night. " * 9000, "more than 64"),
    ],
)
def test_what_is_no_upn_is_told_in_plain_words(typed: str, word: str) -> None:
    found = check(typed)
    assert not found.is_ok
    assert not found.is_temporary
    assert word in found.problems[0]


@pytest.mark.parametrize(
    "typed",
    [
        "g80120000101a ",
        " G8012 0000 101A",
        "G801-2000-0101A",
        "\ufeffG80120000101A",
        "G80120000101A\u200b",
        "\uff27\uff18\uff10\uff11\uff12\uff10\uff10\uff10\uff10\uff11\uff10\uff11\uff21",
    ],
)
def test_spaces_case_and_invisible_marks_do_not_matter(typed: str) -> None:
    found = check(typed)
    assert found.is_ok
    assert found.normalised == "G80120000101A"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("H8O12OOOO1OO1", "H801200001001"),
        ("H80I20000I001", "H801200001001"),
        ("B80120000S001", "B801200005001"),
        ("H80120000100I", "H801200001001"),
    ],
)
def test_letters_that_look_like_digits_are_put_right(typed: str, meant: str) -> None:
    assert check(typed).suggestions == (meant,)


def test_a_final_letter_that_is_none_is_not_turned_into_a_wrong_number() -> None:
    assert check("G80120000101S").suggestions == ()


@pytest.mark.parametrize("upn", [PERMANENT[3], TEMPORARY[5], "T885000024001"])
def test_one_wrong_character_finds_the_pupil_on_the_roll(upn: str) -> None:
    for at in range(13):
        wrong = upn[:at] + ("7" if upn[at] != "7" else "8") + upn[at + 1 :]
        assert upn in check(wrong, known={upn}.__contains__).suggestions


def test_a_missing_or_doubled_character_finds_the_pupil_on_the_roll() -> None:
    roll = {"T885000024001"}.__contains__
    assert check("T88500024001", known=roll).suggestions == ("T885000024001",)
    assert check("T8850000244001", known=roll).suggestions == ("T885000024001",)


def test_a_wrong_digit_suggests_nothing_that_is_not_on_the_roll() -> None:
    assert check("T885000024009", known=lambda _: False).suggestions == ()
    assert check("Z801200001001").suggestions == ()


@pytest.mark.parametrize("typed", ["H8O12OOOO1OO1", "H801200010001", "H80120000100I"])
def test_with_a_roll_only_numbers_on_it_are_suggested(typed: str) -> None:
    meant = "H801200001001"
    assert check(typed).suggestions == (meant,)
    assert check(typed, known=lambda _: False).suggestions == ()
    assert check(typed, known={meant}.__contains__).suggestions == (meant,)


def test_swapped_neighbours_are_put_back_when_only_one_swap_fits() -> None:
    assert check("H801200010001").suggestions == ("H801200001001",)


@given(upns, st.integers(0, 11))
def test_a_suggested_swap_is_always_well_formed(upn: str, at: int) -> None:
    typed = upn[:at] + upn[at + 1] + upn[at] + upn[at + 2 :]
    for one in check(typed).suggestions:
        assert check(one).is_ok
        assert sorted(one) == sorted(typed)


@pytest.mark.parametrize("upn", ["A123456789012", "R900400001001"])
def test_an_unknown_authority_is_only_a_warning(upn: str) -> None:
    found = check(upn)
    assert found.is_ok
    assert "not on this program’s list" in found.warnings[0]


def test_an_abolished_authority_is_named_and_stays_valid() -> None:
    upn = calc_check_digit("A835000024001") + "835000024001"
    found = check(upn)
    assert found.is_ok
    assert "Dorset" in found.warnings[0]


@pytest.mark.parametrize("upn", ["R662332011222", "T885000024001", "X845212818005"])
def test_a_present_authority_gives_no_warning(upn: str) -> None:
    assert check(upn).warnings == ()


def test_a_temporary_upn_is_pointed_out() -> None:
    assert "temporary" in check("G80120000101A").warnings[0]
