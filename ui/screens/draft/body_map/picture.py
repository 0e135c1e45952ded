"""The pictures of one occasion: which is shown, the picture itself, and where the cross stands.

Shows a ``Group`` and tells what its person does with it; writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.exporting.pictures.body.marks import Group, is_placed
from ffd_desktop.exporting.pictures.body.picture import bubbles_on, drawing_of
from ffd_desktop.exporting.pictures.body.plates import VIEWS, plate
from ffd_desktop.exporting.pictures.body.telling import SITES, numbered, view_words
from ffd_desktop.exporting.pictures.body.telling import VIEWS as VIEW_CODES
from ui.screens.draft.body_map.canvas import BodyCanvas
from ui.screens.draft.body_map.tiles import Tile, Tiles
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.collapsible_help import CollapsibleHelp
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

Label = Callable[[str, str], str]
BESIDE = "Beside the body"
KEYS = (
    "Arrows move the cross, or the chosen mark; with Shift further.",
    "Page Down and Page Up go from place to place on the body, Home to the first.",
    "Enter sets a mark, and once more goes to its questions.",
    "N and P go from mark to mark, on any picture.",
    "Escape lets the chosen mark go, Delete takes it out.",
)
HOW = "Click where a mark is, or set it by keys. A mark that is dragged moves."


class BodyPicture(QWidget):
    """The pictures of an occasion, one of them in view; ``tiles`` chooses it, and stands apart.

    Signals:
        placed: A new mark is wanted on the picture in view; carries x and y.
        moved: The chosen mark was moved on the picture in view; carries x and y.
        chosen: A mark was chosen, by its id; empty for none.
        opened: The questions of the chosen mark are wanted.
        taken_out: The chosen mark is to be taken out.
    """

    placed = Signal(float, float)
    moved = Signal(float, float)
    chosen = Signal(str)
    opened = Signal()
    taken_out = Signal()

    def __init__(self, label: Label, *, is_fixed: bool) -> None:
        super().__init__()
        self._label = label
        self._group = Group("", None)
        self._outline = ""
        self._mark = ""
        self.view = VIEWS[0]
        self.tiles = Tiles("Picture")
        self.tiles.chosen.connect(self._on_view)
        self.canvas = BodyCanvas()
        self.canvas.is_fixed = is_fixed
        self.place = Words("", Kind.STRONG)
        inside = column(self, gap=SPACE.small)
        inside.addWidget(self.canvas)
        inside.addWidget(self.place)
        inside.addWidget(Words("" if is_fixed else HOW, Kind.HINT))
        keys = CollapsibleHelp("", title="Keys", prompts=KEYS, about="of the body map")
        inside.addWidget(keys.button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(keys)
        inside.addStretch(1)
        self._listen()

    def set_label(self, label: Label) -> None:
        """Take labels of codes from elsewhere."""
        self._label = label

    def show_group(self, group: Group, outline: str, mark: str) -> None:
        """Show an occasion's marks with one of them chosen; turns to the picture it is on."""
        self._group, self._outline = group, outline
        found = next((one for one in group.marks if one.id == mark), None)
        self._mark = mark if found else ""
        if found is not None and is_placed(found):
            self.view = str(found.view)
        self._show()

    def turn_to_marks(self) -> None:
        """Turn to the first picture with a mark, when there is none on this one."""
        views = self._group.views()
        if views and self.view not in views:
            self.view = views[0]
            self._show()

    def _show(self) -> None:
        self.tiles.show_tiles(tuple(self._tile(view) for view in VIEWS), self.view)
        self._draw(self._group)
        name = f"Body map: {self._label(VIEW_CODES, self.view)}"
        self.canvas.setAccessibleName(name)
        told = [view_words(self._group, view, self._label) for view in self._group.views()]
        here = [] if self._group.on(self.view) else ["No mark on this picture."]
        self.canvas.setAccessibleDescription(" ".join([*here, *told]))
        self._tell_place()

    def _draw(self, group: Group) -> None:
        sheet = plate(self.view, self._outline)
        if sheet is None:
            return
        number = group.number(self._mark)
        drawing = drawing_of(group, self.view, self._outline, chosen=number)
        on_it = any(one.id == self._mark for one in group.on(self.view))
        self.canvas.show_sheet(
            sheet, drawing, bubbles_on(sheet, group, self.view), number if on_it else 0
        )

    def _tile(self, view: str) -> Tile:
        count = len(self._group.on(view))
        words = self._label(VIEW_CODES, view)
        return Tile(view, f"{words} ({count})" if count else words)

    def _listen(self) -> None:
        canvas = self.canvas
        canvas.placed.connect(self.placed)
        canvas.moved.connect(self.moved)
        canvas.dragging.connect(self._on_dragging)
        canvas.pressed.connect(self._on_pressed)
        canvas.along.connect(self._on_along)
        canvas.opened.connect(self.opened)
        canvas.let_go.connect(lambda: self.chosen.emit(""))
        canvas.taken_out.connect(self.taken_out)
        canvas.looked.connect(self._on_looked)

    def _on_view(self, view: str) -> None:
        self.view = view
        on_it = any(one.id == self._mark for one in self._group.on(view))
        if self._mark and not on_it:
            self._mark = ""
            self.chosen.emit("")
        self._show()

    def _on_dragging(self, x: float, y: float) -> None:
        marks = tuple(
            msgspec.structs.replace(one, x=x, y=y, outline=self._outline)
            if one.id == self._mark
            else one
            for one in self._group.marks
        )
        self._draw(msgspec.structs.replace(self._group, marks=marks))

    def _on_pressed(self, number: int) -> None:
        self.chosen.emit(self._group.marks[number - 1].id)

    def _on_along(self, step: int) -> None:
        """Go to the next mark on any picture, in the order of the numbers."""
        marks = [one for one in self._group.marks if is_placed(one)]
        if not marks:
            announce(self.canvas, "There is no mark on a picture yet.")
            return
        ids = [one.id for one in marks]
        at = ids.index(self._mark) + step if self._mark in ids else 0 if step > 0 else -1
        mark = marks[at % len(marks)]
        self.chosen.emit(mark.id)
        announce(self.canvas, numbered(self._group, mark, self._label))

    def _on_looked(self) -> None:
        before = self.place.text()
        self._tell_place()
        if self.place.text() != before:
            announce(self.canvas, self.place.text())

    def _tell_place(self) -> None:
        cross = self.canvas.cross
        site = self.canvas.sheet.site_at(cross.x, cross.y)
        self.place.setText(f"Cross: {self._label(SITES, site)}" if site else f"Cross: {BESIDE}")
