"""What a table is read for when it should be a school's roll."""

from __future__ import annotations

from typing import Final

from ffd_desktop.roll import trouble
from ffd_desktop.roll.tables.fields import read_heading
from ffd_desktop.tables.purpose import Purpose


def _named(heading: str) -> tuple[str, str, int] | None:
    said = read_heading(heading)
    return (said.field, said.whose, said.contact) if said.field else None


ROLL: Final = Purpose(_named, trouble.OF_WHAT, trouble.REFUSALS)
