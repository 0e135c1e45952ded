"""Couples, and how two children are related, held against the parents given. Only ever asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ffd_desktop.checking.belonging import OWN, SLIP
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.people import Child, Partnership, SiblingTie

_TREE = "A wrong line in the family tree is easily read as a fact."

COUPLE = Rule("kin.couple_with_oneself", Grade.COULD, _TREE, OWN, answerable=True)
COUPLE_TWICE = Rule("kin.couple_twice", Grade.COULD, "Said twice, it is soon said in two ways.",
                    OWN, answerable=True)  # fmt: skip
PAIR = Rule("kin.child_with_itself", Grade.COULD, _TREE, OWN, answerable=True)
PAIR_TWICE = Rule("kin.children_twice", Grade.COULD, "Said twice, it is soon said in two ways.",
                  OWN, answerable=True)  # fmt: skip
PARENTS_DIFFER = Rule("kin.parents_differ", Grade.COULD, _TREE, OWN, answerable=True)
PARENTS_SAME = Rule("kin.parents_same", Grade.COULD, _TREE, OWN, answerable=True)
TWINS = Rule(
    "kin.twins_apart", Grade.COULD, "One of the two dates may be mistyped.", OWN, answerable=True
)

_BOTH = ("full", "twin")
_APART = timedelta(days=31)


def kin(look: Look) -> Iterator[Finding]:
    """Find couples and pairs of children that do not seem to go together."""
    yield from _couples(look)
    yield from _pairs(look)


def _couples(look: Look) -> Iterator[Finding]:
    seen: set[tuple[frozenset[object], object]] = set()
    for couple in look.referral.partnerships:
        path = f"partnerships[{couple.id}].second"
        if couple.first == couple.second and is_answered(couple.first):
            yield from look.say(
                COUPLE,
                path,
                what=f"{_name(look, couple.first)} is entered as a couple with nobody else. {SLIP}",
                how="Choose the other adult, or take the couple out.",
            )
        elif (_who(couple), couple.kind) in seen:
            yield from look.say(
                COUPLE_TWICE,
                path,
                what=f"{_name(look, couple.first)} and {_name(look, couple.second)} are entered "
                f"as a couple twice in the same way. {SLIP}",
                how="Take one of the two out, or say what they were at another time.",
            )
        if len(_who(couple)) == 2:
            seen.add((_who(couple), couple.kind))


def _pairs(look: Look) -> Iterator[Finding]:
    seen: set[frozenset[object]] = set()
    for pair in look.referral.sibling_ties:
        first, second = _child(look, pair.first), _child(look, pair.second)
        if first is None or second is None:
            continue
        if first is second:
            yield from look.say(
                PAIR,
                f"sibling_ties[{pair.id}].second",
                what=f"{name_of(first)} is entered as related to {name_of(second)}. {SLIP}",
                how="Choose the other child, or take the pair out.",
            )
            continue
        if _who(pair) in seen:
            yield from look.say(
                PAIR_TWICE,
                f"sibling_ties[{pair.id}].second",
                what=f"{name_of(first)} and {name_of(second)} are entered as a pair twice. {SLIP}",
                how="Take one of the two out.",
            )
        seen.add(_who(pair))
        yield from _against_parents(look, pair, first, second)
        yield from _twins(look, pair, first, second)


def _against_parents(
    look: Look, pair: SiblingTie, first: Child, second: Child
) -> Iterator[Finding]:
    alike = {kind: _alike(look, first, second, kind) for kind in ("PAM", "PAF")}
    said = (
        "children of the same mother and father" if pair.kind in _BOTH
        else "half brothers or sisters" if pair.kind == "half"
        else "step-brothers or step-sisters"
    )  # fmt: skip
    names = f"{name_of(first)} and {name_of(second)}"
    if pair.kind in _BOTH and False in alike.values():
        word = "mothers" if alike["PAM"] is False else "fathers"
        rule, seem = PARENTS_DIFFER, f"and have different {word}"
    elif pair.kind == "half" and all(alike.values()):
        rule, seem = PARENTS_SAME, "and have the same mother and father"
    elif pair.kind == "step" and any(alike.values()):
        rule, seem = PARENTS_SAME, "and have a parent in common"
    else:
        return
    yield from look.say(
        rule,
        f"sibling_ties[{pair.id}].kind",
        what=f"{names} are entered as {said}, {seem}. {SLIP}",
        how="Change how they are related, or the parents under “Who belongs to whom”.",
    )


def _alike(look: Look, first: Child, second: Child, kind: str) -> bool | None:
    """Tell whether two children have a parent of a kind in common; ``None`` if not known."""
    one, other = _parents(look, first, kind), _parents(look, second, kind)
    return bool(one & other) if one and other else None


def _parents(look: Look, child: Child, kind: str) -> set[str]:
    ties = look.ties.get(child.id, ())
    return {tie.person for tie in ties if tie.kind == kind and tie.basis != "adoption"}


def _twins(look: Look, pair: SiblingTie, first: Child, second: Child) -> Iterator[Finding]:
    one, other = first.date_of_birth, second.date_of_birth
    if pair.kind != "twin" or not isinstance(one, PartDate) or not isinstance(other, PartDate):
        return
    spans = sorted(
        (low, high)
        for low, high in ((one.earliest(), one.latest()), (other.earliest(), other.latest()))
        if low is not None and high is not None
    )
    if len(spans) == 2 and spans[1][0] - spans[0][1] > _APART:
        yield from look.say(
            TWINS,
            f"sibling_ties[{pair.id}].kind",
            what=f"{name_of(first)} and {name_of(second)} are entered as twins, and were born "
            f"more than a month apart. {SLIP}",
            how="Look at both dates of birth, or change how they are related.",
        )


def _who(pair: Partnership | SiblingTie) -> frozenset[object]:
    return frozenset(one for one in (pair.first, pair.second) if isinstance(one, str))


def _child(look: Look, key: object) -> Child | None:
    return look.children.get(key) if isinstance(key, str) else None


def _name(look: Look, key: object) -> str:
    return name_of(look.people.get(key) if isinstance(key, str) else None)
