"""What a picture of a family is made from: people, unions, descents, households. Draws nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from ffd_desktop.exporting.pictures.family.kinds import Descent, Sex
from ffd_desktop.referral.private import Private


class Member(Private, frozen=True, kw_only=True):
    """Somebody who is drawn.

    Attributes:
        name: As it is written beneath; for somebody without a name what they are, as "Father".
        is_open: Nobody knows, or nobody has recorded, who this is: drawn dashed, with "?".
        age: What stands in the symbol; empty when the age is not certain.
        under: The lines below the name.
        words: The same in full, for the words that stand for the picture.
        home: The key of the household; empty when it is not known.
    """

    id: str
    name: str
    sex: Sex
    is_child: bool = False
    referred: bool = False
    unborn: bool = False
    died: bool = False
    is_open: bool = False
    age: str = ""
    under: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    home: str = ""


class Line(Private, frozen=True):
    """A child beneath a union; ``first`` for the line by which the child has its place."""

    child: str
    descent: Descent
    first: bool = True


class Union(Private, frozen=True, kw_only=True):
    """One adult, or two, with a line between them.

    Attributes:
        second: Empty for one adult alone.
        kind: A code of ``partnership_kinds``; empty when nobody said what they are to each other.
        lines: The children beneath.
        guessed: The second is a step-parent or partner, and this is the only parent it can be.
    """

    first: str
    second: str = ""
    kind: str = ""
    lines: tuple[Line, ...] = ()
    guessed: bool = False

    @property
    def pair(self) -> tuple[str, ...]:
        """The adults of it."""
        return (self.first, self.second) if self.second else (self.first,)


class Household(Private, frozen=True, kw_only=True):
    """Who lives at one address.

    Attributes:
        label: The first line of the address; never that of an address to be kept back.
        members: Those who live there.
        second: The children who have their second home there.
    """

    key: str
    label: str
    members: tuple[str, ...] = ()
    second: tuple[str, ...] = ()


class Family(Private, frozen=True, kw_only=True):
    """Everything that the picture shows.

    Attributes:
        above: Grandparents, who have no union with a parent.
        grown_up: Grown-up brothers and sisters, each with the children whose they are.
        births: Children of one birth.
        groups: Children who belong together by birth, though no parent is recorded.
        aside: Those to whom no line leads.
    """

    members: Mapping[str, Member]
    unions: tuple[Union, ...] = ()
    households: tuple[Household, ...] = ()
    above: tuple[str, ...] = ()
    grown_up: Mapping[str, tuple[str, ...]]
    births: tuple[tuple[str, ...], ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    aside: tuple[str, ...] = ()
    children_of: Mapping[str, tuple[str, ...]]

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody to draw."""
        return not self.members


def only(facts: Family, people: Collection[str]) -> Family:
    """Give what there is to say of some of the family, for a picture of its own."""

    def mine(each: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in each if one in people)

    return msgspec.structs.replace(
        facts,
        members={who: one for who, one in facts.members.items() if who in people},
        unions=tuple(one for one in facts.unions if set(one.pair) <= set(people)),
        households=tuple(
            msgspec.structs.replace(one, members=mine(one.members), second=mine(one.second))
            for one in facts.households
            if mine(one.members) or mine(one.second)
        ),
        above=mine(facts.above),
        grown_up={who: whose for who, whose in facts.grown_up.items() if who in people},
        births=tuple(one for one in facts.births if set(one) <= set(people)),
        groups=tuple(one for one in facts.groups if set(one) <= set(people)),
        aside=mine(facts.aside),
    )
