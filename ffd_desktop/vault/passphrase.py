"""Whether a passphrase is good enough, and how strong it is, said in words.

Never asks for symbols, never forces a change, sets no upper limit: length and not being common
are what count (NCSC, three random words; Cyber Essentials, 12 characters or a deny list).
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from typing import Final

import msgspec

from ffd_desktop.vault.keys import even

LEAST_CHARACTERS: Final = 12
LEAST_WORDS: Final = 3
LEAST_WORD: Final = 3
LEAST_DIFFERENT: Final = 6
LEAST_KNOWN: Final = 4
_SWAPS: Final = str.maketrans("013457@$!", "oieastasi")
_SIGNS: Final = re.compile(r"[\W_]+")
_RUNS: Final = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")


def _pieces() -> tuple[str, ...]:
    """Give every stretch of four keys or more in a row, both ways, longest first."""
    rows = (*_RUNS, *(run[::-1] for run in _RUNS))
    found = {
        row[start:end]
        for row in rows
        for start in range(len(row))
        for end in range(start + LEAST_KNOWN, len(row) + 1)
    }
    return tuple(sorted(found, key=len, reverse=True))


_PIECES: Final = _pieces()


class Strength(enum.Enum):
    """How hard a passphrase is to guess for someone who holds the stolen files."""

    TOO_SHORT = "too short"
    EASY = "easy to guess"
    FAIR = "good enough"
    STRONG = "strong"
    VERY_STRONG = "very strong"


class Verdict(msgspec.Struct, frozen=True):
    """What is thought of a passphrase; ``words`` may be shown as they are."""

    strength: Strength
    words: str

    @property
    def is_accepted(self) -> bool:
        """Say whether a vault may be locked with it."""
        return self.strength not in {Strength.TOO_SHORT, Strength.EASY}


def common_from(text: str) -> frozenset[str]:
    """Read the list of common passphrases: one a line, ``#`` starts a remark."""
    lines = (line.strip() for line in text.splitlines())
    return frozenset(_bare(line) for line in lines if line and not line.startswith("#"))


def judge(passphrase: str, *, common: frozenset[str], about: Iterable[str] = ()) -> Verdict:
    """Judge a passphrase.

    Args:
        passphrase: As typed; compared after the same evening-out as when it unlocks.
        common: From ``common_from``.
        about: Words an acquaintance would try first, such as the school's and the person's name.
    """
    text = even(passphrase)
    words = _words(text)
    if len(text) < LEAST_CHARACTERS and len(words) < LEAST_WORDS:
        missing = LEAST_CHARACTERS - len(text)
        more = "1 more character" if missing == 1 else f"{missing} more characters"
        return Verdict(Strength.TOO_SHORT, f"Too short: {more}, or three words.")
    if _is_guessable(text, common, tuple(about)):
        return Verdict(
            Strength.EASY, "Easy to guess: it is common, repeats itself or is about you."
        )
    return _strength(text, len(words))


def _strength(text: str, words: int) -> Verdict:
    if len(text) >= 28 or words >= 6:
        return Verdict(Strength.VERY_STRONG, "Very strong.")
    if len(text) >= 18 or words >= 4:
        return Verdict(Strength.STRONG, "Strong.")
    return Verdict(Strength.FAIR, "Good enough. One more word would make it strong.")


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in text.split() if len(word) >= LEAST_WORD)


def _is_guessable(text: str, common: frozenset[str], about: tuple[str, ...]) -> bool:
    bare = _bare(text)
    if bare in common or len(set(bare)) < LEAST_DIFFERENT:
        return True
    known = common | {_bare(part) for name in about for part in (name, *name.split())}
    forms = (bare, bare.translate(_SWAPS))
    return min(len(_remainder(form, known)) for form in forms) < LEAST_DIFFERENT


def _remainder(bare: str, known: Iterable[str]) -> str:
    """Leave what is new in a passphrase: known words and runs of keys are taken out."""
    for word in sorted({part for part in known if len(part) >= LEAST_KNOWN}, key=len, reverse=True):
        bare = bare.replace(word, "")
    for piece in _PIECES:
        bare = bare.replace(piece, "")
    return _SIGNS.sub("", bare)


def _bare(text: str) -> str:
    return "".join(even(text).casefold().split())
