"""Reads the closed grammar of conditions from a pack's tables. Anything outside it is refused.

``{path = "...", is = x}``, ``is_not``, ``in = [..]``, ``answered = true``, ``not_known = true``,
``unborn = true``; ``{all = [..]}``, ``{any = [..]}``, ``{not = {..}}``.
"""

from __future__ import annotations

from collections.abc import Callable

from ffd_desktop.councils.conditions import (
    Answered,
    Both,
    Condition,
    Either,
    Equals,
    Not,
    SaidNotKnown,
    Scalar,
    Unborn,
)

_DEEPEST = 20


class WrongCondition(ValueError):  # noqa: N818 - it is a condition, written wrongly
    """It is not a condition; the words say why."""


def read_condition(table: object, *, depth: int = 0) -> Condition:
    """Read one condition.

    Raises:
        WrongCondition: When it is not written in the grammar.
    """
    if not isinstance(table, dict):
        raise WrongCondition("is a table such as { path = “...”, is = true }")
    if depth > _DEEPEST:
        raise WrongCondition("is nested too deeply")
    if "path" in table:
        return _leaf(table)
    if len(table) != 1:
        raise WrongCondition("has either a path, or one of all, any, not")
    word, inside = next(iter(table.items()))
    match word:
        case "all":
            return Both(_several(inside, depth))
        case "any":
            return Either(_several(inside, depth))
        case "not":
            return Not(read_condition(inside, depth=depth + 1))
        case _:
            raise WrongCondition(f"does not know the word “{word}”")


def _several(inside: object, depth: int) -> tuple[Condition, ...]:
    if not isinstance(inside, list) or not inside:
        raise WrongCondition("takes a list of conditions after all and any")
    return tuple(read_condition(one, depth=depth + 1) for one in inside)


def _leaf(table: dict[str, object]) -> Condition:
    path = table["path"]
    words = [word for word in table if word != "path"]
    if not isinstance(path, str) or not path:
        raise WrongCondition("takes a path in quotation marks")
    if len(words) != 1 or words[0] not in _LEAVES:
        raise WrongCondition("has after the path exactly one of " + ", ".join(_LEAVES))
    return _LEAVES[words[0]](path, table[words[0]])


def _is(path: str, value: object) -> Condition:
    return Equals(path, (_scalar(value),))


def _is_not(path: str, value: object) -> Condition:
    return Not(_is(path, value))


def _in(path: str, value: object) -> Condition:
    if not isinstance(value, list) or not value:
        raise WrongCondition("takes a list of values after in")
    return Equals(path, tuple(_scalar(one) for one in value))


def _scalar(value: object) -> Scalar:
    if not isinstance(value, bool | int | str):
        raise WrongCondition("compares with text, a whole number, true or false")
    return value


def _fact(make: Callable[[str], Condition]) -> Callable[[str, object], Condition]:
    def read(path: str, value: object) -> Condition:
        if not isinstance(value, bool):
            raise WrongCondition("takes true or false")
        return make(path) if value else Not(make(path))

    return read


_LEAVES: dict[str, Callable[[str, object], Condition]] = {
    "is": _is,
    "is_not": _is_not,
    "in": _in,
    "answered": _fact(Answered),
    "not_known": _fact(SaidNotKnown),
    "unborn": _fact(Unborn),
}
