"""The panel that asks who can read a referral: everybody, or some. Keeps nothing itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup

from ffd_desktop.referral.private import Private
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.choice import Radio, Tick
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside, empty
from ui.widgets.words import Kind, Words

EVERYBODY = "Everybody who can open this vault"
ONLY = "Only those who are marked"
_ALONE = "You are the only one who can open this vault. You can add colleagues in Settings."


class Reader(Private, frozen=True):
    """One of the staff, as somebody who may read a referral; ``is_me`` stays marked."""

    person: str
    name: str
    is_me: bool = False
    is_marked: bool = False


class Asked(Private, frozen=True):
    """About which referral it is asked, and who may read it now."""

    referral_id: str
    reference: str
    staff: tuple[Reader, ...]
    is_restricted: bool


class ReadersPanel(Panel):
    """Radio buttons for everybody or some, and a box to tick for each of the staff.

    Signals:
        chosen: The id of the referral, and the ids of those who may read it; none for everybody.
        let_be: The person thought better of it.
    """

    chosen = Signal(str, object)
    let_be = Signal()

    def __init__(self) -> None:
        super().__init__("sunken")
        self._referral_id = ""
        self.heading = Words("", Kind.HEADING)
        self.everybody, self.only = Radio(EVERYBODY), Radio(ONLY)
        self._group = QButtonGroup(self)
        for radio in (self.everybody, self.only):
            self._group.addButton(radio)
        self.ticks: dict[str, Tick] = {}
        self._staff = Panel("sunken", gap=SPACE.tight)
        self._alone = Words(_ALONE, Kind.QUIET)
        self.keep = Button("Keep this choice", "primary", does=self._on_keep)
        self.leave = Button("Leave it as it is", does=self.let_be.emit)
        self.add(
            self.heading,
            Words(
                "The others still see on the shelf that it exists, and whom to ask. This program "
                "keeps the words from them. Whoever holds the recovery code can read everything."
            ),
            self.everybody,
            self.only,
            self._staff,
            self._alone,
            SPACE.tight,
            beside(self.keep, self.leave),
        )
        self._group.buttonToggled.connect(self._on_toggled)
        self.hide()

    def ask(self, asked: Asked) -> None:
        """Ask about a referral."""
        self._referral_id = asked.referral_id
        self.heading.setText(f"Who can read {asked.reference}?")
        self.keep.setAccessibleName(f"Keep this choice, {asked.reference}")
        empty(self._staff.column)
        self.ticks = {}
        for one in asked.staff:
            tick = Tick(f"{one.name} (you)" if one.is_me else one.name)
            tick.setChecked(one.is_marked or one.is_me)
            self.ticks[one.person] = tick
            self._staff.add(tick)
            tick.setProperty("mine", one.is_me)
        self._alone.setVisible(len(asked.staff) < 2)
        marked = self.only if asked.is_restricted else self.everybody
        marked.setChecked(True)
        self._on_toggled()
        self.show()
        give_focus(marked)

    def half_typed(self) -> Mapping[str, object]:
        """Give who is marked, and for which referral."""
        if self.isHidden():
            return {}
        marked = [one for one, tick in self.ticks.items() if tick.isChecked()]
        return {"readers_of": self._referral_id, "only": self.only.isChecked(), "marked": marked}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Mark them again, after ``ask``; whoever has left the staff is not among them."""
        marked = typed.get("marked")
        chosen = self.only if typed.get("only") else self.everybody
        chosen.setChecked(True)
        give_focus(chosen)
        for one, tick in self.ticks.items():
            if not tick.property("mine"):
                tick.setChecked(isinstance(marked, list) and one in marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Think better of it by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.let_be.emit()
        else:
            super().keyPressEvent(event)

    def _on_toggled(self) -> None:
        for tick in self.ticks.values():
            tick.setEnabled(self.only.isChecked() and not tick.property("mine"))

    def _on_keep(self) -> None:
        marked = tuple(one for one, tick in self.ticks.items() if tick.isChecked())
        if self.only.isChecked() and not marked:
            give_focus(next(iter(self.ticks.values()), self.only))
            return
        self.chosen.emit(self._referral_id, marked if self.only.isChecked() else ())
