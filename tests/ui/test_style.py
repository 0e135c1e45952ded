"""The tokens can be read by everyone: contrast reckoned over the whole table, in every mode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from ui.style.apply import apply_style, style_now
from ui.style.contrast import contrast, is_dark
from ui.style.sheet import stylesheet
from ui.style.system import Wish, colours_for, from_palette
from ui.style.tokens import (
    DARK,
    LIGHT,
    SHAPE_CONTRAST,
    SHAPE_PAIRS,
    SPACE,
    TEXT_CONTRAST,
    TEXT_PAIRS,
    Mode,
    Style,
)
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel

TABLES = {"light": LIGHT, "dark": DARK}
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def system_palette(window, text, highlight, on_highlight, link):
    palette = QPalette()
    roles = QPalette.ColorRole
    named = (
        (roles.Window, window),
        (roles.WindowText, text),
        (roles.Highlight, highlight),
        (roles.HighlightedText, on_highlight),
        (roles.Link, link),
    )
    for role, colour in named:
        palette.setColor(role, QColor(colour))
    return palette


def test_contrast_is_reckoned_as_the_standard_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(("one", "other"), TEXT_PAIRS)
def test_text_can_be_read(table, one, other):
    colours = TABLES[table]
    assert contrast(getattr(colours, one), getattr(colours, other)) >= TEXT_CONTRAST


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(("one", "other"), SHAPE_PAIRS)
def test_controls_can_be_seen(table, one, other):
    colours = TABLES[table]
    assert contrast(getattr(colours, one), getattr(colours, other)) >= SHAPE_CONTRAST


def test_every_colour_is_used_in_a_pair():
    paired = {name for pair in (*TEXT_PAIRS, *SHAPE_PAIRS) for name in pair}
    assert set(LIGHT.__struct_fields__) - paired == {"line"}


def test_the_systems_high_contrast_colours_are_taken_as_they_are():
    made = from_palette(system_palette("#000000", "#ffffff", "#1aebff", "#000000", "#ffff00"))
    assert (made.page, made.ink, made.accent, made.link) == (
        "#000000",
        "#ffffff",
        "#1aebff",
        "#ffff00",
    )


@given(colours, colours, colours, colours, colours)
def test_any_palette_of_a_system_gives_text_that_can_be_read(a, b, c, d, e):
    made = from_palette(system_palette(a, b, c, d, e))
    for one, other in (("ink", "page"), ("link", "page"), ("on_accent", "accent")):
        assert contrast(getattr(made, one), getattr(made, other)) >= TEXT_CONTRAST
    assert contrast(made.accent, made.page) >= SHAPE_CONTRAST
    assert contrast(made.focus, made.page) >= SHAPE_CONTRAST


@pytest.mark.parametrize("mode", list(Mode))
def test_each_mode_dresses_the_window(mode, qapp):
    style = apply_style(qapp, mode, 1.0)
    assert style_now() == style
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == style.colours.page
    assert style.colours.page in qapp.styleSheet()


def test_dark_is_dark(qapp):
    assert is_dark(apply_style(qapp, Mode.DARK).colours.page)
    assert not is_dark(apply_style(qapp, Mode.LIGHT).colours.page)


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.0, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_text_scales_from_once_to_twice_the_size(asked, given, qapp: QApplication):
    assert apply_style(qapp, Mode.LIGHT, asked).scale == given
    assert qapp.font().pointSizeF() == 11 * given


def test_an_open_window_grows_at_once(qapp, qtbot):
    button = QPushButton("Continue")
    qtbot.addWidget(button)
    button.show()
    small = button.sizeHint().height()
    apply_style(qapp, Mode.LIGHT, 2.0)
    assert button.sizeHint().height() > small


def test_the_stylesheet_names_no_colour_of_its_own():
    plain = dict.fromkeys(LIGHT.__struct_fields__, "#123456")
    sheet = stylesheet(Style(colours=type(LIGHT)(**plain)))
    assert set(sheet_colours(sheet)) == {"#123456"}


def sheet_colours(sheet):
    return [word.strip(" ;:{}") for word in sheet.replace(";", " ").split() if word.startswith("#")]


BLACK = system_palette("#000000", "#ffffff", "#1aebff", "#000000", "#ffff00")


@pytest.mark.parametrize(
    ("mode", "wish", "given"),
    [
        (Mode.SYSTEM, Wish(), LIGHT),
        (Mode.SYSTEM, Wish(dark=True), DARK),
        (Mode.SYSTEM, Wish(dark=True, high_contrast=True), from_palette(BLACK)),
        (Mode.LIGHT, Wish(dark=True, high_contrast=True), LIGHT),
        (Mode.DARK, Wish(high_contrast=True), DARK),
        (Mode.CONTRAST, Wish(), from_palette(BLACK)),
    ],
)
def test_a_person_chooses_and_else_the_system_does(mode, wish, given):
    assert colours_for(mode, wish, BLACK) == given


def test_the_window_is_dressed_anew_when_the_system_changes(qapp):
    apply_style(qapp, Mode.SYSTEM, 1.5)
    qapp.setProperty("ffd_style", Style(colours=DARK, scale=1.5))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert style_now() == Style(colours=LIGHT, scale=1.5)


def test_a_person_who_chose_dark_keeps_it_when_the_system_changes(qapp):
    apply_style(qapp, Mode.SYSTEM)
    apply_style(qapp, Mode.DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert style_now().colours == DARK


@pytest.mark.parametrize("kind", ["secondary", "primary", "danger", "quiet", "link", "row", "tab"])
def test_a_focused_button_has_one_ring(qtbot, kind):
    card, button = Panel(), Button("", kind)
    card.add(button)
    qtbot.addWidget(card)
    card.resize(200, 100)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    card.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    shot = card.grab(button.geometry()).toImage()
    ground = shot.pixelColor(button.width() // 2, button.height() // 2).name()
    inside = range(SPACE.ring + 1, button.height() - SPACE.ring - 1)
    assert {shot.pixelColor(button.width() // 2, y).name() for y in inside} == {ground}
