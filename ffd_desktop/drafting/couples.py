"""Which two adults may have something to be said of them as a couple. Offers, presumes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Final

from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Relationship

_PARENTS: Final = ("PAM", "PAF")
_PARTNERS: Final = ("PPM", "STM", "STF")

Pair = tuple[str, str]


def pairs_to_offer(referral: Referral) -> tuple[Pair, ...]:
    """Give the pairs of adults of whom nothing is said yet as a couple, by their ids.

    They are the parents of one child; and a parent's partner with the parent at the same home.
    """
    said = {frozenset((one.first, one.second)) for one in referral.partnerships}
    found = {frozenset(pair): pair for pair in _pairs(referral)}
    return tuple(pair for both, pair in found.items() if both not in said and len(both) == 2)


def _pairs(referral: Referral) -> Iterator[Pair]:
    homes = {one.id: one.home for one in referral.people}
    ties: dict[str, list[Relationship]] = {}
    for tie in referral.relationships:
        if tie.person in homes:
            ties.setdefault(tie.child, []).append(tie)
    for of_child in ties.values():
        parents = [tie.person for tie in of_child if tie.kind in _PARENTS]
        partners = [tie.person for tie in of_child if tie.kind in _PARTNERS]
        yield from combinations(parents, 2)
        for parent, partner in product(parents, partners):
            if isinstance(homes[parent], str) and homes[parent] == homes[partner]:
                yield parent, partner
