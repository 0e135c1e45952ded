"""Which parts of a transfer sheet were copied, as marks without a word of the referral.

A web form that timed out so costs nothing: whoever comes back goes on where they were.
"""

from __future__ import annotations

from collections.abc import Iterable

from ffd_desktop.drafting.ports import SettingsStore


def marks(settings: SettingsStore, referral_id: str) -> frozenset[str]:
    """Give the marks of the parts that were copied."""
    kept = settings.get(_key(referral_id))
    return frozenset(str(one) for one in kept) if isinstance(kept, list) else frozenset()


def keep(settings: SettingsStore, referral_id: str, found: Iterable[str]) -> None:
    """Keep which parts were copied."""
    settings.put(_key(referral_id), sorted(found))


def forget(settings: SettingsStore, referral_id: str) -> None:
    """Keep nothing of a referral any more; also how its sheet is begun anew."""
    if settings.get(_key(referral_id)) is not None:
        settings.put(_key(referral_id), None)


def _key(referral_id: str) -> str:
    return f"copied/{referral_id}"
