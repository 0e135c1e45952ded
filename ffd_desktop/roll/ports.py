"""What the roll needs from the world: a store that holds one roll at a time.

The store in the vault and the fake of the tests are held to one contract suite.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from ffd_desktop.roll.pupil import Pupil, RollSource
from ffd_desktop.roll.rows import RollRow


class RollStore(Protocol):
    """Keeps the school's roll. Not for use from two threads; durable when a method returns.

    Trouble with the disk raises the vault's ``ProblemForPerson`` codes.
    """

    def replace_with(self, rows: Iterable[RollRow], source: RollSource) -> int:
        """Put a new roll in the place of the old one, in one transaction; give its size.

        ``rows`` is read once, as a stream, and holds no key twice. When it raises, the old roll
        stands as it was and the error goes on to the caller.
        """
        ...

    def by_upn(self, upn: str) -> Pupil | None:
        """Give the pupil with this normalised UPN (or row key), or ``None``."""
        ...

    def search(self, text: str, *, limit: int = 50) -> tuple[Pupil, ...]:
        """Give pupils whose every name and UPN, folded, hold every word of the text.

        A word may stand anywhere within a word (``keys.matches``). Best first: fewest words that
        do not begin a word (``keys.rank``), then by sort key, then by key. Blank text gives none.
        """
        ...

    def sharing(self, keys: Sequence[int], *, limit: int = 500) -> tuple[Pupil, ...]:
        """Give pupils who have any of these family keys, by sort key, then key."""
        ...

    def spread(self, keys: Sequence[int]) -> Mapping[int, int]:
        """Give how many pupils have each of these family keys, in the order of the keys."""
        ...

    def all_pupils(self, *, limit: int, after: str = "") -> tuple[Pupil, ...]:
        """Give pupils by row key, from the first one behind ``after`` on; for lists and exports."""
        ...

    def bodies(self, keys: Collection[str]) -> Mapping[str, bytes]:
        """Give what the rows with these keys hold, by key; keys that are not there are left out."""
        ...

    def fingerprints(self) -> Mapping[str, bytes]:
        """Give every row's fingerprint by its key; for the preview of a new roll."""
        ...

    def source(self) -> RollSource | None:
        """Give where the roll came from, or ``None`` before the first import."""
        ...

    def count(self) -> int:
        """Give the number of pupils on the roll."""
        ...
