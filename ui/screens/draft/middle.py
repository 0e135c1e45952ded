"""The middle pane: one section at a time, and the numbers above it when they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Section
from ui.editors.context import EditorContext
from ui.editors.field_row import FieldRow
from ui.lanes import Lane
from ui.screens.draft.attachments.at_hand import FilesAtHand
from ui.screens.draft.attachments.page import ATTACHMENTS, AttachmentsPage
from ui.screens.draft.body_map.page import BodyMapPage
from ui.screens.draft.call_notes import CallNotes, notes_calls
from ui.screens.draft.challenges_page import CHALLENGES, ChallengesPage
from ui.screens.draft.children_page import ChildrenPage
from ui.screens.draft.chronology.page import ChronologyPage
from ui.screens.draft.consent_page import ConsentPage, decides_consent
from ui.screens.draft.couples_page import PARTNERSHIPS, CouplesPage
from ui.screens.draft.danger_page import DangerPage, asks_about_the_call
from ui.screens.draft.family_picture import FamilyPicture, is_drawn_beneath
from ui.screens.draft.items_page import ItemsPage
from ui.screens.draft.levels.judging import JudgingPage, judges
from ui.screens.draft.levels.page import LevelsPage
from ui.screens.draft.open_case_page import OpenCasePage, asks_who_is_open
from ui.screens.draft.ports import Tools
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.questions import Questions
from ui.screens.draft.related_page import SIBLING_TIES, RelatedPage
from ui.screens.draft.schools_told_page import SCHOOLS_TOLD, SchoolsToldPage
from ui.screens.draft.section_page import PlainPage, SectionPage
from ui.screens.draft.spelling.helping import SpellingHelp
from ui.screens.draft.ties_page import TiesPage
from ui.screens.draft.whereabouts import EVENTS, INDICATORS, MARKS, RELATIONSHIPS
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.keep_in_view import KeepInView

WIDEST = 720
CHILDREN = "children"
_Make = Callable[[DraftPresenter, Section, EditorContext, str, QWidget], SectionPage]
_PAGES: Final[dict[str, _Make]] = {
    RELATIONSHIPS: TiesPage,
    PARTNERSHIPS: CouplesPage,
    SIBLING_TIES: RelatedPage,
    MARKS: BodyMapPage,
    EVENTS: ChronologyPage,
    INDICATORS: LevelsPage,
    SCHOOLS_TOLD: SchoolsToldPage,
    CHALLENGES: ChallengesPage,
}


class Middle(QWidget):
    """Holds the page of the section that is shown, and no other.

    Signals:
        stepped: Go to the next section (1) or the one before (-1).
        wanted: Go to another section; carries its key.
        picture_wanted: Print the picture of the family.
    """

    stepped = Signal(int)
    wanted = Signal(str)
    picture_wanted = Signal()

    def __init__(self, presenter: DraftPresenter, tools: Tools) -> None:
        super().__init__()
        self._presenter = presenter
        self._tools = tools
        lanes = {"vault": tools.vault_lane, "work": tools.work_lane}
        self.files = FilesAtHand(presenter, tools.files, **lanes)
        self.spelling = SpellingHelp(
            self,
            presenter,
            tools.spelling,
            vault=Lane(tools.vault_lane, self),
            words=Lane(tools.words_lane, self),
            path_of=self.path_of,
        )
        presenter.spelling = self.spelling.watcher
        self._numbers: QWidget | None = None
        self.page: SectionPage | None = None
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column.setSpacing(SPACE.wide)
        self.view = KeepInView(self._inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.view)

    def show_section(self, section: Section, context: EditorContext, item: str = "") -> SectionPage:
        """Show a section afresh, with one of its items open if one is named."""
        old = self.page
        page = self._page_of(section, context, item)
        page.stepped.connect(self.stepped)
        page.wanted.connect(self.wanted)
        if is_drawn_beneath(section, self._presenter.form):
            drawn = FamilyPicture(self._presenter)
            drawn.print_wanted.connect(self.picture_wanted)
            page.above.addWidget(drawn.link, 0, Qt.AlignmentFlag.AlignLeading)
            page.beneath.addWidget(drawn)
        if notes_calls(section) and not self._presenter.is_fixed:
            around = page.above if section.repeats else page.beneath
            around.addWidget(CallNotes(self._presenter, self._tools.whom))
        self.page = page
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(page)
        page.show()
        self.view.verticalScrollBar().setValue(0)
        return page

    def asked(self) -> Questions | None:
        """Give the questions that stand open."""
        return self.page.asked() if self.page is not None else None

    def focus_start(self) -> None:
        """Put the focus where the section begins."""
        if self.page is not None:
            self.page.focus_start()

    def half_typed(self) -> Mapping[str, object]:
        """Give what stands on the page in boxes that are no answers."""
        here = self.page.half_typed() if self.page is not None else {}
        return {**({"page": here} if here else {}), **self.files.bringing.half_typed()}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Put such words back."""
        self.files.bringing.put_back(typed)
        here = typed.get("page")
        if isinstance(here, Mapping) and self.page is not None:
            self.page.put_back(here)

    def path_of(self, row: FieldRow) -> str:
        """Give the path of an answer that stands open; empty when it is not here."""
        asked = self.asked()
        rows = asked.rows if asked is not None else {}
        return next((path for path, one in rows.items() if one is row), "")

    def caret_at(self, path: str) -> int:
        """Give the caret's place in an answer that stands open; 0 when it is not here."""
        asked = self.asked()
        row = asked.rows.get(path) if asked is not None else None
        return row.caret() if row is not None else 0

    def show_numbers(self, *, shown: bool) -> QWidget | None:
        """Show the telephone numbers above the section, or put them away."""
        if self._numbers is None and shown:
            self._numbers = self._tools.numbers()
            self._column.insertWidget(0, self._numbers)
        if self._numbers is not None:
            self._numbers.setVisible(shown)
        return self._numbers

    @property
    def shows_numbers(self) -> bool:
        """Whether the numbers are in view."""
        return self._numbers is not None and not self._numbers.isHidden()

    def _page_of(self, section: Section, context: EditorContext, item: str) -> SectionPage:
        about = (self._presenter, section, context, item, self._inside)
        if section.repeats == CHILDREN:
            return ChildrenPage(*about, tools=self._tools)
        if section.repeats == ATTACHMENTS:
            return AttachmentsPage(*about, at_hand=self.files)
        if section.repeats:
            make = _PAGES.get(section.repeats, ItemsPage)
            return make(*about)
        return _plain(section)(self._presenter, section, context, self._inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines at a comfortable measure."""
        super().resizeEvent(event)
        room = self.width() - style_now().pixels(WIDEST)
        left = min(max(room // 2, SPACE.wide), SPACE.page + SPACE.wide)
        right = max(room - left, SPACE.wide)
        self._column.setContentsMargins(left, SPACE.page, right, SPACE.page)


def _plain(section: Section) -> type[PlainPage]:
    """Give the page of a section that is asked once."""
    if decides_consent(section):
        return ConsentPage
    if asks_about_the_call(section):
        return DangerPage
    if asks_who_is_open(section):
        return OpenCasePage
    return JudgingPage if judges(section) else PlainPage
