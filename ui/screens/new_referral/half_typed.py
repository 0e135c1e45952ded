"""What stands on the screen of a new referral that is in no draft yet, and showing it again.

A pupil and the family come back as they are found again, so there is a time of waiting for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtWidgets import QLineEdit

from ui.screens.new_referral.choices import Danger
from ui.screens.new_referral.danger_card import DangerCard
from ui.screens.new_referral.find_card import FindCard
from ui.screens.new_referral.pupil_panel import PupilPanel
from ui.widgets.focus import give_focus
from ui.widgets.kin import Choice


class Typed(msgspec.Struct, frozen=True, omit_defaults=True):
    """All of it.

    Attributes:
        names: First names and family name, when their boxes are open.
        pupil: Key of the pupil whose card is shown.
        kin: Key of a child to what was decided about it.
        box: Which box has the caret, and where.
    """

    danger: str = ""
    search: str = ""
    names: tuple[str, str] | None = None
    pupil: str = ""
    form: str = ""
    kin: Mapping[str, str] = {}
    box: tuple[str, int] | None = None


class HalfTyped:
    """Reads and fills the parts of one screen. ``choose`` shows a pupil who was found."""

    def __init__(
        self,
        danger: DangerCard,
        finder: FindCard,
        pupil: PupilPanel,
        *,
        chosen: Callable[[], str],
    ) -> None:
        self._danger = danger
        self._finder = finder
        self._pupil = pupil
        self._chosen = chosen
        self._awaited = Typed()

    def give(self) -> dict[str, object]:
        """Say what stands there, or would once it is found again."""
        finder, kin = self._finder, self._pupil.kin.radios
        awaited, forms = self._awaited, self._pupil.forms
        names = (finder.first_names.text(), finder.family_name.text())
        marked = {key: one.value for (key, one), radio in kin.items() if radio.isChecked()}
        typed = Typed(
            danger=next((one.value for one, r in self._danger.radios.items() if r.isChecked()), ""),
            search=finder.search.line.text(),
            names=names if not finder.name.isHidden() else None,
            pupil=self._chosen() or awaited.pupil,
            form=next((key for key, radio in list(forms.items())[1:] if radio.isChecked()), ""),
            kin=marked or awaited.kin,
        )
        if typed != Typed():
            typed = msgspec.structs.replace(typed, box=self._caret())
        made = msgspec.to_builtins(typed)
        return made if isinstance(made, dict) else {}

    def take(self, typed: Mapping[str, object]) -> None:
        """Show it again; what the roll must find first comes when it is found."""
        try:
            read = msgspec.convert(typed, Typed)
        except msgspec.ValidationError:
            return
        self._awaited = read
        for danger, radio in self._danger.radios.items():
            radio.setChecked(danger == Danger(read.danger) if read.danger else False)
        if read.form in self._pupil.forms:
            self._pupil.forms[read.form].click()
        if read.names is not None:
            self._finder.show_name(*read.names)
        self._finder.search.line.setText(read.search)
        if read.box is not None and (line := self._boxes().get(read.box[0])) is not None:
            give_focus(line)
            line.setCursorPosition(read.box[1])

    def found(self) -> None:
        """Show the card of the awaited pupil, now that pupils are shown."""
        awaited, self._awaited = self._awaited, msgspec.structs.replace(self._awaited, pupil="")
        if awaited.pupil:
            self._finder.results.mark(awaited.pupil)

    def related(self) -> None:
        """Mark what was decided, now that the family is shown."""
        awaited, self._awaited = self._awaited, Typed()
        for key, choice in awaited.kin.items():
            radio = self._pupil.kin.radios.get((key, Choice(choice)))
            if radio is not None:
                radio.setChecked(True)

    def _boxes(self) -> dict[str, QLineEdit]:
        finder = self._finder
        return {
            "search": finder.search.line,
            "first": finder.first_names,
            "family": finder.family_name,
        }

    def _caret(self) -> tuple[str, int] | None:
        had_focus = self._finder.focusWidget()
        for name, line in self._boxes().items():
            if line is had_focus:
                return name, line.cursorPosition()
        return None
