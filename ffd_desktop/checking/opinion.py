"""Opinion that is told as if it were a fact: what somebody is called or thought to feel.

Knows only a few phrasings, and keeps quiet where the sentence says whose opinion it is. Never
speaks of quoted words, of what others say, or of the writer's own judgement of the level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look
from ffd_desktop.checking.quoting import sentence_around, without_quotes
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.statements import Statement

AS_FACT = Rule(
    "evidence.opinion_as_fact",
    Grade.SHOULD,
    "Families and courts read it; what was seen and heard holds there, and a label does not.",
    "Worcestershire scrutiny report 2019, para 94; Somerset and Kent guidance for schools on "
    "keeping records; the phrasings are this program’s reading",
    answerable=True,
    can_wait=True,
)

_VERB = r"(?:\b(?:is|are|was|were|being|becoming|remains?)|\b\w+[’'](?:s|re))"
_DEGREE = (
    r"(?:(?:clearly|obviously|definitely|plainly|certainly|undoubtedly|just|simply|very|really|so|"
    r"quite|both|always|constantly|totally|completely|extremely|emotionally|such|known|total|"
    r"complete|an?|the)\s+)*"
)
_LABEL = (
    r"(?:alcoholics?(?!\s+(?:drink|liver|hepat|poison|anonym|in\s+recovery))|(?:drug\s+)?addicts?|junkies?|"
    r"druggies?|narcissists?|narcissistic|psychopaths?|psycho|liars?|drunks|(?<=\ba\s)drunk|"
    r"wasters?|manipulative|neglectful|lazy(?!\s+eye)|feckless|attention[- ]seeking|"
    r"in\s+denial)\b"
)
_BAD = r"(?:bad|terrible|awful|useless|unfit|hopeless|neglectful|lazy)\s+"
_PARENT = r"(?:mums?|mothers?|dads?|fathers?|parents?|parenting|carers?)\b"
_CARE = (
    r"(?:do(?:es)?\s+not|do(?:es)?n[’']t|did\s+not|didn[’']t|could(?:n[’']t|\s+not))\s+"
    r"(?:really\s+|seem\s+to\s+)?(?:care(?!\s+for\b)\b|love\b|give\s+a\s+damn\b|bother\b)"
)
_PHRASE = re.compile(
    rf"{_VERB}\s+{_DEGREE}{_LABEL}"
    rf"|,\s+an?\s+(?:known\s+)?(?:alcoholic|addict|drug\s+addict)\b(?!\s+drink)"
    rf"|\b{_BAD}{_PARENT}"
    rf"|\bpoor\s+parenting\b"
    rf"|\b{_CARE}"
    rf"|\b(?:has|have|had|shows?)\s+no\s+interest\s+in\s+(?:her|his|their|the|any\s+of)\b"
    rf"|\b(?:is|are|was|were)\s+not\s+bothered\b|\b(?:isn|aren|wasn|weren)[’']t\s+bothered\b",
    re.IGNORECASE,
)
_HINTS = (
    "alcoholic", "addict", "junkie", "druggie", "narciss", "psycho", "liar", "drunk", "waster",
    "manipulat", "neglectful", "lazy", "useless", "feckless", "attention", "denial", "unfit",
    "parenting", "care", "love", "damn", "bother", "no interest", "bad ",
    "terrible", "awful", "hopeless",
)  # fmt: skip
_WHOSE = re.compile(
    r"\b(?:says?|said|saying|states?|stated|tells?|told|reports?|reported|reportedly|alleg\w*|"
    r"claims?|claimed|describ\w+|discloses?|disclosed|admit\w*|according|accus\w+|called|calls|"
    r"calling|diagnos\w+|assess\w+|asked|asks|wonder\w*|think\w*|thought|believ\w+|feels?|felt|"
    r"feeling|fear\w*|worr\w+|concern\w*|suspect\w*|appears?|appeared|seems?|seemed|may|might|"
    r"could\s+be|possibl[ey]|perhaps|whether|if|opinion|view|judgement|impression|not|never|no|"
    r"nobody|denies|denied|recovering|recovered|heard|words|court|convicted|wrote|written|noted|"
    r"record(?:s|ed)?)\b|n[’']t\b",
    re.IGNORECASE,
)
# Whose it is may also follow: “…, as his sister says”, “…, according to Mum”, “… (told by Gran)”.
_WHOSE_AFTER = re.compile(
    r"[,(–]\s*(?:according\s+to|in\s+(?:her|his|their)\s+(?:words|view|opinion)"
    r"|(?:told|said|reported)\s+by"
    r"|(?:as\s+)?(?:\w+\s+){1,3}?(?:says?|said|tells?|told|puts?|put|reports?|reported|thinks?))\b",
    re.IGNORECASE,
)
_OPENLY = frozenset({"opinion", "child_said", "parent_said", "told_by", "record"})


def opinion(look: Look) -> Iterator[Finding]:
    """Find opinion told as fact, outside of what is openly opinion or somebody else's words."""
    for passage in look.passages:
        phrase = passage.marks.opinion
        if not phrase or _is_open(passage.item):
            continue
        yield from look.say(
            AS_FACT,
            passage.path,
            what=f"“{phrase}” stands as a fact.",
            how="Write what was seen or heard, by whom, and how often; or say whose opinion it is.",
            item=passage.item,
        )


def told_as_fact(text: str) -> str:
    """Give the first phrase of a text that tells opinion as fact; empty when there is none."""
    folded = text.casefold()
    if not any(hint in folded for hint in _HINTS):
        return ""
    plain = without_quotes(text)
    for found in _PHRASE.finditer(plain):
        before, after = sentence_around(plain, found.start(), found.end())
        if not (_WHOSE.search(before) or _WHOSE_AFTER.search(after)):
            return " ".join(found[0].strip(" ,").split())
    return ""


def without_phrases(text: str) -> str:
    """Take out what this rule speaks of, so that no other says the same."""
    return _PHRASE.sub(" ", text)


def _is_open(item: object) -> bool:
    """Tell whether an entry says itself that it is opinion, or that somebody else said it."""
    return isinstance(item, Statement) and is_answered(item.certainty) and item.certainty in _OPENLY
