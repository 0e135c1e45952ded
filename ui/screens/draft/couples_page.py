"""Couples and former couples: cards as of any list, and above them pairs to say something of.

A pair that is offered is not a couple until somebody presses it.
"""

from __future__ import annotations

from functools import partial

from ffd_desktop.drafting.couples import Pair, pairs_to_offer
from ffd_desktop.referral.edits import put
from ffd_desktop.referral.ids import new_id
from ui.screens.draft.offering_page import Offer, OfferingPage

MOST = 8
PARTNERSHIPS = "partnerships"


class CouplesPage(OfferingPage):
    """The couples, and who might be one."""

    why = "Nothing is said yet of these two together. Press a pair to say what they are or were."

    def offered(self) -> tuple[Offer, ...]:
        """Offer parents of one child of whom nothing is said together."""
        names = {one.id: one.words for one in self.context.people}
        return tuple(
            Offer(
                "+".join(pair),
                " and ".join(names.get(one, "somebody") for one in pair),
                partial(self._begin, pair),
            )
            for pair in pairs_to_offer(self.presenter.referral)[:MOST]
        )

    def _begin(self, pair: Pair) -> None:
        first, second = pair
        made = new_id()
        self.presenter.do(
            put(f"{PARTNERSHIPS}[{made}]", {"id": made, "first": first, "second": second})
        )
        self.begin(made, f"{PARTNERSHIPS}[{made}].kind")
