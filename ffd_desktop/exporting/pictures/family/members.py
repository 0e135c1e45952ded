"""From a referral to the facts of its picture: who there is and what stands beneath them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ffd_desktop.checking.looking import is_unborn, name_of
from ffd_desktop.exporting.pictures.family.facts import Family, Household, Member, Union
from ffd_desktop.exporting.pictures.family.homes import homes
from ffd_desktop.exporting.pictures.family.kinds import (
    BIRTH,
    CARERS,
    GRANDPARENTS,
    GROWN_UP,
    STEP,
    Sex,
    sex_of,
)
from ffd_desktop.exporting.pictures.family.parentage import Place, Ties, parentage
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.answers import NotKnown, is_known
from ffd_desktop.referral.dates import DateKind, PartDate, age_on
from ffd_desktop.referral.naming import short_names
from ffd_desktop.referral.people import Child, Person

NOT_TIED: Final = "Not tied to a child"
_NO_DATE: Final = "birth date not recorded"
_LINED: Final = (*BIRTH, *CARERS)


def family(wording: Wording) -> Family:
    """Work out everything that a picture of the family shows."""
    referral = wording.referral
    ties = Ties(referral)
    places = homes(referral)
    home = {who: one.key for one in places for who in one.members}
    parents = parentage(referral, ties, home)
    words = _Words(wording, ties, places, parents.unions)
    members = {
        **{one.id: words.child(one) for one in referral.children},
        **{one.id: words.person(one) for one in referral.people},
        **{one.id: _open_place(one, ties, referral.sibling_ties) for one in parents.places},
    }
    above, grown_up, aside = _apart(ties, parents.unions)
    tied = {line.child for union in parents.unions for line in union.lines}
    return Family(
        members=members,
        unions=parents.unions,
        households=places,
        above=above,
        grown_up=grown_up,
        births=_joined(wording, ("twin",), ties.children),
        groups=_joined(wording, ("full", "twin"), [c for c in ties.children if c not in tied]),
        aside=aside,
        children_of={one: ties.whose(one, ties.kinds(one)) for one in ties.people},
    )


def _apart(
    ties: Ties, unions: Sequence[Union]
) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Give who stands above, the grown-up brothers and sisters, and those with no line at all."""
    joined = {who for union in unions for who in union.pair}
    partners: dict[str, set[str]] = {}
    for union in unions:
        for who in union.pair:
            partners.setdefault(who, set()).update(union.pair)
    low = {who for union in unions if union.lines for who in union.pair}
    low |= {one for one in ties.people if set(ties.kinds(one)) & {*_LINED, *STEP}}
    old = {one for one in ties.people if set(ties.kinds(one)) & set(GRANDPARENTS)}
    chain = {one: _reached(one, partners) for one in ties.people}
    above = tuple(one for one in ties.people if chain[one] & old and not chain[one] & low)
    grown = {
        one: ties.whose(one, GROWN_UP)
        for one in ties.people
        if set(ties.kinds(one)) & set(GROWN_UP) and one not in joined and one not in (*above, *low)
    }
    placed = {*above, *grown, *joined}
    return above, grown, tuple(one for one in ties.people if one not in placed)


def _reached(start: str, partners: dict[str, set[str]]) -> set[str]:
    seen, edge = {start}, [start]
    while edge:
        for one in partners.get(edge.pop(), set()) - seen:
            seen.add(one)
            edge.append(one)
    return seen


