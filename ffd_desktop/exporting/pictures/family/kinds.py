"""What the codes of relationships mean to a picture: who is drawn as a parent, a carer, beside.

Labels stand in the code lists (``resources/codes``); here is only where each belongs.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

BIRTH: Final = ("PAM", "PAF")
STEP: Final = ("STM", "STF", "PPM")
CARERS: Final = ("FOM", "FOF", "PFC", "SGN", "KIN", "CAR")
GRANDPARENTS: Final = ("GRM", "GRF")
GROWN_UP: Final = ("SIB",)
FEMALE: Final = ("PAM", "STM", "GRM", "FOM")
MALE: Final = ("PAF", "STF", "GRF", "FOF")
TOGETHER: Final = ("married", "civil_partnership", "living_together", "couple")
APART: Final = ("separated", "divorced", "ended")


class Sex(StrEnum):
    """Which symbol a person has."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"


class Descent(StrEnum):
    """How a child comes to stand beneath somebody."""

    BIRTH = "birth"
    ADOPTED = "adopted"
    CARED_FOR = "cared for"


def sex_of(code: object, kinds: tuple[str, ...] = ()) -> Sex:
    """Give the symbol for a sex; where none is given, what somebody is to a child may say it."""
    known = {"M": Sex.MALE, "F": Sex.FEMALE}.get(code) if isinstance(code, str) else None
    if known or code == "U":
        return known or Sex.OTHER
    if any(kind in FEMALE for kind in kinds):
        return Sex.OTHER if any(kind in MALE for kind in kinds) else Sex.FEMALE
    return Sex.MALE if any(kind in MALE for kind in kinds) else Sex.OTHER
