"""What a new roll would change, told before anything is stored.

Counts and compares as rows stream by; keeps no pupil. Warns, never refuses: the person decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from typing import TypeVar

from ffd_desktop.referral.dates import on
from ffd_desktop.referral.private import Private
from ffd_desktop.roll import upn
from ffd_desktop.roll.comparing import differences
from ffd_desktop.roll.pupil import Found, Pupil, RollSource, Unreadable
from ffd_desktop.roll.rows import RollRow, pupil_of, row_of

MOST_LISTED = 500
MOST_COMPARED = 5_000
_MANY_GONE = 0.2
_AUGUST = 8
_WHOLE_NUMBER = 7

T = TypeVar("T")
Before = Callable[[str], Pupil | None]


def nobody(_key: str) -> None:
    """Know no pupil of the roll in use."""


class Expected(Private, frozen=True):
    """What the person's own school and the day let one expect of a roll.

    Attributes:
        school: LA and establishment number, seven digits; empty when not known.
        today: The day of the import.
        present_day: ISO day of the roll in use; empty when there is none.
        present_school: LA and establishment number of the roll in use; empty when not known.
    """

    school: str
    today: date
    present_day: str = ""
    present_school: str = ""


class RollPreview(Private, frozen=True):
    """What a roll holds and what would change if it were taken.

    Attributes:
        pupils: How many could be read, each once.
        gone: How many of the present roll are not in it; ``gone_keys`` names the first of them.
        unreadable: The rows that could not be read, with reasons; the first ``MOST_LISTED``.
        unreadable_count: How many there are in all.
        repeated: UPNs that stand more than once; the first row was kept.
        undated: Rows whose date of birth is no calendar date; kept as written.
        doubtful: UPNs that are not well formed; the pupils were kept.
        warnings: Sentences for the person to read before they go on.
        noted: Rows that were taken, with what a person ought to know about them.
        changes: What differs in how many of the changed pupils, most first; told by the preview
            alone, of the first ``MOST_COMPARED``.
        kept_count: How many of those gone stay on the roll, marked as having left, because a
            referral names them.
        digest: Changes when anything in the roll does; lets the import take what was previewed.
    """

    source: RollSource
    pupils: int
    new: int
    changed: int
    unchanged: int
    gone: int
    unreadable_count: int
    temporary_count: int
    without_upn_count: int
    digest: str
    warnings: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    repeated: tuple[Unreadable, ...] = ()
    undated: tuple[Unreadable, ...] = ()
    doubtful: tuple[str, ...] = ()
    gone_keys: tuple[str, ...] = ()
    noted: tuple[Unreadable, ...] = ()
    changes: tuple[tuple[str, int], ...] = ()
    kept_count: int = 0

    @property
    def to_look_at(self) -> tuple[Unreadable, ...]:
        """Every listed row, those that could not be read first."""
        return (*self.unreadable, *self.noted, *self.undated, *self.repeated)


class Tally:
    """Counts the rows of a new roll against the fingerprints of the old one."""

    def __init__(self, old: Mapping[str, bytes], *, before: Before = nobody) -> None:
        """Begin to count.

        Args:
            old: The fingerprints of the roll in use.
            before: Gives a pupil of the roll in use, to say what differs.
        """
        self._old = old
        self._before = before
        self._changes: Counter[str] = Counter()
        self._noted: list[Unreadable] = []
        self._noted_count = 0
        self.kept = 0
        self._seen: set[str] = set()
        self._digest = blake2b(digest_size=16)
        self._new = self._changed = self._unchanged = 0
        self._unreadable_count = self._temporary = self._without_upn = 0
        self._with_contacts = 0
        self._unreadable: list[Unreadable] = []
        self._repeated: list[Unreadable] = []
        self._repeated_count = self._doubtful_count = 0
        self._doubtful: list[str] = []
        self._undated: list[Unreadable] = []
        self._undated_count = 0
        self.repaired = False

    @property
    def taken(self) -> int:
        """How many pupils have been taken so far."""
        return len(self._seen)

    def take(self, found: Found | Unreadable, *, row: int, file_name: str) -> RollRow | None:
        """Count one row; give it ready to store, or ``None`` when it is not to be stored."""
        if isinstance(found, Unreadable):
            self._unreadable_count += 1
            _keep_some(self._unreadable, found)
            self._digest.update(b"unreadable")
            return None
        made, row = row_of(found), found.row or row
        self._digest.update(made.fingerprint)
        if made.key in self._seen:
            self._repeated_count += 1
            _keep_some(self._repeated, _repeat(found.known, row, file_name))
            return None
        self._seen.add(made.key)
        self._compare(made)
        self._look_at(found.known)
        self._note(found, row, file_name)
        if found.known.born_as_written:
            self._undated_count += 1
            _keep_some(self._undated, _undated(found.known, row, file_name))
        return made

    def _compare(self, row: RollRow) -> None:
        before = self._old.get(row.key)
        self._new += before is None
        self._unchanged += before == row.fingerprint
        if before is not None and before != row.fingerprint:
            self._changed += 1
            if self._changed <= MOST_COMPARED and (old := self._before(row.key)) is not None:
                self._changes.update(differences(old, pupil_of(row.body)))

    def _note(self, found: Found, row: int, file_name: str) -> None:
        self._noted_count += bool(found.notes)
        for words in found.notes:
            _keep_some(
                self._noted,
                Unreadable(row=row, reason=words, upn=found.known.upn, file_name=file_name),
            )

    def has(self, key: str) -> bool:
        """Tell whether a pupil with this key has been taken."""
        return key in self._seen

    def _look_at(self, pupil: Pupil) -> None:
        self._with_contacts += bool(pupil.contacts)
        if not pupil.upn:
            self._without_upn += 1
        elif not upn.is_well_formed(pupil.upn):
            self._doubtful_count += 1
            _keep_some(self._doubtful, pupil.upn)
        elif upn.is_temporary(pupil.upn):
            self._temporary += 1

    def preview(self, source: RollSource, expected: Expected) -> RollPreview:
        """Sum up once every row has been taken."""
        gone = [key for key in self._old if key not in self._seen]
        return RollPreview(
            source=source,
            pupils=self.taken,
            new=self._new,
            changed=self._changed,
            unchanged=self._unchanged,
            gone=len(gone),
            unreadable_count=self._unreadable_count,
            temporary_count=self._temporary,
            without_upn_count=self._without_upn,
            digest=self._digest.hexdigest(),
            warnings=(*about_source(source, expected), *self._about_rows(len(gone))),
            unreadable=tuple(self._unreadable),
            repeated=tuple(self._repeated),
            undated=tuple(self._undated),
            doubtful=tuple(self._doubtful),
            gone_keys=tuple(sorted(gone)[:MOST_LISTED]),
            noted=tuple(self._noted),
            changes=tuple(self._changes.most_common()),
            kept_count=self.kept,
        )

    def _about_rows(self, gone: int) -> Iterator[str]:
        if self.taken and not self._with_contacts:
            yield "No pupil has a contact: parents and carers will have to be typed."
        if gone > _MANY_GONE * max(len(self._old), 1):
            yield (
                f"{gone:,} of the {len(self._old):,} pupils on the present roll are not in it."
                " Make sure that it is the whole school."
            )
        if self._unreadable_count:
            yield f"{_count(self._unreadable_count, 'row')} could not be read; see the list."
        yield from self._about_listed()
        if self._doubtful_count:
            yield (
                f"{_count(self._doubtful_count, 'UPN')} in it cannot be right. The pupils were"
                " kept; tell whoever looks after the school’s records."
            )
        if self._temporary:
            yield f"{_count(self._temporary, 'pupil')} with a temporary UPN."
        if self._without_upn:
            yield f"{_count(self._without_upn, 'pupil')} without a UPN: find them by name."
        if self.repaired:
            yield (
                "Some letters were not written as the file says; they were read as Windows"
                " letters. Look at a name with an accent before you rely on it."
            )

    def _about_listed(self) -> Iterator[str]:
        """Speak of what the list of rows holds."""
        if self._noted_count:
            yield (
                f"{_count(self._noted_count, 'pupil')} to look at before you rely on the roll; see"
                " the list."
            )
        if self._repeated_count:
            yield (
                f"{_count(self._repeated_count, 'pupil')} stood in it more than once; the first"
                " record was kept. See the list."
            )
        if self._undated_count:
            dates = "date" if self._undated_count == 1 else "dates"
            yield (
                f"{self._undated_count:,} {dates} of birth in it cannot be right. The pupils were"
                " kept with what the file says; see the list."
            )


def about_source(source: RollSource, expected: Expected) -> Iterator[str]:
    """Say what is unusual about where a roll comes from."""
    theirs = source.la + source.estab
    yield from _other_school(source, expected)
    if source.destination and source.destination != theirs:
        yield ("This file was made to hand pupils on to another school. It may hold leavers only.")
    if _is_older(source.ctf_version, expected.today):
        yield (
            f"It was written as version {source.ctf_version}, older than last school year’s."
            " Everything in it was read; newer items may be missing."
        )
    if source.qualifier == "partial":
        yield "It calls itself partial: contacts or addresses may be missing."
    if source.day and source.day < expected.present_day:
        made, present = _words(source.day), _words(expected.present_day)
        yield f"It was made on {made}; the roll in use is newer, of {present}."
    if not source.day:
        yield "It does not say when it was made. Check that it is today’s roll."


def _other_school(source: RollSource, expected: Expected) -> Iterator[str]:
    """Compare with the own school's number or, where it is not known, with the roll in use."""
    own = expected.school if len(expected.school) == _WHOLE_NUMBER else ""
    known, theirs = own or expected.present_school, source.la + source.estab
    if known and theirs and known != theirs:
        than = "" if own else " than the roll in use"
        name = source.school_name or "no name given"
        yield f"This is the roll of another school{than}: {name} ({theirs}), not {known}."


