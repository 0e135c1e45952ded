"""What one computer remembers of its quick unlocks: pure policy, kept outside the vault.

Holds no key and no name: an entry of the keyring, and how often it failed in a row. It says which
slots of a vault were made on this computer; a copied vault brings slots that only answer elsewhere.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

MOST_FAILURES: Final = 5
"""So many failures in a row, and the slot is dropped: the keyring will not come back."""


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of this computer's keyring.

    Attributes:
        vault_id: Whose slot it opens.
        entry: The slot's ``KeyringWay.entry``.
        failed: Failed quick unlocks since the last good one.
    """

    vault_id: str
    entry: str
    failed: Annotated[int, msgspec.Meta(ge=0)] = 0

    @property
    def in_keyring(self) -> str:
        """The name of the entry as the keyring knows it; it names no school and nobody."""
        return f"{self.vault_id}-{self.entry}"

    @property
    def is_worn_out(self) -> bool:
        """Whether it has failed too often to be offered again."""
        return self.failed >= MOST_FAILURES


Notes = tuple[Note, ...]


def failed_once_more(notes: Notes, entry: str) -> Notes:
    """Count one failure of an entry."""
    return tuple(
        msgspec.structs.replace(one, failed=one.failed + 1) if one.entry == entry else one
        for one in notes
    )


def answered(notes: Notes, entry: str) -> Notes:
    """Begin to count anew after a good one."""
    return tuple(
        msgspec.structs.replace(one, failed=0) if one.entry == entry else one for one in notes
    )


def without(notes: Notes, entry: str) -> Notes:
    """Leave one entry out."""
    return tuple(one for one in notes if one.entry != entry)
