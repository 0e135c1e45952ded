"""The widget that draws a figure, and the paint that its shapes are drawn with."""

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ffd_desktop.exporting.drawing import (
    AnyShape,
    Circle,
    Drawing,
    Ellipse,
    Ink,
    Label,
    Line,
    Path,
    Polygon,
    Rect,
)
from ffd_desktop.exporting.outline import Figure
from tests.builders.outlines import every_kind
from ui.style.apply import apply_style, style_now
from ui.style.contrast import contrast
from ui.style.tokens import DARK, LIGHT, SHAPE_CONTRAST, TEXT_CONTRAST, Mode
from ui.widgets.painting import fill_colour, line_colour, paint
from ui.widgets.picture import SMALLEST, Picture

WORDS = "A mother and her two children."
SHAPES = {
    "line": Line(x1=0, y1=20, x2=40, y2=20, width=4),
    "rect": Rect(x=10, y=10, w=20, h=20, fill=Ink.TEXT),
    "round rect": Rect(x=10, y=10, w=20, h=20, radius=6, fill=Ink.TEXT),
    "circle": Circle(x=20, y=20, r=8, fill=Ink.TEXT),
    "ellipse": Ellipse(x=20, y=20, rx=12, ry=5, fill=Ink.TEXT),
    "polygon": Polygon(points=((5, 35), (20, 5), (35, 35)), fill=Ink.TEXT),
    "path": Path(
        steps=(("M", 5, 5), ("L", 35, 5), ("C", 35, 20, 35, 30, 20, 35), ("Z",)), fill=Ink.TEXT
    ),
    "label": Label(x=20, y=26, text="██", size=14, anchor="middle"),
}


def painted(drawing, scale=1.0, colours=LIGHT):
    image = QImage(
        round(drawing.width * scale), round(drawing.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(QColor(colours.surface))
    painter = QPainter(image)
    paint(painter, drawing, scale, colours)
    painter.end()
    return image


def inked(image):
    """Give the columns that hold anything but the ground."""
    ground = QColor(LIGHT.surface)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]


def figure(*shapes, width=200.0, height=80.0, words=WORDS):
    return Figure(words, Drawing(width, height, shapes))


def shown(qtbot, made, width=600):
    picture = Picture("Family picture")
    qtbot.addWidget(picture)
    picture.resize(width, 300)
    picture.show_figure(made)
    with qtbot.waitExposed(picture):
        picture.show()
    return picture


def test_there_is_a_sample_of_every_shape():
    assert {type(one) for one in SHAPES.values()} == set(get_args(AnyShape))


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_shape_is_painted_in_the_ink_of_the_style(name, colours):
    image = painted(Drawing(40, 40, (SHAPES[name],)), 2.0, colours)
    assert image.pixelColor(40, 40).name() == colours.ink


def test_a_dashed_line_has_gaps_and_a_plain_one_has_none():
    line = {"x1": 0, "y1": 5, "x2": 40, "y2": 5}
    plain = painted(Drawing(40, 10, (Line(**line),)))
    dashed = painted(Drawing(40, 10, (Line(**line, dashed=True),)))
    assert len(inked(plain)) == 40
    assert 15 < len(inked(dashed)) < 35


def test_labels_stand_at_their_anchor():
    ends = {}
    for anchor in ("start", "middle", "end"):
        label = Label(x=100, y=20, text="Kyle", anchor=anchor)
        columns = inked(painted(Drawing(200, 30, (label,))))
        ends[anchor] = (columns[0], columns[-1])
    assert ends["start"][0] >= 99
    assert ends["end"][1] <= 100
    assert ends["middle"][0] < 100 < ends["middle"][1]


def test_words_wider_than_their_room_are_set_smaller():
    label = Label(x=0, y=20, text="A very long name indeed", room=80)
    assert inked(painted(Drawing(200, 30, (label,))))[-1] <= 81


def test_strong_words_are_heavier(qapp):
    def ink(strong):
        label = Label(x=0, y=20, text="Kyle", size=14, strong=strong)
        image = painted(Drawing(60, 30, (label,)))
        return sum(
            255 - image.pixelColor(x, y).lightness()
            for x in range(image.width())
            for y in range(image.height())
        )

    assert ink(True) > ink(False)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_every_ink_can_be_seen_on_the_ground(mode, qapp):
    colours = apply_style(qapp, mode).colours
    ground = colours.surface
    for ink in (Ink.TEXT, Ink.QUIET, Ink.ACCENT, Ink.DANGER):
        assert contrast(line_colour(ink, colours).name(), ground) >= TEXT_CONTRAST
        assert contrast(fill_colour(ink, colours).name(), ground) >= SHAPE_CONTRAST


def test_whoever_listens_meets_the_picture_and_its_words(qtbot):
    picture = shown(qtbot, figure(*SHAPES.values()))
    assert picture.canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert picture.canvas.accessibleName() == "Family picture"
    assert picture.canvas.accessibleDescription() == WORDS
    told = QAccessible.queryAccessibleInterface(picture.canvas)
    assert told.role() == QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "Family picture"
    assert told.text(QAccessible.Text.Description) == WORDS


def test_the_words_are_folded_until_somebody_wants_them(qtbot):
    picture = shown(qtbot, figure(*SHAPES.values()))
    assert not picture.words.isVisible()
    picture.in_words.click()
    assert picture.words.isVisible()
    assert picture.words.text() == WORDS
    assert picture.in_words.accessibleDescription() == "open"
    picture.in_words.click()
    assert not picture.words.isVisible()


def test_new_words_replace_the_old_ones(qtbot):
    picture = shown(qtbot, figure(*SHAPES.values()))
    picture.show_figure(figure(*SHAPES.values(), words="A father."))
    assert picture.words.text() == picture.canvas.accessibleDescription() == "A father."


def letters(picture, size):
    return size * picture.canvas.scale * 72 / picture.logicalDpiY()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [200, 700, 1300])