def _joined(
    wording: Wording, kinds: tuple[str, ...], children: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    """Give the sets of children that are joined by ties of the kinds."""
    partners: dict[str, set[str]] = {}
    for tie in wording.referral.sibling_ties:
        pair = {one for one in (tie.first, tie.second) if isinstance(one, str)}
        if tie.kind in kinds and len(pair) == 2 and pair <= set(children):
            for one in pair:
                partners.setdefault(one, set()).update(pair)
    groups: list[tuple[str, ...]] = []
    for child in children:
        if child in partners and not any(child in group for group in groups):
            reached = _reached(child, partners)
            groups.append(tuple(one for one in children if one in reached))
    return tuple(groups)


def _open_place(place: Place, ties: Ties, siblings: Sequence[object]) -> Member:
    """Give the symbol for a parent whom nobody recorded, and who may be more than one."""
    kinds = {kind for child, kind in ties.by_person[place.beside] if child in place.children}
    missing = "Father" if "PAM" in kinds else "Mother"
    sex = Sex.MALE if missing == "Father" else Sex.FEMALE
    full = {
        frozenset((getattr(one, "first", None), getattr(one, "second", None)))
        for one in siblings
        if getattr(one, "kind", None) in ("full", "twin")
    }
    first, *rest = place.children
    is_one = all(frozenset((first, one)) in full for one in rest)
    name = missing if is_one else f"{missing} or {missing.lower()}s"
    words = ("not recorded",)
    return Member(id=place.id, name=name, sex=sex, is_open=True, under=words, words=words)


class _Words:
    """The words that stand beneath each symbol."""

    def __init__(
        self, wording: Wording, ties: Ties, places: tuple[Household, ...], unions: Sequence[Union]
    ) -> None:
        self._wording = wording
        self._ties = ties
        self._home = {who: one.key for one in places for who in one.members}
        self._second = {who: one for one in places for who in one.second}
        self._unions = unions
        self._firsts = short_names(wording.referral.children)

    def child(self, child: Child) -> Member:
        """Give the symbol of a child."""
        second = self._second.get(child.id)
        more = [*_death(child), *([f"also at: {second.label}"] if second else [])]
        more += [] if self._ties.of(child.id, _LINED) else ["parents not recorded"]
        born = child.date_of_birth
        return Member(
            id=child.id,
            name=name_of(child),
            sex=sex_of(child.sex),
            is_child=True,
            referred=child.referred,
            unborn=is_unborn(child),
            died=_has_died(child),
            age="" if _has_died(child) else _age(child.date_of_birth, self._wording),
            under=(_born(born) or _NO_DATE, *more),
            words=(_born(born, whole=True) or _NO_DATE, *more),
            home=self._home.get(child.id, ""),
        )

    def person(self, person: Person) -> Member:
        """Give the symbol of an adult."""
        kinds = self._ties.kinds(person.id)
        relation = list(self._relation(person, kinds, self._whom))
        whole = list(self._relation(person, kinds, self._each))
        name, more = person.name, [*_death(person)]
        if not name:
            parent = next((kind for kind in kinds if kind in _LINED), "")
            name = self._label(parent) if parent else relation.pop(0) if relation else "Somebody"
            more = ["name not known", *more]
        born = person.date_of_birth if person.name or is_known(person.date_of_birth) else None
        return Member(
            id=person.id,
            name=name,
            sex=sex_of(person.sex, kinds),
            died=_has_died(person),
            is_open=not person.name,
            age="" if _has_died(person) else _age(person.date_of_birth, self._wording),
            under=_lines(_born(born), *more, *relation),
            words=_lines(_born(born, whole=True), *more, *whole),
            home=self._home.get(person.id, ""),
        )

    def _label(self, kind: str) -> str:
        return self._wording.code("relationship_kinds", kind)

    def _relation(
        self, person: Person, kinds: tuple[str, ...], name: Callable[[tuple[str, ...]], str]
    ) -> Iterator[str]:
        """Yield what somebody is to the children, where no line says it."""
        beneath = {
            line.child for one in self._unions if person.id in one.pair for line in one.lines
        }
        for kind in kinds:
            mine = self._ties.whose(person.id, (kind,))
            if kind in BIRTH or (kind == "PPM" and self._is_beside_parent(person, mine)):
                continue
            if kind in CARERS and set(mine) <= beneath:
                yield self._label(kind)
            else:
                yield f"{self._label(kind)} of {name(mine)}"
        role = said(person.role) if is_known(person.role) else ""
        if not self._ties.by_person[person.id]:
            is_partner = any(person.id in one.pair for one in self._unions)
            nobody = "" if is_partner else NOT_TIED
            yield ": ".join(part for part in (nobody, role) if part)
        elif not kinds:
            yield role or f"Tie to {name(self._all(person))} not said"

    def _is_beside_parent(self, person: Person, children: tuple[str, ...]) -> bool:
        """Tell whether a line leads from somebody to a parent of each of the children."""
        beside = {who for one in self._unions if person.id in one.pair for who in one.pair} - {
            person.id
        }
        return all(beside & set(self._ties.of(child, BIRTH)) for child in children)

    def _all(self, person: Person) -> tuple[str, ...]:
        mine = {child for child, _ in self._ties.by_person[person.id]}
        return tuple(one for one in self._ties.children if one in mine)

    def _whom(self, children: tuple[str, ...]) -> str:
        """Name children shortly: "all 4 children", "Kyle and Amy"."""
        if len(children) == len(self._ties.children) > 2:
            return f"all {len(children)} children"
        names = [self._firsts[one] for one in children]
        if len(names) > 3:
            names = [*names[:2], f"{len(names) - 2} more"]
        return listed(names or ["a child"])

    def _each(self, children: tuple[str, ...]) -> str:
        """Name every child."""
        return listed([self._firsts[one] for one in children] or ["a child"])


def listed(names: Sequence[str]) -> str:
    """Give names as they are said: "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _lines(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)


def _born(value: object, *, whole: bool = False) -> str:
    """Give a date of birth; a plain day stands alone in the picture, where the legend says it."""
    if isinstance(value, NotKnown):
        return f"born: {value.words.lower()}"
    if not isinstance(value, PartDate):
        return ""
    alone = value.kind is DateKind.DAY and not whole
    said_so = value.kind in (DateKind.DUE, DateKind.AGE)
    return value.words() if alone or said_so else f"born {value.words()}"


def _has_died(someone: Child | Person) -> bool:
    return someone.has_died is True or isinstance(someone.died_on, PartDate)


def _death(someone: Child | Person) -> Iterator[str]:
    if _has_died(someone):
        day = said(someone.died_on) if is_known(someone.died_on) else ""
        yield f"died {day}" if day else "has died"


def _age(value: object, wording: Wording) -> str:
    """Give the age when it is certain; a month's child is "<1"."""
    ages = age_on(value, wording.today) if isinstance(value, PartDate) else None
    if ages is None or ages[0] != ages[1] or ages[0] < 0:
        return ""
    if isinstance(value, PartDate) and (value.about or value.kind is DateKind.AGE):
        return ""
    return str(ages[0]) if ages[0] else "<1"
