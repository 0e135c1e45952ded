"""How long to wait before the next guess at a passphrase or recovery code: pure policy.

Slows a person at this program, who has only the keyboard. Never a defence against someone who
copies the files and guesses elsewhere: there only Argon2id and the passphrase's length count.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

FIRST_S: Final = 1
MOST_S: Final = 300
LOST: Final = 6
"""A lost record counts as six wrong guesses, 32 s: whoever deletes it before each guess is still
held under ten guesses in five minutes (Cyber Essentials, password-based authentication)."""


class Guesses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is remembered of the guesses at one vault.

    Attributes:
        vault_id: Which vault.
        failed: Guesses since the last right one, the one being checked included.
        at: When the last one was made, in seconds of the clock that only goes forward.
    """

    vault_id: str
    failed: Annotated[int, msgspec.Meta(ge=0)]
    at: float


def none_yet(vault_id: str) -> Guesses:
    """Start counting, or start anew after the right secret."""
    return Guesses(vault_id, 0, 0.0)


def lost(vault_id: str, now: float) -> Guesses:
    """Take the place of a record that is gone or cannot be read, and start its delay now."""
    return Guesses(vault_id, LOST, now)


def counted(known: Guesses, now: float) -> Guesses:
    """Count one more guess; to be on the disk before it is checked."""
    return Guesses(known.vault_id, known.failed + 1, now)


def graver(one: Guesses, other: Guesses) -> Guesses:
    """Choose which of two copies to believe: the one that asks for more patience."""
    return max(one, other, key=lambda guesses: (guesses.failed, guesses.at))


def believed(known: Guesses, now: float) -> Guesses:
    """Give the record as it counts from now on.

    The clock starts from zero when the computer does. Whatever it shows after that has really
    passed, so a time before it is safe to reckon from; a time still to come is of an earlier
    start, and the full delay is then waited anew. The date plays no part.
    """
    return known if known.at <= now else Guesses(known.vault_id, known.failed, now)


def delay_after(failed: int) -> int:
    """Give the seconds to wait after so many wrong guesses: 0, then 1, 2, 4 ... 300."""
    if failed == 0:
        return 0
    return min(MOST_S, FIRST_S << min(failed - 1, MOST_S.bit_length()))


def wait_s(known: Guesses, now: float) -> float:
    """Give the seconds still to wait; 0 when a guess may be made."""
    return max(0.0, delay_after(known.failed) - (now - known.at))
