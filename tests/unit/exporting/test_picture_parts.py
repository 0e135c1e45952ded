"""The parts that pictures are laid out with: places in a row, heights of bars, widths of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.adapters.pdf.catalogue import Weight
from ffd_desktop.adapters.pdf.setting import set_lines
from ffd_desktop.adapters.pdf.style import Style
from ffd_desktop.adapters.pdf.words import Lettering
from ffd_desktop.exporting.pictures.family.lines import Hanging, levels
from ffd_desktop.exporting.pictures.family.spacing import placed
from ffd_desktop.exporting.pictures.letters import width, wrapped


def test_bars_that_would_cross_lie_at_different_heights():
    rightwards = (
        Hanging(0, 0.0, (("a", 100.0), ("b", 140.0))),
        Hanging(1, 20.0, (("c", 180.0), ("d", 220.0))),
        Hanging(2, 40.0, (("e", 260.0),)),
    )
    assert levels(rightwards) == {2: 0, 1: 1, 0: 2}
    leftwards = tuple(
        Hanging(one.union, -one.drop, tuple((who, -x) for who, x in one.at)) for one in rightwards
    )[::-1]
    assert levels(leftwards) == {2: 0, 1: 1, 0: 2}
    assert levels((rightwards[0], Hanging(1, 300.0, (("c", 300.0),)))) == {0: 0, 1: 0}


@given(
    st.lists(st.floats(-500, 500), min_size=1, max_size=8),
    st.lists(st.floats(1, 60), min_size=8, max_size=8),
)
def test_places_keep_their_order_and_their_distance(wanted, apart):
    gaps = apart[: len(wanted) - 1]
    at = placed(wanted, gaps)
    for a, b, gap in zip(at, at[1:], gaps, strict=False):
        assert b - a >= gap - 1e-6
    inside = placed(wanted, gaps, (0.0, 500.0))
    assert min(inside) >= -1e-6
    assert max(inside) <= 500 + 1e-6


def test_a_word_is_broken_in_the_middle_and_leaves_no_letter_alone():
    assert wrapped("Featherstone", 50, 8.0, strong=True) == ["Feathe-", "rstone"]


@pytest.mark.parametrize("text", ["m" * 2_000_000, "i" * 2_000_000, "a " * 1_000_000])
def test_a_whole_page_pasted_as_a_name_is_cut_and_says_so(text):
    lines = wrapped(text, 50, 8.0, most=4)
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert all(width(line, 8.0) <= 50 for line in lines)


def test_words_wider_than_a_line_are_broken_and_none_is_lost():
    text = "Wolfeschlegelsteinhausenbergerdorff-Okonjo of the long name"
    lines = wrapped(text, 50, 8.0)
    assert all(width(line, 8.0) <= 50 for line in lines)
    assert "".join("".join(lines).split()).replace("-", "") == text.replace(" ", "").replace(
        "-", ""
    )


@pytest.mark.parametrize("text", ["Wiśniewska", "Okonjo-Vale", "27 March 2015", "born 1988", "Æsa"])
def test_the_estimate_of_a_width_is_near_that_of_the_paper(text):
    style = Style(Weight.REGULAR, 8.0, 10.0, (0.0, 0.0, 0.0))
    real = set_lines(Lettering(), text, style, 1000.0)[0].width
    assert abs(width(text, 8.0) - real) < real * 0.06 + 1
