"""The parts of Settings that ask: boxes for the office, looks, locking. Keep nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QWidget

from ffd_desktop.drafting.ports import SchoolProfile, Tombstone
from ui.look import Look
from ui.screens.settings.presenter import LOCK_CHOICES, TEXT_SIZES, minutes_words
from ui.style.apply import style_now
from ui.style.tokens import SPACE, Mode
from ui.when import day_words
from ui.widgets.buttons import Button
from ui.widgets.choice import Radio
from ui.widgets.clean import one_line
from ui.widgets.flow import Flow
from ui.widgets.panel import Panel, beside, empty
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words

MODES = {Mode.SYSTEM: "As the system", Mode.LIGHT: "Light", Mode.DARK: "Dark"}


class Box(msgspec.Struct, frozen=True):
    """One box: the attribute of the profile, its label, how wide it is at 100 %."""

    name: str
    label: str
    hint: str = ""
    width: int = 0


YOU = (
    Box("staff_name", "Your name"),
    Box("staff_phone", "Direct telephone", width=280),
    Box("staff_email", "E-mail address"),
)
SCHOOL = (
    Box("school_name", "School’s name"),
    Box("la_code", "Council’s number", "Three digits", width=140),
    Box("estab_code", "School’s number", "Four digits", width=140),
    Box("school_address", "Address"),
    Box("school_phone", "Telephone", width=280),
)


class OfficePart(Panel):
    """Boxes for one group of the office's details, kept by a button.

    Signals:
        kept: Attribute to text, for every box.
    """

    kept = Signal(object)

    def __init__(self, heading: str, boxes: Sequence[Box]) -> None:
        super().__init__(gap=SPACE.medium)
        self.lines: dict[str, QLineEdit] = {}
        self.keep = Button(
            "Keep these details", does=self._on_keep, says=f"Keep these details: {heading}"
        )
        self.add(Words(heading, Kind.HEADING))
        for box in boxes:
            line = QLineEdit()
            if box.width:
                line.setMaximumWidth(style_now().pixels(box.width))
            line.returnPressed.connect(self._on_keep)
            self.lines[box.name] = line
            self.add(Question(box.label, line, hint=box.hint))
        self.add(beside(self.keep))

    def show_profile(self, profile: SchoolProfile) -> None:
        """Fill the boxes."""
        for name, line in self.lines.items():
            line.setText(getattr(profile, name))

    def _on_keep(self) -> None:
        self.kept.emit({name: one_line(line.text()).strip() for name, line in self.lines.items()})


class YouPart(OfficePart):
    """The person's details, with the role from the council's list."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        super().__init__("You", YOU)
        self.role = QComboBox()
        self.role.setMaximumWidth(style_now().pixels(420))
        self.role.addItem("", "")
        for code, label in roles.items():
            self.role.addItem(label, code)
        self.column.insertWidget(2, Question("Your role", self.role))

    def show_profile(self, profile: SchoolProfile) -> None:
        """Fill the boxes and the role."""
        super().show_profile(profile)
        self.show_role(profile.staff_role)

    def show_role(self, role: str) -> None:
        """Mark a role."""
        self.role.setCurrentIndex(max(self.role.findData(role), 0))

    def _on_keep(self) -> None:
        texts = {name: one_line(line.text()).strip() for name, line in self.lines.items()}
        self.kept.emit({**texts, "staff_role": self.role.currentData()})


