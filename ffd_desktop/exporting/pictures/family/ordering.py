"""In which order adults stand in a row, so that the lines between them do not cross.

Unions are lines between neighbours or arches above the row; a row whose arches do not interlace
has no crossing (a book embedding on one page). Few people are tried in every order, more by
putting each where it costs least and then moving one at a time while that helps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, permutations
from typing import Final, NamedTuple

_EXACT: Final = 6
_ARCH, _REACH, _INTERLACED, _BLOCKED = 4.0, 0.6, 300.0, 60.0
_HOME, _SIDE, _SEQUENCE = 3.0, 0.4, 1.0


class Row(NamedTuple):
    """People of one row by number.

    Attributes:
        pairs: The unions, in the order in which they should stand from left to right.
        homes: The household of each, 0 for none.
        left: Who stands at the left of a partner by custom (1), at the right (-1), or either (0).
    """

    pairs: tuple[tuple[int, int], ...]
    homes: tuple[int, ...]
    left: tuple[int, ...]


@lru_cache(maxsize=256)
def ordered(row: Row) -> tuple[int, ...]:
    """Give the best order that was found; the same row always has the same order."""
    count = len(row.homes)
    if count <= _EXACT:
        return min(permutations(range(count)), key=lambda order: (cost(row, order), order))
    return _moved(row, _inserted(row))


def cost(row: Row, order: Sequence[int]) -> float:
    """Reckon how much an order costs; a crossing costs more than everything else."""
    at = [0] * len(order)
    for place, who in enumerate(order):
        at[who] = place
    spans = [(at[a], at[b]) if at[a] < at[b] else (at[b], at[a]) for a, b in row.pairs]
    total = sum(_ARCH + (high - low) * _REACH for low, high in spans if high - low > 1)
    total += _between(spans)
    for a, b in row.pairs:
        if row.left[a] * row.left[b] < 0 and (at[a] < at[b]) != (row.left[a] > 0):
            total += _SIDE
    homes = [key for key, _ in groupby(row.homes[who] for who in order) if key]
    return total + (len(homes) - len(set(homes))) * _HOME


def _between(spans: list[tuple[int, int]]) -> float:
    total = 0.0
    neighbours = {low for low, high in spans if high - low == 1}
    for number, (low, high) in enumerate(spans):
        if high - low > 1 and low in neighbours and high - 1 in neighbours:
            total += _BLOCKED
        for other_low, other_high in spans[number + 1 :]:
            if low < other_low < high < other_high or other_low < low < other_high < high:
                total += _INTERLACED
            if low + high > other_low + other_high:
                total += _SEQUENCE
    return total


def _inserted(row: Row) -> list[int]:
    """Put one after the other where it costs least, each beside somebody it belongs to."""
    order: list[int] = []
    for who in _outwards(row):
        tries = [[*order[:at], who, *order[at:]] for at in range(len(order) + 1)]
        order = min(tries, key=lambda each: cost(_only(row, each), _renumbered(each)))
    return order


def _outwards(row: Row) -> Iterable[int]:
    """Yield everyone, beginning with who has most unions, then those joined to somebody before."""
    count = len(row.homes)
    joins: list[set[int]] = [set() for _ in range(count)]
    for a, b in row.pairs:
        joins[a].add(b)
        joins[b].add(a)
    left = set(range(count))
    seen: set[int] = set()
    while left:
        who = min(left, key=lambda one: (-len(joins[one] & seen), -len(joins[one]), one))
        left.remove(who)
        seen.add(who)
        yield who


def _only(row: Row, people: Sequence[int]) -> Row:
    number = {who: n for n, who in enumerate(sorted(people))}
    pairs = tuple((number[a], number[b]) for a, b in row.pairs if a in number and b in number)
    keep = sorted(people)
    return Row(pairs, tuple(row.homes[w] for w in keep), tuple(row.left[w] for w in keep))


def _renumbered(people: Sequence[int]) -> list[int]:
    number = {who: n for n, who in enumerate(sorted(people))}
    return [number[who] for who in people]


def _moved(row: Row, order: list[int]) -> tuple[int, ...]:
    """Move one at a time to another place while that makes the row better."""
    best = cost(row, order)
    is_better = True
    while is_better:
        is_better = False
        for who in tuple(order):
            rest = [one for one in order if one != who]
            tries = ([*rest[:at], who, *rest[at:]] for at in range(len(order)))
            found, which = min((cost(row, each), each) for each in tries)
            if found < best - 1e-9:
                best, order, is_better = found, which, True
    return tuple(order)
