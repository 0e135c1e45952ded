"""The draft screen: sections at the left, one of them in the middle, help at the right.

Joins the presenter to the panes and holds no answer itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent

from ffd_desktop.app.desk import OpenDraft
from ffd_desktop.checking.finding import Finding
from ffd_desktop.checking.passages import Memory
from ffd_desktop.drafting.ports import Place
from ffd_desktop.drafting.session import Changes
from ffd_desktop.referral.answers import NotKnown
from ui.destinations import ToCheck, ToShelf
from ui.editors.field_row import FieldRow
from ui.later import later
from ui.saving import Saving
from ui.saving_shown import show_saving
from ui.screen import Screen
from ui.screens.draft.arranging import SAYS_DANGER, DraftPanes
from ui.screens.draft.bring_in.joined import BringIn
from ui.screens.draft.checking import Checked, checker
from ui.screens.draft.comments.joined import Comments
from ui.screens.draft.context import touches_context
from ui.screens.draft.find_in_draft import FindInDraft
from ui.screens.draft.fixed import why_fixed
from ui.screens.draft.focus_follower import FocusFollower
from ui.screens.draft.keys import bind
from ui.screens.draft.leaving import Leaving
from ui.screens.draft.middle import Middle
from ui.screens.draft.other_pupils import OtherPupils
from ui.screens.draft.panes import Panes
from ui.screens.draft.papers_out import PapersOut
from ui.screens.draft.ports import Tools
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.questions import show_help
from ui.screens.draft.whereabouts import first_spot, spot_of
from ui.widgets.rows import column

CONTEXT_MS = 250
PLACE_MS = 2000
DANGER, CONSENT = "concern.immediate_danger", "consent.decision"


class DraftScreen(Screen):
    """A referral being written."""

    title = "Draft"

    def __init__(
        self, draft: OpenDraft, tools: Tools, *, section: str = "", path: str = ""
    ) -> None:
        super().__init__()
        form = tools.form
        memory = Memory()
        self.presenter = presenter = DraftPresenter(
            draft,
            pack=tools.pack,
            form=form,
            check=checker(form, tools.pack, tools.clock, memory),
            lane=tools.vault_lane,
            desk=tools.desk,
            clock=tools.clock,
        )
        self._goal = (section, path)
        self._section = self._path = ""
        self.middle = Middle(self.presenter, tools)
        panes = DraftPanes(form, tools.pack, self.middle)
        self.panes, self.header, self.find_bar = panes, panes.header, panes.find_bar
        self.not_saved, self.done, self.notice = panes.not_saved, panes.done, panes.notice
        self.sections, self.side = panes.sections, panes.side
        column(self).addWidget(panes)
        panes.show_fixed(why_fixed(draft.state, draft.sealed) if presenter.is_fixed else None)
        self.header.show_sealed(draft.sealed)
        self.header.is_restricted = draft.is_restricted
        out = PapersOut(self, tools, panes, referral=lambda: presenter.referral)
        self.papers = out.actions
        self._context_due = later(self, CONTEXT_MS, self._refresh_context)
        self.bring_in = BringIn(presenter, panes, tools)
        self._boxes = (self.middle, self.find_bar, self.bring_in)
        self._leaving = Leaving(self, self.middle, tools.vault_lane)
        self._place_due = later(self, PLACE_MS, self._remember)
        self._focus = FocusFollower(self.middle)
        self.comments = Comments(self, self._focus)
        self._finding = FindInDraft(
            self.find_bar,
            self.presenter,
            near=lambda: self._section,
            show=self._show_answer,
            back=self._focus_back,
        )
        self._stops = Panes((self.header, self.sections, self.middle, self.side))
        self._listen()
        OtherPupils(presenter, memory, tools)
        self.side.to_put_right.serve(presenter)
        self.presenter.check_now()
        self.header.show_referral(self.presenter.referral)

    # ---- what the shell asks -----------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Come with the first section."""
        self._begin()
        super().showEvent(event)

    def entered(self) -> None:
        """Put the caret where the writer was, or where a link led."""
        self._begin()
        section, path = self._goal
        place = self.presenter.place
        wanted = path or ("" if section else place.path)
        if self.presenter.is_fixed:
            self._show_answer(wanted)
            self.sections.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = self.go_to(wanted) if wanted else None
        if row is None:
            self.middle.focus_start()
        elif not path:
            row.set_caret(place.caret)

    def leave(self, left: Callable[[], None]) -> None:
        """Make every word durable, then call ``left``.

        While a write fails ``left`` is not called and ``not_left`` tells why, each time; writing
        is tried again every few seconds, and ``left`` is called as soon as it works. A shell that
        locks covers the words and keeps the vault open until then; ``stay`` gives up leaving.
        Once ``left`` is called nothing more can be typed here, for it could not be kept, until it
        is certain that the screen is not taken away.
        """
        self._remember()
        self.presenter.leave(lambda: self._leaving.let_go(left))

    def half_typed(self) -> Mapping[str, object]:
        """Give what is looked for, and rows that wait to be brought in; all else is saved."""
        return {key: one for part in self._boxes for key, one in part.half_typed().items()}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show the words that were looked for, and the rows that wait."""
        for part in self._boxes:
            part.put_back(typed)

    def stay(self) -> None:
        """Give up leaving; the words stay and saving goes on."""
        self.presenter.saver.stay()
        self._leaving.stay()

    # ---- going about -------------------------------------------------------------------------

    @property
    def section(self) -> str:
        """The key of the section that is shown."""
        return self._section

    def show_section(self, key: str, item: str = "") -> None:
        """Show a section, with an item of it open; what was typed before is saved at once."""
        self.panes.show_panes()
        if key == self._section:
            return
        self.presenter.left_field()
        self._focus.forget()
        self._path = ""
        self._section = key
        section = self.presenter.form.section(key)
        self.middle.show_section(section, self.presenter.context(), item)
        self.sections.show_section(key)
        self.side.guidance.show_section(section)
        self.side.show_findings(self.presenter.findings.findings, key)
        self._show_danger()
        self._place_due.start()

    def go_to(self, path: str) -> FieldRow | None:
        """Show the answer at a path and put the focus on it."""
        row = self._show_answer(path)
        if row is not None:
            row.focus_in_editor()
        return row

    def next_section(self, step: int) -> None:
        """Go to the next section, or the one before, with the focus in it."""
        keys = [section.key for section in self.presenter.form.sections]
        at = keys.index(self._section) + step
        if 0 <= at < len(keys):
            self.show_section(keys[at])
            self.middle.focus_start()

    def _show_answer(self, path: str) -> FieldRow | None:
        spot = spot_of(self.presenter.form, self.presenter.referral, path)
        if spot is None:
            return None
        self.show_section(spot.section, spot.item)
        page = self.middle.page
        row = page.go_to(spot.item, spot.path) if page is not None else None
        if row is not None:
            QTimer.singleShot(0, row, lambda: self.middle.view.reveal(row))
        return row

    def _focus_back(self) -> None:
        row = self._focus.row
        if row is not None:
            row.focus_in_editor()
        else:
            self.middle.focus_start()

    # ---- what the presenter tells ------------------------------------------------------------

    def _on_moved(self, changes: Changes) -> None:
        if touches_context(changes.paths):
            self._refresh_context()
        if self.middle.page is not None:
            self.middle.page.show_moved(changes)
        self._after(changes.paths)

    def _on_answered(self, path: str) -> None:
        if touches_context((path,)):
            self._context_due.start()
        if self.middle.page is not None:
            self.middle.page.show_answered(path)
        self._after((path,))

    def _after(self, paths: tuple[str, ...]) -> None:
        if any(path.startswith(SAYS_DANGER) for path in paths):
            self._show_danger()
        if CONSENT in paths:
            self.header.show_referral(self.presenter.referral)
        self.done.clear()
        self._place_due.start()

    def _on_shown_moved(self, keys: frozenset[str]) -> None:
        if self.middle.page is not None:
            self.middle.page.show_asked(keys)

    def _on_checked(self, checked: Checked) -> None:
        self.sections.rows.show_states(checked.states)
        self.side.show_findings(checked.findings, self._section)

    def _on_saving(self, saving: Saving) -> None:
        show_saving(saving, self.header.saved, self.not_saved)

    def _refresh_context(self) -> None:
        self._context_due.stop()
        self.header.show_referral(self.presenter.referral)
        if self.middle.page is not None:
            self.middle.page.set_context(self.presenter.context())

    def _show_danger(self) -> None:
        answer = self.presenter.value(DANGER)
        danger = answer is True or isinstance(answer, NotKnown)
        asked = self.middle.asked()
        here = asked is not None and asked.asks(DANGER)
        self.middle.show_numbers(shown=danger and here)
        self.panes.show_danger(self.presenter.referral if danger and not here else None)

    # ---- what the writer does ----------------------------------------------------------------

    def _on_followed(self, finding: Finding) -> None:
        if self.go_to(finding.path) is None and finding.section:
            self.show_section(finding.section)
            self.middle.focus_start()

    def _on_wanted(self, key: str) -> None:
        self.show_section(key)
        self.middle.focus_start()

    def _on_came(self, row: FieldRow) -> None:
        self._path = self.middle.path_of(row)
        self.side.guidance.show_field(row.field, self.presenter.form.section(self._section))
        self._place_due.start()

    def _remember(self) -> None:
        self._place_due.stop()
        caret = self.middle.caret_at(self._path)
        self.presenter.remember(Place(self._section, self._path, caret))

    # ---- numbers, papers, panes --------------------------------------------------------------

    def _toggle_numbers(self) -> None:
        self.panes.show_panes()
        card = self.middle.show_numbers(shown=not self.middle.shows_numbers)
        if card is not None and not card.isHidden():
            self.middle.view.verticalScrollBar().setValue(0)

    def _on_side_moved(self, beside: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.presenter.guidance_beside = beside
        for row in self.middle.findChildren(FieldRow):
            show_help(row, on=not beside)

    # ---- making ------------------------------------------------------------------------------

    def _listen(self) -> None:
        presenter, header, panes = self.presenter, self.header, self.panes
        panes.side_moved.connect(self._on_side_moved)
        presenter.moved.connect(self._on_moved)
        presenter.answered.connect(self._on_answered)
        presenter.shown_moved.connect(self._on_shown_moved)
        presenter.checked.connect(self._on_checked)
        presenter.went.connect(self.go_to)
        presenter.said.connect(lambda words: self.done.tell("note", words, action="Undo"))
        presenter.saver.moved.connect(self._on_saving)
        presenter.saver.not_left.connect(self.not_left)
        self.not_saved.pressed.connect(presenter.saver.save_now)
        panes.danger.pressed.connect(self._toggle_numbers)
        self.done.pressed.connect(presenter.undo)
        self.sections.chosen.connect(self.show_section)
        self.middle.stepped.connect(self.next_section)
        self.middle.wanted.connect(self._on_wanted)
        self.side.followed.connect(self._on_followed)
        self.side.all_wanted.connect(self._to_check)
        self._focus.came.connect(self._on_came)
        header.back.clicked.connect(lambda: self.wants(ToShelf()))
        header.check.clicked.connect(self._to_check)
        header.find_button.clicked.connect(self.find_bar.open_bar)
        header.numbers.clicked.connect(self._toggle_numbers)
        header.help.clicked.connect(panes.toggle_side)
        bind(self, self._acts())

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "undo": self.presenter.undo,
            "redo": self.presenter.redo,
            "redo_too": self.presenter.redo,
            "find": self.find_bar.open_bar,
            "next_section": lambda: self.next_section(1),
            "previous_section": lambda: self.next_section(-1),
            "next_pane": lambda: self._stops.step(1),
            "previous_pane": lambda: self._stops.step(-1),
            "numbers": self._toggle_numbers,
            "save": self.presenter.left_field,
        }

    def _to_check(self) -> None:
        self.wants(ToCheck(self.presenter.referral.id))

    def _begin(self) -> None:
        """Show the first section once this screen stands in the window.

        Qt dresses every widget anew that moves with its parent: built here, it is dressed once.
        """
        if not self._section:
            section, path = self._goal
            form, place = self.presenter.form, self.presenter.place
            path = path or ("" if section else place.path)
            spot = spot_of(form, self.presenter.referral, path) if path else None
            spot = spot or first_spot(form, section, place.section)
            self.show_section(spot.section, spot.item)
