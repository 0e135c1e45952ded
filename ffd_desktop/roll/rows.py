"""A pupil as a store keeps them: a body it need not understand, and what it finds them by."""

from __future__ import annotations

from hashlib import blake2b

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.branches import packed_with, unpacked
from ffd_desktop.roll.ctf_pupil import read_known, read_pupil
from ffd_desktop.roll.keys import family_keys, search_key, sort_key
from ffd_desktop.roll.pupil import Found, Pupil
from ffd_desktop.tables.folding import squeeze


class RollRow(Private, frozen=True, gc=False):
    """One row of the roll.

    Attributes:
        key: The UPN; for a pupil who has none yet, a key of the admission number or, failing that,
            of name and birthday.
        search_key: Folded words, each after a space (``keys.search_key``).
        sort_key: What rows are listed by, then by ``key``.
        family_keys: Numbers shared within a family; unsigned, 32 bits, in order, no two equal.
        fingerprint: 16 bytes that change when anything about the pupil does.
        body: What the file says of the pupil, packed, for ``pupil_of``.
    """

    key: str
    search_key: str
    sort_key: str
    family_keys: tuple[int, ...]
    fingerprint: bytes
    body: bytes


def key_of(pupil: Pupil) -> str:
    """Give what a pupil is known by on the roll."""
    if pupil.upn:
        return pupil.upn
    if pupil.admission_number:
        number = squeeze(pupil.admission_number)
        return f"no-upn-a-{blake2b(number.encode(), digest_size=10).hexdigest()}"
    who = f"{squeeze(pupil.surname)}|{squeeze(pupil.forename)}|{pupil.date_of_birth}"
    return f"no-upn-{blake2b(who.encode(), digest_size=10).hexdigest()}"


def row_of(found: Found) -> RollRow:
    """Make the row of a pupil."""
    pupil = found.known
    return RollRow(
        key=key_of(pupil),
        search_key=search_key(pupil),
        sort_key=sort_key(pupil),
        family_keys=family_keys(pupil),
        fingerprint=blake2b(found.body, digest_size=16).digest(),
        body=found.body,
    )


def left_row(body: bytes, day: str) -> RollRow:
    """Make the row of a pupil who is on the roll no more, from the row's body.

    Args:
        body: As it was kept.
        day: ISO day of the import; an earlier one stays.
    """
    marked = packed_with(body, "leftroll", day)
    return row_of(Found(read_known(unpacked(marked)), marked))


def pupil_of(body: bytes) -> Pupil:
    """Read the whole pupil out of a row's body."""
    return read_pupil(unpacked(body))
