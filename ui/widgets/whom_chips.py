"""Which children an entry concerns, as chips: all of them until some are taken out.

Holds the answer in the words of ``referral/concerned.py``, and decides nothing else.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.concerned import concerned, only, turned, whom_in_words
from ui.widgets.announce import announce
from ui.widgets.chips import ChipFace, Chips

Whom = tuple[str, ...] | NotKnown | None


class WhomChips(Chips):
    """A chip for each child.

    Signals:
        edited: Whom it concerns, after a person changed it: ids, or ``None`` for all.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whom: Whom = None
        self._children: tuple[ChipFace, ...] = ()
        self._referred: tuple[str, ...] = ()
        self.turned.connect(self._on_turned)
        self.alone.connect(self._on_alone)

    def show_children(self, children: tuple[ChipFace, ...], referred: tuple[str, ...]) -> None:
        """Offer these children; ``referred`` holds the ids of those meant by "all"."""
        self._children, self._referred = children, referred
        self._show()

    def whom(self) -> Whom:
        """Give whom it concerns."""
        return self._whom

    def show_whom(self, whom: Whom) -> None:
        """Show whom it concerns; emits nothing."""
        self._whom = whom
        self._show()

    def in_words(self) -> str:
        """Say whom it concerns."""
        names = {one.id: one.words for one in self._children}
        return ", ".join(whom_in_words(self._whom, names, referred=self._referred))

    def _show(self) -> None:
        held = concerned(self._whom, self._referred)
        known = {one.id for one in self._children}
        strays = tuple(
            ChipFace(one, "Someone no longer in this referral") for one in held if one not in known
        )
        self.show_chips(self._children + strays)
        self.mark(held)

    def _on_turned(self, child: str) -> None:
        everyone = [one.id for one in self._children]
        self._take(turned(self._whom, child, everyone=everyone, referred=self._referred))

    def _on_alone(self, child: str) -> None:
        self._take(only(child, referred=self._referred))

    def _take(self, whom: tuple[str, ...] | None) -> None:
        is_other = whom != self._whom
        self._whom = whom
        self._show()
        if is_other:
            self.edited.emit(whom)
            announce(self, self.in_words())