def test_no_label_is_ever_too_small_to_read(scale, width, qtbot, qapp):
    apply_style(qapp, Mode.LIGHT, scale)
    picture = shown(qtbot, figure(Label(x=5, y=20, text="Kyle", size=7), width=900), width)
    assert letters(picture, 7) >= SMALLEST * scale - 0.01


def test_a_small_picture_does_not_become_a_poster(qtbot):
    picture = shown(qtbot, figure(Label(x=5, y=20, text="Kyle"), width=60), 1300)
    assert letters(picture, 9) <= 11.01


def test_a_picture_fills_the_width_between_its_bounds(qtbot):
    picture = shown(qtbot, figure(Label(x=5, y=20, text="Kyle"), width=420), 600)
    assert abs(picture.canvas.width() - picture.frame.width()) <= 1
    assert picture.frame.height() == picture.canvas.height()


def test_a_wide_picture_moves_to_the_side_by_the_arrow_keys(qtbot):
    picture = shown(qtbot, figure(Label(x=5, y=20, text="Kyle"), width=2000), 400)
    bar = picture.frame.horizontalScrollBar()
    assert bar.maximum() > 0
    assert picture.frame.viewport().height() >= picture.canvas.height()
    qtbot.keyClick(picture.canvas, Qt.Key.Key_Right)
    assert bar.value() > 0
    qtbot.keyClick(picture.canvas, Qt.Key.Key_Left)
    assert bar.value() == 0


def test_the_picture_grows_with_the_text(qtbot, qapp):
    picture = shown(qtbot, figure(Label(x=5, y=20, text="Kyle"), width=100))
    before = picture.canvas.width()
    apply_style(qapp, Mode.LIGHT, 2.0)
    qtbot.waitUntil(lambda: picture.canvas.width() > 1.9 * before)


def test_the_focus_is_seen(qtbot):
    picture = shown(qtbot, figure(*SHAPES.values()))
    picture.in_words.setFocus()
    before = picture.grab().toImage()
    picture.activateWindow()
    picture.canvas.setFocus()
    qtbot.waitUntil(picture.canvas.hasFocus)
    assert picture.grab().toImage() != before
    assert QApplication.focusWidget() is picture.canvas


def test_every_drawing_of_the_exporters_can_be_painted():
    from ffd_desktop.exporting.outline import walk

    drawings = [one.drawing for one in walk(every_kind().blocks) if isinstance(one, Figure)]
    assert drawings
    for drawing in drawings:
        assert inked(painted(drawing))
    assert style_now().colours == LIGHT
