"""Who stands in which row of a genogram, and in which order. Knows no distances.

Grandparents above, parents and carers in the middle, children below, and aside those to whom no
line leads; whoever shares a home with the family stands in its row while there is room.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.family.facts import Family, Union
from ffd_desktop.exporting.pictures.family.kinds import Sex
from ffd_desktop.exporting.pictures.family.ordering import Row, ordered

MOST: Final = 9  # people beside each other that are still easy to read
Chain = tuple[str, ...]


class Group(NamedTuple):
    """Children beneath one union, or beneath none (-1); grown-up ones stand with their own."""

    union: int
    people: tuple[str, ...]


class Rows(NamedTuple):
    """The order of everyone: chains are people who must stay side by side."""

    top: tuple[Chain, ...]
    middle: tuple[Chain, ...]
    groups: tuple[Group, ...]
    aside: tuple[Chain, ...]


def rows(family: Family, born: Mapping[str, date]) -> Rows:
    """Put everyone in a row; ``born`` is the first day on which each child may have been born."""
    joined = _chains(family, [u for u in family.unions if not set(u.pair) <= set(family.above)])
    lined = {who for union in family.unions if union.lines for who in union.pair}
    core = [chain for chain in joined if lined & set(chain)]
    loose = [*(c for c in joined if c not in core), *((one,) for one in family.aside)]
    near, aside = _near(family, core, loose)
    middle = [_in_order(family, chain) for chain in _with_company(family, core, near)]
    top = _chains(family, family.unions, family.above)
    kept, over = _within(top)
    groups = tuple(_groups(family, born))
    grown = {one for group in groups for one in group.people}
    left = [(one,) for one in family.grown_up if one not in grown]
    return Rows(
        tuple(_in_order(family, chain) for chain in kept),
        tuple(middle),
        groups,
        tuple(_by_home(family, [_in_order(family, c) for c in (*over, *aside, *left)])),
    )


def _chains(
    family: Family, unions: Iterable[Union], people: Sequence[str] | None = None
) -> list[Chain]:
    """Give the sets of people that unions join, in the order of the family."""
    listed = people if people is not None else [*family.members]
    partners: dict[str, set[str]] = {}
    for union in unions:
        for who in union.pair:
            partners.setdefault(who, set()).update(union.pair)
    chains: list[Chain] = []
    seen: set[str] = set()
    for one in listed:
        if one in seen or (people is None and one not in partners):
            continue
        reached, edge = {one}, [one]
        while edge:
            new = partners.get(edge.pop(), set()) - reached
            reached |= new
            edge += sorted(new)
        seen |= reached
        chains.append(tuple(who for who in family.members if who in reached))
    return chains


def _near(
    family: Family, core: Sequence[Chain], loose: Sequence[Chain]
) -> tuple[list[Chain], list[Chain]]:
    """Part those without a line to a child: who shares a home with the family, and who does not."""
    children = [one for one in family.members.values() if one.is_child]
    known = {one.home for one in children if one.home}
    known |= {family.members[who].home for chain in core for who in chain}
    near = [c for c in loose if {family.members[who].home for who in c} & (known - {""})]
    if sum(map(len, core)) + sum(map(len, near)) > MOST:
        near = []
    return near, [chain for chain in loose if chain not in near]


def _with_company(family: Family, core: Sequence[Chain], near: Sequence[Chain]) -> list[Chain]:
    """Put those who share a home with a chain into it, so that they stand near one another."""
    chains = [list(chain) for chain in core]
    for one in near:
        homes = {family.members[who].home for who in one} - {""}
        fits = (c for c in chains if homes & {family.members[who].home for who in c})
        found = next(fits, None)
        if found is None:
            chains.append(list(one))
        else:
            found += one
    return [tuple(chain) for chain in chains]


def _in_order(family: Family, chain: Chain) -> Chain:
    """Order people so that their unions do not cross."""
    if len(chain) < 2:
        return chain
    number = {who: n for n, who in enumerate(chain)}
    unions = [u for u in family.unions if len(u.pair) == 2 and set(u.pair) <= set(chain)]
    eldest = [one for one in family.members if family.members[one].is_child]
    unions.sort(key=lambda u: min((eldest.index(x.child) for x in u.lines), default=len(eldest)))
    homes: dict[str, int] = {"": 0}
    sides = {Sex.MALE: 1, Sex.FEMALE: -1, Sex.OTHER: 0}
    people = [family.members[who] for who in chain]
    row = Row(
        tuple((number[u.first], number[u.second]) for u in unions),
        tuple(homes.setdefault(one.home, len(homes)) for one in people),
        tuple(sides[one.sex] for one in people),
    )
    return tuple(chain[n] for n in ordered(row))


def _within(chains: Sequence[Chain]) -> tuple[list[Chain], list[Chain]]:
    kept: list[Chain] = []
    over: list[Chain] = []
    for chain in chains:
        room = sum(map(len, kept)) + len(chain) <= MOST or not kept
        (kept if room and not over else over).append(chain)
    return kept, over


def _groups(family: Family, born: Mapping[str, date]) -> Iterable[Group]:
    """Yield the children of each union, then those of none, the eldest first."""
    grown = dict(family.grown_up)
    placed: set[str] = set()
    for number, union in enumerate(family.unions):
        mine = [line.child for line in union.lines if line.first and line.child not in placed]
        placed |= set(mine)
        if mine:
            yield Group(number, (*_pulled(grown, mine), *_eldest_first(family, mine, born)))
    children = [one.id for one in family.members.values() if one.is_child]
    for child in children:
        if child not in placed:
            group = next((g for g in family.groups if child in g), (child,))
            mine = [one for one in group if one not in placed]
            placed |= set(mine)
            yield Group(-1, (*_pulled(grown, mine), *_eldest_first(family, mine, born)))


def _pulled(grown: dict[str, tuple[str, ...]], children: Sequence[str]) -> list[str]:
    """Take the grown-up brothers and sisters of children, each once."""
    mine = [one for one, whose in grown.items() if set(whose) & set(children)]
    for one in mine:
        del grown[one]
    return mine


def _eldest_first(family: Family, children: Sequence[str], born: Mapping[str, date]) -> list[str]:
    """Order children by birth; those of one birth stay together."""
    births = {one: group for group in family.births for one in group}

    def key(child: str) -> tuple[date, int, int]:
        group = [one for one in births.get(child, (child,)) if one in children]
        first = min(born.get(one, date.max) for one in group)
        return first, children.index(group[0]), children.index(child)

    return sorted(children, key=key)


def _by_home(family: Family, chains: list[Chain]) -> list[Chain]:
    homes = [one.key for one in family.households]
    key = {home: n for n, home in enumerate(homes)}
    return sorted(chains, key=lambda c: key.get(family.members[c[0]].home, len(key)))
