"""What a desk needs of the unlocked vault itself, beside its stores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ffd_desktop.vault.keysfile import Anchor
from ffd_desktop.vault.slots import Secret, Staff
from ffd_desktop.vault.states import Unlocked


class Notice(Protocol):
    """One thing to know about the vault; ``words`` are for the person."""

    @property
    def code(self) -> str:
        """A constant name."""
        ...

    @property
    def words(self) -> str:
        """What it is, and what to do."""
        ...


class Vault(Protocol):
    """What a desk needs of the unlocked vault itself."""

    @property
    def state(self) -> Unlocked:
        """Who opened it."""
        ...

    @property
    def staff(self) -> Sequence[Staff]:
        """Whose passphrases open it."""
        ...

    @property
    def notices(self) -> Sequence[Notice]:
        """What a person ought to know about a vault that opened all the same."""
        ...

    @property
    def sheet(self) -> str:
        """Which recovery code opens it: an id that changes with the code; empty for none."""
        ...

    @property
    def committed_head(self) -> Anchor:
        """The head of the record chain as of the last commit; may be asked on any lane."""
        ...

    def settle(self) -> None:
        """Write what makes the next opening and search quick."""
        ...

    def prove(self, secret: Secret) -> None:
        """Make sure that a secret opens it, by what is in memory."""
        ...

    def lock(self) -> None:
        """Close it; twice does no harm."""
        ...
