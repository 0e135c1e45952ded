import json

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from ffd_desktop.checking.findings import check
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.commenting import commenting, resolving
from ffd_desktop.referral.comments import Author
from ffd_desktop.referral.edits import replay
from ffd_desktop.referral.model import Judgement
from tests.builders import referrals
from tests.ui.draft_kit import RealPapers, TestClock
from tests.ui.lanes import HandLane
from ui.destinations import ToDraft
from ui.screens.check.findings_list import NEVER_STOPPED
from ui.screens.check.preview import STOPPED
from ui.screens.check.screen import CheckScreen, CheckTools
from ui.widgets.words import Words


@pytest.fixture
def show(qtbot):
    def open_(referral):
        pack = bundled_pack("worcestershire")
        clock, lane = TestClock(), HandLane()
        tools = CheckTools(
            pack=pack,
            form=pack.form("csc"),
            clock=clock,
            papers=RealPapers(pack, clock),
            work_lane=lane,
            vault_lane=lane,
        )
        screen = CheckScreen(referral, tools)
        screen.lane = lane
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.entered()
        QApplication.processEvents()
        return screen

    return open_


def test_open_comments_are_counted_and_make_nothing_unready(show):
    plain = referrals.typical()
    author = Author("Ben Quarrystone", "p-ben", "2026-11-20T10:00:00.000+00:00")
    asked = [commenting(plain, "", "Who saw it?", author), commenting(plain, "", "When?", author)]
    before, after = show(plain), show(replay(plain, asked))
    told = set(said(after)) - set(said(before))
    assert told == {"2 comments of colleagues are open; they are never sent."}
    one_left = replay(plain, [*asked, *resolving(replay(plain, asked).comments[0], author)])
    assert "1 comment of a colleague is open; it is never sent." in said(show(one_left))


def half():
    """The typical referral without a judgement of the level."""
    return msgspec.structs.replace(referrals.typical(), judgement=Judgement())


def said(screen):
    return [label.text() for label in screen.findChildren(Words) if label.isVisible()]


def test_every_finding_is_shown_with_why_and_what_to_do(show):
    screen = show(half())
    pack = bundled_pack("worcestershire")
    found = check(half(), pack.form("csc"), pack, today=TestClock().now().date())
    assert [card.link.words for card in screen.findings.shown.cards] == [
        one.what
        for grade in ("must", "should", "could")
        for one in found
        if one.grade.value == grade
    ]
    words = said(screen)
    assert {one.how for one in found} | {one.why for one in found} <= set(words)


def test_it_is_said_that_printing_is_never_stopped(show):
    screen = show(referrals.bare())
    assert NEVER_STOPPED in said(screen)
    assert all(button.isEnabled() for button in screen._buttons())


def test_a_finding_leads_to_its_answer(show):
    screen = show(half())
    asked = []
    screen.go.connect(asked.append)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked == [ToDraft("r-typical", section="level", path="judgement.level")]


def test_the_front_page_is_shown_once_it_is_made(show):
    screen = show(half())
    assert screen.preview.sheet.is_empty
    assert screen.preview.stop_button.isVisible()
    screen.lane.run()
    assert not screen.preview.sheet.is_empty
    assert not screen.preview.stop_button.isVisible()


def test_making_the_front_page_can_be_stopped_and_begun_again(show):
    screen = show(half())
    screen.preview.stop_button.click()
    screen.lane.run()
    assert screen.preview.sheet.is_empty
    assert screen.preview.words.text() == STOPPED
    screen.preview.again.click()
    screen.lane.run()
    assert not screen.preview.sheet.is_empty


@pytest.mark.parametrize(("kind", "ending"), [("pdf", ".pdf"), ("text", ".txt"), ("json", ".json")])
def test_a_paper_is_saved_under_the_reference_where_the_person_says(show, tmp_path, kind, ending):
    screen = show(half())
    screen.lane.run()
    getattr(screen, f"{kind}_button").click()
    dialog = screen.papers.dialog
    name = f"FFD-2026-0042{ending}"
    assert [file.rsplit("/", 1)[-1] for file in dialog.selectedFiles()] == [name]
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    screen.lane.run()
    data = (tmp_path / name).read_bytes()
    assert screen.news.isVisible()
    if kind == "json":
        assert codec.decode(data) == half()
        assert json.loads(data)["reference"] == "FFD-2026-0042"
    elif kind == "pdf":
        assert data.startswith(b"%PDF-")
    else:
        assert "Since October the children come hungry" in data.decode()


def test_a_folder_that_takes_no_file_is_told_in_words(show, tmp_path):
    screen = show(half())
    screen.lane.run()
    screen.text_button.click()
    screen.papers.dialog.fileSelected.emit(str(tmp_path / "gone" / "x.txt"))
    screen.papers.dialog.close()
    screen.lane.run()
    assert screen.trouble.isVisible()
    assert "There is a problem" in screen.trouble.spoken()


def test_trouble_with_the_front_page_leaves_the_list_and_offers_another_try(show):
    screen = show(half())
    problem = ProblemForPerson("The page could not be made.", "Try again.", "paper")
    _job, _done, failed = screen.lane.jobs.pop(0)
    failed(problem)
    assert "could not be made" in screen.trouble.spoken()
    assert screen.preview.again.isVisible()
    assert screen.findings.shown.cards


def test_a_referral_with_nothing_to_put_right_starts_on_print(show):
    screen = show(referrals.small())
    assert "must be put right" in " ".join(said(screen))
    if not screen.findings.shown.cards:
        assert screen.print_button.hasFocus()


def test_every_control_of_the_check_screen_has_a_name(show):
    screen = show(half())
    nameless = [one for one in screen.findChildren(QAbstractButton) if not one.accessibleName()]
    assert [one for one in nameless if one.isVisible()] == []


def test_the_picture_is_left_out_where_there_is_no_room(show):
    screen = show(half())
    assert screen.preview.isVisible()
    screen.resize(800, 600)
    QApplication.processEvents()
    assert not screen.preview.isVisible()
