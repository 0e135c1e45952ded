"""The family as a picture on the draft screen: where it stands, and when it is drawn anew."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from ffd_desktop.exporting.drawing import Label
from tests.builders import drawn_families as families
from tests.builders.referrals import bare
from tests.ui.draft_kit import press, show_screen
from ui.screens.draft.family_picture import NOBODY, FamilyPicture
from ui.style.apply import apply_style
from ui.style.tokens import Mode
from ui.widgets.tab_order import takes_tab
from ui.widgets.words import Words

MOTHERS_NAME = "people[p1].first_names"


def opened(qtbot, referral, section="ties"):
    """A draft at a section, and the picture in it, drawn and in view."""
    screen = show_screen(qtbot, referral, section=section)
    drawn = screen.middle.page.findChild(FamilyPicture)
    assert drawn is not None
    screen.middle.view.reveal(drawn)
    return screen, drawn


def written(drawn):
    drawing = drawn.picture.canvas.drawing
    return [one.text for one in drawing.shapes if isinstance(one, Label)]


def shows(qtbot, drawn, words):
    qtbot.waitUntil(lambda: any(words in one for one in written(drawn)))


@pytest.mark.parametrize("section", ["children", "adults", "ties", "partnerships", "sibling_ties"])
def test_the_picture_stands_where_people_and_ties_are_entered(section, qtbot):
    screen = show_screen(qtbot, families.nuclear(), section=section)
    assert screen.middle.page.findChild(FamilyPicture) is not None


@pytest.mark.parametrize("section", ["health", "parents_views", "chronology", "header"])
def test_it_stands_nowhere_else(section, qtbot):
    screen = show_screen(qtbot, families.nuclear(), section=section)
    assert screen.middle.page.findChild(FamilyPicture) is None


def test_the_family_is_drawn_and_said(qtbot):
    _, drawn = opened(qtbot, families.nuclear())
    shows(qtbot, drawn, "Lowri")
    assert "Lowri Tanglewood and Emrys Tanglewood: married." in drawn.picture.words.text()
    assert drawn.picture.canvas.accessibleName() == "Family picture"
    assert drawn.print_button.isVisible()


def test_what_is_typed_is_drawn_a_moment_later_and_not_for_each_key(qtbot):
    screen, drawn = opened(qtbot, families.nuclear())
    shows(qtbot, drawn, "Lowri")
    for name in ("R", "Rh", "Rhi", "Rhian"):
        screen.presenter.edited(MOTHERS_NAME, name)
        assert not any(one.startswith("Rh") for one in written(drawn))
    shows(qtbot, drawn, "Rhian")


def test_an_undone_step_is_drawn_when_somebody_looks(qtbot):
    screen, drawn = opened(qtbot, families.nuclear())
    screen.presenter.edited("relationships[t1].kind", "STM")
    shows(qtbot, drawn, "Step-mother")
    screen.presenter.undo()
    drawn.picture.canvas.setFocus()
    qtbot.waitUntil(lambda: not any("Step-mother" in one for one in written(drawn)))


def test_a_new_tie_moves_a_person_beneath_the_line(qtbot):
    referral = families.nuclear()
    without = tuple(one for one in referral.relationships if one.person != "p2")
    screen, drawn = opened(qtbot, msgspec.structs.replace(referral, relationships=without))
    shows(qtbot, drawn, "not recorded")
    pair = {"id": "new", "child": "c1", "person": "p2"}
    screen.presenter.begun("relationships[new]", pair, "relationships[new].kind", "PAF")
    qtbot.waitUntil(lambda: "Emrys Tanglewood: Kyle" in drawn.picture.words.text())


def test_nothing_is_drawn_while_nobody_can_see_it(qtbot):
    screen, drawn = opened(qtbot, families.nuclear())
    shows(qtbot, drawn, "Lowri")
    bar = screen.middle.view.verticalScrollBar()
    drawn.hide()
    screen.presenter.edited(MOTHERS_NAME, "Rhian")
    qtbot.waitUntil(lambda: not drawn.is_waiting)
    assert not any("Rhian" in one for one in written(drawn))
    drawn.show()
    bar.setValue(bar.maximum())
    shows(qtbot, drawn, "Rhian")


def test_a_family_of_nobody_says_what_will_come(qtbot):
    screen = show_screen(qtbot, bare(), section="ties")
    drawn = screen.middle.page.findChild(FamilyPicture)
    qtbot.waitUntil(lambda: not drawn.picture.isVisible())
    assert not drawn.print_button.isVisible()
    assert NOBODY in [one.text() for one in drawn.findChildren(Words) if one.isVisible()]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_an_ordinary_family_is_seen_whole_beside_the_help(scale, qtbot, qapp):
    apply_style(qapp, Mode.LIGHT, scale)
    make = families.new_partner if scale == 1.0 else families.nuclear
    _, drawn = opened(qtbot, make())
    shows(qtbot, drawn, "Lowri")
    frame = drawn.picture.frame
    qtbot.waitUntil(lambda: frame.horizontalScrollBar().maximum() == 0)


def test_the_picture_is_printed_alone_and_can_be_stopped(qtbot):
    screen, drawn = opened(qtbot, families.nuclear())
    drawn.print_button.setFocus()
    press(Qt.Key.Key_Return)
    assert screen.notice.heading.text() == "Making the paper …"
    screen.notice.action.click()
    screen.lane.run()
    assert screen.notice.heading.text() == "Stopped."


def test_the_paper_of_the_picture_names_nobody_outside(qtbot):
    screen, _ = opened(qtbot, families.nuclear())
    paper = screen.papers._papers.family_picture(screen.presenter.referral)
    assert paper.name == "FFD-2026-0007-picture.pdf"
    assert paper.pages >= 1


def test_a_link_at_the_top_leads_to_the_picture(qtbot):
    screen = show_screen(qtbot, families.three_fathers(), section="ties")
    drawn = screen.middle.page.findChild(FamilyPicture)
    qtbot.waitUntil(lambda: "Zofia" in drawn.picture.words.text())
    assert drawn.picture.canvas.visibleRegion().isEmpty()
    assert drawn.link.width() >= drawn.link.sizeHint().width()
    assert not takes_tab(drawn.link)  # Tab goes to the work first, and to the picture after it
    drawn.link.click()
    assert drawn.picture.canvas.hasFocus()
    qtbot.waitUntil(lambda: not drawn.picture.canvas.visibleRegion().isEmpty())
