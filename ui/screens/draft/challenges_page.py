"""Disagreement: what each stage needs, the case put together, then a card for each stage."""

from __future__ import annotations

from ffd_desktop.following.chasing import case_text
from ffd_desktop.following.stages import StageNeeds, stages_of
from ui.screens.draft.items_page import ItemsPage
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words
from ui.widgets.words_to_paste import WordsToPaste

CHALLENGES = "after.challenges"
CASE = "Put the case together"
READ_IT = "It holds your own words. Read it for names and more before you send it."
CASE_NAME = "The case, put together from the record; read it before you send it"


class ChallengesPage(ItemsPage):
    """The stages of a disagreement."""

    def _put_beside(self) -> None:
        self.stages = stages_of(self.presenter.pack)
        self.case = Button(CASE, does=self._on_case)
        self.words = WordsToPaste(CASE_NAME, most=24)
        panel = Panel("sunken", gap=SPACE.small)
        for one in self.stages:
            _add(panel, one)
        panel.add(beside(self.case), Words(READ_IT, Kind.HINT), self.words)
        self.body.insertWidget(0, panel)

    def _on_case(self) -> None:
        self.words.show_words(case_text(self.presenter.referral, self.presenter.pack))


def _add(panel: Panel, stage: StageNeeds) -> None:
    panel.add(
        Words(stage.title, Kind.STRONG),
        Words(f"{stage.who} {stage.how_long}"),
        Words(f"Source: {stage.source}", Kind.HINT),
    )
