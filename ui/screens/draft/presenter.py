"""The draft's presenter: takes what the writer does to the session, and tells what moved.

Never touches a widget and never redraws: the screen listens. Holds no rule of safeguarding; the
checks come in as one function. A keystroke costs one edit and two look-ups; checking waits for a
pause. A referral that is no draft, such as a sealed one, takes no edit at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from ffd_desktop.app.attaching import attach
from ffd_desktop.app.desk import OpenDraft
from ffd_desktop.councils.conditions import holds
from ffd_desktop.councils.forms import Field, Form, Section
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.files import KeptFile
from ffd_desktop.drafting.ports import Clock, Place
from ffd_desktop.drafting.session import Changes, DraftSession
from ffd_desktop.drafting.taking_out import TakingOut, taking_out
from ffd_desktop.referral.answers import NotKnown, Reason, is_answered
from ffd_desktop.referral.commenting import is_comment
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.paths import UnknownPath, read
from ffd_desktop.referral.people import Item
from ffd_desktop.roll.offers import Offer
from ui.editors.context import AddressAnswer, EditorContext, Spelling
from ui.lanes import Submits
from ui.saving import Left, Saver
from ui.screens.draft.addresses import address_edits
from ui.screens.draft.checking import Checked, Checker
from ui.screens.draft.comments.commenting import Commenting
from ui.screens.draft.context import context_of
from ui.screens.draft.fixed import is_fixed
from ui.screens.draft.ports import DraftDesk
from ui.screens.draft.watching import Watching

if TYPE_CHECKING:
    from ui.screens.draft.bring_in.joined import BringIn

CHECK_MS = 150


class DraftPresenter(QObject):
    """One open draft.

    Signals:
        moved: Answers changed otherwise than by the editor that shows them; carries ``Changes``.
        answered: One answer was changed by its own editor; carries its path.
        shown_moved: Questions may have appeared or vanished; carries a frozenset of field keys.
        checked: The checks have looked again; carries ``Checked``.
        went: An undo, a redo or something added moved the writer; carries the path to show.
        said: Words to show and speak, such as what was taken out.
        leaving: The writer is about to leave: whatever else is under way stops.
    """

    moved = Signal(object)
    answered = Signal(str)
    shown_moved = Signal(object)
    checked = Signal(object)
    went = Signal(str)
    said = Signal(str)
    leaving = Signal()

    def __init__(
        self,
        draft: OpenDraft,
        *,
        pack: Pack,
        form: Form,
        check: Checker,
        lane: Submits,
        desk: DraftDesk,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.form = form
        self.pack = pack
        self.clock = clock
        self.findings = Checked()
        self.guidance_beside = False
        self.bring_in: BringIn | None = None
        self.spelling: Spelling | None = None
        self.is_fixed = is_fixed(draft.state, form)
        self._session = DraftSession(draft.referral, monotonic=clock.monotonic)
        self._check, self._lane, self._desk = check, lane, desk
        self._place = draft.place
        self._watching = Watching(form)
        offers = () if self.is_fixed else draft.offers
        self._offers = {one.path: one for one in offers}
        self.saver = Saver(self._session, draft.referral.id, lane=lane, desk=desk)
        self.saver.setParent(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.check_now)
        self.comments = Commenting(self, draft)
        self._name_files(draft.unnamed)

    # ---- what stands -------------------------------------------------------------------------

    @property
    def referral(self) -> Referral:
        """The referral as it stands now, saved or not."""
        return self._session.referral

    @property
    def place(self) -> Place:
        """Where the writer was last, as far as it was noted."""
        return self._place

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._session.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._session.can_redo

    def value(self, path: str) -> object:
        """Give the answer at a path; ``None`` when its item is not there (yet, or any more)."""
        try:
            return read(self.referral, path)
        except UnknownPath:
            return None

    def origin(self, path: str) -> Origin | None:
        """Tell where a prefilled answer came from; ``None`` once a person wrote or confirmed it."""
        return self.referral.origins.get(path)

    def offer(self, path: str) -> Offer | None:
        """Give what the roll now says otherwise; only while the answer is still the roll's."""
        found = self._offers.get(path)
        stands = self.origin(path) is not None and found is not None
        return found if stands and found is not None and self.value(path) != found.value else None

    def context(self) -> EditorContext:
        """Gather what editors may choose from as things stand."""
        made = context_of(self.referral, self.pack, today=self.clock.now().date())
        return msgspec.structs.replace(made, spelling=self.spelling)

    def is_shown(self, field: Field, item: Item | None = None) -> bool:
        """Tell whether a question is asked as things stand."""
        return holds(field.shown_when, self.referral, item)

    # ---- what the writer does ----------------------------------------------------------------

    def edited(self, path: str, value: object) -> None:
        """Take a new value from the editor that shows it."""
        if self._do(*self._edits(path, value)).paths:
            self.answered.emit(path)

    def begun(self, item: str, starts_as: Mapping[str, object], path: str, value: object) -> None:
        """Take the first answer about an item that is not there yet, and add the item with it."""
        if is_answered(value):
            attribute = path.removeprefix(f"{item}.")
            self._do(put(item, {**starts_as, attribute: value}))
            self.answered.emit(path)

    def not_known(self, path: str, reason: Reason) -> None:
        """Answer honestly that there is no value, and why."""
        self.edited(path, NotKnown(reason))

    def confirm(self, path: str) -> None:
        """Keep a prefilled answer as the writer's own."""
        changes = self._do(put(path, self.value(path)))
        if changes.paths:
            self.moved.emit(changes)

    def take_offer(self, path: str) -> None:
        """Put what the roll now says in the place of what it said; undo gives it back."""
        offer = self.offer(path)
        if offer is not None:
            self.do(*offer.edits)

    def do(self, *edits: Edit) -> None:
        """Do several edits as one step of undo, and show what moved."""
        changes = self._do(*edits)
        if changes.paths:
            self.moved.emit(changes)

    def do_and_say(self, words: str, *edits: Edit) -> None:
        """Do several edits as one step of undo, and say what they did."""
        if not self.is_fixed:
            self.do(*edits)
            self.said.emit(words)

    def left_field(self) -> None:
        """Close the step of undo and save at once."""
        self._session.end_step()
        self.saver.save_now()

    def add_item(self, section: Section) -> str:
        """Add an item to a section that repeats; give its id."""
        made = new_id()
        self.do(put(f"{section.repeats}[{made}]", {"id": made, **section.new_item}))
        return made

    def take_out(self, section: Section, item_id: str, name: str) -> None:
        """Take an item out, with what belongs to it, as one step that undo gives back."""
        going = taking_out(self.referral, section.repeats, item_id)
        self.do_and_say(taken_out_words(name, going), *going.edits)

    def undo(self) -> None:
        """Take back the last step and show where it was."""
        self._travelled(self._session.undo)

    def redo(self) -> None:
        """Do the last undone step again and show where it was."""
        self._travelled(self._session.redo)

    # ---- checking, leaving -------------------------------------------------------------------

    def check_now(self) -> None:
        """Look at the whole referral again; speaks only when something is different."""
        self._pause.stop()
        now = self._check(self.referral)
        if now != self.findings:
            self.findings = now
            self.checked.emit(now)

    def remember(self, place: Place) -> None:
        """Keep where the writer is; a failure loses no word and is not spoken of."""
        if place == self._place:
            return
        self._place = place
        referral_id = self.referral.id
        self._lane.submit(
            self,
            lambda: self._desk.remember_place(referral_id, place),
            lambda _done: None,
            lambda _problem: None,
        )

    def leave(self, left: Left) -> None:
        """Make everything durable, then call ``left``.

        While a write fails, ``left`` is not called: ``saver.not_left`` tells the problem, the
        words stay here, and writing is tried again every few seconds until it works. ``stay``
        gives up leaving, never the words.
        """
        self.leaving.emit()
        self._session.end_step()
        self._pause.stop()
        self.saver.leave(left)

    def _name_files(self, files: tuple[KeptFile, ...]) -> None:
        """Name files that came in just before the program was killed, and were never named."""
        for file in files:
            self._do(*attach(file, referral=self.referral))

    def _edits(self, path: str, value: object) -> tuple[Edit, ...]:
        if isinstance(value, AddressAnswer):
            return address_edits(self.referral, path, value)
        empties = value == "" and not is_comment(path)
        return (put(path, None if empties else value),)

    def _do(self, *edits: Edit) -> Changes:
        if self.is_fixed:
            return Changes()
        changes = self._session.apply(*edits)
        self._after(changes)
        return changes

    def _travelled(self, travel: Callable[[], Changes]) -> None:
        changes = travel()
        if not changes.paths:
            return
        self._after(changes)
        self.moved.emit(changes)
        self.went.emit(changes.paths[0])

    def _after(self, changes: Changes) -> None:
        if not changes.paths:
            return
        touched = frozenset[str]().union(*map(self._watching.touched_by, changes.paths))
        if touched:
            self.shown_moved.emit(touched)
        self.saver.edited()
        self._pause.start(CHECK_MS)


def taken_out_words(name: str, going: TakingOut) -> str:
    """Say what was taken out and what went with it."""
    ties = going.relationships
    with_it = f", with {ties} {'relationship' if ties == 1 else 'relationships'}" if ties else ""
    return f"{name} was taken out{with_it}. Nothing is lost: undo brings it back."
