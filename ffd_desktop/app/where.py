"""Which folder the vault is in and why, what speaks against it, and what IT support arranged.

Joins the looking at folders, the computer's configuration and what this computer remembers.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ffd_desktop.adapters import machine_config
from ffd_desktop.adapters.machine_config import Found
from ffd_desktop.app.arranged import Arrangements
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.surroundings import ANYTHING, Concern, concerns, not_made, unagreed

if TYPE_CHECKING:
    from ffd_desktop.app.program import Program


class Why(StrEnum):
    """Why a folder is in use; the value says it."""

    NAMED = "It was named on the command line."
    ARRANGED = "Your IT support set it."
    KEPT = "It was chosen on this computer."
    USUAL = "It is the usual place on this computer."
    STAYED = (
        "Your IT support set another folder, but your vault is here and there is none there yet. "
        "To move, lock the vault, copy this folder there whole, and start the program again."
    )


class Where(msgspec.Struct, frozen=True):
    """A folder and why it is in use."""

    folder: Path
    why: Why


class Place(msgspec.Struct, frozen=True):
    """A folder where a vault would be made, and what speaks against it.

    Attributes:
        usual: The usual folder of this computer, in which nothing roams or syncs.
        is_arranged: Whether IT support set it, so that it is theirs to change.
    """

    folder: Path
    usual: Path
    concerns: tuple[Concern, ...] = ()
    is_arranged: bool = False

    @property
    def is_impossible(self) -> bool:
        """Whether a vault cannot work there at all."""
        return any(one.final for one in self.concerns)


def which(
    *,
    named: Path | None,
    arranged: Path | None,
    kept: Path | None,
    usual: Path,
    holds: Callable[[Path], bool],
) -> Where:
    """Choose the folder: as named, as arranged, as kept, or the usual one.

    A vault that is there already is never left behind for an arranged folder without one: that
    would look as if everything were gone.
    """
    if named is not None:
        return Where(named, Why.NAMED)
    own = Where(kept, Why.KEPT) if kept is not None else Where(usual, Why.USUAL)
    if arranged is None:
        return own
    if own.folder != arranged and holds(own.folder) and not holds(arranged):
        return Where(own.folder, Why.STAYED)
    return Where(arranged, Why.ARRANGED)


def of(program: Program, named: Path | None) -> Where:
    """Choose a program's folder."""
    kept = program.look().vault
    return which(
        named=named,
        arranged=program.arranged.vault_folder,
        kept=Path(kept) if kept else None,
        usual=program.usual_folder,
        holds=has_vault,
    )


def has_vault(folder: Path) -> bool:
    """Tell at a glance whether there is anything of a vault in a folder."""
    return any(os.path.lexists(folder / name) for name in ("vault.keys", "vault.db"))


def remember(program: Program, agreed_to: tuple[str, ...]) -> None:
    """Keep where a vault was just made, if the program would not look there, and what is known.

    Raises:
        ProblemForPerson: The computer's own data folder cannot be written.
    """
    if program.where.why is Why.KEPT:
        look, folder = program.look(), str(program.folder.absolute())
        program.keep_look(msgspec.structs.replace(look, vault=folder))
    if agreed_to != ANYTHING:
        agree(program, program.folder, agreed_to)


def arrangements(found: Found | None, knows_council: Callable[[str], bool]) -> Arrangements:
    """Read what IT support arranged, if there is such a file."""
    if found is None:
        return Arrangements()
    if found.fault:
        return Arrangements(found.path, (f"{found.path}: {found.fault}",))
    from ffd_desktop.app.arranged import read_arranged

    return read_arranged(
        found.data,
        found.path,
        environment=os.environ,
        home=str(Path.home()),
        is_windows=sys.platform == "win32",
        knows_council=knows_council,
    )


def arranged_here(knows_council: Callable[[str], bool]) -> Arrangements:
    """Look for this computer's configuration and read it."""
    return arrangements(machine_config.find(), knows_council)


def examine(folder: Path) -> tuple[Concern, ...]:
    """Say what speaks against a folder; may wait for a network drive, so on a lane."""
    from ffd_desktop.adapters.places.looking import look_at

    return concerns(look_at(folder))


def demand(folder: Path, agreed_to: tuple[str, ...]) -> None:
    """Refuse a folder whose drawbacks nobody has agreed to.

    Raises:
        ProblemForPerson: Named after the gravest of them, such as ``place_cloud``.
    """
    left = unagreed((one for one in examine(folder) if not one.passing), agreed_to)
    if left:
        raise not_made(left)


def agree(program: Program, folder: Path, codes: tuple[str, ...]) -> None:
    """Remember that somebody read what speaks against a folder and went on.

    When it cannot be kept, it is only said again at the next opening.
    """
    if codes:
        look = program.look()
        agreed = {**look.agreed, str(folder.absolute()): codes}
        with contextlib.suppress(ProblemForPerson):
            program.keep_look(msgspec.structs.replace(look, agreed=agreed))


def place(program: Program) -> Place:
    """Say where a vault would be made now, and what speaks against it; on a lane."""
    return Place(
        program.folder,
        program.usual_folder,
        tuple(one for one in examine(program.folder) if not one.passing or one.final),
        program.where.why is Why.ARRANGED,
    )


def room_in(folder: Path) -> Path:
    """Give the folder of a vault inside one that was chosen: itself when it is empty."""
    try:
        is_empty = not any(folder.iterdir())
    except OSError:
        is_empty = False
    return folder if is_empty else folder / "FFD Desktop vault"


def doubts(folder: Path) -> tuple[Concern, ...]:
    """Say what speaks against the folder of a vault that is to be opened.

    Raises:
        ProblemForPerson: ``vault_missing``, ``keys_damaged`` ...: there is none to open.
    """
    from ffd_desktop.adapters.sqlcipher import vault as sql_vault
    from ffd_desktop.vault import trouble
    from ffd_desktop.vault.states import Missing

    if isinstance(sql_vault.state_of(folder), Missing):
        raise trouble.vault_missing()
    return examine(folder)


def told_at_opening(program: Program) -> tuple[str, ...]:
    """Say what speaks against the folder in use and was not agreed to, and IT's mistakes."""
    agreed = program.look().agreed.get(str(program.folder.absolute()), ())
    left = unagreed(examine(program.folder), agreed)
    stayed = (Why.STAYED.value,) if program.where.why is Why.STAYED else ()
    faults = program.arranged.faults
    mistakes = (f"Tell your IT support: {' '.join(faults)}",) if faults else ()
    return (*(one.words for one in left), *stayed, *mistakes)
