"""Takes what a damaged vault still holds into a new one, without plaintext on the disk.

Of the damaged file only the sound pages are used, and of the records only those whose keyed
digest holds. The old vault is set aside, never changed. The roll is not taken along: it is
imported again from its file.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher import backup, handover_store, keys_on_disk, restoring
from ffd_desktop.adapters.sqlcipher.cells import rows_on
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.found import Found, Record, sorted_out
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk, Unlocked
from ffd_desktop.adapters.sqlcipher.pages import read_pages
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.adapters.sqlcipher.referral_store import SqlReferralStore
from ffd_desktop.adapters.sqlcipher.settings_store import SqlSettingsStore
from ffd_desktop.adapters.sqlcipher.vault import make_database
from ffd_desktop.drafting.ports import By, Clock, DraftState
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, WHOLE, Part, Progress
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.vault import chain, trouble
from ffd_desktop.vault.keysfile import Anchor
from ffd_desktop.vault.slots import Secret

READING: Final = "Reading what the damage has not touched"
WRITING: Final = "Writing it into a new vault"
_AFTER_READING: Final = WHOLE // 3
_MISFIT: Final = frozenset({"unknown_path", "value_does_not_fit"})
_EDIT: Final = msgspec.json.Decoder(Edit)


class Salvaged(msgspec.Struct, frozen=True):
    """What came of it.

    Attributes:
        pages: How many pages the damaged file has.
        bad_pages: How many of them were lost.
        referrals: How many referrals are in the new vault.
        lost_records: How many edits and the like could not be read.
        cut_histories: Referrals whose text is there as it was last settled, without its history.
        unplaced: Readable edits whose referral is lost, or that no longer fit into it.
        lost_files: How many files of rescued referrals could not be read whole.
        lost_sealed: How many sealed referrals and addenda could not. A referral whose sealing is
            lost is a draft again.
        aside: Where the damaged vault lies now, if it stood in the new one's place.
    """

    pages: int
    bad_pages: int
    referrals: int
    lost_records: int
    cut_histories: int
    unplaced: int
    lost_files: int = 0
    lost_sealed: int = 0
    aside: Path | None = None


def salvage(
    source: Path, folder: Path, secret: Secret, *, clock: Clock, progress: Progress = SILENT
) -> Salvaged:
    """Make a new vault in a folder of what can be read of a damaged vault or backup.

    The ways in stay the same: the new vault has the old one's keys.

    Raises:
        ProblemForPerson: ``nothing_to_salvage``, ``one_backup_wanted``, ``keys_damaged``,
            ``wrong_passphrase``, ``wait_before_guessing``, ``vault_in_use``, ``stopped``, or
            trouble with the disk. Nothing was then changed.
    """
    if not restoring.is_vault(source) and backup.listed(source):
        raise trouble.one_backup_wanted()
    unlocked = restoring.unlocked_counted(source, folder, secret, clock=clock)
    vault_keys, content = unlocked.opened.keys, unlocked.read.content
    key = vault_keys.data
    try:
        reading = Part(progress, READING, end=_AFTER_READING)
        pages = read_pages(database_path(source), key.reveal(), told=reading.step)
    except OSError:
        raise trouble.nothing_to_salvage() from None
    found = sorted_out(rows_on(pages), vault_keys.root.derive(chain.PURPOSE))
    if not (found.records or found.snapshots or found.settings):
        raise trouble.nothing_to_salvage()
    part = restoring.part_of(folder)
    try:
        files.make_private_folder(part)
        files.copy_once(KeysOnDisk(source).sound_path(), part / keys_on_disk.NAME)
        make_database(part, content, key)
        writing = Part(progress, WRITING, start=_AFTER_READING)
        report, head = _written(part, unlocked, found, clock, writing)
        kept = msgspec.structs.replace(content, anchor=head, revision=content.revision + 1)
        read = msgspec.structs.replace(unlocked.read, content=kept)
        renewed = msgspec.structs.replace(unlocked, read=read)
        aside = restoring.put_in_place(part, folder, renewed, clock=clock)
    finally:
        files.remove_folder(part)
    expected = max(found.last_seq, content.anchor.count if content.anchor else 0)
    return msgspec.structs.replace(
        report,
        pages=len(pages),
        bad_pages=pages.count(None),
        lost_records=expected - found.known,
        aside=aside,
    )


def _written(
    part: Path, unlocked: Unlocked, found: Found, clock: Clock, writing: Part
) -> tuple[Salvaged, Anchor]:
    vault_keys = unlocked.opened.keys
    database = Database(database_path(part), vault_keys.data.reveal())
    try:
        log = RecordLog(database, vault_keys.root.derive(chain.PURPOSE), clock.monotonic)
        store = SqlReferralStore(database, log)
        _write_settings(database, found)
        told, lost_files, lost_sealed, numbers = [], 0, 0, found.referrals
        for done, number in enumerate(numbers):
            writing.step(done, len(numbers))
            told.append(_write_referral(store, number, found))
            if (first := told[-1][0]) is not None:
                lost_files += _write_files(store, log, first.id, number, found)
                lost_sealed += _write_sealed(store, number, found)
                _write_outbox(store, first.id, number, found)
                _write_handovers(store, first.id, number, found)
                _write_state(store, first.id, number, found)
        for grave, by in found.graves.values():
            with log.writing():
                log.bury(0, grave, by=by)
        store.settle()
        report = Salvaged(
            0,
            0,
            referrals=sum(base is not None for base, _, _ in told),
            lost_records=0,
            cut_histories=sum(is_cut for _, is_cut, _ in told),
            unplaced=sum(unplaced for _, _, unplaced in told),
            lost_files=lost_files,
            lost_sealed=lost_sealed,
        )
        return report, log.head()
    finally:
        database.close()


def _write_settings(database: Database, found: Found) -> None:
    settings = SqlSettingsStore(database)
    for key, value in found.settings.items():
        settings.put(key, value)
    with database.transaction():
        for name, last in found.counters.items():
            database.run("INSERT INTO counters VALUES (?, ?)", (name, last))


def _write_referral(
    store: SqlReferralStore, number: int, found: Found
) -> tuple[Referral | None, bool, int]:
    """Write one referral: with its history where that leads to what was settled, else as settled.

    Returns:
        What it began with (None when that is lost), whether its history is cut, and how many
        edits found no place.
    """
    records = found.records_of(number)
    edits = sum(record.kind == "edit" for record in records)
    first, later = _beginning(number, records, found)
    if first is None:
        return None, False, edits
    store.create(first, by=found.by_of(number), readers=found.readers_of(number))
    here, unplaced = first, 0
    for record in later:
        try:
            edit = _EDIT.decode(record.body)
            after = replay(here, [edit])
            store.append(first.id, [edit], after, by=record.by)
            here = after
        except (ProblemForPerson, msgspec.MsgspecError) as error:
            if isinstance(error, ProblemForPerson) and error.code not in _MISFIT:
                raise
            unplaced += 1
    is_whole = any(record.kind == "created" for record in records) and len(later) == edits
    return first, not is_whole, unplaced


def _write_files(
    store: SqlReferralStore, log: RecordLog, referral_id: str, number: int, found: Found
) -> int:
    """Write a referral's files that are whole; give how many are not."""
    lost, by = 0, found.by_of(number)
    for file in found.files_of(number).values():
        pieces = found.bytes_of(number, file)
        if pieces is None:
            lost += 1
            continue
        with log.writing():
            store.files.keep_whole(referral_id, file, pieces, by=by)
    return lost


