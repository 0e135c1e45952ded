"""An addendum: what was wrong or is new, and why, to a referral that stays as it was sealed."""

from __future__ import annotations

from typing import Final

from ffd_desktop.referral.private import Private

FORMAT: Final = 1


class Addendum(Private, frozen=True):
    """What is sealed of an addendum, as JSON.

    Attributes:
        referral: The id of the referral that it belongs to.
        place: The first addendum of a referral is 1.
        corrects: SHA-256 of the referral's content, in hexadecimal.
        written_at: Wall-clock time, UTC, ISO form.
    """

    referral: str
    reference: str
    place: int
    corrects: str
    text: str
    written_by: str
    written_at: str
    format: int = FORMAT
