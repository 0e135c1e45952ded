"""The school's recovery key: in the head teacher's safe, for when a DSL has left or is ill.

It counts once part of it was typed back from its sheet, so nobody locks an unreadable sheet away.
The vault keeps only what the key opens; the key itself is on paper. Every call is for the vault
lane.
"""

from __future__ import annotations

from ffd_desktop.adapters.sqlcipher import opening
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import trouble
from ffd_desktop.vault.recovery import SchoolKey


def made_at(desk: Desk) -> str:
    """Give when the school's key was made, UTC in ISO 8601; empty when there is none."""
    slot = _vault_of(desk).ways.school_slot
    return slot.facts.made_at if slot else ""


def draw(program: Program, desk: Desk, passphrase: str) -> SchoolKey:
    """Draw a key, which opens nothing yet; an older one still does.

    SECURITY: the passphrase is asked, or whoever finds the vault open could take a way in home.

    Raises:
        ProblemForPerson: ``wrong_passphrase``, ``wait_before_guessing`` ...
    """
    _prove(program, desk, passphrase)
    return SchoolKey.fresh()


def keep(desk: Desk, key: SchoolKey) -> None:
    """Let the key in, once it was typed back; one of before no longer opens the vault.

    Raises:
        ProblemForPerson: ``keys_unproved``, trouble with the disk; the old key then still works.
    """
    _vault_of(desk).ways.keep_school_key(key)


def withdraw(program: Program, desk: Desk, passphrase: str) -> None:
    """Take the key's way in away; a backup of before still opens with it.

    Raises:
        ProblemForPerson: ``wrong_passphrase``, ``wait_before_guessing``, trouble with the disk;
            ``school_key_none``, or ``school_key_in_use`` when it is what opened the vault.
    """
    ways = _vault_of(desk).ways
    slot = ways.school_slot
    if slot is None:
        raise there_is_none()
    if slot.facts.id == ways.slot.facts.id:
        raise in_use()
    _prove(program, desk, passphrase)
    ways.withdraw([slot.facts.id])


def there_is_none() -> ProblemForPerson:
    """Nothing to end: better said than taken for done."""
    return ProblemForPerson(
        "The school has no recovery key now. Nothing was changed.",
        "Make one in Settings, or with 'vault school-key', if the school wants one.",
        "school_key_none",
    )


def in_use() -> ProblemForPerson:
    """The way in by which somebody came stays until they leave."""
    return ProblemForPerson(
        "Nothing was changed. The school’s recovery key opened the vault this time, so it cannot "
        "be ended now.",
        "Set a passphrase, lock the vault, open it with the passphrase, then end the key.",
        "school_key_in_use",
    )


def _prove(program: Program, desk: Desk, passphrase: str) -> None:
    """Somebody who came in by a sheet has no passphrase to give."""
    if not desk.is_recovered:
        opening.prove_secret(program.folder, passphrase, clock=program.clock, whose=desk.staff_name)


def _vault_of(desk: Desk) -> OpenVault:
    if not isinstance(desk.vault, OpenVault):
        raise trouble.is_locked()
    return desk.vault
