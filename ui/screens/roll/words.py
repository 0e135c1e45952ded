"""A roll and its preview in words. Holds no widget."""

from __future__ import annotations

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.preview import RollPreview
from ffd_desktop.roll.pupil import RollSource, Unreadable
from ui.when import day_words


class RollNow(Private, frozen=True):
    """The roll in use: how many, whose and when, in words."""

    count: str
    details: str


class Count(Private, frozen=True):
    """A number of the preview, what it counts, and what that means."""

    number: str
    name: str
    meaning: str


def roll_now(source: RollSource | None, count: int) -> RollNow | None:
    """Put the roll in use in words; ``None`` when there is none."""
    if source is None:
        return None
    day = f"written on {day_words(source.day)}" if source.day else "without a date of its own"
    school = f"{source.school_name}, " if source.school_name else ""
    return RollNow(f"{count:,} {pupils(count)}", f"{school}{day}")


def counts(preview: RollPreview) -> tuple[Count, ...]:
    """Put the preview's numbers in words."""
    return (
        Count(f"{preview.new:,}", "new", "not on the roll in use"),
        Count(f"{preview.changed:,}", "changed", "something about them differs"),
        Count(f"{preview.unchanged:,}", "the same", "nothing differs"),
        Count(f"{preview.gone:,}", "gone", "on the roll in use, not in this file"),
    )


def source_words(source: RollSource) -> str:
    """Say where a file comes from: school, day, kind."""
    school = source.school_name or "A school that the file does not name"
    day = f", written on {day_words(source.day)}" if source.day else ""
    kind = f", CTF {source.ctf_version}" if source.ctf_version else ""
    return f"{school}{day}{kind}"


def unreadable_words(row: Unreadable, source: RollSource) -> str:
    """Say which row could not be read, and why: a pupil of a CTF, a row of a table."""
    upn = f", UPN {row.upn}" if row.upn else ""
    thing = "Row" if source.document in {"Table", "OneRoster"} else "Pupil"
    return f"{thing} {row.row:,} of the file{upn}: {row.reason}"


def changes_words(preview: RollPreview) -> str:
    """Say what differs in how many, and who stays although gone; empty when nothing is to say."""
    parts = [f"{words} ({count:,})" for words, count in preview.changes]
    said = f"What differs: {', '.join(parts)}." if parts else ""
    kept = preview.kept_count
    if kept:
        who = "pupil stays" if kept == 1 else "pupils stay"
        said += f" {kept:,} {who} on the roll, marked as gone, because a referral names them."
    return said.strip()


def pupils(count: int) -> str:
    """Give "pupil" or "pupils"."""
    return "pupil" if count == 1 else "pupils"
