"""Referrals of invented families: a bare one, a small one, a typical one and the largest.

``small`` and ``typical`` leave nothing unanswered that must or should be; ``bare`` answers nothing.
"""

from datetime import date, timedelta

import msgspec

from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.consent import Consent, Conversation
from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.model import (
    Concern,
    Declaration,
    Family,
    FirstCall,
    Header,
    History,
    Judgement,
    Outcome,
    Referral,
    Referrer,
    Visiting,
)
from ffd_desktop.referral.people import Address, Child, Person, Professional, Relationship
from ffd_desktop.referral.statements import (
    Attachment,
    Danger,
    Event,
    Help,
    Injury,
    Statement,
    StatementKind,
)
from tests.builders.names import STREETS, family, first, phone, upn

TODAY = date(2026, 11, 20)
ASKED_NOT = NotKnown(Reason.NOT_ASKED)
LATER = NotKnown(Reason.WILL_FIND_OUT)

REFERRER = Referrer(
    name="Rhiannon Tanglewood",
    role="dsl",
    school_name="Larkrise Fictional Primary School",
    school_type="Primary",
    school_number="8850000",
    school_address="Orchard Rise, Worcester WR99 1AA",
    phone="01632 960123",
    mobile="07700 900123",
    email="dsl@larkrise.example",
    availability="Monday to Thursday, 8:00 to 17:30",
    deputy="Nnamdi Kaya, 01632 960124",
    holiday_contact="Nnamdi Kaya, 07700 900124",
    knows_child="Class teacher of the eldest for two years; meets the mother every week.",
)


def bare() -> Referral:
    """A referral that somebody has just begun: nothing is answered."""
    return Referral(id="r-bare", reference="FFD-2026-0000", council="worcestershire", form="csc")


def small() -> Referral:
    """One child, one mother, the father not known; all that must and should be said is said."""
    return Referral(
        id="r-small",
        reference="FFD-2026-0001",
        council="worcestershire",
        form="csc",
        pack_version="2026.1",
        header=Header(reasons=("child_in_need",), open_to_social_care=False, why_now="It grew."),
        first_call=FirstCall(phoned=False),
        referrer=REFERRER,
        consent=_consent(("p1",)),
        children=(child(1, home="a1"),),
        people=(person(1, "a1"), _father_not_known("p2")),
        relationships=(
            relation("c1", "p1", "PAM", pr=True, lives_with=True),
            Relationship(
                id="g-c1-p2", child="c1", person="p2", kind="PAF", parental_responsibility=LATER
            ),
        ),
        addresses=(address(1),),
        family=_family(other_children=False),
        professionals=(_professional(1, "gp"),),
        concern=_concern("p1"),
        statements=(
            statement(1, StatementKind.WORRY, ("c1",)),
            statement(2, StatementKind.STRENGTH, ("c1",)),
            statement(3, StatementKind.NEED, ("c1",)),
        ),
        events=(event(1, ("c1",)),),
        history=_history(),
        help_tried=(_help(1, ("c1",)),),
        judgement=_judgement(),
        visiting=Visiting(known_risk=False),
        wanted=_wanted(),
        declaration=_declaration(),
    )


