"""The record chain: each record carries a keyed hash of the one before it.

Pure arithmetic; stores keep what it gives. A record's digest is salted, so that when a record is
destroyed with its salt, the digest left in the chain tells nothing about what was written. A
holder of the data key could rebuild the whole chain: only the heads kept elsewhere (keys file,
PDF foot, receipts, backups) tell that.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Final, TypeAlias

import msgspec

from ffd_desktop.vault.keysfile import Anchor

PURPOSE: Final = "record-chain"
SALT_BYTES: Final = 16
Fact: TypeAlias = str | int | float | None

EMPTY: Final = Anchor(0, bytes(32))


def fresh_salt() -> bytes:
    """Draw the salt of one record."""
    return secrets.token_bytes(SALT_BYTES)


def digest(key: bytes, *, salt: bytes, facts: tuple[Fact, ...], body: bytes) -> bytes:
    """Give the 32-byte keyed digest of one record: its facts (seq, kind, when, who) and body."""
    framed = salt + msgspec.json.encode(facts) + b"\0" + body
    return hmac.digest(key, b"record" + framed, "sha256")


def link(key: bytes, before: Anchor, digest_of_next: bytes) -> Anchor:
    """Give the chain's head after one more record."""
    count = before.count + 1
    message = b"link" + before.head + count.to_bytes(8, "big") + digest_of_next
    return Anchor(count, hmac.digest(key, message, "sha256"))
