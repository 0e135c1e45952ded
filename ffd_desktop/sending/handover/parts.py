"""The inside of a package: first what it is, then its parts one after the other (docs/package.md).

Each begins with a short JSON head that says how long it is. Whatever does not hold to the bounds
here is refused before it is read, for a file from elsewhere may say anything.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, TypeVar

import msgspec

from ffd_desktop.attachments.trouble import MOST_BYTES
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.handover import trouble

MOST_HEAD: Final = 64 * 1024
MOST_PARTS: Final = 2_000
MOST_TOTAL: Final = 4 * 1024**3
_LENGTH: Final = struct.Struct(">I")
_T = TypeVar("_T")


class What(StrEnum):
    """What is handed over."""

    DRAFT = "draft"
    SEALED = "sealed"


class Role(StrEnum):
    """What one part is."""

    FACTS = "facts"
    CONTENT = "content"
    PAPER = "paper"
    FILE = "file"


MOST_OF: Final[dict[Role, int]] = {
    Role.FACTS: 4 * 1024**2,
    Role.CONTENT: 64 * 1024**2,
    Role.PAPER: 256 * 1024**2,
    Role.FILE: MOST_BYTES,
}
"""The most bytes of a part; all but files are held in memory."""


class About(Private, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a package is.

    Attributes:
        package: Made once for each package, 32 hexadecimal digits.
        parts: How many follow.
        made_at: UTC, ISO form with milliseconds.
        school: Which school it comes from.
        to: For whom, as the sender wrote it.
        is_restricted: Whether only some of the sender's staff may read it.
    """

    what: What
    package: str
    reference: str
    parts: int
    made_at: str
    by: str
    school: str
    to: str = ""
    is_restricted: bool = False


class PartHead(Private, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What is said before the bytes of one part.

    Attributes:
        number: Of what was sealed: 1 the referral, 2 and on its addenda; 1 for all of a draft.
        digest: SHA-256 in hexadecimal.
        attachment: Of a file: which attachment of the content it is.
    """

    role: Role
    size: int
    digest: str
    number: int = 1
    name: str = ""
    attachment: str = ""


_ABOUT: Final = msgspec.json.Decoder(About)
_PART: Final = msgspec.json.Decoder(PartHead)


def framed(about: About, parts: Iterable[tuple[PartHead, Iterable[bytes]]]) -> Iterator[bytes]:
    """Write what is inside, a piece at a time."""
    yield _framed(about)
    for head, pieces in parts:
        yield _framed(head)
        yield from pieces


def _framed(head: About | PartHead) -> bytes:
    text = msgspec.json.encode(head)
    return _LENGTH.pack(len(text)) + text


class PartReader:
    """Reads what is inside from a stream of genuine pieces; each part once, in order.

    Raises ``package_misshapen`` and ``package_too_large``, and what the stream raises.
    """

    def __init__(self, plain: Iterable[bytes]) -> None:
        self._plain = iter(plain)
        self._held = bytearray()
        self._read = 0
        self.about = self._head(_ABOUT)
        if not 0 < self.about.parts <= MOST_PARTS:
            raise trouble.misshapen()

    def parts(self) -> Iterator[tuple[PartHead, Iterator[bytes]]]:
        """Give each part with its bytes, which are read before the next is asked for.

        They are what the head says once they have all been given; at the end nothing is left.
        """
        for _ in range(self.about.parts):
            head = self._head(_PART)
            if not 0 <= head.size <= MOST_OF[head.role]:
                raise trouble.too_large()
            yield head, self._body(head)
        if self._held or next(self._plain, b""):
            raise trouble.misshapen()

    def _head(self, decoder: msgspec.json.Decoder[_T]) -> _T:
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        if length > MOST_HEAD:
            raise trouble.misshapen()
        try:
            return decoder.decode(self._exactly(length))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            raise trouble.misshapen() from None

    def _body(self, head: PartHead) -> Iterator[bytes]:
        digest, left = hashlib.sha256(), head.size
        while left:
            some = self._some(left)
            digest.update(some)
            left -= len(some)
            yield some
        if digest.hexdigest() != head.digest:
            raise trouble.misshapen()

    def _exactly(self, count: int) -> bytes:
        found = bytearray()
        while len(found) < count:
            found += self._some(count - len(found))
        return bytes(found)

    def _some(self, most: int) -> bytes:
        while not self._held:
            more = next(self._plain, None)
            if more is None:
                raise trouble.misshapen()
            self._read += len(more)
            if self._read > MOST_TOTAL:
                raise trouble.too_large()
            self._held += more
        some = bytes(self._held[:most])
        del self._held[: len(some)]
        return some
