"""What can go wrong with a vault, each told in plain words with its own code.

Never names a child, a passphrase or a key; each problem says first what became of the words.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from typing import Final

from ffd_desktop.problems import ProblemForPerson

WAIT_WORTH_SAYING_S: Final = 2.0


def wrong_passphrase() -> ProblemForPerson:
    """Nothing is damaged; the passphrase opened no slot."""
    return ProblemForPerson(
        "Nothing in the vault is lost or changed. That passphrase does not open it.",
        "Check Caps Lock and the keyboard language, then type it again, "
        "or use the recovery code from your recovery sheet.",
        "wrong_passphrase",
    )


def wrong_recovery_code() -> ProblemForPerson:
    """The code reads well but belongs to another vault or to an older sheet."""
    return ProblemForPerson(
        "Nothing in the vault is lost or changed. That recovery code does not open it.",
        "Check that the sheet belongs to this vault and is the newest one, or use your passphrase.",
        "wrong_recovery_code",
    )


def wrong_slot_key() -> ProblemForPerson:
    """The keyring's entry is another one than the slot was made for."""
    return ProblemForPerson(
        "Nothing in the vault is lost or changed. What this computer keeps for you does not "
        "open it any more.",
        "Type your passphrase, or use the recovery code from your recovery sheet.",
        "wrong_slot_key",
    )


def misread_recovery_code() -> ProblemForPerson:
    """The check symbol or the length tells of a slip."""
    return ProblemForPerson(
        "Nothing in the vault is lost or changed. The recovery code has a slip in it.",
        "Compare it with the sheet group by group: five groups of five (six on the school’s "
        "recovery key) and one last symbol.",
        "recovery_code_misread",
    )


def with_wait(problem: ProblemForPerson, seconds: float) -> ProblemForPerson:
    """Add to a wrong secret's words how long the next one has to wait, when that is felt."""
    if not problem.code.startswith("wrong_") or seconds < WAIT_WORTH_SAYING_S:
        return problem
    wait = f"The next try has to wait {_duration(seconds)}."
    return ProblemForPerson(problem.what, f"{problem.next_step} {wait}", problem.code)


def wait_before_guessing(seconds: float) -> ProblemForPerson:
    """Wrong guesses came before, or the record of them is gone; nothing was checked this time."""
    wait = _duration(seconds)
    return ProblemForPerson(
        f"Nothing in the vault is lost or changed. After wrong guesses, or when their count "
        f"is missing, the next one has to wait {wait}. This one was not checked.",
        f"Wait {wait}, then type it again. Starting the program or the computer anew does not "
        "make it shorter.",
        "wait_before_guessing",
    )


def still_covered(*, is_code: bool) -> ProblemForPerson:
    """The words are hidden while the disk does not take them; the secret opened no slot."""
    return ProblemForPerson(
        "Nothing is lost: your words are still kept and still hidden. That "
        f"{'recovery code' if is_code else 'passphrase'} does not open this vault.",
        "Check that the sheet belongs to this vault and is the newest one, or use your passphrase."
        if is_code
        else "Check Caps Lock and the keyboard language, then type it again, or use the recovery "
        "code from your recovery sheet.",
        "wrong_recovery_code" if is_code else "wrong_passphrase",
    )


def wait_while_covered(seconds: float) -> ProblemForPerson:
    """Wrong guesses came before; nothing was checked this time."""
    wait = _duration(seconds)
    return ProblemForPerson(
        "Nothing is lost: your words are still kept and still hidden. After wrong guesses the "
        f"next one has to wait {wait}. This one was not checked.",
        f"Wait {wait}, then type it again. Leave the program running: your last words are in it.",
        "wait_before_guessing",
    )


def weak_passphrase(why: str) -> ProblemForPerson:
    """The passphrase would be guessed; ``why`` comes from passphrase.judge."""
    return ProblemForPerson(
        f"Nothing was changed. {why}",
        "Choose at least 12 characters, or three or more words that do not belong together.",
        "passphrase_weak",
    )


