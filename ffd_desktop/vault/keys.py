"""The data key, and how a slot wraps it.

Never sees a disk, a keyring or a person: bytes and parameters in, bytes out. Every primitive
comes from the cryptography library.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import unicodedata
from hashlib import sha256
from typing import Final, Self

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ffd_desktop.vault import trouble

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12

MIB: Final = 1024
MOST_MEMORY_KIB: Final = 1024 * MIB
MOST_PASSES: Final = 10
MOST_LANES: Final = 16

_ONE_AT_A_TIME: Final = threading.Lock()


class Argon2Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes (RFC 9106)."""

    memory_kib: int
    passes: int
    lanes: int

    def is_bearable(self) -> bool:
        """Say whether a file may ask this of the computer; the caps stop a doctored file."""
        return (
            1 <= self.lanes <= MOST_LANES
            and 1 <= self.passes <= MOST_PASSES
            and 8 * self.lanes <= self.memory_kib <= MOST_MEMORY_KIB
        )


class SecretKey:
    """A random 256-bit key. It shows nothing of itself when printed or pickled."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError("A key has 32 bytes.")
        self._secret = secret

    @classmethod
    def fresh(cls) -> Self:
        """Draw a new key from the operating system's random source."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def reveal(self) -> bytes:
        """Give the 32 bytes, for wrapping and for keying the database; keep them nowhere else."""
        return self._secret

    def derive(self, purpose: str) -> bytes:
        """Give 32 bytes for one named purpose (HKDF-SHA256), unrelated to those of another."""
        return hkdf(self._secret, salt=b"", info=f"ffd-desktop/{purpose}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SecretKey) or type(other) is not type(self):
            return False
        return hmac.compare_digest(self._secret, other._secret)

    def __hash__(self) -> int:
        return hash(sha256(self._secret).digest())

    def __repr__(self) -> str:
        return f"{type(self).__name__}(hidden)"

    def __reduce__(self) -> str:
        raise TypeError("A key is never written down.")


class DataKey(SecretKey):
    """The key of one vault's database; another one takes its place when somebody is removed."""


class RootKey(SecretKey):
    """The key that stays for a vault's whole life; it opens no database.

    The record chain hangs on it, and whoever holds it may vouch for a new data key.
    """


class SlotKey(SecretKey):
    """What one computer's keyring holds for one person; it opens that one slot."""


class VaultKeys(msgspec.Struct, frozen=True):
    """What a way in gives: the data key, and the root key that vouches for it.

    In a vault older than root keys the data key is its own root.
    """

    data: DataKey
    root: RootKey


def hkdf(secret: bytes, *, salt: bytes, info: str) -> bytes:
    """Stretch a secret that is already random into 32 bytes (RFC 5869 with SHA-256)."""
    return HKDF(SHA256(), KEY_BYTES, salt or None, info.encode()).derive(secret)


def argon2id(passphrase: str, *, salt: bytes, cost: Argon2Cost) -> bytes:
    """Turn a passphrase into a 32-byte wrapping key; a computer too small for it is told so."""
    if not cost.is_bearable():
        raise trouble.keys_damaged()
    # WORKAROUND: OpenSSL 4.0.3 in cryptography 50.0.2 until fixed there. Two derivations at once,
    # each of more than one lane, wait for each other for ever (its pool has too few threads).
    with _ONE_AT_A_TIME:
        try:
            return Argon2id(
                salt=salt,
                length=KEY_BYTES,
                iterations=cost.passes,
                lanes=cost.lanes,
                memory_cost=cost.memory_kib,
            ).derive(even(passphrase).encode())
        except MemoryError:
            raise trouble.too_little_memory() from None


def even(passphrase: str) -> str:
    """Even out what keyboards and pasting do to the same passphrase: NFKC, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split())


def unwrap(sealed: bytes, *, kek: bytes, nonce: bytes, facts: bytes) -> DataKey | None:
    """Open a data key as the first format sealed it, straight under a wrapping key.

    None when the wrapping key or any fact of the slot is not right.
    """
    try:
        return DataKey(AESGCM(kek).decrypt(nonce, sealed, facts))
    except (InvalidTag, ValueError):
        return None


def tag(key: SecretKey, purpose: str, message: bytes) -> bytes:
    """Give the HMAC-SHA256 of a message under the key derived for one purpose."""
    return hmac.digest(key.derive(purpose), message, "sha256")


def is_tag(key: SecretKey, purpose: str, message: bytes, *, claimed: bytes) -> bool:
    """Compare a claimed tag in constant time."""
    return hmac.compare_digest(tag(key, purpose, message), claimed)
