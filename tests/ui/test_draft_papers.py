"""Printing and saving from the draft: what goes on is said, and can be stopped."""

from PySide6.QtCore import Qt

from tests.builders import referrals
from tests.ui.draft_kit import press, show_screen


def saving(qtbot, tmp_path):
    """A draft whose text is being made, for a file that a person chose."""
    screen = show_screen(qtbot, referrals.typical())
    screen.papers.save(screen.presenter.referral, "text")
    target = tmp_path / "paper.txt"
    screen.papers.dialog.fileSelected.emit(str(target))
    screen.papers.dialog.close()
    return screen, target


def test_making_a_paper_is_said_with_a_way_to_stop_it(qtbot, tmp_path):
    screen, _ = saving(qtbot, tmp_path)
    assert screen.notice.heading.text() == "Making the paper …"
    assert screen.notice.action.isVisible()
    assert screen.notice.action.text() == "Stop"


def test_what_was_stopped_leaves_no_file(qtbot, tmp_path):
    screen, target = saving(qtbot, tmp_path)
    screen.notice.action.setFocus()
    press(Qt.Key.Key_Return)
    screen.lane.run()
    assert not target.exists()
    assert screen.notice.heading.text() == "Stopped."
    assert not screen.notice.action.isVisible()
    assert screen.notice.close_button.hasFocus()


def test_what_was_not_stopped_is_saved_and_then_nothing_can_be_stopped(qtbot, tmp_path):
    screen, target = saving(qtbot, tmp_path)
    screen.lane.run()
    assert target.exists()
    assert screen.notice.heading.text().startswith("Saved as paper.txt.")
    assert not screen.notice.action.isVisible()
