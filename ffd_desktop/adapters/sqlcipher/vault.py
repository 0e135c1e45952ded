"""Finding and making a vault in a folder. Never deletes or resets one that exists.

What these functions give is not thread-safe: one thread makes a vault and keeps it.
"""

from __future__ import annotations

import time
from datetime import UTC
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.guesses_on_disk import GuessesOnDisk
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.open_vault import Held, OpenVault
from ffd_desktop.adapters.sqlcipher.steps import bring_up
from ffd_desktop.adapters.sqlcipher.ways_in import WaysIn
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import calibrate, keys, passphrase, slots, trouble
from ffd_desktop.vault.keys import Argon2Cost, DataKey, RootKey, VaultKeys
from ffd_desktop.vault.keysfile import KeysFile, PassphraseWay
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Staff
from ffd_desktop.vault.states import Locked, Missing

UNFINISHED: Final = "vault.db.new"


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
    on_disk = KeysOnDisk(folder)
    if not on_disk.exist() and not has_database(folder):
        return Missing()
    content = on_disk.read()[0].content
    if not has_database(folder):
        raise trouble.database_missing()
    ways = (slot.facts for slot in content.slots)
    staff = tuple(
        Staff(facts.name, facts.role, facts.whose)
        for facts in ways
        if isinstance(facts.way, PassphraseWay)
    )
    return Locked(content.vault_id, staff)


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
    code, vault_keys = RecoveryCode.fresh(), VaultKeys(DataKey.fresh(), RootKey.fresh())
    data_key = vault_keys.data
    content = _first_content(new, vault_keys, code, cost=cost, at=_now(clock))
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
    opened = slots.Opened(vault_keys, content.slots[0], is_ours=True)
    return OpenVault(Held(database, WaysIn(on_disk, content, opened, clock)), clock), code


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


def _first_content(
    new: NewVault, vault_keys: VaultKeys, code: RecoveryCode, *, cost: Argon2Cost, at: str
) -> KeysFile:
    vault_id = slots.new_vault_id()
    mine = slots.passphrase_slot(
        vault_keys, new.passphrase, vault_id=vault_id, staff=new.staff, cost=cost, at=at
    )
    sheet = slots.recovery_slot(vault_keys, code, vault_id=vault_id, at=at)
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


def has_database(folder: Path) -> bool:
    """Say whether anything stands where a vault's database would."""
    return _is_there(database_path(folder))


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _now(clock: Clock) -> str:
    return clock.now().astimezone(UTC).isoformat(timespec="seconds")
