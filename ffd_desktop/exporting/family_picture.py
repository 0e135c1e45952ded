"""The family drawn, as it stands in the form: one picture, or several where one is too high."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.exporting.outline import Figure
from ffd_desktop.exporting.pictures.family.genogram import genograms
from ffd_desktop.exporting.wording import Wording

HIGHEST: Final = 820.0  # on a page, its smallest letters are still 6.5 points
_FEWEST: Final = 2  # people; one alone needs no picture


def family_picture(wording: Wording) -> Iterator[Figure]:
    """Yield the pictures of a family of more than one."""
    referral = wording.referral
    if len(referral.children) + len(referral.people) >= _FEWEST:
        yield from genograms(wording, highest=HIGHEST)
