"""A line of tiles of which one is chosen. One stop for Tab; arrows go along, Space chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ffd_desktop.referral.private import Private
from ui.style.tokens import SPACE
from ui.widgets.choice import Radio
from ui.widgets.flow import Flow


class Tile(Private, frozen=True):
    """What one tile stands for, and its words."""

    id: str
    words: str


class Tiles(QWidget):
    """Tiles in lines that wrap.

    Signals:
        chosen: A person chose another tile; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._tiles: tuple[Tile, ...] = ()
        self.buttons: dict[str, Radio] = {}
        self._group = QButtonGroup(self)
        self._line = Flow(self, gap=SPACE.small)
        self.setAccessibleName(name)

    def show_tiles(self, tiles: tuple[Tile, ...], chosen: str) -> None:
        """Show these tiles with one chosen; emits nothing, and keeps the focus where it was."""
        if [one.id for one in tiles] != [one.id for one in self._tiles] or tiles != self._tiles:
            self._rebuild(tiles)
        button = self.buttons.get(chosen)
        if button is not None and not button.isChecked():
            button.setChecked(True)

    def _rebuild(self, tiles: tuple[Tile, ...]) -> None:
        had = next((id_ for id_, one in self.buttons.items() if one.hasFocus()), "")
        self._tiles = tiles
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {tile.id: self._button(tile) for tile in tiles}
        if had in self.buttons:
            self.buttons[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, tile: Tile) -> Radio:
        button = Radio(tile.words, tile=True, compact=True)
        button.setParent(self)
        button.setAccessibleDescription(self._name)
        button.clicked.connect(lambda: self.chosen.emit(tile.id))
        self._group.addButton(button)
        self._line.addWidget(button)
        if self.isVisible():
            button.show()
        return button
