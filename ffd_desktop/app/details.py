"""The details that referrals are prefilled with: the school's, and each person's own.

Kept apart in the vault's settings, the person's by the id that stays when they change their name
or passphrase. A vault of before several staff held both in one setting; ``bring_over`` parts them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Final

import msgspec

from ffd_desktop.drafting.ports import SchoolProfile, SettingsStore
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.slots import Staff
from ffd_desktop.vault.states import Unlocked

_SCHOOL: Final = "school_details"
_PERSON: Final = "staff_details/"
_JOINED: Final = "profile"
_OWN: Final = ("staff_name", "staff_role", "staff_phone", "staff_email")


def read(settings: SettingsStore, who: Unlocked) -> SchoolProfile:
    """Give the school's details with those of whoever unlocked."""
    kept = settings.get(_SCHOOL) or settings.get(_JOINED)
    school = _profile(kept)
    nobody = dict.fromkeys(_OWN, "")
    own = _profile(settings.get(_PERSON + who.person)) if who.person else SchoolProfile()
    mine = {
        **{one: getattr(own, one) for one in _OWN},
        "staff_name": own.staff_name or who.name,
        "staff_role": own.staff_role or who.role,
    }
    return msgspec.structs.replace(school, **(mine if who.person else nobody))


def keep(settings: SettingsStore, who: Unlocked, profile: SchoolProfile) -> None:
    """Keep the school's details, and the person's own where a person unlocked."""
    if who.person:
        own = SchoolProfile(**{one: getattr(profile, one) for one in _OWN})
        settings.put(_PERSON + who.person, msgspec.to_builtins(own))
    school = msgspec.structs.replace(profile, **dict.fromkeys(_OWN, ""))
    settings.put(_SCHOOL, msgspec.to_builtins(school))


def are_known(settings: SettingsStore, who: Unlocked) -> bool:
    """Say whether a person ever kept their details; for a sheet there are none to keep."""
    return not who.person or settings.get(_PERSON + who.person) is not None


def forget(settings: SettingsStore, person: str) -> None:
    """Drop the details of a person who left."""
    settings.put(_PERSON + person, None)


def bring_over(settings: SettingsStore, who: Unlocked, staff: Sequence[Staff]) -> None:
    """Part the one setting of an older vault; it stays where the disk does not take the new ones.

    The person's details in it belong to whoever of the staff has that name, else to the first.
    """
    joined = settings.get(_JOINED)
    if not joined or not staff:
        return
    profile = _profile(joined)
    same = (one for one in staff if one.name.casefold() == profile.staff_name.casefold())
    owner = next(same, staff[0])
    with contextlib.suppress(ProblemForPerson):
        keep(settings, Unlocked(who.vault_id, owner.name, owner.role, owner.person), profile)
        settings.put(_JOINED, None)


def _profile(kept: object) -> SchoolProfile:
    return msgspec.convert(kept, SchoolProfile) if kept else SchoolProfile()