def _words(day: str) -> str:
    """Write an ISO day as people do; anything else as it stands."""
    try:
        return on(date.fromisoformat(day)).words()
    except ValueError:
        return day


def _is_older(version: str, today: date) -> bool:
    """Tell whether a CTF version lies before last school year's; it turns on 1 August."""
    year = version.partition(".")[0]
    if not (year.isascii() and year.isdigit()):
        return False
    now = today.year - (today.month < _AUGUST)
    return int(year) < now % 100 - 1


def _repeat(pupil: Pupil, row: int, file_name: str) -> Unreadable:
    reason = "This pupil stands earlier in the roll as well; that record was kept."
    if not (pupil.upn or pupil.admission_number):
        reason = (
            "A pupil of this name and birthday, also without a number, stands earlier in the roll;"
            " that record was kept. If they are two children, give them their UPNs."
        )
    return Unreadable(row=row, reason=reason, upn=pupil.upn, file_name=file_name)


def _undated(pupil: Pupil, row: int, file_name: str) -> Unreadable:
    reason = (
        f"The date of birth, “{pupil.born_as_written[:40]}”, is no calendar date; kept as it is."
    )
    return Unreadable(row=row, reason=reason, upn=pupil.upn, file_name=file_name)


def _keep_some(kept: list[T], one: T) -> None:
    if len(kept) < MOST_LISTED:
        kept.append(one)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
