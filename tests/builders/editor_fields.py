"""Fields, choices and values for every kind of editor; all names invented."""

from __future__ import annotations

from datetime import date

import msgspec

from ffd_desktop.councils.forms import Field, FieldKind
from ffd_desktop.councils.pack import (
    Code,
    CodeList,
    ConsentNeed,
    ConsentRule,
    Level,
)
from ffd_desktop.referral.dates import read_date
from ui.editors.context import AddressAnswer, AddressChoice, Choice, EditorContext

TODAY = date(2026, 11, 21)

SEX = CodeList(
    key="sex",
    title="Sex",
    source="invented",
    codes=(
        Code(code="F", label="Female"),
        Code(code="M", label="Male"),
        Code(code="U", label="Not known to be either"),
    ),
)
LANGUAGES = CodeList(
    key="languages",
    title="Languages",
    source="invented",
    codes=tuple(
        Code(code=label[:4].upper(), label=label)
        for label in (
            "Albanian", "Arabic", "Bengali", "British Sign Language", "Bulgarian", "Cantonese",
            "Czech", "English", "Farsi", "French", "German", "Gujarati", "Hungarian", "Italian",
            "Kurdish", "Latvian", "Lithuanian", "Mandarin", "Nepali", "Pashto", "Polish",
            "Portuguese", "Punjabi", "Romanian", "Romani", "Slovak", "Somali", "Spanish", "Tamil",
            "Turkish", "Ukrainian", "Urdu", "Vietnamese", "Welsh",
        )
    ),
)  # fmt: skip
ABUSE = CodeList(
    key="abuse",
    title="Kinds of abuse",
    source="invented",
    codes=(
        Code(code="PHY", label="Physical abuse"),
        Code(code="EMO", label="Emotional abuse"),
        Code(code="SEX", label="Sexual abuse"),
        Code(code="NEG", label="Neglect"),
    ),
)
DISABILITIES = CodeList(
    key="disabilities",
    title="Disabilities",
    source="invented",
    codes=tuple(
        Code(code=f"D{number:02}", label=label)
        for number, label in enumerate(
            ("Behaviour", "Communication", "Consciousness", "Diagnosed autism", "Dexterity",
             "Eating and drinking", "Hearing", "Incontinence", "Learning", "Medication",
             "Mobility", "Personal care", "Progressive condition", "Sight", "Something else")
        )
    ),
)  # fmt: skip


def level(number: int, name: str, meaning: str) -> Level:
    """Make a level of need."""
    rule = ConsentRule(need=ConsentNeed.NONE, words="", source="invented")
    return Level(
        code=f"L{number}", number=number, name=name, meaning=meaning,
        assessment="", who="", consent=rule, source="invented",
    )  # fmt: skip


CONTEXT = EditorContext(
    today=TODAY,
    code_lists=(SEX, LANGUAGES, ABUSE, DISABILITIES),
    children=(
        Choice("c1", "Kacper Przykładowski", note="born 27 March 2015"),
        Choice("c2", "Zofia Przykładowska", note="born 3 May 2018"),
        Choice("c3", "Unborn baby", note="due 14 February 2027"),
    ),
    people=(
        Choice("p1", "Marta Przykładowska", note="mother"),
        Choice("p2", "Dean Example", note="stepfather"),
    ),
    evidence=(
        Choice("s1", "Worry 1: Comes hungry", group="Worries"),
        Choice("e1", "Event 1, March 2026: A call home", group="Events"),
    ),
    addresses=(
        AddressChoice(
            "a1", "1 Made Up Street\nSampleton", "WR99 1AA",
            used_by="Kacper, Zofia and Marta",
        ),
        AddressChoice("a2", "Flat 9, Nowhere Court\nSampleton", "WR99 9ZZ"),
    ),
    levels=(
        level(1, "Universal", "Needs are met by what every child is offered."),
        level(2, "Additional needs", "One or two services could make a difference."),
        level(3, "Complex needs", "Several needs at once; a plan that services make together."),
        level(4, "Acute needs", "Significant harm has happened or is likely: social care leads."),
    ),
    spare_address="a-new",
)  # fmt: skip


def field(
    kind: FieldKind,
    label: str,
    *,
    codes: str = "",
    minimum: int | None = None,
    maximum: int | None = None,
    path: str = "concern.where",
) -> Field:
    """Make a question of a kind."""
    return Field(
        key=kind.value, path=path, kind=kind, label=label,
        codes=codes, minimum=minimum, maximum=maximum,
    )  # fmt: skip


class Case(msgspec.Struct, frozen=True):
    """An editor to try: its field and two values that it must hold.

    Attributes:
        marks_when_blank: How many marks a blank answer sets: where blank says "all", all.
    """

    name: str
    field: Field
    one: object
    other: object
    marks_when_blank: int = 0


CASES = (
    Case("text", field(FieldKind.TEXT, "Where did it happen?"), "At home", "On the school bus"),
    Case(
        "long text", field(FieldKind.LONG_TEXT, "What happened?"),
        "First line\n\nThird line, with żółć, 中文 and 👩‍👧‍👦", "Other words",
    ),
    Case(
        "date", field(FieldKind.DATE, "Date of birth"),
        read_date("27/3/2015", today=TODAY), read_date("about 4 years old", today=TODAY),
    ),
    Case(
        "kept date", field(FieldKind.DATE, "When"),
        read_date("31 February 2026", today=TODAY), read_date("March 2024", today=TODAY),
    ),
    Case("yes or no", field(FieldKind.YES_NO, "Interpreter needed?"), True, False),
    Case("few codes", field(FieldKind.CODE, "Sex", codes="sex"), "F", "M"),
    Case("many codes", field(FieldKind.CODE, "First language", codes="languages"), "POLI", "WELS"),
    Case(
        "some of few", field(FieldKind.CODES, "Kinds of abuse", codes="abuse"),
        ("PHY", "NEG"), ("EMO",),
    ),
    Case(
        "some of many", field(FieldKind.CODES, "Disability", codes="disabilities"),
        ("D03", "D08"), ("D14",),
    ),
    Case("scale", field(FieldKind.NUMBER, "How safe?", minimum=0, maximum=10), 3, 0),
    Case("number", field(FieldKind.NUMBER, "How many days missed?", minimum=0), 17, 4),
    Case(
        "address", field(FieldKind.ADDRESS, "Home address"),
        AddressAnswer("a1", "1 Made Up Street\nSampleton", "WR99 1AA"),
        AddressAnswer("a2", "Flat 9, Nowhere Court\nSampleton", "WR99 9ZZ"),
    ),
    Case("child", field(FieldKind.CHILD, "Which child?"), "c1", "c3"),
    Case("children", field(FieldKind.CHILDREN, "Which children?"), ("c1", "c2"), ("c3",)),
    Case(
        "whom", field(FieldKind.CHILDREN, "Whom it concerns", path="statements[].children"),
        ("c1", "c2"), ("c3",), marks_when_blank=3,
    ),
    Case("person", field(FieldKind.PERSON, "Who said so?"), "p1", "p2"),
    Case("people", field(FieldKind.PEOPLE, "Who was there?"), ("p1", "p2"), ("p2",)),
    Case("evidence", field(FieldKind.EVIDENCE, "What shows it?"), ("s1", "e1"), ("e1",)),
    Case("level", field(FieldKind.LEVEL, "Which level of need?"), "L3", "L4"),
)  # fmt: skip
