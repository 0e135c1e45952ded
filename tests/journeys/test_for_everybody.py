"""Every screen for those who see it badly or hold no mouse: names, roles, Tab, large text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QLabel,
    QWidget,
)
from shiboken6 import isValid

from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.house import House
from tests.journeys.walker import TURN_MS, Key, Walker, name_of, role_of
from ui.destinations import (
    Destination,
    ToNewReferral,
    ToRoll,
    ToSettings,
    ToShelf,
)
from ui.screens.draft.screen import DraftScreen
from ui.style.apply import apply_style
from ui.style.tokens import Mode
from ui.widgets.tab_order import takes_tab

LAPTOP = QSize(1366, 768)
TURNS = 30
Look = Callable[[str, House, Walker], list[str]]


def every_screen(house: House, walker: Walker) -> Iterator[str]:
    """Go to each screen in turn, and give its name; of the draft, each section."""
    yield "welcome"
    walker.push("Set up this computer").reads("Your school")
    yield "set up"
    walker.push("Back").stands_at("Set up this computer")
    steps.look_round(walker)
    yield "shelf"
    steps.to_the_rows(walker).press(Key.Key_Delete).reads("This cannot be undone")
    yield "destroy"
    for words, there in (("New referral", ToNewReferral()), ("In use now", ToRoll())):
        go(house, walker, there, words)
        yield words
    go(house, walker, ToSettings(), "Appearance")
    yield "settings"
    yield from sections(house, walker)
    walker.push("Check").reads("Printing is never stopped").reads_no("Making the front page")
    yield "check"
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")
    yield "locked"


def sections(house: House, walker: Walker) -> Iterator[str]:
    """Every section of the finished draft, by the key for the next one."""
    go(house, walker, ToShelf(), "Referrals")
    steps.open_top_draft(walker)
    draft = house.shell.screen_now
    assert isinstance(draft, DraftScreen)
    for section in draft.presenter.form.sections:
        walker.until(lambda key=section.key: draft.section == key, section.key)
        QApplication.processEvents()
        yield section.key
        walker.ctrl(Key.Key_PageDown)


def go(house: House, walker: Walker, there: Destination, words: str) -> None:
    house.shell.go(there)
    walker.reads(words)


def visible(house: House) -> list[QWidget]:
    return [one for one in house.shell.findChildren(QWidget) if one.isVisible()]


def nameless(where: str, house: House, _: Walker) -> list[str]:
    """Give what can be reached and has no name or no role for assistive technology."""
    roles = {QAccessible.Role.NoRole, QAccessible.Role.Client}
    return [
        f"{where}: {type(one).__name__} {name_of(one)!r} {role_of(one)}"
        for one in visible(house)
        if takes_tab(one) and (not name_of(one).strip() or role_of(one) in roles)
    ]


def unreached(where: str, house: House, walker: Walker) -> list[str]:
    """Give what takes the focus by Tab, yet Tab does not come to it."""
    wanted = [one for one in visible(house) if takes_tab(one)]
    if QApplication.focusWidget() is None:
        return [f"{where}: nothing has the focus"]
    met = list(walker.stops())
    groups = {group_of(one) for one in met if isValid(one)} - {None}
    return [
        f"{where}: {type(one).__name__} {name_of(one)!r}"
        for one in wanted
        if isValid(one) and one not in met and group_of(one) not in groups
    ]


def group_of(one: QWidget) -> QButtonGroup | None:
    """Give the choices that a button belongs to: Tab comes to one of them, arrows to the rest."""
    return one.group() if isinstance(one, QAbstractButton) else None


def clipped(where: str, house: House, _: Walker) -> list[str]:
    """Give the labels and buttons that have less room than their words need, once all is laid."""
    for _ in range(TURNS):
        if not (found := short_of_room(where, house)):
            return []
        QTest.qWait(TURN_MS)
    return found


def short_of_room(where: str, house: House) -> list[str]:
    return [
        f"{where}: {type(one).__name__} {one.text()[:40]!r} {one.size()} < {wanted(one)}"
        for one in visible(house)
        if isinstance(one, QLabel | QAbstractButton) and one.text() and is_clipped(one)
    ]


def is_clipped(one: QLabel | QAbstractButton) -> bool:
    wide, tall = wanted(one)
    return one.width() < wide - 1 or one.height() < tall - 1


def wanted(one: QLabel | QAbstractButton) -> tuple[int, int]:
    if one.hasHeightForWidth():
        return 0, one.heightForWidth(one.width())
    lines = one.text().count("\n") + 1
    return one.sizeHint().width(), one.fontMetrics().height() * lines


@pytest.fixture
def walk(opens: Open) -> Callable[[Look], list[str]]:
    """Look at every screen in the same way, and gather what was found."""

    def look_everywhere(look: Look) -> list[str]:
        house, walker = opens()
        house.shell.resize(LAPTOP)
        return [one for where in every_screen(house, walker) for one in look(where, house, walker)]

    return look_everywhere


@pytest.mark.slow
def test_everything_that_takes_the_focus_has_a_name_and_a_role(walk) -> None:
    found = walk(nameless)
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_tab_comes_to_everything_that_takes_the_focus(walk) -> None:
    found = walk(unreached)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_label_and_no_button_is_clipped(walk, qapp, scale: float) -> None:
    apply_style(qapp, Mode.LIGHT, scale)
    found = walk(clipped)
    assert not found, "\n".join(found)
