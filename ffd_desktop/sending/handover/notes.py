"""What a vault notes of a referral that was handed over or came in: records that stay with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ffd_desktop.drafting.files import KeptFile
from ffd_desktop.drafting.ports import By
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.handover.parts import What
from ffd_desktop.sending.sealed import Sealed


class HandedOver(Private, frozen=True, tag="handed", kw_only=True):
    """It was packed for somebody.

    Attributes:
        digest: SHA-256 of the package's file, in hexadecimal.
        proof_key: With which a receipt is proved; of no use for opening the package.
    """

    package: str
    digest: str
    what: What
    to: str
    proof_key: bytes


class TakenIn(Private, frozen=True, tag="taken", kw_only=True):
    """It came in a package.

    Attributes:
        school: Which school it came from.
        sent_by: Who packed it there.
        reference: Its reference there.
    """

    package: str
    digest: str
    what: What
    reference: str
    school: str
    sent_by: str
    made_at: str
    proof_key: bytes


class Confirmed(Private, frozen=True, tag="confirmed", kw_only=True):
    """The other school has said that it has it."""

    package: str
    school: str
    person: str
    received_at: str


Noted = HandedOver | TakenIn | Confirmed


class Note(Private, frozen=True):
    """One note, by whom and when."""

    by: By
    noted: Noted


def taken_in(notes: Sequence[Note]) -> TakenIn | None:
    """Give how a referral came in; ``None`` for one that was begun here."""
    return next((one.noted for one in notes if isinstance(one.noted, TakenIn)), None)


class ArrivedFile(Private, frozen=True):
    """A file whose pieces are all in the vault, under the number of ``begin``."""

    coming: int
    file: KeptFile


class Arrived(Private, frozen=True, kw_only=True):
    """A whole package that is ready to count.

    Attributes:
        readers: Ids of the staff who may read it; nobody: everybody.
        sealed: What was sealed, in order; nothing for a draft.
    """

    referral: Referral
    files: tuple[ArrivedFile, ...]
    sealed: tuple[Sealed, ...]
    readers: tuple[str, ...]
    noted: TakenIn


class Handovers(Protocol):
    """Keeps these notes, and takes packages in. Not for use from two threads.

    What is restricted to others raises ``referral_restricted``, as in the referral store.
    """

    def begin(self) -> int:
        """Begin to take in a file of a referral that is not there yet.

        Pieces come by ``FileStore.add``, and are cleared away by its ``give_up``.
        """
        ...

    def take_in(self, arrived: Arrived, *, by: By) -> None:
        """Put a referral on the shelf with its files, what was sealed and a note; or nothing.

        A record is closed: what was to be done with it was the other school's to do.

        Raises:
            ProblemForPerson: ``package_here``, ``package_destroyed``,
                ``file_changed_on_the_way``; or trouble with the disk.
        """
        ...

    def demand_new(self, package: str, referral_id: str) -> None:
        """Make sure that neither the package nor its referral was ever here.

        Raises:
            ProblemForPerson: ``package_here``, ``package_destroyed``.
        """
        ...

    def note(self, referral_id: str, noted: Noted, *, by: By) -> None:
        """Note something of a referral."""
        ...

    def of(self, referral_id: str) -> Sequence[Note]:
        """Give what was noted of a referral, oldest first."""
        ...

    def handed_as(self, package: str) -> tuple[str, HandedOver] | None:
        """Find the referral that was packed under an id, if whoever unlocked may read it."""
        ...
