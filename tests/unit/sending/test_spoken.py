"""A passphrase that is made to be said on the telephone."""

import pytest

from ffd_desktop.sending.spoken import Spoken


def test_it_is_six_groups_of_four_figures_and_nothing_else():
    made = Spoken.fresh()
    assert len(made.groups()) == 6
    assert all(len(group) == 4 and group.isdecimal() for group in made.groups())
    assert "".join(made.groups()) == str(made)


def test_no_two_are_alike():
    assert len({str(Spoken.fresh()) for _ in range(200)}) == 200


def test_every_figure_comes_in_every_place():
    drawn = [str(Spoken.fresh()) for _ in range(600)]
    assert all(len({one[place] for one in drawn}) == 10 for place in range(24))


def test_it_is_not_told_by_accident():
    made = Spoken.fresh()
    assert str(made) not in repr(made)
    assert str(made) not in f"{[made]}"


@pytest.mark.parametrize("figures", ["", "1" * 23, "1" * 25, "1" * 23 + "a", "²" * 24])
def test_nothing_else_is_taken_for_one(figures):
    with pytest.raises(ValueError, match="figures"):
        Spoken(figures)
