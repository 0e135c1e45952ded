"""The pages of a SQLCipher 4 file: their seals checked, or unsealed one by one in memory.

For checking, because the library's own check of seals can neither be stopped nor tell how far it
is, and for salvaging, because it refuses a whole file for one bad page. Writes nothing.
Format: SQLCipher 4 defaults (AES-256-CBC, HMAC-SHA512 over ciphertext, IV and page number).
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Final, Protocol, TypeAlias

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
_AT_ONCE: Final = 64
_LOCK_BYTE: Final = 0x40000000
"""Where SQLite locks; the page that holds it is never used and so never sealed."""

Pages: TypeAlias = list[bytes | None]


class Readable(Protocol):
    """A sealed file and its key."""

    @property
    def key(self) -> bytes: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102

    def read(self, start: int, length: int) -> bytes:
        """Give bytes from a place on; raises ``OSError`` when the disk does not."""
        ...


def broken_seals(sealed: Readable, *, told: Callable[[int], None]) -> Iterator[int]:
    """Give the number of each page whose seal does not hold, or that the disk does not give.

    ``told`` hears after every few pages how many bytes are done, and may raise to stop.
    """
    key, size = sealed.key, sealed.size
    mac_key: bytes | None = None
    for start in range(0, size, PAGE * _AT_ONCE):
        for at, page in _some_pages(sealed, start):
            mac_key = mac_key or _mac_key(key, page[:SALT])
            number = at // PAGE + 1
            if at != _LOCK_BYTE and not seal_holds(page, number, mac_key):
                yield number
        told(min(start + PAGE * _AT_ONCE, size))


def _some_pages(sealed: Readable, start: int) -> Iterator[tuple[int, bytes]]:
    """Read a few pages at once, or one by one where the disk fails; a lost page is empty."""
    try:
        data = sealed.read(start, PAGE * _AT_ONCE)
    except OSError:
        for at in range(start, min(start + PAGE * _AT_ONCE, sealed.size), PAGE):
            try:
                yield at, sealed.read(at, PAGE)
            except OSError:
                yield at, b""
    else:
        yield from ((start + at, data[at : at + PAGE]) for at in range(0, len(data), PAGE))


def read_pages(path: Path, key: bytes, *, told: Callable[[int, int], None] | None = None) -> Pages:
    """Unseal every page of a database and of the WAL beside it; page n is at n - 1.

    What the WAL holds of finished transactions takes the place of older pages. ``told`` hears how
    many bytes of how many are done, and may raise to stop.

    Raises:
        OSError: The file cannot be read.
    """
    data = path.read_bytes()
    mac_key = _mac_key(key, data[:SALT])
    pages: Pages = []
    for start in range(0, len(data), PAGE):
        page_number = start // PAGE + 1
        pages.append(unsealed(data[start : start + PAGE], page_number, key, mac_key))
        if told is not None and page_number % _AT_ONCE == 0:
            told(start, len(data))
    for number, page in _of_wal(path.with_name(f"{path.name}-wal"), key, mac_key):
        pages.extend([None] * (number - len(pages)))
        pages[number - 1] = page
    return pages


def seal_holds(page: bytes, number: int, mac_key: bytes) -> bool:
    """Say whether a page is whole and is what was written as that page."""
    if len(page) != PAGE:
        return False
    start = SALT if number == 1 else 0
    signed = page[start : USABLE + IV] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(mac_key, signed, "sha512"), page[USABLE + IV :])


def unsealed(page: bytes, number: int, key: bytes, mac_key: bytes) -> bytes | None:
    """Check a page's seal and decrypt it; None when the seal does not hold."""
    if not seal_holds(page, number, mac_key):
        return None
    start = SALT if number == 1 else 0
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
