"""Edits: a path and a value. Applying one makes a new referral and the edit that undoes it.

The list of edits is the history of a referral and its undo; replaying them makes it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.paths import (
    Key,
    UnknownPath,
    field_defaults,
    field_types,
    position,
    split,
    type_at,
)
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.private import Private

_TORN = re.compile("[\ud800-\udfff]")


class Edit(Private, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One change: put ``value`` at ``path``.

    Attributes:
        path: Where, as in ``paths.py``. A path that ends in an id names an item of a list.
        value: JSON-like. For an item: its attributes (added when there is no such id, else
            replaced whole); ``None`` takes the item out.
        before: For an added item: the id that it stands before; empty for the end.
        origin: Where a prefilled value came from; ``None`` when a person wrote or confirmed it.
    """

    path: str
    value: object = None
    before: str = ""
    origin: Origin | None = None


class Applied(Private, frozen=True):
    """A referral after an edit, and the edit that takes it back."""

    referral: Referral
    inverse: Edit


class ValueDoesNotFit(ProblemForPerson):
    """The value is not of the kind that the path takes."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The value does not fit the answer at '{path}'. Nothing was changed.",
            "Give a value of the kind that the question takes; see 'ffd-desktop schema'.",
            "value_does_not_fit",
        )


def put(path: str, value: object, *, origin: Origin | None = None, before: str = "") -> Edit:
    """Make the edit that puts a typed value (or an item) at a path."""
    return Edit(path, msgspec.to_builtins(value), before, origin)


def take_out(path: str) -> Edit:
    """Make the edit that takes an item out of its list."""
    return Edit(path)


def apply(referral: Referral, edit: Edit) -> Applied:
    """Apply one edit.

    Raises:
        UnknownPath: The path leads nowhere.
        ValueDoesNotFit: The value is of another kind.
    """
    steps = split(edit.path)
    if steps[0] in ("id", "origins", "format"):
        raise UnknownPath(edit.path)
    old_origin = referral.origins.get(edit.path)
    changed, old, next_id = _replace(referral, Referral, steps, edit)
    if not isinstance(changed, Referral):
        raise UnknownPath(edit.path)
    origins = _origins_after(changed, edit)
    if origins is not referral.origins:
        changed = msgspec.structs.replace(changed, origins=origins)
    return Applied(changed, Edit(edit.path, msgspec.to_builtins(old), next_id, old_origin))


def apply_all(referral: Referral, edits: Iterable[Edit]) -> tuple[Referral, tuple[Edit, ...]]:
    """Apply edits in order; give the last referral, and what takes all back, in order.

    A run of edits that adds to the end of one list, or takes out of it, is done in one go: one
    after the other each would look through the list and copy it.

    Raises:
        ProblemForPerson: As for ``apply``.
    """
    inverses: list[Edit] = []
    for _, run in groupby(edits, _run_of):
        done = _at_once(referral, tuple(run))
        for one in done:
            referral = one.referral
            inverses.append(one.inverse)
    return referral, tuple(reversed(inverses))


def replay(referral: Referral, edits: Iterable[Edit]) -> Referral:
    """Apply edits in order and give the last referral."""
    return apply_all(referral, edits)[0]


def _run_of(edit: Edit) -> tuple[str, bool]:
    """Name the list that an edit adds an item to or takes it out of, and which; else nothing."""
    steps = split(edit.path)
    is_plain = len(steps) == 2 and isinstance(steps[1], Key) and edit.origin is None
    return (steps[0], edit.value is None) if is_plain and not edit.before else ("", False)


def _at_once(referral: Referral, run: tuple[Edit, ...]) -> Iterable[Applied]:
    name, takes_out = _run_of(run[0])
    here = getattr(referral, name, None) if name and len(run) > 1 else None
    if not isinstance(here, tuple):
        return _one_by_one(referral, run)
    keys = [str(split(edit.path)[1]) for edit in run]
    there = {item.id: item for item in here if isinstance(item, Item)}
    wanted = len(there) - len(keys) if takes_out else len(there) + len(keys)
    after = set(there) - set(keys) if takes_out else set(there) | set(keys)
    if (
        len(after) != wanted
        or not all(keys)
        or not referral.origins.keys().isdisjoint(e.path for e in run)
    ):
        return _one_by_one(referral, run)
    if takes_out:
        return _all_taken_out(referral, run, name, keys)
    kind = field_types(Referral)[name].__args__[0]  # type: ignore[attr-defined]
    added = tuple(_as_item(edit, kind, Key(key)) for edit, key in zip(run, keys, strict=True))
    changed = msgspec.structs.replace(referral, **{name: (*here, *added)})
    return [Applied(changed, Edit(edit.path)) for edit in run]


def _all_taken_out(
    referral: Referral, run: tuple[Edit, ...], name: str, keys: list[str]
) -> list[Applied]:
    here: tuple[Item, ...] = getattr(referral, name)
    going = set(keys)
    left = tuple(item for item in here if item.id not in going)
    changed = msgspec.structs.replace(referral, **{name: left})
    place = {item.id: number for number, item in enumerate(here)}
    following = list(range(1, len(here) + 1))
    before = list(range(-1, len(here) - 1))
    done = []
    for edit, key in zip(run, keys, strict=True):
        at = place[key]
        after, ahead = following[at], before[at]
        next_id = here[after].id if after < len(here) else ""
        if after < len(here):
            before[after] = ahead
        if ahead >= 0:
            following[ahead] = after
        done.append(Applied(changed, Edit(edit.path, msgspec.to_builtins(here[at]), next_id)))
    return done


def _one_by_one(referral: Referral, run: tuple[Edit, ...]) -> Iterator[Applied]:
    for edit in run:
        done = apply(referral, edit)
        referral = done.referral
        yield done


def _replace(
    here: object, kind: object, steps: tuple[str, ...], edit: Edit
) -> tuple[object, object, str]:
    """Rebuild ``here`` with the edit done below it: the new value, the old one, the next id."""
    step, rest = steps[0], steps[1:]
    if isinstance(step, Key):
        if isinstance(here, dict):
            return _replace_key(here, kind, step, rest, edit)
        if isinstance(here, tuple):
            return _replace_item(here, kind, step, rest, edit)
        raise UnknownPath(edit.path)
    if not isinstance(here, msgspec.Struct) or step not in field_types(type(here)):
        raise UnknownPath(edit.path)
    if step == "id":
        raise UnknownPath(edit.path)
    inner, inner_kind = getattr(here, step), field_types(type(here))[step]
    if rest:
        new, old, next_id = _replace(inner, inner_kind, rest, edit)
    else:
        new, old, next_id = _convert(edit.value, inner_kind, edit.path), inner, ""
    return msgspec.structs.replace(here, **{step: _canonical(here, step, new)}), old, next_id


def _canonical(here: msgspec.Struct, step: str, new: object) -> object:
    """Give the default itself where the new value equals it: then it is left out when written."""
    default = field_defaults(type(here)).get(step)
    return default if new == default and type(new) is type(default) else new


def _replace_key(
    here: dict[str, object], kind: object, key: str, rest: tuple[str, ...], edit: Edit
) -> tuple[object, object, str]:
    if rest:
        raise UnknownPath(edit.path)
    new = {name: value for name, value in here.items() if name != key}
    if edit.value is not None:
        item_kind = kind.__args__[1] if hasattr(kind, "__args__") else object
        new[str(key)] = _convert(edit.value, item_kind, edit.path)
    return new, here.get(str(key)), ""


def _replace_item(
    here: tuple[object, ...], kind: object, key: str, rest: tuple[str, ...], edit: Edit
) -> tuple[object, object, str]:
    item_kind = kind.__args__[0] if hasattr(kind, "__args__") else None
    if not (isinstance(item_kind, type) and issubclass(item_kind, Item)) or not key:
        raise UnknownPath(edit.path)
    if rest:
        at = position(here, key, edit.path)
        new, old, next_id = _replace(here[at], item_kind, rest, edit)
        return (*here[:at], new, *here[at + 1 :]), old, next_id
    ids = [item.id for item in here if isinstance(item, Item)]
    at = ids.index(key) if key in ids else -1
    if edit.value is None:
        return _taken_out(here, ids, at, edit)
    item = _as_item(edit, item_kind, key)
    if at >= 0:
        return (*here[:at], item, *here[at + 1 :]), here[at], ""
    spot = ids.index(edit.before) if edit.before in ids else len(here)
    return (*here[:spot], item, *here[spot:]), None, ""


def _taken_out(
    here: tuple[object, ...], ids: list[str], at: int, edit: Edit
) -> tuple[object, object, str]:
    if at < 0:
        raise UnknownPath(edit.path)
    next_id = ids[at + 1] if at + 1 < len(ids) else ""
    return (*here[:at], *here[at + 1 :]), here[at], next_id


def _as_item(edit: Edit, kind: type[Item], key: str) -> object:
    if not isinstance(edit.value, dict):
        raise ValueDoesNotFit(edit.path)
    return _convert({**edit.value, "id": str(key)}, kind, edit.path)


def _convert(value: object, kind: object, path: str) -> object:
    try:
        return msgspec.convert(_writable(value), kind)
    except (msgspec.ValidationError, RecursionError):
        raise ValueDoesNotFit(path) from None


def _origins_after(referral: Referral, edit: Edit) -> dict[str, Origin]:
    """Mark what was prefilled; whatever a person writes loses its mark."""
    marked = _answered_below(edit) if edit.origin else ()
    if not marked and edit.path not in referral.origins:
        return referral.origins
    origins = {path: mark for path, mark in referral.origins.items() if path != edit.path}
    if edit.origin is not None:
        origins.update(dict.fromkeys(marked, edit.origin))
    return origins


def _answered_below(edit: Edit) -> tuple[str, ...]:
    kind = type_at(Referral, edit.path)
    is_item = isinstance(kind, type) and issubclass(kind, Item)
    if not is_item:
        return (edit.path,)
    value = edit.value if isinstance(edit.value, dict) else {}
    return tuple(
        f"{edit.path}.{name}" for name, one in value.items() if name != "id" and is_answered(one)
    )


def _writable(value: object) -> object:
    """Replace what UTF-8 cannot write (half a surrogate pair, from a torn paste) by U+FFFD."""
    match value:
        case str():
            return value if value.isascii() else _TORN.sub("\ufffd", value)
        case dict():
            return {key: _writable(one) for key, one in value.items()}
        case list() | tuple():
            return [_writable(one) for one in value]
        case _:
            return value
