"""The editor of an address: choose one that the referral holds, or write another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.address_choice import AddressPick
from ui.editors.base import Editor
from ui.editors.context import AddressAnswer, AddressChoice, EditorContext
from ui.widgets.growing_text import GrowingText
from ui.widgets.words import Kind, Words

SHARED = "Also the address of {names}: what you change here changes for everyone who lives there"


class AddressEditor(Editor):
    """Lines and a postcode, written once for everyone who lives there.

    ``set_value`` takes the id of an address in the context, or an ``AddressAnswer``.
    """

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._held: AddressAnswer | None = None
        self._description = ""
        self.pick = AddressPick()
        self.lines = GrowingText(lines=3, most=8)
        self.postcode = GrowingText(single=True)
        self.shared = Words("", Kind.HINT)
        self.shared.hide()
        self.kept = Words("", Kind.WARN)
        self.kept.hide()
        for widget in (self.pick, *self._labelled()):
            self.column.addWidget(widget)
        self.keep_measure(self.pick.combo, 60)
        self.keep_measure(self.lines, 60)
        self.keep_measure(self.postcode, 18)
        self.setFocusProxy(self.lines)
        self.watch(self.pick.combo, self.lines, self.postcode)
        self.lines.written.connect(self._on_written)
        self.postcode.written.connect(self._on_written)
        self.pick.picked.connect(self._on_picked)
        self._offer()

    def value(self) -> AddressAnswer | None:
        """Give what to write; ``None`` for no address."""
        return self._held

    def set_value(self, value: object) -> None:
        """Show an address of the context by its id, or the words given.

        The id that is shown already changes nothing: newer words come by ``set_context``, so that
        an older context never takes back what is being typed.
        """
        if self._held is not None and value == self._held.id:
            return
        self._held = value if isinstance(value, AddressAnswer) else self._known(value)
        self._show()

    def words(self) -> str:
        """Give the lines and the postcode."""
        return f"{self.lines.text()}\n{self.postcode.text()}"

    def controls(self) -> tuple[QWidget, ...]:
        """Give the choice when there is one, the lines and the postcode."""
        boxes = (self.lines, self.postcode)
        return boxes if self.pick.isHidden() else (self.pick.combo, *boxes)

    def focus_in_editor(self) -> None:
        """Go to the lines."""
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_context(self, context: EditorContext) -> None:
        """Offer the new addresses, and show what the chosen one now says."""
        super().set_context(context)
        self._offer()
        if self._held is not None:
            self.set_value(self._known(self._held.id) or self._held)
            self._tell()

    def caret(self) -> int:
        """Give the caret's place in the lines."""
        return self.lines.caret()

    def set_caret(self, place: int) -> None:
        """Put the caret at a place in the lines."""
        self.lines.set_caret(place)

    def find_text(self, words: str) -> bool:
        """Mark words in the lines and the postcode."""
        in_postcode = self.postcode.find_words(words)
        return self.lines.find_words(words) or in_postcode

    def describe(self, name: str, description: str) -> None:
        """Name the three controls."""
        super().describe(name, description)
        self.pick.combo.setAccessibleName(f"{name}: choose an address")
        self.lines.setAccessibleName(f"{name}: address")
        self.postcode.setAccessibleName(f"{name}: postcode")
        self._description = description
        self._tell()

    def _labelled(self) -> tuple[QWidget, ...]:
        over_lines, over_postcode = Words("Address", Kind.HINT), Words("Postcode", Kind.HINT)
        over_lines.setBuddy(self.lines)
        over_postcode.setBuddy(self.postcode)
        boxes = (over_lines, self.lines, over_postcode, self.postcode)
        return (*boxes, self.kept, self.shared)

    def _offer(self) -> None:
        self.pick.offer(self.context.addresses)

    def _known(self, id_: object) -> AddressAnswer | None:
        found = self._choice(id_)
        return AddressAnswer(found.id, found.lines, found.postcode) if found else None

    def _choice(self, id_: object) -> AddressChoice | None:
        return next((one for one in self.context.addresses if one.id == id_), None)

    def _show(self) -> None:
        held = self._held or AddressAnswer("")
        self.lines.set_text(held.lines)
        self.postcode.set_text(held.postcode)
        self.pick.show_choice(held.id)
        self._tell()

    def _tell(self) -> None:
        """Say who else lives there, and from whom the address has to be kept."""
        held = self._held or AddressAnswer("")
        choice = self._choice(held.id)
        names = choice.used_by if choice else ""
        kept = choice.kept if choice else ""
        self.kept.say(kept)
        heard = ". ".join(part for part in (self._description, kept) if part)
        for control in (self.pick.combo, self.lines, self.postcode):
            control.setAccessibleDescription(heard)
        self.shared.say(SHARED.format(names=names) if names else "")

    def _on_picked(self, id_: str) -> None:
        now = self._known(id_)
        if now == self._held:
            return
        self._held = now
        self._show()
        self.edited.emit(now)
        if now is None:
            self.focus_in_editor()

    def _on_written(self) -> None:
        lines, postcode = self.lines.text(), self.postcode.text()
        id_ = self._held.id if self._held else self.context.spare_address
        emptied = not lines and not postcode
        self._held = None if emptied else AddressAnswer(id_, lines, postcode)
        self.edited.emit(self._held)
