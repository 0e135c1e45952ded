"""Referrals of invented families: a bare one, a small one, a typical one and the largest.

``small`` and ``typical`` leave nothing unanswered that must or should be; ``bare`` answers nothing.
"""

from datetime import timedelta

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
from ffd_desktop.referral.people import Child, Partnership, Person, Relationship, SiblingTie
from ffd_desktop.referral.statements import (
    StatementKind,
)
from tests.builders.items import (
    TODAY,
    address,
    attachment,
    child,
    danger,
    event,
    examination,
    grandparent,
    help_tried,
    injury,
    person,
    professional,
    relation,
    statement,
)

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
        professionals=(professional(1, "gp"),),
        concern=_concern("p1"),
        statements=(
            statement(1, StatementKind.WORRY, ("c1",)),
            statement(2, StatementKind.STRENGTH, ("c1",)),
            statement(3, StatementKind.NEED, ("c1",)),
        ),
        events=(event(1, ("c1",)),),
        history=_history(),
        help_tried=(help_tried(1, ("c1",)),),
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
        person(1, "a1"), person(2, "a2"), person(3, "a1"), grandparent(4, "a2"),
        _father_not_known("p5"),
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
        partnerships=(
            Partnership(id="u1", first="p1", second="p3", kind="living_together"),
            Partnership(id="u2", first="p1", second="p2", kind="divorced"),
        ),
        sibling_ties=(SiblingTie(id="s1", first="c1", second="c2", kind="full"),),
        addresses=(address(1), address(2)),
        family=_family(other_children=True),
        professionals=tuple(
            professional(n, role)
            for n, role in enumerate(("gp", "health_visitor", "school_nurse", "senco"), start=1)
        ),
        concern=_concern("p3"),
        examinations=(examination(1, "c1"), examination(2, "c1")),
        injuries=(injury(1, "c1", "x1"), injury(2, "c3")),
        statements=tuple(
            statement(n, kind, children[: 1 + n % 4])
            for n, kind in enumerate([*StatementKind] * 5, start=1)
        ),
        dangers=(danger(1),),
        events=tuple(event(n, children[: 1 + n % 4]) for n in range(1, 21)),
        help_tried=(help_tried(1, children), help_tried(2, children[:2])),
        attachments=(attachment(1), attachment(2)),
    )


def largest() -> Referral:
    """The most that the budgets speak of: 12 children, 21 people, 500 events, 200 statements."""
    children = tuple(f"c{n}" for n in range(1, 13))
    people = tuple(
        (grandparent if n in {4, 5} else person)(n, f"a{1 + n % 5}") for n in range(1, 22)
    )
    grid = tuple(
        relation(f"c{n}", who.id, kind_of(at), pr=at < 2, lives_with=at % 5 == (n - 1) % 5)
        for n in range(1, 13)
        for at, who in enumerate(people)
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
        professionals=tuple(professional(n, "gp") for n in range(1, 31)),
        injuries=tuple(injury(n, f"c{1 + n % 12}") for n in range(1, 25)),
        statements=tuple(
            statement(n, kinds[n % 3], (children[n % 12], children[(n + 5) % 12]))
            for n in range(1, 201)
        ),
        dangers=tuple(danger(n) for n in range(1, 4)),
        events=tuple(event(n, (children[n % 12],)) for n in range(1, 501)),
        help_tried=tuple(help_tried(n, children) for n in range(1, 13)),
        attachments=tuple(attachment(n) for n in range(1, 21)),
    )


def kind_of(index: int) -> str:
    """Give the relationship of the nth adult of the largest family."""
    return ("PAM", "PAF", "PPM", "GRM", "GRF", "AUN")[min(index, 5)]


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


def _of(referral: Referral, **changes: object) -> Referral:
    return msgspec.structs.replace(referral, **changes)
