"""Where a person can go in the window. Screens name a destination; only the shell knows the way."""

from __future__ import annotations

import msgspec


class ToWelcome(msgspec.Struct, frozen=True):
    """The first screen of a computer that has no vault yet."""


class ToSetUp(msgspec.Struct, frozen=True):
    """Set up this computer: school, council, passphrase, recovery sheet."""


class ToLocked(msgspec.Struct, frozen=True):
    """The locked screen; ``why`` says in words why it locked, if it did by itself.

    ``to_restore``: somebody locks in order to put a backup back, so that is shown instead.
    """

    why: str = ""
    to_restore: bool = False


class ToShelf(msgspec.Struct, frozen=True):
    """The list of referrals."""


class ToNewReferral(msgspec.Struct, frozen=True):
    """Danger first, then UPN or name, then the family, then a filled draft."""


class ToDraft(msgspec.Struct, frozen=True):
    """A draft, at the place where its writer was, or at a given section or answer."""

    referral_id: str
    section: str = ""
    path: str = ""


class ToCheck(msgspec.Struct, frozen=True):
    """What is still to put right, and the front page as the reader will see it."""

    referral_id: str


class ToAfter(msgspec.Struct, frozen=True):
    """What came after a referral was sent, at a given section or answer."""

    referral_id: str
    section: str = ""
    path: str = ""


class ToSheet(msgspec.Struct, frozen=True):
    """What to type into the council's web form, ready to copy."""

    referral_id: str


class ToRecord(msgspec.Struct, frozen=True):
    """The papers of a referral: which, for whom, and what was printed before."""

    referral_id: str


class ToHandOver(msgspec.Struct, frozen=True):
    """A referral packed for another school or a colleague, and what they confirmed."""

    referral_id: str


class ToPackage(msgspec.Struct, frozen=True):
    """Open a package from another school or a colleague."""


class ToBoard(msgspec.Struct, frozen=True):
    """What is due after sending, over all referrals."""


class ToKeeping(msgspec.Struct, frozen=True):
    """How long records are kept, and which somebody should look at now."""


class ToFigures(msgspec.Struct, frozen=True):
    """How many were sent, by which form, with what outcome; without names."""


class ToRoll(msgspec.Struct, frozen=True):
    """Bring in the school's roll."""


class ToSettings(msgspec.Struct, frozen=True):
    """The office's own details, and how the window looks; or there, the recovery sheet."""

    at_sheet: bool = False


class ToColleagues(msgspec.Struct, frozen=True):
    """Who can open the vault."""


class ToCouncilDetails(msgspec.Struct, frozen=True):
    """A council's numbers, hours and addresses, to confirm or correct; blank for the office's."""

    council: str = ""


class ToVault(msgspec.Struct, frozen=True):
    """Whether the vault is whole, and what to do when it is not."""


class ToRestore(msgspec.Struct, frozen=True):
    """Put a backup back, or rescue what a damaged vault holds; only while no vault is open."""


def once_locked(locking: ToLocked) -> ToLocked | ToRestore:
    """Say what is shown once the vault is locked."""
    return ToRestore() if locking.to_restore else locking


Destination = (
    ToWelcome
    | ToSetUp
    | ToLocked
    | ToShelf
    | ToNewReferral
    | ToDraft
    | ToCheck
    | ToAfter
    | ToBoard
    | ToFigures
    | ToKeeping
    | ToSheet
    | ToRecord
    | ToHandOver
    | ToPackage
    | ToRoll
    | ToSettings
    | ToVault
    | ToRestore
    | ToColleagues
    | ToCouncilDetails
)
