"""Whose council a child's home belongs to, as far as a postcode can tell.

Asks and never asserts: a postcode is a hint. Repeats no address, and of one that is kept from
somebody it says not even the council.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.councils.pack import Area, OtherArea, Standing
from ffd_desktop.referral.keeping import is_kept
from ffd_desktop.referral.people import Address, Child

_WHY = "A referral goes to the council where the child lives or is found, wherever the school is."
_SOURCE = "West Midlands regional safeguarding children procedures, on referrals"

ELSEWHERE = Rule("area.elsewhere", Grade.SHOULD, _WHY, _SOURCE)
SHARED = Rule("area.shared", Grade.COULD, _WHY, _SOURCE)
_RULES = {Standing.ELSEWHERE: ELSEWHERE, Standing.SHARED: SHARED}


def area(look: Look) -> Iterator[Finding]:
    """Ask whose council a home belongs to, once for each address of a referred child."""
    here = look.pack.area
    if here is None:
        return
    for place in look.referral.addresses:
        rule = _RULES.get(_standing(here, place))
        if rule is None:
            continue
        homes = [child for child in look.referred if place.id == child.home]
        others = [child for child in look.referred if place.id == child.second_home]
        living = [one for one in (*homes, *others) if one.has_died is not True]
        if living:
            yield from look.say(
                rule,
                f"addresses[{place.id}].postcode",
                what=_what(rule, here, place, living, second=not homes),
                how=_how(here, place, living),
            )


def _standing(here: Area, place: Address) -> Standing:
    """Go by the postcode; without one, a line that is the name of another council is a doubt."""
    if _postcode(place):
        return here.standing(_postcode(place))
    return Standing.SHARED if _named(here, place) else Standing.UNKNOWN


def _postcode(place: Address) -> str:
    return place.postcode.strip() if isinstance(place.postcode, str) else ""


def _named(here: Area, place: Address) -> OtherArea | None:
    lines = place.lines if isinstance(place.lines, str) else ""
    parts = {part.strip().casefold() for part in re.split(r"[\n,]", lines)}
    return next((one for one in here.others if one.name.casefold() in parts), None)


def _what(rule: Rule, here: Area, place: Address, living: list[Child], *, second: bool) -> str:
    home = f"{'the second home' if second else 'the home'} of {_all_of(living)}"
    if not _postcode(place):
        return f"By its lines, {home} may not lie in {here.name}; it has no postcode."
    if rule is SHARED:
        return f"By its postcode, {home} lies in {here.name} or beside it."
    return f"By its postcode, {home} does not seem to lie in {here.name}."


def _how(here: Area, place: Address, living: list[Child]) -> str:
    words = [f"Look which council this address belongs to. {here.find}"]
    other = None if is_kept(place) else _other(here, place)
    if other is not None:
        words.append(f"It may be {other.name}.")
    words.append(f"If it is not {here.name}, phone that council and send your referral there.")
    if any(child.second_home for child in living):
        words.append("Where a child has homes in two areas, tell both.")
    if other is not None and other.pack:
        words.append(
            f"This program holds the form of {other.name}: “Write it on another form” on the "
            "screen of the checks keeps every answer."
        )
    if any(child.looked_after is True for child in living):
        words.append("A child in care has a social worker already: tell that worker as well.")
    return " ".join(words)


def _other(here: Area, place: Address) -> OtherArea | None:
    if _postcode(place):
        return here.other(_postcode(place))
    return _named(here, place)


def _all_of(children: list[Child]) -> str:
    *first, last = map(name_of, children)
    return f"{', '.join(first)} and {last}" if first else last
