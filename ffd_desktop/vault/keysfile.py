"""The file vault.keys: which slots open a vault, and how the file says that it is whole.

JSON, version 2; version 1 is still read. ``checksum`` (no key needed) tells damage before any
passphrase is tried; ``mac`` (under a key derived from the data key) tells meddling once the vault
is open; every slot also authenticates its own facts. Never touches a disk.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final, Literal, TypeAlias

import msgspec

from ffd_desktop.vault import keys, trouble
from ffd_desktop.vault.enclosing import PUBLIC_BYTES
from ffd_desktop.vault.keys import Argon2Cost, DataKey

FORMAT: Final = "ffd-desktop vault keys"
VERSION: Final = 2
READABLE: Final = frozenset({1, 2})
MOST_BYTES: Final = 1024 * 1024
_MAC: Final = "keys-file"


class PassphraseWay(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="passphrase"):
    """Argon2id of one member of staff's passphrase."""

    salt: bytes
    cost: Argon2Cost


class RecoveryWay(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="recovery-code"):
    """HKDF-SHA256 of the printed recovery code."""

    salt: bytes


class KeyringWay(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="keyring"):
    """HKDF-SHA256 of a random slot key that one computer's keyring holds."""

    salt: bytes
    backend: str
    entry: str


class SchoolWay(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="school-recovery"):
    """HKDF-SHA256 of the school's recovery key, printed for the head teacher's safe."""

    salt: bytes


Way: TypeAlias = PassphraseWay | RecoveryWay | KeyringWay | SchoolWay


class SlotFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything about a slot but what is sealed in it; all of it is authenticated.

    ``made_at`` is a UTC time in ISO 8601. ``name`` and ``role`` belong to the member of staff, and
    so does ``person``, which stays when the passphrase changes. ``public_key`` is the slot's own
    X25519 public half; version 1 had neither.
    """

    id: str
    vault_id: str
    way: Way
    name: str
    role: str
    made_at: str
    person: str = ""
    public_key: bytes = b""

    @property
    def whose(self) -> str:
        """The person's id; in version 1 the slot's own served for it. Empty for a sheet's slot."""
        if not isinstance(self.way, PassphraseWay | KeyringWay):
            return ""
        return self.person or self.id


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One way in: its facts, what is sealed under that way's key, and the data key enclosed.

    In version 1 the data key itself was sealed, and nothing enclosed; see ``enclosing.py``.
    ``known`` is a tag over the facts under the data key: who can only write files cannot make it.
    """

    facts: SlotFacts
    nonce: bytes
    sealed: bytes
    enclosed: bytes = b""
    known: bytes = b""

    @property
    def can_be_carried(self) -> bool:
        """Whether a new data key can be enclosed to it without its secret."""
        return bool(self.facts.public_key)


class Anchor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The head of the record chain as it was at the last lock: count of links and newest link."""

    count: int
    head: bytes


class KeysFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole content of vault.keys but its two seals.

    ``revision`` grows by one at each writing, so that of two copies the newer one is known.
    ``former`` is there while the vault is being re-keyed: the data key of before, sealed under
    the new one.
    """

    vault_id: str
    made_at: str
    revision: int
    slots: tuple[Slot, ...]
    anchor: Anchor | None = None
    former: bytes | msgspec.UnsetType = msgspec.UNSET


class _Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["ffd-desktop vault keys"]
    version: int
    content: KeysFile
    mac: bytes
    checksum: bytes


class _Opening(msgspec.Struct, frozen=True):
    format: Literal["ffd-desktop vault keys"]
    version: int


class ReadKeys(msgspec.Struct, frozen=True):
    """A keys file whose checksum held, with the MAC that the data key must still confirm."""

    content: KeysFile
    mac: bytes

    def is_ours(self, data_key: DataKey) -> bool:
        """Say whether a holder of the data key wrote this file as it stands."""
        return keys.is_tag(data_key, _MAC, canonical(self.content), claimed=self.mac)


def canonical(value: msgspec.Struct) -> bytes:
    """Give the one byte form of a value that seals are computed over: JSON, keys sorted."""
    return msgspec.json.encode(value, order="sorted")


def encode(content: KeysFile, data_key: DataKey) -> bytes:
    """Write a keys file: indented JSON, ending in a line break."""
    mac = keys.tag(data_key, _MAC, canonical(content))
    sealed = _Sealed(FORMAT, VERSION, content, mac, _checksum(content, mac))
    return msgspec.json.format(msgspec.json.encode(sealed), indent=1) + b"\n"


def decode(data: bytes) -> ReadKeys | None:
    """Read a keys file strictly; None when it is damaged.

    Raises:
        ProblemForPerson: ``vault_too_new`` when a newer program wrote it.
    """
    try:
        if msgspec.json.decode(data, type=_Opening).version > VERSION:
            raise trouble.keys_too_new()
        sealed = msgspec.json.decode(data, type=_Sealed)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if sealed.version not in READABLE or sealed.checksum != _checksum(sealed.content, sealed.mac):
        return None
    return ReadKeys(sealed.content, sealed.mac) if _is_sound(sealed.content) else None


def _is_sound(content: KeysFile) -> bool:
    ids = {slot.facts.id for slot in content.slots}
    return (
        len(content.slots) > 0
        and len(ids) == len(content.slots)
        and all(slot.facts.vault_id == content.vault_id for slot in content.slots)
        and all(len(slot.nonce) == keys.NONCE_BYTES for slot in content.slots)
        and all(_is_bearable(slot.facts.way) for slot in content.slots)
        and all(len(slot.facts.public_key) in {0, PUBLIC_BYTES} for slot in content.slots)
    )


def _is_bearable(way: Way) -> bool:
    return not isinstance(way, PassphraseWay) or way.cost.is_bearable()


def _checksum(content: KeysFile, mac: bytes) -> bytes:
    return sha256(canonical(content) + mac).digest()
