"""Other routes that go beside a referral: what was written speaks of them, and the way is named.

They are told and never taken: the referral goes on all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.referral.people import Person

_KCSIE = "Keeping Children Safe in Education"
_REPORT = "Worcestershire scrutiny report 2019"

FGM = Rule(
    "routes.fgm",
    Grade.COULD,
    "A teacher who learns that a girl under 18 has been cut has a duty of their own to report it.",
    "Female Genital Mutilation Act 2003, section 5B",
)
PREVENT = Rule(
    "routes.prevent",
    Grade.COULD,
    "Radicalisation has a route of its own beside this referral.",
    f"{_KCSIE} (Prevent and Channel); Walsall thresholds 2018, level four",
)
STAFF = Rule(
    "routes.staff",
    Grade.COULD,
    "An allegation against somebody who works with children has a route of its own.",
    f"{_KCSIE} (designated officer, LADO)",
)
PRIVATE = Rule(
    "routes.private_fostering",
    Grade.COULD,
    "The council has to know of a child who is privately fostered, also when nothing is wrong.",
    f"Children Act 1989, Part IX; {_REPORT}, para 55 (privately fostered children are level 4)",
)

_FGM = re.compile(r"\bFGM\b|genital mutilation|female circumcision", re.IGNORECASE)
_PREVENT = re.compile(r"radicali[sz]|\bextremis[tm]", re.IGNORECASE)
_HINTS = ("fgm", "genital", "circumcision", "radicali", "extremis")
_STAFF = frozenset({"TCH", "HTC", "DOC", "SWR", "CHM", "RLG"})


def routes(look: Look) -> Iterator[Finding]:
    """Say where another route goes beside this one."""
    texts = tuple((path, text) for path, text in _texts(look) if _hints(text))
    yield from _spoken_of(
        look,
        FGM,
        texts,
        _FGM,
        what="What is written speaks of female genital mutilation.",
        how="If a girl told it or it was seen: the teacher who learned of it phones the police on "
        "101 and does not leave it to a colleague. Send this as well.",
    )
    yield from _spoken_of(
        look,
        PREVENT,
        texts,
        _PREVENT,
        what="What is written speaks of radicalisation or extremism.",
        how="Ask your council or the police how to refer to Prevent; send this as well.",
    )
    yield from _staff(look)
    yield from _private(look)


def _hints(text: str) -> bool:
    """Tell quickly whether the patterns are worth trying: the check runs after every pause."""
    folded = text.casefold()
    return any(hint in folded for hint in _HINTS)


def _texts(look: Look) -> Iterator[tuple[str, str]]:
    concern = look.referral.concern
    for name in ("what_happened", "child_words", "how_it_came_to_light"):
        text = getattr(concern, name)
        if isinstance(text, str):
            yield f"concern.{name}", text
    for statement in look.referral.statements:
        for name in ("text", "exact_words"):
            text = getattr(statement, name)
            if isinstance(text, str):
                yield f"statements[{statement.id}].{name}", text


def _spoken_of(
    look: Look,
    rule: Rule,
    texts: tuple[tuple[str, str], ...],
    pattern: re.Pattern[str],
    *,
    what: str,
    how: str,
) -> Iterator[Finding]:
    path = next((path for path, text in texts if pattern.search(text)), "")
    if path:
        statement = next(
            (one for one in look.referral.statements if path.startswith(f"statements[{one.id}]")),
            None,
        )
        yield from look.say(rule, path, what=what, how=how, item=statement)


def _staff(look: Look) -> Iterator[Finding]:
    named = look.referral.concern.source_of_harm
    harmful = set(named) if isinstance(named, tuple) else set()
    for person in look.referral.people:
        if person.alleged_source_of_harm is True or person.id in harmful:
            yield from _works_with_children(look, person)


def _works_with_children(look: Look, person: Person) -> Iterator[Finding]:
    if any(tie.person == person.id and tie.kind in _STAFF for tie in look.referral.relationships):
        yield from look.say(
            STAFF,
            f"people[{person.id}].role",
            what=f"{name_of(person)} works with children and is thought to be a source of harm.",
            how="Tell the council’s designated officer (LADO) as well, and your head teacher or "
            "chair of governors.",
            item=person,
        )


def _private(look: Look) -> Iterator[Finding]:
    reasons = look.referral.header.reasons
    if isinstance(reasons, tuple) and "private_fostering" in reasons:
        return
    for child in look.referral.children:
        fostered = child.living_arrangement == "private_fostering"
        if fostered or any(tie.kind == "PFC" for tie in look.ties[child.id]):
            yield from look.say(
                PRIVATE,
                "header.reasons",
                what=f"{name_of(child)} is privately fostered, and the referral does not say so.",
                how="Choose “Private fostering” among the reasons, or tell the council separately.",
            )
            return
