"""Which form a draft is written on, and how to write it on another. Keeps every answer.

Says before anything is done what the other form does not ask; changes nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ffd_desktop.councils.forms import Form
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.aiming import told_another, unasked
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.model import Referral
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.choice import Radio
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside, fill
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

EVERYTHING_STAYS = (
    "Every answer stays in the draft. What the other form does not ask is kept and not printed; "
    "you can come back to this form at any time."
)
ALL_ASKED = "It asks for everything that is answered here."
PHONE_TOO = "The call that is noted told another council: phone {} as well."
CHOOSE = "Choose a form first."


class Written(msgspec.Struct, frozen=True):
    """A form of a council, as somebody chooses it."""

    pack: Pack
    form: Form

    @property
    def aim(self) -> Aim:
        """The same for the core."""
        return Aim(self.pack.key, self.form.key, self.pack.version)

    @property
    def words(self) -> str:
        """The form and its council."""
        return f"{self.pack.name}: {self.form.title}"


class WhichForm(Panel):
    """The form in use, and the others behind a button.

    Signals:
        chosen: Write it on another form; carries an ``Aim``.
    """

    chosen = Signal(object)

    def __init__(self, referral: Referral, forms: Sequence[Written]) -> None:
        super().__init__("plain")
        self._referral = referral
        here = [one for one in forms if _is(referral, one)]
        self.others = [one for one in forms if not _is(referral, one)]
        self._known = [one.form for one in forms]
        self.radios: dict[Radio, Written] = {}
        self._group = QButtonGroup(self)
        self.open_button = Button("Write it on another form …", does=self.open)
        self.open_button.setAccessibleName("Write it on another form")
        self._choices = QWidget()
        self._lines = column(self._choices, gap=SPACE.medium)
        self.slip = Words("", Kind.ALARM)
        self.slip.hide()
        self.go = Button("Write it on this form", "primary", does=self._on_go)
        self.cancel = Button("Leave it as it is", "quiet", does=self.close_choices)
        self.add(
            Words("Which form", Kind.HEADING),
            Words(here[0].words if here else referral.form),
            beside(self.open_button),
            self._choices,
        )
        self._choices.hide()
        if not self.others:
            self.hide()

    def open(self) -> None:
        """Show the other forms, each with what it does not ask."""
        if not self.radios:
            self._fill()
        self.open_button.hide()
        self._choices.show()
        give_focus(next(iter(self.radios)))

    def close_choices(self) -> None:
        """Put the other forms away."""
        self._choices.hide()
        self.open_button.show()
        give_focus(self.open_button)

    def _fill(self) -> None:
        fill(self._lines, Words(EVERYTHING_STAYS, Kind.HINT))
        for one in self.others:
            radio = Radio(one.words, note=self._note(one), tile=True)
            self._group.addButton(radio)
            self.radios[radio] = one
            fill(self._lines, radio)
        fill(self._lines, self.slip, beside(self.go, self.cancel))

    def _note(self, other: Written) -> str:
        kept = unasked(self._referral, other.form, self._known)
        words = (
            f"Kept, and not asked or printed there: {'; '.join(one.words for one in kept)}."
            if kept
            else ALL_ASKED
        )
        elsewhere = told_another(self._referral, other.pack.key)
        return f"{words} {PHONE_TOO.format(other.pack.name)}" if elsewhere else words

    def _on_go(self) -> None:
        chosen = next((one for radio, one in self.radios.items() if radio.isChecked()), None)
        self.slip.say("" if chosen else CHOOSE)
        if chosen:
            self.chosen.emit(chosen.aim)
        else:
            give_focus(next(iter(self.radios)))


def _is(referral: Referral, one: Written) -> bool:
    return (referral.council, referral.form) == (one.pack.key, one.form.key)
