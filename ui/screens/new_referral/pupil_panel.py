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
from ui.widgets.panel import Panel, beside, empty, fill
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
        self.name = Words("", Kind.HEADING)
        self.about = Words("", Kind.BODY)
        self.upn = Words("", Kind.QUIET)
        self.home = Words("", Kind.BODY)
        self.start = Button("Start writing", "primary")
        self.start.setProperty("size", "big")
        self.summary = Words("", Kind.QUIET)
        self._cares = QVBoxLayout()
        self._cares.setSpacing(SPACE.small)
        self.kin = KinList()
        self._contacts = QVBoxLayout()
        self._contacts.setSpacing(SPACE.medium)
        self.forms: dict[str, Radio] = {}
        who = QVBoxLayout()
        who.setSpacing(SPACE.hair)
        fill(who, self.name, self.about, self.upn)
        self.add(who, self.home, self._cares, _rule(), self.kin, _rule())
        self.add(Words("Form", Kind.STRONG))
        self._add_forms(forms)
        self.add(_rule(), self.summary, beside(self.start), _rule())
        self.add(Words("Contacts on the roll", Kind.STRONG), self._contacts)

    def show_pupil(self, card: PupilCard) -> None:
        """Show a pupil."""
        self.name.setText(card.name)
        called = f"Known as {card.known_as} · " if card.known_as else ""
        self.about.setText(f"{called}{_born(card.born)}")
        self.upn.setText(card.details)
        self.home.setText(card.home)
        self.start.setAccessibleName(f"Start writing about {card.name}")
        empty(self._cares)
        for care in card.cares:
            warning = Panel("warn")
            warning.add(Words(care))
            self._cares.addWidget(warning)
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


def _born(born: str) -> str:
    return f"Born {born}" if born[:1].isdigit() else born


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
