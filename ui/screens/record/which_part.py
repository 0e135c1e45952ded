"""Which paper is wanted, and for whom. Makes none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit

from ui.screens.record.words import FOR_WHOM, FOR_WHOM_HINT, LABELS, Which
from ui.style.tokens import SPACE
from ui.widgets.choice import Radio
from ui.widgets.panel import Panel
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words


class WhichPart(Panel):
    """The choice of a paper.

    Signals:
        chosen: Another paper; carries a ``Which``.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.radios: dict[Which, Radio] = {}
        self._group = QButtonGroup(self)
        self.add(Words("Which paper?", Kind.HEADING))
        for one in Which:
            label, note = LABELS[one]
            radio = Radio(label, note=note)
            self._group.addButton(radio)
            self.radios[one] = radio
            self.add(radio)
        self.radios[Which.REFERRAL].setChecked(True)
        self.whom = QLineEdit()
        self.add(SPACE.small, Question(FOR_WHOM, self.whom, hint=FOR_WHOM_HINT, optional=True))
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def which(self) -> Which:
        """The paper that is chosen."""
        marked = (one for one, radio in self.radios.items() if radio.isChecked())
        return next(marked, Which.REFERRAL)

    def _on_toggled(self, _: object, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if on:
            self.chosen.emit(self.which)
