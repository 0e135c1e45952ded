"""The pages of a SQLCipher 4 file, unsealed one by one in memory; a page whose seal fails is None.

For salvaging only: the library itself refuses a whole file for one bad page. Writes nothing.
Format: SQLCipher 4 defaults (AES-256-CBC, HMAC-SHA512 over ciphertext, IV and page number).
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Final, TypeAlias

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE: Final = 4096
SALT: Final = 16
IV: Final = 16
RESERVED: Final = 80
USABLE: Final = PAGE - RESERVED
HEAD: Final = b"SQLite format 3\0"
_MAC_SALT_MASK: Final = 0x3A
_MAC_ROUNDS: Final = 2
_WAL_HEAD: Final = 32
_FRAME_HEAD: Final = 24

Pages: TypeAlias = list[bytes | None]


def read_pages(path: Path, key: bytes) -> Pages:
    """Unseal every page of a database and of the WAL beside it; page n is at n - 1.

    What the WAL holds of finished transactions takes the place of older pages.

    Raises:
        OSError: The file cannot be read.
    """
    data = path.read_bytes()
    mac_key = _mac_key(key, data[:SALT])
    sealed = (data[start : start + PAGE] for start in range(0, len(data), PAGE))
    pages: Pages = [unsealed(page, number, key, mac_key) for number, page in enumerate(sealed, 1)]
    for number, page in _of_wal(path.with_name(f"{path.name}-wal"), key, mac_key):
        pages.extend([None] * (number - len(pages)))
        pages[number - 1] = page
    return pages


def unsealed(page: bytes, number: int, key: bytes, mac_key: bytes) -> bytes | None:
    """Check a page's seal and decrypt it; None when the seal does not hold."""
    if len(page) != PAGE:
        return None
    start = SALT if number == 1 else 0
    signed = page[start : USABLE + IV] + number.to_bytes(4, "little")
    if not hmac.compare_digest(hmac.digest(mac_key, signed, "sha512"), page[USABLE + IV :]):
        return None
    decryptor = Cipher(algorithms.AES(key), modes.CBC(page[USABLE : USABLE + IV])).decryptor()
    plain = decryptor.update(page[start:USABLE]) + decryptor.finalize()
    return HEAD[:start] + plain


def _mac_key(key: bytes, salt: bytes) -> bytes:
    masked = bytes(byte ^ _MAC_SALT_MASK for byte in salt)
    return pbkdf2_hmac("sha512", key, masked, _MAC_ROUNDS, len(key))


def _of_wal(path: Path, key: bytes, mac_key: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the sound pages of finished transactions, oldest first.

    The second salt of the file's head tells its own frames from those of an earlier round.
    """
    if not path.is_file():
        return
    data = path.read_bytes()
    salts = data[16:24]
    waiting: list[tuple[int, bytes]] = []
    for start in range(_WAL_HEAD, len(data) - PAGE - _FRAME_HEAD + 1, PAGE + _FRAME_HEAD):
        head = data[start : start + _FRAME_HEAD]
        if head[8:16] != salts:
            return
        number, size_after = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
        body = data[start + _FRAME_HEAD : start + _FRAME_HEAD + PAGE]
        page = unsealed(body, number, key, mac_key)
        if page is not None:
            waiting.append((number, page))
        if size_after:
            yield from waiting
            waiting.clear()
