"""Who lives where, at one glance: on the front page, and small enough for it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings

from ffd_desktop.exporting.drawing import Label, Rect
from ffd_desktop.exporting.family_copy import for_family
from ffd_desktop.exporting.outline import Fact, Figure, KeyFacts, OnePage, walk
from ffd_desktop.exporting.pictures.family.where import where_lines, who_lives_where
from tests.builders import drawn_families as families
from tests.builders.generated import referrals
from tests.builders.referrals import bare
from tests.unit.exporting.genogram_kit import EVERY, FORM, bounds, overlap, whole, wording


def figure_of(referral) -> Figure:
    figure = who_lives_where(wording(referral))
    assert figure is not None
    return figure


def written(figure):
    return [one.text for one in figure.drawing.shapes if isinstance(one, Label)]


def pages(referral):
    (page,) = (one for one in walk(whole(referral).blocks) if isinstance(one, OnePage))
    return page.variants


def test_each_household_names_who_lives_there_and_who_is_there_part_of_the_time():
    words = written(figure_of(families.new_partner()))
    assert words == [
        "1 Orchard Rise", "Kyle", "Amy", "The baby", "Lowri (mother)", "Nnamdi (father)",
        "2 Pear Tree Lane", "Emrys (father)", "Kyle (also here)", "Amy (also here)",
    ]  # fmt: skip


def test_the_words_say_the_same():
    assert figure_of(families.new_partner()).alternative.splitlines() == [
        "At 1 Orchard Rise: Kyle, Amy, The baby, Lowri (mother) and Nnamdi (father).",
        "At 2 Pear Tree Lane: Emrys (father).",
        "Second home at 2 Pear Tree Lane: Kyle and Amy.",
    ]


def test_those_whose_home_nobody_recorded_are_named_as_such():
    figure = figure_of(families.nobody_named())
    assert "Home not recorded" in written(figure)
    assert "Home not recorded: Amy, Delyth (aunt or uncle)" in figure.alternative


def test_an_address_kept_from_somebody_is_not_told():
    figure = figure_of(families.foster())
    assert "Address kept back" in written(figure)
    assert "At an address kept back: Ben (not referred), Mia (not referred)" in figure.alternative
    assert not any("Pear Tree" in one for one in (*written(figure), figure.alternative))


def test_a_copy_for_the_family_says_of_such_an_address_what_the_council_reads():
    figure = figure_of(for_family(families.foster(), FORM))
    assert "Address kept back" in written(figure)
    assert "At an address kept back: Ben (not referred), Mia (not referred)" in figure.alternative


def test_without_any_home_there_is_no_picture():
    assert who_lives_where(wording(bare())) is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(referrals())
def test_nobody_is_left_out_and_nothing_overlaps(referral):
    figure = who_lives_where(wording(referral))
    if figure is None:
        return
    shapes, said = figure.drawing.shapes, figure.alternative.splitlines()
    homes = {one.id for one in referral.addresses}
    second = sum(child.second_home in homes for child in referral.children)
    boxes = sum(isinstance(one, Rect) and one.radius > 0 for one in shapes)
    people = len(referral.children) + len(referral.people)
    labels = [bounds(one) for one in shapes if isinstance(one, Label)]
    assert len(labels) == boxes + people + second
    assert len(said) == len([*where_lines(wording(referral))])
    for one, other in combinations(labels, 2):
        assert not overlap(one, other)
    for box in map(bounds, shapes):
        assert box[2] <= figure.drawing.width
        assert box[3] <= figure.drawing.height


@pytest.mark.parametrize("name", EVERY)
def test_the_front_page_offers_the_picture_then_words_then_where_it_is(name):
    referral = EVERY[name]()
    offered = pages(referral)
    pictured = [any(isinstance(one, Figure) for one in page) for page in offered]
    assert pictured == sorted(pictured, reverse=True)
    assert pictured[0] is (who_lives_where(wording(referral)) is not None)
    said = [_who(page) for page in offered]
    if pictured[0]:
        assert tuple(where_lines(wording(referral))) in said
        assert any("Who belongs to whom" in line for lines in said for line in lines)
    assert not pictured[-1]
    assert said[-1] == ()


def _who(page) -> tuple[str, ...]:
    facts: list[Fact] = [f for one in page if isinstance(one, KeyFacts) for f in one.facts]
    return next((one.values for one in facts if one.label == "Who lives where"), ())
