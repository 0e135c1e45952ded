"""The family: is each child named and heard, are both parents there, who can consent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import CARERS, PARENTS, Look, is_unborn, name_of
from ffd_desktop.checking.numbers import is_nhs_number
from ffd_desktop.referral.answers import NotKnown, is_answered, is_known
from ffd_desktop.referral.people import Child, Person
from ffd_desktop.roll import upn

_FORMS = "Published English referral forms"
_WALSALL = "Walsall thresholds 2018 (always include both parents, and fathers)"

NO_CHILD = Rule(
    "family.no_child",
    Grade.MUST,
    "A referral is about a child.",
    _FORMS,
    is_gap=True,
)
NO_ADULT = Rule(
    "family.no_adult",
    Grade.SHOULD,
    "Someone cares for the child, or should.",
    _FORMS,
    is_gap=True,
)
PARENT = Rule(
    "family.both_parents",
    Grade.SHOULD,
    "Absent fathers and mothers are left out most often, and matter most often.",
    _WALSALL,
    is_gap=True,
    answerable=True,
)
RESPONSIBILITY = Rule(
    "family.responsibility",
    Grade.SHOULD,
    "Only those with parental responsibility can agree for the child.",
    "Worcestershire scrutiny report 2019, paras 71 and 82",
    answerable=True,
)
VOICE = Rule(
    "family.voice",
    Grade.SHOULD,
    "What the child says and lives is where help begins.",
    "Ofsted commentary on the front door, March 2017",
    is_gap=True,
    can_wait=True,
)
PARENT_VIEW = Rule(
    "family.parents_views",
    Grade.SHOULD,
    "Parents’ views, or why they were not asked, belong in every referral.",
    "Published English referral forms, such as Nottingham’s",
    is_gap=True,
    can_wait=True,
)
LOOSE = Rule(
    "family.loose_adult",
    Grade.COULD,
    "A name without a relationship says little.",
    _FORMS,
    answerable=True,
)
OTHERS = Rule(
    "family.other_children",
    Grade.COULD,
    "What harms one child may harm another.",
    _FORMS,
    is_gap=True,
    answerable=True,
)
TWICE = Rule(
    "family.child_twice",
    Grade.SHOULD,
    "The same child twice reads like two children.",
    "Worcestershire scrutiny report 2019, para 89 (forms that were misread)",
    answerable=True,
)
UPN = Rule(
    "family.upn",
    Grade.SHOULD,
    "A mistyped UPN leads to no child, or to another one.",
    "DfE, Unique Pupil Numbers: the check letter",
    answerable=True,
)
NHS = Rule(
    "family.nhs_number",
    Grade.COULD,
    "A mistyped number leads to nobody, or somebody else.",
    "NHS number: the check digit, modulus 11",
    answerable=True,
)


def family(look: Look) -> Iterator[Finding]:
    """Find what is missing about the children and the adults."""
    if not look.referred:
        yield from look.say(
            NO_CHILD,
            "children",
            what="No child is being referred yet.",
            how="Add a child, or mark one of the family as referred.",
        )
    yield from _adults(look)
    for child in look.referred:
        yield from _parents(look, child)
        yield from _voice(look, child)
    for child in look.referral.children:
        yield from _numbers(look, child)
    yield from _other_children(look)
    yield from _twice(look)


def _adults(look: Look) -> Iterator[Finding]:
    if not look.people and not is_answered(look.referral.family.parents_details):
        yield from look.say(
            NO_ADULT,
            "people",
            what="No adult is entered.",
            how="Add parents and carers, or write under “The family as a whole” what you know.",
        )
    kinds: dict[str, set[object]] = {}
    for tie in look.referral.relationships:
        kinds.setdefault(tie.person, set()).add(tie.kind)
    for person in look.referral.people:
        if person.id not in kinds and look.referral.children:
            yield from look.say(
                LOOSE,
                f"people[{person.id}]",
                what=f"{name_of(person)} is not related to any child.",
                how="Say under “Who belongs to whom” how they belong to the children.",
            )
        is_carer = bool(kinds.get(person.id, set()) & {*CARERS})
        if is_carer and not is_answered(person.views_of_concern) and _can_be_asked(look, person):
            yield from look.say(
                PARENT_VIEW,
                f"people[{person.id}].views_of_concern",
                what=f"{name_of(person)}: the view of the concern is blank.",
                how="Write it, or choose “Not known” and say why it was not asked.",
            )


def _can_be_asked(look: Look, person: Person) -> bool:
    """Tell whether asking for a view would be safe, as far as it is written under consent."""
    state = look.referral.consent
    talks = {talk.result for talk in state.conversations if talk.person == person.id}
    if "not_told" in talks:
        return False
    return state.safe_to_discuss is not False or bool(talks & {"told_agrees", "told_disagrees"})


def _parents(look: Look, child: Child) -> Iterator[Finding]:
    ties = look.ties[child.id]
    parents = sum(tie.kind in PARENTS for tie in ties)
    if look.people and parents < 2:
        named = "only one parent" if parents else "no parent"
        yield from look.say(
            PARENT,
            "relationships",
            what=f"{name_of(child)}: {named} is entered.",
            how="Add the other parent, also one who is absent; the name may be “Not known”.",
        )
    answers = [tie.parental_responsibility for tie in ties]
    if is_unborn(child):  # parental responsibility begins with the birth
        return
    if ties and not any(one is True or isinstance(one, NotKnown) for one in answers):
        yield from look.say(
            RESPONSIBILITY,
            "relationships",
            what=f"{name_of(child)}: nobody is marked as having parental responsibility.",
            how="Mark who has it, or choose “Not known”.",
        )


def _voice(look: Look, child: Child) -> Iterator[Finding]:
    if not is_answered(child.views) and not is_unborn(child):
        yield from look.say(
            VOICE,
            f"children[{child.id}].views",
            what=f"{name_of(child)}: the child’s voice is missing.",
            how="Write what the child says or shows, or choose “Not known” and say why.",
            item=child,
        )


def _numbers(look: Look, child: Child) -> Iterator[Finding]:
    if isinstance(child.upn, str) and child.upn:
        problems = upn.check(child.upn).problems
        if problems:
            yield from look.say(
                UPN,
                f"children[{child.id}].upn",
                what=f"{name_of(child)}: {problems[0]}",
                how="Compare it with the school’s system. It can stay as it is if it is right.",
            )
    number = child.nhs_number
    if isinstance(number, str) and number and not is_nhs_number(number):
        yield from look.say(
            NHS,
            f"children[{child.id}].nhs_number",
            what=f"{name_of(child)}: the NHS number looks mistyped.",
            how="Compare it with its source. It can stay as it is if it is right.",
        )


def _other_children(look: Look) -> Iterator[Finding]:
    if look.referral.family.other_children is True and len(look.referral.children) < 2:
        yield from look.say(
            OTHERS,
            "children",
            what="There are other children, and only one is entered.",
            how="Add the others, and mark whether they are referred too.",
        )


def _twice(look: Look) -> Iterator[Finding]:
    seen = Counter(
        (child.name.casefold(), child.date_of_birth)
        for child in look.referral.children
        if child.name and is_known(child.date_of_birth)
    )
    for child in look.referral.children:
        if child.name and seen[child.name.casefold(), child.date_of_birth] > 1:
            yield from look.say(
                TWICE,
                f"children[{child.id}]",
                what=f"{name_of(child)} is entered twice, with the same date of birth.",
                how="Take one out, unless they are two children.",
            )
