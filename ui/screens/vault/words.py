"""What a check found, in words, and what to do about it. Holds no widget."""

from __future__ import annotations

from datetime import datetime

import msgspec

from ffd_desktop.app.checkups import Checked, FaultKind
from ffd_desktop.vault.head_code import HeadCode, spaced
from ui.when import when_words

NEVER = "This vault has not been checked in this window yet."
_EXPLAINED = (
    "Ask whether a backup was put back, or the vault was rescued, since the page was printed. "
    "That explains it; what was written in between is in the vault that was set aside then."
)
_COPIED = (
    "If nobody did: delete nothing. Lock the vault and copy its folder to another disk or a USB "
    "stick. You can go on writing afterwards."
)
_TOLD = (
    "Tell your IT support, and read them these words. Do not hand them the page: it names a child."
)
_LOOKED_FOR = (
    "Then look for the newer vault: lock, and choose “Put a backup back” on the locked screen. It "
    "says what each backup holds."
)
_NOT_AS_PRINTED = (_EXPLAINED, _COPIED, _TOLD, _LOOKED_FOR)
_STEPS = {
    FaultKind.SEAL: "Part of the file cannot be read as it was written: the disk may be failing.",
    FaultKind.STRUCTURE: "The file’s parts do not hang together any more.",
    FaultKind.CHAIN: "Records are missing or are others than were written: an older or changed "
    "file may have been put in this one’s place.",
    FaultKind.READERS: "Who may read a referral was changed by something other than this program.",
    FaultKind.FILES: "A file that goes with a referral is missing, or is not what came in.",
    FaultKind.SEALED: "Something that was sealed is missing, or no longer matches its digest.",
    FaultKind.OUTBOX: "Whether a referral was delivered was changed by something other than this "
    "program. Ask the council what came in.",
}


class Outcome(msgspec.Struct, frozen=True):
    """The last check in words.

    Attributes:
        heading: Sound or not, and when.
        lines: What was looked at, or what is wrong.
        meaning: What each kind of fault means.
        steps: What to do, in order; empty when all is sound.
    """

    heading: str
    lines: tuple[str, ...]
    is_sound: bool
    meaning: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Comparison(msgspec.Struct, frozen=True):
    """What came of holding the vault against a printed page.

    Attributes:
        heading: Whether it fits.
        what: What that means.
        steps: What to do, in order; empty when it fits.
    """

    heading: str
    what: str
    fits: bool
    steps: tuple[str, ...] = ()


def comparison_words(code: HeadCode, fault: str | None) -> Comparison:
    """Put in words what came of it; ``fault`` is how the vault contradicts the page, if it does."""
    if fault is None:
        return Comparison(
            "The vault fits this page",
            f"Its record {spaced(code.count)} is the one that the page was made from, so no older "
            "copy was put in its place since. Whether all of it is whole, the check above tells.",
            fits=True,
        )
    return Comparison("The vault contradicts this page", fault, fits=False, steps=_NOT_AS_PRINTED)


def numbered(steps: tuple[str, ...]) -> str:
    """Write steps one under the other, with their numbers."""
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))


def outcome_words(checked: Checked, now: datetime) -> Outcome:
    """Put what a check found in words."""
    report = checked.report
    when = f"checked {when_words(checked.at, now)} by {checked.by}"
    counts = (
        f"{report.pages:,} pages, {report.records:,} records and {report.referrals:,} "
        f"{'referral' if report.referrals == 1 else 'referrals'} were looked at: the seal of "
        "each page, how the pages hang together, and that each record follows the one before."
    )
    if report.is_sound:
        return Outcome(f"The vault is sound, {when}", (counts, *report.notes), is_sound=True)
    return Outcome(
        f"Something is wrong with the vault, {when}",
        (*report.faults, counts, *report.notes),
        is_sound=False,
        meaning=tuple(_STEPS[kind] for kind in report.kinds),
        steps=_steps(report.kinds),
    )


def _steps(kinds: tuple[FaultKind, ...]) -> tuple[str, ...]:
    keep = "Delete nothing. You can go on writing; save the referral you are in as a PDF as well."
    copy = (
        "Lock the vault and make a copy of its folder on another disk or a USB stick, so that "
        "nothing gets worse."
    )
    tell = "Tell your IT support, and show them these words: they name no child."
    back = (
        "Then put the newest good backup back: lock, and choose “Put a backup back” on the locked "
        "screen. It says what the backup holds and what would be missing. When no backup is new "
        "enough, the same screen rescues what the damage has not touched."
    )
    if kinds == (FaultKind.READERS,):
        return (tell, "Look at who may read each restricted referral, and choose it anew.")
    return (keep, copy, tell, back)
