"""The evidence: is a concern stated, who saw it and when, and how it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look
from ffd_desktop.referral.answers import is_answered, is_known
from ffd_desktop.referral.statements import Statement, StatementKind

_REPORT = "Worcestershire scrutiny report 2019"
_FORMS = "Published English referral forms"
_RECORDS = "Somerset and Kent guidance for schools on keeping records"
_SIGNS = "Signs of Safety headings in the Worcestershire Early Help Assessment"

CONCERN = Rule(
    "evidence.concern",
    Grade.MUST,
    "A referral without a concern cannot be acted on.",
    _FORMS,
    is_gap=True,
)
NO_WORRY = Rule(
    "evidence.no_worry",
    Grade.SHOULD,
    "Worries one by one are weighed one by one.",
    _SIGNS,
    is_gap=True,
    can_wait=True,
)
NO_STRENGTH = Rule(
    "evidence.no_strength",
    Grade.SHOULD,
    "Risk shows only beside what protects.",
    f"{_SIGNS}; Ofsted commentary on the front door, March 2017",
    is_gap=True,
    can_wait=True,
    answerable=True,
)
NO_NEED = Rule(
    "evidence.no_need",
    Grade.SHOULD,
    "Families must understand what has to change.",
    f"{_SIGNS}; Ofsted commentary on the front door, March 2017",
    is_gap=True,
    can_wait=True,
    answerable=True,
)
WHO = Rule(
    "evidence.who",
    Grade.SHOULD,
    "You answer for what you say: be clear who it comes from.",
    f"{_REPORT}, para 94",
    is_gap=True,
)
WHEN = Rule(
    "evidence.when",
    Grade.SHOULD,
    "Last week and two years ago weigh differently.",
    _FORMS,
    is_gap=True,
)
CERTAINTY = Rule(
    "evidence.certainty",
    Grade.SHOULD,
    "Seen, told and thought are three things.",
    f"{_REPORT}, para 94",
    is_gap=True,
)
WHOM = Rule(
    "evidence.which_child",
    Grade.SHOULD,
    "With several children, it has to be said whom.",
    "Published English referral forms, such as Milton Keynes’s",
    is_gap=True,
)
WHERE = Rule(
    "evidence.where",
    Grade.COULD,
    "The place says who else could have seen it, and who was there.",
    "Published English referral forms (Wokingham’s asks where and when); which entries it is asked "
    "of is this program’s reading",
    is_gap=True,
    can_wait=True,
)
IMPACT = Rule(
    "evidence.impact",
    Grade.SHOULD,
    "What it does to the child decides the level; what an adult does is only half of it.",
    "Walsall thresholds 2018, on the impact of concerns that build up; published English referral "
    "forms; which words tell it is this program’s reading",
    is_gap=True,
    can_wait=True,
)
WORDS = Rule(
    "evidence.exact_words",
    Grade.COULD,
    "A child’s own words outlast every summary.",
    _RECORDS,
    is_gap=True,
    can_wait=True,
)
OPINION = Rule(
    "evidence.only_opinion",
    Grade.SHOULD,
    "Opinion convinces beside facts, not alone.",
    f"{_RECORDS}; Walsall thresholds 2018",
    answerable=True,
)
HISTORY = Rule(
    "evidence.no_history",
    Grade.SHOULD,
    "History shows whether it grows.",
    "Ofsted commentary on the front door, March 2017",
    is_gap=True,
    can_wait=True,
    answerable=True,
)
SOURCE = Rule(
    "evidence.source_of_harm",
    Grade.SHOULD,
    "The reader must know whom to watch for.",
    _FORMS,
    is_gap=True,
)
UNLISTED = Rule(
    "evidence.harm_not_listed",
    Grade.COULD,
    "Two places name different people.",
    _FORMS,
    answerable=True,
)

_AT_A_PLACE = frozenset({"seen", "child_said"})
_PLACE = re.compile(
    r"\b(?:at|in|on|outside|near|from|to)\s+(?:the\s+|a\s+|her\s+|his\s+|their\s+|our\s+)?"
    r"(?:\w+\s+){0,2}?(?:home|house|flat|bed|bedroom|kitchen|bathroom|bath|garden|school|class|"
    r"classroom|lessons?|playground|gate|office|reception|corridor|hall|toilets?|bus|car|taxi|"
    r"street|road|park|shop|town|club|nursery|surgery|hospital|church|mosque|phone|online|hotel|"
    r"hostel|refuge|register|registration|assembly|lunch|breakfast)\b"
    r"|\b(?:home|upstairs|downstairs|indoors|outdoors|online|Snapchat|WhatsApp|Instagram|TikTok)\b",
    re.IGNORECASE,
)
_TELLS_IMPACT = re.compile(
    r"\b(?:cries|cried|crying|tears|tearful|tired|exhausted|hungry|starving|thirsty|cold|wet|dirty|"
    r"smell\w*|scared|frighten\w*|fear\w*|afraid|anxious|anxiety|upset|distress\w*|sad|unhappy|"
    r"angry|withdrawn|quiet|silent|worr(?:y|ies|ied)|asham\w*|embarrass\w*|flinch\w*|shak(?:es|ing)|"
    r"sle(?:ep|pt)\w*|asleep|late|absent|absence\w*|attendance|miss(?:es|ed|ing)|behind|concentrat\w*|"
    r"learn\w*|friends?|hurt\w*|pain\w*|bruis\w*|injur\w*|mark(?:s|ed)?|burn\w*|cut|bleed\w*|ill|"
    r"sick|weight|thin(?:ner)?|growth|eat(?:s|ing)?|hid(?:es|ing)|self-harm\w*|suicid\w*|wets?|soils?|"
    r"cannot|can[’']t|could\s+not|couldn[’']t|unable|struggl\w*|effects?|impact\w*|affect\w*|"
    r"so\s+that\s+(?:she|he|they)|refus\w+|clings?|clinging|nightmares?|breakfast|lunch|coat)\b",
    re.IGNORECASE,
)

_NONE: dict[StatementKind, tuple[Rule, str, str]] = {
    StatementKind.WORRY: (NO_WORRY, "No worry is entered.", "Add each worry as an entry."),
    StatementKind.STRENGTH: (
        NO_STRENGTH,
        "Nothing that works well is entered.",
        "Add what keeps the children safe; if nothing is known, add an entry that says so.",
    ),
    StatementKind.NEED: (
        NO_NEED,
        "Nothing is entered that needs to happen.",
        "Add what would have to change, and who would do it.",
    ),
}


def evidence(look: Look) -> Iterator[Finding]:
    """Find what the evidence lacks."""
    worries = [one for one in look.referral.statements if one.kind is StatementKind.WORRY]
    stated = any(is_known(one.text) for one in worries)
    if not is_known(look.referral.concern.what_happened) and not stated:
        yield from look.say(
            CONCERN,
            "concern.what_happened",
            what="No concern is stated yet.",
            how="Write what happened, or add a worry.",
        )
    yield from _missing_kinds(look)
    yield from _each_statement(look)
    if worries and all(one.certainty == "opinion" for one in worries):
        yield from look.say(
            OPINION,
            "statements",
            what="Every worry is marked as opinion.",
            how="Add what somebody saw or heard that the opinion rests on.",
            item=worries[0],
        )
    yield from _history(look)
    yield from _harm(look)


def _missing_kinds(look: Look) -> Iterator[Finding]:
    there = {one.kind for one in look.referral.statements}
    for kind, (rule, what, how) in _NONE.items():
        if kind not in there:
            pattern = Statement(id="", kind=kind)
            yield from look.say(rule, "statements", what=what, how=how, item=pattern)


def _each_statement(look: Look) -> Iterator[Finding]:
    several = len(look.referred) > 1
    counts = dict.fromkeys(StatementKind, 0)
    for one in look.referral.statements:
        counts[one.kind] += 1
        title = f"{one.kind.value.capitalize()} {counts[one.kind]}"
        if several and one.children == ():
            yield from _about(look, one, WHOM, "children", f"{title}: which child?")
        if one.kind is not StatementKind.NEED:
            yield from _how_known(look, one, title)


def _how_known(look: Look, one: Statement, title: str) -> Iterator[Finding]:
    if not is_answered(one.source):
        yield from _about(look, one, WHO, "source", f"{title}: who saw or said it?")
    if not is_answered(one.when):
        yield from _about(look, one, WHEN, "when", f"{title}: when was it?")
    if not is_answered(one.certainty):
        yield from _about(look, one, CERTAINTY, "certainty", f"{title}: how is it known?")
    elif one.certainty in _AT_A_PLACE and not _has_place(one):
        yield from _about(look, one, WHERE, "where", f"{title}: where was it?")
    if one.kind is StatementKind.WORRY and not _has_impact(one):
        yield from _about(look, one, IMPACT, "impact", f"{title}: what does it do to the child?")
    if one.certainty == "child_said" and not is_answered(one.exact_words):
        yield from _about(look, one, WORDS, "exact_words", f"{title}: what were the child’s words?")


def _has_place(one: Statement) -> bool:
    """Tell whether a place is answered, or named in the words; only worries are asked."""
    if is_answered(one.where) or one.kind is not StatementKind.WORRY:
        return True
    return isinstance(one.text, str) and _PLACE.search(one.text) is not None


def _has_impact(one: Statement) -> bool:
    """Tell whether the impact is answered or told in the words; of no words nothing is asked."""
    if is_answered(one.impact) or not isinstance(one.text, str) or not one.text:
        return True
    return _TELLS_IMPACT.search(one.text) is not None


def _about(look: Look, one: Statement, rule: Rule, attribute: str, what: str) -> Iterator[Finding]:
    yield from look.say(
        rule,
        f"statements[{one.id}].{attribute}",
        what=what,
        how="Add it, or choose “Not known” and say why.",
        item=one,
    )


def _history(look: Look) -> Iterator[Finding]:
    if not look.referral.events and look.referral.history.first_concern is not True:
        yield from look.say(
            HISTORY,
            "events",
            what="The chronology is empty.",
            how="Add what came before, or say that this is the first concern.",
        )


def _harm(look: Look) -> Iterator[Finding]:
    concern = look.referral.concern
    named = concern.source_of_harm
    if not is_answered(named) and not is_answered(concern.source_of_harm_unnamed):
        yield from look.say(
            SOURCE,
            "concern.source_of_harm",
            what="Nobody is named as a possible source of harm.",
            how="Choose the person, describe them, or choose “Not known” and say why.",
        )
    listed = named if isinstance(named, tuple) else ()
    for person in look.referral.people:
        if person.alleged_source_of_harm is True and person.id not in listed:
            yield from look.say(
                UNLISTED,
                "concern.source_of_harm",
                what=f"{person.name or 'An adult'} is marked as a possible source of harm, "
                "but is not chosen here.",
                how="Choose the person here too, or take the mark away.",
            )