def typical() -> Referral:
    """Four children of three fathers at two addresses, one of them unborn."""
    children = ("c1", "c2", "c3", "c4")
    unborn = Child(
        id="c4",
        first_names=NotKnown(Reason.NOT_APPLICABLE),
        family_name="Wiśniewska",
        date_of_birth=PartDate(kind=DateKind.DUE, year=2027, month=3, day=27),
        sex="U",
        home="a1",
        where_now=NotKnown(Reason.NOT_APPLICABLE),
        ethnicity="NOBT",
        protection_plan=False,
        child_in_need=False,
        looked_after=False,
        concern="The pregnancy is not booked with a midwife at 22 weeks.",
        abuse_categories=("neglect",),
        views=NotKnown(Reason.NOT_APPLICABLE),
        level="4",
        level_reason="Same household, same worries.",
    )
    second_home = "The father’s flat, every other weekend."
    people = (
        person(1, "a1"), person(2, "a2"), person(3, "a1"), person(4, "a2"), _father_not_known("p5"),
    )  # fmt: skip
    grid = (
        *(relation(one, "p1", "PAM", pr=True, lives_with=True) for one in children),
        relation("c1", "p2", "PAF", pr=True, lives_with=False),
        relation("c2", "p2", "PAF", pr=True, lives_with=False),
        relation("c3", "p5", "PAF", pr=False, lives_with=False),
        relation("c4", "p3", "PAF", pr=False, lives_with=True),
        *(relation(one, "p3", "PPM", pr=False, lives_with=True) for one in children[:3]),
        *(relation(one, "p4", "GRM", pr=False, lives_with=False) for one in children),
    )
    return _of(
        small(),
        id="r-typical",
        reference="FFD-2026-0042",
        consent=_consent(("p1",), attempts=3),
        children=(
            child(1, home="a1", second_home="a2", staying_elsewhere=second_home),
            child(2, home="a1", second_home="a2", staying_elsewhere=second_home),
            child(3, home="a1"),
            unborn,
        ),
        people=people,
        relationships=grid,
        addresses=(address(1), address(2)),
        family=_family(other_children=True),
        professionals=tuple(
            _professional(n, role)
            for n, role in enumerate(("gp", "health_visitor", "school_nurse", "senco"), start=1)
        ),
        concern=_concern("p3"),
        injuries=(_injury(1, "c1"), _injury(2, "c3")),
        statements=tuple(
            statement(n, kind, children[: 1 + n % 4])
            for n, kind in enumerate([*StatementKind] * 5, start=1)
        ),
        dangers=(_danger(1),),
        events=tuple(event(n, children[: 1 + n % 4]) for n in range(1, 21)),
        help_tried=(_help(1, children), _help(2, children[:2])),
        attachments=(_attachment(1), _attachment(2)),
    )


def largest() -> Referral:
    """The most that the budgets speak of: 12 children, 21 people, 500 events, 200 statements."""
    children = tuple(f"c{n}" for n in range(1, 13))
    people = tuple(person(n, f"a{1 + n % 5}") for n in range(1, 22))
    grid = tuple(
        relation(one, who.id, kind_of(index), pr=index < 2, lives_with=index % 3 == 0)
        for one in children
        for index, who in enumerate(people)
    )
    kinds = tuple(StatementKind)
    return _of(
        typical(),
        id="r-largest",
        reference="FFD-2026-0099",
        consent=_consent(("p1", "p2"), attempts=20),
        children=tuple(child(n, home=f"a{1 + n % 5}") for n in range(1, 13)),
        people=people,
        relationships=grid,
        addresses=tuple(address(n) for n in range(1, 6)),
        professionals=tuple(_professional(n, "gp") for n in range(1, 31)),
        injuries=tuple(_injury(n, f"c{1 + n % 12}") for n in range(1, 25)),
        statements=tuple(
            statement(n, kinds[n % 3], (children[n % 12], children[(n + 5) % 12]))
            for n in range(1, 201)
        ),
        dangers=tuple(_danger(n) for n in range(1, 4)),
        events=tuple(event(n, (children[n % 12],)) for n in range(1, 501)),
        help_tried=tuple(_help(n, children) for n in range(1, 13)),
        attachments=tuple(_attachment(n) for n in range(1, 21)),
    )


def kind_of(index: int) -> str:
    """Give the relationship of the nth adult of the largest family."""
    return ("PAM", "PAF", "PPM", "GRM", "GRF", "AUN")[min(index, 5)]


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
        concern="Comes hungry and without a coat; has begun to hide food under the table.",
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


def _father_not_known(key: str) -> Person:
    return Person(
        id=key,
        first_names=NotKnown(Reason.NOT_KNOWN),
        family_name=NotKnown(Reason.NOT_KNOWN),
        date_of_birth=NotKnown(Reason.NOT_KNOWN),
        home=NotKnown(Reason.NOT_KNOWN),
        phone=NotKnown(Reason.NOT_KNOWN),
        in_household=False,
        safe_to_contact=NotKnown(Reason.NOT_KNOWN),
        views_of_concern=ASKED_NOT,
        views_of_referral=ASKED_NOT,
    )


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


