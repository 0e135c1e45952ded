"""Words by which a text speaks of another route, and ordinary words that only look like them.

A text may name a thing to say that there is none, or to tell of a training: that is no route.
"""

from __future__ import annotations

import re

_BETWEEN = (
    r"(?:(?:awareness|safeguarding|prevention|refresher|online|staff)\W+|(?:and|or)\W+\w+\W+){0,2}"
)
_NO_LESSON = rf"(?!\W+{_BETWEEN}(?:training|course|lesson|assembly|policy|workshop|module)s?\b)"
_NONE = (
    r"\b(?:no|not any|without) (?:\w+ )?(?:sign|concern|evidence|history|worry|worries|risk)s? "
    r"(?:of|about|over|regarding) "
)
FGM = re.compile(
    rf"({_NONE})?\b(?:FGM|(?:female )?genital (?:mutilation|cutting)|female circumcision)\b"
    rf"{_NO_LESSON}",
    re.IGNORECASE,
)
PREVENT = re.compile(
    rf"({_NONE})?\b(?:de-?)?(?:radicali[sz]\w*|extremis[tm]s?)\b{_NO_LESSON}", re.IGNORECASE
)
_HINTS = ("fgm", "genital", "circumcision", "radicali", "extremis")
_POST = re.compile(
    r"(?:an?|the|h(?:er|is)|their|one of (?:the|our))?\s*(?:[\w-]+ ){0,2}"
    r"(?:teacher|teaching assistant|tutor|coach|childminder|nursery (?:nurse|worker)|"
    r"youth worker|(?:scout|club|youth) leader)s?(?:\s*(?:at|of|in|from|for|,|\.|\().*)?",
    re.IGNORECASE | re.DOTALL,
)
_NOT_NOW = re.compile(
    r"\b(?:former|ex|retired|not|no longer|once|student|trainee)\b", re.IGNORECASE
)


def hints(text: str) -> bool:
    """Tell quickly whether the patterns are worth trying: the check runs after every pause."""
    folded = text.lower()
    return any(hint in folded for hint in _HINTS)


def speaks(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether a text speaks of it, and not only to say that there is none."""
    return any(found[1] is None for found in pattern.finditer(text))


def is_post(text: str) -> bool:
    """Tell whether a few words name somebody by a post with children, held today."""
    return bool(_POST.fullmatch(text.strip())) and not _NOT_NOW.search(text)
