"""The outlines of the body map: they match left and right, and every place can be found."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import shared_code_lists
from ffd_desktop.exporting.drawing import Label, Path
from ffd_desktop.exporting.pictures.body import pen
from ffd_desktop.exporting.pictures.body.plates import CHILD, INFANT, VIEWS, Plate, plate
from ffd_desktop.exporting.pictures.body.regions import Region

SITES = next(one for one in shared_code_lists() if one.key == "body_sites")
NAMES = [(view, outline) for view in VIEWS for outline in (CHILD, INFANT)]
every_plate = pytest.mark.parametrize(("view", "outline"), NAMES)
WHOLE = [one for one in NAMES if one[0] in {"front", "back", "face"}]


def drawn(view: str, outline: str = CHILD) -> Plate:
    sheet = plate(view, outline)
    assert sheet is not None
    return sheet


def swapped(site: str) -> str:
    """The same place on the child's other side."""
    for one, other in (("_left", "_right"), ("_right", "_left")):
        if site.endswith(one):
            return site.removesuffix(one) + other
    return site


def test_every_picture_that_the_code_list_names_is_drawn_and_no_other() -> None:
    views = next(one for one in shared_code_lists() if one.key == "body_views")
    assert {one.code for one in views.codes} == set(VIEWS)
    assert plate("elsewhere") is None


def test_every_place_of_the_code_list_is_somewhere_on_a_picture() -> None:
    found = {region.site for name in NAMES for region in drawn(*name).regions}
    assert found == {one.code for one in SITES.codes} - {"other"}


@every_plate
def test_the_middle_of_a_place_is_that_place(view: str, outline: str) -> None:
    sheet = drawn(view, outline)
    for region in sheet.regions:
        assert sheet.region_at(*sheet.middle_of(region)) == region, (view, outline, region.site)


@every_plate
def test_all_that_is_drawn_lies_on_the_picture(view: str, outline: str) -> None:
    sheet = drawn(view, outline)
    for shape in sheet.shapes:
        points = pen.points_along(shape) if isinstance(shape, Path) else ()
        if isinstance(shape, Label):
            points = ((shape.x, shape.y),)
        assert all(0 <= x <= sheet.width and 0 <= y <= sheet.height for x, y in points), view


@every_plate
def test_no_place_is_beside_the_picture(view: str, outline: str) -> None:
    sheet = drawn(view, outline)
    for region in sheet.regions:
        x, y = sheet.middle_of(region)
        assert 0 < x < 1
        assert 0 < y < 1


@every_plate
@example(x=0.5, y=0.125)  # between the hands
@given(x=st.floats(0, 1), y=st.floats(0, 1))
def test_left_and_right_match(view: str, outline: str, x: float, y: float) -> None:
    sheet = drawn(view, outline)
    half = 128 / sheet.height  # on this one picture the sides stand one above the other
    down = (half if y < 0.5 else -half) if view == "head_sides" else 0.0
    here, there = sheet.site_at(x, y), sheet.site_at(1 - x, y + down)
    on_an_edge = any(_near_an_edge(region, x * sheet.width, y * sheet.height)
                     for region in sheet.regions)  # fmt: skip
    assert on_an_edge or there == swapped(here)


@pytest.mark.parametrize(("view", "outline"), WHOLE)
def test_the_outline_is_its_own_mirror(view: str, outline: str) -> None:
    sheet = drawn(view, outline)
    middle = sheet.width / 2
    points = {
        (round(x - middle, 1), round(y, 1))
        for shape in sheet.shapes
        if isinstance(shape, Path)
        for x, y in pen.points_along(shape)
    }
    lone = [one for one in points if not any(_close((-one[0], one[1]), two) for two in points)]
    assert lone == []


@pytest.mark.parametrize(("view", "left"), [("front", "right"), ("face", "right"),
                                            ("back", "left")])  # fmt: skip
def test_left_and_right_are_the_childs_own(view: str, left: str) -> None:
    sheet = drawn(view)
    at_the_left = {
        region.site.rpartition("_")[2]
        for region in sheet.regions
        if region.site.endswith(("_left", "_right")) and sheet.middle_of(region)[0] < 0.5
    }
    assert at_the_left == {left}
    assert any(isinstance(one, Label) and one.text == left and one.x < sheet.width / 2
               for one in sheet.shapes)  # fmt: skip


def test_a_point_beside_the_body_is_no_place() -> None:
    assert drawn("front").site_at(0.01, 0.99) == ""


def _near_an_edge(region: Region, x: float, y: float) -> bool:
    """Whether a point is so close to an edge that rounding decides."""
    nudges = ((0.02, 0.0), (-0.02, 0.0), (0.0, 0.02), (0.0, -0.02))
    return len({region.holds(x + dx, y + dy) for dx, dy in nudges}) > 1


def _close(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return abs(one[0] - two[0]) < 0.31 and abs(one[1] - two[1]) < 0.31
