"""Packages as the window handles them: made and looked into on the work lane, kept on the vault's.

Touches no widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from ffd_desktop.app import handing_over, taking_in
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.handing_over import Packed
from ffd_desktop.app.program import Program
from ffd_desktop.app.taking_in import Looked, Taking
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import Progress
from ffd_desktop.sending.handover.notes import Note
from ffd_desktop.sending.handover.pieces import COST
from ffd_desktop.sending.handover.receipts import Receipt
from ffd_desktop.vault.keys import Argon2Cost
from ui.lanes import Submits
from ui.pieces import Piecemeal
from ui.sealing import Asks

SCREEN = "package"
TAKING = "Taking it in"


class HandsOver(Protocol):
    """What can be done to hand one referral over, or to confirm that it came."""

    def notes(self) -> Sequence[Note]:
        """Give what was noted of it; on the vault lane."""
        ...

    def pack(self, target: Path, passphrase: str, to: str, progress: Progress) -> Packed:
        """Write a package; on the work lane."""
        ...

    def take_receipt(self, path: Path) -> None:
        """Note a receipt that a person chose; on the vault lane."""
        ...

    def receipt(self, target: Path) -> None:
        """Write the receipt for what came in a package; on the vault lane."""
        ...


class TakesIn(Protocol):
    """What can be done with a package from elsewhere."""

    def look(self, path: Path, passphrase: str, progress: Progress) -> Looked:
        """Look at all of it; on the work lane."""
        ...

    def taking(self, looked: Looked) -> Taking:
        """Give what takes it in."""
        ...

    def receipt(self, referral_id: str, target: Path) -> None:
        """Write the receipt for it; on the vault lane."""
        ...


class DeskHandsOver:
    """Hands over from a desk; ``vault`` is its lane, asked from the work lane."""

    def __init__(
        self,
        program: Program,
        desk: Desk,
        vault: Asks,
        referral_id: str,
        *,
        cost: Argon2Cost = COST,
    ) -> None:
        self._program, self._desk, self._vault = program, desk, vault
        self._one, self._cost = referral_id, cost

    def notes(self) -> Sequence[Note]:
        """Give what was noted of it."""
        return self._desk.handovers.of(self._one)

    def pack(self, target: Path, passphrase: str, to: str, progress: Progress) -> Packed:
        """Write a package; the dialog has asked already whether to replace a file."""
        return handing_over.pack(
            self._program,
            self._desk,
            self._one,
            target,
            passphrase=passphrase,
            to=to,
            screen=SCREEN,
            ask=self._vault.ask,
            replacing=True,
            progress=progress,
            cost=self._cost,
        )

    def take_receipt(self, path: Path) -> None:
        """Note a receipt, whichever referral of the vault it is for."""
        handing_over.note_receipt(self._desk, handing_over.read_receipt(path), screen=SCREEN)

    def receipt(self, target: Path) -> None:
        """Write the receipt for what came in a package."""
        _write_receipt(self._desk, self._one, target)


class DeskTakesIn:
    """Takes packages in at a desk."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program, self._desk = program, desk

    def look(self, path: Path, passphrase: str, progress: Progress) -> Looked:
        """Look at all of it; needs no vault."""
        return taking_in.look(self._program, path, passphrase, progress=progress)

    def taking(self, looked: Looked) -> Taking:
        """Give what takes it in."""
        return Taking(self._desk, looked, screen=SCREEN)

    def receipt(self, referral_id: str, target: Path) -> None:
        """Write the receipt for it."""
        _write_receipt(self._desk, referral_id, target)


def _write_receipt(desk: Desk, referral_id: str, target: Path) -> None:
    made: Receipt = handing_over.make_receipt(desk, referral_id)
    handing_over.write_receipt(target, made, replacing=True)


class TakerIn(QObject):
    """Takes one package in, a piece at a time, so that a save waits for one piece.

    Signals:
        moved: How far it is, in words and percent; no words when nothing is under way.
        taken: It is on the shelf; carries the referral's id.
        failed: It is not; carries the ``ProblemForPerson``. Nothing of it is left.
    """

    moved = Signal(str, int)
    taken = Signal(str)
    failed = Signal(object)

    def __init__(self, lane: Submits, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = Piecemeal(lane, self)
        self._pieces.moved.connect(lambda percent: self.moved.emit(TAKING, percent))
        self._pieces.came.connect(self._came)
        self._pieces.failed.connect(self._refused)

    def take(self, taking: Taking) -> None:
        """Begin."""
        self.moved.emit(TAKING, 0)
        self._pieces.begin(taking)

    def stop(self) -> None:
        """Give it up; nothing partial is left behind."""
        self._pieces.stop()
        self.moved.emit("", 0)

    def _came(self, taking: Taking) -> None:
        self.moved.emit("", 0)
        self.taken.emit(taking.referral_id)

    def _refused(self, problem: ProblemForPerson) -> None:
        self.moved.emit("", 0)
        self.failed.emit(problem)
