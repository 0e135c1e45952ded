"""Getting in: which vault, and the passphrase from a file, standard input or the prompt.

SECURITY: a passphrase never comes from the arguments or the environment, which other programs
can read.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import trouble
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.states import Missing

_LONGEST = 64 * 1024


def program_for(arguments: argparse.Namespace) -> Program:
    """Give the program at the vault folder that was named, or the person's own."""
    return Program(folder=getattr(arguments, "vault", None))


@contextmanager
def open_desk(
    arguments: argparse.Namespace, passphrase: str | None = None
) -> Iterator[tuple[Program, Desk]]:
    """Unlock the vault for one verb and lock it again whatever happens."""
    program = program_for(arguments)
    program.require_vault()
    whose = whose_of(arguments, program)
    given = read_passphrase(arguments) if passphrase is None else passphrase
    desk = program.unlock(given, whose=whose)
    try:
        yield program, desk
    finally:
        desk.close()


def whose_of(arguments: argparse.Namespace, program: Program) -> str:
    """Give the name after ``--as`` as it stands in the vault; empty without one.

    Raises:
        ProblemForPerson: ``staff_unknown``.
    """
    named = getattr(arguments, "whose", "").strip().casefold()
    state = program.vault_state()
    if not named or isinstance(state, Missing):
        return ""
    found = next((one.name for one in state.staff if one.name.casefold() == named), "")
    if not found:
        raise trouble.staff_unknown()
    return found


def read_passphrase(arguments: argparse.Namespace, *, new: bool = False) -> str:
    """Read the passphrase; asks twice at the prompt for a new one.

    Raises:
        ProblemForPerson: ``passphrase_unread`` or ``passphrases_differ``.
    """
    source = getattr(arguments, "passphrase_file", None)
    return _from_file(source, _unread()) if source is not None else _prompted(new=new)


def read_new_passphrase(arguments: argparse.Namespace) -> str:
    """Read the passphrase that is to take the old one's place; asks twice at the prompt.

    Raises:
        ProblemForPerson: ``passphrase_unread`` or ``passphrases_differ``.
    """
    source = arguments.new_passphrase_file
    return (
        _from_file(source, _unread())
        if source is not None
        else _prompted(new=True, words="New one: ")
    )


def read_password(source: str) -> str:
    """Read the passphrase for a PDF; ``-`` asks at a terminal.

    Raises:
        ProblemForPerson: ``password_unread``.
    """
    if source == "-" and sys.stdin.isatty():
        return getpass.getpass("Passphrase for the PDF: ")
    return _from_file(source, _password_unread())


def read_package_passphrase(source: str) -> str:
    """Read the passphrase of a package; ``-`` asks at a terminal.

    Raises:
        ProblemForPerson: ``package_passphrase_unread``.
    """
    if source == "-" and sys.stdin.isatty():
        return getpass.getpass("Passphrase of the package: ")
    return _from_file(source, _package_unread())


def read_recovery_code(source: str) -> RecoveryCode:
    """Read a recovery code as it was typed off its sheet; asks at a terminal for ``-``.

    Raises:
        ProblemForPerson: ``recovery_code_misread`` or ``recovery_code_unread``.
    """
    if source == "-" and sys.stdin.isatty():
        return RecoveryCode.read(getpass.getpass("The code, off the paper: "))
    return RecoveryCode.read(_from_file(source, _code_unread()))


def _prompted(*, new: bool, words: str = "Passphrase: ") -> str:
    if not sys.stdin.isatty():
        raise _unread()
    first = getpass.getpass(words)
    if new and getpass.getpass("The same again: ") != first:
        raise ProblemForPerson(
            "The two passphrases differ. Nothing was changed.",
            "Run the command again and type the same one twice.",
            "passphrases_differ",
        )
    return first


def _from_file(source: str, unread: ProblemForPerson) -> str:
    try:
        if source == "-":
            text = sys.stdin.readline(_LONGEST)
        else:
            with Path(source).open(encoding="utf-8-sig") as file:
                text = file.readline(_LONGEST)
    except (OSError, UnicodeDecodeError):
        raise unread from None
    return text.rstrip("\r\n")


def _unread() -> ProblemForPerson:
    return ProblemForPerson(
        "No passphrase could be read, so the vault stays locked.",
        "Give --passphrase-file FILE (or - for standard input), or run it in a terminal.",
        "passphrase_unread",
    )


def _password_unread() -> ProblemForPerson:
    return ProblemForPerson(
        "Nothing was written: no passphrase for the PDF could be read.",
        "Give --password-file FILE (or - for standard input), or --encrypted alone.",
        "password_unread",
    )


def _package_unread() -> ProblemForPerson:
    return ProblemForPerson(
        "Nothing was taken in: no passphrase of the package could be read.",
        "Give --package-passphrase-file FILE (or - for standard input).",
        "package_passphrase_unread",
    )


def _code_unread() -> ProblemForPerson:
    return ProblemForPerson(
        "Nothing was changed: no recovery code could be read.",
        "Give --typed-back a file with the code as it stands on the sheet, or - for standard "
        "input.",
        "recovery_code_unread",
    )
