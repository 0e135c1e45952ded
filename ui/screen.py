"""What the shell expects of every screen. A screen never opens another: it names a destination."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.destinations import Destination


def text_of(typed: Mapping[str, object], name: str) -> str:
    """Give a text out of what ``half_typed`` gave; empty when there is none."""
    found = typed.get(name)
    return found if isinstance(found, str) else ""


class Screen(QWidget):
    """The base of every screen.

    Signals:
        go: The person wants to be elsewhere; carries a ``Destination``.
        not_left: Somebody waits to leave, and the words cannot be written; carries the
            ``ProblemForPerson``. Writing is tried again until it works.
        copies: Words for the clipboard, marked as ours and cleared again; none clears them now.
    """

    go = Signal(object)
    not_left = Signal(object)
    copies = Signal(str)
    title = ""

    def entered(self) -> None:
        """Called once the screen is shown; puts the focus where a person would start."""

    def leave(self, left: Callable[[], None]) -> None:
        """Make everything durable, then call ``left``; called before another screen, lock, close.

        Never asks and never refuses: a screen with nothing to save calls ``left`` at once.
        """
        left()

    def stay(self) -> None:
        """Give up leaving; the words stay and saving goes on."""

    def half_typed(self) -> Mapping[str, object]:
        """Give what stands here that is kept nowhere else, JSON-like; never a secret.

        A lock keeps it in the vault and gives it to ``put_back`` after the next unlock.
        """
        return {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show again what ``half_typed`` gave; called after ``entered``."""

    def wants(self, destination: Destination) -> None:
        """Ask the shell to go elsewhere."""
        self.go.emit(destination)
