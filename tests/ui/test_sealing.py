"""Sealing on the check screen: what it goes out without is said, nothing stops it but a person."""

import pytest
from PySide6.QtWidgets import QApplication

from ffd_desktop.app.program import Program
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.ui.around_kit import desk as desk_of
from tests.ui.draft_kit import RealPapers, TestClock
from tests.ui.lanes import HandLane
from ui.destinations import ToCheck, ToDraft
from ui.papers import ProgramPapers, SealedPapers
from ui.screens.check.screen import CheckScreen, CheckTools
from ui.screens.check.seal_panel import WITHOUT
from ui.screens.check.sealed_part import SealedTools
from ui.sealing import DeskSeals
from ui.widgets.words import Words

PACK = bundled_pack("worcestershire")
WORDS = "It was at the other gate."


class Here:
    """A check screen over a desk in memory, and where it wants to go."""

    def __init__(self, qtbot, tmp_path, referral):
        self.qtbot, self.lane, self.desk = qtbot, HandLane(), desk_of()
        self.clock = self.desk.clock
        self.seals = DeskSeals(Program(folder=tmp_path, clock=self.clock), self.desk, self)
        self.desk._referrals.create(referral, by=self.desk.by("test"))
        self.id, self.went = referral.id, []
        self.open()

    def ask(self, job):
        return job()

    def open(self, *, may_add=True):
        draft = self.desk.open(self.id)
        sealed = SealedTools(
            facts=draft.sealed,
            again=lambda facts, kind: None,
            desk=self.desk,
            vault_lane=self.lane,
            monotonic=self.clock.monotonic,
            now=self.clock.now,
            may_add=may_add,
        )
        tools = CheckTools(
            pack=PACK,
            form=PACK.form("csc"),
            clock=self.clock,
            papers=RealPapers(PACK, TestClock()),
            work_lane=self.lane,
            vault_lane=self.lane,
            seals=self.seals,
            sealed=sealed if draft.sealed else None,
            copy=lambda: self.desk.copy(self.id, screen="test").id,
        )
        self.screen = CheckScreen(draft.referral, tools)
        self.qtbot.addWidget(self.screen)
        self.screen.go.connect(self.went.append)
        self.screen.resize(1366, 768)
        self.screen.show()
        self.screen.entered()
        self.lane.run()
        QApplication.processEvents()

    def said(self):
        return " ".join(one.text() for one in self.screen.findChildren(Words) if one.isVisible())

    @property
    def state(self):
        return self.desk.shelf()[0].state


@pytest.fixture
def here(qtbot, tmp_path):
    return Here(qtbot, tmp_path, built.typical())


@pytest.fixture
def bare(qtbot, tmp_path):
    return Here(qtbot, tmp_path, built.bare())


def seal(here):
    here.screen.seal_button.click()
    here.screen.sealing.panel.seal_button.click()
    here.lane.run()


def test_what_it_would_go_out_without_is_said_and_stops_nothing(bare):
    bare.screen.seal_button.click()
    assert WITHOUT in bare.said()
    assert "more, in the list below" in bare.said()
    bare.screen.sealing.panel.seal_button.click()
    bare.lane.run()
    assert bare.state is DraftState.SEALED
    assert bare.went == [ToCheck(bare.id)]


def test_a_finished_one_says_nothing_of_that(here):
    here.screen.seal_button.click()
    assert here.screen.sealing.panel.seal_button.hasFocus()
    assert WITHOUT not in here.said()


def test_not_yet_puts_the_question_away(here):
    here.screen.seal_button.click()
    here.screen.sealing.panel.not_yet.click()
    assert not here.screen.sealing.panel.isVisible()
    assert here.state is DraftState.DRAFT


def test_a_stop_leaves_a_draft(here):
    here.screen.seal_button.click()
    here.screen.sealing.panel.seal_button.click()
    assert here.screen.sealing.panel.working.isVisible()
    here.screen.sealing.panel.working.stop.click()
    here.lane.run()
    assert here.state is DraftState.DRAFT
    assert here.went == []
    assert not here.screen.sealing.panel.working.isVisible()
    assert here.screen.sealing.panel.seal_button.isEnabled()


