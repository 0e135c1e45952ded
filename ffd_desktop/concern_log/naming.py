"""Which children of this referral a row names: by UPN, or by every part of a name. No guesses."""

from __future__ import annotations

import re
from typing import Final

from ffd_desktop.referral.people import Child
from ffd_desktop.referral.private import Private
from ffd_desktop.tables.folding import fold

_BETWEEN: Final = re.compile(r"[;\n&|/+]|\band\b", re.IGNORECASE)


class Named(Private, frozen=True):
    """Whom a row is about.

    Attributes:
        children: Their ids.
        is_unclear: Whether it may be one of several children of the same name.
        is_elsewhere: Whether it names somebody, and nobody of this referral.
    """

    children: tuple[str, ...] = ()
    is_unclear: bool = False
    is_elsewhere: bool = False


class Namer:
    """Knows the children of one referral by their names and UPNs."""

    def __init__(self, children: tuple[Child, ...]) -> None:
        self._by_upn = {
            one.upn.strip().upper(): one.id
            for one in children
            if isinstance(one.upn, str) and one.upn.strip()
        }
        self._names = [(one.id, name) for one in children for name in _names_of(one)]

    def named(self, name: str, upn: str) -> Named:
        """Tell whom a row is about, by what its columns say of the child."""
        number = upn.strip().upper()
        if number in self._by_upn:
            return Named((self._by_upn[number],))
        said = _pieces(name)
        if not said and not number:
            return Named()
        found = self._found(said)
        if number and any(child in self._by_upn.values() for child in found):
            found = ()  # a child of that name has another UPN here
        if not found:
            return Named(is_elsewhere=True)
        twins = self._same_name(found)
        return Named(() if twins else found, is_unclear=twins)

    def _found(self, said: list[frozenset[str]]) -> tuple[str, ...]:
        fits = (child for piece in said for child, name in self._names if _fits(name, piece))
        return tuple(dict.fromkeys(fits))

    def _same_name(self, found: tuple[str, ...]) -> bool:
        names = [name for child, name in self._names if child in found]
        by_name = {name: {child for child, other in self._names if other == name} for name in names}
        return any(len(children) > 1 for children in by_name.values())


def _pieces(text: str) -> list[frozenset[str]]:
    """Cut a cell into the names in it, each as its words; "Fenwick, Ola" is one name."""
    found: list[str] = []
    for piece in _BETWEEN.split(text):
        parts = piece.split(",")
        several = len(parts) > 2 or all(len(part.split()) > 1 for part in parts)
        found += parts if several else [piece]
    words = (frozenset(fold(one).split()) for one in found)
    return [one for one in words if one]


def _fits(name: frozenset[str], said: frozenset[str]) -> bool:
    return name <= said if len(name) > 1 else name == said


def _names_of(child: Child) -> list[frozenset[str]]:
    """Give the ways a child is named: first and family name, known-as and family name."""
    family = fold(child.family_name).split() if isinstance(child.family_name, str) else []
    firsts = [one for one in (child.first_names, child.known_as) if isinstance(one, str) and one]
    ways = [frozenset([*fold(one).split()[:1], *family]) for one in firsts]
    return [way for way in dict.fromkeys(ways) if way]
