"""The genogram in words: every person, union, child, household and death that is drawn.

One sentence on a line, in the order in which a person would tell it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ffd_desktop.exporting.pictures.family.facts import Family, Household, Member, Union
from ffd_desktop.exporting.pictures.family.homes import KEPT_BACK, NO_ADDRESS, NO_HOME
from ffd_desktop.exporting.pictures.family.kinds import Descent, Sex
from ffd_desktop.exporting.pictures.family.members import listed
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.answers import is_known
from ffd_desktop.referral.people import Partnership

_SEX: Final = {Sex.MALE: "male", Sex.FEMALE: "female", Sex.OTHER: "sex not known"}
_DESCENTS: Final = {
    Descent.BIRTH: "Children of {}",
    Descent.ADOPTED: "Adopted children of {}",
    Descent.CARED_FOR: "Fostered or cared for by {}",
}
_NOT_STATED: Final = "what they are to each other is not stated"


def words_of(facts: Family, wording: Wording) -> str:
    """Say everything that the picture of a family shows."""
    return "\n".join(_sentences(facts, wording))


def _sentences(facts: Family, wording: Wording) -> Iterator[str]:
    yield _count(facts)
    names = _names(facts)
    for one in facts.members.values():
        if one.is_child:
            yield _person(one, names)
    for one in facts.members.values():
        if not one.is_child and not one.id.startswith("?"):
            yield _person(one, names)
    for union in facts.unions:
        yield from _union(union, facts, names, wording)
    for group in facts.births:
        yield f"Of one birth: {listed([names[one] for one in group])}."
    yield from _siblings(names, wording)
    for home in facts.households:
        yield from _household(home, names)
    away = [one for one in facts.members.values() if not one.home and not one.id.startswith("?")]
    if away:
        yield f"{NO_HOME}: {listed([names[one.id] for one in away])}."


def _names(facts: Family) -> dict[str, str]:
    """Give everyone's name; who has none is told by what they are, and of whom."""
    names = {one.id: one.name for one in facts.members.values()}
    for one in facts.members.values():
        children = [
            line.child for union in facts.unions if one.id in union.pair for line in union.lines
        ]
        if one.is_open and children:
            whose = listed([names[child] for child in dict.fromkeys(children)])
            names[one.id] = f"{one.name} of {whose}"
    return names


def _count(facts: Family) -> str:
    people = [one for one in facts.members.values() if not one.id.startswith("?")]
    children = [one for one in people if one.is_child]
    referred = sum(one.referred for one in children)
    adults = _number(len(people) - len(children), "adult", "adults")
    if not children:
        return f"A family picture of {adults}, to whom no line leads."
    count = _number(len(children), "child", "children")
    return f"A family picture of {count} ({referred} referred) and {adults}."


def _number(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _person(one: Member, names: Mapping[str, str]) -> str:
    parts = ["unborn" if one.unborn else _SEX[one.sex], *one.words]
    if one.age and not one.is_open:
        parts.append("under 1 year old" if one.age == "<1" else f"age {one.age}")
    if one.is_child:
        parts.append("referred" if one.referred else "not referred")
    return f"{names[one.id]}: {'; '.join(parts)}."


def _union(
    union: Union, facts: Family, names: Mapping[str, str], wording: Wording
) -> Iterator[str]:
    places = [facts.members[who] for who in union.pair if who.startswith("?")]
    known = [names[who] for who in union.pair if not who.startswith("?")]
    if not places and union.second:
        yield f"{listed(known)}: {_kind(union, wording)}."
    whom = listed(known)
    for place in places:
        whom += f" ({place.name.lower()} not recorded)"
    for descent, how in _DESCENTS.items():
        mine = [names[line.child] for line in union.lines if line.descent is descent]
        if mine:
            yield f"{how.format(whom)}: {listed(mine)}."


def _kind(union: Union, wording: Wording) -> str:
    records = [
        one for one in wording.referral.partnerships if {one.first, one.second} == set(union.pair)
    ]
    if union.guessed:
        return f"drawn beside each other, as no other recorded parent fits; {_NOT_STATED}"
    if not records:
        return _NOT_STATED
    return "; ".join(_record(one, wording) for one in records)


def _record(one: Partnership, wording: Wording) -> str:
    kind = wording.code("partnership_kinds", one.kind)
    parts = [kind[0].lower() + kind[1:] if kind else _NOT_STATED]
    for label, value in (("since", one.since), ("until", one.until)):
        if is_known(value):
            parts.append(f"{label} {said(value)}")
    return ", ".join(parts)


def _siblings(names: Mapping[str, str], wording: Wording) -> Iterator[str]:
    for tie in wording.referral.sibling_ties:
        first, second = tie.first, tie.second
        if isinstance(first, str) and isinstance(second, str) and {first, second} <= set(names):
            kind = wording.code("sibling_kinds", tie.kind)
            if kind and first != second and tie.kind != "twin":
                yield f"{names[first]} and {names[second]}: {kind[0].lower()}{kind[1:]}."


def _household(home: Household, names: Mapping[str, str]) -> Iterator[str]:
    if home.members:
        yield f"At {place_words(home)}: {listed([names[one] for one in home.members])}."
    if home.second:
        who = listed([names[one] for one in home.second])
        yield f"Also at {place_words(home)}, as a second home: {who}."


def place_words(home: Household) -> str:
    """Give an address as it is said in a sentence."""
    said_so = home.label.startswith((KEPT_BACK, NO_ADDRESS))
    return f"an {home.label[0].lower()}{home.label[1:]}" if said_so else home.label
