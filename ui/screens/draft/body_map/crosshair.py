"""Where the cross stands on a picture, and how keys move it. Knows no widget."""

from __future__ import annotations

from typing import Final

from ffd_desktop.exporting.pictures.body.plates import Plate
from ffd_desktop.exporting.pictures.body.regions import Region

STEP: Final = 1.5  # units of the picture, about a centimetre of a real child
STRIDE: Final = 7.5


class Crosshair:
    """A point on a picture, from 0 to 1 both ways."""

    def __init__(self) -> None:
        self.x = self.y = 0.5

    def centre(self) -> None:
        """Go back to the middle."""
        self.x = self.y = 0.5

    def put(self, x: float, y: float) -> None:
        """Go to a point, kept on the picture."""
        self.x, self.y = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def step(self, across: int, down: int, sheet: Plate, *, far: bool) -> None:
        """Move a little, or further."""
        long = STRIDE if far else STEP
        self.put(self.x + across * long / sheet.width, self.y + down * long / sheet.height)

    def next_region(self, sheet: Plate, step: int) -> Region | None:
        """Go to the middle of the next place of the body, or of the one before."""
        if not sheet.regions:
            return None
        here = sheet.region_at(self.x, self.y)
        at = sheet.regions.index(here) + step if here else 0
        region = sheet.regions[at % len(sheet.regions)]
        self.put(*sheet.middle_of(region))
        return region
