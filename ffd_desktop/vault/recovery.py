"""The recovery code: 25 random symbols that open the vault when a passphrase is lost.

Made for paper: Crockford's base 32 (no I, L, O or U), five groups of five and a check symbol,
read forgivingly. Never stores anything.
"""

from __future__ import annotations

import secrets
from typing import Final

from ffd_desktop.vault import trouble

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECK_ALPHABET: Final = ALPHABET + "*~$=U"
SYMBOLS: Final = 25
GROUP: Final = 5
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")
_READ_AS: Final = str.maketrans(
    "OIL", "011", " -\t\r\n\u00a0\u2010\u2011\u2012\u2013\u2014\u2212_."
)


class RecoveryCode:
    """One recovery code; ``str()`` of it is for the sheet only, ``repr`` shows nothing."""

    __slots__ = ("_symbols",)

    def __init__(self, symbols: str) -> None:
        if len(symbols) != SYMBOLS or any(symbol not in ALPHABET for symbol in symbols):
            raise ValueError("A recovery code has 25 symbols of Crockford’s base 32.")
        self._symbols = symbols

    @classmethod
    def fresh(cls) -> RecoveryCode:
        """Draw a code of 125 random bits whose check symbol is a plain letter or digit.

        About one draw in seven is thrown away for a check symbol that is hard to say on the
        telephone, which costs a quarter of a bit.
        """
        while True:
            symbols = "".join(secrets.choice(ALPHABET) for _ in range(SYMBOLS))
            if check_symbol(symbols) in ALPHABET:
                return cls(symbols)

    @classmethod
    def read(cls, text: str) -> RecoveryCode:
        """Read a code as a person types it: any case, spaces, dashes, O for 0, I and L for 1."""
        kept = text.upper().translate(_READ_AS)
        symbols, check = kept[:SYMBOLS], kept[SYMBOLS:]
        if len(kept) != SYMBOLS + 1 or any(symbol not in ALPHABET for symbol in symbols):
            raise trouble.misread_recovery_code()
        if check_symbol(symbols) != check:
            raise trouble.misread_recovery_code()
        return cls(symbols)

    def secret(self) -> bytes:
        """Give the bytes from which the wrapping key is derived."""
        return self._symbols.encode()

    def groups(self) -> tuple[str, ...]:
        """Give the five groups and the check symbol, for the sheet and for typing back."""
        starts = range(0, SYMBOLS, GROUP)
        fives = tuple(self._symbols[start : start + GROUP] for start in starts)
        return (*fives, check_symbol(self._symbols))

    def __str__(self) -> str:
        return "-".join(self.groups())

    def __repr__(self) -> str:
        return "RecoveryCode(hidden)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RecoveryCode) and self._symbols == other._symbols

    def __hash__(self) -> int:
        return hash(self._symbols)


def two_groups() -> tuple[int, int]:
    """Choose which two groups are typed back, in order, 0 first."""
    first, second = sorted(secrets.SystemRandom().sample(range(len(ORDINALS)), 2))
    return first, second


def is_typed_back(code: RecoveryCode, group: int, text: str) -> bool:
    """Say whether one group was typed as it stands on the sheet, read as forgivingly as a code."""
    return text.upper().translate(_READ_AS) == code.groups()[group]


def check_symbol(symbols: str) -> str:
    """Give the modulo-37 check symbol (Crockford, Base 32 Encoding, section on check symbols)."""
    number = 0
    for symbol in symbols:
        number = number * 32 + ALPHABET.index(symbol)
    return CHECK_ALPHABET[number % 37]
