"""Choosing among the addresses that a referral holds. Writes none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.editors.context import AddressChoice
from ui.widgets.still_combo import StillCombo

ANOTHER = "Another address"


class AddressPick(QWidget):
    """A list of the addresses, hidden while there is none.

    Signals:
        picked: The id of the address that a person chose; empty for another address.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.combo = StillCombo()
        column.addWidget(self.combo)
        self._offered: tuple[AddressChoice, ...] | None = None
        self.combo.activated.connect(self._on_activated)

    def offer(self, addresses: tuple[AddressChoice, ...]) -> None:
        """Offer addresses, keeping the choice when it is still there."""
        if addresses == self._offered:
            return
        chosen = self.combo.currentData()
        self._offered = addresses
        self.combo.clear()
        self.combo.addItem(ANOTHER, "")
        for one in addresses:
            self.combo.addItem(one.warned, one.id)
        self.setVisible(bool(addresses))
        self.show_choice(chosen if isinstance(chosen, str) else "")

    def show_choice(self, id_: str) -> None:
        """Show which address is chosen; one that is not on offer counts as another."""
        self.combo.setCurrentIndex(max(self.combo.findData(id_), 0))

    def _on_activated(self, index: int) -> None:
        self.picked.emit(str(self.combo.itemData(index)))
