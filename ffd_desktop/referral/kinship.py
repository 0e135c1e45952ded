"""How the children of a family are related, worked out from their parents and their couples.

Only from what is said: who is mother, father, step-parent or foster carer, couples, birthdays.
Where two parents of a child are not both said, or one has no name and so could be anybody, nothing
is made up. What a person states of two children wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations

from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child, SiblingTie
from ffd_desktop.referral.private import Private

PARENTS = frozenset({"PAM", "PAF"})
STEP_PARENTS = frozenset({"STM", "STF", "PPM"})
FOSTER = frozenset({"FOM", "FOF", "PFC"})
TOGETHER = frozenset({"married", "civil_partnership", "living_together"})
_ENOUGH = 2  # parents


class Kin(StrEnum):
    """What two children are to each other; the first ones are codes of ``sibling_kinds``."""

    FULL = "full"
    HALF = "half"
    TWIN = "twin"
    STEP = "step"
    ADOPTIVE = "adoptive"
    FOSTER = "foster"
    OTHER = "other"
    SOME = "some"  # one parent in common; whether the other one is, is not said
    NONE = "none"  # both have two parents said, and none in common
    UNKNOWN = "unknown"


_CODES = {one.value: one for one in Kin}


class Kinship(Private, frozen=True):
    """Two children, what they are to each other, and what it rests on.

    Attributes:
        through: Ids of the adults whom they have in common, or who link them.
        stated: The writer's own word on the two, which wins.
        may_be_twins: Whether they have one mother and one birthday, and nobody said more.
    """

    first: str
    second: str
    kin: Kin
    through: tuple[str, ...] = ()
    stated: SiblingTie | None = None
    may_be_twins: bool = False


class Family:
    """The parents, carers and couples of one referral, ready to be asked about two children."""

    def __init__(self, referral: Referral) -> None:
        self.children = {child.id: child for child in referral.children}
        self._named = {person.id for person in referral.people if person.name}
        self._parents: dict[str, list[str]] = {}
        self._mothers: dict[str, set[str]] = {}
        self._adopters: dict[str, set[str]] = {}
        self._fosterers: dict[str, set[str]] = {}
        self._steps: dict[str, set[str]] = {}
        for tie in referral.relationships:
            if tie.kind in PARENTS and tie.basis == "adoption":
                self._adopters.setdefault(tie.child, set()).add(tie.person)
            elif tie.kind in PARENTS:
                self._parents.setdefault(tie.child, []).append(tie.person)
            elif tie.kind in STEP_PARENTS:
                self._steps.setdefault(tie.child, set()).add(tie.person)
            elif tie.kind in FOSTER:
                self._fosterers.setdefault(tie.child, set()).add(tie.person)
            if tie.kind == "PAM" and tie.basis != "adoption":
                self._mothers.setdefault(tie.child, set()).add(tie.person)
        self._couples = [
            (one.first, one.second) for one in referral.partnerships if one.kind in TOGETHER
        ]
        self._stated = {
            frozenset((one.first, one.second)): one
            for one in referral.sibling_ties
            if isinstance(one.first, str) and isinstance(one.second, str) and one.kind
        }

    def parents(self, child: str) -> tuple[str, ...]:
        """Give the ids of a child's parents who are not so by adoption, in the order entered."""
        return tuple(dict.fromkeys(self._parents.get(child, ())))

    def has_both(self, child: str) -> bool:
        """Tell whether two parents of a child are said, each by some name."""
        return len(self._named.intersection(self._parents.get(child, ()))) >= _ENOUGH

    def mothers(self, child: str) -> frozenset[str]:
        """Give the ids of those parents who are mothers."""
        return frozenset(self._mothers.get(child, ()))

    def adopters(self, child: str) -> frozenset[str]:
        """Give the ids of a child's parents by adoption."""
        return frozenset(self._adopters.get(child, ()))

    def between(self, first: str, second: str) -> Kinship:
        """Say what two children are to each other; the same whichever comes first."""
        stated = self._stated.get(frozenset((first, second)))
        kin, through = self._worked_out(first, second)
        if stated is not None and isinstance(stated.kind, str):
            kin = _CODES.get(stated.kind, Kin.OTHER)
        twins = stated is None and self._may_be_twins(first, second)
        return Kinship(first, second, kin, through, stated, twins)

    def pairs(self) -> Iterator[Kinship]:
        """Yield every two children, in their order."""
        for first, second in combinations(self.children, 2):
            yield self.between(first, second)

    def _worked_out(self, first: str, second: str) -> tuple[Kin, tuple[str, ...]]:
        one, other = self.parents(first), self.parents(second)
        shared = tuple(parent for parent in one if parent in other)
        whole = self.has_both(first) and self.has_both(second)
        if len(shared) >= _ENOUGH:
            return Kin.FULL, tuple(sorted(shared))
        if by_adoption := self._by_adoption(first, second):
            return Kin.ADOPTIVE, by_adoption
        if shared:
            return (Kin.HALF if whole else Kin.SOME), shared
        for kin, linked in ((Kin.STEP, self._step), (Kin.FOSTER, self._foster)):
            if through := linked(first, second):
                return kin, through
        return (Kin.NONE if whole else Kin.UNKNOWN), ()

    def _by_adoption(self, first: str, second: str) -> tuple[str, ...]:
        one, other = self.adopters(first), self.adopters(second)
        all_one, all_other = one | {*self.parents(first)}, other | {*self.parents(second)}
        return tuple(sorted((one & all_other) | (other & all_one)))

    def _step(self, first: str, second: str) -> tuple[str, ...]:
        one, other = self.parents(first), self.parents(second)
        for couple in self._couples:
            for here, there in (couple, couple[::-1]):
                if here in one and there in other and isinstance(here, str):
                    return (str(min(couple, key=str)), str(max(couple, key=str)))
        step_one, step_other = self._steps.get(first, set()), self._steps.get(second, set())
        return tuple(sorted(step_one.intersection(other) | step_other.intersection(one)))

    def _foster(self, first: str, second: str) -> tuple[str, ...]:
        one, other = self._fosterers.get(first, set()), self._fosterers.get(second, set())
        with_one, with_other = {*self.parents(first)} | one, {*self.parents(second)} | other
        return tuple(sorted((one & with_other) | (other & with_one)))

    def _may_be_twins(self, first: str, second: str) -> bool:
        same_mother = bool(self.mothers(first) & self.mothers(second))
        return same_mother and _one_birthday(self.children[first], self.children[second])


def _one_birthday(one: Child, other: Child) -> bool:
    first, second = one.date_of_birth, other.date_of_birth
    if not isinstance(first, PartDate) or not isinstance(second, PartDate):
        return False
    exact = first.kind is second.kind and first.kind in (DateKind.DAY, DateKind.DUE)
    return exact and not (first.about or second.about) and first.earliest() == second.earliest()
