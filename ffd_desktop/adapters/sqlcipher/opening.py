"""Opening a vault that is there, and checking it. Never makes, moves or resets one.

What an earlier run began and did not finish (a schema step, a new data key) is finished here; a
schema step only after a proved copy. What these functions give is not thread-safe: one thread opens
a vault and keeps it.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters.sqlcipher import before_steps, rekeying, translating
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.guesses_on_disk import GuessesOnDisk
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk, Unlocked
from ffd_desktop.adapters.sqlcipher.open_vault import Held, OpenVault
from ffd_desktop.adapters.sqlcipher.steps import bring_up, lacks_steps, version_of
from ffd_desktop.adapters.sqlcipher.vault import has_database, state_of
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.adapters.sqlcipher.ways_in import WaysIn
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.undoing import undone_on_failure
from ffd_desktop.vault import calibrate, trouble
from ffd_desktop.vault.head_code import HeadCode
from ffd_desktop.vault.keys import Argon2Cost, SlotKey
from ffd_desktop.vault.keysfile import PassphraseWay, Way
from ffd_desktop.vault.reminding import Notice
from ffd_desktop.vault.slots import Secret
from ffd_desktop.vault.states import Missing

ONE_PAGE: Final = 4096
_UNCOUNTED: Final = {"folder_read_only": "vault_read_only", "file_io": "vault_io"}


def open_vault(
    folder: Path, secret: Secret, *, clock: Clock, whose: str = "", renews: bool = False
) -> OpenVault:
    """Unlock a vault.

    Args:
        folder: Where it lies.
        secret: A passphrase, a recovery code that has been read, or a keyring's slot key.
        clock: Tells the time.
        whose: The name of the member of staff, so that only their slot is tried.
        renews: Make the slot dearer or newer where this computer and program ask for it.

    Raises:
        ProblemForPerson: ``vault_missing``, ``wrong_passphrase``, ``wrong_recovery_code``,
            ``wait_before_guessing``, ``keys_damaged``, ``vault_damaged``, ``vault_in_use``,
            ``vault_read_only``, ``vault_too_new``, ``disk_full``, ``vault_io`` ... Nothing but
            the count of guesses is then changed.
    """
    if not has_database(folder) and isinstance(state_of(folder), Missing):
        raise trouble.vault_missing()
    on_disk = KeysOnDisk(folder)
    start = time.perf_counter()
    unlocked = _guessed(folder, on_disk, secret, clock=clock, whose=whose)
    took_s = time.perf_counter() - start
    ways = WaysIn(on_disk, unlocked.read.content, unlocked.opened, clock)
    database = _open_database(folder, ways, clock)
    notices: list[Notice] = []
    if not ways.is_ours:
        notices.append(_meddled())
    elif unlocked.wants_repair:
        notices.append(_repaired(is_done=on_disk.repair(ways.content, ways.keys.data)))
    if renews and ways.is_ours:
        _renew(ways, secret, took_s)
    with undone_on_failure(database.close):
        return OpenVault(Held(database, ways, tuple(notices)), clock)


def prove_secret(folder: Path, secret: Secret, *, clock: Clock, whose: str = "") -> None:
    """Make sure that a secret, of one member of staff when named, opens a vault; opens nothing.

    Raises:
        ProblemForPerson: ``wrong_passphrase``, ``wait_before_guessing``, ``keys_damaged`` ...
    """
    _guessed(folder, KeysOnDisk(folder), secret, clock=clock, whose=whose)


def verify_vault(
    folder: Path,
    secret: Secret,
    *,
    clock: Clock,
    head: HeadCode | None = None,
    whose: str = "",
    progress: Progress = SILENT,
) -> VerifyReport:
    """Open a vault, check all of it, against a paper's head too when there is one; lock it.

    Raises:
        ProblemForPerson: As ``open_vault``, and ``stopped``.
    """
    vault = open_vault(folder, secret, clock=clock, whose=whose)
    try:
        report = vault.verify(progress)
        told = vault.contradicts(head) if head else None
        return msgspec.structs.replace(report, faults=(*report.faults, told)) if told else report
    finally:
        vault.lock()


def _renew(ways: WaysIn, secret: Secret, took_s: float) -> None:
    """Make a slot again that is of the first format or too cheap for this computer, if it can be.

    The old one opens the vault as well as ever, so nobody is told of a failure.
    """
    way = ways.slot.facts.way
    cost = calibrate.next_up(way.cost, took_s) if isinstance(way, PassphraseWay) else None
    if ways.slot.can_be_carried and (cost is None or way == _at_cost(way, cost)):
        return
    with contextlib.suppress(ProblemForPerson):
        ways.renew(secret, cost=cost or calibrate.LEAST)


def _at_cost(way: Way, cost: Argon2Cost) -> Way:
    return msgspec.structs.replace(way, cost=cost) if isinstance(way, PassphraseWay) else way


def _guessed(
    folder: Path, on_disk: KeysOnDisk, secret: Secret, *, clock: Clock, whose: str = ""
) -> Unlocked:
    """Try a secret; SECURITY: it is counted on the disk before it is checked, kill or not.

    A keyring's slot key is not counted and does not wait: nobody types it, and 256 random bits are
    not guessed. So a broken keyring keeps nobody from typing their passphrase.
    """
    if isinstance(secret, SlotKey):
        return on_disk.unlock(secret, whose=whose)
    guesses = GuessesOnDisk(folder, on_disk.read()[0].content.vault_id, clock.monotonic)
    try:
        guesses.count()
    except ProblemForPerson as problem:
        code = _UNCOUNTED.get(problem.code)
        raise (translating.problem(code) if code else problem) from None
    try:
        unlocked = on_disk.unlock(secret, whose=whose)
    except ProblemForPerson as problem:
        raise trouble.with_wait(problem, guesses.wait_s()) from None
    with contextlib.suppress(ProblemForPerson):
        guesses.start_anew()
    return unlocked


def _open_database(folder: Path, ways: WaysIn, clock: Clock) -> Database:
    """Open a database that is there already; finish a re-keying that was cut short.

    SECURITY: SQLite takes a file of one byte or none for a new database and would write one.
    """
    path = database_path(folder)
    _expect(path.is_file() and not path.is_symlink() and path.stat().st_size >= ONE_PAGE)
    database = _under_either_key(path, ways)
    # what is open may be another one by the time that something fails
    with undone_on_failure(lambda: database.close()):  # noqa: PLW0108
        _expect(version_of(database) > 0)
        if lacks_steps(database):
            database = _copied_first(folder, database, ways, clock)
            bring_up(database)
        _expect(database.value("SELECT vault_id FROM vault") == ways.content.vault_id)
        with contextlib.suppress(ProblemForPerson):
            rekeying.finish(database, ways)
    return database


def _copied_first(folder: Path, database: Database, ways: WaysIn, clock: Clock) -> Database:
    """Keep a proved copy, and give the database opened anew.

    SECURITY: it is closed meanwhile. On POSIX, reading a file and closing it takes away the lock
    that SQLite holds on the same file in the same process.
    """
    before_steps.note_head(database, ways, clock)
    database.close()
    before_steps.keep_copy(folder, ways, clock)
    return _under_either_key(database_path(folder), ways)


def _under_either_key(path: Path, ways: WaysIn) -> Database:
    try:
        return Database(path, ways.keys.data.reveal())
    except ProblemForPerson as problem:
        former = ways.former()
        if former is None or problem.code != "vault_damaged":
            raise
        return Database(path, former.reveal())


def _expect(is_so: bool) -> None:  # noqa: FBT001 - it reads as a sentence
    if not is_so:
        raise translating.problem("vault_damaged")


def _meddled() -> Notice:
    return Notice(
        "keys_meddled",
        "The vault’s keys file was changed by something other than this program. Your words are "
        "safe; make a new recovery sheet and tell your IT support.",
    )


def _repaired(*, is_done: bool) -> Notice:
    done = "and was put right from the other." if is_done else "and could not be put right."
    return Notice("keys_repaired", f"One of the two copies of the keys file was damaged {done}")
