"""Backups, the vault in use and what came of putting one back, in words. Holds no widget."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from ffd_desktop.app.rescue import BackupSeen, Restored, Salvaged, Seen, VaultSeen
from ui.when import day_words, when_words


class Choice(msgspec.Struct, frozen=True):
    """One thing to put back.

    Attributes:
        source: Where it lies.
        title: When it is from, or that it is a rescue.
        note: What it holds and what would be lost.
        is_rescue: Whether it takes out what damage has left, instead of putting all back.
    """

    source: Path
    title: str
    note: str
    is_rescue: bool = False


class Done(msgspec.Struct, frozen=True):
    """What was done: a heading, and lines in the order in which they matter."""

    heading: str
    lines: tuple[str, ...]
    is_whole: bool = True


def vault_words(vault: VaultSeen) -> str:
    """Say what the vault in use holds, as far as that can be told from outside."""
    if not vault.is_there:
        return "There is no vault in its folder. What you put back takes that place."
    if vault.are_keys_lost:
        return (
            "The vault’s file is there, but its keys are lost or damaged. A backup made with the "
            "same keys can give them back: then nothing that was written since is lost."
        )
    if vault.records is None:
        return "What it holds cannot be told without opening it."
    return (
        f"When it was last locked it held {_records(vault.records)}. A record is one change: an "
        "answer written, a draft begun."
    )


def choices_of(seen: Seen, now: datetime, broken: frozenset[Path]) -> tuple[Choice, ...]:
    """Give everything that can be put back, best first; rescuing comes last."""
    backups = [_choice(one, seen.vault, now, is_broken=one.path in broken) for one in seen.found]
    rescues = [
        Choice(
            one.path,
            f"What the backup of {_when(one, now)} still holds",
            "It is not whole. What the damage has not touched is taken into a new vault.",
            is_rescue=True,
        )
        for one in seen.found
        if one.path in broken
    ]
    if seen.vault.can_be_rescued:
        rescues.append(
            Choice(
                seen.vault.folder,
                "What the vault in use still holds",
                "For a damaged vault, when no good backup is new enough. What the damage has not "
                "touched is taken into a new vault; the damaged one is set aside.",
                is_rescue=True,
            )
        )
    return (*backups, *rescues)


def places_words(seen: Seen) -> str:
    """Say where was looked."""
    if not seen.places:
        return "This computer does not remember a folder of backups."
    listed = ", ".join(str(place) for place in seen.places)
    return f"Looked in {listed}." if seen.found else f"There is no backup in {listed}."


def restored_words(done: Restored) -> Done:
    """Say what was put back and where the old vault is."""
    held = f"It holds {_referrals(done.report.referrals)} and {_records(done.report.records)}."
    checked = "Every page, every record and how they follow one another were checked."
    if done.is_keys_only:
        return Done(
            "The keys are back, and nothing is lost",
            (f"{held} Everything that was written after the backup is there too.", checked),
        )
    aside = (_aside(done.aside),) if done.aside else ()
    opens = (
        "It opens with what you have just typed. The passphrases and the recovery sheet of that "
        "time open it, newer ones do not."
    )
    return Done(
        "The backup is back",
        (
            f"{held} {checked}",
            *aside,
            opens,
        ),
    )


def salvaged_words(done: Salvaged) -> Done:
    """Say honestly what was and what was not recovered."""
    lost = [
        f"{done.bad_pages:,} of {done.pages:,} pages could not be read."
        if done.bad_pages
        else f"All {done.pages:,} pages could be read.",
        f"{_records(done.lost_records)} could not be recovered."
        if done.lost_records
        else "No record is missing.",
    ]
    if done.cut_histories:
        lost.append(
            f"{_referrals(done.cut_histories)} came back without the whole history of changes."
        )
    if done.unplaced:
        lost.append(f"{done.unplaced:,} changes could be read but found no place any more.")
    if done.lost_files:
        lost.append(f"{_files(done.lost_files)} could not be read whole; add them again.")
    if done.lost_sealed:
        what = "Something that was sealed" if done.lost_sealed == 1 else f"{done.lost_sealed} seals"
        lost.append(
            f"{what} could not be read whole; a referral without its seal is a draft again."
        )
    read = "Read each referral through before you rely on it."
    roll = "The school’s roll is not taken along: bring it in again."
    aside = (_aside(done.aside),) if done.aside else ()
    is_whole = not (
        done.lost_records
        or done.cut_histories
        or done.unplaced
        or done.lost_files
        or done.lost_sealed
    )
    rescued = f"{_referrals(done.referrals)} {'is' if done.referrals == 1 else 'are'} rescued"
    return Done(rescued, (" ".join(lost), read, roll, *aside), is_whole=is_whole)


def _choice(one: BackupSeen, vault: VaultSeen, now: datetime, *, is_broken: bool) -> Choice:
    what = "Set aside here" if one.is_aside else "Backup"
    parts = [_good(one, is_broken=is_broken), _difference(one, vault)]
    if one.is_ours is False:
        parts.insert(0, "Of another vault.")
    return Choice(one.path, f"{what}: {_when(one, now)}", " ".join(part for part in parts if part))


def _good(one: BackupSeen, *, is_broken: bool) -> str:
    count = f"{_records(one.records)}. ".capitalize() if one.records is not None else ""
    if is_broken:
        return f"{count}Not whole: it was tried just now."
    if one.is_good:
        return f"{count}Proved good."
    return f"{count}Not proved yet; it is proved before anything is changed."


def _difference(one: BackupSeen, vault: VaultSeen) -> str:
    if one.records is None or vault.records is None or one.is_ours is False:
        return ""
    more = vault.records - one.records
    if more > 0:
        return f"The vault in use has {more:,} more; they stay in the folder that is set aside."
    if more < 0:
        return f"That is {-more:,} more than the vault in use has."
    return "That is as many as the vault in use has."


def _when(one: BackupSeen, now: datetime) -> str:
    """Say the day in full: backups are compared with paper, and with each other."""
    local = one.made_at.astimezone(now.tzinfo)
    near = when_words(one.made_at.isoformat(), now).partition(" ")[0]
    day = day_words(local.date().isoformat())
    named = f"{near}, {day}" if near.isalpha() else day
    return f"{named}, {local:%H:%M}"


def _aside(aside: Path) -> str:
    return f"What stood there before is set aside, not deleted: {aside}"


def _records(count: int) -> str:
    return f"{count:,} record" if count == 1 else f"{count:,} records"


def _referrals(count: int) -> str:
    return f"{count:,} referral" if count == 1 else f"{count:,} referrals"


def _files(count: int) -> str:
    return f"{count:,} file" if count == 1 else f"{count:,} files"
