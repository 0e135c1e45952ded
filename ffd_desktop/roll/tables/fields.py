"""What a column of a table may be: its words for people, and the headings that schools give it.

The headings are those that SIMS, Arbor, Bromcom, ScholarPack, the DfE's own templates and others
put out, as far as they are public; every school's report may differ, so a person has the last
word. Compared without case, spaces and punctuation.
"""

from __future__ import annotations

import re
from typing import Final

from ffd_desktop.referral.private import Private
from ffd_desktop.tables.folding import squeeze

MOST_CONTACTS: Final = 6


class Field(Private, frozen=True):
    """One thing that a column may say.

    Attributes:
        key: Its name in a mapping.
        label: Its name on the screen.
        whose: ``pupil``, ``contact``, or ``either`` of them.
        headings: What schools call it, squeezed.
        weak: Headings that may as well be something else; taken when nothing better is there.
        several: Whether several columns may say it, one after the other.
    """

    key: str
    label: str
    whose: str
    headings: frozenset[str]
    weak: frozenset[str] = frozenset()
    several: bool = False


def _field(
    key: str, label: str, whose: str, headings: str, *, weak: str = "", several: bool = False
) -> Field:
    said = (squeeze(one) for one in headings.split(","))
    maybe = (squeeze(one) for one in weak.split(",") if one)
    return Field(key, label, whose, frozenset(said), frozenset(maybe), several)


