"""Which rows of the chronology are shown: by child, by where they go, by words; and how many.

Says what it keeps back and never changes a row.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.screens.draft.chronology.row_words import KEPT, OURS, Held, Wanted
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.chips import ChipFace, Chips
from ui.widgets.flow import Flow
from ui.widgets.rows import column
from ui.widgets.search_box import SearchBox
from ui.widgets.still_combo import StillCombo
from ui.widgets.words import Kind, Words

WORDS = "Words in the rows"
ABOUT = "Show only rows about these children; none chosen shows every row"
_HELD = {Held.ALL: "All rows", Held.OURS: OURS, Held.KEPT: KEPT}


class FilterBar(QWidget):
    """What is looked for, and how many rows are shown of how many.

    Signals:
        changed: Other rows are wanted.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Wanted()
        self._about = Words(ABOUT, Kind.HINT)
        self.chips = Chips()
        self.chips.describe(ABOUT)
        self.chips.turned.connect(self._on_turned)
        self.chips.alone.connect(lambda child: self._want(children=frozenset({child})))
        self.held = self._make_held()
        self.box = SearchBox(WORDS)
        self.box.sought.connect(lambda words: self._want(words=words))
        self.told = Words("", Kind.HINT, wraps=False)
        self.show_all = Button("Show all rows", "quiet", does=self.clear)
        self._lay_out()

    @property
    def wanted(self) -> Wanted:
        """What is let through."""
        return self._wanted

    def show_names(self, names: Mapping[str, str]) -> None:
        """Offer a chip for each child, by ids, where there are several."""
        self.chips.show_chips(tuple(ChipFace(id=one, words=name) for one, name in names.items()))
        self.chips.mark(self._wanted.children)
        for part in (self._about, self.chips):
            part.setVisible(len(names) > 1)

    def tell(self, shown: int, count: int) -> None:
        """Say how many rows are shown of how many, and how many are hidden."""
        hidden = count - shown
        words = f"{shown} of {count} rows. {hidden} hidden by the filter." if hidden else ""
        words = words or (f"{count} rows" if count != 1 else "1 row")
        if self.told.text() != words:
            self.told.setText(words)
            announce(self, words)
        self.show_all.setVisible(self._wanted.is_on)

    def clear(self) -> None:
        """Let every row through again."""
        with QSignalBlocker(self.held), QSignalBlocker(self.box.line):
            self.held.setCurrentIndex(0)
            self.box.line.clear()
        self.box.clear_button.hide()
        self.chips.mark(())
        self._want(children=frozenset(), held=Held.ALL, words="")

    def half_typed(self) -> Mapping[str, object]:
        """Give what is looked for."""
        wanted = self._wanted
        if not (wanted.is_on or self.box.text()):
            return {}
        return {
            "children": sorted(wanted.children),
            "held": wanted.held.value,
            "words": self.box.text(),
        }

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Look for the same again."""
        children = typed.get("children")
        names = frozenset(map(str, children)) if isinstance(children, list | tuple) else frozenset()
        held = Held(str(typed.get("held", Held.ALL.value)))
        words = str(typed.get("words", ""))
        with QSignalBlocker(self.held), QSignalBlocker(self.box.line):
            self.held.setCurrentIndex(list(_HELD).index(held))
            self.box.line.setText(words)
        self.chips.mark(names)
        self._want(children=names, held=held, words=words)

    def _want(self, **parts: object) -> None:
        wanted = msgspec.structs.replace(self._wanted, **parts)
        if wanted != self._wanted:
            self._wanted = wanted
            self.chips.mark(wanted.children)
            self.changed.emit()

    def _on_turned(self, child: str) -> None:
        self._want(children=self._wanted.children ^ {child})

    def _make_held(self) -> StillCombo:
        box = StillCombo()
        for held, words in _HELD.items():
            box.addItem(words, held.value)
        box.setAccessibleName("Show the rows by where they go")
        box.currentIndexChanged.connect(lambda at: self._want(held=list(_HELD)[at]))
        return box

    def _lay_out(self) -> None:
        lines = column(self, gap=SPACE.small)
        lines.addWidget(self._about)
        lines.addWidget(self.chips)
        choice = QHBoxLayout()
        choice.setSpacing(SPACE.small)
        choice.addWidget(self.held)
        choice.addWidget(self.box, 1)
        lines.addLayout(choice)
        told = Flow(gap=SPACE.small)
        told.addWidget(self.told)
        told.addWidget(self.show_all)
        lines.addLayout(told)
