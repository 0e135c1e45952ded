"""The family as a picture beneath the sections it is made of, redrawn as the writer goes on.

Draws what the exporters make of the referral; decides nothing. It is drawn a moment after the last
change, never for each key, and not at all while nobody can see it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Form, Section
from ffd_desktop.drafting.session import Changes
from ffd_desktop.exporting.family_picture import shown_picture
from ffd_desktop.exporting.pictures.family.heights import LETTERS
from ffd_desktop.exporting.wording import Wording
from ui.screens.draft.items import home_section
from ui.screens.draft.presenter import DraftPresenter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import beside
from ui.widgets.picture import Picture
from ui.widgets.rows import column
from ui.widgets.showing import show_or_hide
from ui.widgets.words import Kind, Words

TITLE: Final = "The family as a picture"
NOBODY: Final = "As soon as two people are named, the family is drawn here."
LOOK: Final = "See the family as a picture"
PRINT: Final = "Print the family picture …"
DRAW_MS: Final = 250
_MADE_OF: Final = ("children", "people", "relationships", "partnerships", "sibling_ties")
_LISTS: Final = (*_MADE_OF, "addresses")


def is_drawn_beneath(section: Section, form: Form) -> bool:
    """Tell whether the picture belongs beneath a section: where its people and ties are entered."""
    return section.repeats in _MADE_OF and home_section(form, section) is section


class FamilyPicture(QWidget):
    """A heading, the picture with its words, and a button that prints it.

    ``link`` leads here from the top of the page.

    Signals:
        print_wanted: Print the picture alone.
    """

    print_wanted = Signal()

    def __init__(self, presenter: DraftPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._is_stale, self._is_drawn = True, False
        self._nobody = Words(NOBODY, Kind.HINT)
        self.picture = Picture("Family picture")
        self.print_button = Button(
            PRINT, does=self.print_wanted.emit, says="Print the family picture"
        )
        self.link = Button(LOOK, "link", does=self._look)
        self.link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to the work, then here
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._draw)
        inside = column(self, gap=SPACE.small)
        inside.addSpacing(SPACE.large)
        for part in (Words(TITLE, Kind.HEADING), self._nobody, self.picture):
            inside.addWidget(part)
        inside.addLayout(beside(self.print_button))
        presenter.answered.connect(self._on_answered)
        presenter.moved.connect(self._on_moved)

    @property
    def is_waiting(self) -> bool:
        """Whether something changed a moment ago and is not drawn yet."""
        return self._due.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is there as soon as the page has its width, so that it has its height."""
        super().showEvent(event)
        self._due.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw anew once somebody looks, if the picture is not that of now."""
        super().paintEvent(event)
        if self._is_stale and not self._due.isActive():
            self._put_off()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._put_off()

    def _look(self) -> None:
        """Go to the picture; what takes the focus is scrolled into view."""
        self.picture.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_off(self) -> None:
        """Draw a moment after the last change."""
        self._is_stale = True
        self._due.start(DRAW_MS if self._is_drawn else 0)

    def _on_answered(self, path: str) -> None:
        if path.startswith(_LISTS):
            self._put_off()

    def _on_moved(self, changes: Changes) -> None:
        if changes.shape or any(path.startswith(_LISTS) for path in changes.paths):
            self._put_off()

    def _draw(self) -> None:
        if not self._is_stale or (self._is_drawn and self.visibleRegion().isEmpty()):
            return
        self._is_stale, self._is_drawn = False, True
        presenter = self._presenter
        today = presenter.clock.now().date()
        wording = Wording(presenter.referral, presenter.pack, today)
        figure = shown_picture(wording, self.picture.room(LETTERS))
        show_or_hide(self._nobody, on=figure is None)
        for part in (self.picture, self.print_button, self.link):
            show_or_hide(part, on=figure is not None)
        if figure is not None:
            self.picture.show_figure(figure)
