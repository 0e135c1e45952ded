"""Where the vault would be kept, shown only when something speaks against it. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.app.where import Place
from ui.screens.setup.answers import Answers, Slip
from ui.screens.setup.boxes import SetUpPage
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.choice import Tick
from ui.widgets.concern_list import ConcernList
from ui.widgets.focus import give_focus
from ui.widgets.panel import beside, fill
from ui.widgets.words import Kind, Words

ARRANGED = "Your IT support set this folder for this computer. Show them this page."
AGREE = "I have read this. Keep the vault in this folder all the same."


class PlacePage(SetUpPage):
    """The folder, what speaks against it, another folder, or this one all the same.

    Signals:
        another: Another folder is wanted; the dialog is still to be shown.
        usual: The usual folder of this computer is wanted.
    """

    another = Signal()
    usual = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.concerns = ConcernList()
        self.use_usual = Button("Use the usual folder on this computer", does=self.usual.emit)
        self.choose = Button(
            "Choose another folder …", does=self.another.emit, says="Choose another folder"
        )
        self.arranged = Words(ARRANGED)
        self.agree = Tick(AGREE, tile=True)
        self.agree.clicked.connect(lambda on: self.typed.emit("place_agreed", on))
        self._slip = Words("", Kind.ALARM)
        self._slip.hide()
        fill(self.column, self.concerns, self.arranged, beside(self.use_usual, self.choose))
        fill(self.column, SPACE.tight, self._slip, self.agree)

    def show_place(self, place: Place) -> None:
        """Show a folder and what speaks against it."""
        self.concerns.show_concerns(str(place.folder), place.concerns)
        self.arranged.setVisible(place.is_arranged)
        self.choose.setVisible(not place.is_arranged)
        self.use_usual.setVisible(not place.is_arranged and place.folder != place.usual)
        self.agree.setVisible(not place.is_impossible)

    def fill(self, answers: Answers) -> None:
        """Show whether it was agreed to before."""
        self.agree.setChecked(answers.place_agreed)

    def first(self) -> QWidget | None:
        """Start at the better choice."""
        shown = (one for one in (self.use_usual, self.choose, self.agree) if not one.isHidden())
        return next(shown, None)

    def show_slips(self, slips: Sequence[Slip]) -> None:
        """Say what to do before going on."""
        self._slip.say(slips[0].words if slips else "")
        first = self.first()
        if slips and first is not None:
            give_focus(self.agree if not self.agree.isHidden() else first)
