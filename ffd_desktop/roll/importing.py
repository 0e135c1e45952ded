"""Taking in a new roll: read, preview, store; stopping or failing leaves the old one as it was.

Reads files as streams, twice when a preview is looked at first: nothing of a child waits in memory
or on disk between the two. Opens no file itself.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import BinaryIO, Protocol

from msgspec.structs import replace

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.roll import trouble
from ffd_desktop.roll.ctf import never, read_ctf
from ffd_desktop.roll.ports import RollStore
from ffd_desktop.roll.preview import Before, Expected, RollPreview, Tally, nobody
from ffd_desktop.roll.pupil import Found, RollSource, Unreadable
from ffd_desktop.roll.rows import RollRow, left_row
from ffd_desktop.tables import folding

_EVERY = 200


class RollFile(Protocol):
    """A file that the person chose.

    Attributes:
        name: Without folders.
        size: Bytes, for the progress.
    """

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102

    def open(self) -> BinaryIO:
        """Open it for one reading, from the start."""
        ...


class Reading(Protocol):
    """One reading of one file of any format, iterated once; ``ctf.CtfReading`` is one.

    Attributes:
        source: Where the roll came from; complete behind the last row.
        read_bytes: How much has been read.
        repaired: Whether letters had to be guessed at.
    """

    @property
    def source(self) -> RollSource: ...  # noqa: D102
    @property
    def read_bytes(self) -> int: ...  # noqa: D102
    @property
    def repaired(self) -> bool: ...  # noqa: D102

    def __iter__(self) -> Iterator[Found | Unreadable]: ...


class Reader(Protocol):
    """Begins to read a file of one roll format."""

    def __call__(self, stream: BinaryIO, *, file_name: str, stop: Callable[[], bool]) -> Reading:
        """Begin; raises ``ProblemForPerson`` while being iterated, when the file is no roll."""
        ...


class Import:
    """One taking-in of one or more files that together are the school's roll.

    Use ``preview`` to look, ``store`` to take; each reads the files anew.
    """

    def __init__(
        self,
        files: Sequence[RollFile],
        store: RollStore,
        expected: Expected,
        *,
        progress: Progress = SILENT,
        read: Reader = read_ctf,
        named: Collection[str] = (),
    ) -> None:
        """Prepare to take files in.

        Args:
            files: Together the school's whole roll.
            store: Where the roll is kept.
            expected: What the school and the day let one expect.
            progress: Hears how far the work is.
            read: Begins to read one file.
            named: Keys of pupils whom a referral names: they stay, marked, when they have left.
        """
        self._files = files
        self._store = store
        self._expected = expected
        self._progress = progress
        self._read = read
        self._named = named
        self._total = sum(file.size for file in files)
        self._source: RollSource | None = None

    def preview(self) -> RollPreview:
        """Read everything and say what would change; nothing is stored.

        Raises:
            ProblemForPerson: A file is no roll, is broken, or the person stopped.
        """
        tally = self._begin(before=self._store.by_upn)
        with _many_values():
            for _ in self._rows(tally):
                pass
            tally.kept = sum(1 for _ in self._leavers(tally, self._bodies()))
        return self._summed_up(tally)

    def store(self, *, agreed: RollPreview | None = None) -> RollPreview:
        """Read everything and put it in the place of the old roll, in one transaction.

        Args:
            agreed: The preview that the person agreed to; when the files have changed since, the
                old roll stays.

        Raises:
            ProblemForPerson: As for ``preview``, and ``roll_file_changed``.
        """
        tally = self._begin()
        with _many_values():
            rows = self._checked(tally, agreed, self._bodies())
            self._store.replace_with(rows, self._first_source())
        summed_up = self._summed_up(tally)
        return summed_up if agreed is None else replace(summed_up, changes=agreed.changes)

    def _begin(self, *, before: Before = nobody) -> Tally:
        present = self._store.source()
        if present is not None:
            self._expected = replace(
                self._expected,
                present_day=present.day,
                present_school=present.la + present.estab,
            )
        return Tally(self._store.fingerprints(), before=before)

    def _bodies(self) -> Mapping[str, bytes]:
        """Give what the roll in use says of the pupils whom a referral names."""
        return self._store.bodies(tuple(self._named))

    def _leavers(self, tally: Tally, bodies: Mapping[str, bytes]) -> Iterator[RollRow]:
        """Give the rows of those who have left and stay because a referral names them."""
        day = self._expected.today.isoformat()
        return (left_row(body, day) for key, body in bodies.items() if not tally.has(key))

    def _checked(
        self, tally: Tally, agreed: RollPreview | None, bodies: Mapping[str, bytes]
    ) -> Iterator[RollRow]:
        """Give the rows; fail behind the last, before anything is kept, if they are not agreed."""
        yield from self._rows(tally)
        for row in self._leavers(tally, bodies):
            tally.kept += 1
            yield row
        if agreed is not None and self._summed_up(tally).digest != agreed.digest:
            raise ProblemForPerson(
                f"The file has changed since you looked at it. {trouble.SAFE}",
                "Look at the preview again, then go on.",
                "roll_file_changed",
            )

    def _rows(self, tally: Tally) -> Iterator[RollRow]:
        self._source = None
        done = 0
        for file in self._files:
            with file.open() as stream:
                reading = self._read(stream, file_name=file.name, stop=self._progress.is_stopped)
                yield from self._rows_of(reading, tally, file.name, done)
            self._source = _joined(self._source, reading.source)
            tally.repaired = tally.repaired or reading.repaired
            done += file.size
        if not tally.taken:
            raise trouble.no_pupils()
        self._progress.step(self._total, self._total, f"{tally.taken:,} pupils read")

    def _rows_of(
        self, reading: Reading, tally: Tally, file_name: str, done: int
    ) -> Iterator[RollRow]:
        for number, found in enumerate(reading, start=1):
            if number % _EVERY == 1:
                words = f"{tally.taken:,} pupils read"
                self._progress.step(done + reading.read_bytes, self._total, words)
            row = tally.take(found, row=number, file_name=file_name)
            if row is not None:
                yield row

    def _first_source(self) -> RollSource:
        """Read the heads of the files, without going through their pupils."""
        source: RollSource | None = None
        for file in self._files:
            with file.open() as stream:
                reading = self._read(stream, file_name=file.name, stop=never)
                for _ in reading:
                    if reading.source.document:
                        break
                source = _joined(source, reading.source)
        return self._stamped(source)

    def _stamped(self, source: RollSource | None) -> RollSource:
        day = self._expected.today.isoformat()
        return replace(source or RollSource(), imported_on=day)

    def _summed_up(self, tally: Tally) -> RollPreview:
        return tally.preview(self._stamped(self._source), self._expected)


@contextmanager
def _many_values() -> Iterator[None]:
    """Make values by the million: let the cycle collector rest, for there are no cycles in them.

    Its walks would cost a sixth of the time and find nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        folding.forget()
        if was_enabled:
            gc.enable()


def _joined(first: RollSource | None, other: RollSource) -> RollSource:
    """Join the heads of several files: the first speaks, but the roll is as old as the oldest."""
    if first is None:
        return other
    oldest = min(first.exported_at, other.exported_at)
    return replace(first, exported_at=oldest, file_name=f"{first.file_name}, {other.file_name}")
