"""When a question is shown or needed: a small closed grammar, held as data and never as code.

A path that starts with a dot is read from the item at hand (``.referred``); any other path from
the referral, where empty brackets mean "of any of them" (``children[].looked_after``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Union

import msgspec

from ffd_desktop.referral.answers import NotKnown, is_answered
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import Key, field_types, split
from ffd_desktop.referral.people import Item

Scalar = bool | int | str


class Equals(msgspec.Struct, frozen=True):
    """The answer at the path is one of these values."""

    path: str
    values: tuple[Scalar, ...]


class Answered(msgspec.Struct, frozen=True):
    """Something was said at the path: a value, or an honest "not known"."""

    path: str


class SaidNotKnown(msgspec.Struct, frozen=True):
    """The answer at the path is an honest absence."""

    path: str


class Unborn(msgspec.Struct, frozen=True):
    """The date at the path is a due date."""

    path: str


class Both(msgspec.Struct, frozen=True):
    """Every one of the conditions holds."""

    conditions: tuple[Condition, ...]


class Either(msgspec.Struct, frozen=True):
    """At least one of the conditions holds."""

    conditions: tuple[Condition, ...]


class Not(msgspec.Struct, frozen=True):
    """The condition does not hold."""

    condition: Condition


Leaf = Equals | Answered | SaidNotKnown | Unborn
Condition = Union[Leaf, Both, Either, Not]  # noqa: UP007 - named before its members are known


def holds(condition: Condition | None, referral: Referral, item: Item | None = None) -> bool:
    """Tell whether a condition holds for a referral, and for an item of one of its lists.

    No condition always holds. A path that starts with a dot needs ``item``.
    """
    match condition:
        case None:
            return True
        case Both(conditions):
            return all(holds(one, referral, item) for one in conditions)
        case Either(conditions):
            return any(holds(one, referral, item) for one in conditions)
        case Not(inner):
            return not holds(inner, referral, item)
        case Equals() | Answered() | SaidNotKnown() | Unborn():
            return any(
                _fits(condition, value) for value in values_at(condition.path, referral, item)
            )


def paths_of(condition: Condition | None) -> tuple[str, ...]:
    """List the paths that a condition reads, so that a screen knows what to watch."""
    return tuple(dict.fromkeys(leaf.path for leaf in leaves_of(condition)))


def leaves_of(condition: Condition | None) -> Iterator[Leaf]:
    """Give the single facts that a condition is made of."""
    match condition:
        case None:
            return
        case Both(conditions) | Either(conditions):
            for one in conditions:
                yield from leaves_of(one)
        case Not(inner):
            yield from leaves_of(inner)
        case Equals() | Answered() | SaidNotKnown() | Unborn():
            yield condition


def values_at(path: str, referral: Referral, item: Item | None = None) -> Iterator[object]:
    """Give every value at a path; empty brackets fan out over the list."""
    if path.startswith("."):
        return _below(item, split(path[1:]))
    return _below(referral, split(path))


def _below(here: object, steps: tuple[str, ...]) -> Iterator[object]:
    if not steps:
        yield here
        return
    step, rest = steps[0], steps[1:]
    if not isinstance(step, Key):
        if isinstance(here, msgspec.Struct) and step in field_types(type(here)):
            yield from _below(getattr(here, step), rest)
    elif isinstance(here, dict):
        yield from _below(here.get(str(step)), rest)
    elif isinstance(here, tuple):
        for one in here:
            if not step or (isinstance(one, Item) and one.id == step):
                yield from _below(one, rest)


def _fits(leaf: Leaf, value: object) -> bool:
    match leaf:
        case Equals(_, values):
            return any(_same(value, one) for one in values)
        case Answered():
            return is_answered(value)
        case SaidNotKnown():
            return isinstance(value, NotKnown)
        case Unborn():
            return isinstance(value, PartDate) and value.is_due


def _same(value: object, wanted: Scalar) -> bool:
    if isinstance(value, tuple):
        return wanted in value
    return isinstance(value, bool) == isinstance(wanted, bool) and value == wanted
