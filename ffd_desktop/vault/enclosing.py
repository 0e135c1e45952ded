"""How a slot holds a vault's keys: by a key pair of its own. Never touches a disk.

So a new data key can be enclosed to each slot without anybody's passphrase. The slot's private half
and the vault's root key are sealed under the way's wrapping key; the data key is enclosed to the
public half (HPKE, RFC 9180), with a tag under the root key. SECURITY: anybody can enclose a key to
a public half; the tag makes sure that it was somebody of this vault, or a false vault could be put
under a true passphrase.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from ffd_desktop.vault import keys
from ffd_desktop.vault.keys import DataKey, RootKey, SecretKey, VaultKeys

PUBLIC_BYTES: Final = 32
_SUITE: Final = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_VOUCHING: Final = "vouching"
_FORMER: Final = "former-data-key"


class PrivateKey(SecretKey):
    """The private half of one slot's X25519 pair."""

    def public(self) -> bytes:
        """Give the public half, 32 bytes."""
        pair = X25519PrivateKey.from_private_bytes(self.reveal())
        return pair.public_key().public_bytes_raw()


class Inside(msgspec.Struct, frozen=True):
    """What is sealed under a way's wrapping key."""

    private: PrivateKey
    root: RootKey


def seal(inside: Inside, *, kek: bytes, nonce: bytes, facts: bytes) -> bytes:
    """Seal a slot's private half and the root key; the slot's facts are authenticated with it."""
    text = inside.private.reveal() + inside.root.reveal()
    return AESGCM(kek).encrypt(nonce, text, facts)


def unseal(sealed: bytes, *, kek: bytes, nonce: bytes, facts: bytes) -> Inside | None:
    """Open what ``seal`` made; None when the wrapping key or any fact is not right."""
    try:
        text = AESGCM(kek).decrypt(nonce, sealed, facts)
        return Inside(PrivateKey(text[: keys.KEY_BYTES]), RootKey(text[keys.KEY_BYTES :]))
    except (InvalidTag, ValueError):
        return None


def enclose(vault_keys: VaultKeys, *, public_key: bytes, facts: bytes) -> bytes:
    """Enclose the data key to a slot's public half, vouched for by the root key."""
    text = vault_keys.data.reveal() + _tag(vault_keys, facts)
    return _SUITE.encrypt(text, X25519PublicKey.from_public_bytes(public_key), info=facts)


def disclose(enclosed: bytes, inside: Inside, *, facts: bytes) -> VaultKeys | None:
    """Open what ``enclose`` made; None when it is damaged or nobody vouched for it."""
    private = X25519PrivateKey.from_private_bytes(inside.private.reveal())
    try:
        text = _SUITE.decrypt(enclosed, private, info=facts)
        found = VaultKeys(DataKey(text[: keys.KEY_BYTES]), inside.root)
    except (InvalidTag, ValueError):
        return None
    claimed = text[keys.KEY_BYTES :]
    return found if hmac.compare_digest(_tag(found, facts), claimed) else None


def put_by(former: DataKey, data_key: DataKey) -> bytes:
    """Seal the data key of before under the new one, for as long as re-keying takes."""
    nonce = secrets.token_bytes(keys.NONCE_BYTES)
    return nonce + AESGCM(data_key.derive(_FORMER)).encrypt(nonce, former.reveal(), None)


def taken_back(sealed: bytes, data_key: DataKey) -> DataKey | None:
    """Open what ``put_by`` made."""
    nonce, text = sealed[: keys.NONCE_BYTES], sealed[keys.NONCE_BYTES :]
    try:
        return DataKey(AESGCM(data_key.derive(_FORMER)).decrypt(nonce, text, None))
    except (InvalidTag, ValueError):
        return None


def _tag(vault_keys: VaultKeys, facts: bytes) -> bytes:
    return keys.tag(vault_keys.root, _VOUCHING, facts + vault_keys.data.reveal())
