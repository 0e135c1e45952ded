"""The port to this computer's keyring, which keeps a slot's key for whoever is signed in.

What is kept there opens one slot of one vault; it is never the data key and never a passphrase. A
keyring that does not answer costs a convenience: every trouble here ends in typing the passphrase.
"""

from __future__ import annotations

from typing import Protocol

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keys import SlotKey


class SlotKeys(Protocol):
    """Keeps slot keys by entry, a name that says nothing of a school or a person."""

    @property
    def backend(self) -> str:
        """The keyring's kind, as slots note it; empty when this computer has none that we use."""
        ...

    def keep(self, entry: str, key: SlotKey) -> None:
        """Keep a key, in the place of what was kept under the entry.

        Raises:
            ProblemForPerson: ``keyring_silent``; then nothing stays there.
        """
        ...

    def fetch(self, entry: str) -> SlotKey:
        """Give the key that is kept under an entry.

        Raises:
            ProblemForPerson: ``keyring_silent``, ``keyring_empty``.
        """
        ...

    def forget(self, entry: str) -> None:
        """Let go of what is kept under an entry; nothing kept does no harm.

        Raises:
            ProblemForPerson: ``keyring_silent``.
        """
        ...


def silent() -> ProblemForPerson:
    """There is no keyring, or it is locked, refuses or does not answer in time."""
    return ProblemForPerson(
        "Nothing is lost. This computer’s keyring did not answer.",
        "Use your passphrase; it opens the vault as ever.",
        "keyring_silent",
    )


def empty() -> ProblemForPerson:
    """The keyring answers and holds nothing under the entry, or something that is no key."""
    return ProblemForPerson(
        "Nothing is lost. This computer’s keyring does not hold what opens the vault any more.",
        "Use your passphrase; it opens the vault as ever.",
        "keyring_empty",
    )


def unproved() -> ProblemForPerson:
    """What was kept did not come back as it was given."""
    return ProblemForPerson(
        "Nothing was changed. This computer’s keyring did not give back what it was given, so it "
        "cannot open the vault.",
        "Go on using your passphrase.",
        "keyring_unproved",
    )


def forbidden() -> ProblemForPerson:
    """IT support's settings file says no."""
    return ProblemForPerson(
        "Nothing was changed. Your IT support does not allow this computer’s sign-in to open the "
        "vault.",
        "Go on using your passphrase.",
        "keyring_forbidden",
    )
