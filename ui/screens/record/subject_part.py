"""What is asked for in a subject access request: whose data, who may stay named, what is withheld.

Holds no rule: what is taken out, what the law is called and what is to be looked at are the core's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Form
from ffd_desktop.exporting.family_warnings import against_a_copy
from ffd_desktop.exporting.subject.asked import EXEMPTIONS, Asked, everyone, label
from ffd_desktop.referral.model import Referral
from ui.screen import text_of
from ui.screens.record.ground_row import GroundRow
from ui.screens.record.words import AGAINST, AGREE, AGREE_FIRST, CHOOSE_FIRST
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.choice import Radio, Tick
from ui.widgets.panel import Panel, fill
from ui.widgets.words import Kind, Words


class SubjectPart(QWidget):
    """The questions of a subject access request.

    Signals:
        changed: Something else is asked for.
    """

    changed = Signal()

    def __init__(self, referral: Referral, form: Form) -> None:
        super().__init__()
        people = everyone(referral)
        self._against = against_a_copy(referral)
        self.whose = {one.id: Radio(label(one)) for one in people}
        self.named = {one.id: Tick(label(one)) for one in people}
        self.grounds = [GroundRow(one) for one in EXEMPTIONS]
        self.sections = {one.key: Tick(one.on_paper or one.title) for one in form.sections}
        self.agreed = Tick(AGREE)
        self.slip = Words("", Kind.ALARM)
        self.slip.hide()
        self._eye = Panel("warn")
        self._which_sections = QWidget()
        self._lay_out()
        self._listen()
        self.show_by_eye(())

    def asked(self) -> Asked | None:
        """Give what is asked for; ``None`` while nobody is chosen."""
        subject = next((key for key, one in self.whose.items() if one.isChecked()), "")
        grounds = tuple(one for row in self.grounds if (one := row.ground()) is not None)
        named = (key for key, one in self.named.items() if one.isChecked() and key != subject)
        kept = (key for key, one in self.sections.items() if one.isChecked() and grounds)
        return Asked(subject, tuple(named), tuple(kept), grounds) if subject else None

    def ready(self) -> Asked | None:
        """Give what is asked for once it can be made; otherwise say what is still to do."""
        asked = self.asked()
        missing = asked.missing() if asked is not None else (CHOOSE_FIRST,)
        self.slip.say(" ".join(missing))
        for row in self.grounds:
            ground = row.ground()
            row.slip("Write why." if ground is not None and not ground.reason.strip() else "")
        if missing:
            self._lead_to_slip()
        elif self._against and not self.agreed.isChecked():
            self.agreed.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, AGREE_FIRST)
        else:
            return asked
        return None

    def show_by_eye(self, lines: Sequence[str]) -> None:
        """Show what must be looked at before the copy is given."""
        self._eye.clear()
        self._eye.setVisible(bool(lines))
        if lines:
            self._eye.add(Words("To be looked at by eye", Kind.HEADING))
            self._eye.add(*(Words(f"•  {one}") for one in lines))

    def half_typed(self) -> Mapping[str, object]:
        """Give what was chosen and why; that somebody agreed is never kept."""
        asked = self.asked()
        return {
            "subject": asked.subject if asked else "",
            "named": [key for key, one in self.named.items() if one.isChecked()],
            "sections": [key for key, one in self.sections.items() if one.isChecked()],
            "grounds": {
                row.exemption.code: row.reason.text()
                for row in self.grounds
                if row.tick.isChecked()
            },
        }

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Choose the same again."""
        chosen = self.whose.get(text_of(typed, "subject"))
        if chosen is not None:
            chosen.setChecked(True)
        _tick(self.named, typed.get("named"))
        _tick(self.sections, typed.get("sections"))
        grounds = typed.get("grounds")
        claimed: dict[str, object] = grounds if isinstance(grounds, dict) else {}
        for row in self.grounds:
            row.tick.setChecked(row.exemption.code in claimed)
            row.reason.setText(text_of(claimed, row.exemption.code))

    def _lead_to_slip(self) -> None:
        first = next((row.reason for row in self.grounds if _lacks_reason(row)), None)
        box: QWidget | None = first or next(iter(self.whose.values()), None)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.slip.text(), urgent=True)

    def _on_changed(self) -> None:
        self._which_sections.setVisible(any(row.tick.isChecked() for row in self.grounds))
        chosen = {key for key, one in self.whose.items() if one.isChecked()}
        for key, tick in self.named.items():
            tick.setVisible(key not in chosen)
        self.changed.emit()

    def _listen(self) -> None:
        group = QButtonGroup(self)
        for radio in self.whose.values():
            group.addButton(radio)
            radio.toggled.connect(lambda on: self._on_changed() if on else None)
        for tick in (*self.named.values(), *self.sections.values()):
            tick.toggled.connect(lambda _on: self._on_changed())
        for row in self.grounds:
            row.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        whose, named, kept = Panel(), Panel(), Panel()
        whose.add(Words("Whose data is it?", Kind.HEADING), self.slip, *self.whose.values())
        named.add(
            Words("Who else may stay named? (optional)", Kind.HEADING),
            Words("They agreed, or it is reasonable without: a parent who asks for a child.",
                  Kind.HINT),
            *self.named.values(),
        )  # fmt: skip
        kept.add(
            Words("What is withheld, and on what ground? (optional)", Kind.HEADING),
            Words("Whether a ground holds, no program can say. Your reason stays in the history "
                  "and is not on the copy.", Kind.HINT),
            *self.grounds,
            self._which_sections,
        )  # fmt: skip
        inside = QVBoxLayout(self._which_sections)
        inside.setContentsMargins(0, SPACE.small, 0, 0)
        fill(inside, Words("Which parts are left out for it?", Kind.STRONG))
        fill(inside, *self.sections.values())
        self._which_sections.hide()
        fill(column, *self._warning(), whose, named, kept, self._eye)

    def _warning(self) -> tuple[Panel, ...]:
        if not self._against:
            return ()
        warning = Panel("warn")
        said = "\n".join(f"•  {one}" for one in self._against)
        warning.add(Words(AGAINST, Kind.STRONG), Words(said), self.agreed)
        return (warning,)


def _tick(among: Mapping[str, Tick], kept: object) -> None:
    for key in kept if isinstance(kept, list) else ():
        if key in among:
            among[key].setChecked(True)


def _lacks_reason(row: GroundRow) -> bool:
    ground = row.ground()
    return ground is not None and not ground.reason.strip()
