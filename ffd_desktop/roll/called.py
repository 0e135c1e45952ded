"""Which of some full names are those of pupils on the roll. Tells nothing else of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ffd_desktop.roll.ports import RollStore
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.tables.folding import fold

_MOST = 20


def pupils_called(roll: RollStore, names: Iterable[str]) -> frozenset[str]:
    """Give those of some folded full names, forename before surname, that a pupil has."""
    return frozenset(name for name in names if _is_there(roll, name))


def _is_there(roll: RollStore, name: str) -> bool:
    return any(name in _full_names(pupil) for pupil in roll.search(name, limit=_MOST))


def _full_names(pupil: Pupil) -> Iterator[str]:
    """Give a pupil's full names as a text may have them, folded."""
    for first in (pupil.forename, pupil.preferred_forename):
        for last in (pupil.surname, pupil.preferred_surname):
            if first and last:
                yield fold(f"{first} {last}")
                yield f"{fold(first).split()[0]} {fold(last)}"
