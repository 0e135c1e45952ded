"""A button for each number of the card, to note with one press that it was phoned just now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.calling import note_call
from ffd_desktop.referral.ids import new_id
from ui.screens.draft.danger_page import asks_about_the_call
from ui.screens.draft.presenter import DraftPresenter
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

if TYPE_CHECKING:
    from ffd_desktop.councils.hours import NumberCard, NumberLine

CALLS = "calls"
TITLE = "Note a call"
INTRO = "Press the number when you have phoned it: number and time are written down for you."


class CallNotes(Panel):
    """The numbers of the card as buttons; a press writes the call down and goes to it."""

    def __init__(self, presenter: DraftPresenter, whom: Callable[[], NumberCard]) -> None:
        super().__init__("plain")
        self._presenter = presenter
        card = whom()
        self.buttons = {
            line.key: self._button(line) for line in (card.danger, card.now, card.other)
        }
        self.add(Words(TITLE, Kind.STRONG), Words(INTRO, Kind.HINT))
        for button in self.buttons.values():
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _button(self, line: NumberLine) -> Button:
        words = f"{line.phone}: {line.name}"
        says = f"Note that {line.name}, {line.phone}, was phoned just now"
        return Button(words, says=says, does=lambda: self._note(line))

    def _note(self, line: NumberLine) -> None:
        presenter = self._presenter
        noted = note_call(presenter.referral, line, presenter.clock.now(), new_id())
        presenter.do_and_say(noted.words, *noted.edits)
        presenter.left_field()
        presenter.went.emit(noted.path)


def notes_calls(section: Section) -> bool:
    """Tell whether calls are written down in a section."""
    return section.repeats == CALLS or asks_about_the_call(section)