def keys_damaged() -> ProblemForPerson:
    """Neither copy of the keys file can be read; the database itself was not touched."""
    return ProblemForPerson(
        "Your referrals are still in the vault, but both copies of its keys file are damaged, "
        "so it cannot be opened with them. Nothing was changed.",
        "Do not delete anything. Put a backup back: when only the keys are lost, it gives them "
        "back and nothing else is changed.",
        "keys_damaged",
    )


def keys_missing() -> ProblemForPerson:
    """The database is there without its keys."""
    return ProblemForPerson(
        "Your referrals are still in the vault, but its keys file (vault.keys) is not in the "
        "folder, so it cannot be opened. Nothing was changed.",
        "Do not delete anything. Put a backup back: when only the keys are lost, it gives them "
        "back and nothing else is changed.",
        "keys_damaged",
    )


def keys_too_new() -> ProblemForPerson:
    """The keys file was written by a newer program."""
    return ProblemForPerson(
        "Nothing was changed. The vault was made by a newer version of FFD Desktop.",
        "Update FFD Desktop on this computer, then open the vault again.",
        "vault_too_new",
    )


def keys_unproved() -> ProblemForPerson:
    """What was written could not be read back and opened, so the vault was not made."""
    return ProblemForPerson(
        "No vault was made and nothing of yours was stored: the keys did not come back from "
        "the disk as they were written.",
        "Choose another folder, on this computer’s own disk, and try again.",
        "keys_unproved",
    )


def too_little_memory() -> ProblemForPerson:
    """Argon2id could not have its memory; it is never weakened silently."""
    return ProblemForPerson(
        "Nothing is lost and nothing was changed. This computer has too little free memory to "
        "check a passphrase safely.",
        "Close other programs and try again.",
        "too_little_memory",
    )


def vault_exists() -> ProblemForPerson:
    """There is something in the folder already; it is never overwritten."""
    return ProblemForPerson(
        "Nothing was changed. There is already a vault in that folder.",
        "Open it, or choose another folder for the new vault.",
        "vault_exists",
    )


def vault_missing() -> ProblemForPerson:
    """Neither keys nor database are where they were looked for."""
    return ProblemForPerson(
        "Nothing was changed. There is no vault in that folder.",
        "Check the folder’s name, reconnect its drive, or make a new vault there.",
        "vault_missing",
    )


def database_missing() -> ProblemForPerson:
    """The keys are there without the database."""
    return ProblemForPerson(
        "Nothing was changed. The keys are in that folder, but the vault itself (vault.db) "
        "is not. If setting up was cut short, nothing had been stored yet.",
        "Put vault.db back from your newest backup, or set the keys aside and set up again. "
        "Do not delete anything.",
        "vault_missing",
    )


def backup_not_good() -> ProblemForPerson:
    """A copy of the vault did not prove to be whole; the vault itself was not touched."""
    return ProblemForPerson(
        "Your vault is as it was. The backup is not whole, so it does not count and was not used.",
        "Use another backup, or make a new one in another folder.",
        "backup_not_good",
    )


def backup_not_opened(*, is_code: bool) -> ProblemForPerson:
    """The secret opens no slot of the backup's keys, which are those of the day it was made."""
    secret = "recovery code" if is_code else "passphrase"
    return ProblemForPerson(
        f"Nothing was changed. That {secret} does not open this backup.",
        f"A backup opens with the {secret} that was in use when it was made. Check Caps Lock and "
        "try the one before, or use the "
        f"{'passphrase of that time' if is_code else 'recovery code from your sheet'} instead.",
        "wrong_recovery_code" if is_code else "wrong_passphrase",
    )


def backup_missing() -> ProblemForPerson:
    """There is nothing in that place that this program made as a backup."""
    return ProblemForPerson(
        "Nothing was changed. There is no backup in that folder.",
        "Choose the folder whose name ends in .ffdbackup, or the folder that holds such folders.",
        "backup_missing",
    )


