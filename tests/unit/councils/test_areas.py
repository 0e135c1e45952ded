"""What a postcode says about a council: its own, shared, another's, or nothing at all."""

from __future__ import annotations

import pytest

from ffd_desktop.councils.areas import Standing, district_of
from ffd_desktop.councils.bundled import bundled_councils, bundled_pack


@pytest.mark.parametrize(
    ("written", "district"),
    [
        ("B45 9CV", "B45"),
        ("b459cv", "B45"),
        (" wr1  2kv ", "WR1"),
        ("WS10-7MC", "WS10"),
        ("B1 1CV", "B1"),
        ("B11CV", "B1"),
        ("EC1A 1CV", "EC1A"),
        ("DY11", "DY11"),
        ("", ""),
        ("WR", ""),
        ("not known", ""),
        ("12 High Street", ""),
        ("B45 9CV and B60 1CV", ""),
        ("WR99 1AA", ""),  # kept for large users; this program's invented people live there
        ("ZZ99 3CZ", ""),  # no fixed abode
        ("BFPO 61", ""),
        ("BF1 3CV", ""),
    ],
)
def test_a_postcode_gives_its_district_and_what_names_no_place_gives_none(
    written: str, district: str
) -> None:
    assert district_of(written) == district


OWN, SHARED, ELSEWHERE, UNKNOWN = Standing


@pytest.mark.parametrize(
    ("council", "postcode", "standing"),
    [
        ("worcestershire", "WR1 1CV", OWN),
        ("worcestershire", "WR15 8CV", OWN),
        ("worcestershire", "B60 1CV", OWN),
        ("worcestershire", "DY10 2CV", OWN),
        ("worcestershire", "B45 9CV", SHARED),
        ("worcestershire", "B47 5CV", SHARED),
        ("worcestershire", "DY9 0CV", SHARED),
        ("worcestershire", "GL20 6CV", SHARED),
        ("worcestershire", "B8 1CV", ELSEWHERE),
        ("worcestershire", "WS2 8CV", ELSEWHERE),
        ("worcestershire", "M14 5CV", ELSEWHERE),
        ("worcestershire", "WR99 1AA", UNKNOWN),
        ("worcestershire", "somewhere in Redditch", UNKNOWN),
        ("walsall", "WS1 1CV", OWN),
        ("walsall", "WV13 1CV", OWN),
        ("walsall", "WS10 8CV", SHARED),
        ("walsall", "WV14 8CV", SHARED),
        ("walsall", "B74 3CV", SHARED),
        ("walsall", "WS7 1CV", ELSEWHERE),
        ("walsall", "WR2 4CV", ELSEWHERE),
        ("walsall", "B60 1CV", ELSEWHERE),
        ("walsall", "WR99 1AA", UNKNOWN),
    ],
)
def test_the_nearest_entry_of_a_pack_says_whose_a_postcode_is(
    council: str, postcode: str, standing: Standing
) -> None:
    area = bundled_pack(council).area
    assert area is not None
    assert area.standing(postcode) is standing


@pytest.mark.parametrize("council", bundled_councils())
def test_the_packs_agree_about_each_other(council: str) -> None:
    mine = bundled_pack(council).area
    assert mine is not None
    for other in mine.others:
        if other.pack:
            theirs = bundled_pack(other.pack).area
            assert theirs is not None
            assert theirs.name == other.name
            assert set(other.postcodes) <= set(theirs.own)


def test_another_council_is_named_where_its_postcodes_are_known() -> None:
    area = bundled_pack("worcestershire").area
    assert area is not None
    named = {code: area.other(code) for code in ("WS4 1CV", "B8 1CV", "M14 5CV", "", "WS99 1CV")}
    assert {code: other.name if other else "" for code, other in named.items()} == {
        "WS4 1CV": "Walsall",
        "B8 1CV": "Birmingham",
        "M14 5CV": "",
        "": "",
        "WS99 1CV": "",
    }
