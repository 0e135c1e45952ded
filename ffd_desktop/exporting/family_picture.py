"""The family drawn, as it stands in the form: one picture, or several where one is too high."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.exporting.outline import Figure
from ffd_desktop.exporting.pictures.family.genogram import genogram, genograms
from ffd_desktop.exporting.pictures.family.places import EDGE, WIDEST
from ffd_desktop.exporting.wording import Wording

HIGHEST: Final = 820.0  # on a page, its smallest letters are still 6.5 points
_FEWEST: Final = 2  # people; one alone needs no picture


def family_picture(wording: Wording) -> Iterator[Figure]:
    """Yield the pictures of a family of more than one."""
    if _is_worth_drawing(wording):
        yield from genograms(wording, highest=HIGHEST)


def shown_picture(wording: Wording, room: float) -> Figure | None:
    """Give the one picture for a screen; ``None`` for a family of one or of nobody.

    ``room`` is how wide it may be without anybody having to move it, in its own units.
    """
    if not _is_worth_drawing(wording):
        return None
    return genogram(wording, widest=min(room - 2 * EDGE, WIDEST))


def _is_worth_drawing(wording: Wording) -> bool:
    return len(wording.referral.children) + len(wording.referral.people) >= _FEWEST
