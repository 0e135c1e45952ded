"""The cards of those who can open the vault, one for each. Decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ffd_desktop.app.colleagues import Colleague
from ui.style.tokens import SPACE
from ui.when import day_words
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, empty, fill
from ui.widgets.rows import column
from ui.widgets.status_tag import StatusTag, Tone
from ui.widgets.words import Kind, Words


class PersonCard(Panel):
    """One who can open the vault: name, role, since when, and what can be done."""

    def __init__(self, one: Colleague, role: str) -> None:
        super().__init__()
        self.name = Words(one.name, Kind.STRONG)
        since = f"Passphrase set on {day_words(one.since[:10])}" if one.since else ""
        self.facts = Words("\n".join(part for part in (role, since) if part), Kind.QUIET)
        words = "Change name or role …" if one.is_me else "Remove …"
        says = "Change your name or role" if one.is_me else f"Remove {one.name}"
        self.button = Button(words, "secondary" if one.is_me else "quiet", says=says)
        said = column(gap=SPACE.tight)
        fill(said, self.name, self.facts)
        row = QHBoxLayout()
        row.setSpacing(SPACE.medium)
        row.addLayout(said, 1)
        if one.is_me:
            row.addWidget(StatusTag("You", Tone.PLAIN))
        row.addWidget(self.button)
        self.add(row)


class People(QWidget):
    """Everybody who can open the vault, oldest first.

    Signals:
        removing: Somebody is to be removed; carries the ``Colleague``.
        renaming: Whoever sits here wants another name; carries their ``Colleague``.
    """

    removing = Signal(object)
    renaming = Signal(object)

    def __init__(self, roles: Mapping[str, str]) -> None:
        super().__init__()
        self._roles = roles
        self.cards: dict[str, PersonCard] = {}
        self._column = column(self)
        self._column.setSpacing(SPACE.small)

    def show_people(self, people: tuple[Colleague, ...]) -> None:
        """Show them."""
        empty(self._column)
        self.cards = {}
        for one in people:
            card = PersonCard(one, self._roles.get(one.role, one.role))
            card.button.clicked.connect(self._asks_about(one))
            self.cards[one.person] = card
            self._column.addWidget(card)

    def _asks_about(self, one: Colleague) -> Callable[[], None]:
        def ask() -> None:
            (self.renaming if one.is_me else self.removing).emit(one)

        return ask
