"""Somebody who has died, and is said to do what only the living do. Only ever asks."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.belonging import OWN
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.referral.answers import is_known
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.people import Child, Person

_HURTS = "A letter or a call to somebody who has died hurts those who are left."

LIVES = Rule("deaths.lives_with", Grade.COULD, "Who is at home decides how safe home is.", OWN)
AGREES = Rule("deaths.consent", Grade.COULD, "Somebody else may have to be asked.",
              "Worcestershire scrutiny report 2019, paras 71 and 82")  # fmt: skip
RUNG = Rule("deaths.contacted", Grade.COULD, _HURTS, OWN)
BEFORE = Rule("deaths.before_birth", Grade.COULD, "One of the two dates may be mistyped.", OWN)


def deaths(look: Look) -> Iterator[Finding]:
    """Find what is said of somebody who has died that does not seem to go together."""
    for child in look.referral.children:
        if child.has_died is True:
            yield from _dates(look, child, f"children[{child.id}].died_on")
    dead = {one.id: one for one in look.referral.people if one.has_died is True}
    if dead:
        for person in dead.values():
            yield from _person(look, person)
        yield from _ties(look, dead)


def _person(look: Look, person: Person) -> Iterator[Finding]:
    yield from _dates(look, person, f"people[{person.id}].died_on")
    given = look.referral.consent.given_by
    if isinstance(given, tuple) and person.id in given:
        yield from look.say(
            AGREES,
            "consent.given_by",
            what=f"{name_of(person)} has died, and is named as having agreed. Was that before?",
            how="Say who agreed, or leave it if the death came after.",
        )
    if person.safe_to_contact is True:
        yield from look.say(
            RUNG,
            f"people[{person.id}].safe_to_contact",
            what=f"{name_of(person)} has died, and is marked as safe to contact.",
            how="Take that answer away, or choose “Not known: does not apply”.",
        )


def _ties(look: Look, dead: dict[str, Person]) -> Iterator[Finding]:
    for tie in look.referral.relationships:
        person = dead.get(tie.person)
        if person is None:
            continue
        path, child = f"relationships[{tie.id}]", name_of(look.children.get(tie.child))
        if tie.lives_with is True:
            yield from look.say(
                LIVES,
                f"{path}.lives_with",
                what=f"{name_of(person)} has died, and is said to live with {child}.",
                how="Change the answer, or whether this adult has died.",
            )
        if is_known(tie.contact_priority):
            yield from look.say(
                RUNG,
                f"{path}.contact_priority",
                what=f"{name_of(person)} has died, and school would still phone about {child}.",
                how="Take the number away here, and tell the school office.",
            )


def _dates(look: Look, one: Child | Person, path: str) -> Iterator[Finding]:
    born, died = one.date_of_birth, one.died_on
    if not isinstance(born, PartDate) or not isinstance(died, PartDate):
        return
    first, last = born.earliest(), died.latest()
    if first is not None and last is not None and last < first:
        yield from look.say(
            BEFORE,
            path,
            what=f"{name_of(one)} would have died before being born.",
            how="Look at both dates once more.",
        )
