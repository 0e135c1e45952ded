"""The referral: one canonical value for every council; a form is only a view of it.

Holds sections A to T of the field list merged from published English forms. Knows no council, no
screen and no file. Everything in it is frozen: a change makes a new referral (``edits.py``).
"""

from __future__ import annotations

import msgspec

from ffd_desktop.referral.after import After
from ffd_desktop.referral.answers import Answer, NotKnown
from ffd_desktop.referral.calls import Call
from ffd_desktop.referral.comments import Comment
from ffd_desktop.referral.consent import Consent
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.people import (
    Address,
    Child,
    Partnership,
    Person,
    Professional,
    Relationship,
    SiblingTie,
)
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import (
    Attachment,
    Danger,
    Event,
    Examination,
    Help,
    IndicatorMark,
    Injury,
    Reply,
    Statement,
)

FORMAT = 1


class Part(Private, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A group of answers that stands once in a referral."""


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a prefilled answer came from, until a person confirms or changes it.

    Attributes:
        kind: ``roll`` or ``profile``.
        as_of: The day the source speaks of, ISO form; the roll's own date.
        care: Words to show beside the answer when it needs a careful look; usually empty.
    """

    kind: str
    as_of: str = ""
    care: str = ""


class Header(Part, frozen=True):
    """The referral as a whole (A)."""

    reasons: Answer[tuple[str, ...]] = None
    open_to_social_care: Answer[bool] = None
    open_case_details: Answer[str] = None
    new_information: Answer[bool] = None
    why_now: Answer[str] = None
    linked_referrals: Answer[str] = None
    started: Answer[PartDate] = None
    completed: Answer[PartDate] = None


class FirstCall(Part, frozen=True):
    """The telephone call that came before the writing (A5 to A7)."""

    phoned: Answer[bool] = None
    when: Answer[PartDate] = None
    number: Answer[str] = None
    spoke_to: Answer[str] = None
    advice: Answer[str] = None
    read_back: Answer[bool] = None
    reference: Answer[str] = None
    police_called: Answer[bool] = None
    police_log: Answer[str] = None
    said: Answer[str] = None


class Referrer(Part, frozen=True):
    """Who refers, and from where (B)."""

    name: Answer[str] = None
    role: Answer[str] = None
    dsl: Answer[str] = None
    school_name: Answer[str] = None
    school_type: Answer[str] = None
    school_number: Answer[str] = None
    school_address: Answer[str] = None
    phone: Answer[str] = None
    mobile: Answer[str] = None
    email: Answer[str] = None
    availability: Answer[str] = None
    deputy: Answer[str] = None
    holiday_contact: Answer[str] = None
    knows_child: Answer[str] = None
    discussed_with_dsl: Answer[bool] = None
    dsl_discussion: Answer[str] = None


class Family(Part, frozen=True):
    """What is asked of the family once (E to G)."""

    other_children: Answer[bool] = None
    parents_details: Answer[str] = None
    household_notes: Answer[str] = None
    support_network: Answer[str] = None
    pets: Answer[str] = None
    siblings_schools_told: Answer[str] = None


class Concern(Part, frozen=True):
    """What happened and how urgent it is (I)."""

    immediate_danger: Answer[bool] = None
    danger_done: Answer[str] = None
    what_happened: Answer[str] = None
    child_words: Answer[str] = None
    when: Answer[PartDate] = None
    where: Answer[str] = None
    how_it_came_to_light: Answer[str] = None
    source_of_harm: Answer[tuple[str, ...]] = None
    source_of_harm_unnamed: Answer[str] = None
    source_in_contact: Answer[bool] = None
    end_of_day: Answer[str] = None
    afraid_to_go_home: Answer[bool] = None
    action_taken: Answer[str] = None


class History(Part, frozen=True):
    """What came before (K, O)."""

    first_concern: Answer[bool] = None
    previous_referrals: Answer[str] = None
    domestic_abuse_notices: Answer[str] = None
    moves: Answer[str] = None
    early_help_plan: Answer[bool] = None
    lead_professional: Answer[str] = None
    why_not_enough: Answer[str] = None
    no_early_help_reason: Answer[str] = None
    school_offer: Answer[str] = None


class Judgement(Part, frozen=True):
    """The referrer's own professional judgement (M)."""

    level: Answer[str] = None
    reason: Answer[str] = None
    factors: Answer[tuple[str, ...]] = None
    tools: Answer[str] = None


class Visiting(Part, frozen=True):
    """Risk to workers who visit (P)."""

    known_risk: Answer[bool] = None
    details: Answer[str] = None
    advice: Answer[str] = None


class Outcome(Part, frozen=True):
    """What is asked of the council (R)."""

    asked: Answer[str] = None
    difference: Answer[str] = None
    school_will: Answer[str] = None
    joint_visit: Answer[bool] = None


class Declaration(Part, frozen=True):
    """Signing off (S)."""

    accurate: Answer[bool] = None
    opinion_apart: Answer[bool] = None
    second_reader: Answer[str] = None
    family_copy: Answer[bool] = None
    family_copy_notes: Answer[str] = None
    signed_by: Answer[str] = None
    signed_role: Answer[str] = None
    signed_on: Answer[PartDate] = None


LocalValue = bool | int | str | tuple[str, ...] | PartDate | NotKnown


class Referral(Private, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A referral, whole.

    Attributes:
        id: Made once, never shown.
        reference: The school's own reference, such as ``FFD-2026-0042``; neutral, safe to print.
        council: The council pack's key.
        form: The form's key within the pack.
        pack_version: The version of the pack it was written under (A3).
        local: Answers to questions that only one council asks, by the pack's field key.
        origins: Where prefilled answers came from, by path.
        comments: What colleagues say to each other about it; never sent (``commenting.py``).
    """

    id: str
    reference: str
    council: str
    form: str
    pack_version: str = ""
    format: int = FORMAT
    header: Header = Header()
    first_call: FirstCall = FirstCall()
    calls: tuple[Call, ...] = ()
    referrer: Referrer = Referrer()
    consent: Consent = Consent()
    children: tuple[Child, ...] = ()
    people: tuple[Person, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    sibling_ties: tuple[SiblingTie, ...] = ()
    addresses: tuple[Address, ...] = ()
    family: Family = Family()
    professionals: tuple[Professional, ...] = ()
    concern: Concern = Concern()
    examinations: tuple[Examination, ...] = ()
    injuries: tuple[Injury, ...] = ()
    statements: tuple[Statement, ...] = ()
    dangers: tuple[Danger, ...] = ()
    events: tuple[Event, ...] = ()
    history: History = History()
    help_tried: tuple[Help, ...] = ()
    indicators: tuple[IndicatorMark, ...] = ()
    judgement: Judgement = Judgement()
    replies: tuple[Reply, ...] = ()
    visiting: Visiting = Visiting()
    attachments: tuple[Attachment, ...] = ()
    wanted: Outcome = Outcome()
    declaration: Declaration = Declaration()
    after: After = After()
    comments: tuple[Comment, ...] = ()
    local: dict[str, LocalValue] = msgspec.field(default_factory=dict)
    origins: dict[str, Origin] = msgspec.field(default_factory=dict)

    def referred_children(self) -> tuple[Child, ...]:
        """The children whom this referral is about."""
        return tuple(child for child in self.children if child.referred)
