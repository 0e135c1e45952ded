"""What is written when a mark is set, moved, taken off a picture, or joined to an occasion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.exporting.pictures.body.marks import Group, groups, is_placed
from ffd_desktop.exporting.pictures.body.picture import spot_on
from ffd_desktop.exporting.pictures.body.placing import (
    belonging,
    joining,
    moving,
    setting,
    taking_off,
)
from ffd_desktop.exporting.pictures.body.plates import CHILD, INFANT, VIEWS, plate
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import Injury
from tests.builders.marks import CHILD_ID, INFANT_ID, marked

LOOSE = Group("c1", None)


def mark(referral: Referral, mark_id: str) -> Injury:
    return next(one for one in referral.injuries if one.id == mark_id)


@given(view=st.sampled_from(VIEWS), x=st.floats(0, 1), y=st.floats(0, 1))
def test_a_mark_is_read_where_it_was_set(view: str, x: float, y: float) -> None:
    after = replay(marked(0), [setting("new", LOOSE, view, CHILD, x=x, y=y)])
    new = mark(after, "new")
    assert (new.x, new.y) == (pytest.approx(x, abs=2e-4), pytest.approx(y, abs=2e-4))
    assert is_placed(new)
    sheet = plate(view)
    assert sheet is not None
    assert (new.site or "") == sheet.site_at(x, y)


@pytest.mark.parametrize("outline", [CHILD, INFANT])
@pytest.mark.parametrize("view", VIEWS)
def test_a_mark_set_in_the_middle_of_a_place_has_the_place(view: str, outline: str) -> None:
    sheet = plate(view, outline)
    assert sheet is not None
    for region in sheet.regions:
        x, y = sheet.middle_of(region)
        after = replay(marked(0), [setting("new", LOOSE, view, outline, x=x, y=y)])
        assert mark(after, "new").site == region.site


def test_a_mark_begins_with_the_child_and_the_occasion_in_view() -> None:
    group = groups(marked(0))[-1]
    new = mark(replay(marked(0), [setting("n", group, "front", INFANT, x=0.5, y=0.5)]), "n")
    assert (new.child, new.examination) == (INFANT_ID, "x3")


def test_the_proposed_place_goes_along_when_the_mark_moves() -> None:
    start = replay(marked(0), [setting("n", LOOSE, "front", CHILD, x=0.5, y=0.3)])
    assert mark(start, "n").site == "chest"
    moved = replay(start, moving(mark(start, "n"), "front", CHILD, x=0.5, y=0.4))
    assert mark(moved, "n").site == "abdomen"
    beside = replay(moved, moving(mark(moved, "n"), "front", CHILD, x=0.01, y=0.9))
    assert mark(beside, "n").site is None


def test_a_place_that_a_person_chose_stays_when_the_mark_moves() -> None:
    start = replay(marked(0), [setting("n", LOOSE, "front", CHILD, x=0.5, y=0.3),
                               put("injuries[n].site", "shoulder_left")])  # fmt: skip
    moved = replay(start, moving(mark(start, "n"), "front", CHILD, x=0.5, y=0.4))
    assert mark(moved, "n").site == "shoulder_left"


def test_a_mark_taken_off_its_picture_keeps_its_words() -> None:
    before = marked(1)
    after = mark(replay(before, taking_off(mark(before, "i0"))), "i0")
    assert not is_placed(after)
    old = mark(before, "i0")
    assert (after.site, after.size, after.explanation) == (old.site, old.size, old.explanation)


def test_a_mark_joins_an_occasion_with_its_child_and_leaves_it_again() -> None:
    before = marked(1)
    joined = replay(before, joining(mark(before, "i0"), before, "x3"))
    assert (mark(joined, "i0").examination, mark(joined, "i0").child) == ("x3", INFANT_ID)
    left = replay(joined, joining(mark(joined, "i0"), joined, ""))
    assert (mark(left, "i0").examination, mark(left, "i0").child) == (None, INFANT_ID)


def test_marks_follow_when_an_occasion_was_another_childs() -> None:
    before = replay(marked(6), [put("injuries[i3].child", INFANT_ID)])
    after = replay(before, belonging(before, "x1", INFANT_ID))
    assert mark(after, "i0").child == INFANT_ID
    assert mark(after, "i1").child == CHILD_ID  # of another occasion
    assert {one.child for one in after.examinations if one.id == "x1"} == {INFANT_ID}


@pytest.mark.parametrize("view", ["front", "back"])
def test_a_mark_set_on_one_outline_stands_at_the_same_place_of_the_other(view: str) -> None:
    child, infant = plate(view, CHILD), plate(view, INFANT)
    assert child is not None
    assert infant is not None
    for region in child.regions:
        x, y = child.middle_of(region)
        start = replay(marked(0), [setting("n", LOOSE, view, CHILD, x=x, y=y)])
        assert infant.site_at(*spot_on(infant, mark(start, "n"))) == region.site
        assert spot_on(child, mark(start, "n")) == pytest.approx((x, y), abs=1e-3)


def test_moving_a_mark_on_another_outline_keeps_it_on_that_one() -> None:
    start = replay(marked(0), [setting("n", LOOSE, "front", CHILD, x=0.5, y=0.3)])
    moved = mark(replay(start, moving(mark(start, "n"), "front", INFANT, x=0.5, y=0.3)), "n")
    assert (moved.outline, moved.x, moved.y) == (INFANT, 0.5, 0.3)
