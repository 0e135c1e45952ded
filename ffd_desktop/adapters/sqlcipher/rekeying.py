"""Puts a vault under a new data key, so that a way in that was taken away opens nothing any more.

Three steps, each whole: the keys file encloses the new key and keeps the old one sealed under it;
the database is encrypted anew (one transaction, cut from the WAL at once); the old key is
forgotten. Killed anywhere between, the next unlock finishes it. Backups of before stay as they
are, under the old key.
"""

from __future__ import annotations

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.ways_in import WaysIn
from ffd_desktop.vault.slots import Secret


def rekey(database: Database, ways: WaysIn, *, without: str = "", proof: Secret) -> None:
    """Take one person's ways in away for good.

    Args:
        database: The open one.
        ways: Of the same vault.
        without: The person's id (``Staff.person``); empty to change the key alone.
        proof: The secret of whoever does it; it is tried on the new keys file.

    Raises:
        ProblemForPerson: ``rekeying_needs_you``, ``keys_unproved`` or trouble with the disk. What
            was begun is finished at the next unlock.
    """
    ways.carry_over(without=without, proof=proof)
    finish(database, ways)


def finish(database: Database, ways: WaysIn) -> None:
    """Encrypt the database anew if that is still to be done, then forget the old key."""
    database.rekey(ways.keys.data.reveal())
    ways.settle_new_key()
