"""The things a referral holds, each invented and complete: children, adults, statements, events."""

from datetime import date, timedelta

import msgspec

from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.people import Address, Child, Person, Professional, Relationship
from ffd_desktop.referral.statements import (
    Attachment,
    Danger,
    Event,
    Examination,
    Help,
    Injury,
    Statement,
    StatementKind,
)
from tests.builders.names import STREETS, family, first, phone, upn

TODAY = date(2026, 11, 20)


def child(
    n: int, *, home: str, second_home: str | None = None, staying_elsewhere: str | None = None
) -> Child:
    """A child of school age about whom everything asked is said."""
    return Child(
        id=f"c{n}",
        first_names=first(n),
        family_name=family(n // 4),
        known_as=first(n)[:3],
        date_of_birth=on(date(2021 - n, 3, 27)),
        sex="FM"[n % 2],
        upn=upn(n),
        home=home,
        second_home=second_home,
        staying_elsewhere=staying_elsewhere,
        where_now="In school, in class, until 15:15.",
        living_arrangement="parents",
        ethnicity="WOTH",
        religion="catholic",
        first_language="POL",
        interpreter=False,
        communication="Speaks freely when drawing.",
        disabled=False,
        sen_status="K",
        sen_needs=("SLCN",),
        school="Larkrise Fictional Primary School",
        year_group=str(n),
        attendance="83% this year, 96% last year",
        gp="Teme Walk Surgery, 01632 960200",
        protection_plan=False,
        child_in_need=False,
        looked_after=False,
        concern=f"Has come hungry and without a coat {n} times; has begun to hide food.",
        abuse_categories=("neglect",),
        views="“I like Mondays because there is lunch.”",
        day_in_the_life="Wakes the little ones, looks for breakfast, walks to school.",
        wishes="For Mum to be awake.",
        trusts="Miss Okonjo-Vale",
        how_views_obtained="Talked while drawing, in school.",
        seen_alone=True,
        seen_by="Rhiannon Tanglewood",
        condition_now="Calm, tired, fed.",
        told_of_referral=True,
        view_of_referral="Worried that Mum will be cross.",
        level="4",
        level_reason="Needs are unmet every day and it is getting worse.",
    )


def person(n: int, home: str) -> Person:
    """An adult of the family about whom everything asked is said."""
    return Person(
        id=f"p{n}",
        first_names=first(n + 11),
        family_name=family(n),
        date_of_birth=on(date(1970 + n, 5, 14)),
        sex="FM"[n % 2],
        home=home,
        in_household=True,
        phone=phone(n),
        email=f"person{n}@home.example",
        safe_to_contact=True,
        contact_notes="After 16:00.",
        language="POL",
        interpreter=False,
        alleged_source_of_harm=False,
        views_of_concern="Says that mornings are hard since the move.",
        views_of_referral="Agrees that help is needed.",
    )


def grandparent(n: int, home: str) -> Person:
    """A person who is old enough to be the parent of a parent."""
    return msgspec.structs.replace(person(n, home), date_of_birth=on(date(1940 + n, 5, 14)))


def relation(child: str, person: str, kind: str, *, pr: bool, lives_with: bool) -> Relationship:
    """A cell of the grid child x person."""
    return Relationship(
        id=f"g-{child}-{person}",
        child=child,
        person=person,
        kind=kind,
        parental_responsibility=pr,
        basis="mother" if kind == "PAM" else None,
        lives_with=lives_with,
        aware_of_referral=True,
    )


def address(n: int) -> Address:
    """A place in a postcode that does not exist."""
    return Address(
        id=f"a{n}", lines=f"{n} {STREETS[n % len(STREETS)]}\nWorcester", postcode=f"WR99 {n}AB"
    )


def statement(n: int, kind: StatementKind, children: tuple[str, ...]) -> Statement:
    """A worry, strength or need with who, when and how it is known."""
    return Statement(
        id=f"s{n}",
        kind=kind,
        aspect="past_harm" if kind is StatementKind.WORRY else None,
        text=f"On day {n} the children arrived without breakfast and said that nobody was up.",
        exact_words="“We had crisps in bed.”",
        certainty="child_said",
        source="Rhiannon Tanglewood",
        when=on(TODAY - timedelta(days=n)),
        where="Playground",
        impact="Could not concentrate before lunch.",
        children=children,
        by_whom="School",
        by_when=on(TODAY + timedelta(days=14)),
    )


def event(n: int, children: tuple[str, ...]) -> Event:
    """A row of the chronology; every fifth date is only a month."""
    day = TODAY - timedelta(days=3 * n)
    month = PartDate(kind=DateKind.MONTH, year=day.year, month=day.month)
    return Event(
        id=f"e{n}",
        when=month if n % 5 == 0 else on(day, time="09:05"),
        what=f"Event {n}: late, tired, wearing yesterday’s clothes.",
        who="Class teacher",
        source="School record",
        action="Talked with Mum at the gate.",
        outcome="Better for a week.",
        impact="Settled, then tired again.",
        children=children,
    )


def professional(n: int, role: str) -> Professional:
    """Someone who works with the family."""
    return Professional(
        id=f"w{n}",
        name=f"{first(n + 5)} {family(n + 2)}",
        role=role,
        organisation="Teme Walk Surgery",
        phone=phone(500 + n),
        current=True,
        aware_of_referral=False,
        consent_to_contact=True,
    )


def examination(n: int, child_id: str) -> Examination:
    """A time at which marks were seen by chance."""
    return Examination(
        id=f"x{n}",
        child=child_id,
        when=on(TODAY - timedelta(days=2 + n), time="10:10"),
        where="Medical room",
        seen_by="School nurse",
        present="Class teacher",
        outline="child",
        note="Seen when the child changed for swimming.",
    )


def injury(n: int, child_id: str, examination: str | None = None) -> Injury:
    """A bruise, with the explanation given."""
    return Injury(
        id=f"i{n}",
        child=child_id,
        examination=examination,
        site="upper_arm_left",
        view="front",
        x=0.78,
        y=0.32,
        kind="bruise",
        size="2 cm across",
        colour="yellow and brown",
        seen_on=on(TODAY - timedelta(days=2), time="10:10"),
        seen_by="School nurse",
        explanation="“I fell off the wall.”",
        explained_by="The child",
    )


def danger(n: int) -> Danger:
    """A danger statement with its goal."""
    return Danger(
        id=f"d{n}",
        danger=f"School worries that nobody wakes when the little ones need help, as on day {n}.",
        goal=f"A grown-up is awake and sober whenever the children are at home, for {n} weeks.",
        scale_referrer=3,
        scale_child=4,
        scale_parent=6,
    )


def help_tried(n: int, children: tuple[str, ...]) -> Help:
    """Help that was tried, and what came of it."""
    return Help(
        id=f"h{n}",
        what="Breakfast club and weekly family meeting",
        who="School and family support",
        dates="January to June 2026",
        aims="Fed and on time",
        outcome="Better in spring, back in autumn",
        children=children,
    )


def attachment(n: int) -> Attachment:
    """A document that goes with the referral."""
    return Attachment(
        id=f"f{n}",
        title="Attendance print",
        kind="attendance",
        date=on(TODAY),
        author="School office",
        third_party_data=False,
        redacted=False,
    )
