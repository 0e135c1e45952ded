"""Work on the vault lane in pieces, so that a save waits for one piece; or all at one go."""

from __future__ import annotations

from typing import Protocol

from ffd_desktop.progress import Part
from ffd_desktop.undoing import undone_on_failure


class InPieces(Protocol):
    """Something that comes into the vault a piece at a time."""

    @property
    def total(self) -> int:
        """How many steps there are."""
        ...

    def step(self) -> int:
        """Take the next piece in; give how far it is."""
        ...

    def give_up(self) -> bool:
        """Clear away some of what came in; say whether there is more to clear."""
        ...


def at_one_go(work: InPieces, part: Part) -> None:
    """Do it all, for whoever types nothing meanwhile; nothing of it stays when it fails."""
    with undone_on_failure(clear_away, work):
        while (done := work.step()) < work.total:
            part.step(done, work.total)


def clear_away(work: InPieces) -> None:
    """Clear away what came in, in small transactions."""
    while work.give_up():
        pass
