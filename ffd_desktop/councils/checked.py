"""What an office checked of a council's details, as it is kept.

Imports little: the locked screen reads it before anything else is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeAlias

import msgspec


class DetailKind(StrEnum):
    """What can be checked of a contact; the value is also the field of the pack."""

    PHONE = "phone"
    HOURS = "hours"
    ADDRESS = "address"
    EMAIL = "email"
    SECURE_EMAIL = "secure_email"


class CheckedDetail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One detail of a contact as somebody in this office confirmed or corrected it.

    Attributes:
        text: What they found right.
        published: What the pack published at the time; empty where it published nothing.
        by: Who checked it.
        on: When.
    """

    text: str
    published: str
    by: str
    on: date


OfficeDetails: TypeAlias = Mapping[str, Mapping[DetailKind, CheckedDetail]]
"""By contact, then by kind."""
