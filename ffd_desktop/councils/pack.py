"""What a council asks, as frozen values: forms, levels, contacts, clocks and code lists.

Everything a pack holds is imported from here. Reads no file (``reading.py``).
"""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

import msgspec

from ffd_desktop.councils.areas import Area, OtherArea, Standing
from ffd_desktop.councils.forms import (
    Field,
    FieldKind,
    Form,
    Grade,
    Needed,
    Section,
    Value,
    named,
    without_ids,
)
from ffd_desktop.councils.portals import PortalTable
from ffd_desktop.councils.sheets import Sheet, SheetPage, SheetQuestion

__all__ = [
    "Area",
    "Clock",
    "Code",
    "CodeList",
    "ConsentNeed",
    "ConsentRule",
    "ContactNumber",
    "Day",
    "Field",
    "FieldKind",
    "Form",
    "Grade",
    "Indicator",
    "Level",
    "Needed",
    "Opening",
    "OtherArea",
    "Pack",
    "PortalTable",
    "Section",
    "Sheet",
    "SheetPage",
    "SheetQuestion",
    "Stage",
    "Standing",
    "TimeUnit",
    "Tool",
    "Value",
    "without_ids",
]


class ConsentNeed(StrEnum):
    """What the council's guidance says about a parent's consent at a level."""

    NONE = "none"
    EXPECTED = "expected"
    RECORD = "record"


class ConsentRule(Value, frozen=True):
    """What is said about consent at a level; it informs and never stops anything.

    Attributes:
        words: The rule in our words.
        doubt: Where sources disagree, said openly; else empty.
    """

    need: ConsentNeed
    words: str
    source: str
    doubt: str = ""


class Level(Value, frozen=True):
    """A level of need as the council defines it.

    Attributes:
        graded_care: The grade of the Graded Care Profile that goes with it, where the council says.
    """

    code: str
    number: int
    name: str
    meaning: str
    assessment: str
    who: str
    consent: ConsentRule
    source: str
    graded_care: str = ""


class Indicator(Value, frozen=True):
    """An example that a council's guidance gives for a level; evidence for judgement, no score.

    Attributes:
        alone: Whether it is among those of which one may outweigh all else.
        compare: Codes of those that say the same at another level, or differ only by degree.
    """

    code: str
    level: str
    factor: str
    group: str
    words: str
    source: str
    alone: bool = False
    compare: tuple[str, ...] = ()


class Tool(Value, frozen=True):
    """A screening tool that the guidance asks for where certain indicators are seen.

    Attributes:
        indicators: The codes of the indicators that it goes with.
        ask: What the guidance asks, in our words.
        for_harm: The kind of harm that it measures; where only others are chosen, it says nothing.
    """

    key: str
    name: str
    indicators: tuple[str, ...]
    ask: str
    source: str
    for_harm: str = ""


class Day(StrEnum):
    """A day of the week, in the order of ``date.weekday()``."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"


class Opening(Value, frozen=True):
    """From when until when a number is answered on some days; local time, bank holidays shut."""

    days: tuple[Day, ...]
    opens: time
    closes: time


class ContactNumber(Value, frozen=True):
    """Whom to reach, and when a telephone is answered there.

    Attributes:
        key: Stable name.
        purpose: What it is for, in words.
        out_of_hours: Whether it answers whenever the others are shut.
        always: Whether it is answered at any time, on bank holidays too.
        ask: Whom to ask when it answers, where no source gives its hours.
        published_in: Where the number and the rest stand, and from when that is.
        address: Where letters go; empty where no source gives it, as the two that follow.
        email: Where mail goes that anybody on the way may read.
        secure_email: Where mail goes that is kept from others on its way.
        checked_by: Who in this office checked it; empty until someone does.
        checked_on: When they did.
    """

    key: str
    purpose: str
    name: str
    phone: str
    published_in: str
    hours: tuple[Opening, ...] = ()
    out_of_hours: bool = False
    always: bool = False
    ask: str = ""
    address: str = ""
    email: str = ""
    secure_email: str = ""
    checked_by: str = ""
    checked_on: date | None = None


class TimeUnit(StrEnum):
    """What a clock counts in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"


class Clock(Value, frozen=True):
    """How long until something is due. No amount means that no source gives one.

    Attributes:
        event: What falls due, as a stable name.
        title: What falls due, in words.
        counted_from: The moment it runs from, in words (``from`` in the file).
        ask: Whom to ask when there is no amount.
    """

    event: str
    title: str
    counted_from: str = msgspec.field(name="from")
    basis: str
    source: str
    amount: int | None = None
    unit: TimeUnit | None = None
    ask: str = ""


class Stage(Value, frozen=True):
    """A step of professional disagreement; times stay blank where no source gives them."""

    number: int
    name: str
    who: str
    source: str
    amount: int | None = None
    unit: TimeUnit | None = None
    ask: str = ""


class Code(Value, frozen=True):
    """One choice of a code list."""

    code: str
    label: str
    group: str = ""


class CodeList(Value, frozen=True):
    """A list of choices, in the order in which they are offered."""

    key: str
    title: str
    source: str
    codes: tuple[Code, ...]

    def label(self, code: str) -> str:
        """Give the words for a code; the code itself when the list does not know it."""
        return next((one.label for one in self.codes if one.code == code), code)

    def __contains__(self, code: object) -> bool:
        return any(one.code == code for one in self.codes)


class Pack(Value, frozen=True):
    """All that a council asks and says, under one version."""

    key: str
    name: str
    version: str
    valid_from: date
    source: str
    reviewed_on: date
    review_by: date
    forms: tuple[Form, ...]
    levels: tuple[Level, ...]
    contacts: tuple[ContactNumber, ...]
    clocks: tuple[Clock, ...]
    stages: tuple[Stage, ...]
    code_lists: tuple[CodeList, ...]
    indicators: tuple[Indicator, ...] = ()
    tools: tuple[Tool, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    area: Area | None = None
    notes: tuple[str, ...] = ()
    portal: PortalTable | None = None
    valid_to: date | None = None

    def form(self, key: str) -> Form:
        """Find a form by its key.

        Raises:
            KeyError: When the council has no such form.
        """
        return named(key, self.forms)

    def level(self, code: str) -> Level | None:
        """Find a level by its code; ``None`` when the council has no such level."""
        return next((one for one in self.levels if one.code == code), None)

    def indicator(self, code: str) -> Indicator | None:
        """Find an indicator by its code; ``None`` when the council has no such one."""
        return next((one for one in self.indicators if one.code == code), None)

    def sheet(self, form: str) -> Sheet | None:
        """Find the web form behind a form; ``None`` where its order is not known."""
        return next((one for one in self.sheets if one.form == form), None)

    def codes(self, key: str) -> CodeList:
        """Find a code list by its name.

        Raises:
            KeyError: When the pack has no such list.
        """
        return named(key, self.code_lists)
