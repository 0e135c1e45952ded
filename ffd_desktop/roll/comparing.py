"""What differs between two records of one pupil, in words. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.roll.pupil import Pupil

_PARTS: Final = {
    "UPN": ("upn", "former_upn", "admission_number", "unique_learner_number"),
    "name": (
        "forename",
        "middle_names",
        "surname",
        "preferred_forename",
        "preferred_surname",
        "former_forename",
        "former_surname",
    ),
    "date of birth": ("date_of_birth", "born_as_written"),
    "year group": ("year_group",),
    "address": ("address",),
    "telephone or e-mail": ("phones", "email"),
    "contacts": ("contacts",),
    "care": ("looked_after", "care_authority"),
    "special educational needs": ("sen", "sen_needs", "disabilities", "medical_flag"),
    "attendance": ("attendance",),
}
_OTHER: Final = "something else"


def differences(old: Pupil, new: Pupil) -> Iterator[str]:
    """Name each part of a pupil's record that differs, once."""
    found = [
        words
        for words, names in _PARTS.items()
        if any(getattr(old, name) != getattr(new, name) for name in names)
    ]
    yield from found or [_OTHER]
