"""Nothing can be typed between the last save and the moment when the screen is taken away.

Never opens by a timer: a lane that is slow would let a letter in that nobody keeps.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.lanes import Submits


class Leaving:
    """Closes a part of a screen while others decide whether the screen goes.

    Args:
        screen: Answers no more once it is gone.
        part: What is closed.
        lane: Where the next screen is made ready, and where the vault is closed.
    """

    def __init__(self, screen: QWidget, part: QWidget, lane: Submits) -> None:
        self._screen = screen
        self._part = part
        self._lane = lane
        self._times = 0

    def let_go(self, left: Callable[[], None]) -> None:
        """Close the part and call ``left``.

        What ``left`` puts on the lane comes first; a screen that is still there after it stays,
        and is opened again.
        """
        self._times += 1
        this_time = self._times
        self._part.setEnabled(False)
        left()

        def still_there(_: object) -> None:
            if self._times == this_time:
                self.stay()

        self._lane.submit(self._screen, _nothing, still_there, still_there)

    def stay(self) -> None:
        """Open the part again."""
        self._part.setEnabled(True)


def _nothing() -> None:
    """A job that marks a place in the queue."""
