"""Making, opening and checking a vault in a folder. Never deletes or resets one that exists.

What these functions give is not thread-safe: one thread makes or opens a vault and keeps it.
"""

from __future__ import annotations

import contextlib
import time
from datetime import UTC
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher import translating
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.guesses_on_disk import GuessesOnDisk
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk, Unlocked
from ffd_desktop.adapters.sqlcipher.open_vault import Held, OpenVault
from ffd_desktop.adapters.sqlcipher.steps import bring_up, version_of
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import calibrate, keys, passphrase, slots, trouble
from ffd_desktop.vault.head_code import HeadCode
from ffd_desktop.vault.keys import Argon2Cost, DataKey
from ffd_desktop.vault.keysfile import KeysFile, PassphraseWay
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.reminding import Notice
from ffd_desktop.vault.slots import Secret, Staff
from ffd_desktop.vault.states import Locked, Missing

ONE_PAGE: Final = 4096
UNFINISHED: Final = "vault.db.new"
_UNCOUNTED: Final = {"folder_read_only": "vault_read_only", "file_io": "vault_io"}


class NewVault(msgspec.Struct, frozen=True):
    """What is asked of whoever makes a vault.

    Attributes:
        folder: Where; it is made when it is not there.
        staff: Whose passphrase it is.
        passphrase: As typed.
        about: Words that the passphrase may not consist of, such as the school's name.
        params: What a guess costs; calibrated on this computer when not given.
    """

    folder: Path
    staff: Staff
    passphrase: str
    about: tuple[str, ...] = ()
    params: Argon2Cost | None = None

    def __repr__(self) -> str:
        return "NewVault(hidden)"


def state_of(folder: Path) -> Missing | Locked:
    """Say whether there is a vault in a folder, and whose passphrases open it.

    Raises:
        ProblemForPerson: ``keys_damaged`` (also when they are missing beside a database),
            ``vault_missing`` when there are keys without a database, ``vault_too_new``.
    """
    on_disk, path = KeysOnDisk(folder), database_path(folder)
    if not on_disk.exist() and not _is_there(path):
        return Missing()
    content = on_disk.read()[0].content
    if not _is_there(path):
        raise trouble.database_missing()
    ways = (slot.facts for slot in content.slots)
    names = tuple(facts.name for facts in ways if isinstance(facts.way, PassphraseWay))
    return Locked(content.vault_id, names)


def create_vault(new: NewVault, *, clock: Clock) -> tuple[OpenVault, RecoveryCode]:
    """Make a vault; both ways in are proved from the disk before it can hold a record.

    Raises:
        ProblemForPerson: ``vault_exists``, ``passphrase_weak``, ``too_little_memory``,
            ``keys_unproved`` or trouble with the folder or disk. Nothing is then left behind.
    """
    on_disk, path = KeysOnDisk(new.folder), database_path(new.folder)
    if on_disk.exist() or _is_there(path):
        raise trouble.vault_exists()
    demand(new.passphrase, about=(*new.about, new.staff.name))
    cost = new.params or calibrated()
    files.make_private_folder(new.folder)
    files.probe_writable(new.folder)
    code, data_key = RecoveryCode.fresh(), DataKey.fresh()
    content = _first_content(new, data_key, code, cost=cost, at=_now(clock))
    made: list[Path] = []
    try:
        made += on_disk.paths
        on_disk.write_first(content, data_key, (new.passphrase, code))
        guesses = GuessesOnDisk(new.folder, content.vault_id, clock.monotonic)
        made += guesses.paths
        guesses.start_anew()
        made += [new.folder / UNFINISHED, path]
        make_database(new.folder, content, data_key)
        database = Database(path, data_key.reveal())
    except ProblemForPerson as problem:
        if problem.code == "file_exists":
            raise trouble.vault_exists() from None
        files.remove_made(*made)
        raise
    held = Held(database, on_disk, content, data_key, content.slots[0])
    return OpenVault(held, clock), code


def open_vault(folder: Path, secret: Secret, *, clock: Clock) -> OpenVault:
    """Unlock a vault with a passphrase or a recovery code that has been read.

    Raises:
        ProblemForPerson: ``vault_missing``, ``wrong_passphrase``, ``wrong_recovery_code``,
            ``wait_before_guessing``, ``keys_damaged``, ``vault_damaged``, ``vault_in_use``,
            ``vault_read_only``, ``vault_too_new``, ``disk_full``, ``vault_io`` ... Nothing but
            the count of guesses is then changed.
    """
    if isinstance(state_of(folder), Missing):
        raise trouble.vault_missing()
    on_disk = KeysOnDisk(folder)
    unlocked = _guessed(folder, on_disk, secret, clock=clock)
    content, opened = unlocked.read.content, unlocked.opened
    database = _open_database(folder, content, opened.data_key)
    notices: list[Notice] = []
    if not opened.is_ours:
        notices.append(_meddled())
    elif unlocked.wants_repair:
        notices.append(_repaired(is_done=on_disk.repair(content, opened.data_key)))
    held = Held(
        database,
        on_disk,
        content,
        opened.data_key,
        opened.slot,
        notices=tuple(notices),
        is_ours=opened.is_ours,
    )
    return OpenVault(held, clock)


