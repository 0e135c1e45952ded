"""SQLCipher's errors told in plain words; sqlcipher3's Error is not the one of sqlite3.

Never quotes SQL, values or paths.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Final

import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.problems import ProblemForPerson

SQLITE_READONLY: Final = 8
SQLITE_IOERR: Final = 10
_PRIMARY: Final = 0xFF
_CODES: Final = {
    5: "vault_in_use",
    6: "vault_in_use",
    8: "vault_read_only",
    11: "vault_damaged",
    13: "disk_full",
    14: "vault_unreachable",
    26: "vault_damaged",
    3: "vault_read_only",
    23: "vault_read_only",
}
_WORDS: Final = {
    "vault_in_use": (
        "Nothing is lost. The vault is open in another window or by another person.",
        "Go to that window, or close it and try again.",
    ),
    "vault_read_only": (
        "Everything saved so far is safe, but newer words are not: the folder is read-only.",
        "Ask your IT support for the right to write there. Keep this window open until then.",
    ),
    "vault_damaged": (
        "Part of the vault’s file is damaged. Nothing was changed or deleted.",
        "Do not delete anything. Put the newest backup back; the locked screen leads there.",
    ),
    "disk_full": (
        "Everything saved so far is safe, but the disk is full, so newer words are not saved.",
        "Free some space; saving goes on by itself. Keep this window open until then.",
    ),
    "vault_unreachable": (
        "The vault’s folder cannot be reached. Everything saved so far is as it was.",
        "Reconnect its drive or check the rights on the folder, then try again.",
    ),
    "vault_io": (
        "Everything saved so far is safe, but newer words are not: the disk reported an error.",
        "Keep this window open. Check the disk or its cable and tell your IT support.",
    ),
}


def problem(code: str) -> ProblemForPerson:
    """Give the problem of one code of this module."""
    what, next_step = _WORDS[code]
    return ProblemForPerson(what, next_step, code)


def too_new() -> ProblemForPerson:
    """A newer program wrote this vault; it is left untouched."""
    return ProblemForPerson(
        "Nothing was changed. The vault was made by a newer version of FFD Desktop.",
        "Update FFD Desktop on this computer, then open the vault again.",
        "vault_too_new",
    )


def code_of(error: sqlcipher.Error) -> str | None:
    """Give our code for a library error; None when it is a fault of ours, not of the world."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is None or number & _PRIMARY == 1:
        return None
    if number & _PRIMARY == SQLITE_IOERR:
        return "vault_io"
    return _CODES.get(number & _PRIMARY)


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """Turn the world's faults into problems for a person; our own faults pass as they are."""
    try:
        yield
    except sqlcipher.Error as error:
        code = code_of(error)
        if code is None:
            raise
        raise problem(code) from None
