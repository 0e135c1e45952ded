"""Codes on paper that open the vault when a passphrase is lost: the recovery code and the school's.

Made for paper: Crockford's base 32 (no I, L, O or U), groups of five and a check symbol, read
forgivingly. The two are told apart by their length. Never stores anything.
"""

from __future__ import annotations

import hmac
import secrets
from typing import ClassVar, Final, Self

from ffd_desktop.vault import trouble

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECK_ALPHABET: Final = ALPHABET + "*~$=U"
GROUP: Final = 5
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")
_READ_AS: Final = str.maketrans(
    "OIL", "011", " -\t\r\n\u00a0\u2010\u2011\u2012\u2013\u2014\u2212_."
)


class PrintedCode:
    """A code on a sheet; ``str()`` of it is for the sheet only, ``repr`` shows nothing."""

    NAME: ClassVar[str]
    SYMBOLS: ClassVar[int]
    __slots__ = ("_symbols",)

    def __init__(self, symbols: str) -> None:
        if len(symbols) != self.SYMBOLS or any(symbol not in ALPHABET for symbol in symbols):
            raise ValueError("A printed code has its number of symbols of Crockford’s base 32.")
        self._symbols = symbols

    @classmethod
    def fresh(cls) -> Self:
        """Draw a code of five random bits a symbol, its check symbol a plain letter or digit.

        About one draw in seven is thrown away for a check symbol that is hard to say on the
        telephone, which costs a quarter of a bit.
        """
        while True:
            symbols = "".join(secrets.choice(ALPHABET) for _ in range(cls.SYMBOLS))
            if check_symbol(symbols) in ALPHABET:
                return cls(symbols)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a code as a person types it: any case, spaces, dashes, O for 0, I and L for 1."""
        kept = _kept(text)
        symbols, check = kept[: cls.SYMBOLS], kept[cls.SYMBOLS :]
        if len(kept) != cls.SYMBOLS + 1 or any(symbol not in ALPHABET for symbol in symbols):
            raise trouble.misread_recovery_code()
        if check_symbol(symbols) != check:
            raise trouble.misread_recovery_code()
        return cls(symbols)

    def secret(self) -> bytes:
        """Give the bytes from which the wrapping key is derived."""
        return self._symbols.encode()

    def groups(self) -> tuple[str, ...]:
        """Give the groups of five and the check symbol, for the sheet and for typing back."""
        starts = range(0, self.SYMBOLS, GROUP)
        fives = tuple(self._symbols[start : start + GROUP] for start in starts)
        return (*fives, check_symbol(self._symbols))

    def __str__(self) -> str:
        return "-".join(self.groups())

    def __repr__(self) -> str:
        return f"{type(self).__name__}(hidden)"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PrintedCode) or type(other) is not type(self):
            return False
        return hmac.compare_digest(self._symbols, other._symbols)

    def __hash__(self) -> int:
        return hash(self._symbols)


class RecoveryCode(PrintedCode):
    """The code on the recovery sheet: 125 random bits, five groups."""

    NAME = "recovery code"
    SYMBOLS = 25
    __slots__ = ()


class SchoolKey(PrintedCode):
    """The school's recovery key, for the head teacher's safe: 150 random bits, six groups."""

    NAME = "school’s recovery key"
    SYMBOLS = 30
    __slots__ = ()


def read_printed(text: str) -> RecoveryCode | SchoolKey:
    """Read whichever code somebody types from a sheet; its length tells which.

    Raises:
        ProblemForPerson: ``recovery_code_misread``.
    """
    is_key = len(_kept(text)) == SchoolKey.SYMBOLS + 1
    return SchoolKey.read(text) if is_key else RecoveryCode.read(text)


def two_groups() -> tuple[int, int]:
    """Choose which two groups are typed back, in order, 0 first."""
    first, second = sorted(secrets.SystemRandom().sample(range(len(ORDINALS)), 2))
    return first, second


def is_typed_back(code: PrintedCode, group: int, text: str) -> bool:
    """Say whether one group was typed as it stands on the sheet, read as forgivingly as a code."""
    return _kept(text) == code.groups()[group]


def _kept(text: str) -> str:
    return text.upper().translate(_READ_AS)


def check_symbol(symbols: str) -> str:
    """Give the modulo-37 check symbol (Crockford, Base 32 Encoding, section on check symbols)."""
    number = 0
    for symbol in symbols:
        number = number * 32 + ALPHABET.index(symbol)
    return CHECK_ALPHABET[number % 37]
