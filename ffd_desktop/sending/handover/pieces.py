"""The outside of a package: a stream of authenticated pieces under a passphrase (docs/package.md).

Knows nothing of what is inside, holds one piece of it at a time, and touches no disk. AES-256-GCM
for each piece, with its number and a mark of the last in the nonce (the STREAM construction of
Hoang, Reyhanitabar, Rogaway and Vizar, 2015), so that no piece can be left out, moved, or be last.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ffd_desktop.sending.handover import trouble
from ffd_desktop.vault import keys
from ffd_desktop.vault.keys import Argon2Cost, SecretKey

MAGIC: Final = b"FFD-PACK"
VERSION: Final = 1
COST: Final = Argon2Cost(128 * 1024, 3, 4)
MOST_MEMORY_KIB: Final = 256 * 1024
PIECE: Final = 64 * 1024
TAG: Final = 16
_FACTS: Final = struct.Struct(">8sB3xIII16s")
_CHECK_BYTES: Final = 16
_SUM_BYTES: Final = 8
HEAD_BYTES: Final = _FACTS.size + _CHECK_BYTES + _SUM_BYTES
_MOST_PIECES: Final = 2**32


class Reads(Protocol):
    """A stream of bytes."""

    def read(self, count: int, /) -> bytes:
        """Give so many bytes, or those that are left."""
        ...


class PackageKey(SecretKey):
    """What the passphrase of one package comes to; each use has a key of its own."""

    __slots__ = ("_bound",)

    def __init__(self, secret: bytes, bound: bytes) -> None:
        super().__init__(secret)
        self._bound = bound

    def of(self, purpose: str) -> bytes:
        """Give the 32 bytes of one use, bound to the head of this very package."""
        info = f"ffd-package/1/{purpose}".encode()
        return HKDF(SHA256(), keys.KEY_BYTES, self._bound, info).derive(self.reveal())


class Head(msgspec.Struct, frozen=True):
    """The first 64 bytes of a package."""

    cost: Argon2Cost
    salt: bytes

    def facts(self) -> bytes:
        """Give what the keys are bound to."""
        cost = self.cost
        return _FACTS.pack(MAGIC, VERSION, cost.memory_kib, cost.passes, cost.lanes, self.salt)

    def key(self, passphrase: str) -> PackageKey:
        """Derive the key; takes a third of a second, on purpose."""
        secret = keys.argon2id(passphrase, salt=self.salt, cost=self.cost)
        return PackageKey(secret, self.facts())


# ---- writing ---------------------------------------------------------------------------------


def sealed_up(
    plain: Iterable[bytes], passphrase: str, *, cost: Argon2Cost = COST
) -> tuple[PackageKey, Iterator[bytes]]:
    """Give the key, and the package of a stream of bytes, a piece at a time."""
    head = Head(cost, secrets.token_bytes(keys.SALT_BYTES))
    key = head.key(passphrase)
    return key, _written(head, key, plain)


def _written(head: Head, key: PackageKey, plain: Iterable[bytes]) -> Iterator[bytes]:
    told = head.facts() + _check(key)
    yield told + _sum(told)
    cipher = AESGCM(key.of("pieces"))
    number, waiting = 0, b""
    for piece in _cut(plain):
        if waiting:
            yield cipher.encrypt(_nonce(number, last=False), waiting, None)
            number += 1
        waiting = piece
    yield cipher.encrypt(_nonce(number, last=True), waiting, None)


def _cut(plain: Iterable[bytes]) -> Iterator[bytes]:
    """Give the same bytes in pieces of one size; the last may be shorter."""
    held = bytearray()
    for some in plain:
        held += some
        whole = len(held) - len(held) % PIECE
        yield from (bytes(held[at : at + PIECE]) for at in range(0, whole, PIECE))
        del held[:whole]
    if held:
        yield bytes(held)


# ---- reading ---------------------------------------------------------------------------------


def key_of(stream: Reads, passphrase: str) -> PackageKey:
    """Read the head of a package and derive its key.

    Raises:
        ProblemForPerson: ``package_unknown``: it is no package; ``package_too_new``;
            ``package_damaged``: its head is; ``package_passphrase``: another passphrase opens it.
    """
    told = stream.read(HEAD_BYTES)
    head = _read_head(told)
    key = head.key(passphrase)
    if not hmac.compare_digest(_check(key), told[_FACTS.size : _FACTS.size + _CHECK_BYTES]):
        raise trouble.wrong_passphrase()
    return key


def opened(stream: Reads, key: PackageKey) -> Iterator[bytes]:
    """Give what is inside, a piece at a time; each is genuine, and the end is when it was the last.

    Args:
        stream: Behind the head.
        key: From ``key_of``.

    Raises:
        ProblemForPerson: ``package_damaged``, also for one that ends too early or too late.
    """
    cipher = AESGCM(key.of("pieces"))
    here, number = stream.read(PIECE + TAG), 0
    while True:
        after = stream.read(PIECE + TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not after), here, None)
        except (InvalidTag, ValueError):
            raise trouble.damaged() from None
        if not after:
            return
        here, number = after, number + 1


def _read_head(told: bytes) -> Head:
    if len(told) < len(MAGIC) + 1 or not told.startswith(MAGIC):
        raise trouble.unknown()
    if told[len(MAGIC)] > VERSION:
        raise trouble.too_new()
    if len(told) < HEAD_BYTES or _sum(told[:-_SUM_BYTES]) != told[-_SUM_BYTES:]:
        raise trouble.damaged()
    _, version, memory, passes, lanes, salt = _FACTS.unpack(told[: _FACTS.size])
    head = Head(Argon2Cost(memory, passes, lanes), salt)
    # SECURITY: asked before a byte of memory is taken; a file may ask for anything.
    is_bearable = head.cost.is_bearable() and memory <= MOST_MEMORY_KIB
    if version != VERSION or not is_bearable or head.facts() != told[: _FACTS.size]:
        raise trouble.damaged()
    return head


def _check(key: PackageKey) -> bytes:
    return key.of("check")[:_CHECK_BYTES]


def _sum(told: bytes) -> bytes:
    """Tell a slip of the disk from a wrong passphrase; it proves nothing to an attacker."""
    return hashlib.sha256(told).digest()[:_SUM_BYTES]


def _nonce(number: int, *, last: bool) -> bytes:
    if number >= _MOST_PIECES:
        raise trouble.damaged()
    return bytes(7) + number.to_bytes(4, "big") + bytes([last])
