"""The papers of one record: each is made, saved and noted; a request asks before it is made."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.app import papers as app_papers
from ffd_desktop.app import records, subject_access
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.drafting.paper_notes import How
from ffd_desktop.exporting.subject.asked import Asked, Ground
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put
from tests.builders.referrals import typical
from tests.ui import around_kit as kit
from tests.ui.draft_kit import RealPapers
from ui.destinations import ToAfter, ToDraft, ToShelf
from ui.screens.record.screen import RecordScreen
from ui.screens.record.tools import RecordTools
from ui.screens.record.words import Which

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
FULL = ProblemForPerson("The disk is full.", "Make room.", "disk_full")


class Here:
    """A screen of one record on a desk in memory."""

    def __init__(self, qtbot, *edits, is_draft=True):
        self.desk = kit.desk()
        self.id = self.desk.start(kit.AIM, prefill=edits, screen="test").id
        self.papers = Noting(self.desk)
        lane = kit.PromptLane()
        program = self.papers

        def make(which, kind):
            return records.make(program, records.gather(self.desk, self.id), which, kind)

        tools = RecordTools(
            form=FORM,
            papers=self.papers,
            make=make,
            make_subject=lambda *asked: subject_access.make(program, *asked),
            by_eye=lambda *asked: subject_access.by_eye(program, *asked),
            noted=lambda: self.desk.papers_of(self.id),
            copy=lambda: self.desk.copy(self.id, screen="test").id,
            work_lane=lane,
            vault_lane=lane,
            is_draft=is_draft,
        )
        self.screen = kit.show(qtbot, RecordScreen(self.desk.open(self.id).referral, tools))

    def choose(self, which):
        self.screen.which.radios[which].click()

    def save(self, kind, target: Path):
        {"pdf": self.screen.pdf_button, "text": self.screen.text_button}[kind].click()
        dialog = self.screen.papers.dialog
        name = dialog.selectedFiles()[0]
        dialog.fileSelected.emit(str(target))
        dialog.close()
        return Path(name).name

    def words(self):
        return " ".join(label.text() for label in self.screen.noted.findChildren(QLabel))


class Noting(RealPapers):
    """The real papers, which note on a desk."""

    def __init__(self, desk):
        super().__init__(PACK, kit.HandClock())
        self._desk = desk

    def note(self, paper, left, failed):
        assert paper.of
        self._desk.note_paper(paper.of, left, screen="test")


@pytest.fixture
def here(qtbot):
    referral = typical()
    return Here(
        qtbot,
        *(put(f"children[{one.id}]", one) for one in referral.children),
        *(put(f"people[{one.id}]", one) for one in referral.people),
        put("concern.what_happened", "Chidera came without a coat."),
    )


@pytest.mark.parametrize("which", [one for one in Which if one is not Which.SUBJECT])
def test_each_paper_is_saved_under_a_neutral_name_and_noted(here, tmp_path, which):
    here.choose(which)
    here.screen.which.whom.setText("the head")
    name = here.save("text", tmp_path / "a.txt")
    reference = here.desk.open(here.id).referral.reference
    assert name.startswith(reference)
    assert "Chidera" not in name
    assert (tmp_path / "a.txt").stat().st_size > 100
    (note,) = here.desk.papers_of(here.id)
    assert (note.left.how, note.left.whom) == (How.TEXT, "the head")
    assert note.left.words in here.words()


def test_nothing_printed_yet_is_said(here):
    assert "Nothing was printed or saved yet." in here.words()


def test_nobodys_copy_is_made_before_somebody_is_chosen(here):
    here.choose(Which.SUBJECT)
    here.screen.pdf_button.click()
    assert here.screen.papers.dialog is None
    assert here.screen.subject.slip.text() == "Choose whose data it is."


def test_a_copy_says_what_is_to_be_looked_at_and_tells_of_nobody_else(here, tmp_path):
    here.choose(Which.SUBJECT)
    subject = here.desk.open(here.id).referral.children[0]
    here.screen.subject.whose[subject.id].click()
    assert here.screen.subject._eye.isVisible()
    assert not here.screen.subject.named[subject.id].isVisible()
    name = here.save("text", tmp_path / "b.txt")
    assert name.endswith("-subject-access.txt")
    assert "Chidera" not in (tmp_path / "b.txt").read_text(encoding="utf-8")


def test_an_exemption_asks_for_its_reason_and_which_parts(here):
    here.choose(Which.SUBJECT)
    part = here.screen.subject
    subject = here.desk.open(here.id).referral.children[0]
    part.whose[subject.id].click()
    row = part.grounds[0]
    assert not part._which_sections.isVisible()
    row.tick.click()
    assert part._which_sections.isVisible()
    here.screen.pdf_button.click()
    assert QApplication.focusWidget() is row.reason
    row.reason.setText("She may harm herself.")
    part.sections["worries"].click()
    assert part.ready() == Asked(
        subject.id,
        withheld=("worries",),
        grounds=(Ground("harm_education", "She may harm herself."),),
    )


def test_where_telling_was_judged_unsafe_somebody_agrees_first(qtbot, tmp_path):
    child = put("children[c1]", {"id": "c1", "first_names": "Wren"})
    here = Here(qtbot, child, put("consent.safe_to_discuss", False))
    here.choose(Which.SUBJECT)
    here.screen.subject.whose["c1"].click()
    here.screen.text_button.click()
    assert here.screen.papers.dialog is None
    assert QApplication.focusWidget() is here.screen.subject.agreed
    here.screen.subject.agreed.click()
    here.save("text", tmp_path / "c.txt")
    assert len(here.desk.papers_of(here.id)) == 1


def test_a_lock_keeps_what_was_chosen_and_never_that_somebody_agreed(qtbot, here):
    here.choose(Which.SUBJECT)
    part = here.screen.subject
    subject = here.desk.open(here.id).referral.children[0]
    part.whose[subject.id].click()
    part.grounds[1].tick.click()
    part.grounds[1].reason.setText("Because.")
    here.screen.which.whom.setText("Wren")
    typed = here.screen.half_typed()
    again = RecordScreen(here.desk.open(here.id).referral, here.screen._tools)
    qtbot.addWidget(again)
    again.put_back(typed)
    assert again.which.which is Which.SUBJECT
    assert again.which.whom.text() == "Wren"
    assert again.subject.asked() == part.asked()
    assert not again.subject.agreed.isChecked()


def test_a_note_that_cannot_be_written_is_told_and_the_paper_is_there(here, tmp_path):
    here.papers.note = lambda _paper, _left, failed: failed(FULL)
    here.choose(Which.HISTORY)
    here.save("text", tmp_path / "d.txt")
    assert (tmp_path / "d.txt").exists()
    assert "The paper is made." in here.screen.trouble.what.text()


def test_a_new_referral_is_offered_for_what_is_no_draft_any_more(qtbot, here):
    assert not here.screen.reopen.isVisible()
    sent = Here(qtbot, is_draft=False)
    with qtbot.waitSignal(sent.screen.go) as went:
        sent.screen.reopen.click()
    assert isinstance(went.args[0], ToDraft)
    assert went.args[0].referral_id != sent.id


def test_the_ways_on(qtbot, here):
    with qtbot.waitSignal(here.screen.go) as went:
        qtbot.keyClick(here.screen.back, Qt.Key.Key_Return)
    assert went.args == [ToShelf()]
    with qtbot.waitSignal(here.screen.go) as went:
        here.screen.after.click()
    assert went.args == [ToAfter(here.id)]


def test_every_paper_of_the_program_says_what_it_is_of(here):
    made = app_papers.make(here.papers, here.desk.open(here.id).referral, "text")
    assert (made.of, made.what) == (here.id, "Referral")
