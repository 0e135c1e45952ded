"""The pupil's card: who it is, family, form, Start writing, contacts. Shows, decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from ffd_desktop.councils.pack import Form
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.choice import Radio
from ui.widgets.kin_list import KinList
from ui.widgets.panel import Panel, beside, empty
from ui.widgets.pupil_head import PupilHead
from ui.widgets.pupil_words import ContactLine, PupilCard
from ui.widgets.words import Kind, Words


class PupilPanel(Panel):
    """Shows one pupil at a time.

    Signals:
        form_chosen: A form's key.
    """

    form_chosen = Signal(str)

    def __init__(self, forms: tuple[Form, ...]) -> None:
        super().__init__(gap=SPACE.small)
        self._head = head = PupilHead()
        self.name, self.about, self.upn, self.home = head.name, head.about, head.upn, head.home
        self.start = Button("Start writing", "primary")
        self.start.setProperty("size", "big")
        self.summary = Words("", Kind.QUIET)
        self.kin = KinList()
        self._contacts = QVBoxLayout()
        self._contacts.setSpacing(SPACE.medium)
        self.forms: dict[str, Radio] = {}
        self.add(head, _rule(), self.kin, _rule())
        self.add(Words("Form", Kind.STRONG))
        self._add_forms(forms)
        self.add(_rule(), self.summary, beside(self.start), _rule())
        self.add(Words("Contacts on the roll", Kind.STRONG), self._contacts)

    def show_pupil(self, card: PupilCard) -> None:
        """Show a pupil."""
        self._head.show_pupil(card)
        self.start.setAccessibleName(f"Start writing about {card.name}")
        empty(self._contacts)
        for contact in card.contacts:
            self._contacts.addWidget(_contact(contact))
        if not card.contacts:
            self._contacts.addWidget(Words("None. They can be typed in the draft.", Kind.QUIET))

    def _add_forms(self, forms: tuple[Form, ...]) -> None:
        if len(forms) == 1:
            self.add(Words(forms[0].title), Words(forms[0].intro, Kind.QUIET))
            return
        group = QButtonGroup(self)
        for form in forms:
            radio = Radio(form.title, note=form.intro, tile=True)
            radio.clicked.connect(self._chooses(form.key))
            group.addButton(radio)
            self.forms[form.key] = radio
            self.add(radio)
        self.forms[forms[0].key].setChecked(True)

    def _chooses(self, key: str) -> Callable[[], None]:
        return lambda: self.form_chosen.emit(key)


def _contact(contact: ContactLine) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.medium)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Words(contact.rank, Kind.QUIET, wraps=False), 0, 0)
    who = f"{contact.name}, {contact.relationship}" if contact.relationship else contact.name
    grid.addWidget(Words(who), 0, 1)
    grid.addWidget(Words(" · ".join(contact.details), Kind.QUIET), 1, 1)
    if contact.care:
        grid.addWidget(Words(contact.care, Kind.WARN), 2, 1)
    return made


def _rule() -> QWidget:
    rule = Panel("plain")
    rule.setProperty("rule", True)
    return rule
