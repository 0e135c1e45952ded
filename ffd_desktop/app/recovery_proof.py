"""Whether the recovery code was typed back from its sheet, and a new sheet when it was not.

The proof is of one code: after a new one it has to be given again. Every call is for the vault
lane.
"""

from __future__ import annotations

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


def renew(program: Program, desk: Desk, passphrase: str) -> RecoveryCode:
    """Make a new recovery code; the sheet with the old one no longer opens the vault.

    SECURITY: the passphrase is asked, or whoever finds the vault open could take a way in home.
    Somebody who came in by the code itself has none to give.

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
    return opened.ways.renew_recovery_code()
