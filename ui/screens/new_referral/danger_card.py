"""The first question: is a child in immediate danger now? Brings the numbers, never blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.screens.new_referral.choices import Danger
from ui.widgets.choice import Radio
from ui.widgets.flow import Flow
from ui.widgets.live_numbers import LiveNumbers, Whom
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

_QUESTION = "Is a child in immediate danger now?"
_AFTERWARDS = (
    "Phone first. The writing can wait. Start the draft below when you are ready: from then on "
    "every word is kept."
)


class DangerCard(Panel):
    """Yes, No, Not sure; the numbers come at once for the first and the last.

    Signals:
        answered: A ``Danger``.
    """

    answered = Signal(object)

    def __init__(self, whom: Whom) -> None:
        super().__init__()
        self.radios: dict[Danger, Radio] = {}
        self.group = QButtonGroup(self)
        row = QWidget()
        flow = Flow(row)
        for danger in Danger:
            radio = Radio(danger.value, tile=True)
            radio.setAccessibleDescription(_QUESTION)
            radio.toggled.connect(self._answers(danger))
            self.group.addButton(radio)
            self.radios[danger] = radio
            flow.addWidget(radio)
        self.advice = Words(_AFTERWARDS, Kind.STRONG)
        self.numbers = LiveNumbers(whom)
        self.add(Words(_QUESTION, Kind.HEADING), row, self.advice, self.numbers)
        self.show_numbers(shown=False)

    def show_numbers(self, *, shown: bool) -> None:
        """Show or hide whom to phone."""
        self.advice.setVisible(shown)
        self.numbers.setVisible(shown)
        self.become("alarm" if shown else "plain")

    def _answers(self, danger: Danger) -> Callable[[bool], None]:
        def toggled(on: bool) -> None:  # noqa: FBT001 - Qt's signal
            if on:
                self.answered.emit(danger)

        return toggled
