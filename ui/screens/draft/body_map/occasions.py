"""Whose marks, and of which occasion: a line of tiles, and the occasion's own questions.

Writes only through the questions and the presenter that they are given.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Section
from ffd_desktop.exporting.pictures.body.marks import Group, groups, known
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import Examination
from ui.editors.context import EditorContext
from ui.screens.draft.body_map.tiles import Tile, Tiles
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.questions import Questions, Write
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.collapsible_help import OPEN, SHUT
from ui.widgets.panel import Panel
from ui.widgets.rows import column
from ui.widgets.showing import show_or_hide
from ui.widgets.words import Kind, Words

ABOUT = "About this occasion"
TAKE_OUT = "Take out this occasion"
Key = tuple[str, str]
_NONE = Tile("", "None that is entered")


class Occasions(QWidget):
    """The line of occasions, and what is said of the chosen one.

    Signals:
        chosen: Another occasion was chosen; carries its key.
        added: A new occasion is wanted.
    """

    chosen = Signal(object)
    added = Signal()

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section | None,
        context: EditorContext,
        write: Write,
    ) -> None:
        super().__init__()
        self._presenter, self._section, self._context = presenter, section, context
        self._write = write
        self._asked_of = ""
        self._keys: dict[str, Key] = {}
        self._group = Group("", None)
        self._is_open = False
        self.questions: Questions | None = None
        self.tiles = Tiles("Whose marks, and when they were seen")
        self.tiles.chosen.connect(lambda id_: self.chosen.emit(self._keys[id_]))
        self.add = Button("Add an occasion", "secondary", does=self.added.emit)
        self.about = Button("", "quiet", does=self._on_about)
        self._told = Words("", Kind.QUIET)
        self._panel = Panel("plain", gap=SPACE.wide)
        inside = column(self, gap=SPACE.small)
        inside.addWidget(self.tiles)
        inside.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.about, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._told)
        inside.addWidget(self._panel)
        show_or_hide(self.add, on=section is not None and not presenter.is_fixed)

    def show_groups(self, found: tuple[Group, ...], group: Group) -> None:
        """Show what can be chosen, and the chosen one."""
        self._keys = {" ".join(one.key): one.key for one in found}
        tiles = tuple(Tile(" ".join(one.key), self._words(one, found)) for one in found)
        self.tiles.show_tiles(tiles, " ".join(group.key))
        seen, before = group.examination, self._group.examination
        self._group = group
        if (seen.id if seen else "") != (before.id if before else ""):
            self._is_open = False
        self._show_about()

    def open_about(self) -> None:
        """Show the questions about the chosen occasion, with the focus in the first."""
        self._is_open = True
        self._show_about()
        row = self.questions.first_row() if self.questions is not None else None
        if row is not None:
            row.focus_in_editor()

    def start(self) -> QWidget:
        """Give the chosen tile."""
        return self.tiles.buttons.get(" ".join(self._group.key), self.add)

    def set_context(self, context: EditorContext) -> None:
        """Offer new names."""
        self._context = context
        if self.questions is not None:
            self.questions.set_context(context)

    def _show_about(self) -> None:
        seen = self._group.examination
        can = seen is not None and self._section is not None
        is_open = can and self._is_open
        show_or_hide(self.about, on=can)
        self.about.setText(f"{OPEN if is_open else SHUT}  {ABOUT}")
        self.about.setAccessibleName(ABOUT)
        self.about.setAccessibleDescription("open" if is_open else "folded")
        self._told.say("" if is_open or seen is None else _told(seen))
        if seen is not None and is_open:
            self._ask(seen.id)
        elif self.questions is not None:
            self._panel.clear()
            self.questions = None
        show_or_hide(self._panel, on=is_open)

    def _ask(self, occasion: str) -> None:
        if self._section is None or (self.questions is not None and self._asked_of == occasion):
            return
        self._panel.clear()
        self._asked_of = occasion
        self.questions = Questions(
            self._presenter,
            self._section.fields,
            self._context,
            item_id=occasion,
            item=lambda: self._occasion(occasion),
            write=self._write,
        )
        self._panel.add(self.questions)
        if not self._presenter.is_fixed:
            self._panel.add(Button(TAKE_OUT, "quiet", does=self._on_take_out))

    def _occasion(self, occasion: str) -> Examination | None:
        found = self._presenter.referral.examinations
        return next((one for one in found if one.id == occasion), None)

    def _on_take_out(self) -> None:
        """Take the occasion out; its marks stay, with their child, day and witness."""
        seen = self._group.examination
        if seen is not None and self._section is not None:
            self._presenter.take_out(self._section, seen.id, f"The occasion, {_day(seen)},")
            self.start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_about(self) -> None:
        self._is_open = not self._is_open
        self._show_about()

    def _words(self, group: Group, found: tuple[Group, ...]) -> str:
        return f"{_title(group, found, self._child(group.child))} ({len(group.marks)})"

    def _child(self, child: str) -> str:
        return short_names(self._context).get(child, "Child not yet said")


def short_names(context: EditorContext) -> dict[str, str]:
    """Give each child's first word of the name, or all of it where two would be the same."""
    firsts = [one.words.partition(" ")[0] for one in context.children]
    return {
        one.id: first if firsts.count(first) == 1 and "Child" not in firsts else one.words
        for one, first in zip(context.children, firsts, strict=True)
    }


def occasion_tiles(referral: Referral, context: EditorContext) -> tuple[Tile, ...]:
    """Give every occasion that a mark can be joined to, and none."""
    names = short_names(context)
    seen = {one.id: one for group in groups(referral) if (one := group.examination) is not None}
    return (_NONE, *(Tile(one.id, _named(one, names)) for one in seen.values()))


def _named(seen: Examination, names: dict[str, str]) -> str:
    return ", ".join(filter(None, (names.get(known(seen.child), ""), _day(seen))))


def _day(seen: Examination) -> str:
    return seen.when.words() if isinstance(seen.when, PartDate) else "no date yet"


def _title(group: Group, found: tuple[Group, ...], child: str) -> str:
    """Name a group: by the day, or as what stands apart from the child's occasions."""
    seen = group.examination
    if seen is not None:
        return f"{child}, {_day(seen)}"
    has_others = any(one.child == group.child and one.examination for one in found)
    return f"{child}, not yet placed in an occasion" if has_others else child


def _told(seen: Examination) -> str:
    parts = (("Seen by", seen.seen_by), ("Also there", seen.present), ("Where", seen.where))
    return " \u00b7 ".join(f"{name}: {one}" for name, one in parts if isinstance(one, str) and one)
