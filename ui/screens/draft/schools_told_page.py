"""Who was told at other schools: cards as of any list, and above them the schools to begin with."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.schools_told import OtherSchool, noting, schools_to_offer
from ffd_desktop.referral.ids import new_id
from ui.editors.context import EditorContext
from ui.screens.draft.items_page import ItemsPage
from ui.screens.draft.presenter import DraftPresenter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

SCHOOLS_TOLD = "after.schools_told"
OFFERED = (
    "Brothers and sisters go to these schools too, and nothing is noted of them yet. Press one "
    "once you tell its safeguarding lead."
)


class SchoolsToldPage(ItemsPage):
    """Who was told, and who may be."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, section, context, item, parent)
        self._offered: tuple[tuple[OtherSchool, str], ...] = ()
        self.schools: list[Button] = []
        self._panel = Panel("sunken", gap=SPACE.small)
        self.body.insertWidget(0, self._panel)
        self._offer()

    def _keep_up(self) -> None:
        self._offer()

    def _offer(self) -> None:
        names = {one.id: one.words for one in self.context.children}
        found = () if self.presenter.is_fixed else schools_to_offer(self.presenter.referral)
        offered = tuple((one, _words(one, names)) for one in found)
        self._panel.setVisible(bool(offered))
        if offered == self._offered:
            return
        self._offered = offered
        self._panel.clear()
        self.schools = [Button(words, does=partial(self._begin, one)) for one, words in offered]
        self._panel.add(Words(OFFERED, Kind.HINT), *(beside(one) for one in self.schools))

    def _begin(self, school: OtherSchool) -> None:
        made = new_id()
        self.presenter.do(noting(school, made))
        row = self.go_to(made, f"{SCHOOLS_TOLD}[{made}].who")
        if row is not None:
            row.focus_in_editor()


def _words(school: OtherSchool, names: dict[str, str]) -> str:
    who = ", ".join(names.get(one, "a child") for one in school.children)
    return f"{school.name}: {who}"