def _consent(given_by: tuple[str, ...], *, attempts: int = 1) -> Consent:
    talks = tuple(
        Conversation(
            id=f"t{n}",
            person="p1",
            when=on(TODAY - timedelta(days=n), time="15:20"),
            by="Rhiannon Tanglewood",
            how="in_person",
            result="told_agrees",
            told="What we saw, and that we would like the council’s help.",
            words="“All right.”",
            interpreter=False,
        )
        for n in range(1, attempts + 1)
    )
    return Consent(
        safe_to_discuss=True,
        decision="yes_verbal",
        given_by=given_by,
        given_on=on(TODAY - timedelta(days=1)),
        taken_by="Rhiannon Tanglewood",
        covers="Herself and the children.",
        agencies_named="Children’s social care",
        lawful_basis="public_task",
        conversations=talks,
    )


def _family(*, other_children: bool) -> Family:
    return Family(
        other_children=other_children,
        household_notes="A grandmother stays most weekends.",
        support_network="Grandmother; a neighbour with a spare key.",
    )


def _concern(source: str) -> Concern:
    return Concern(
        immediate_danger=False,
        what_happened="Since October the children come hungry; on Friday nobody collected them.",
        child_words="“Mum was asleep and would not wake up.”",
        when=on(TODAY - timedelta(days=1), time="15:40"),
        where="School office",
        how_it_came_to_light="Nobody came at home time.",
        source_of_harm=(source,),
        source_in_contact=True,
        end_of_day="Grandmother collects at 15:15.",
        afraid_to_go_home=False,
        action_taken="Fed, kept warm, phoned home four times, phoned the grandmother.",
    )


def _history() -> History:
    return History(
        first_concern=False,
        previous_referrals="One in March 2024: advice given.",
        early_help_plan=True,
        lead_professional="Lowri Kaya, family support worker",
        why_not_enough="Visits stopped in June; nothing changed at home.",
        school_offer="Breakfast club, uniform, weekly talk.",
    )


def _judgement() -> Judgement:
    return Judgement(
        level="4",
        reason="Basic needs go unmet daily, early help did not change it, it is getting worse.",
        factors=("16A",),
        tools="Neglect screening tool, 12 November 2026",
    )


def _wanted() -> Outcome:
    return Outcome(
        asked="An assessment of the family’s needs.",
        difference="Fed, rested, collected every day.",
        school_will="Breakfast club, daily check-in.",
        joint_visit=True,
    )


def _declaration() -> Declaration:
    return Declaration(
        accurate=True,
        opinion_apart=True,
        second_reader="Nnamdi Kaya",
        family_copy=True,
        signed_by="Rhiannon Tanglewood",
        signed_role="Designated Safeguarding Lead",
        signed_on=on(TODAY),
    )


def _professional(n: int, role: str) -> Professional:
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


def _injury(n: int, child_id: str) -> Injury:
    return Injury(
        id=f"i{n}",
        child=child_id,
        site="upper_arm_left",
        view="front",
        x=0.31,
        y=0.27,
        kind="bruise",
        size="2 cm across",
        colour="yellow and brown",
        seen_on=on(TODAY - timedelta(days=2), time="10:10"),
        seen_by="School nurse",
        explanation="“I fell off the wall.”",
        explained_by="The child",
    )


def _danger(n: int) -> Danger:
    return Danger(
        id=f"d{n}",
        danger="School worries that nobody wakes when the little ones need help.",
        goal="A grown-up is awake and sober whenever the children are at home.",
        scale_referrer=3,
        scale_child=4,
        scale_parent=6,
    )


def _help(n: int, children: tuple[str, ...]) -> Help:
    return Help(
        id=f"h{n}",
        what="Breakfast club and weekly family meeting",
        who="School and family support",
        dates="January to June 2026",
        aims="Fed and on time",
        outcome="Better in spring, back in autumn",
        children=children,
    )


def _attachment(n: int) -> Attachment:
    return Attachment(
        id=f"f{n}",
        title="Attendance print",
        kind="attendance",
        date=on(TODAY),
        author="School office",
        third_party_data=False,
        redacted=False,
    )


def _of(referral: Referral, **changes: object) -> Referral:
    return msgspec.structs.replace(referral, **changes)
