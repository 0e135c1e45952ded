"""A pupil as the school's roll holds them: whatever a CTF can carry that a referral may need.

Keeps the school's own codes and spellings as they came, trimmed at the ends; what they mean in
words stands in ``words.py``.
"""

from __future__ import annotations

from datetime import date

from ffd_desktop.referral.private import Private


class Entry(Private, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """A group of values on the roll; empty strings and ``None`` mean that the file was silent.

    Entries hold no cycles, so the collector need not walk the many that a roll makes.
    """


class Phone(Entry, frozen=True):
    """A telephone number as typed; ``kind`` is H home, M mobile, W work, or as the file says."""

    kind: str = ""
    number: str = ""


class RollAddress(Entry, frozen=True):
    """A postal address: lines from flat or house to county, without postcode and country."""

    lines: tuple[str, ...] = ()
    postcode: str = ""
    country: str = ""
    uprn: str = ""


class Contact(Entry, frozen=True):
    """Someone whom the school may ring about a pupil, as recorded on that pupil.

    Attributes:
        order: Priority, 1 first; ``None`` when the file gives none.
        relationship: Code such as PAM or SWR (see ``words.py``); often absent.
        responsibility: Parental responsibility as recorded; ``None`` when the file is silent.
        lives_with_pupil: True when the address is given as the pupil's own.
        court_order: Some suppliers record one; ``None`` and ``False`` prove nothing.
    """

    order: int | None = None
    title: str = ""
    forename: str = ""
    middle_names: str = ""
    surname: str = ""
    sex: str = ""
    relationship: str = ""
    responsibility: bool | None = None
    lives_with_pupil: bool = False
    address: RollAddress | None = None
    phones: tuple[Phone, ...] = ()
    email: str = ""
    court_order: bool | None = None

    @property
    def name(self) -> str:
        """First names and surname, as far as given."""
        return " ".join(part for part in (self.forename, self.surname) if part)


class Language(Entry, frozen=True):
    """A language code and how it is used (``kind`` F is the first language)."""

    kind: str = ""
    code: str = ""


class SenProvision(Entry, frozen=True):
    """Special educational needs provision (N, K, E, or an older code) from a day, ISO dates."""

    code: str = ""
    start: str = ""
    end: str = ""


class SenNeed(Entry, frozen=True):
    """A special educational need; ``rank`` 1 is the primary one."""

    code: str = ""
    rank: str = ""
    start: str = ""
    end: str = ""


class AttendanceYear(Entry, frozen=True):
    """Sessions (half days) of one school year at one school."""

    year: str = ""
    school: str = ""
    possible: int | None = None
    attended: int | None = None
    authorised: int | None = None
    unauthorised: int | None = None


class PastSchool(Entry, frozen=True):
    """A school the pupil went to, with ISO dates and the reason code for leaving."""

    name: str = ""
    la: str = ""
    estab: str = ""
    entry: str = ""
    leaving: str = ""
    reason: str = ""


class FreeMeals(Entry, frozen=True):
    """A spell of free school meals, ISO dates."""

    start: str = ""
    end: str = ""


class Pupil(Entry, frozen=True):
    """One pupil on the roll.

    Attributes:
        forename: Legal forename; ``preferred_forename`` is what the child is called.
        date_of_birth: ``None`` when absent or no calendar date; then ``born_as_written`` has the
            text.
        year_group: R, 1 to 14, N1, N2, E1, E2, M or X.
        looked_after: ``None`` when the file is silent.
        care_authority: Three-digit number of the authority that looks after the child.
        medical_flag: The school holds medical information; the roll never says which.
        admission_number: The school's own number; a CTF has none.
        left_on: ISO day of the import since when the pupil is on the roll no more; kept because a
            referral names them.
    """

    upn: str = ""
    former_upn: str = ""
    admission_number: str = ""
    left_on: str = ""
    unique_learner_number: str = ""
    forename: str = ""
    middle_names: str = ""
    surname: str = ""
    preferred_forename: str = ""
    preferred_surname: str = ""
    former_forename: str = ""
    former_surname: str = ""
    date_of_birth: date | None = None
    born_as_written: str = ""
    sex: str = ""
    year_group: str = ""
    ethnicity: str = ""
    ethnicity_source: str = ""
    religion: str = ""
    languages: tuple[Language, ...] = ()
    service_child: str = ""
    medical_flag: bool | None = None
    disabilities: tuple[str, ...] = ()
    enrol_status: str = ""
    looked_after: bool | None = None
    care_authority: str = ""
    sen: tuple[SenProvision, ...] = ()
    sen_needs: tuple[SenNeed, ...] = ()
    free_meals: tuple[FreeMeals, ...] = ()
    address: RollAddress | None = None
    phones: tuple[Phone, ...] = ()
    email: str = ""
    contacts: tuple[Contact, ...] = ()
    attendance: tuple[AttendanceYear, ...] = ()
    schools: tuple[PastSchool, ...] = ()

    @property
    def name(self) -> str:
        """Legal forename and surname, as far as given."""
        return " ".join(part for part in (self.forename, self.surname) if part)

    def home_of(self, contact: Contact) -> RollAddress | None:
        """Give a contact's address, which may be the pupil's own."""
        return self.address if contact.lives_with_pupil else contact.address

    def sen_now(self) -> SenProvision | None:
        """Give the provision in force: the latest one that has not ended."""
        open_ones = [one for one in self.sen if not one.end]
        return max(open_ones, key=lambda one: one.start, default=None)


class Found(Private, frozen=True, gc=False):
    """A pupil met in a roll file.

    Attributes:
        known: As much as the pupil is found by; the rest is silent.
        body: Everything that the file says, for ``rows.pupil_of``.
        row: Where in the file, when rows are not pupils; 0 when they are.
        notes: What a person ought to know about the row, in sentences.
    """

    known: Pupil
    body: bytes
    row: int = 0
    notes: tuple[str, ...] = ()


class RollSource(Entry, frozen=True):
    """Where a roll came from: the head of its file.

    Attributes:
        exported_at: ISO date and time when the school's system wrote the file; may be empty.
        la: Three-digit authority number of the school that wrote it.
        estab: Four-digit establishment number; with ``la`` it names the school.
        ctf_version: Such as ``25.0``; empty for a roll that was no CTF.
        qualifier: ``full`` or ``partial``; a partial file often has no contacts.
        imported_on: ISO day when this program took it in.
        destination: LA and establishment that the file was addressed to; empty when none was.
    """

    file_name: str = ""
    exported_at: str = ""
    school_name: str = ""
    la: str = ""
    estab: str = ""
    urn: str = ""
    academic_year: str = ""
    ctf_version: str = ""
    qualifier: str = ""
    supplier: str = ""
    description: str = ""
    document: str = ""
    destination: str = ""
    imported_on: str = ""

    @property
    def day(self) -> str:
        """The roll's own date, ISO form; empty when the file gave none."""
        return self.exported_at[:10]


class Unreadable(Private, frozen=True):
    """A row of a roll file that could not be read, and why.

    Attributes:
        row: Which pupil of the file, 1 first.
        file_name: In which file.
        upn: As far as it could be read; may be empty.
        reason: A sentence for a person.
    """

    row: int
    reason: str
    upn: str = ""
    file_name: str = ""
