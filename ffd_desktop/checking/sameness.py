"""People who look as if they stood in the referral twice. Only ever asks; twins of name exist."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.belonging import OWN, SLIP
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.people import Child, Person

TWICE = Rule(
    "sameness.person_twice",
    Grade.COULD,
    "The same person twice reads like two people.",
    OWN,
    answerable=True,
)


def sameness(look: Look) -> Iterator[Finding]:
    """Find adults with the name and the birth of another adult, or of a child."""
    seen: dict[tuple[str, PartDate], Child | Person] = {}
    for child in look.referral.children:
        if (key := _key(child)) is not None:
            seen[key] = child
    for person in look.referral.people:
        key = _key(person)
        other = seen.setdefault(key, person) if key is not None else person
        if other is not person:
            among = "the children" if isinstance(other, Child) else "the adults"
            yield from look.say(
                TWICE,
                f"people[{person.id}]",
                what=f"{name_of(person)} stands among {among} already, with the same date of "
                f"birth. {SLIP}",
                how="Take one of them out, unless they are two people.",
            )


def _key(one: Child | Person) -> tuple[str, PartDate] | None:
    born, name = one.date_of_birth, one.name
    return (name.casefold(), born) if name and isinstance(born, PartDate) else None
