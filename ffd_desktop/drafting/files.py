"""What drafting needs of the vault for files: a store that takes them in by pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from ffd_desktop.attachments.facts import FileFacts
from ffd_desktop.drafting.ports import By
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private

PIECE: Final = 128 * 1024
"""Bytes that are written at once: a save that comes meanwhile waits for no more than these."""


class KeptFile(Private, frozen=True):
    """A file of a referral; its id is the one that an attachment names."""

    id: str
    facts: FileFacts


class FileStore(Protocol):
    """Keeps the files of referrals. Not for use from two threads.

    A file counts once ``finish`` has returned, and stays until its referral is destroyed: undo and
    the history may name it at any time. What is restricted to others raises
    ``referral_restricted``, as in the referral store; an unknown file raises ``file_missing``.
    """

    def begin(self, referral_id: str) -> int:
        """Begin to take a file in; give the number under which its pieces come."""
        ...

    def add(self, coming: int, piece: bytes) -> None:
        """Store the next piece, durably."""
        ...

    def finish(self, coming: int, referral_id: str, file: KeptFile, *, by: By) -> None:
        """Make a file whose pieces are all there one of the referral's.

        Raises:
            ProblemForPerson: ``file_changed_on_the_way``: the pieces are not what was looked at.
        """
        ...

    def give_up(self, coming: int) -> bool:
        """Clear away some of what came in of a file; say whether there is more to clear."""
        ...

    def of(self, referral_id: str) -> tuple[KeptFile, ...]:
        """Give all files that a referral ever had, in the order in which they came."""
        ...

    def unnamed(self, referral_id: str) -> tuple[KeptFile, ...]:
        """Give the files that came in whole and that no attachment ever named."""
        ...

    def pieces(self, referral_id: str, file_id: str) -> Iterator[bytes]:
        """Give a file's bytes, piece by piece."""
        ...


def missing() -> ProblemForPerson:
    """There is no such file with this referral."""
    return ProblemForPerson(
        "That file is not in the vault. Nothing was changed.",
        "Add it again, if you still have it.",
        "file_missing",
    )


def damaged() -> ProblemForPerson:
    """A file's bytes are not what came in."""
    return ProblemForPerson(
        "The file in the vault is not what came in, so it was not opened. Nothing was changed.",
        "Check the vault (Settings, \u201cThe vault\u201d). A backup may hold the file as it was.",
        "file_damaged",
    )


def changed_on_the_way() -> ProblemForPerson:
    """What was written is not what was looked at."""
    return ProblemForPerson(
        "The file was not added: not all of it came in. Everything else is as it was.",
        "Add it again.",
        "file_changed_on_the_way",
    )
