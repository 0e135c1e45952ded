"""The council's numbers, to confirm or correct. Keeps nothing: gives what was typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ffd_desktop.councils.hours import Confirmed
from ffd_desktop.councils.pack import ContactNumber, Pack
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_WIDTH = 240


class NumbersForm(QWidget):
    """A card for each number: what it is for, when it answers, who checked it."""

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        self.boxes: dict[str, QLineEdit] = {}
        self._checked: dict[str, Words] = {}
        for contact in pack.contacts:
            column.addWidget(self._card(contact))

    def phones(self) -> dict[str, str]:
        """Give the numbers as they stand in the boxes, by contact key."""
        return {key: box.text().strip() for key, box in self.boxes.items()}

    def show_confirmed(self, confirmed: Mapping[str, Confirmed]) -> None:
        """Fill in what the office checked before."""
        for key, box in self.boxes.items():
            checked = confirmed.get(key)
            if checked is None:
                self._checked[key].setText("Not yet checked by your office.")
            else:
                box.setText(checked.phone)
                on = checked.on
                self._checked[key].setText(
                    f"Checked by {checked.by} on {on.day} {on:%B} {on.year}."
                )

    def _card(self, contact: ContactNumber) -> Panel:
        card = Panel(gap=SPACE.tight)
        card.add(Words(contact.name, Kind.STRONG), Words(contact.purpose))
        if hours := hours_words(contact):
            card.add(Words(hours, Kind.QUIET))
        card.add(Words(f"As published in {contact.published_in}.", Kind.QUIET), SPACE.tight)
        if contact.phone == "999":
            card.add(Words("999", Kind.NUMBER))
            return card
        box = QLineEdit(contact.phone)
        box.setAccessibleName(f"Number of {contact.name}")
        box.setAccessibleDescription(contact.purpose)
        box.setMaximumWidth(style_now().pixels(_WIDTH))
        checked = Words("Not yet checked by your office.", Kind.QUIET)
        self.boxes[contact.key], self._checked[contact.key] = box, checked
        card.add(box, checked)
        return card


def hours_words(contact: ContactNumber) -> str:
    """Say when a number answers, as the pack has it."""
    spans = [
        f"{_days(tuple(_DAYS[day] for day in one.days))} {one.opens:%H:%M} to {one.closes:%H:%M}"
        for one in contact.hours
    ]
    return "; ".join(spans)


def _days(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
