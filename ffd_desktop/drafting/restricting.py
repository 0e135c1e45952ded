"""Restricted referrals: what is left to see of one for whoever may not read it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from ffd_desktop.drafting.ports import ShelfRow
from ffd_desktop.problems import ProblemForPerson


def as_seen_by(viewer: str, row: ShelfRow) -> ShelfRow:
    """Take the words out of a shelf's row when a person may not read the referral.

    Args:
        viewer: The person's id; empty for whoever came in by a sheet, who sees everything.
        row: With everything in it.
    """
    if not viewer or not row.readers or viewer in row.readers:
        return row
    return msgspec.structs.replace(row, council="", form="", children=(), is_hidden=True)


def ask_words(readers: Collection[str], names: Mapping[str, str]) -> str:
    """Say whom to ask about a restricted referral; empty when it is for everybody.

    Args:
        readers: Ids of those who may read it.
        names: Of the staff who can open the vault today, by id.
    """
    if not readers:
        return ""
    here = [name for person, name in names.items() if person in readers]
    if not here:
        return "Restricted, and its readers have left: the recovery code opens it"
    return f"Restricted: ask {' or '.join(here)}"


def restricted() -> ProblemForPerson:
    """Refuse to give or change anything of a referral that others keep to themselves."""
    return ProblemForPerson(
        "This referral is restricted to some of the staff, and you are not one of them. "
        "Nothing was changed.",
        "Ask one of those whom the shelf names beside it.",
        "referral_restricted",
    )
