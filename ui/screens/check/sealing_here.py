"""Joins sealing to the check screen: the panel that asks, what was sealed, and the work itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ffd_desktop.checking.findings import Finding
from ffd_desktop.referral.model import Referral
from ui.destinations import ToCheck, ToDraft
from ui.lanes import Lane
from ui.screens.check.seal_panel import SealPanel
from ui.screens.check.sealed_part import SealedPart
from ui.sealing import Sealer

if TYPE_CHECKING:
    from ui.screens.check.screen import CheckScreen, CheckTools


class SealingHere(QObject):
    """Sealing on one check screen.

    Signals:
        failed: It was not sealed; carries the ``ProblemForPerson``.
        not_left: The words of an addendum cannot be written; carries the ``ProblemForPerson``.
        went: It is sealed, or copied; carries where the person goes on.
    """

    failed = Signal(object)
    not_left = Signal(object)
    went = Signal(object)

    def __init__(
        self,
        screen: CheckScreen,
        referral: Referral,
        tools: CheckTools,
        findings: Sequence[Finding],
    ) -> None:
        super().__init__(screen)
        self._referral, self._tools = referral, tools
        self._vault = Lane(tools.vault_lane, self)
        self.panel = SealPanel(findings)
        self.part: SealedPart | None = None
        self.sealer: Sealer | None = None
        if tools.seals is not None:
            self.sealer = Sealer(
                tools.seals, vault=tools.vault_lane, work=tools.work_lane, parent=self
            )
            self.sealer.failed.connect(self.failed)
        if tools.sealed is not None:
            self.part = SealedPart(referral, tools.sealed, screen.papers)
            self._join_part(self.part)
        elif self.sealer is not None:
            self._join_panel(self.sealer)

    @property
    def can_seal(self) -> bool:
        """Whether there is a draft to seal."""
        return self.sealer is not None and self.part is None

    def take(self, referral: Referral) -> None:
        """Seal the draft as it is from now on."""
        self._referral = referral

    def leave(self, left: Callable[[], None]) -> None:
        """Stop what is under way, and make the addendum's words durable."""
        if self.sealer is not None:
            self.sealer.stop()
        if self.part is None:
            left()
        else:
            self.part.leave(left)

    def stay(self) -> None:
        """Give up leaving."""
        if self.part is not None:
            self.part.saver.stay()

    def _join_panel(self, sealer: Sealer) -> None:
        self.panel.agreed.connect(lambda: sealer.seal(self._referral))
        self.panel.stopped.connect(sealer.stop)
        sealer.moved.connect(self.panel.show_work)
        sealer.sealed.connect(lambda: self.went.emit(ToCheck(self._referral.id)))

    def _join_part(self, part: SealedPart) -> None:
        part.saver.not_left.connect(self.not_left)
        part.copied.connect(self._on_copied)
        sealer, sealed = self.sealer, self._tools.sealed
        if sealer is not None and sealed is not None:
            part.agreed.connect(lambda words: sealer.add(sealed.facts, words))
            part.stopped.connect(sealer.stop)
            sealer.moved.connect(part.show_work)
            sealer.sealed.connect(self._on_addendum)

    def _on_addendum(self) -> None:
        if self.part is not None:
            self.part.sealed()
        self.went.emit(ToCheck(self._referral.id))

    def _on_copied(self) -> None:
        self._vault.run(
            self._tools.copy,
            done=lambda made: self.went.emit(ToDraft(made)),
            failed=self.failed.emit,
        )
