"""Making slots, and opening a vault's data key through them.

Holds no secret longer than a call and never touches a disk; a slot counts only once ``prove``
has opened it from the bytes that the disk gave back.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Final, TypeAlias

import msgspec

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import enclosing, keys, trouble
from ffd_desktop.vault.enclosing import Inside, PrivateKey
from ffd_desktop.vault.keys import Argon2Cost, DataKey, RootKey, SlotKey, VaultKeys
from ffd_desktop.vault.keysfile import (
    KeyringWay,
    KeysFile,
    PassphraseWay,
    ReadKeys,
    RecoveryWay,
    SchoolWay,
    Slot,
    SlotFacts,
    Way,
    canonical,
    decode,
)
from ffd_desktop.vault.recovery import PrintedCode, RecoveryCode, SchoolKey

_KNOWN: Final = "known-slot"

Secret: TypeAlias = str | RecoveryCode | SchoolKey | SlotKey
"""What a person brings: a passphrase as text, a code that was read from a sheet, or what this
computer's keyring keeps for them."""


class Opened(msgspec.Struct, frozen=True):
    """A vault's keys and the slot that gave them; ``is_ours`` is False after meddling."""

    keys: VaultKeys
    slot: Slot
    is_ours: bool


class Staff(msgspec.Struct, frozen=True):
    """Whose passphrase a slot takes: a name and a role, both may be shown before unlocking.

    ``person`` is what a passphrase's change leaves alone; empty for somebody new.
    """

    name: str
    role: str = ""
    person: str = ""


def new_vault_id() -> str:
    """Draw the random name of a vault, 32 hex digits."""
    return secrets.token_hex(16)


def passphrase_slot(
    vault_keys: VaultKeys,
    passphrase: str,
    *,
    vault_id: str,
    staff: Staff,
    cost: Argon2Cost,
    at: str,
) -> Slot:
    """Make a slot that one member of staff's passphrase opens."""
    way = PassphraseWay(_fresh_salt(), cost)
    return _made(
        vault_keys, passphrase, SlotFacts(*_named(vault_id, way, staff), at, _id_of(staff))
    )


def recovery_slot(vault_keys: VaultKeys, code: RecoveryCode, *, vault_id: str, at: str) -> Slot:
    """Make the slot that the printed recovery code opens."""
    way = RecoveryWay(_fresh_salt())
    return _made(vault_keys, code, SlotFacts(*_named(vault_id, way, Staff("")), at))


def school_slot(vault_keys: VaultKeys, key: SchoolKey, *, vault_id: str, at: str) -> Slot:
    """Make the slot that the school's recovery key opens, whoever has left."""
    way = SchoolWay(_fresh_salt())
    return _made(vault_keys, key, SlotFacts(*_named(vault_id, way, Staff("")), at))


def keyring_slot(
    vault_keys: VaultKeys,
    slot_key: SlotKey,
    *,
    vault_id: str,
    staff: Staff,
    backend: str,
    entry: str,
    at: str,
) -> Slot:
    """Make a slot that opens with what one computer's keyring keeps.

    ``backend`` is the keyring's kind; ``entry`` says where in it, and names nobody.
    """
    way = KeyringWay(_fresh_salt(), backend, entry)
    facts = SlotFacts(*_named(vault_id, way, staff), at, _id_of(staff))
    return _made(vault_keys, slot_key, facts)


def renewed(slot: Slot, vault_keys: VaultKeys, secret: Secret, *, cost: Argon2Cost) -> Slot:
    """Make a slot again in today's format, at a cost if it is a passphrase's; nobody notices."""
    way: Way = slot.facts.way
    if isinstance(way, PassphraseWay):
        way = PassphraseWay(_fresh_salt(), cost)
    facts = msgspec.structs.replace(slot.facts, way=way, person=slot.facts.whose)
    return _made(vault_keys, secret, facts)


def carried(slot: Slot, vault_keys: VaultKeys) -> Slot:
    """Enclose another data key to a slot; its secret is not needed and stays the same.

    SECURITY: whoever owns the public half has the key then, so ``is_known`` comes first.
    """
    facts = canonical(slot.facts)
    enclosed = enclosing.enclose(vault_keys, public_key=slot.facts.public_key, facts=facts)
    return known(msgspec.structs.replace(slot, enclosed=enclosed), vault_keys.data)


def known(slot: Slot, data_key: DataKey) -> Slot:
    """Mark a slot as one that a holder of the data key let in; the first format has no mark."""
    mark = keys.tag(data_key, _KNOWN, canonical(slot.facts)) if slot.can_be_carried else b""
    return msgspec.structs.replace(slot, known=mark)


def is_known(slot: Slot, data_key: DataKey) -> bool:
    """Say whether a holder of this data key let a slot in. Of the first format all may stay.

    Those are never given a key, so one that somebody planted opens nothing.
    """
    if not slot.can_be_carried:
        return True
    return keys.is_tag(data_key, _KNOWN, canonical(slot.facts), claimed=slot.known)


