"""One detail of a contact: a box with what holds, where it comes from, and what to do about it.

Keeps nothing: it tells what somebody found right.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ffd_desktop.app.office_details import LONGEST, Found
from ffd_desktop.councils.checked import DetailKind
from ffd_desktop.councils.details import NAMES, Detail, Standing
from ffd_desktop.councils.opening_words import read_week, say_week
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.panel import Panel, fill
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

_WIDTHS = {DetailKind.PHONE: 210}
_WIDE = 450
_HINTS = {
    DetailKind.HOURS: (
        "As you would say it: “Mon to Thu 8:45 to 17:15, Fri 8:45 to 16:45”, “always”, or in "
        "words of your own."
    ),
    DetailKind.EMAIL: "Only for what anybody may read: never about a child.",
}
_AS_WORDS = (
    "Kept in your words. They cannot be reckoned with, so the card shows them with both numbers."
)


class DetailRow(QWidget):
    """A box and the buttons that fit how the detail stands.

    Signals:
        found: Somebody found it right; carries a ``Found``.
    """

    found = Signal(object)

    def __init__(self, detail: Detail) -> None:
        super().__init__()
        self.detail = detail
        self._name = NAMES[detail.kind]
        self._stood = ""
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self.box.setFixedWidth(style_now().pixels(_WIDTHS.get(detail.kind, _WIDE)))
        self.right = Button("", does=self._on_right)
        self.theirs = Button("Use the published one", does=self._on_theirs)
        self.ours = Button("Keep what you had", does=self._on_ours)
        self._read = Words("", Kind.QUIET)
        self._from = Words("", Kind.QUIET)
        self._differs = Panel("warn", gap=0)
        self._difference = Words("")
        self._differs.add(self._difference)
        self._lay_out()
        self.box.textChanged.connect(self._on_typed)
        self.box.returnPressed.connect(self._on_return)
        self.show_detail(detail)

    @property
    def key(self) -> str:
        """A constant name of its own."""
        return f"{self.detail.contact} {self.detail.kind.value}"

    @property
    def text(self) -> str:
        """What stands in the box."""
        return " ".join(self.box.text().split())

    @property
    def is_edited(self) -> bool:
        """Whether something else was typed than what holds."""
        return self.text != self._stood

    @property
    def is_known(self) -> bool:
        """Whether anybody published or told it."""
        return bool(self.detail.published or self.detail.checked)

    @property
    def waits_for_a_choice(self) -> bool:
        """Whether the council publishes another than the office checked; nobody decides in bulk."""
        return self.detail.has_changed and not self.is_edited

    def as_found(self) -> Found:
        """Give what stands in the box as found right."""
        return Found(contact=self.detail.contact, kind=self.detail.kind, text=self.text)

    def show_detail(self, detail: Detail) -> None:
        """Show how it stands now; what was typed and not kept stays."""
        keeps_typed = self.is_edited and self.text != detail.text
        self.detail, self._stood = detail, detail.text
        if not keeps_typed:
            self.box.setText(detail.text)
            self.box.setCursorPosition(0)
        self._from.say(f"{detail.provenance}.")
        self._difference.setText(detail.warning)
        self._differs.setVisible(bool(detail.warning))
        self.box.setAccessibleDescription(f"{detail.provenance}. {detail.warning}".strip())
        self._on_typed()

    def _lay_out(self) -> None:
        detail, name = self.detail, f"{self._name} of {self.detail.name}"
        self.box.setAccessibleName(name)
        label = Words(self._name, Kind.LABEL)
        label.setBuddy(self.box)
        lines = column(self, gap=SPACE.tight)
        fill(lines, label)
        if hint := _HINTS.get(detail.kind):
            fill(lines, Words(hint, Kind.HINT))
        beside = Flow(gap=SPACE.small)
        for part in (self.box, self.right, self.theirs, self.ours):
            beside.addWidget(part)
        fill(lines, beside, self._read, self._from, self._differs)

    def _on_typed(self) -> None:
        self._say_reading()
        self._offer(self.right, self._right_words())
        waits = not self.is_edited
        standing = self.detail.standing
        moved_on = standing in {Standing.CORRECTED, Standing.MOVED, Standing.LAPSED}
        self._offer(
            self.theirs,
            "Use the published one" if waits and moved_on and self.detail.published else "",
        )
        self._offer(self.ours, "Keep what you had" if waits and standing is Standing.LAPSED else "")

    def _right_words(self) -> str:
        """Say what the first button does; nothing where nothing is to be said."""
        if not self.text:
            return ""
        if self.is_edited:
            return "Keep this correction" if self.detail.published else "Keep this"
        match self.detail.standing:
            case Standing.UNCHECKED:
                return "This is right"
            case Standing.LAPSED:
                return ""
            case Standing.MOVED:
                return "Still right"
            case Standing.CONFIRMED | Standing.CORRECTED:
                return "Still right" if self.detail.due else ""

    def _offer(self, button: Button, words: str) -> None:
        button.setVisible(bool(words))
        button.setText(words)
        button.setAccessibleName(f"{words}: {self._name} of {self.detail.name}")

    def _say_reading(self) -> None:
        if self.detail.kind is not DetailKind.HOURS or not self.is_edited or not self.text:
            self._read.say("")
            return
        week = read_week(self.text)
        if week is None:
            self._read.say(_AS_WORDS)
        elif week.always:
            self._read.say("Read as: at any time, on bank holidays too.")
        else:
            self._read.say(f"Read as: {say_week(week.hours)}. Shut otherwise.")

    def _on_return(self) -> None:
        if not self.right.isHidden():
            self._on_right()

    def _on_right(self) -> None:
        self.found.emit(self.as_found())

    def _on_theirs(self) -> None:
        self._tell(self.detail.published)

    def _on_ours(self) -> None:
        if self.detail.checked is not None:
            self._tell(self.detail.checked.text)

    def _tell(self, text: str) -> None:
        self.found.emit(Found(contact=self.detail.contact, kind=self.detail.kind, text=text))
