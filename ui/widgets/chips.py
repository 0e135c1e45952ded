"""Chips: small ticks in lines that wrap, each to be taken in or out by a press.

One stop for Tab; the arrows go from chip to chip. A chip never decides what being pressed means:
whoever holds the chips listens, and marks them.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ffd_desktop.referral.private import Private
from ui.style.tokens import SPACE
from ui.widgets.choice import Tick
from ui.widgets.flow import Flow

_HOW = "Space takes in or out, Enter chooses this one alone."
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChipFace(Private, frozen=True):
    """What one chip shows; ``note`` stands quietly after the words."""

    id: str
    words: str
    note: str = ""


class Chip(Tick):
    """One chip.

    Signals:
        alone: This one is wanted and no other (Enter, or a click with Ctrl).
        moved: An arrow asks for the next chip (1) or the one before (-1).
        came: The focus came here.
    """

    alone = Signal()
    moved = Signal(int)
    came = Signal()

    def __init__(self, face: ChipFace) -> None:
        words = f"{face.words} ({face.note})" if face.note else face.words
        super().__init__(words, tile=True, compact=True)
        self.face = face
        self.setToolTip("Click: in or out. Ctrl and click: only this one.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by the arrows; choose alone by Enter."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.alone.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose alone by a click with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.isEnabled():
            self.alone.emit()
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.came.emit()


class Chips(QWidget):
    """Chips in lines.

    Signals:
        turned: A chip was pressed; carries its id. Its mark is to be set by ``mark``.
        alone: A chip is wanted and no other; carries its id.
    """

    turned = Signal(str)
    alone = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, Chip] = {}
        self._faces: tuple[ChipFace, ...] = ()
        self._name = self._description = ""
        self._line = Flow(self, gap=SPACE.small)

    def show_chips(self, faces: tuple[ChipFace, ...]) -> None:
        """Show these chips; those that are the same stay, with the focus."""
        if faces == self._faces:
            return
        had = next((id_ for id_, one in self.chips.items() if one.hasFocus()), "")
        self._faces = faces
        for chip in self.chips.values():
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {face.id: self._chip(face) for face in faces}
        self._let_in(next(iter(self.chips.values()), None))
        self.describe(self._name, self._description)
        if had in self.chips:
            self.chips[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, on: Collection[str]) -> None:
        """Show these as taken in and the others as not; emits nothing."""
        for id_, chip in self.chips.items():
            if chip.isChecked() != (id_ in on):
                before = chip.blockSignals(True)
                chip.setChecked(id_ in on)
                chip.blockSignals(before)
                chip.update()

    def describe(self, name: str, description: str = "") -> None:
        """Tell assistive technology what the chips are for."""
        self._name, self._description = name, description
        self.setAccessibleName(name)
        for chip in self.chips.values():
            chip.setAccessibleDescription(". ".join(filter(None, (name, description, _HOW))))

    def take_focus(self) -> None:
        """Put the focus on the chip at which Tab stops."""
        for chip in self.chips.values():
            if chip.focusPolicy() & Qt.FocusPolicy.TabFocus:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, face: ChipFace) -> Chip:
        chip = Chip(face)
        chip.clicked.connect(lambda: self.turned.emit(face.id))
        chip.alone.connect(lambda: self.alone.emit(face.id))
        chip.moved.connect(lambda step: self._go(face.id, step))
        chip.came.connect(lambda: self._let_in(chip))
        chip.setParent(self)
        self._line.addWidget(chip)
        if self.isVisible():
            chip.show()
        return chip

    def _go(self, from_id: str, step: int) -> None:
        ids = list(self.chips)
        at = ids.index(from_id) + step
        if 0 <= at < len(ids):
            self.chips[ids[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def _let_in(self, stop: Chip | None) -> None:
        """Let Tab stop at one chip and pass over the others."""
        for chip in self.chips.values():
            policy = Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)
