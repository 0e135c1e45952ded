"""A strip with a message is as high as its words, and what stands beside them is level."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Words

LONG = ProblemForPerson("The disk is full. " * 12, "Make room on it. " * 8, "disk_full")


def on_a_roomy_page(qtbot, banner: Banner, width: int) -> QWidget:
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.addWidget(banner)
    page.resize(width, 900)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def middle_of(part: QWidget, banner: Banner) -> int:
    return part.mapTo(banner, QPoint(0, part.height() // 2)).y()


def test_a_strip_takes_no_more_height_than_its_words_and_its_button(qtbot) -> None:
    banner = Banner()
    banner.tell("good", "The copy is on the shelf", action="Open it")
    page = on_a_roomy_page(qtbot, banner, 900)
    assert page.isVisible()
    within = (banner.shape, banner.heading, banner.action)
    tallest = max(part.sizeHint().height() for part in within)
    assert banner.height() == tallest + 2 * SPACE.medium


def test_one_line_of_words_is_level_with_its_button(qtbot) -> None:
    banner = Banner()
    banner.tell("good", "The copy is on the shelf", action="Open it")
    page = on_a_roomy_page(qtbot, banner, 900)
    assert page.isVisible()
    level = middle_of(banner.action, banner)
    assert abs(middle_of(banner.heading, banner) - level) <= 3
    assert abs(middle_of(banner.close_button, banner) - level) <= 1


@pytest.mark.parametrize("width", [900, 420])
def test_many_words_are_never_cut(qtbot, width: int) -> None:
    banner = Banner()
    banner.show_problem(LONG, action="Try again")
    page = on_a_roomy_page(qtbot, banner, width)
    assert page.isVisible()
    for words in (banner.heading, banner.what, banner.next_step):
        assert words.height() >= words.heightForWidth(words.width())
    assert banner.rect().contains(banner.next_step.geometry())


@pytest.mark.parametrize("kind", ["link", "quiet"])
def test_a_links_words_begin_where_the_words_above_begin(qtbot, kind: str) -> None:
    card = Panel()
    words, link = Words("HI"), Button("HI", kind)
    link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    card.add(words, beside(link))
    qtbot.addWidget(card)
    card.resize(300, 120)
    with qtbot.waitExposed(card):
        card.show()
    shot = card.grab().toImage()
    begins = [
        min(
            x
            for x in range(card.width() // 2)
            for y in range(part.y() + 4, part.y() + part.height() - 4)
            if shot.pixelColor(x, y).lightness() < 150
        )
        for part in (words, link)
    ]
    assert abs(begins[0] - begins[1]) <= 1
