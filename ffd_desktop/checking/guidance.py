"""What the guidance says beside a judgement of the level. It never works a level out.

Speaks only where the council's pack holds indicators. Each sentence can be answered with a reason,
which is kept and printed (``Referral.replies``); an answered one is not said again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.councils.pack import Indicator
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.dates import MONTHS, PartDate
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.statements import IndicatorMark

_WALSALL = "Walsall thresholds 2018"
# The guidance gives no numbers: these two are this program’s reading of “incrementally”.
_MANY = 3
_LONG_DAYS = 365

HIGHER = Rule(
    "guidance.marked_higher",
    Grade.SHOULD,
    "The reader sees both and asks which one holds. Your judgement stands; your reason says why.",
    f"{_WALSALL}, on thresholds: the decision may be challenged and has to be clear",
    answerable=True,
    printed=True,
)
NOT_SHOWN = Rule(
    "guidance.level_not_shown",
    Grade.SHOULD,
    "Without evidence for the level a referral is pushed back.",
    f"{_WALSALL}, underpinning principles",
    answerable=True,
    printed=True,
)
BUILT_UP = Rule(
    "guidance.built_up",
    Grade.COULD,
    "Concerns that come little by little count together; the history as a whole has to be seen.",
    f"{_WALSALL}, on escalating concerns",
    answerable=True,
    printed=True,
    can_wait=True,
)
UNSHOWN = Rule(
    "guidance.no_evidence",
    Grade.COULD,
    "Look for evidence, not only for what is said; a mark alone shows nothing.",
    f"{_WALSALL}, beside the indicators of level two",
    can_wait=True,
)
TOOL = Rule(
    "guidance.tool",
    Grade.COULD,
    "The guidance names a tool for this; the reader may ask what it showed.",
    f"{_WALSALL}, on referring to children’s social care, and matrix of need",
    can_wait=True,
)
UNKNOWN = Rule(
    "guidance.unknown",
    Grade.COULD,
    "The reader knows only this council’s indicators.",
    "The council’s own indicators of need",
)


def guidance(look: Look) -> Iterator[Finding]:
    """Say what the guidance lists beside what was judged."""
    marks = look.referral.indicators
    if not look.pack.indicators:
        return
    known = {one.code: one for one in look.pack.indicators}
    seen = [(mark, known[mark.code]) for mark in marks if mark.code in known]
    yield from _marks(look, seen)
    yield from _strangers(look, [mark for mark in marks if mark.code not in known])
    yield from _tools(look, {one.code for _, one in seen})
    yield from _against_the_judgement(look, seen)
    yield from _built_up(look, seen)


Seen = Sequence[tuple[IndicatorMark, Indicator]]


def concerns(mark: IndicatorMark, child: Child) -> bool:
    """Tell whether a mark is about a child: about all of them where none is named."""
    return not isinstance(mark.children, tuple) or child.id in mark.children


def _against_the_judgement(look: Look, seen: Seen) -> Iterator[Finding]:
    family = look.level_number(look.referral.judgement.level)
    shared = [one for one in look.referred if look.level_number(one.level) is None]
    if family is not None:
        yield from _higher(look, seen, shared, family)
        yield from _not_shown(look, seen, family)
    for child in look.referred:
        own = look.level_number(child.level)
        if own is not None:
            yield from _higher(look, seen, (child,), own, of=child)


def _higher(
    look: Look, seen: Seen, children: Sequence[Child], judged: int, *, of: Child | None = None
) -> Iterator[Finding]:
    """Say what is marked above a level: the family's, or that of one child."""
    above = {
        one.code: number
        for mark, one in seen
        if (number := look.level_number(one.level) or 0) > judged
        and any(concerns(mark, child) for child in children)
    }
    if not above:
        return
    top = max(above.values())
    count = _things(sum(number == top for number in above.values()))
    whom = f"{name_of(of)}: you" if of else "You"
    yield from look.say(
        HIGHER,
        f"children[{of.id}].level_reason" if of else "judgement.reason",
        what=f"{whom} have marked {count} that the guidance lists at level {top}; your judgement "
        f"is level {judged}.",
        how="Say why in a sentence; your judgement stands.",
        item=of,
    )


def _not_shown(look: Look, seen: Seen, family: int) -> Iterator[Finding]:
    highest = max(level.number for level in look.pack.levels)
    if family < highest or _speaks_of_harm(look):
        return
    if not any(look.level_number(one.level) == highest for _, one in seen):
        yield from look.say(
            NOT_SHOWN,
            "judgement.level",
            what=f"The level is {family}, and nothing that you have marked or written speaks of "
            "significant harm.",
            how="Mark what you have seen, or say in a sentence what the level rests on.",
        )


def _speaks_of_harm(look: Look) -> bool:
    reasons = look.referral.header.reasons
    return (
        look.in_danger
        or (isinstance(reasons, tuple) and "significant_harm" in reasons)
        or any(_is_harm(child.abuse_categories) for child in look.referred)
        or bool(look.referral.injuries)
    )


def _may_be(look: Look, harm: str) -> bool:
    """Tell whether a kind of harm is chosen for a child, or none is chosen yet."""
    chosen = [child.abuse_categories for child in look.referred]
    return not harm or any(not isinstance(one, tuple) or harm in one for one in chosen)


def _is_harm(categories: object) -> bool:
    return isinstance(categories, tuple) and bool({*categories} - {"none_of_these"})


def _built_up(look: Look, seen: Seen) -> Iterator[Finding]:
    for level in look.pack.levels[1:-1]:
        since = [
            first
            for mark, one in seen
            if one.level == level.code and (first := _first_day(mark.since, look.today))
        ]
        if len(since) < _MANY or (look.today - min(since)).days < _LONG_DAYS:
            continue
        first = min(since)
        yield from look.say(
            BUILT_UP,
            "judgement.reason",
            what=f"{len(since)} things of level {level.number} since {MONTHS[first.month - 1]} "
            f"{first.year}: the guidance asks for the history as a whole.",
            how="Say under the level what they come to together, or why they do not.",
        )
        return


def _first_day(since: object, today: date) -> date | None:
    first = since.earliest() if isinstance(since, PartDate) else None
    return first if first is not None and first <= today else None


def _marks(look: Look, seen: Seen) -> Iterator[Finding]:
    for mark, one in seen:
        if not mark.evidence and not is_answered(mark.note):
            yield from look.say(
                UNSHOWN,
                f"indicators[{mark.id}].evidence",
                what=f"“{one.words}” is marked, and nothing is named that shows it.",
                how="Link the worry, the event or the document that shows it, or write a note.",
                item=mark,
            )


def _strangers(look: Look, marks: Sequence[IndicatorMark]) -> Iterator[Finding]:
    if marks:
        yield from look.say(
            UNKNOWN,
            "indicators",
            what=f"{_things(len(marks)).capitalize()} marked by another council’s guidance "
            "cannot be shown here.",
            how="They are kept. Mark what this council’s guidance lists.",
        )


def _tools(look: Look, codes: set[str]) -> Iterator[Finding]:
    if is_answered(look.referral.judgement.tools):
        return
    for tool in look.pack.tools:
        if codes.intersection(tool.indicators) and _may_be(look, tool.for_harm):
            yield from look.say(
                TOOL,
                "judgement.tools",
                what=f"{tool.name}: it goes with what you have marked, and no tool is named.",
                how=f"{tool.ask} Name it with its result, or say that it was not used.",
            )
            return


def _things(count: int) -> str:
    return "one thing" if count == 1 else f"{count} things"
