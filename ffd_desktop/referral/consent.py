"""Consent and openness with the family: what was said to whom, and what was decided and why.

Consent is a recorded state, never a gate on writing (scrutiny report 2019, paras 17-18, App. 5).
"""

from __future__ import annotations

from ffd_desktop.referral.answers import Answer
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.private import Private


class Conversation(Item, frozen=True):
    """One conversation, or attempt at one, with a person with parental responsibility (C2).

    ``children``: whom it was about; ``concerned.py`` holds what blank means.
    """

    person: Answer[str] = None
    when: Answer[PartDate] = None
    by: Answer[str] = None
    how: Answer[str] = None
    result: Answer[str] = None
    told: Answer[str] = None
    words: Answer[str] = None
    interpreter: Answer[bool] = None
    children: Answer[tuple[str, ...]] = None


class Consent(Private, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The state of consent for this referral to this council (C1, C3 to C10)."""

    safe_to_discuss: Answer[bool] = None
    decision: Answer[str] = None
    given_by: Answer[tuple[str, ...]] = None
    given_on: Answer[PartDate] = None
    taken_by: Answer[str] = None
    covers: Answer[str] = None
    agencies_named: Answer[str] = None
    ground: Answer[str] = None
    reason: Answer[str] = None
    decided_by: Answer[str] = None
    decided_on: Answer[PartDate] = None
    lawful_basis: Answer[str] = None
    keep_from: Answer[str] = None
    conversations: tuple[Conversation, ...] = ()
