"""Which drafts have something to follow up, kept so that the board need not read every draft.

A draft counts from when a call or anything after sending is first written down in it. Kept as ids
in the vault's settings; whether anything is due is worked out from the referral itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ffd_desktop.drafting.ports import SettingsStore
from ffd_desktop.referral.edits import Edit

_KEY: Final = "followed_drafts"
_PARTS: Final = ("after", "first_call", "calls")


def note(settings: SettingsStore, referral_id: str, edits: Iterable[Edit]) -> None:
    """Note a draft once an edit of it is one to follow up."""
    if any(edit.path.startswith(_PARTS) for edit in edits):
        kept = ids(settings)
        if kept is not None and referral_id not in kept:
            keep(settings, {*kept, referral_id})


def ids(settings: SettingsStore) -> frozenset[str] | None:
    """Give the ids that were noted; ``None`` in a vault of before they were."""
    kept = settings.get(_KEY)
    return frozenset(str(one) for one in kept) if isinstance(kept, list) else None


def keep(settings: SettingsStore, found: Iterable[str]) -> None:
    """Keep just these ids."""
    settings.put(_KEY, sorted(found))


def forget(settings: SettingsStore, referral_id: str) -> None:
    """Note a destroyed draft no more."""
    kept = ids(settings)
    if kept is not None and referral_id in kept:
        keep(settings, kept - {referral_id})
