"""Whose council it is, as the writer sees it: asked beside the draft, and put right from there."""

import msgspec
from PySide6.QtWidgets import QApplication

from tests.builders import referrals
from tests.ui.draft_kit import show_screen
from ui.screens.draft.to_put_right import FindingLink
from ui.widgets.words import Words
from ui.widgets.wrapping_link import WrappingLink


def asked(screen):
    """Give the link that asks whose council it is, with all that is said around it."""
    QApplication.processEvents()
    for line in screen.side.to_put_right.findChildren(FindingLink):
        [link] = line.findChildren(WrappingLink)
        if not line.isHidden() and "Worcestershire" in link.accessibleName():
            return link, " ".join(one.text() for one in line.findChildren(Words))
    return None


def test_a_home_in_another_area_is_asked_about_and_the_link_leads_to_it(qtbot):
    start = referrals.small()
    [home] = start.addresses
    away = msgspec.structs.replace(home, postcode="WS3 1CV", lines="4 Refuge Row")
    start = msgspec.structs.replace(start, addresses=(away,))
    screen = show_screen(qtbot, start, section="addresses")
    screen.presenter.check_now()
    link, around = asked(screen)
    assert "does not seem to lie in Worcestershire" in link.accessibleName()
    assert "It may be Walsall." in around
    assert "WS3" not in link.accessibleName() + around
    link.click()
    assert screen._path == "children[c1].home"
    screen.presenter.edited("addresses[a1].postcode", "WR5 2CV")
    screen.show_section("addresses")
    screen.presenter.check_now()
    assert asked(screen) is None
