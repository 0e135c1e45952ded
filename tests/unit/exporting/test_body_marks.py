"""Marks by child and occasion, their numbers, and their pictures."""

from __future__ import annotations

import math
from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.exporting.drawing import Label
from ffd_desktop.exporting.pictures.body.bubbles import RADIUS, bubbles
from ffd_desktop.exporting.pictures.body.marks import (
    all_marks,
    group_of,
    groups,
    is_placed,
    outline_of,
)
from ffd_desktop.exporting.pictures.body.picture import drawing_of
from ffd_desktop.exporting.pictures.body.plates import VIEWS
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.statements import Injury
from tests.builders.marks import CHILD_ID, INFANT_ID, marked
from tests.builders.referrals import small

TODAY = date(2026, 11, 20)


def test_every_mark_stands_in_one_group_with_a_number_of_its_own() -> None:
    referral = marked(25, loose=3)
    told = [(group.key, number) for group, number, _ in all_marks(groups(referral))]
    assert len(told) == 28 == len(set(told))
    assert {mark.id for _, _, mark in all_marks(groups(referral))} == {
        one.id for one in referral.injuries
    }


def test_groups_go_by_child_and_then_by_date_those_of_no_occasion_last() -> None:
    keys = [one.key for one in groups(marked(9, loose=1))]
    assert keys == [(CHILD_ID, "x1"), (CHILD_ID, "x2"), (CHILD_ID, ""), (INFANT_ID, "x3")]


def test_an_occasion_without_a_mark_is_there_too() -> None:
    assert [one.key for one in groups(marked(0))] == [
        (CHILD_ID, "x1"), (CHILD_ID, "x2"), (INFANT_ID, "x3"),
    ]  # fmt: skip


def test_a_mark_keeps_its_number_when_another_is_added_or_told_more_of() -> None:
    before = marked(9)
    after = replay(before, [
        put("injuries[new]", {"id": "new", "child": CHILD_ID, "examination": "x1"}),
        put("injuries[i0].site", "nose"),
    ])  # fmt: skip
    for _, number, mark in all_marks(groups(before)):
        group = group_of(after, mark.id)
        assert group is not None
        assert group.number(mark.id) == number


def test_a_mark_without_a_child_goes_by_its_occasions_child() -> None:
    found = group_of(replay(marked(3), [put("injuries[i2].child", None)]), "i2")
    assert found is not None
    assert found.child == INFANT_ID


def test_a_mark_of_another_child_than_its_occasion_stands_apart() -> None:
    found = group_of(replay(marked(3), [put("injuries[i2].child", CHILD_ID)]), "i2")
    assert found is not None
    assert found.key == (CHILD_ID, "x3")


def test_a_mark_that_points_to_no_occasion_any_more_is_still_there() -> None:
    found = group_of(replay(marked(3), [put("injuries[i0].examination", "gone")]), "i0")
    assert found is not None
    assert found.key == (CHILD_ID, "")


def test_the_outline_goes_by_the_age_on_that_day_unless_it_was_chosen() -> None:
    referral = marked(3)
    by_key = {one.key: outline_of(one, referral, TODAY) for one in groups(referral)}
    assert by_key[INFANT_ID, "x3"] == "infant"
    assert by_key[CHILD_ID, "x1"] == "child"
    chosen = replay(referral, [put("examinations[x1].outline", "infant")])
    assert outline_of(groups(chosen)[0], chosen, TODAY) == "infant"


def test_a_draft_from_before_occasions_is_read_and_its_marks_are_there() -> None:
    old = msgspec.structs.replace(
        small(), injuries=(Injury(id="i1", child="c1", site="nose", view="face"),)
    )
    data = msgspec.json.decode(codec.encode(old))
    assert "examination" not in data["injuries"][0]
    group = groups(codec.decode(codec.encode(old)))[0]
    assert group.key == ("c1", "")
    assert group.beside() == group.marks  # on a picture, but nowhere on it yet


def test_a_place_is_kept_to_the_last_figure() -> None:
    @given(st.sampled_from(VIEWS), st.floats(0, 1), st.floats(0.001, 1))
    def law(view: str, x: float, y: float) -> None:
        edit = put("injuries[i1]", {"id": "i1", "view": view, "x": x, "y": y})
        read = codec.decode(codec.encode(replay(small(), [edit])))
        assert (read.injuries[0].view, read.injuries[0].x, read.injuries[0].y) == (view, x, y)
        assert is_placed(read.injuries[0])

    law()


def test_every_mark_on_a_picture_is_drawn_with_its_number() -> None:
    referral = marked(25, loose=3)
    for group in groups(referral):
        outline = outline_of(group, referral, TODAY)
        for view in VIEWS:
            shapes = drawing_of(group, view, outline).shapes
            drawn = [one.text for one in shapes if isinstance(one, Label) and one.text.isdigit()]
            assert sorted(drawn) == sorted(str(group.number(one.id)) for one in group.on(view))


@given(st.lists(st.tuples(st.floats(0.05, 0.95), st.floats(0.05, 0.95)), max_size=12))
def test_numbers_do_not_cover_each_other_nor_another_mark(
    places: list[tuple[float, float]],
) -> None:
    spots = [(n, (x * 110, y * 222)) for n, (x, y) in enumerate(places, start=1)]
    found = bubbles(spots, 110, 222)
    assert [(one.number, one.spot) for one in found] == spots
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            assert math.dist(one.at, other.at) >= 2 * RADIUS
        for number, spot in spots:
            assert number == one.number or math.dist(one.at, spot) > RADIUS or spot == one.spot


def test_a_mark_alone_has_its_number_where_it_is() -> None:
    assert bubbles([(1, (50.0, 50.0))], 110, 222)[0].at == (50.0, 50.0)
