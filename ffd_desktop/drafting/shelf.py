"""The shelf: start, copy, archive and destroy referrals. Finding them is the store's own work."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ffd_desktop.drafting.ports import By, DraftState, ReferralStore, SchoolProfile
from ffd_desktop.drafting.reopening import copied, reopened
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.referral.ids import new_referral_id
from ffd_desktop.referral.model import Origin, Referral


class Aim(msgspec.Struct, frozen=True):
    """Which form of which council a referral is written on."""

    council: str
    form: str
    pack_version: str


def start(
    store: ReferralStore,
    aim: Aim,
    *,
    by: By,
    profile: SchoolProfile,
    prefill: Iterable[Edit] = (),
) -> Referral:
    """Put a new draft on the shelf, with the office's details and any prefill already in it."""
    day = by.at[:10]
    blank = Referral(
        id=new_referral_id(),
        reference=store.next_reference(int(day[:4])),
        council=aim.council,
        form=aim.form,
        pack_version=aim.pack_version,
    )
    store.create(blank, by=by)
    edits = (*profile_edits(profile, day), *prefill)
    filled = replay(blank, edits)
    if edits:
        store.append(blank.id, edits, filled, by=by)
    return filled


def profile_edits(profile: SchoolProfile, day: str) -> tuple[Edit, ...]:
    """Give the edits that fill section B from the office's own details."""
    origin = Origin("profile", day)
    numbers = f"{profile.la_code}/{profile.estab_code}" if profile.estab_code else ""
    answers = {
        "name": profile.staff_name,
        "role": profile.staff_role,
        "school_name": profile.school_name,
        "school_number": numbers,
        "school_address": profile.school_address,
        "phone": profile.staff_phone or profile.school_phone,
        "email": profile.staff_email,
    }
    return tuple(
        put(f"referrer.{name}", value, origin=origin) for name, value in answers.items() if value
    )


def copy(store: ReferralStore, referral_id: str, *, by: By) -> Referral:
    """Put a copy on the shelf: the same words under a new reference, unsigned and unsent.

    Of one that was sealed or sent it is a new referral about the family, which names the old one
    (``reopening.py``). Comments stay behind: they were about the other.
    Whoever may not read the one may not read the other.
    """
    referral, reference = store.load(referral_id), store.next_reference(int(by.at[:4]))
    make = copied if _is_draft(store, referral_id) else reopened
    made = make(referral, new_id=new_referral_id(), reference=reference)
    store.create(made, by=by, readers=store.readers(referral_id), files_of=referral_id)
    return made


def _is_draft(store: ReferralStore, referral_id: str) -> bool:
    state = store.row(referral_id).state
    if state is DraftState.ARCHIVED:
        state = store.state_before(referral_id)
    return state is DraftState.DRAFT


def archive(store: ReferralStore, referral_id: str, *, by: By) -> None:
    """Take a referral out of daily sight; nothing of it changes."""
    store.set_state(referral_id, DraftState.ARCHIVED, by=by)


def bring_back(store: ReferralStore, referral_id: str, *, by: By) -> None:
    """Put an archived referral back where it stood before: a draft among the drafts."""
    store.set_state(referral_id, store.state_before(referral_id), by=by)


def destroy(store: ReferralStore, referral_id: str, *, reason: str, by: By) -> None:
    """Remove a referral and its history for ever.

    Raises:
        ProblemForPerson: ``reason_missing`` when no reason is given; ``record_held`` while the
            record is held.
    """
    if store.load(referral_id).after.hold is True:
        raise ProblemForPerson(
            "Nothing was destroyed: this record is held, so that nobody destroys it.",
            "See under “How long it is kept” why, and end the hold there once it may go.",
            "record_held",
        )
    if not reason.strip():
        raise ProblemForPerson(
            "Nothing was destroyed: destroying a record needs a reason.",
            "Write why this record is destroyed, such as 'written about the wrong child'.",
            "reason_missing",
        )
    store.destroy(referral_id, reason=reason.strip(), by=by)