def one_backup_wanted() -> ProblemForPerson:
    """A place of backups was named where one of them was meant."""
    return ProblemForPerson(
        "Nothing was changed. That folder holds backups, and only one can be rescued at a time.",
        "Name one of them: a folder in it whose name ends in .ffdbackup.",
        "one_backup_wanted",
    )


def backup_not_now() -> ProblemForPerson:
    """A vault that is open, or that a killed program left open, cannot be copied whole."""
    return ProblemForPerson(
        "Your words are safe in the vault, but it could not be backed up just now: it is open, "
        "or was not locked properly.",
        "Unlock it and lock it again; it is then backed up.",
        "backup_not_now",
    )


def check_disturbed() -> ProblemForPerson:
    """The file was written while it was looked at, so what was seen proves nothing."""
    return ProblemForPerson(
        "Nothing was changed. The vault’s file was written while it was checked, so this check "
        "does not count.",
        "Start the check again.",
        "check_disturbed",
    )


def nothing_to_salvage() -> ProblemForPerson:
    """No page of the file could be read with this vault's key."""
    return ProblemForPerson(
        "Nothing was changed. Nothing could be read in that vault: it is too damaged, or it is "
        "not a vault.",
        "Restore the newest backup. Keep the damaged folder: a specialist may read more.",
        "nothing_to_salvage",
    )


def staff_unknown() -> ProblemForPerson:
    """There is no one person who is meant."""
    return ProblemForPerson(
        "Nothing was changed. It is not clear which of the staff is meant.",
        "Give the name as it stands in the list of who can open this vault.",
        "staff_unknown",
    )


def staff_oneself() -> ProblemForPerson:
    """Nobody removes themselves: the vault's new key is carried over by whoever removes."""
    return ProblemForPerson(
        "Nothing was changed. Nobody can take their own way into the vault away.",
        "Ask a colleague who can open this vault to remove you.",
        "staff_oneself",
    )


def staff_twice() -> ProblemForPerson:
    """Two people of one name could not be told apart in the history of a referral."""
    return ProblemForPerson(
        "Nothing was changed. Somebody of that name can open this vault already.",
        "Add a middle name or a letter, so that the two can be told apart.",
        "staff_twice",
    )


def staff_nameless() -> ProblemForPerson:
    """Everybody's edits are kept under their name."""
    return ProblemForPerson(
        "Nothing was changed. Whoever can open the vault needs a name.",
        "Enter the name as it should stand on a referral.",
        "staff_nameless",
    )


def staff_not_ready(names: Iterable[str]) -> ProblemForPerson:
    """Somebody's way in is of the first format, and would fall away with the old key."""
    return ProblemForPerson(
        f"Nothing was changed. {' and '.join(names)} would be locked out: they have not opened "
        "the vault since the program was updated.",
        "Let them open it once with their passphrase, then try again.",
        "staff_not_ready",
    )


def drafts_left_unread(references: Collection[str]) -> ProblemForPerson:
    """Some restricted referrals could afterwards be read by the recovery code alone."""
    drafts = "1 restricted referral" if len(references) == 1 else f"{len(references)} of them"
    return ProblemForPerson(
        f"Nothing was changed. Nobody else of the staff may read what only they can read now: "
        f"{drafts} ({', '.join(references)}).",
        "Ask them to let somebody else read it, or confirm that the recovery code is enough.",
        "drafts_left_unread",
    )


def rekeying_needs_you() -> ProblemForPerson:
    """Only somebody whose own way in can be carried over may change the vault's key."""
    return ProblemForPerson(
        "Nothing was changed. The key of the vault can only be changed by somebody who opened it "
        "with a passphrase of this version.",
        "Lock the vault, open it with your passphrase, then try again.",
        "rekeying_needs_you",
    )


def is_locked() -> ProblemForPerson:
    """The vault was locked meanwhile."""
    return ProblemForPerson(
        "Nothing is lost: the vault is locked.", "Unlock it and try again.", "vault_locked"
    )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(max(1, math.ceil(seconds)), 60)
    parts = ((minutes, "minute"), (rest, "second"))
    return " ".join(f"{count} {unit}{'s' * (count != 1)}" for count, unit in parts if count)
