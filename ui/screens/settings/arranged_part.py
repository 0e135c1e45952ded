"""What IT support set for this computer, and what is wrong with their file. Changes nothing."""

from __future__ import annotations

from ffd_desktop.app.arranged import Arrangements
from ui.style.tokens import SPACE
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words


class ArrangedPart(Panel):
    """A card that is there only when there is such a file."""

    def __init__(self, arranged: Arrangements) -> None:
        super().__init__(gap=SPACE.small)
        self.add(Words("Set by your IT support", Kind.HEADING))
        for line in arranged.lines():
            self.add(Words(line))
        for fault in arranged.faults:
            self.add(Words(fault, Kind.WARN))
        self.add(Words(f"In the file {arranged.source}", Kind.QUIET))
        if arranged.source is None:
            self.hide()
