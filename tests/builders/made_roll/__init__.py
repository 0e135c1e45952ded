"""A made roll of any size whose families are known: to measure what is said of siblings.

``made_roll(10_000, seed=1)``: the same seed gives the same roll.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from ffd_desktop.roll.pupil import Pupil
from tests.builders.made_roll.households import Kid, World, are_siblings, families
from tests.builders.made_roll.records import Rates, School
from tests.builders.roll import upn


@dataclass(frozen=True)
class MadeRoll:
    """Pupils as recorded, and who are truly siblings: pairs of UPNs, each both ways.

    Attributes:
        untraced: How many pairs have no adult and no home on both records, so that no rule could
            find them; they count as siblings all the same.
    """

    pupils: tuple[Pupil, ...]
    siblings: frozenset[tuple[str, str]]
    untraced: int


def made_roll(count: int, *, seed: int, times: float = 1.0) -> MadeRoll:
    """Make a roll of so many pupils; ``times`` as many slips as the docstring of records says."""
    world = World(seed)
    school = School(world, Rates(times))
    kids = list(islice(chain.from_iterable(families(world)), count))
    world.dice.shuffle(kids)
    keys = {kid: _upn(number) for number, kid in enumerate(kids)}
    pupils = tuple(school.record(kid, keys[kid]) for kid in kids)
    pairs = set(_sibling_pairs(kids))
    seen = school.written_of
    return MadeRoll(
        pupils,
        siblings=frozenset((keys[one], keys[other]) for one, other in pairs),
        untraced=sum(seen[one].isdisjoint(seen[other]) for one, other in pairs),
    )


def _upn(number: int) -> str:
    return upn(number % 1000, year=number // 1000 % 25, la=f"{885 + number // 25_000}")


def _sibling_pairs(kids: list[Kid]) -> Iterator[tuple[Kid, Kid]]:
    """Give every two who are siblings; only those with something in common are compared."""
    near: dict[object, list[Kid]] = defaultdict(list)
    for kid in kids:
        for what in (kid.unit, *kid.parents):
            near[what].append(kid)
    for group in near.values():
        for one in group:
            yield from ((one, other) for other in group if one is not other)


__all__ = ["MadeRoll", "are_siblings", "made_roll"]
