"""The genogram: who is drawn where, that nothing overlaps, and that lines do not cross."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ffd_desktop.exporting.drawing import Circle, Label, Line, Polygon, Rect
from ffd_desktop.exporting.pictures.family.children import Spot
from ffd_desktop.exporting.pictures.family.genogram import genogram
from ffd_desktop.exporting.pictures.family.heights import Band
from ffd_desktop.exporting.pictures.family.outlines import pieces
from ffd_desktop.exporting.pictures.family.places import EDGE, WIDEST
from ffd_desktop.referral.model import Referral
from tests.builders import drawn_families as families
from tests.builders.generated import referrals
from tests.builders.referrals import bare
from tests.unit.exporting.genogram_kit import (
    EVERY,
    PAGE,
    SMALLEST,
    bounds,
    boxes,
    crossings,
    drawn,
    laid_out,
    lies_on,
    overlap,
    segments,
    within,
    wording,
)


@pytest.mark.parametrize("widest", [WIDEST, 440.0, 300.0])
@pytest.mark.parametrize("name", EVERY)
def test_an_ordinary_family_has_no_crossing_at_any_width(name, widest):
    made = laid_out(EVERY[name](), widest)
    assert crossings(made) == []
    assert lies_on(made) == []
    check_apart(made)
    check_inside(made.drawing())


@pytest.mark.parametrize("name", ["nuclear", "three fathers", "shared care", "foster", "kinship"])
def test_a_family_is_drawn_as_narrow_as_the_screen_wants(name):
    assert laid_out(EVERY[name](), 440.0).drawing().width <= 440.0 + 2 * EDGE


@pytest.mark.parametrize("name", EVERY)
def test_no_line_goes_through_a_symbol_or_a_word(name):
    made = laid_out(EVERY[name]())
    symbols, labels = boxes(made)
    for _, a, b in segments(made):
        line = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        flat = line[0] == line[2] or line[1] == line[3]
        for box in symbols:
            inner = (box[0] + 6, box[1] + 6, box[2] - 6, box[3] - 6)
            assert not (flat and touches(line, inner)), (line, box)
        for box in labels:
            assert not (flat and touches(line, box)), (line, box)


def touches(line, box):
    return line[0] < box[2] and box[0] < line[2] + 1e-9 and line[1] < box[3] and box[1] <= line[3]


@pytest.mark.parametrize("name", EVERY)
def test_everybody_is_drawn_exactly_once(name):
    check_everybody(EVERY[name]())


def check_everybody(referral):
    made = laid_out(referral)
    ids = [spot.id for band in made.bands for spot in band.spots]
    assert len(ids) == len(set(ids))
    people = {one.id for one in (*referral.children, *referral.people)}
    assert people <= set(ids)
    assert all(one.startswith("?") for one in set(ids) - people)


def check_apart(made):
    symbols, labels = boxes(made)
    for one, other in combinations([*symbols, *labels], 2):
        assert not overlap(one, other), (one, other)


def check_inside(drawing):
    for shape in drawing.shapes:
        left, top, right, bottom = bounds(shape)
        assert left >= 0
        assert top >= 0
        assert right <= drawing.width
        assert bottom <= drawing.height


@pytest.mark.parametrize("name", EVERY)
def test_nothing_overlaps_and_all_is_on_the_canvas(name):
    referral = EVERY[name]()
    check_apart(laid_out(referral))
    check_inside(drawn(referral))


@pytest.mark.parametrize("name", EVERY)
def test_the_smallest_letters_can_be_read_on_a_page(name):
    drawing = drawn(EVERY[name]())
    letters = min(one.size for one in drawing.shapes if isinstance(one, Label))
    assert letters * min(1.0, PAGE / drawing.width) >= SMALLEST


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(referrals(), st.sampled_from([WIDEST, 440.0, 300.0]))
def test_any_family_is_drawn_whole_and_nothing_overlaps(referral, widest):
    made = laid_out(referral, widest)
    check_everybody(referral)
    check_apart(made)
    check_inside(made.drawing())


@settings(max_examples=20, deadline=None)
@given(referrals())
def test_the_same_family_is_always_drawn_alike(referral):
    again = msgspec.json.decode(msgspec.json.encode(referral), type=Referral)
    assert drawn(referral) == drawn(again)


def test_an_empty_family_has_no_picture():
    assert genogram(wording(bare())) is None


def symbol_of(referral: Referral, who: str):
    made = laid_out(referral)
    for band in made.bands:
        for spot in band.spots:
            if spot.id == who:
                return [
                    one
                    for one in made.drawing().shapes
                    if not isinstance(one, Label)
                    and within(
                        bounds(one), (spot.x - 14, band.middle - 14, spot.x + 14, band.middle + 14)
                    )
                ]
    raise AssertionError(who)


@pytest.mark.parametrize(
    ("make", "who", "kinds"),
    [
        (families.nuclear, "p1", [Circle]),
        (families.nuclear, "p2", [Rect]),
        (families.nuclear, "c1", [Rect, Rect]),
        (families.nuclear, "c2", [Circle, Circle]),
        (families.nuclear, "c3", [Rect]),
        (families.new_partner, "c3", [Polygon, Polygon]),
        (families.two_mothers, "c3", [Polygon]),
        (families.kinship, "p3", [Circle, Line, Line]),
        (families.kinship, "?p3.0", [Rect]),
    ],
)
def test_symbols_are_those_that_social_workers_know(make, who, kinds):
    shapes = [
        one for one in symbol_of(make(), who) if not isinstance(one, Line) or one.x1 != one.x2
    ]
    assert [type(one) for one in shapes] == kinds


def inside(corners, x, y):
    """Tell whether a point lies in a figure of level and upright edges."""
    edges = zip(corners, (*corners[1:], corners[0]), strict=True)
    right = [a for a, b in edges if a[0] == b[0] > x and min(a[1], b[1]) <= y < max(a[1], b[1])]
    return len(right) % 2 == 1


def check_outlines(made):
    home = {who: one.home for who, one in made.facts.members.items()}
    joined = len(made.bands) - len(made.places.aside)
    drawn_ = [*pieces(made.bands, joined, home)]
    for band in made.bands:
        for spot in band.spots:
            round_ = [
                piece.home
                for piece in drawn_
                for corners in piece.corners
                if inside(corners, spot.x, band.middle)
            ]
            assert round_ == [home[spot.id]] * (home[spot.id] != "")


@pytest.mark.parametrize("name", EVERY)
def test_a_household_is_drawn_round_those_who_live_there_and_nobody_else(name):
    check_outlines(laid_out(EVERY[name]()))


def test_an_outline_never_closes_a_ring_round_somebody_who_lives_elsewhere():
    def row(top, *who):
        spots = tuple(Spot(one, 50.0 + 60.0 * at, 28.0) for at, one in enumerate(who))
        return Band(spots, top, top + 20.0, top + 40.0)

    bands = [row(0.0, "a", "b", "c"), row(50.0, "d", "guest", "e"), row(100.0, "f", "g", "h")]
    home = dict.fromkeys("abcdefgh", "here")
    found = [*pieces(bands, len(bands), home)]
    assert [len(piece.corners) for piece in found] == [1]
    (corners,) = found[0].corners
    assert not inside(corners, 110.0, 70.0)
    assert all(
        inside(corners, spot.x, band.middle)
        for band in bands
        for spot in band.spots
        if spot.id != "guest"
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(referrals(), st.sampled_from([WIDEST, 300.0]))
def test_so_it_is_with_any_family(referral, widest):
    check_outlines(laid_out(referral, widest))
