"""The people of an open vault: who they are, letting one in, another name, taking one's way away.

Every function belongs on the vault lane; those that take a secret are slow. Holds no rule about
passphrases and no key.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from ffd_desktop.adapters.sqlcipher import opening
from ffd_desktop.adapters.sqlcipher import vault as sql_vault
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app import coming_back, comment_notes, details
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.referral.private import Private
from ffd_desktop.vault import trouble
from ffd_desktop.vault.keysfile import PassphraseWay, RecoveryWay
from ffd_desktop.vault.slots import Secret, Staff


class Colleague(Private, frozen=True):
    """One of those who can open the vault.

    Attributes:
        since: When their passphrase was set, UTC, ISO form.
        is_me: Whether they unlocked it.
        leaves: References of the restricted referrals that nobody else of the staff may read.
    """

    person: str
    name: str
    role: str
    since: str
    is_me: bool = False
    leaves: tuple[str, ...] = ()


class Staffroom(Private, frozen=True):
    """The people of the vault, and what is to be done about its recovery sheet.

    Attributes:
        has_sheet: Whether some recovery sheet opens the vault.
        by_sheet: Whether the recovery code did, so that nobody here is "you".
    """

    colleagues: tuple[Colleague, ...]
    has_sheet: bool = True
    by_sheet: bool = False


def look_in(desk: Desk) -> Staffroom:
    """Say who can open the vault, oldest first."""
    opened = _vault_of(desk)
    facts = [slot.facts for slot in opened.ways.content.slots]
    made = {one.whose: one.made_at for one in facts if isinstance(one.way, PassphraseWay)}
    return Staffroom(
        tuple(
            Colleague(
                one.person,
                one.name,
                one.role,
                made.get(one.person, ""),
                is_me=one.person == desk.person,
                leaves=desk.left_unread(without=one.person),
            )
            for one in desk.staff
        ),
        has_sheet=any(isinstance(one.way, RecoveryWay) for one in facts),
        by_sheet=desk.is_recovered,
    )


def add(desk: Desk, staff: Staff, passphrase: str) -> Staff:
    """Let one more person in, with a passphrase of their own.

    Raises:
        ProblemForPerson: ``passphrase_weak``, ``staff_nameless``, ``staff_twice``, trouble with
            the disk. Nothing was then changed.
    """
    ways = _vault_of(desk).ways
    about = (desk.profile().school_name, staff.name)
    sql_vault.demand(passphrase, about=about)
    wanted = Staff(staff.name.strip(), staff.role)
    return ways.add_passphrase(wanted, passphrase, cost=sql_vault.calibrated())


def rename(program: Program, desk: Desk, *, name: str, role: str, passphrase: str) -> None:
    """Give whoever unlocked another name or role; what they wrote stays under the old one.

    Raises:
        ProblemForPerson: ``wrong_passphrase``, ``wait_before_guessing``, ``staff_twice``,
            ``staff_nameless``, trouble with the disk. The old name then stays.
    """
    ways = _vault_of(desk).ways
    _prove(program, desk, passphrase)
    ways.rename(name.strip(), role, passphrase=passphrase)
    own = msgspec.structs.replace(desk.profile(), staff_name=name.strip(), staff_role=role)
    desk.keep_profile(own)


def remove(
    program: Program, desk: Desk, person: str, secret: Secret, *, told_of: Collection[str] = ()
) -> None:
    """Take a person's ways in away for good: the vault gets another key.

    Args:
        program: Where the vault lies.
        desk: The open vault's.
        person: Their id.
        secret: The passphrase, or the recovery code, of whoever does it.
        told_of: References of the restricted referrals that nobody of the staff will be able to
            read afterwards, as whoever does it was told.

    Raises:
        ProblemForPerson: ``staff_oneself``, ``drafts_left_unread``, ``wrong_passphrase``,
            ``wrong_recovery_code``, ``wait_before_guessing``, ``staff_not_ready``,
            ``rekeying_needs_you``, trouble with the disk; what was begun is finished at the next
            unlock.
    """
    opened = _vault_of(desk)
    if all(one.person != person for one in desk.staff):
        raise trouble.staff_unknown()
    if person == desk.person:
        raise trouble.staff_oneself()
    others = (slot for slot in opened.ways.content.slots if slot.facts.whose not in {"", person})
    behind = sorted({slot.facts.name for slot in others if not slot.can_be_carried})
    if behind:
        raise trouble.staff_not_ready(behind)
    left = desk.left_unread(without=person)
    if not set(left) <= set(told_of):
        raise trouble.drafts_left_unread(left)
    _prove(program, desk, secret)
    opened.rekey(without=person, proof=secret)
    details.forget(desk.settings, person)
    comment_notes.forget_person(desk.settings, person)
    coming_back.forget(desk, person)


def person_called(desk: Desk, name: str) -> str:
    """Give the id of the person of a name, however it is capitalised.

    Raises:
        ProblemForPerson: ``staff_unknown``.
    """
    wanted = name.strip().casefold()
    found = (one.person for one in desk.staff if one.name.casefold() == wanted)
    person = next(found, "")
    if not person:
        raise trouble.staff_unknown()
    return person


def _prove(program: Program, desk: Desk, secret: Secret) -> None:
    whose = "" if desk.is_recovered else desk.staff_name
    opening.prove_secret(program.folder, secret, clock=program.clock, whose=whose)


def _vault_of(desk: Desk) -> OpenVault:
    if not isinstance(desk.vault, OpenVault):
        raise TypeError("only a real vault has people")
    return desk.vault
