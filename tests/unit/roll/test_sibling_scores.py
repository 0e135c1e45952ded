"""How far sibling hints can be trusted on a made roll; the benchmark tells the same of 10,000."""

from __future__ import annotations

import pytest

from ffd_desktop.roll.siblings import Strength, siblings_of
from tests.builders.made_roll import MadeRoll, made_roll
from tests.builders.made_roll.scoring import score
from tests.builders.roll import SOURCE, row_of
from tests.fakes.roll_store import FakeRollStore


@pytest.fixture(scope="module")
def roll() -> MadeRoll:
    return made_roll(2000, seed=71)


@pytest.fixture(scope="module")
def store(roll: MadeRoll) -> FakeRollStore:
    full = FakeRollStore()
    full.replace_with(map(row_of, roll.pupils), SOURCE)
    return full


def test_likely_siblings_are_right_and_few_are_missed(roll: MadeRoll, store: FakeRollStore) -> None:
    found = score(roll, store)
    assert found.precision >= 0.98
    assert found.recall >= 0.95


def test_the_same_seed_makes_the_same_roll() -> None:
    assert made_roll(50, seed=3) == made_roll(50, seed=3) != made_roll(50, seed=4)


def test_strength_is_the_same_from_either_side(roll: MadeRoll, store: FakeRollStore) -> None:
    seen: dict[tuple[str, str], Strength] = {}
    for pupil in roll.pupils[:300]:
        seen |= {(pupil.upn, one.key): one.strength for one in siblings_of(pupil, store)}
    both_ways = [(pair, pair[::-1]) for pair in seen if pair[::-1] in seen]
    assert both_ways
    assert [pair for pair, other in both_ways if seen[pair] is not seen[other]] == []
