"""Cells in all their spellings: read, left as they stand, or told; never guessed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.roll.tables import values
from tests.builders.roll import upn


@pytest.mark.parametrize(
    "text",
    [
        "2015-09-01",
        "2015-09-01T00:00:00",
        "2015-09-01 00:00",
        "2015/9/1",
        "20150901",
        "01/09/2015",
        "1/9/2015",
        "1/9/15",
        "01-09-2015",
        "01.09.2015",
        "01 September 2015",
        "1st September 2015",
        "1 Sept. 2015",
        "01-Sep-15",
        "Tue 1 Sep 2015",
        "Tuesday, 1 September 2015",
        "42248",
        "42248.0",
        " 01/09/2015 ",
        "01/09/2015 00:00:00",
    ],
)
def test_a_day_is_read_in_each_of_its_spellings(text: str) -> None:
    assert values.read_birthday(text) == "2015-09-01"


@pytest.mark.parametrize(
    "text", ["31/02/2015", "13/25/2015", "about 4", "01/09/85", "2015", "5", "1 Octember 2015", ""]
)
def test_what_is_no_day_stays_as_it_stands(text: str) -> None:
    assert values.read_birthday(text) == text


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_back_from_each_way_of_writing_it(day: date) -> None:
    ways = (f"{day:%d/%m/%Y}", f"{day.isoformat()}T00:00:00", f"{day.day} {day:%B} {day.year}")
    serial = str((day - date(1899, 12, 30)).days)
    for text in (*ways, serial):
        assert values.read_birthday(text) == day.isoformat()


def test_day_and_month_are_never_swapped_to_make_a_day() -> None:
    assert values.read_birthday("12/31/2015") == "12/31/2015"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Year Y6", "6"),
        ("Year  R", "R"),
        ("Year 6", "6"),
        ("Yr 06", "6"),
        ("6", "6"),
        ("Y13", "13"),
        ("Reception", "R"),
        ("N2", "N2"),
        ("0", "R"),
        ("Year 15", "Year 15"),
        ("Oak class", "Oak class"),
        ("Nursery", "Nursery"),
        ("", ""),
    ],
)
def test_a_year_group_is_read_in_its_spellings(text: str, code: str) -> None:
    assert values.read_year(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("M", "M"), ("male", "M"), ("Girl", "F"), ("FEMALE", "F"), ("u", "U"), ("Missing", "")],
)
def test_sex_is_read_and_never_taken_from_a_first_letter(text: str, code: str) -> None:
    assert values.read_sex(text) == code


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("T", "true"),
        ("Yes - mother", "true"),
        ("Y", "true"),
        ("1", "true"),
        ("TRUE", "true"),
        ("F", "false"),
        ("No", "false"),
        ("0", "false"),
        ("perhaps", ""),
        ("", ""),
    ],
)
def test_truth_is_read_in_its_spellings(text: str, truth: str) -> None:
    assert values.read_truth(text) == truth


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mother", "PAM"),
        ("Step-Father", "STF"),
        ("step mother", "STM"),
        ("Dad", "PAF"),
        ("PAM", "PAM"),
        ("Gran", "GRM"),
        ("Social Worker", "SWR"),
        ("Foster Mother", "FOM"),
        ("Godmother", "Godmother"),
    ],
)
def test_a_relationship_is_read_from_its_word(text: str, code: str) -> None:
    assert values.read_relationship(text) == code


@pytest.mark.parametrize(
    ("which", "text", "code"),
    [
        ("sen_status", "K - SEN Support", "K"),
        ("sen_status", "E", "E"),
        ("ethnicity", "White British", "WBRI"),
        ("ethnicity", "WENG", "WENG"),
        ("languages", "English", "ENG"),
    ],
)
def test_a_code_is_read_from_itself_or_its_label(which: str, text: str, code: str) -> None:
    assert values.read_code(which, text) == code


@pytest.mark.parametrize("text", ["", " ", "n/a", "None", "-", "TBC", "unknown", "UN1", "UN7"])
def test_a_cell_that_says_there_is_no_upn_gives_none(text: str) -> None:
    assert values.read_upn(text) == ""


@pytest.mark.parametrize("text", [upn(1), upn(1).lower(), f" {upn(1)[:4]} {upn(1)[4:]} "])
def test_a_upn_is_read_whatever_its_spaces_and_case(text: str) -> None:
    assert values.read_upn(text) == upn(1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("8.85E+11", "made a number"),
        ("8.85000024001E+11", "made a number"),
        ("8,85E+11", "made a number"),
        ("8.850000240E+11", "made a number"),
        ("885000024001", "first letter is lost"),
        ("0885000024001", "first letter is lost"),
        ("T8850000241", "11 characters"),
        ("T885000024001X1", "more than 13"),
    ],
)
def test_a_damaged_upn_is_told_and_never_put_together_again(text: str, why: str) -> None:
    with pytest.raises(values.Damaged, match=why) as caught:
        values.read_upn(text)
    assert text not in str(caught.value)


def test_a_upn_with_a_wrong_check_letter_is_kept_as_it_stands() -> None:
    assert values.read_upn("A885000024001") == "A885000024001"


@given(st.text(max_size=30))
def test_no_cell_is_too_odd_to_be_read(text: str) -> None:
    values.read_birthday(text)
    values.read_year(text)
    values.read_truth(text)
    values.read_relationship(text)
    values.split_address(text)
    values.split_name(text)
    with suppress(values.Damaged):
        values.read_upn(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Fenwick, Ola Ruth", ("", "Ola Ruth", "Fenwick")),
        ("Ms Ada Fenwick", ("Ms", "Ada", "Fenwick")),
        ("Jan van der Berg", ("", "Jan van der", "Berg")),
        ("Madonna", ("", "", "Madonna")),
        ("Mr", ("", "", "Mr")),
        ("", ("", "", "")),
    ],
)
def test_a_whole_name_is_cut_so_that_it_reads_the_same_again(
    text: str, parts: tuple[str, str, str]
) -> None:
    assert values.split_name(text) == parts


@pytest.mark.parametrize(
    ("text", "lines", "postcode"),
    [
        ("1 Reed Row, Saltmarsh, WR99 1AA", ["1 Reed Row", "Saltmarsh"], "WR99 1AA"),
        ("1 Reed Row\nSaltmarsh WR99 1AA", ["1 Reed Row", "Saltmarsh"], "WR99 1AA"),
        ("1 Reed Row", ["1 Reed Row"], ""),
        ("WR99 1AA", [], "WR99 1AA"),
        ("", [], ""),
    ],
)
def test_a_whole_address_is_cut_into_lines_and_postcode(
    text: str, lines: list[str], postcode: str
) -> None:
    assert values.split_address(text) == (lines, postcode)
