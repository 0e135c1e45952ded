"""The editor of dates: one line in a person's own way, and beneath it how it was read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field
from ffd_desktop.referral.dates import DateKind, PartDate, read_date
from ui.editors.context import EditorContext
from ui.editors.text import TextEditor
from ui.widgets.announce import announce
from ui.widgets.words import Kind, Words

KEPT = "Kept as you wrote it: not a date yet"


class DateEditor(TextEditor):
    """A date as far as it is known; what is no date is kept as it was written."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._shown: PartDate | None = None
        self.reading = Words("", Kind.HINT)
        self.reading.hide()
        self.column.addWidget(self.reading)
        self.keep_measure(self.box, 44)
        self.left.connect(self._on_left)

    def value(self) -> PartDate | None:  # type: ignore[override]
        """Give the date; the very one that was set, until a person types."""
        return self._shown

    def set_value(self, value: object) -> None:
        """Show a date in words, unless what a person typed already reads as it."""
        shown = value if isinstance(value, PartDate) else None
        if shown == self._shown:
            return
        self._shown = shown
        if self._read() != shown:
            self.box.set_text(shown.words() if shown else "")
        self._tell()

    def _read(self) -> PartDate | None:
        return read_date(self.box.text(), today=self.context.today)

    def _on_written(self, text: str) -> None:  # noqa: ARG002 - the signal's
        before, self._shown = self._shown, self._read()
        self._tell()
        if before != self._shown:
            self.edited.emit(self._shown)

    def _tell(self) -> None:
        self.reading.say(reading_words(self._shown, self.box.text()))
        kept = self._shown is not None and self._shown.kind is DateKind.TEXT
        self.reading.become(Kind.WARN if kept else Kind.HINT)

    def _on_left(self) -> None:
        announce(self, self.reading.text())


def reading_words(shown: PartDate | None, typed: str) -> str:
    """Say how a line was read; nothing when it already stands there in those words."""
    if shown is None:
        return ""
    if shown.kind is DateKind.TEXT:
        return KEPT
    words = shown.words()
    return "" if words.casefold() == typed.strip().casefold() else words