_FIELDS: Final = (
    _field("upn", "UPN", "pupil", "UPN,Unique Pupil Number,Unique Pupil No,UPN Number"),
    _field("former_upn", "Former UPN", "pupil", "Former UPN,Previous UPN"),
    _field(
        "admission_number",
        "Admission number",
        "pupil",
        "Adno,Admission Number,Admission No,Adm No,Admissions Number,Learner Code,Student Code,"
        "Pupil Number,Student Number",
        weak="ID,MIS ID,Person ID,Student ID,Pupil ID,Learner ID,Arbor ID,School ID",
    ),
    _field("uln", "Unique learner number", "pupil", "ULN,Unique Learner Number"),
    _field(
        "surname",
        "Surname",
        "either",
        "Surname,Last Name,Legal Surname,Legal Last Name,Family Name,Legal Family Name,Last",
    ),
    _field(
        "forename",
        "Forename",
        "either",
        "Forename,First Name,Legal Forename,Legal First Name,Given Name,Firstname,Forenames,First",
    ),
    _field(
        "whole_name",
        "Whole name",
        "either",
        "Name,Full Name,Legal Name,Legal Full Name,Surname Forename,Name Surname First",
    ),
    _field("middle_names", "Middle names", "either", "Middle Name,Middle Names,Middle Name s"),
    _field("title", "Title", "contact", "Title,Salutation"),
    _field(
        "preferred_surname",
        "Preferred surname",
        "pupil",
        "Preferred Surname,Preferred Last Name,Chosen Surname",
    ),
    _field(
        "preferred_forename",
        "Known as",
        "pupil",
        "Preferred Forename,Preferred First Name,Preferred Name,Known as,Chosen Name,"
        "Chosen Forename,Preferred Given Name",
    ),
    _field("former_surname", "Former surname", "pupil", "Former Surname,Previous Surname"),
    _field(
        "born", "Date of birth", "pupil", "DOB,Date of Birth,Birth Date,D O B,Birthday,Birthdate"
    ),
    _field("sex", "Sex", "either", "Sex,Gender,Legal Sex"),
    _field(
        "year_group",
        "Year group",
        "pupil",
        "Year,Year Group,NC Year,NCYear,NC Year Actual,Current NC Year,National Curriculum Year,"
        "Curriculum Year,Yr,Year Grp,Grade",
    ),
    _field(
        "ethnicity",
        "Ethnicity",
        "pupil",
        "Ethnicity,Ethnic Group,Ethnic Code,Ethnic Origin,Ethnicity Code",
    ),
    _field("religion", "Religion", "pupil", "Religion,Faith"),
    _field(
        "first_language",
        "First language",
        "pupil",
        "First Language,Home Language,Language,Mother Tongue,Main Language,Native Language",
    ),
    _field("sen", "SEN provision", "pupil", "SEN Status,SEN Provision,SEN Stage,SEN,SEN Code"),
    _field(
        "sen_need",
        "SEN need",
        "pupil",
        "SEN Need,SEN Type,Primary Need,SEN Primary Need,Main SEN Need,SEN Needs",
        several=True,
    ),
    _field(
        "looked_after",
        "Looked after",
        "pupil",
        "In Care,Looked After,LAC,CLA,Child Looked After,In LEA Care,In Local Authority Care",
    ),
    _field("care_authority", "Looked after by", "pupil", "Care Authority,Caring Authority"),
    _field("free_meals", "Free school meals", "pupil", "FSM,Free School Meals,FSM Eligible"),
    _field("service_child", "Service child", "pupil", "Service Child,Service Children,Service"),
    _field("medical_flag", "Medical flag", "pupil", "Medical Flag,Has Medical Conditions"),
    _field("enrol_status", "Enrolment status", "pupil", "Enrolment Status,Enrol Status"),
    _field("order", "Priority", "contact", "Priority,Order,Contact Order,Emergency Contact,Rank"),
    _field(
        "relationship",
        "Relationship",
        "contact",
        "Relationship,Relation,Relationship to Pupil,Relationship to Student,Relationship to Child,"
        "Relationship Type",
    ),
    _field(
        "responsibility",
        "Parental responsibility",
        "contact",
        "Parental Responsibility,Responsibility,Legal Guardian,PR,Has Parental Responsibility,"
        "Parental Resp",
    ),
    _field(
        "lives_with",
        "Lives with the pupil",
        "contact",
        "Lives with Pupil,Lives with Student,Lives with,Resides with,Lives with Child,Same Address",
    ),
    _field("court_order", "Court order", "contact", "Court Order,Court Orders"),
    _field(
        "address",
        "Address (a line, or all of it)",
        "either",
        "Address,Home Address,Full Address,Address Line,Address Line 1,Address Line 2,"
        "Address Line 3,Address Line 4,Address Line 5,Address 1,Address 2,Address 3,Address 4,"
        "Street,Street Name,Road,Locality,District,Town,City,Post Town,County,Apartment,Flat,"
        "House Name,Address Block,Main Address",
        several=True,
    ),
    _field("house", "House number", "either", "House Number,House No,House"),
    _field("postcode", "Postcode", "either", "Postcode,Post Code,Home Postcode,Zip,Postal Code"),
    _field(
        "phone",
        "Telephone",
        "either",
        "Telephone,Phone,Main Telephone,Telephone Number,Phone Number,Telephone 1,Telephone 2,"
        "Main Phone,Phone 1,Phone 2,Contact Number,Tel,Daytime Telephone,Telephones",
        several=True,
    ),
    _field(
        "home_phone",
        "Home telephone",
        "either",
        "Home Telephone,Home Phone,Home Tel,Home Telephone Number,Home Phone Number,Home Number",
        several=True,
    ),
    _field(
        "mobile",
        "Mobile",
        "either",
        "Mobile,Mobile Number,Mobile Phone,Mobile Telephone,Mobile No,Mobile Phone Number,SMS,"
        "Mobile 1,Mobile 2",
        several=True,
    ),
    _field(
        "work_phone",
        "Work telephone",
        "either",
        "Work Telephone,Work Phone,Work Tel,Work Number,Work Telephone Number",
        several=True,
    ),
    _field(
        "email",
        "E-mail",
        "either",
        "Email,E-mail,Primary Email,Home Email,Email Address,Main Email,Personal Email,"
        "School Email Address,Default Email",
    ),
)

FIELDS: Final = {one.key: one for one in _FIELDS}
_NAMED: Final = {heading: one for one in _FIELDS for heading in one.headings}
_MAYBE: Final = {heading: one for one in _FIELDS for heading in one.weak}
_PUPIL: Final = re.compile(r"(?:student|pupil|learner|child)")
_CONTACT: Final = re.compile(
    r"(?:emergencycontact|parentcarer|parentguardian|nextofkin|contact|parent|guardian|carer)(\d?)"
)
_LAST_DIGIT: Final = re.compile(r"(.+?)(\d)")


