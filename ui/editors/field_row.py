"""A question whole: label, hint, editor, "Not known", where the answer came from, findings, help.

Shows and tells; it never stores, checks or refuses an answer.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field, FieldKind
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.model import Origin
from ui.editors.base import Editor
from ui.editors.context import EditorContext
from ui.editors.finding_lines import FindingLine, FindingLines
from ui.editors.not_known import Absence, Reasons
from ui.editors.origin_mark import CareWords, OriginMark
from ui.editors.registry import make_editor
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.caption import Caption
from ui.widgets.collapsible_help import CollapsibleHelp
from ui.widgets.flow import Flow
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

_CLEARED_BY_KEYS = {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.DATE}


class FieldRow(QWidget):
    """One question of a form with all that belongs to it.

    Signals:
        edited: The new answer after a person changed it: a value, ``NotKnown`` or ``None``.
        left: The focus went elsewhere.
        confirmed: A filled-in answer was said to be right.
    """

    edited = Signal(object)
    left = Signal()
    confirmed = Signal()

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._answer: object = None
        self._before_absence: object = None
        self.editor = make_editor(field, context)
        self.caption = Caption(label_words(field), _buddy(self.editor))
        self.care = CareWords()
        self.absence = Absence(field.label)
        self.reasons = Reasons(field.label)
        self.findings = FindingLines()
        self.origin = OriginMark(field.label)
        self.help = _help(field)
        self.not_known_button = Button("Not known", "quiet", says=f"Not known: {field.label}")
        self.clear_button = Button("Clear", "quiet", says=f"Clear: {field.label}")
        self._lay_out()
        self._connect()
        self._show()

    def answer(self) -> object:
        """Give the answer as it is shown."""
        return self._answer if isinstance(self._answer, NotKnown) else self.editor.value()

    def set_answer(self, answer: object, origin: Origin | None = None) -> None:
        """Show an answer and where it came from; emits nothing."""
        if isinstance(answer, NotKnown) != isinstance(self._answer, NotKnown):
            self.reasons.hide()
        self._answer = answer
        self.editor.set_value(None if isinstance(answer, NotKnown) else answer)
        self.origin.show_origin(origin, today=self.editor.context.today)
        self.care.say(origin.care if origin else "")
        self._show()

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
        self.editor.set_read_only(on=on)
        for part in (self.not_known_button, self.clear_button, self.origin, self.absence):
            part.setEnabled(not on)

    def _lay_out(self) -> None:
        lines = column(self, gap=SPACE.tight + SPACE.hair)
        lines.addWidget(self.caption)
        if self.field.hint:
            lines.addWidget(Words(self.field.hint, Kind.HINT))
        for widget in (self.findings, self.care, self.editor, self.absence, self.reasons):
            lines.addWidget(widget)
        self._foot = QWidget()
        foot = Flow(self._foot, gap=SPACE.tight)
        foot.addWidget(self.not_known_button)
        foot.addWidget(self.clear_button)
        if self.help is not None:
            foot.addWidget(self.help.button)
        foot.addWidget(self.origin)
        lines.addWidget(self._foot)
        if self.help is not None:
            lines.addWidget(self.help)

    def _connect(self) -> None:
        self.caption.pressed.connect(self.focus_in_editor)
        self.editor.edited.connect(self._on_edited)
        self.editor.left.connect(self.left)
        self.origin.confirmed.connect(self._on_confirmed)
        self.not_known_button.clicked.connect(self._on_not_known)
        self.clear_button.clicked.connect(self._on_clear)
        self.reasons.chosen.connect(self._on_reason)
        self.reasons.put_away.connect(self._on_put_away)
        self.absence.change.connect(self.reasons.offer)
        self.absence.answer.connect(self._on_answer_after_all)

    def _show(self) -> None:
        absent = isinstance(self._answer, NotKnown)
        self.editor.setVisible(not absent)
        self.absence.hide()
        if isinstance(self._answer, NotKnown):
            self.absence.say(self._answer)
        offers = self.field.not_known and not absent and self.reasons.isHidden()
        self.not_known_button.setVisible(offers)
        by_keys = self.field.kind in _CLEARED_BY_KEYS
        self.clear_button.setVisible(not absent and not by_keys and self._answer is not None)

    def _change(self, answer: object) -> None:
        self._answer = answer
        self.reasons.hide()
        self.origin.show_origin(None, today=self.editor.context.today)
        self.care.say("")
        self._show()
        self.edited.emit(answer)

    def _on_edited(self, value: object) -> None:
        self._change(value)

    def _on_clear(self) -> None:
        self.editor.clear_by_person()
        self.editor.focus_in_editor()

    def _on_confirmed(self) -> None:
        self.origin.hide()
        self.care.say("")
        self.confirmed.emit()
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
