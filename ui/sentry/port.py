"""What the window knows of a sentry: it calls when the computer is being left, and says why.

Never locks anything itself. A system that cannot be listened to is a sentry that never calls.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Why(StrEnum):
    """Why the computer is being left."""

    SCREEN = "screen"
    SWITCH = "switch"
    SLEEP = "sleep"
    LID = "lid"
    ENDING = "ending"


class Sentry(QObject):
    """Listens to the system. This one hears nothing.

    Signals:
        called: The computer is being left; carries the ``Why``. May come twice for one leaving.
    """

    called = Signal(object)

    def begin(self, window: QWidget) -> None:
        """Begin to listen; ``window`` is the one that the system is to tell, if it tells windows.

        What the system does not offer is left out in silence.
        """

    def end(self) -> None:
        """Listen no more, and give back to the system what was asked of it."""

    def hold(self) -> None:
        """Words are on the screen now: have the system wait a moment for us before it sleeps."""

    def let_go(self) -> None:
        """The words are gone from the screen: the system may sleep."""

    def dismiss(self) -> None:
        """Close the dialogs that the system itself opened for this program, unknown to Qt."""
