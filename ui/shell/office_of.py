"""What the window must know of an open vault's office; read on the vault lane."""

from __future__ import annotations

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.office_details import office_details
from ffd_desktop.app.program import Program
from ffd_desktop.app.upkeep import backup_folder
from ffd_desktop.councils.checked import OfficeDetails
from ffd_desktop.referral.private import Private
from ui.screens.settings.presenter import LOCK_AFTER
from ui.shell.building import LOCK_MINUTES


class Office(Private, frozen=True):
    """What the window must know of an open vault's office; ``details`` by council."""

    details: dict[str, OfficeDetails]
    lock_minutes: int
    council: str
    person: str = ""
    backups: str = ""


def office_of(desk: Desk, program: Program) -> Office:
    """Read what the window must know; on the vault lane."""
    council = desk.profile().council
    kept = desk.settings.get(LOCK_AFTER)
    minutes = kept if isinstance(kept, int) else LOCK_MINUTES
    details = {key: office_details(desk, key) for key in program.packs}
    return Office(details, minutes, council, desk.person, backup_folder(program, desk))
