"""What comes after sending: the council's answer, and all that was done until there was one.

No part of what is sent. Section T of the field list merged from published English forms; asked for
by the Worcestershire scrutiny report 2019 (paras 46-47, 69, 84-88) and by Walsall's report of 2018.
"""

from __future__ import annotations

from ffd_desktop.referral.answers import Answer
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.private import Private


class Chase(Item, frozen=True):
    """A call, letter or chase after sending, in either direction.

    Attributes:
        who: With whom, at the council or elsewhere.
        what: What was said or written.
        by: Who of the school.
    """

    when: Answer[PartDate] = None
    kind: Answer[str] = None
    who: Answer[str] = None
    number: Answer[str] = None
    by: Answer[str] = None
    what: Answer[str] = None
    read_back: Answer[bool] = None
    next_on: Answer[PartDate] = None


class Worker(Item, frozen=True):
    """Who at the council has the family, and since when: workers change, the record stays."""

    name: Answer[str] = None
    role: Answer[str] = None
    phone: Answer[str] = None
    email: Answer[str] = None
    since: Answer[PartDate] = None
    until: Answer[PartDate] = None


class Challenge(Item, frozen=True):
    """One step of a professional disagreement.

    Attributes:
        stage: The number of the stage in the council's pack, as a code of its list ``stages``.
        about: What it is about (code list ``disagreements``).
        case: Why the decision does not keep the child safe, in words.
    """

    stage: Answer[str] = None
    raised_on: Answer[PartDate] = None
    with_whom: Answer[str] = None
    about: Answer[str] = None
    case: Answer[str] = None
    answer_by: Answer[PartDate] = None
    answered_on: Answer[PartDate] = None
    answer: Answer[str] = None
    settled: Answer[bool] = None


class Told(Item, frozen=True):
    """Another school of a brother or sister, and whether its safeguarding lead was told."""

    children: Answer[tuple[str, ...]] = None
    school: Answer[str] = None
    who: Answer[str] = None
    when: Answer[PartDate] = None
    by: Answer[str] = None
    what: Answer[str] = None


class After(Private, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What came back after sending (T).

    Attributes:
        addendum: The words of an addendum that is being written; none once it is sealed.
    """

    sent_how: Answer[str] = None
    sent_on: Answer[PartDate] = None
    sent_by: Answer[str] = None
    acknowledged_on: Answer[PartDate] = None
    acknowledged_by: Answer[str] = None
    council_reference: Answer[str] = None
    decided_on: Answer[PartDate] = None
    decided_level: Answer[str] = None
    outcome: Answer[str] = None
    rationale: Answer[str] = None
    outcome_told_on: Answer[PartDate] = None
    signposted: Answer[str] = None
    feedback_quality: Answer[str] = None
    family_told_on: Answer[PartDate] = None
    family_told: Answer[str] = None
    next_review: Answer[PartDate] = None
    closed_on: Answer[PartDate] = None
    addendum: Answer[str] = None
    hold: Answer[bool] = None
    hold_reason: Answer[str] = None
    keep_until: Answer[PartDate] = None
    keep_reason: Answer[str] = None
    chases: tuple[Chase, ...] = ()
    workers: tuple[Worker, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    schools_told: tuple[Told, ...] = ()
