"""Says on every screen that shows a referral that the council has not got it, and whom to phone.

A strip above the screen that stays until there is a receipt. The page of what was sealed says it
by itself, in the card by which it is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ffd_desktop.problems import ProblemForPerson
from ui.destinations import (
    Destination,
    ToAfter,
    ToBoard,
    ToCheck,
    ToDraft,
    ToHandOver,
    ToSheet,
    ToShelf,
)
from ui.shell.building import Builder
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from ffd_desktop.app.nags import Nag

_OF_ONE = (ToDraft, ToAfter, ToSheet, ToHandOver)
_OF_ALL = (ToShelf, ToBoard)
OPEN = "See how it stands"


class Nagging(QObject):
    """Nags in one strip.

    Signals:
        followed: The person wants to see how it stands; carries the destination.
    """

    followed = Signal(object)

    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self.banner = Banner()
        self._builder = builder
        self._at: Destination | None = None
        self._leads_to = ""
        self.banner.pressed.connect(lambda: self.followed.emit(ToCheck(self._leads_to)))
        builder.carried.connect(self._on_carried)

    def look_at(self, destination: Destination | None) -> None:
        """Say what is to be said on the screen of a destination; nothing while it is locked."""
        self._at = destination
        self._look()

    def _on_carried(self, _: object) -> None:
        self._look()

    def _look(self) -> None:
        at, desk = self._at, self._builder.desk
        if desk is None or not isinstance(at, (*_OF_ONE, *_OF_ALL)):
            self.banner.clear()
            return
        from ffd_desktop.app import nags

        one = at.referral_id if isinstance(at, _OF_ONE) else ""
        self._builder.lanes.vault.submit(
            self,
            lambda: nags.of_referral(desk, one) if one else nags.of_office(desk),
            lambda found: self._tell(found) if self._at is at else None,
            _say_nothing,
        )

    def _tell(self, found: tuple[Nag, ...]) -> None:
        from ffd_desktop.sending.words import CANNOT_WAIT, told

        program = self._builder.program
        lines = [(one, told(one.submission, program.clock.now())) for one in found]
        lines = [(one, true) for one, true in lines if true.nags]
        if not lines or self._builder.desk is None:
            self.banner.clear()
            return
        (first, true), more = lines[0], len(lines) - 1
        self._leads_to = first.referral
        number = self._builder.office.whom(program.pack(first.council)).now
        also = f" So it is with {more} more." if more else ""
        phone = f"{CANNOT_WAIT} {number.name}, {number.phone}"
        self.banner.tell(
            "warn",
            f"{first.reference}: {true.head[0].lower()}{true.head[1:]}.{also}",
            f"{true.words} {phone}",
            action=OPEN,
            sticky=True,
        )


def _say_nothing(_: ProblemForPerson) -> None:
    """The disk has trouble, which saving tells."""