def prove_secret(folder: Path, secret: Secret, *, clock: Clock) -> None:
    """Make sure that a secret opens the vault in a folder; opens nothing.

    Raises:
        ProblemForPerson: ``wrong_passphrase``, ``wait_before_guessing``, ``keys_damaged`` ...
    """
    _guessed(folder, KeysOnDisk(folder), secret, clock=clock)


def verify_vault(
    folder: Path, secret: Secret, *, clock: Clock, head: HeadCode | None = None
) -> VerifyReport:
    """Open a vault, check all of it, against a paper's head too when there is one; lock it."""
    vault = open_vault(folder, secret, clock=clock)
    try:
        report = vault.verify()
        told = vault.contradicts(head) if head else None
        return msgspec.structs.replace(report, faults=(*report.faults, told)) if told else report
    finally:
        vault.lock()


def set_aside(folder: Path, *, clock: Clock) -> Path:
    """Move what lies in a vault's folder into a folder beside it; nothing is deleted.

    For a set-up that was cut short, or a vault that cannot be opened any more.
    """
    stamp = clock.now().strftime("%Y%m%d-%H%M%S")
    target = folder.with_name(f"{folder.name}-set-aside-{stamp}")
    files.move(folder, target)
    return target


def demand(text: str, *, about: tuple[str, ...] = ()) -> None:
    """Refuse a passphrase that would be guessed.

    Raises:
        ProblemForPerson: ``passphrase_weak``.
    """
    verdict = judged(text, about=about)
    if not verdict.is_accepted:
        raise trouble.weak_passphrase(verdict.words)


def judged(text: str, *, about: tuple[str, ...] = ()) -> passphrase.Verdict:
    """Judge a passphrase against the bundled list."""
    return passphrase.judge(text, common=_common(), about=about)


@cache
def calibrated() -> Argon2Cost:
    """Choose what a guess costs on this computer; measured once."""
    return calibrate.choose(_seconds_of)


@cache
def _common() -> frozenset[str]:
    listed = resources.files("resources") / "words" / "common_passphrases.txt"
    return passphrase.common_from(listed.read_text(encoding="utf-8"))


def _seconds_of(cost: Argon2Cost) -> float:
    start = time.perf_counter()
    keys.argon2id("how long does this take", salt=bytes(keys.SALT_BYTES), cost=cost)
    return time.perf_counter() - start


def _guessed(folder: Path, on_disk: KeysOnDisk, secret: Secret, *, clock: Clock) -> Unlocked:
    """Try a secret; SECURITY: it is counted on the disk before it is checked, kill or not."""
    guesses = GuessesOnDisk(folder, on_disk.read()[0].content.vault_id, clock.monotonic)
    try:
        guesses.count()
    except ProblemForPerson as problem:
        code = _UNCOUNTED.get(problem.code)
        raise (translating.problem(code) if code else problem) from None
    unlocked = on_disk.unlock(secret)
    with contextlib.suppress(ProblemForPerson):
        guesses.start_anew()
    return unlocked


def _first_content(
    new: NewVault, data_key: DataKey, code: RecoveryCode, *, cost: Argon2Cost, at: str
) -> KeysFile:
    vault_id = slots.new_vault_id()
    mine = slots.passphrase_slot(
        data_key, new.passphrase, vault_id=vault_id, staff=new.staff, cost=cost, at=at
    )
    sheet = slots.recovery_slot(data_key, code, vault_id=vault_id, at=at)
    return KeysFile(vault_id, at, 1, (mine, sheet))


def make_database(folder: Path, content: KeysFile, data_key: DataKey) -> None:
    """Make the database under another name, so that vault.db is there whole or not at all."""
    unfinished = folder / UNFINISHED
    database = Database(unfinished, data_key.reveal())
    try:
        bring_up(database)
        with database.transaction():
            database.run("INSERT INTO vault VALUES (1, ?, ?)", (content.vault_id, content.made_at))
    finally:
        database.close()
    files.make_private(unfinished)
    files.move(unfinished, database_path(folder))


def _open_database(folder: Path, content: KeysFile, data_key: DataKey) -> Database:
    """Open a database that is there already.

    SECURITY: SQLite takes a file of one byte or none for a new database and would write one.
    """
    path = database_path(folder)
    _expect(path.is_file() and not path.is_symlink() and path.stat().st_size >= ONE_PAGE)
    database = Database(path, data_key.reveal())
    try:
        _expect(version_of(database) > 0)
        bring_up(database)
        _expect(database.value("SELECT vault_id FROM vault") == content.vault_id)
    except BaseException:
        database.close()
        raise
    return database


def _expect(is_so: bool) -> None:  # noqa: FBT001 - it reads as a sentence
    if not is_so:
        raise translating.problem("vault_damaged")


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _now(clock: Clock) -> str:
    return clock.now().astimezone(UTC).isoformat(timespec="seconds")


def _meddled() -> Notice:
    return Notice(
        "keys_meddled",
        "The vault’s keys file was changed by something other than this program. Your words are "
        "safe; make a new recovery sheet and tell your IT support.",
    )


def _repaired(*, is_done: bool) -> Notice:
    done = "and was put right from the other." if is_done else "and could not be put right."
    return Notice("keys_repaired", f"One of the two copies of the keys file was damaged {done}")
