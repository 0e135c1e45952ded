"""The head of the draft screen: whose draft, whether it is saved, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ffd_desktop.councils.pack import Pack
from ffd_desktop.referral.answers import NotKnown, is_known
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import is_due
from ffd_desktop.sending.sealed import SealedFacts
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.saved_mark import SavedMark
from ui.widgets.words import Kind, Words

NARROW = 900
CONSENT = "consent_decision"
SHORT = {"refused": "refused", "cannot_reach": "nobody reached"}
NAMELESS = "Children not named yet"


class DraftHeader(QFrame):
    """Two lines: where one is and how saving stands; then the children and the buttons."""

    def __init__(self, form_title: str, pack: Pack) -> None:
        super().__init__()
        self.setObjectName("head")
        self._form_title, self._pack = form_title, pack
        self.is_restricted = False
        self._sealed = ""
        self.back = Button("‹ Back to the shelf", "quiet", says="Back to the shelf")
        self.reference = Words("", Kind.HINT, wraps=False)
        self.saved = SavedMark()
        self.names = Words("", Kind.HEADING)
        self.find_button = Button("Find", "quiet", says="Find in this draft")
        self.numbers = Button("Numbers", "quiet", says="Telephone numbers")
        self.help = Button("Hide help", "quiet")
        self.print_button = Button("Print …", "secondary", says="Print")
        self.export = Button("Export …", "secondary", says="Export")
        self.check = Button("Check", "primary")
        self.find_button.setToolTip("Ctrl+F")
        self.numbers.setToolTip("F9")
        self._lay_out()

    def show_referral(self, referral: Referral) -> None:
        """Show the reference and the children's names; both stay inside the page."""
        consent = f"Consent: {consent_words(referral, self._pack)}"
        restricted = "Restricted" if self.is_restricted else ""
        parts = (referral.reference, self._form_title, restricted, self._sealed or consent)
        self.reference.setText("  ·  ".join(part for part in parts if part))
        self.names.setText(names_words(referral))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the names smaller where there is little room for them."""
        super().resizeEvent(event)
        narrow = self.width() < style_now().pixels(NARROW)
        self.names.become(Kind.STRONG if narrow else Kind.HEADING)

    def show_sealed(self, sealed: Sequence[SealedFacts]) -> None:
        """Say that it is sealed, and lead to what was sealed instead of to the check."""
        if sealed:
            self._sealed = "Sealed"
            self.check.setText("Sealed")
            self.check.setAccessibleName("Sealed: what was sealed, and addenda")

    def show_help(self, *, beside: bool) -> None:
        """Say what the help button does: the panel is there, or it is not."""
        self.help.setText("Hide help" if beside else "Show help")
        self.help.setAccessibleName(f"{self.help.text()}: guidance and what is to put right")

    def buttons(self) -> tuple[Button, ...]:
        """Give the buttons of the second line in the order of Tab."""
        return (
            self.find_button,
            self.numbers,
            self.help,
            self.print_button,
            self.export,
            self.check,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.large, SPACE.small, SPACE.wide, SPACE.medium)
        column.setSpacing(SPACE.tight)
        above = QHBoxLayout()
        above.setSpacing(SPACE.medium)
        above.addWidget(self.back)
        above.addWidget(self.reference)
        above.addStretch(1)
        above.addWidget(self.saved)
        column.addLayout(above)
        below = QHBoxLayout()
        below.setSpacing(SPACE.large)
        below.addSpacing(SPACE.small)
        below.addWidget(self.names, 1, Qt.AlignmentFlag.AlignVCenter)
        acts = QWidget()
        flow = Flow(acts, gap=SPACE.small)
        for button in self.buttons():
            flow.addWidget(button)
        below.addWidget(acts, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(below)


def consent_words(referral: Referral, pack: Pack) -> str:
    """Say how consent stands; it is always in sight and never in the way."""
    match referral.consent.decision:
        case str() as decision if decision:
            return SHORT.get(decision) or pack.codes(CONSENT).label(decision).lower()
        case NotKnown() as absent:
            return absent.words.lower()
        case _:
            return "not answered"


def names_words(referral: Referral) -> str:
    """Give the names of the children referred, for the page and never for a title."""
    families: dict[str, list[str]] = {}
    unborn = 0
    for child in referral.referred_children():
        if is_due(child) and not is_known(child.first_names):
            unborn += 1
            continue
        family = child.family_name if isinstance(child.family_name, str) else ""
        first = child.first_names if isinstance(child.first_names, str) else ""
        if first or family:
            families.setdefault(family, []).append(first)
    names = [f"{_listed(first)} {name}".strip() for name, first in families.items()]
    babies = {0: "", 1: "a baby not yet born"}.get(unborn, f"{unborn} babies not yet born")
    words = ", and ".join(part for part in (", ".join(names), babies) if part) or NAMELESS
    return words[0].upper() + words[1:] if not names else words


def _listed(names: list[str]) -> str:
    known = [name for name in names if name]
    return (
        known[0]
        if len(known) == 1
        else " and ".join(
            part for part in (", ".join(known[:-1]), known[-1] if known else "") if part
        )
    )
