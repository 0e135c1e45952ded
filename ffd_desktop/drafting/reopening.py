"""A new referral from one that was sealed or sent: the family and what is known, not what was done.

A pure rule. The old one stays as it is; the new one names it, and is asked afresh what belongs to
one referral alone: whether a child is in danger now, the calls, consent, why now, the signing.
"""

from __future__ import annotations

import msgspec

from ffd_desktop.referral.after import After
from ffd_desktop.referral.answers import Answer
from ffd_desktop.referral.consent import Consent
from ffd_desktop.referral.model import Declaration, FirstCall, Header, Referral


def copied(referral: Referral, *, new_id: str, reference: str) -> Referral:
    """Give a copy of a draft: the same words, unsigned and unsent, without comments."""
    return msgspec.structs.replace(
        referral,
        id=new_id,
        reference=reference,
        declaration=Declaration(),
        after=After(),
        comments=(),
    )


def reopened(referral: Referral, *, new_id: str, reference: str) -> Referral:
    """Give a new referral about the same family, which names the old one."""
    concern = msgspec.structs.replace(
        referral.concern, immediate_danger=None, danger_done=None, action_taken=None
    )
    made = msgspec.structs.replace(
        copied(referral, new_id=new_id, reference=reference),
        header=_header(referral),
        first_call=FirstCall(),
        calls=(),
        consent=Consent(),
        concern=concern,
        replies=(),
    )
    origins = {path: one for path, one in made.origins.items() if not path.startswith(_ASKED_ANEW)}
    return msgspec.structs.replace(made, origins=origins)


_ASKED_ANEW = ("header.", "first_call.", "calls[", "consent.", "concern.")


def _header(referral: Referral) -> Header:
    before = referral.header
    return Header(
        reasons=before.reasons,
        open_to_social_care=before.open_to_social_care,
        open_case_details=before.open_case_details,
        linked_referrals=_linked(before.linked_referrals, _names(referral)),
    )


def _names(referral: Referral) -> str:
    """Name the old one by our reference, and by the council’s where it gave one."""
    theirs = referral.after.council_reference
    if isinstance(theirs, str) and theirs.strip():
        return f"{referral.reference} (the council\u2019s {theirs.strip()})"
    return referral.reference


def _linked(before: Answer[str], name: str) -> str:
    if isinstance(before, str) and before.strip() and name not in before:
        return f"{before.strip()}; {name}"
    return before if isinstance(before, str) and name in before else name
