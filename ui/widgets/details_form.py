"""A council's details, contact by contact, to confirm, correct or leave. Keeps nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ffd_desktop.app.office_details import Found
from ffd_desktop.councils.checked import DetailKind
from ffd_desktop.councils.details import Detail, is_emergency
from ffd_desktop.councils.pack import ContactNumber, Pack
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.detail_row import DetailRow
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

_ALWAYS_ASKED = (DetailKind.PHONE, DetailKind.HOURS)


class DetailsForm(QWidget):
    """A card for each contact with a row for each of its details.

    Signals:
        found: Somebody found one right; carries a ``Found``.
    """

    found = Signal(object)

    def __init__(self, pack: Pack, details: Sequence[Detail]) -> None:
        super().__init__()
        self.rows: dict[str, DetailRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        for contact in pack.contacts:
            mine = [one for one in details if one.contact == contact.key]
            column.addWidget(self._card(contact, mine))

    def row(self, contact: str, kind: DetailKind) -> DetailRow:
        """Find the row of a detail."""
        return self.rows[f"{contact} {kind.value}"]

    def show_details(self, details: Iterable[Detail]) -> None:
        """Show how they stand now; what was typed and not kept stays."""
        for one in details:
            row = self.row(one.contact, one.kind)
            row.show_detail(one)
            if row.is_known:
                row.show()

    def as_found(self) -> tuple[Found, ...]:
        """Give all that stands in the boxes, but not what waits for somebody to choose."""
        return tuple(
            row.as_found() for row in self.rows.values() if row.text and not row.waits_for_a_choice
        )

    def corrected(self) -> tuple[Found, ...]:
        """Give only what was typed and not yet kept."""
        return tuple(row.as_found() for row in self.rows.values() if row.is_edited and row.text)

    def half_typed(self) -> dict[str, str]:
        """Give what was typed and not yet kept, by row."""
        return {key: row.box.text() for key, row in self.rows.items() if row.is_edited}

    def put_back(self, typed: Mapping[str, object]) -> DetailRow | None:
        """Type it again; gives the last row in which something stands."""
        last = None
        for key, text in typed.items():
            if key in self.rows and isinstance(text, str):
                last = self.rows[key]
                last.box.setText(text)
                last.show()
        return last

    def _card(self, contact: ContactNumber, details: Sequence[Detail]) -> Panel:
        card = Panel(gap=SPACE.medium)
        card.add(Words(contact.name, Kind.HEADING), Words(contact.purpose))
        if is_emergency(contact):
            card.add(Words(contact.phone, Kind.NUMBER))
            return card
        folded = [row for row in map(self._row, details) if not _stands_open(row)]
        card.add(*(self.rows[_key(one)] for one in details))
        if folded:
            card.add(_unfolding(folded))
        return card

    def _row(self, detail: Detail) -> DetailRow:
        row = DetailRow(detail)
        row.found.connect(self.found)
        self.rows[row.key] = row
        return row


def _key(detail: Detail) -> str:
    return f"{detail.contact} {detail.kind.value}"


def _stands_open(row: DetailRow) -> bool:
    return row.is_known or row.detail.kind in _ALWAYS_ASKED


def _unfolding(rows: Sequence[DetailRow]) -> QHBoxLayout:
    """Make what shows the rows of which nothing is known yet."""
    link = Button("Add an address or e-mail", "link")
    link.setAccessibleName(f"Add an address or e-mail of {rows[0].detail.name}")
    for row in rows:
        row.hide()

    def unfold() -> None:
        for row in rows:
            row.show()
        rows[0].box.setFocus()
        link.hide()

    link.clicked.connect(unfold)
    return beside(link)