def _write_sealed(store: SqlReferralStore, number: int, found: Found) -> int:
    """Write what was sealed of a referral and is whole; give how many are not.

    An addendum without the referral that it belongs to is not written either.
    """
    told, kept = found.sealed_of(number), 0
    for facts in told:
        whole = found.bytes_sealed(facts)
        if whole is None:
            break
        sealed, copies = whole
        store.sealed.keep_whole(sealed, copies, by=By(facts.sealed_by, "salvage", facts.sealed_at))
        kept += 1
    return len(told) - kept


def _write_outbox(store: SqlReferralStore, referral_id: str, number: int, found: Found) -> None:
    """Write what is known of the way of what was sealed, where that is there again."""
    there = {one.id for one in store.sealed.of(referral_id)}
    for one in found.outbox_of(number, referral_id):
        if one.sealed in there:
            store.outbox.put(one, by=By("", "salvage", one.queued_at))


def _write_handovers(store: SqlReferralStore, referral_id: str, number: int, found: Found) -> None:
    """Write to whom a referral was handed over and where it came from; what is torn is left out."""
    for record in found.records_of(number):
        if record.kind == handover_store.KIND:
            with contextlib.suppress(msgspec.MsgspecError):
                noted = handover_store.noted_in(record.body)
                store.handovers.note(referral_id, noted, by=record.by)


def _write_state(store: SqlReferralStore, referral_id: str, number: int, found: Found) -> None:
    """Write where a referral stood; what is not sealed any more is a draft, or archived."""
    for record in [one for one in found.records_of(number) if one.kind == "state"][-1:]:
        with contextlib.suppress(ValueError):
            state = DraftState(record.body.decode())
            if state is DraftState.ARCHIVED or store.sealed.of(referral_id):
                store.set_state(referral_id, state, by=record.by)


def _beginning(
    number: int, records: Iterable[Record], found: Found
) -> tuple[Referral | None, list[Record]]:
    """Choose what to begin with, and the edits that are still to follow."""
    edits = [record for record in records if record.kind == "edit"]
    first = next((_decoded(one.body) for one in records if one.kind == "created"), None)
    if number in found.snapshots:
        upto, body = found.snapshots[number]
        settled = _decoded(body)
        if settled is not None and not _leads_to(first, edits, upto, settled):
            return settled, [edit for edit in edits if edit.seq > upto]
    if first is None and number in found.shelf:
        first = Referral(*found.shelf[number])
    return first, edits


def _leads_to(
    first: Referral | None, edits: Iterable[Record], upto: int, settled: Referral
) -> bool:
    try:
        told = [_EDIT.decode(edit.body) for edit in edits if edit.seq <= upto]
        return first is not None and replay(first, told) == settled
    except (ProblemForPerson, msgspec.MsgspecError):
        return False


def _decoded(body: bytes) -> Referral | None:
    try:
        return codec.decode(body)
    except ProblemForPerson:
        return None
