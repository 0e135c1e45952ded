"""Who was told at other schools: cards as of any list, and above them the schools to begin with."""

from __future__ import annotations

from functools import partial

from ffd_desktop.drafting.schools_told import OtherSchool, noting, schools_to_offer
from ffd_desktop.referral.ids import new_id
from ui.screens.draft.offering_page import Offer, OfferingPage

SCHOOLS_TOLD = "after.schools_told"


class SchoolsToldPage(OfferingPage):
    """Who was told, and who may be."""

    why = (
        "Brothers and sisters go to these schools too, and nothing is noted of them yet. Press one "
        "once you tell its safeguarding lead."
    )

    def offered(self) -> tuple[Offer, ...]:
        """Offer the schools of brothers and sisters of which nothing is noted."""
        names = {one.id: one.words for one in self.context.children}
        return tuple(
            Offer(one.name, _words(one, names), partial(self._begin, one))
            for one in schools_to_offer(self.presenter.referral)
        )

    def _begin(self, school: OtherSchool) -> None:
        made = new_id()
        self.presenter.do(noting(school, made))
        self.begin(made, f"{SCHOOLS_TOLD}[{made}].who")


def _words(school: OtherSchool, names: dict[str, str]) -> str:
    who = ", ".join(names.get(one, "a child") for one in school.children)
    return f"{school.name}: {who}"
