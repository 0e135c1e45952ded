"""The head of the record chain on paper: how many records there are, and 80 bits of the newest.

It stands at the foot of every PDF. Whoever later holds such a paper against the vault notices
when vault and keys were both put back to an older day: the chain must pass through it. Pure;
knows no paper and no store. It tells nobody anything about what the records say.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keysfile import Anchor
from ffd_desktop.vault.recovery import ALPHABET

BITS: Final = 80
_SYMBOLS: Final = BITS // 5
_CHECKS: Final = 2
_PRIME: Final = 1021  # the largest that two symbols can hold
_GROUP: Final = 6
_READ_AS: Final = str.maketrans("OIL", "011")
_DROPPED: Final = re.compile(r"[\s\W_]+")
_NAMED: Final = re.compile(r"^\W*RECORDS?\b", re.IGNORECASE)


class HeadCode(msgspec.Struct, frozen=True):
    """A head as a paper carries it: the count of records and the first symbols of the newest."""

    count: int
    symbols: str

    def __str__(self) -> str:
        """Write it for the foot of a page, such as ``Record 1 284 · 4F2A91-C07XYZ-QK3M7P``."""
        return f"Record {spaced(self.count)} · {'-'.join(self.groups())}"

    def groups(self) -> tuple[str, ...]:
        """Give the symbols and the two check symbols in groups of six."""
        whole = self.symbols + _checks(self.count, self.symbols)
        return tuple(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))

    def is_of(self, anchor: Anchor) -> bool:
        """Say whether this is the code of that head."""
        return self == code_of(anchor)


def code_of(anchor: Anchor) -> HeadCode:
    """Shorten a head to what a paper carries."""
    number = int.from_bytes(anchor.head, "big") >> (len(anchor.head) * 8 - BITS)
    return HeadCode(anchor.count, _written(number, _SYMBOLS))


def printed(anchor: Anchor | None) -> str:
    """Write a head for the foot of a page; nothing when there is no record yet."""
    return str(code_of(anchor)) if anchor is not None and anchor.count else ""


def read(text: str) -> HeadCode:
    """Read a code as a person types it off a paper.

    Any case; with or without the word Record; spaces, dots and dashes anywhere; O for 0, I and L
    for 1.

    Raises:
        ProblemForPerson: ``head_code_misread`` when a symbol is missing or a slip was made.
    """
    kept = _DROPPED.sub("", _NAMED.sub("", text)).upper().translate(_READ_AS)
    long = _SYMBOLS + _CHECKS
    number, symbols, checks = kept[:-long], kept[-long:-_CHECKS], kept[-_CHECKS:]
    is_code = number.isascii() and number.isdigit() and len(number) <= 12
    if not is_code or any(symbol not in ALPHABET for symbol in symbols + checks):
        raise _misread()
    if _checks(int(number), symbols) != checks:
        raise _misread()
    return HeadCode(int(number), symbols)


def fault(code: HeadCode, *, at_that_count: Anchor | None, count: int) -> str | None:
    """Say in words how a vault contradicts a paper; ``None`` when it does not.

    Args:
        code: What the paper carries.
        at_that_count: The vault's own head after that many records, if it ever held as many.
        count: How many records the vault has held until now.
    """
    if count < code.count:
        return (
            f"The paper was made when this vault held {spaced(code.count)} records; it holds "
            f"{spaced(count)} now. An older copy was put in its place, of the keys too, or the "
            "paper is of another vault. Look for the newer one: a backup, or a vault set aside."
        )
    if at_that_count is None or not code.is_of(at_that_count):
        return (
            f"The paper says otherwise what record {spaced(code.count)} was. Up to there this "
            "vault is not the one that the paper was made from: an older copy was put in its "
            "place and written on, it was rescued into a new vault, or the paper is of another "
            "vault."
        )
    return None


def spaced(number: int) -> str:
    """Write a number with a space between thousands."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def _checks(count: int, symbols: str) -> str:
    number = count
    for symbol in symbols:
        number = number * 32 + ALPHABET.index(symbol)
    return _written(number % _PRIME, _CHECKS)


def _written(number: int, length: int) -> str:
    return "".join(ALPHABET[number >> (5 * at) & 31] for at in reversed(range(length)))


def _misread() -> ProblemForPerson:
    return ProblemForPerson(
        "Nothing was checked: the record’s number or code has a slip in it.",
        "Copy it from the foot of a page of the PDF: the number after the word Record, then three "
        "groups of six.",
        "head_code_misread",
    )
