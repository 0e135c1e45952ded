"""Paths: how one answer in a referral is addressed, and how a value is read or replaced there.

``children[c1].date_of_birth``: names between dots; an item of a list by its id, a key of a mapping
by its name, in square brackets. In a form ``children[].date_of_birth`` means "of each child".
"""

from __future__ import annotations

import re
import types
import typing
from functools import cache, lru_cache

import msgspec

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.people import Item

_STEP = re.compile(r"([a-z_][a-z0-9_]*)|\[([A-Za-z0-9_\-]*)\]")


class Key(str):
    """An id or key in square brackets."""

    __slots__ = ()


Step = str  # a name, or a Key


class UnknownPath(ProblemForPerson):
    """The path leads nowhere in this referral."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"There is no answer at '{path}' in this referral. Nothing was changed.",
            "Look up the path with 'ffd-desktop council show' or 'ffd-desktop referral show'.",
            "unknown_path",
        )


@lru_cache(maxsize=65536)
def split(path: str) -> tuple[Step, ...]:
    """Split a path into its steps; a bracketed id becomes a ``Key``.

    Raises:
        UnknownPath: When it is not written as a path.
    """
    steps: list[Step] = []
    at = 0
    while at < len(path):
        if path[at] == "." and steps and at + 1 < len(path):
            at += 1
        match = _STEP.match(path, at)
        if match is None:
            raise UnknownPath(path)
        steps.append(Key(match[2]) if match[1] is None else match[1])
        at = match.end()
    if not steps:
        raise UnknownPath(path)
    return tuple(steps)


def read(root: object, path: str) -> object:
    """Read what stands at a path; ``None`` for a mapping's absent key.

    Raises:
        UnknownPath: When the path leads nowhere.
    """
    here = root
    for step in split(path):
        here = _step_into(here, step, path)
    return here


def _step_into(here: object, step: Step, path: str) -> object:
    if isinstance(step, Key):
        if isinstance(here, dict):
            return here.get(str(step))
        if isinstance(here, tuple):
            return here[position(here, step, path)]
        raise UnknownPath(path)
    if isinstance(here, msgspec.Struct) and step in field_types(type(here)):
        return getattr(here, step)
    raise UnknownPath(path)


def position(items: tuple[object, ...], key: str, path: str) -> int:
    """Find where in a list the item with this id stands.

    Raises:
        UnknownPath: When no item has it.
    """
    for index, item in enumerate(items):
        if isinstance(item, Item) and item.id == key:
            return index
    raise UnknownPath(path)


@cache
def field_types(struct: type[msgspec.Struct]) -> dict[str, object]:
    """Give the declared type of every attribute of a struct."""
    return {field.name: field.type for field in msgspec.structs.fields(struct)}


@cache
def field_defaults(struct: type[msgspec.Struct]) -> dict[str, object]:
    """Give the default of every attribute of a struct that has a fixed one."""
    return {
        field.name: field.default
        for field in msgspec.structs.fields(struct)
        if field.default is not msgspec.NODEFAULT
    }


def type_at(root: type[msgspec.Struct], path: str) -> object:
    """Give the declared type of what stands at a path; ids may be left empty, as in a form.

    Raises:
        UnknownPath: When the path leads nowhere.
    """
    here: object = root
    for step in split(path):
        here = _type_step(here, step, path)
    return here


def _type_step(here: object, step: Step, path: str) -> object:
    if isinstance(step, Key):
        arguments = typing.get_args(here)
        origin = typing.get_origin(here)
        if origin is tuple and isinstance(arguments[0], type) and issubclass(arguments[0], Item):
            return arguments[0]
        if origin is dict:
            return arguments[1]
        raise UnknownPath(path)
    if isinstance(here, type) and issubclass(here, msgspec.Struct):
        found = field_types(here).get(step)
        if found is not None:
            return found
    raise UnknownPath(path)


def members(annotation: object) -> tuple[object, ...]:
    """Give the members of a union, or the type alone."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return typing.get_args(annotation)
    return (annotation,)


def place(path: str, *ids: str) -> str:
    """Fill the empty brackets of a form's path with ids, in order."""
    for one in ids:
        path = path.replace("[]", f"[{one}]", 1)
    return path
