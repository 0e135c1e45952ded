"""Other routes that go beside a referral: what was written speaks of them, and the way is named.

They are told and never taken: the referral goes on all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ffd_desktop.checking import route_words
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.checking.route_words import hints, is_post, speaks
from ffd_desktop.referral.dates import PartDate, age_on
from ffd_desktop.referral.people import Child, Person

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

_STAFF = frozenset({"TCH", "HTC", "DOC", "SWR", "CHM", "RLG"})
_TELL_LADO = (
    "Tell the council’s designated officer (LADO) as well, and your head teacher or chair of "
    "governors."
)
FGM_FACTOR = "22A"
_GROWN, _GROWN_IF_DISABLED = 16, 18


def routes(look: Look) -> Iterator[Finding]:
    """Say where another route goes beside this one."""
    texts = tuple(_texts(look))
    if not hints("\n".join(text for _, text in texts)):
        texts = ()  # nearly always: one look at all of it costs less than four hundred
    yield from _spoken_of(
        look,
        FGM,
        texts,
        route_words.FGM,
        what="What is written speaks of female genital mutilation.",
        how="If a girl told it or it was seen: the teacher who learned of it phones the police on "
        "101 and does not leave it to a colleague. Send this as well.",
    )
    yield from _spoken_of(
        look,
        PREVENT,
        texts,
        route_words.PREVENT,
        what="What is written speaks of radicalisation or extremism.",
        how="Ask your council or the police how to refer to Prevent; send this as well.",
    )
    yield from _staff(look)
    yield from _private(look)


def _texts(look: Look) -> Iterator[tuple[str, str]]:
    """Give what is written of a concern, and the words of the indicators that are marked."""
    for path, item, names in _places(look):
        for name in names:
            text = getattr(item, name)
            if isinstance(text, str):
                yield f"{path}.{name}", text
    factors = look.referral.judgement.factors
    if isinstance(factors, tuple) and FGM_FACTOR in factors:  # a girl seldom says the name of it
        yield "judgement.factors", "FGM"
    for mark in look.referral.indicators:
        if (indicator := look.pack.indicator(mark.code)) is not None:
            yield f"indicators[{mark.id}]", indicator.words


def _places(look: Look) -> Iterator[tuple[str, object, tuple[str, ...]]]:
    referral = look.referral
    yield "concern", referral.concern, ("what_happened", "child_words", "how_it_came_to_light")
    yield "header", referral.header, ("why_now",)
    for child in referral.children:
        yield f"children[{child.id}]", child, ("concern",)
    for statement in referral.statements:
        yield f"statements[{statement.id}]", statement, ("text", "exact_words")


def _spoken_of(
    look: Look,
    rule: Rule,
    texts: tuple[tuple[str, str], ...],
    pattern: re.Pattern[str],
    *,
    what: str,
    how: str,
) -> Iterator[Finding]:
    path = next((path for path, text in texts if speaks(pattern, text)), "")
    if path:
        statement = next(
            (one for one in look.referral.statements if path.startswith(f"statements[{one.id}]")),
            None,
        )
        yield from look.say(rule, path, what=what, how=how, item=statement)


def _staff(look: Look) -> Iterator[Finding]:
    if any(call.to == "lado" for call in look.referral.calls):
        return
    concern = look.referral.concern
    named = concern.source_of_harm
    harmful = set(named) if isinstance(named, tuple) else set()
    for person in look.referral.people:
        if person.alleged_source_of_harm is True or person.id in harmful:
            yield from _works_with_children(look, person)
    described = concern.source_of_harm_unnamed
    if isinstance(described, str) and is_post(described):
        yield from look.say(
            STAFF,
            "concern.source_of_harm_unnamed",
            what="Whoever is described as a source of harm seems to work with children.",
            how=_TELL_LADO,
        )


def _works_with_children(look: Look, person: Person) -> Iterator[Finding]:
    tied = any(
        tie.person == person.id and tie.kind in _STAFF for tie in look.referral.relationships
    )
    if tied or (isinstance(person.role, str) and is_post(person.role)):
        yield from look.say(
            STAFF,
            f"people[{person.id}].role",
            what=f"{name_of(person)} works with children and is thought to be a source of harm.",
            how=_TELL_LADO,
            item=person,
        )


def _private(look: Look) -> Iterator[Finding]:
    reasons = look.referral.header.reasons
    if isinstance(reasons, tuple) and "private_fostering" in reasons:
        return
    child = next((one for one in look.referral.children if _is_fostered(look, one)), None)
    if child is None:
        return
    if "header.reasons" in look.form.by_path:
        yield from look.say(
            PRIVATE,
            "header.reasons",
            what=f"{name_of(child)} is privately fostered, and the referral does not say so.",
            how="Choose “Private fostering” among the reasons, or tell the council separately.",
        )
        return
    yield from look.say(
        PRIVATE,
        f"children[{child.id}].living_arrangement",
        what=f"{name_of(child)} is privately fostered.",
        how="Tell the council separately: this form is none for that.",
        item=child,
    )


def _is_fostered(look: Look, child: Child) -> bool:
    said = child.living_arrangement == "private_fostering"
    tied = any(tie.kind == "PFC" for tie in look.ties[child.id])
    return (said or tied) and not _is_grown(look, child)


def _is_grown(look: Look, child: Child) -> bool:
    """Tell whether a child is too old to be privately fostered, however the date is read."""
    born = child.date_of_birth
    age = age_on(born, look.today) if isinstance(born, PartDate) else None
    limit = _GROWN_IF_DISABLED if child.disabled is True else _GROWN
    return age is not None and age[0] >= limit
