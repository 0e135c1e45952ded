"""Proposes which column is what: by its heading, then by what stands under it. Pure.

A proposal only: a person sees the rows it makes, and changes it. Of what was pasted nothing is left
out; of a file, columns that say nothing known are, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from ffd_desktop.concern_log.columns import (
    AT_END,
    COLUMNS,
    EXACT,
    LEFT_OUT,
    TIME,
    WHAT,
    WHEN,
    is_weak,
    named,
)
from ffd_desktop.concern_log.dates import is_day, read_time
from ffd_desktop.concern_log.mapping import Mapping
from ffd_desktop.concern_log.material import Material

_MOST: Final = 0.8
_LOOKED_AT: Final = 60


def propose(material: Material, *, today: date) -> Mapping:
    """Propose a mapping."""
    if material.is_prose:
        return Mapping(material.headings, (WHEN, WHAT))
    work = _Proposal(material, today)
    work.by_headings()
    work.by_values()
    work.the_rest()
    return Mapping(material.headings, tuple(work.meanings))


class _Proposal:
    """A mapping while it is being proposed."""

    def __init__(self, material: Material, today: date) -> None:
        self.meanings = [LEFT_OUT for _ in material.headings]
        self._material = material
        self._today = today
        self._places = range(len(material.headings))

    def by_headings(self) -> None:
        """Take what headings say, those that may mean something else last."""
        by_strength = sorted(self._places, key=lambda at: is_weak(self._material.headings[at]))
        for place in by_strength:
            meaning = named(self._material.headings[place])
            if meaning is not None:
                self.meanings[place] = AT_END if self._is_taken(meaning) else meaning

    def by_values(self) -> None:
        """Look under headings that say nothing for dates, times, and the longest words."""
        for meaning, fits in ((WHEN, self._is_day), (TIME, _is_time)):
            place = next((at for at in self._free() if self._share(at, fits) >= _MOST), None)
            if place is not None and meaning not in self.meanings:
                self.meanings[place] = meaning
        if not {WHAT, EXACT} & set(self.meanings):
            longest = max(self._free(), key=self._length, default=None)
            if longest is not None and self._length(longest):
                self.meanings[longest] = WHAT

    def the_rest(self) -> None:
        """Keep everything that was pasted."""
        if self._material.is_pasted:
            for place in self._free():
                self.meanings[place] = AT_END

    def _is_taken(self, meaning: str) -> bool:
        return meaning in self.meanings and not COLUMNS[meaning].several

    def _free(self) -> list[int]:
        return [place for place in self._places if self.meanings[place] == LEFT_OUT]

    def _is_day(self, text: str) -> bool:
        return is_day(text, self._today)

    def _share(self, place: int, fits: Callable[[str], bool]) -> float:
        cells = list(self._material.column(place, most=_LOOKED_AT))
        return sum(map(fits, cells)) / len(cells) if cells else 0

    def _length(self, place: int) -> float:
        cells = list(self._material.column(place, most=_LOOKED_AT))
        return sum(map(len, cells)) / len(cells) if cells else 0


def _is_time(text: str) -> bool:
    return bool(read_time(text))