def test_leaving_stops_it(here):
    here.screen.seal_button.click()
    here.screen.sealing.panel.seal_button.click()
    left = []
    here.screen.leave(lambda: left.append(True))
    here.lane.run()
    assert left == [True]
    assert here.state is DraftState.DRAFT


def test_words_that_came_meanwhile_are_told_and_nothing_is_sealed(here):
    edit = put("concern.what_happened", "One thing more.")
    after = replay(here.desk.open(here.id).referral, [edit])
    here.desk._referrals.append(here.id, [edit], after, by=here.desk.by("test"))
    seal(here)
    assert here.state is DraftState.DRAFT
    assert "It was not sealed" in here.said()


def test_a_sealed_one_shows_its_fingerprint_and_no_findings(here):
    seal(here)
    here.open()
    (facts,) = here.desk.sealed.of(here.id)
    assert facts.short in here.said()
    assert "It is not sent yet" in here.said()
    assert not here.screen.seal_button.isVisible()
    assert not here.screen.findings.isVisible()


def test_half_an_addendum_is_kept_like_any_draft(here):
    seal(here)
    here.open()
    part = here.screen.sealing.part
    part.text.insertPlainText(WORDS)
    here.screen.leave(lambda: None)
    here.lane.run()
    assert here.desk.open(here.id).referral.after.addendum == WORDS
    here.open()
    assert here.screen.sealing.part.text.text() == WORDS


def test_a_sealed_addendum_is_listed_and_its_box_is_empty(here):
    seal(here)
    here.open()
    part = here.screen.sealing.part
    part.text.insertPlainText(WORDS)
    part.seal_button.click()
    here.lane.run()
    here.open()
    assert "Addendum 1" in here.said()
    assert here.desk.sealed.of(here.id)[1].text == WORDS
    assert here.screen.sealing.part.text.text() == ""
    assert here.desk.open(here.id).referral.after.addendum is None


def test_an_empty_addendum_is_not_sealed_and_says_so(here):
    seal(here)
    here.open()
    here.screen.sealing.part.seal_button.click()
    here.lane.run()
    assert "An addendum needs words" in here.said()
    assert len(here.desk.sealed.of(here.id)) == 1


def test_undo_gives_the_words_of_an_addendum_back(here):
    seal(here)
    here.open()
    part = here.screen.sealing.part
    part.text.insertPlainText(WORDS)
    part._session.end_step()
    part.text.selectAll()
    part.text.insertPlainText("")
    part._travel(part._session.undo)
    assert part.text.text() == WORDS


def test_a_copy_is_a_new_draft(here):
    seal(here)
    here.open()
    here.went.clear()
    here.screen.sealing.part.copy.click()
    here.lane.run()
    (gone,) = here.went
    assert isinstance(gone, ToDraft)
    assert here.desk.open(gone.referral_id).state is DraftState.DRAFT


def test_an_archived_one_offers_no_addendum(here):
    seal(here)
    here.open(may_add=False)
    assert not here.screen.sealing.part.text.isVisible()
    assert here.screen.sealing.part.copy.isVisible()


def test_every_button_gives_the_paper_that_was_sealed(here):
    seal(here)
    kept = here.desk.sealed.whole(here.desk.sealed.of(here.id)[0].id)
    program = Program(clock=here.clock)
    facts = here.desk.sealed.of(here.id)
    papers = SealedPapers(ProgramPapers(program), facts, here.desk.sealed.whole)
    referral = here.desk.open(here.id).referral
    assert papers.make(referral, "pdf").data == kept.pdf
    assert papers.make(referral, "pdf", encloses=True).data == kept.pdf
    assert papers.make(referral, "json").data == kept.content
    assert kept.short in papers.make(referral, "text").data.decode()
    family = papers.make(referral, "pdf", Reader.FAMILY)
    assert family.data != kept.pdf
    assert "-family" in family.name
