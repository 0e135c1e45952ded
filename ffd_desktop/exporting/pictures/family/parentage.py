"""Whose child is whose: from ties and partnerships to unions with their children.

Two parents of a child have a union even when nobody said what they are to each other. Nobody is
made up: where a child has one recorded parent, the other is a place left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ffd_desktop.exporting.pictures.family.facts import Line, Union
from ffd_desktop.exporting.pictures.family.kinds import BIRTH, CARERS, STEP, Descent
from ffd_desktop.referral.model import Referral


class Place(NamedTuple):
    """A parent whom nobody has recorded: beside whom, and of which children."""

    id: str
    beside: str
    children: tuple[str, ...]


class Parentage(NamedTuple):
    """The unions, and the places that are left open in them."""

    unions: tuple[Union, ...]
    places: tuple[Place, ...]


class Ties:
    """The grid child x person, by child and by person; passes over who is in no list."""

    def __init__(self, referral: Referral) -> None:
        self.children = tuple(child.id for child in referral.children)
        self.people = tuple(person.id for person in referral.people)
        self.by_child: dict[str, list[tuple[str, str]]] = {one: [] for one in self.children}
        self.by_person: dict[str, list[tuple[str, str]]] = {one: [] for one in self.people}
        self.adopted: set[tuple[str, str]] = set()
        for tie in referral.relationships:
            kind = tie.kind if isinstance(tie.kind, str) else ""
            if tie.child in self.by_child and tie.person in self.by_person:
                self.by_child[tie.child].append((tie.person, kind))
                self.by_person[tie.person].append((tie.child, kind))
                if tie.basis == "adoption":
                    self.adopted.add((tie.child, tie.person))

    def of(self, child: str, kinds: Iterable[str]) -> list[str]:
        """Give the adults who are one of the kinds to a child, in the order of the kinds."""
        ties = self.by_child[child]
        return list(dict.fromkeys(who for kind in kinds for who, is_ in ties if is_ == kind))

    def kinds(self, person: str) -> tuple[str, ...]:
        """Give what an adult is to the children, each once."""
        return tuple(dict.fromkeys(kind for _, kind in self.by_person[person] if kind))

    def whose(self, person: str, kinds: Iterable[str]) -> tuple[str, ...]:
        """Give the children to whom an adult is one of the kinds, in the order of the list."""
        mine = {child for child, kind in self.by_person[person] if kind in kinds}
        return tuple(child for child in self.children if child in mine)


def parentage(referral: Referral, ties: Ties, home: Mapping[str, str]) -> Parentage:
    """Work out the unions of a family; ``home`` is where each person lives."""
    couples = _couples(referral, set(ties.people))
    lines: dict[tuple[str, ...], list[Line]] = {pair: [] for pair in couples}
    places = _places(referral, ties)
    for child in ties.children:
        for pair, line in _lines(child, ties, couples, places):
            turned = pair[::-1]
            lines.setdefault(turned if turned in lines else pair, []).append(line)
    unions = [
        Union(first=pair[0], second=pair[1] if len(pair) > 1 else "", kind=couples.get(pair, ""),
              lines=tuple(beneath))
        for pair, beneath in lines.items()
    ]  # fmt: skip
    unions += _guessed(ties, unions, home)
    return Parentage(tuple(unions), places)


def _couples(referral: Referral, known: set[str]) -> dict[tuple[str, ...], str]:
    """Give what each couple is; of several records of one couple the last."""
    found: dict[tuple[str, ...], str] = {}
    for one in referral.partnerships:
        first, second = one.first, one.second
        if not (isinstance(first, str) and isinstance(second, str) and {first, second} <= known):
            continue
        key = (second, first) if (second, first) in found else (first, second)
        if first != second:
            found[key] = one.kind if isinstance(one.kind, str) else ""
    return found


def _places(referral: Referral, ties: Ties) -> tuple[Place, ...]:
    """Leave a place open beside each lone parent; half brothers and sisters have one each."""
    halves = {
        frozenset((one.first, one.second))
        for one in referral.sibling_ties
        if one.kind == "half" and isinstance(one.first, str) and isinstance(one.second, str)
    }
    groups: dict[str, list[list[str]]] = {}
    for child in ties.children:
        parents = ties.of(child, BIRTH)
        if len(parents) == 1:
            mine = groups.setdefault(parents[0], [])
            fits = (g for g in mine if not any(frozenset((child, one)) in halves for one in g))
            group = next(fits, None)
            if group is None:
                mine.append([child])
            else:
                group.append(child)
    return tuple(
        Place(f"?{parent}.{n}", parent, tuple(group))
        for parent, mine in groups.items()
        for n, group in enumerate(mine)
    )


def _lines(
    child: str, ties: Ties, couples: Mapping[tuple[str, ...], str], places: tuple[Place, ...]
) -> list[tuple[tuple[str, ...], Line]]:
    """Give the unions beneath which a child stands: the parents first, then carers."""
    parents = ties.of(child, BIRTH)
    found: list[tuple[tuple[str, ...], Line]] = []
    if len(parents) == 1:
        place = next(one for one in places if child in one.children)
        found.append(((parents[0], place.id), Line(child, _birth(child, parents, ties))))
    elif parents:
        mother, *others = parents
        fathers = [one for one in ties.of(child, BIRTH[1:]) if one != mother]
        pair = (mother, (fathers or others)[0])
        found.append((pair, Line(child, _birth(child, pair, ties))))
        more = (one for one in parents if one not in pair)
        found += [((one,), Line(child, _birth(child, (one,), ties), first=False)) for one in more]
    carers = [one for one in ties.of(child, CARERS) if one not in parents]
    for pair_ in _paired(carers, couples):
        found.append((pair_, Line(child, Descent.CARED_FOR, first=not found)))
    return found


def _birth(child: str, parents: Iterable[str], ties: Ties) -> Descent:
    adopted = any((child, one) in ties.adopted for one in parents)
    return Descent.ADOPTED if adopted else Descent.BIRTH


def _paired(carers: list[str], couples: Mapping[tuple[str, ...], str]) -> list[tuple[str, ...]]:
    """Put carers together who are a couple; two carers of one child are taken together."""
    left, made = list(carers), []
    for pair in couples:
        if set(pair) <= set(left):
            made.append(pair)
            left = [one for one in left if one not in pair]
    if len(left) == 2 and not made:
        return [tuple(left)]
    return [*made, *((one,) for one in left)]


def _guessed(ties: Ties, unions: list[Union], home: Mapping[str, str]) -> list[Union]:
    """Put a step-parent or partner beside the only parent it can be, if there is one."""
    joined = {frozenset(one.pair) for one in unions}
    made = []
    for person in ties.people:
        mine = ties.whose(person, STEP)
        parents = [set(ties.of(child, BIRTH)) - {person} for child in mine]
        is_joined = any(frozenset((one, person)) in joined for each in parents for one in each)
        found = _shared(parents, person, home)
        if found and not is_joined:
            made.append(Union(first=found, second=person, guessed=True))
    return made


def _shared(parents: list[set[str]], person: str, home: Mapping[str, str]) -> str:
    """Give the one parent whom all children share; of two, the one at the same address."""
    shared = sorted(set.intersection(*parents)) if parents else []
    if len(shared) > 1:
        shared = [one for one in shared if home.get(person) and home.get(one) == home[person]]
    return shared[0] if len(shared) == 1 else ""
