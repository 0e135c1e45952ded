"""The port that every roll format is behind, and choosing the one that a file is of.

A format is one module that has this shape, and one line in ``app/formats.py``; the contract tests
(``tests/contracts/test_roll_formats.py``) hold each to the same promises.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO, Final, Protocol

from ffd_desktop.roll import trouble
from ffd_desktop.roll.ctf import read_ctf
from ffd_desktop.roll.importing import Reading
from ffd_desktop.roll.sniffing import refuse_by_signature
from ffd_desktop.tables.archives import SIGNATURE
from ffd_desktop.tables.signatures import HEAD

Stop = Callable[[], bool]
_TABLE_ENDINGS: Final = (".csv", ".tsv", ".txt")


class RollFormat(Protocol):
    """One kind of file that a roll may come in."""

    def claims(self, head: bytes, stream: BinaryIO) -> bool:
        """Tell whether a file is of this format.

        Args:
            head: Its first bytes.
            stream: All of it, seekable; may be left at any place. Little of it is read.
        """
        ...

    def read(self, stream: BinaryIO, *, file_name: str, stop: Stop) -> Reading:
        """Begin to read it, from its start."""
        ...


class CtfFormat:
    """The Common Transfer File; takes what no other format claims, and says what that is."""

    def claims(self, head: bytes, stream: BinaryIO) -> bool:  # noqa: ARG002
        """Take anything."""
        return True

    def read(self, stream: BinaryIO, *, file_name: str, stop: Stop) -> Reading:
        """Begin to read it.

        Raises:
            NotARoll: It is a table by its name, and none by its headings.
        """
        if file_name.lower().endswith(_TABLE_ENDINGS):
            head = stream.read(HEAD)
            refuse_by_signature(head)
            if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
                raise trouble.no_headings()
            stream.seek(0)
        return read_ctf(stream, file_name=file_name, stop=stop)


def format_of(stream: BinaryIO, formats: Sequence[RollFormat]) -> RollFormat:
    """Give the first format that claims a file; the stream stands at its start afterwards."""
    head = stream.read(HEAD)
    found = next(one for one in formats if one.claims(head, stream))
    stream.seek(0)
    return found


def is_archive(head: bytes) -> bool:
    """Tell whether a file begins as zip files do."""
    return head.startswith(SIGNATURE)
