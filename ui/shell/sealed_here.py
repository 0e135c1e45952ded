"""What the shell lends the screens about sealing: its papers, and what seals it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.app.papers import Paper
from ffd_desktop.app.program import Program
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.sending.handover.words import said
from ffd_desktop.sending.sealed import Sealed, SealedFacts
from ui.background import Lanes
from ui.papers import Papers, ProgramPapers, SealedPapers
from ui.sealing import DeskSeals

if TYPE_CHECKING:
    from ui.courier import Courier
    from ui.screens.check.sealed_part import SealedTools
    from ui.sending_card import SendingTools
    from ui.widgets.live_numbers import Whom


class SealedHere:
    """About one referral that was taken from the shelf."""

    def __init__(
        self,
        program: Program,
        desk: Desk,
        lanes: Lanes,
        draft: OpenDraft,
        *,
        courier: Courier | None = None,
        whom: Whom | None = None,
    ) -> None:
        self.program, self.desk, self.lanes, self.draft = program, desk, lanes, draft
        self._courier, self._whom = courier, whom

    def papers(self, made: ProgramPapers) -> Papers:
        """Give its papers: of a sealed one, what was made when it was sealed."""
        return self._again(made) if self.draft.sealed else made

    def seals(self) -> DeskSeals | None:
        """Give what seals it, or an addendum to it; nothing while it is archived."""
        if self.draft.state is DraftState.ARCHIVED:
            return None
        return DeskSeals(self.program, self.desk, self.lanes.vault)

    def tools(self, made: ProgramPapers) -> SealedTools | None:
        """Give what shows what was sealed, and sends it; nothing for a draft."""
        if not self.draft.sealed:
            return None
        from ui.screens.check.sealed_part import SealedTools

        clock = self.program.clock
        return SealedTools(
            facts=self.draft.sealed,
            again=self._again(made).again,
            desk=self.desk,
            vault_lane=self.lanes.vault,
            monotonic=clock.monotonic,
            now=clock.now,
            may_add=self.draft.state is not DraftState.ARCHIVED and not self.draft.received,
            received=said(self.draft.received) if self.draft.received else "",
            is_sent=self.draft.state in {DraftState.SENT, DraftState.CLOSED},
            sending=self._sending(),
        )

    def _sending(self) -> SendingTools | None:
        from ui.sending_card import SendingTools

        is_over = self.draft.received is not None or self.draft.state is DraftState.ARCHIVED
        if is_over or self._courier is None or self._whom is None:
            return None
        return SendingTools(
            courier=self._courier,
            whom=self._whom,
            now=self.program.clock.now,
            sent={one.sealed: one for one in self.draft.sent},
            receipt=self._receipt,
        )

    def _receipt(self, facts: SealedFacts) -> Paper:
        from ffd_desktop.app import receipts

        delivery = self.lanes.vault.ask(
            lambda: receipts.delivery_of(self.program, self.desk, facts)
        )
        return receipts.drawn(facts, delivery, self.program.clock.now())

    def _again(self, made: ProgramPapers) -> SealedPapers:
        return SealedPapers(made, self.draft.sealed, self._whole)

    def _whole(self, sealed_id: str) -> Sealed:
        return self.lanes.vault.ask(lambda: self.desk.sealed.whole(sealed_id))
