"""What the shell lends the screen about colleagues. Holds no code of its own."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from ffd_desktop.app.colleagues import Staffroom
from ffd_desktop.vault.passphrase import Verdict


class Colleagues(Protocol):
    """The people of the open vault; every method but ``judge`` belongs on the vault lane."""

    def look_in(self) -> Staffroom:
        """Say who can open the vault."""
        ...

    def backup_folder(self) -> str:
        """Give the folder of the backups; empty for none."""
        ...

    def judge(self, passphrase: str, name: str) -> Verdict:
        """Judge a new passphrase for somebody of a name, while it is typed."""
        ...

    def add(self, name: str, role: str, passphrase: str) -> None:
        """Let somebody in.

        Raises:
            ProblemForPerson: Nothing was changed; the words say why.
        """
        ...

    def rename(self, name: str, role: str, passphrase: str) -> None:
        """Give whoever unlocked another name or role.

        Raises:
            ProblemForPerson: Nothing was changed; the words say why.
        """
        ...

    def remove(self, person: str, secret: str, told_of: Collection[str]) -> None:
        """Take a person's way in away; ``secret`` is a passphrase, or the code of the sheet.

        Raises:
            ProblemForPerson: The words say what became of it.
        """
        ...