class LooksPart(Panel):
    """Light, dark or as the system; how large the text is. Worn at once.

    Signals:
        chosen: The ``Look``.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=SPACE.medium)
        self.modes: dict[str, Radio] = {}
        self.sizes: dict[int, Radio] = {}
        self._groups = (QButtonGroup(self), QButtonGroup(self))
        self.add(Words("Appearance", Kind.HEADING), Words("Colours", Kind.LABEL))
        self.add(self._row([(self._mode(mode, words)) for mode, words in MODES.items()]))
        self.add(Words("Size of the text", Kind.LABEL))
        self.add(self._row([self._size(percent) for percent in TEXT_SIZES]))

    def show_look(self, look: Look) -> None:
        """Mark the look in force."""
        for marked in (self.modes.get(look.mode), self.sizes.get(look.percent)):
            if marked is not None:
                marked.setChecked(True)

    def _mode(self, mode: Mode, words: str) -> Radio:
        radio = Radio(words)
        radio.setAccessibleName(f"Colours: {words}")
        self._groups[0].addButton(radio)
        self.modes[mode.value] = radio
        radio.clicked.connect(self._on_choice)
        return radio

    def _size(self, percent: int) -> Radio:
        radio = Radio(f"{percent} %")
        radio.setAccessibleName(f"Size of the text: {percent} %")
        self._groups[1].addButton(radio)
        self.sizes[percent] = radio
        radio.clicked.connect(self._on_choice)
        return radio

    def _row(self, radios: Sequence[Radio]) -> QWidget:
        made = QWidget()
        flow = Flow(made, gap=SPACE.wide)
        for radio in radios:
            flow.addWidget(radio)
        return made

    def _on_choice(self) -> None:
        mode = next((one for one, radio in self.modes.items() if radio.isChecked()), "system")
        percent = next((one for one, radio in self.sizes.items() if radio.isChecked()), 100)
        self.chosen.emit(Look(mode, percent))


class LockPart(Panel):
    """After how long without a key press the vault locks.

    Signals:
        chosen: Minutes.
    """

    chosen = Signal(int)

    def __init__(self, *, longest: int | None = None) -> None:
        super().__init__(gap=SPACE.medium)
        self._longest = longest
        self.minutes = QComboBox()
        shorter = tuple(one for one in LOCK_CHOICES if longest is None or one < longest)
        for minutes in (*shorter, *((longest,) if longest else ())):
            self.minutes.addItem(minutes_words(minutes), minutes)
        self.minutes.setMaximumWidth(style_now().pixels(200))
        self.minutes.activated.connect(self._on_choice)
        self.add(
            Words("Locking", Kind.HEADING),
            Words(
                "Locking loses nothing: the draft comes back with the caret where it was. "
                "Ctrl+L locks at once. So do locking the screen, giving it to somebody else, sleep "
                "and closing the lid, always."
            ),
            Question("Lock when nobody has touched a key for", self.minutes),
        )
        if longest is not None:
            self.add(Words(f"Set by your IT support: {minutes_words(longest)} at most.", Kind.HINT))

    def show_minutes(self, minutes: int) -> None:
        """Mark the time in force."""
        minutes = min(minutes, self._longest or minutes)
        at = self.minutes.findData(minutes)
        if at < 0:
            self.minutes.addItem(minutes_words(minutes), minutes)
            at = self.minutes.count() - 1
        self.minutes.setCurrentIndex(at)

    def _on_choice(self) -> None:
        self.chosen.emit(self.minutes.currentData())


class DestroyedPart(Panel):
    """What was destroyed, when, by whom and why."""

    def __init__(self) -> None:
        super().__init__(gap=SPACE.small)
        self.heading = Words("Destroyed referrals", Kind.HEADING)
        self._rows = Panel("sunken", gap=SPACE.small)
        self.nothing = Words("None so far.", Kind.QUIET)
        self.add(self.heading, self.nothing, self._rows)

    def show_destroyed(self, destroyed: Sequence[Tombstone]) -> None:
        """Show them, the latest first."""
        empty(self._rows.column)
        self.nothing.setVisible(not destroyed)
        self._rows.setVisible(bool(destroyed))
        for one in reversed(destroyed):
            when = day_words(one.by.at[:10])
            words = f"{one.reference}, on {when} by {one.by.actor}: {one.reason}"
            self._rows.add(Words(words))
