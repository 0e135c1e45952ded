"""Translates between a destination of the window and a place kept in the vault. Keeps nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ui.destinations import (
    Destination,
    ToAfter,
    ToBoard,
    ToCheck,
    ToColleagues,
    ToCouncilDetails,
    ToDraft,
    ToFigures,
    ToHandOver,
    ToKeeping,
    ToNewReferral,
    ToPackage,
    ToRecord,
    ToRoll,
    ToSettings,
    ToSheet,
    ToShelf,
    ToVault,
)

if TYPE_CHECKING:
    from ffd_desktop.app.coming_back import Where

COUNCIL = "council"
"""Which council a page was about, beside what was typed there."""
_PLAIN: Mapping[str, Destination] = {
    "board": ToBoard(),
    "figures": ToFigures(),
    "keeping": ToKeeping(),
    "new_referral": ToNewReferral(),
    "package": ToPackage(),
    "roll": ToRoll(),
    "settings": ToSettings(),
    "colleagues": ToColleagues(),
    "shelf": ToShelf(),
    "vault": ToVault(),
}


def where_of(at: Destination | None, typed: Mapping[str, object]) -> Where:
    """Say where somebody is. A draft knows its section, answer and caret itself."""
    from ffd_desktop.app.coming_back import Where

    match at:
        case ToDraft(referral_id):
            return Where("draft", referral_id, typed)
        case ToCheck(referral_id):
            return Where("check", referral_id, typed)
        case ToAfter(referral_id):
            return Where("after", referral_id, typed)
        case ToSheet(referral_id):
            return Where("sheet", referral_id, typed)
        case ToRecord(referral_id):
            return Where("record", referral_id, typed)
        case ToHandOver(referral_id):
            return Where("hand_over", referral_id, typed)
        case ToSettings():
            return Where("settings", typed=typed)
        case ToCouncilDetails(council):
            return Where("council_details", typed={**typed, COUNCIL: council})
        case _:
            names = (name for name, plain in _PLAIN.items() if plain == at)
            return Where(next(names, "shelf"), typed=typed)


def destination_of(where: Where | None) -> Destination:
    """Say where somebody who comes back goes; to the shelf from nowhere known."""
    match where.screen if where is not None else "":
        case "draft" if where is not None:
            return ToDraft(where.referral_id)
        case "check" if where is not None:
            return ToCheck(where.referral_id)
        case "sheet" if where is not None:
            return ToSheet(where.referral_id)
        case "record" if where is not None:
            return ToRecord(where.referral_id)
        case "hand_over" if where is not None:
            return ToHandOver(where.referral_id)
        case "after" if where is not None:
            return ToAfter(where.referral_id)
        case "council_details" if where is not None:
            return ToCouncilDetails(str(where.typed.get(COUNCIL, "")))
        case name:
            return _PLAIN.get(name, ToShelf())
