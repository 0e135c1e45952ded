"""The states of a vault: missing, locked, unlocked. Holds facts only, never a key."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Staff


class Missing(msgspec.Struct, frozen=True):
    """There is nothing of a vault in the folder: it may be made there."""


class Locked(msgspec.Struct, frozen=True):
    """There is a vault; ``staff`` is whose passphrases open it, oldest slot first."""

    vault_id: str
    staff: tuple[Staff, ...]


class Unlocked(msgspec.Struct, frozen=True):
    """The vault is open for one person; ``name`` is empty when a code from a sheet opened it.

    ``person`` is the id that stays when they change their passphrase; ``sheet`` says which code.
    """

    vault_id: str
    name: str
    role: str
    person: str = ""
    sheet: str = RecoveryCode.NAME


VaultState: TypeAlias = Missing | Locked | Unlocked
