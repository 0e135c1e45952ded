"""Another pupil's full name in the draft: looked up on the roll once, off the window's thread."""

import msgspec
import pytest

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll.pupil import Pupil
from tests.builders import referrals
from tests.ui.draft_kit import WHAT, show_screen

ANNA = Pupil(upn="B885000018001", forename="Anna", surname="Kowalska")


def third(screen):
    return [
        one.path for one in screen.presenter.findings.findings if one.rule.endswith("third_child")
    ]


@pytest.fixture
def screen(qtbot):
    made = show_screen(qtbot, pupils=(ANNA,))
    made.lane.run()
    return made


def write(screen, text):
    screen.presenter.edited(WHAT, text)
    screen.presenter.check_now()


def test_the_roll_is_asked_once_about_a_name_and_tells_of_another_pupil(screen):
    write(screen, "Anna Kowalska saw it.")
    assert third(screen) == []
    assert len(screen.lane.jobs) == 1
    screen.lane.run()
    assert third(screen) == [WHAT]
    write(screen, "Anna Kowalska saw it, and wept.")
    assert third(screen) == [WHAT]
    assert screen.lane.jobs == []


def test_a_name_that_is_nobodys_is_not_asked_about_again(screen):
    write(screen, "Tom Reed saw it.")
    screen.lane.run()
    write(screen, "Tom Reed saw it all.")
    assert (third(screen), screen.lane.jobs) == ([], [])


def test_a_roll_that_cannot_be_read_stops_nobody(screen, monkeypatch):
    def trouble(*_):
        raise ProblemForPerson("The disk is away.", "Put it back.", "disk_away")

    monkeypatch.setattr("ffd_desktop.app.draft_roll.pupils_called", trouble)
    write(screen, "Anna Kowalska saw it.")
    screen.lane.run()
    assert third(screen) == []


def test_names_that_stand_in_a_draft_are_looked_up_as_it_opens(qtbot):
    concern = msgspec.structs.replace(
        referrals.typical().concern, what_happened="Anna Kowalska saw it."
    )
    started = msgspec.structs.replace(referrals.typical(), concern=concern)
    screen = show_screen(qtbot, started, pupils=(ANNA,))
    screen.lane.run()
    assert third(screen) == [WHAT]
