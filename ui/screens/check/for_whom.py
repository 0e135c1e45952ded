"""For whom a paper is made, and what is said and agreed to before the family gets a copy.

Says it on the page itself; decides nothing and makes no paper.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ffd_desktop.councils.forms import Form
from ffd_desktop.exporting.family_warnings import (
    READ_IT_FIRST,
    against_a_copy,
    left_out_of_a_copy,
)
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.referral.model import Referral
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.choice import Radio, Tick
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

COUNCIL, FAMILY = "For the council", "A copy for the family"
AGAINST = "⚠ Something speaks against giving the family a copy"
ASK_FIRST = "Ask the council first: a copy in the wrong hands can put a child or an adult at risk."
AGREE = "I have thought about this, and the copy can be made"
AGREE_FIRST = "Agree on the page first, or choose “For the council”."


class ForWhom(QWidget):
    """The choice of the reader, beside the buttons that make papers.

    Signals:
        chosen: Another reader; carries a ``Reader``.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.council, self.family = Radio(COUNCIL, compact=True), Radio(FAMILY, compact=True)
        self.council.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.medium, 0, 0, 0)
        row.setSpacing(SPACE.medium)
        group = QButtonGroup(self)
        for radio in (self.council, self.family):
            group.addButton(radio)
            row.addWidget(radio)
        self.family.toggled.connect(lambda _on: self.chosen.emit(self.reader))

    @property
    def reader(self) -> Reader:
        """Who is to read the paper."""
        return Reader.FAMILY if self.family.isChecked() else Reader.COUNCIL


class FamilyNotice(Panel):
    """What a copy for the family leaves out, what speaks against it, and the agreement to it."""

    def __init__(self, referral: Referral, form: Form) -> None:
        self.against = against_a_copy(referral)
        super().__init__("warn" if self.against else "note")
        self.agreed = Tick(AGREE)
        if self.against:
            said = "\n".join(f"•  {one}" for one in self.against)
            self.add(Words(AGAINST, Kind.STRONG), Words(said), Words(ASK_FIRST), self.agreed)
            self.add(SPACE.small)
        self._said = _left_out(referral, form)
        self.add(Words(self._said), Words(READ_IT_FIRST, Kind.HINT))
        self.hide()

    @property
    def may_go(self) -> bool:
        """Whether nothing speaks against a copy, or it was agreed to."""
        return not self.against or self.agreed.isChecked()

    def open(self, *, on: bool) -> None:
        """Show it, and say the heart of it, or put it away."""
        self.setVisible(on)
        if on:
            announce(self, " ".join((AGAINST, *self.against)) if self.against else self._said)

    def ask(self) -> None:
        """Lead to the agreement."""
        self.agreed.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, AGREE_FIRST)


def _left_out(referral: Referral, form: Form) -> str:
    counted = left_out_of_a_copy(referral, form)
    if not counted:
        return "Nothing is marked to be left out of the copy."
    *first, last = counted
    words = f"{', '.join(first)} and {last}" if first else last
    return f"Left out of the copy: {words}."
