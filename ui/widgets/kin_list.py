"""Possible brothers and sisters, each with its reasons and a choice of three. Chooses nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.style.tokens import SPACE
from ui.widgets.choice import Radio
from ui.widgets.flow import Flow
from ui.widgets.kin import CHOICE_WORDS, Choice, KinLine
from ui.widgets.panel import Panel, empty, fill
from ui.widgets.words import Kind, Words


class KinList(QWidget):
    """The children whom the roll connects with the pupil.

    Signals:
        decided: A child's key and the ``Choice``.
    """

    decided = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.radios: dict[tuple[str, Choice], Radio] = {}
        self.words = Words("", Kind.QUIET)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.small)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        fill(column, Words("Possible brothers and sisters", Kind.STRONG), self.words, self._rows)

    def show_kin(self, kin: tuple[KinLine, ...], words: str) -> None:
        """Show the children; ``words`` when there are none."""
        empty(self._rows)
        self.radios = {}
        self.words.say(words or _EXPLAINED)
        for one in kin:
            self._rows.addWidget(self._row(one))

    def _row(self, kin: KinLine) -> Panel:
        card = Panel("sunken", gap=SPACE.tight)
        group = QButtonGroup(card)
        choices = QWidget()
        flow = Flow(choices, gap=SPACE.large)
        for choice, words in CHOICE_WORDS.items():
            radio = Radio(words)
            radio.setAccessibleName(f"{kin.name}: {words}")
            radio.toggled.connect(self._decides(kin.key, choice))
            group.addButton(radio)
            self.radios[kin.key, choice] = radio
            flow.addWidget(radio)
        card.add(Words(kin.name, Kind.STRONG), Words(kin.details, Kind.QUIET))
        card.add(Words(f"{kin.strength}: {'; '.join(kin.reasons)}."))
        if kin.care:
            card.add(Words(kin.care, Kind.WARN))
        card.add(SPACE.hair, choices)
        return card

    def _decides(self, key: str, choice: Choice) -> Callable[[bool], None]:
        def toggled(on: bool) -> None:  # noqa: FBT001 - Qt's signal
            if on:
                self.decided.emit(key, choice)

        return toggled


_EXPLAINED = "The roll does not know who is related. You decide; who is not decided is left out."
