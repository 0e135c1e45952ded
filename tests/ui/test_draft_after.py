"""After sending, as in a draft: other schools are a press away, and the case is put together."""

from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.councils.bundled import after_form
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals
from tests.ui.draft_kit import focused_row, show_screen
from ui.destinations import ToRecord


def show(qtbot, section, *edits, state=DraftState.SEALED):
    referral = replay(referrals.typical(), edits)
    return show_screen(qtbot, referral, section=section, form=after_form(), state=state)


def elsewhere():
    second = referrals.typical().children[1]
    return put(f"children[{second.id}].school", "Teme Fictional High School")


def words(page):
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_a_school_of_a_brother_or_sister_is_begun_with_one_press(qtbot):
    screen = show(qtbot, "after_schools", elsewhere())
    page = screen.middle.page
    (button,) = [one for one in page.offers if one.text().startswith("Teme Fictional High School")]
    button.click()
    QApplication.processEvents()
    (told,) = screen.presenter.referral.after.schools_told
    assert told.school == "Teme Fictional High School"
    assert told.children == (referrals.typical().children[1].id,)
    assert told.who is None
    assert focused_row().field.path == "after.schools_told[].who"
    assert all("Teme" not in one.text() for one in page.offers)
    screen.presenter.undo()
    assert screen.presenter.referral.after.schools_told == ()


def test_nothing_is_offered_where_nothing_can_be_written(qtbot):
    screen = show(qtbot, "after_schools", elsewhere(), state=DraftState.ARCHIVED)
    assert screen.middle.page.offers == []


def test_each_stage_says_what_it_needs_and_the_case_is_put_together(qtbot):
    screen = show(
        qtbot, "after_challenges", put("after.rationale", "Level 2 only."), state=DraftState.SENT
    )
    page = screen.middle.page
    shown = words(page)
    for stage in page.stages:
        assert stage.title in shown
        assert stage.who in shown
        assert stage.how_long in shown
    assert not page.words.isVisible()
    page.case.click()
    assert "Level 2 only." in page.words.text.toPlainText()
    page.words.copy.click()
    assert QApplication.clipboard().text() == page.words.text.toPlainText()


def test_one_button_leads_to_all_papers_of_the_record(qtbot):
    screen = show(qtbot, "after_sent")
    header = screen.panes.header
    assert header.print_button.text() == "Papers …"
    assert not header.export.isVisible()
    with qtbot.waitSignal(screen.go) as went:
        header.print_button.click()
    assert went.args == [ToRecord(screen.presenter.referral.id)]
