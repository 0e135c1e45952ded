"""What the office has of its councils' details at this moment, for every screen that shows them.

Before a vault is open it knows what is kept outside it. Imports little, for the locked screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ffd_desktop.app.program import Program

if TYPE_CHECKING:
    from ffd_desktop.councils.checked import OfficeDetails
    from ffd_desktop.councils.hours import NumberCard
    from ffd_desktop.councils.pack import Pack
    from ffd_desktop.councils.review import LookAgain


class OfficeNow:
    """Joins the office's details to the packs; ``council`` gives the pack of its own council."""

    def __init__(self, program: Program, council: Callable[[], Pack]) -> None:
        self._program = program
        self._council = council
        self._known: Mapping[str, OfficeDetails] | None = None

    def learn(self, details: Mapping[str, OfficeDetails]) -> None:
        """Take what the open vault holds, by council."""
        self._known = details

    def whom(self, council: Pack | None = None) -> NumberCard:
        """Say whom to phone at this moment, in the office's own council or another."""
        from ffd_desktop.councils.hours import whom_to_phone

        pack = self._council() if council is None else council
        return whom_to_phone(pack, self._program.clock.now(), self._of(pack.key))

    def again(self) -> LookAgain | None:
        """Say why to look at the council's details again; nothing before the vault is read."""
        from ffd_desktop.councils.review import look_again

        if self._known is None:
            return None
        pack = self._council()
        return look_again(pack, self._of(pack.key), self._program.clock.now().date())

    def in_force(self, pack: Pack) -> Pack:
        """Give a pack with the details that hold in this office."""
        from ffd_desktop.councils.details import in_force

        return in_force(pack, self._of(pack.key), self._program.clock.now().date())

    def _of(self, council: str) -> OfficeDetails:
        if self._known is not None:
            return self._known.get(council, {})
        from ffd_desktop.app.office_details import details_outside

        return details_outside(self._program.look(), council)