class Target(Private, frozen=True):
    """What a column is: a field of the pupil (``contact`` 0) or of the nth contact in the row."""

    field: str
    contact: int = 0

    @property
    def text(self) -> str:
        """Its form in a mapping: ``forename``, ``contact.forename``, ``contact2.forename``."""
        if not self.contact:
            return self.field
        return f"contact{'' if self.contact == 1 else self.contact}.{self.field}"

    @property
    def label(self) -> str:
        """Its words on the screen."""
        label = FIELDS[self.field].label
        if not self.contact:
            return f"Pupil: {label}" if FIELDS[self.field].whose == "either" else label
        who = "Contact" if self.contact == 1 else f"Contact {self.contact}"
        return f"{who}: {label}"


def target_of(text: str) -> Target | None:
    """Read a target's form in a mapping; ``None`` when there is no such thing."""
    who, dot, key = text.partition(".")
    if not dot:
        who, key = "", text
    field = FIELDS.get(key)
    number = who.removeprefix("contact") if who else ""
    if field is None or (who and not who.startswith("contact")):
        return None
    if number and not (number.isascii() and number.isdigit() and len(number) == 1):
        return None
    contact = int(number or 1) if who else 0
    if contact > MOST_CONTACTS or field.whose == ("contact" if not contact else "pupil"):
        return None
    return Target(key, contact)


def targets(most_contacts: int) -> tuple[Target, ...]:
    """List every target, the pupil's first, then each contact's."""
    own = [Target(one.key) for one in _FIELDS if one.whose != "contact"]
    theirs = [
        Target(one.key, number)
        for number in range(1, min(most_contacts, MOST_CONTACTS) + 1)
        for one in _FIELDS
        if one.whose != "pupil"
    ]
    return (*own, *theirs)


class Heading(Private, frozen=True):
    """What a heading says by itself.

    Attributes:
        field: What it names; empty when it names nothing known.
        whose: ``pupil`` or ``contact`` when it says so; else empty.
        contact: Which contact, when it says so; else 0.
        is_weak: Whether the heading may as well mean something else.
    """

    field: str = ""
    whose: str = ""
    contact: int = 0
    is_weak: bool = False


def read_heading(text: str) -> Heading:
    """Say what a heading names, as far as it can be told from its words."""
    plain = squeeze(text)
    contact = _CONTACT.match(plain)
    if plain in _NAMED and (contact is None or "contact" not in plain):
        return Heading(_NAMED[plain].key)
    if contact is not None and contact.end() < len(plain):
        found = _of_contact(plain[contact.end() :], int(contact[1] or 0))
        return Heading(_NAMED[plain].key) if plain in _NAMED and not found.field else found
    if plain in _NAMED:
        return Heading(_NAMED[plain].key)
    pupil = _PUPIL.match(plain)
    if pupil is not None and (field := _named(plain[pupil.end() :])) is not None:
        return Heading(field.key, "pupil") if field.whose != "contact" else Heading(field.key)
    if plain in _MAYBE:
        return Heading(_MAYBE[plain].key, is_weak=True)
    if contact is not None:
        return Heading("whole_name", "contact", int(contact[1] or 0))
    return Heading()


def _named(rest: str) -> Field | None:
    """Give the field of a heading without its first word; "Parent's surname" has an s between."""
    return _NAMED.get(rest) or _NAMED.get(rest.removeprefix("s"))


def _of_contact(rest: str, number: int) -> Heading:
    field = _named(rest)
    if field is None and not number and (numbered := _LAST_DIGIT.fullmatch(rest)):
        field, number = _named(numbered[1]), int(numbered[2])
    if field is None or field.whose == "pupil":
        return Heading(whose="contact", contact=number)
    return Heading(field.key, "contact", min(number, MOST_CONTACTS))
