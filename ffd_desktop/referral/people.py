"""The people of a referral: children, adults, professionals, and how they belong to each other.

The family is entered once; what differs per child stands on the child or in a relationship.
Fields follow sections D to H of the field list merged from published English forms.
"""

from __future__ import annotations

from ffd_desktop.referral.answers import Answer
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.private import Private


class Item(Private, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One thing in a list of the referral; its id never changes, so that edits find it again."""

    id: str


class Address(Item, frozen=True):
    """A place, entered once and pointed at by everyone who lives there (D5, F).

    Whom it is kept from is said by name where they stand in the referral, and in words otherwise.
    """

    lines: Answer[str] = None
    postcode: Answer[str] = None
    confidential_from: Answer[str] = None
    note: Answer[str] = None
    kept_from_people: Answer[tuple[str, ...]] = None
    kept_from_children: Answer[tuple[str, ...]] = None


class Child(Item, frozen=True):
    """A child of the family, whether referred or not (D and E).

    ``consent_decision`` and ``consent_note`` speak only where consent is not the same for this
    child as for the family (``consent.py``).
    """

    referred: bool = True
    first_names: Answer[str] = None
    family_name: Answer[str] = None
    known_as: Answer[str] = None
    former_names: Answer[str] = None
    date_of_birth: Answer[PartDate] = None
    sex: Answer[str] = None
    gender_identity: Answer[str] = None
    upn: Answer[str] = None
    nhs_number: Answer[str] = None
    school_reference: Answer[str] = None
    home: Answer[str] = None
    second_home: Answer[str] = None
    staying_elsewhere: Answer[str] = None
    where_now: Answer[str] = None
    living_arrangement: Answer[str] = None
    phone: Answer[str] = None
    ethnicity: Answer[str] = None
    religion: Answer[str] = None
    first_language: Answer[str] = None
    interpreter: Answer[bool] = None
    interpreter_details: Answer[str] = None
    communication: Answer[str] = None
    nationality: Answer[str] = None
    immigration: Answer[str] = None
    disabled: Answer[bool] = None
    disabilities: Answer[tuple[str, ...]] = None
    health: Answer[str] = None
    sen_status: Answer[str] = None
    sen_needs: Answer[tuple[str, ...]] = None
    school: Answer[str] = None
    year_group: Answer[str] = None
    attendance: Answer[str] = None
    education_notes: Answer[str] = None
    gp: Answer[str] = None
    health_visitor: Answer[str] = None
    dentist: Answer[str] = None
    protection_plan: Answer[bool] = None
    child_in_need: Answer[bool] = None
    looked_after: Answer[bool] = None
    looked_after_by: Answer[str] = None
    orders_and_status: Answer[str] = None
    description: Answer[str] = None
    young_carer: Answer[bool] = None
    pregnant_or_parent: Answer[bool] = None
    missing_episodes: Answer[str] = None
    concern: Answer[str] = None
    abuse_categories: Answer[tuple[str, ...]] = None
    views: Answer[str] = None
    day_in_the_life: Answer[str] = None
    wishes: Answer[str] = None
    trusts: Answer[str] = None
    how_views_obtained: Answer[str] = None
    seen_alone: Answer[bool] = None
    seen_by: Answer[str] = None
    condition_now: Answer[str] = None
    medical_attention: Answer[str] = None
    told_of_referral: Answer[bool] = None
    view_of_referral: Answer[str] = None
    able_to_decide: Answer[bool] = None
    level: Answer[str] = None
    level_reason: Answer[str] = None
    has_died: Answer[bool] = None
    died_on: Answer[PartDate] = None
    consent_decision: Answer[str] = None
    consent_note: Answer[str] = None
    phone_is_safe: Answer[bool] = None

    @property
    def name(self) -> str:
        """The child's name as far as it is known; empty when nothing is."""
        return full_name(self.first_names, self.family_name)


class Person(Item, frozen=True):
    """An adult or other person in the family, the household or around it (F and G)."""

    first_names: Answer[str] = None
    family_name: Answer[str] = None
    known_as: Answer[str] = None
    date_of_birth: Answer[PartDate] = None
    sex: Answer[str] = None
    role: Answer[str] = None
    home: Answer[str] = None
    in_household: Answer[bool] = None
    phone: Answer[str] = None
    other_phone: Answer[str] = None
    email: Answer[str] = None
    safe_to_contact: Answer[bool] = None
    contact_notes: Answer[str] = None
    language: Answer[str] = None
    interpreter: Answer[bool] = None
    health_needs: Answer[str] = None
    ethnicity: Answer[str] = None
    occupation: Answer[str] = None
    alleged_source_of_harm: Answer[bool] = None
    risk: Answer[str] = None
    views_of_concern: Answer[str] = None
    views_of_referral: Answer[str] = None
    note: Answer[str] = None
    has_died: Answer[bool] = None
    died_on: Answer[PartDate] = None
    phone_is_safe: Answer[bool] = None
    other_phone_is_safe: Answer[bool] = None

    @property
    def name(self) -> str:
        """The person's name as far as it is known; empty when nothing is."""
        return full_name(self.first_names, self.family_name)


class Relationship(Item, frozen=True):
    """How one person belongs to one child: a cell of the grid child x person (F)."""

    child: str = ""
    person: str = ""
    kind: Answer[str] = None
    parental_responsibility: Answer[bool] = None
    basis: Answer[str] = None
    lives_with: Answer[bool] = None
    contact: Answer[str] = None
    aware_of_referral: Answer[bool] = None
    court_order: Answer[bool] = None
    contact_priority: Answer[int] = None
    note: Answer[str] = None


class Partnership(Item, frozen=True):
    """What two adults are, or were, to each other (F); the genogram draws it between them."""

    first: Answer[str] = None
    second: Answer[str] = None
    kind: Answer[str] = None
    since: Answer[PartDate] = None
    until: Answer[PartDate] = None
    note: Answer[str] = None


class SiblingTie(Item, frozen=True):
    """How two children of the referral are related, where their parents do not say it (E)."""

    first: Answer[str] = None
    second: Answer[str] = None
    kind: Answer[str] = None
    note: Answer[str] = None


class Professional(Item, frozen=True):
    """Someone who works with the family (H)."""

    name: Answer[str] = None
    role: Answer[str] = None
    organisation: Answer[str] = None
    phone: Answer[str] = None
    email: Answer[str] = None
    current: Answer[bool] = None
    dates: Answer[str] = None
    aware_of_referral: Answer[bool] = None
    consent_to_contact: Answer[bool] = None
    children: Answer[tuple[str, ...]] = None
    contact_is_private: Answer[bool] = None


def full_name(first: Answer[str], family: Answer[str]) -> str:
    """Join the two halves of a name, leaving out what is blank or not known."""
    return " ".join(part for part in (first, family) if isinstance(part, str) and part)
