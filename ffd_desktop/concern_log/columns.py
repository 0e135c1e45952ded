"""What a column of a concern log may be: its words for people, and the headings it goes by.

Every school sets up its log in its own way, so the headings are a list of ordinary words for these
things and no product's export; a person has the last word. Compared without case and spaces.
"""

from __future__ import annotations

from typing import Final

from ffd_desktop.referral.private import Private
from ffd_desktop.tables.folding import squeeze

WHEN: Final = "when"
TIME: Final = "time"
WHAT: Final = "what"
EXACT: Final = "exact_words"
WHO: Final = "who"
SOURCE: Final = "source"
ACTION: Final = "action"
OUTCOME: Final = "outcome"
IMPACT: Final = "impact"
CHILD: Final = "child"
FORENAME: Final = "forename"
SURNAME: Final = "surname"
UPN: Final = "upn"
AT_END: Final = "at_end"
LEFT_OUT: Final = ""


class Column(Private, frozen=True):
    """One thing that a column may say.

    Attributes:
        key: Its name in a mapping.
        label: Its name on the screen.
        headings: What schools call it, squeezed.
        weak: Headings taken only when nothing better is there.
        several: Whether several columns may say it, one after the other.
    """

    key: str
    label: str
    headings: frozenset[str]
    weak: frozenset[str] = frozenset()
    several: bool = False


def _column(
    key: str, label: str, headings: str, *, weak: str = "", several: bool = False
) -> Column:
    said = frozenset(squeeze(one) for one in headings.split(","))
    maybe = frozenset(squeeze(one) for one in weak.split(",") if one)
    return Column(key, label, said, maybe, several)


_COLUMNS: Final = (
    _column(
        WHEN,
        "When it happened",
        "Date,Date of incident,Incident date,Date of concern,Concern date,Date of event,Event date,"
        "Date and time,Date time,Date and time of incident,Date and time of concern,Occurred,"
        "Occurred on,Date occurred,Date of occurrence,When,Incident date time,Day,"
        "Date it happened,Date of disclosure,Date of contact",
        weak="Date reported,Reported on,Date logged,Logged on,Date recorded,Recorded on,Created,"
        "Created on,Date created,Created date,Date added,Added on,Date submitted,Submitted on,"
        "Date entered,Entry date,Log date,Timestamp,Date of record,Date raised,Reported date",
    ),
    _column(
        TIME,
        "Time of day",
        "Time,Time of incident,Incident time,Time of concern,Concern time,Event time,"
        "Time of event,Time occurred",
    ),
    _column(
        WHAT,
        "What happened",
        "What happened,Incident,Concern,Details,Detail,Description,Summary,Notes,Note,Narrative,"
        "Account,Event,Significant event,Entry,Log entry,Comment,Comments,Concern details,"
        "Details of concern,Concern detail,Concern summary,Concern description,"
        "Description of concern,Incident details,Details of incident,Incident description,"
        "Description of incident,Incident summary,Event details,Event description,Content,Text,"
        "Information,Nature of concern,Full details,Chronology,Issue,Concern or incident,"
        "Details of event,Observation,Observations,What was seen",
        several=True,
    ),
    _column(
        EXACT,
        "Exact words that were said",
        "Exact words,Childs words,Childs exact words,Pupils words,Pupils exact words,Words used,"
        "What the child said,What was said,Verbatim,In their own words,Own words,Quote,"
        "Words of the child,Disclosure,Exact words used",
    ),
    _column(
        WHO,
        "Who reported it or was involved",
        "Reported by,Reporter,Staff,Staff member,Member of staff,Logged by,Recorded by,Created by,"
        "Author,Added by,Entered by,Raised by,Submitted by,Who,Linked staff,Staff involved,"
        "People involved,Who was involved,Name of reporter,Involved,Adults involved,"
        "Person reporting,Staff name,Concern raised by,By whom,Other people involved",
        several=True,
    ),
    _column(
        SOURCE,
        "Where it is recorded",
        "Source,Reference,Ref,Incident ID,Incident number,Incident no,Log number,Log ID,"
        "Case number,Case reference,Record reference,Where recorded,Where it is recorded,"
        "Concern ID,Concern number,Concern reference,Entry number,Record number,Record ID",
        weak="ID,No,Number",
    ),
    _column(
        ACTION,
        "What was done",
        "Action,Actions,Action taken,Actions taken,What was done,Response,Follow up,Next steps,"
        "Steps taken,Intervention,Interventions,School response,Response by school,DSL action,"
        "Agreed actions",
        several=True,
    ),
    _column(
        OUTCOME,
        "What came of it",
        "Outcome,Outcomes,Result,Resolution,What came of it,Conclusion,Outcome of action,Decision",
        several=True,
    ),
    _column(
        IMPACT,
        "What it did to the child",
        "Impact,Impact on child,Impact on the child,Impact on pupil,Impact on student,Effect,"
        "Effect on child,What it did to the child",
    ),
    _column(
        CHILD,
        "Which child (whole name)",
        "Child,Pupil,Student,Learner,Pupil name,Student name,Child name,Childs name,Pupils name,"
        "Name of child,Name of pupil,Name of student,Name,Full name,Learner name,Children,Pupils,"
        "Students,Linked students,Linked pupils,Linked children,Pupils involved,Students involved,"
        "Children involved,Young person,About,Subject of concern,Which child,Which children",
        several=True,
    ),
    _column(
        FORENAME,
        "Child: forename",
        "Forename,First name,Pupil forename,Pupil first name,Student forename,Student first name,"
        "Child forename,Child first name,Legal forename,Preferred forename,Preferred first name,"
        "Given name",
    ),
    _column(
        SURNAME,
        "Child: surname",
        "Surname,Last name,Pupil surname,Pupil last name,Student surname,Student last name,"
        "Child surname,Child last name,Legal surname,Family name",
    ),
    _column(UPN, "Child: UPN", "UPN,Unique pupil number,Pupil UPN,Student UPN,UPN number"),
    _column(
        AT_END,
        "Add it at the end of the words",
        "Category,Categories,Category of concern,Concern category,Incident category,Sub category,"
        "Subcategory,Sub categories,Type,Concern type,Incident type,Type of concern,"
        "Type of incident,Status,Severity,Level,Level of concern,Risk level,Priority,Location,"
        "Where,Place,Title,Subject,Flags,Tags,Agencies,Agencies involved,Agency,Heading",
        several=True,
    ),
)

COLUMNS: Final = {one.key: one for one in _COLUMNS}
ABOUT_A_CHILD: Final = frozenset({CHILD, FORENAME, SURNAME, UPN})
_NAMED: Final = {heading: one.key for one in _COLUMNS for heading in one.headings}
_MAYBE: Final = {heading: one.key for one in _COLUMNS for heading in one.weak}


def named(heading: str) -> str | None:
    """Give what a heading names by itself, strongly or weakly; ``None`` for nothing known."""
    plain = squeeze(heading)
    return _NAMED.get(plain) or _MAYBE.get(plain)


def is_weak(heading: str) -> bool:
    """Tell whether a heading is taken only when nothing better is there."""
    plain = squeeze(heading)
    return plain not in _NAMED and plain in _MAYBE


def is_known(meaning: str) -> bool:
    """Tell whether a text is the name of something that a column may be."""
    return meaning in COLUMNS
