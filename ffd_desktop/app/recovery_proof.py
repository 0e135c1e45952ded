"""Whether the recovery code was typed back from its sheet, and a new sheet when it was not.

The proof is of one code: after a new one it has to be given again. Every call is for the vault
lane.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.vault import reminding, trouble
from ffd_desktop.vault.recovery import RecoveryCode

SETTING: Final = "recovery_sheet_proved"


def note(desk: Desk) -> None:
    """Keep that the code of the vault's sheet was typed back.

    Raises:
        ProblemForPerson: Trouble with the disk.
    """
    desk.settings.put(SETTING, desk.vault.sheet)


def is_proved(desk: Desk) -> bool:
    """Say whether the code that opens the vault now was ever typed back."""
    return bool(desk.vault.sheet) and desk.settings.get(SETTING) == desk.vault.sheet


def reminder(desk: Desk) -> tuple[str, ...]:
    """Give what is to be said at an opening: by a sheet, or while no code was typed back."""
    by_sheet = (reminding.came_by_sheet(desk.staff_name),) if desk.is_recovered else ()
    unproved = () if is_proved(desk) else (reminding.sheet_unproved(),)
    return tuple(notice.words for notice in (*by_sheet, *unproved))


def type_back(program: Program, desk: Desk, code: RecoveryCode) -> None:
    """Hold a whole code that was typed off its sheet against the vault, and keep that it fits.

    Raises:
        ProblemForPerson: ``wrong_recovery_code``, ``wait_before_guessing``, trouble with the disk.
    """
    from ffd_desktop.adapters.sqlcipher import opening

    opening.prove_secret(program.folder, code, clock=program.clock)
    note(desk)


def renew(
    program: Program,
    desk: Desk,
    passphrase: str,
    *,
    keep: Callable[[RecoveryCode], None] = lambda _: None,
) -> RecoveryCode:
    """Make a new recovery code; the sheet with the old one no longer opens the vault.

    SECURITY: the passphrase is asked, or whoever finds the vault open could take a way in home.
    Somebody who came in by the code itself has none to give.

    Args:
        program: Of the vault.
        desk: The open vault's.
        passphrase: Of whoever opened it.
        keep: Puts the code where it will be found, before the old one is worthless.

    Raises:
        ProblemForPerson: ``wrong_passphrase``, ``wait_before_guessing``, ``keys_unproved`` or
            trouble with the disk; the old code then still opens the vault.
    """
    from ffd_desktop.adapters.sqlcipher import opening

    opened = desk.vault
    if not isinstance(opened, OpenVault):
        raise trouble.is_locked()
    if not desk.is_recovered:
        opening.prove_secret(program.folder, passphrase, clock=program.clock, whose=desk.staff_name)
    code = RecoveryCode.fresh()
    keep(code)
    opened.ways.keep_recovery_code(code)
    return code
