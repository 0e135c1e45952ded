"""A question whole: label, hint, editor, "Not known", where the answer came from, findings, help.

Shows and tells; it never stores, checks or refuses an answer.
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field, FieldKind
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.model import Origin
from ui.editors.base import Editor
from ui.editors.context import EditorContext
from ui.editors.finding_lines import FindingLine, FindingLines
from ui.editors.not_known import Absence, Reasons
from ui.editors.offer_mark import ROLL, OfferMark
from ui.editors.origin_mark import CareWords, OriginMark
from ui.editors.registry import make_editor
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.caption import Caption
from ui.widgets.collapsible_help import CollapsibleHelp
from ui.widgets.flow import Flow
from ui.widgets.rows import column
from ui.widgets.showing import show_or_hide
from ui.widgets.words import Kind, Words

_CLEARED_BY_KEYS = {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.DATE}


class FieldRow(QWidget):
    """One question of a form with all that belongs to it.

    Signals:
        edited: The new answer after a person changed it: a value, ``NotKnown`` or ``None``.
        left: The focus went elsewhere.
        confirmed: A filled-in answer was said to be right.
        took_offer: What was offered was taken.
        pointed: The pointer came over it.
        comments_wanted: The comments on it were asked for.
    """

    edited = Signal(object)
    left = Signal()
    confirmed = Signal()
    took_offer = Signal()
    pointed = Signal()
    comments_wanted = Signal()

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._answer: object = None
        self._is_fixed = False
        self._before_absence: object = None
        self.editor = make_editor(field, context, self)
        self.caption = Caption(label_words(field), _buddy(self.editor))
        self.help = _help(field)
        self._lay_out()
        self.caption.pressed.connect(self.focus_in_editor)
        self.editor.edited.connect(self._on_edited)
        self.editor.left.connect(self.left)
        self._show()

    # ---- parts that most questions never need are made when they are first asked for ---------

    @cached_property
    def findings(self) -> FindingLines:
        """What is to put right here."""
        made = FindingLines()
        self._put_above(self.care if self._has("care") else self.editor, made)
        return made

    @cached_property
    def care(self) -> CareWords:
        """Words of care beside a filled-in answer."""
        made = CareWords()
        self._put_above(self.editor, made)
        return made

    @cached_property
    def absence(self) -> Absence:
        """What stands in the editor's place when there is an honest absence."""
        made = Absence(self.field.label)
        made.change.connect(self.reasons.offer)
        made.answer.connect(self._on_answer_after_all)
        made.setEnabled(not self._is_fixed)
        self._put_above(self.reasons, made)
        return made

    @cached_property
    def reasons(self) -> Reasons:
        """The reasons why there is no answer."""
        made = Reasons(self.field.label)
        made.chosen.connect(self._on_reason)
        made.put_away.connect(self._on_put_away)
        self._put_above(self._foot, made)
        return made

    @cached_property
    def origin(self) -> OriginMark:
        """The mark of an answer that was filled in."""
        made = OriginMark(self.field.label)
        made.confirmed.connect(self._on_confirmed)
        made.setEnabled(not self._is_fixed)
        self._foot_line.addWidget(made)
        return made

    @cached_property
    def offer(self) -> OfferMark:
        """What could stand here instead."""
        made = OfferMark(self.field.label)
        made.taken.connect(self._on_offer_taken)
        self._put_above(self._foot, made)
        return made

    @cached_property
    def not_known_button(self) -> Button:
        """The way to an honest absence."""
        made = Button("Not known", "quiet", says=f"Not known: {self.field.label}")
        made.clicked.connect(self._on_not_known)
        return made

    @cached_property
    def clear_button(self) -> Button:
        """The way back to no answer, where no key clears."""
        words = self.editor.clear_words
        made = Button(words, "quiet", says=f"{words}: {self.field.label}")
        made.clicked.connect(self._on_clear)
        return made

    @cached_property
    def comments(self) -> Button:
        """How many comments on it are open, and the way to them."""
        made = Button("", "link")
        made.clicked.connect(self.comments_wanted)
        self._put_above(self.editor, made)
        return made

    def answer(self) -> object:
        """Give the answer as it is shown."""
        return self._answer if isinstance(self._answer, NotKnown) else self.editor.value()

    def set_answer(self, answer: object, origin: Origin | None = None) -> None:
        """Show an answer and where it came from; emits nothing."""
        if isinstance(answer, NotKnown) != isinstance(self._answer, NotKnown):
            self._hide("reasons")
        self._answer = answer
        self.editor.set_value(None if isinstance(answer, NotKnown) else answer)
        self._show_origin(origin)
        self._show()

    def show_offer(self, words: str, *, whose: str = ROLL) -> None:
        """Show what could stand here instead, to take or to leave; empty words: nothing."""
        if words or self._has("offer"):
            self.offer.say(words, whose=whose)

    def show_comments(self, words: str) -> None:
        """Say how many comments are open; empty words: nothing."""
        if words or self._has("comments"):
            self.comments.setText(words)
            self.comments.setAccessibleName(f"{words}: {self.field.label}")
            self.comments.setVisible(bool(words))

    def put_beneath(self, part: QWidget) -> None:
        """Put a part at the end of the question."""
        self._lines.addWidget(part)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer came."""
        super().enterEvent(event)
        self.pointed.emit()

    def set_context(self, context: EditorContext) -> None:
        """Offer new names, addresses and codes."""
        self.editor.set_context(context)

    def show_findings(self, lines: tuple[FindingLine, ...]) -> None:
        """Show what is to put right here; none hides them."""
        self.findings.show_lines(lines)
        said = (self.findings.spoken(), self.field.hint)
        self.editor.describe(self.field.label, " ".join(part for part in said if part))

    def focus_in_editor(self) -> None:
        """Put the focus where a person would write."""
        if isinstance(self._answer, NotKnown):
            self.absence.take_focus()
        else:
            self.editor.focus_in_editor()

    def caret(self) -> int:
        """Give the caret's place in the text."""
        return self.editor.caret()

    def set_caret(self, place: int) -> None:
        """Put the caret at a place in the text."""
        self.editor.set_caret(place)

    def find_text(self, words: str) -> bool:
        """Mark words in the answer and tell whether they are there."""
        return self.editor.find_text(words)

    def set_read_only(self, *, on: bool) -> None:
        """Let the answer be read but not changed, or lift that."""
        self._is_fixed = on
        self.editor.set_read_only(on=on)
        for name in ("not_known_button", "clear_button", "origin", "absence"):
            if self._has(name):
                getattr(self, name).setEnabled(not on)

    def _lay_out(self) -> None:
        lines = column(self, gap=SPACE.tight + SPACE.hair)
        lines.addWidget(self.caption)
        if self.field.hint:
            lines.addWidget(Words(self.field.hint, Kind.HINT))
        lines.addWidget(self.editor)
        self._foot = QWidget(self)
        self._foot_line = foot = Flow(self._foot, gap=SPACE.tight)
        foot.addWidget(self.not_known_button)
        foot.addWidget(self.clear_button)
        if self.help is not None:
            foot.addWidget(self.help.button)
        lines.addWidget(self._foot)
        if self.help is not None:
            lines.addWidget(self.help)
        self._lines = lines

    def _put_above(self, below: QWidget, part: QWidget) -> None:
        self._lines.insertWidget(self._lines.indexOf(below), part)

    def _has(self, part: str) -> bool:
        return part in self.__dict__

    def _hide(self, part: str) -> None:
        if self._has(part):
            getattr(self, part).hide()

    def _show(self) -> None:
        absent = isinstance(self._answer, NotKnown)
        show_or_hide(self.editor, on=not absent)
        self._hide("absence")
        if isinstance(self._answer, NotKnown):
            self.absence.say(self._answer)
        asking = self._has("reasons") and not self.reasons.isHidden()
        offers = self.field.not_known and not absent and not asking
        show_or_hide(self.not_known_button, on=offers)
        by_keys = self.field.kind in _CLEARED_BY_KEYS
        blank = self.field.can_be_blank
        clears = blank and not absent and not by_keys and self._answer is not None
        show_or_hide(self.clear_button, on=clears)

    def _show_origin(self, origin: Origin | None) -> None:
        if origin is not None or self._has("origin"):
            self.origin.show_origin(origin, today=self.editor.context.today)
        care = origin.care if origin else ""
        if care or self._has("care"):
            self.care.say(care)

    def _change(self, answer: object) -> None:
        self._answer = answer
        self._hide("reasons")
        self._hide("offer")
        self._show_origin(None)
        self._show()
        self.edited.emit(answer)

    def _on_edited(self, value: object) -> None:
        self._change(value)

    def _on_clear(self) -> None:
        self.editor.clear_by_person()
        self.editor.focus_in_editor()

    def _on_confirmed(self) -> None:
        self.origin.hide()
        self._hide("offer")
        self.care.say("")
        self.confirmed.emit()
        self.focus_in_editor()

    def _on_offer_taken(self) -> None:
        self.took_offer.emit()
        self.focus_in_editor()

    def _on_not_known(self) -> None:
        self.reasons.offer()
        self._show()

    def _on_reason(self, reason: Reason) -> None:
        if not isinstance(self._answer, NotKnown):
            self._before_absence = self.editor.value()
        absence = NotKnown(reason)
        self.reasons.hide()
        self._change(absence)
        self.left.emit()
        self.focus_in_editor()
        announce(self, absence.words)

    def _on_put_away(self) -> None:
        self.reasons.hide()
        self._show()
        self.focus_in_editor()

    def _on_answer_after_all(self) -> None:
        before, self._before_absence = self._before_absence, None
        self.editor.set_value(before)
        self.reasons.hide()
        self._change(self.editor.value())
        self.editor.focus_in_editor()


def label_words(field: Field) -> str:
    """Give the words of a question as they are shown; optional ones say so."""
    return f"{field.label} (optional)" if field.optional else field.label


def _buddy(editor: Editor) -> QWidget:
    """A label belongs to the one control; to the whole editor when there are several."""
    controls = editor.controls()
    return controls[0] if len(controls) == 1 else editor


def _help(field: Field) -> CollapsibleHelp | None:
    if not (field.help or field.guiding):
        return None
    title = "Why, with the source" if field.source else "Help with this"
    return CollapsibleHelp(
        field.help, title=title, prompts=field.guiding, source=field.source, about=field.label
    )
