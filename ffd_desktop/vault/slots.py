"""Making slots, and opening a vault's data key through them.

Holds no secret longer than a call and never touches a disk; a slot counts only once ``prove``
has opened it from the bytes that the disk gave back.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from ffd_desktop.vault import keys, trouble
from ffd_desktop.vault.keys import Argon2Cost, DataKey
from ffd_desktop.vault.keysfile import (
    KeysFile,
    PassphraseWay,
    ReadKeys,
    RecoveryWay,
    Slot,
    SlotFacts,
    canonical,
    decode,
)
from ffd_desktop.vault.recovery import RecoveryCode

Secret: TypeAlias = str | RecoveryCode
"""What a person brings: a passphrase as text, or a recovery code that has been read."""


class Opened(msgspec.Struct, frozen=True):
    """A data key and the slot that gave it; ``is_ours`` is False when the file was meddled with."""

    data_key: DataKey
    slot: Slot
    is_ours: bool


class Staff(msgspec.Struct, frozen=True):
    """Whose passphrase a slot takes: a name and a role, both may be shown before unlocking."""

    name: str
    role: str = ""


def new_vault_id() -> str:
    """Draw the random name of a vault, 32 hex digits."""
    return secrets.token_hex(16)


def passphrase_slot(
    data_key: DataKey, passphrase: str, *, vault_id: str, staff: Staff, cost: Argon2Cost, at: str
) -> Slot:
    """Make a slot that one member of staff's passphrase opens."""
    way = PassphraseWay(secrets.token_bytes(keys.SALT_BYTES), cost)
    facts = SlotFacts(_new_slot_id(), vault_id, way, staff.name, staff.role, at)
    return _sealed(data_key, facts, keys.argon2id(passphrase, salt=way.salt, cost=cost))


def recovery_slot(data_key: DataKey, code: RecoveryCode, *, vault_id: str, at: str) -> Slot:
    """Make the slot that the printed recovery code opens."""
    way = RecoveryWay(secrets.token_bytes(keys.SALT_BYTES))
    facts = SlotFacts(_new_slot_id(), vault_id, way, "", "", at)
    return _sealed(data_key, facts, _recovery_kek(code, facts))


def open_keys(read: ReadKeys, secret: Secret) -> Opened:
    """Try a secret on every slot of its kind.

    Raises:
        ProblemForPerson: ``wrong_passphrase`` or ``wrong_recovery_code``.
    """
    for slot in read.content.slots:
        data_key = _try(slot, secret)
        if data_key is not None:
            return Opened(data_key, slot, read.is_ours(data_key))
    if isinstance(secret, RecoveryCode):
        raise trouble.wrong_recovery_code()
    raise trouble.wrong_passphrase()


def prove(data: bytes, data_key: DataKey, proofs: Iterable[Secret]) -> None:
    """Hold what came back from the disk against the key: every secret opens it, the MAC holds.

    Raises:
        ProblemForPerson: ``keys_unproved``.
    """
    read = decode(data)
    if read is None or not read.is_ours(data_key):
        raise trouble.keys_unproved()
    for secret in proofs:
        if all(_try(slot, secret) != data_key for slot in read.content.slots):
            raise trouble.keys_unproved()


def is_opened_by(content: KeysFile, data_key: DataKey, secret: Secret) -> bool:
    """Say whether a secret gives the data key through any slot of its kind."""
    return any(_try(slot, secret) == data_key for slot in content.slots)


def with_slot(content: KeysFile, slot: Slot, *, instead_of: str | None = None) -> KeysFile:
    """Give the next revision with one slot more, or in another slot's place."""
    kept = tuple(old for old in content.slots if old.facts.id != instead_of)
    return msgspec.structs.replace(content, slots=(*kept, slot), revision=content.revision + 1)


def _try(slot: Slot, secret: Secret) -> DataKey | None:
    kek = _kek(slot.facts, secret)
    if kek is None:
        return None
    return keys.unwrap(slot.sealed, kek=kek, nonce=slot.nonce, facts=canonical(slot.facts))


def _kek(facts: SlotFacts, secret: Secret) -> bytes | None:
    match facts.way, secret:
        case PassphraseWay(salt, cost), str():
            return keys.argon2id(secret, salt=salt, cost=cost)
        case RecoveryWay(), RecoveryCode():
            return _recovery_kek(secret, facts)
        case _:
            return None


def _recovery_kek(code: RecoveryCode, facts: SlotFacts) -> bytes:
    salt = facts.way.salt if isinstance(facts.way, RecoveryWay) else b""
    return keys.hkdf(code.secret(), salt=salt, info=f"ffd-desktop/recovery/{facts.vault_id}")


def _sealed(data_key: DataKey, facts: SlotFacts, kek: bytes) -> Slot:
    nonce = secrets.token_bytes(keys.NONCE_BYTES)
    sealed = keys.wrap(data_key, kek=kek, nonce=nonce, facts=canonical(facts))
    return Slot(facts, nonce, sealed)


def _new_slot_id() -> str:
    return secrets.token_hex(8)
