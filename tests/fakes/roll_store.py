"""A roll store in memory; passes the same contract suite as the one in the vault."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ffd_desktop.roll.keys import matches, rank, search_words
from ffd_desktop.roll.pupil import Pupil, RollSource
from ffd_desktop.roll.rows import RollRow, pupil_of


class FakeRollStore:
    """Keeps the rows in a dictionary."""

    def __init__(self) -> None:
        self._rows: dict[str, RollRow] = {}
        self._families: dict[int, list[RollRow]] = {}
        self._source: RollSource | None = None

    def replace_with(self, rows: Iterable[RollRow], source: RollSource) -> int:
        new = {row.key: row for row in rows}
        self._rows, self._source, self._families = new, source, {}
        for row in new.values():
            for key in row.family_keys:
                self._families.setdefault(key, []).append(row)
        return len(new)

    def by_upn(self, upn: str) -> Pupil | None:
        row = self._rows.get(upn)
        return None if row is None else pupil_of(row.body)

    def search(self, text: str, *, limit: int = 50) -> tuple[Pupil, ...]:
        words = search_words(text)
        found = [row for row in self._rows.values() if words and matches(row.search_key, words)]
        found.sort(key=lambda row: (rank(row.search_key, words), row.sort_key, row.key))
        return tuple(pupil_of(row.body) for row in found[:limit])

    def sharing(self, keys: Sequence[int], *, limit: int = 500) -> tuple[Pupil, ...]:
        sharing = {row.key: row for key in keys for row in self._families.get(key, ())}
        found = sorted(sharing.values(), key=lambda row: (row.sort_key, row.key))
        return tuple(pupil_of(row.body) for row in found[:limit])

    def spread(self, keys: Sequence[int]) -> dict[int, int]:
        return {key: len(self._families.get(key, ())) for key in keys}

    def all_pupils(self, *, limit: int, after: str = "") -> tuple[Pupil, ...]:
        keys = sorted(key for key in self._rows if key > after)[:limit]
        return tuple(pupil_of(self._rows[key].body) for key in keys)

    def bodies(self, keys: Collection[str]) -> dict[str, bytes]:
        return {key: self._rows[key].body for key in keys if key in self._rows}

    def fingerprints(self) -> dict[str, bytes]:
        return {key: row.fingerprint for key, row in self._rows.items()}

    def source(self) -> RollSource | None:
        return self._source

    def count(self) -> int:
        return len(self._rows)
