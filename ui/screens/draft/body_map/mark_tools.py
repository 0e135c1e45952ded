"""What can be done with one mark as a whole: join it to an occasion, put it on or off a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.screens.draft.body_map.tiles import Tile
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.rows import column
from ui.widgets.showing import show_or_hide
from ui.widgets.still_combo import StillCombo
from ui.widgets.words import Kind, Words

WHICH = "Seen on which occasion"
PUT_ON, TAKE_OFF = "Put it on the picture", "Take it off the picture"


class MarkTools(QWidget):
    """Stands above a mark's questions.

    Signals:
        joined: The mark was seen on another occasion; carries its id, empty for none.
        wanted_on: The mark is to be put on the picture.
        taken_off: The mark is to be taken off the picture.
    """

    joined = Signal(str)
    wanted_on = Signal()
    taken_off = Signal()

    def __init__(self, *, is_fixed: bool) -> None:
        super().__init__()
        self._is_on = False
        self._offered: tuple[Tile, ...] = ()
        self._label = Words(WHICH, Kind.LABEL)
        self.combo = StillCombo()
        self.combo.setAccessibleName(WHICH)
        self.combo.setEnabled(not is_fixed)
        self.combo.activated.connect(lambda _at: self.joined.emit(self.combo.currentData()))
        self._note = Words("", Kind.WARN)
        self.place = Button(PUT_ON, "quiet", does=self._on_place)
        inside = column(self, gap=SPACE.small)
        inside.addWidget(self._label)
        inside.addWidget(self.combo)
        inside.addWidget(self._note)
        inside.addWidget(self.place, 0, Qt.AlignmentFlag.AlignLeft)
        show_or_hide(self.place, on=not is_fixed)

    def show_mark(
        self, occasions: tuple[Tile, ...], occasion: str, *, on: bool, differs: str = ""
    ) -> None:
        """Show where a mark stands among these occasions; ``on`` tells that a picture has it.

        ``differs`` is the place that the picture says where the words say another.
        """
        self._note.say(
            f"The picture says: {differs}. Left and right are the child’s own." if differs else ""
        )
        if occasions != self._offered:
            self._offered = occasions
            self.combo.clear()
            for one in occasions:
                self.combo.addItem(one.words, one.id)
        self.combo.setCurrentIndex(max(self.combo.findData(occasion), 0))
        for part in (self._label, self.combo):
            show_or_hide(part, on=len(occasions) > 1)
        self._is_on = on
        self.place.setText(TAKE_OFF if on else PUT_ON)
        self.place.setAccessibleName(self.place.text())

    def _on_place(self) -> None:
        if self._is_on:
            self.taken_off.emit()
        else:
            self.wanted_on.emit()
