"""What the roll's codes become in a referral."""

from __future__ import annotations

import pytest

from ffd_desktop.roll import words


@pytest.mark.parametrize(
    ("roll", "ours"),
    [
        ("WBRI", "WBRI"),
        ("weeu", "WOTH"),
        ("WENG", "WBRI"),
        ("MWAP", "MWAS"),
        ("OAFG", "OOTH"),
        ("REFU", "REFU"),
        ("NOBT", None),
        ("GROM", None),
        ("", None),
    ],
)
def test_ethnicity_is_mapped_up_to_the_main_codes(roll: str, ours: str | None) -> None:
    assert words.ethnicity_code(roll) == ours


@pytest.mark.parametrize(
    ("roll", "ours"),
    [("POL", "POL"), ("pol", "POL"), ("ENB", "ENB"), ("NOT", None), ("OTB", None), ("ZZZ", None)],
)
def test_what_is_no_language_is_no_answer(roll: str, ours: str | None) -> None:
    assert words.language_code(roll) == ours


@pytest.mark.parametrize(
    ("roll", "ours", "older"),
    [("K", "K", False), ("e", "E", False), ("A", "K", True), ("S", "E", True), ("Q", None, False)],
)
def test_older_provision_is_brought_forward_and_known_as_older(
    roll: str, ours: str | None, older: bool
) -> None:
    assert words.provision_code(roll) == ours
    assert words.is_older_provision(roll) is older


@pytest.mark.parametrize(
    ("roll", "said"),
    [("5", "Year 5"), ("05", "Year 5"), ("R", "Reception"), ("X", None), ("", None), ("５", None)],
)
def test_year_groups_are_said_as_schools_say_them(roll: str, said: str | None) -> None:
    assert words.year_words(roll) == said


def test_relationships_have_words_for_a_sentence() -> None:
    assert words.relationship_words("PAM") == "mother"
    assert words.relationship_words("stf") == "step-father"
    assert words.relationship_words("") == "contact"
    assert words.relationship_code("") is None
    assert words.relationship_code("XYZ") is None


@pytest.mark.parametrize(("roll", "ours"), [("M", "M"), ("female", "F"), ("X", None), ("", None)])
def test_sex_is_read_from_letter_or_word(roll: str, ours: str | None) -> None:
    assert words.sex_code(roll) == ours


def test_disabilities_needs_and_religion_are_taken_only_from_their_lists() -> None:
    assert words.disability_code("EAT") == "DDA"
    assert words.disability_code("NONE") is None
    assert words.need_code("asd") == "ASD"
    assert words.need_code("NSA") is None
    assert words.religion_code("Muslim") == "muslim"
    assert words.religion_code("Roman Catholic") is None
    assert words.religion_code("") is None