def open_keys(read: ReadKeys, secret: Secret, *, whose: str = "") -> Opened:
    """Try a secret on every slot of its kind, or on one member of staff's by name.

    Raises:
        ProblemForPerson: ``wrong_passphrase``, ``wrong_recovery_code``, ``wrong_slot_key`` or
            ``keys_damaged``.
    """
    for slot in read.content.slots:
        if whose and slot.facts.name != whose:
            continue
        vault_keys = _try(slot, secret)
        if vault_keys is not None:
            return Opened(vault_keys, slot, read.is_ours(vault_keys.data))
    raise refused(secret)


def refused(secret: Secret) -> ProblemForPerson:
    """Say that a secret opens nothing, in the words for its kind."""
    if isinstance(secret, PrintedCode):
        return trouble.wrong_recovery_code()
    return trouble.wrong_slot_key() if isinstance(secret, SlotKey) else trouble.wrong_passphrase()


def prove(data: bytes, data_key: DataKey, proofs: Iterable[Secret]) -> None:
    """Hold what came back from the disk against the key: every secret opens it, the MAC holds.

    Raises:
        ProblemForPerson: ``keys_unproved``.
    """
    read = decode(data)
    if read is None or not read.is_ours(data_key):
        raise trouble.keys_unproved()
    if not all(is_opened_by(read.content, data_key, secret) for secret in proofs):
        raise trouble.keys_unproved()


def is_opened_by(content: KeysFile, data_key: DataKey, secret: Secret) -> bool:
    """Say whether a secret gives the data key through any slot of its kind."""
    found = (_try(slot, secret) for slot in content.slots)
    return any(one is not None and one.data == data_key for one in found)


def with_slot(content: KeysFile, slot: Slot, *, instead_of: str | None = None) -> KeysFile:
    """Give the next revision with one slot more, or in another slot's place."""
    kept = tuple(old for old in content.slots if old.facts.id != instead_of)
    return with_slots(content, (*kept, slot))


def with_slots(content: KeysFile, now: Iterable[Slot]) -> KeysFile:
    """Give the next revision with these slots and no others."""
    return msgspec.structs.replace(content, slots=tuple(now), revision=content.revision + 1)


def of_one(content: KeysFile, person: str) -> KeysFile:
    """Leave out the ways in of the other staff, where there are several."""
    slots = content.slots
    if len({slot.facts.whose for slot in slots} - {""}) <= 1:
        return content
    mine = tuple(slot for slot in slots if slot.facts.whose in {"", person})
    return msgspec.structs.replace(content, slots=mine)


def _try(slot: Slot, secret: Secret) -> VaultKeys | None:
    kek = _kek(slot.facts, secret)
    if kek is None:
        return None
    facts = canonical(slot.facts)
    if not slot.can_be_carried:
        data_key = keys.unwrap(slot.sealed, kek=kek, nonce=slot.nonce, facts=facts)
        return None if data_key is None else VaultKeys(data_key, RootKey(data_key.reveal()))
    inside = enclosing.unseal(slot.sealed, kek=kek, nonce=slot.nonce, facts=facts)
    if inside is None:
        return None
    found = enclosing.disclose(slot.enclosed, inside, facts=facts)
    if found is None:
        raise trouble.keys_damaged()
    return found


def _kek(facts: SlotFacts, secret: Secret) -> bytes | None:
    match facts.way, secret:
        case PassphraseWay(salt, cost), str():
            return keys.argon2id(secret, salt=salt, cost=cost)
        case RecoveryWay(salt), RecoveryCode():
            info = f"ffd-desktop/recovery/{facts.vault_id}"
            return keys.hkdf(secret.secret(), salt=salt, info=info)
        case SchoolWay(salt), SchoolKey():
            info = f"ffd-desktop/school-recovery/{facts.vault_id}"
            return keys.hkdf(secret.secret(), salt=salt, info=info)
        case KeyringWay(salt), SlotKey():
            info = f"ffd-desktop/keyring/{facts.vault_id}"
            return keys.hkdf(secret.reveal(), salt=salt, info=info)
        case _:
            return None


def _made(vault_keys: VaultKeys, secret: Secret, facts: SlotFacts) -> Slot:
    """Give a slot its own key pair, seal the private half, enclose the data key."""
    private, nonce = PrivateKey.fresh(), secrets.token_bytes(keys.NONCE_BYTES)
    facts = msgspec.structs.replace(facts, public_key=private.public())
    kek, about = _kek(facts, secret), canonical(facts)
    if kek is None:
        raise ValueError("This secret is of another kind than the slot.")
    sealed = enclosing.seal(Inside(private, vault_keys.root), kek=kek, nonce=nonce, facts=about)
    enclosed = enclosing.enclose(vault_keys, public_key=facts.public_key, facts=about)
    return known(Slot(facts, nonce, sealed, enclosed), vault_keys.data)


def _named(vault_id: str, way: Way, staff: Staff) -> tuple[str, str, Way, str, str]:
    return secrets.token_hex(8), vault_id, way, staff.name, staff.role


def _id_of(staff: Staff) -> str:
    return staff.person or secrets.token_hex(8)


def _fresh_salt() -> bytes:
    return secrets.token_bytes(keys.SALT_BYTES)
