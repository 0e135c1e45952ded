"""Whether the office is to look at a council's details again, and why. Stops nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ffd_desktop.councils.checked import DetailKind, OfficeDetails
from ffd_desktop.councils.details import NAMES, Detail, day_words, details_of
from ffd_desktop.councils.pack import Pack, Value

_NAMED_AT_MOST = 2


class LookAgain(Value, frozen=True):
    """Why to look at the details again.

    Attributes:
        heading: The reason that matters most, in a few words.
        words: What it is about.
        is_urgent: Whether a number or its hours may be wrong, since the council published others.
    """

    heading: str
    words: str
    is_urgent: bool = False


def look_again(pack: Pack, office: OfficeDetails, today: date) -> LookAgain | None:
    """Say why the office is to look at a council's details again; ``None`` while all is well."""
    details = details_of(pack, office, today)
    changed = [one for one in details if one.has_changed]
    if changed:
        return LookAgain(
            heading="The council publishes something new",
            words=f"{_named(changed)}: not what your office checked. Say which of the two holds.",
            is_urgent=True,
        )
    if any(one.due for one in details):
        return LookAgain(heading="Time to look again", words=_why_due(pack, today))
    new = [one for one in details if one.published and one.checked is None]
    if new:
        return LookAgain(
            heading="Not yet checked by your office",
            words=f"{_named(new)}. Compare them with the council’s own page, or phone once.",
        )
    return None


def _why_due(pack: Pack, today: date) -> str:
    if pack.valid_to is not None and pack.valid_to < today:
        return f"What is published was valid until {day_words(pack.valid_to)}."
    if pack.review_by < today:
        return f"What is published was to be looked at again by {day_words(pack.review_by)}."
    return f"What is published was reviewed on {day_words(pack.reviewed_on)}, after your check."


def _named(details: Sequence[Detail]) -> str:
    """Name a few of them, and count the others."""
    names = [f"{_short(one.kind)} of {one.name}" for one in details]
    told, more = names[:_NAMED_AT_MOST], len(names) - _NAMED_AT_MOST
    if more > 0:
        told.append(f"{more} more")
    words = " and ".join((", ".join(told[:-1]), told[-1])) if len(told) > 1 else told[0]
    return f"{words[0].upper()}{words[1:]}"


def _short(kind: DetailKind) -> str:
    return {DetailKind.PHONE: "number", DetailKind.HOURS: "hours"}.get(kind, NAMES[kind].lower())
