"""What is asked for: whose data it is, who may stay named, what is withheld and why.

The law is named, never judged: whether an exemption holds is for a person to say.
"""

from __future__ import annotations

from typing import Final

from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import called
from ffd_desktop.referral.people import Child, Person
from ffd_desktop.referral.private import Private

ANOTHER: Final = "[about another person]"


class Exemption(Private, frozen=True):
    """A ground on which the law lets something be withheld."""

    code: str
    words: str
    source: str


_HARM: Final = (
    "Giving it would be likely to cause serious harm to the physical or mental health of the "
    "person or of somebody else: {data}"
)
_LAW: Final = "Data Protection Act 2018, Schedule {}"
EXEMPTIONS: Final = (
    Exemption("harm_education", _HARM.format(data="education data"), _LAW.format("3, Part 4")),
    Exemption("harm_social_work", _HARM.format(data="social work data"), _LAW.format("3, Part 3")),
    Exemption("harm_health", _HARM.format(data="health data"), _LAW.format("3, Part 2")),
    Exemption(
        "child_abuse",
        "It says whether a child is, was or may be at risk of abuse, somebody else asks for the "
        "child, and giving it would not be in the child\u2019s best interests",
        _LAW.format("3, Part 5"),
    ),
    Exemption(
        "others",
        "It tells of somebody else, who has not agreed, and it is not reasonable to give it "
        "without that",
        _LAW.format("2, Part 3"),
    ),
)


class Ground(Private, frozen=True):
    """An exemption that a person claims, and why."""

    code: str
    reason: str


class Asked(Private, frozen=True):
    """A request.

    Attributes:
        subject: The id of the child or adult whose data it is.
        named: Ids of others who may stay named: they agreed, or it is reasonable without.
        withheld: Keys of sections that are withheld under what is claimed.
        grounds: What is claimed.
    """

    subject: str
    named: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()

    def missing(self) -> tuple[str, ...]:
        """Say what is still to be said before a copy can be made; empty when nothing is."""
        left = [
            "Write why an exemption is claimed." for one in self.grounds if not one.reason.strip()
        ]
        if self.withheld and not self.grounds:
            left.append("Say under which exemption the parts are withheld.")
        return tuple(dict.fromkeys(left))

    def reasons(self) -> tuple[str, ...]:
        """Give what is claimed, in words, for the note in the history; it is not on the copy."""
        told = {one.code: one for one in EXEMPTIONS}
        parts = ", ".join(self.withheld)
        of = f" Withheld: {parts}." if parts else ""
        return tuple(
            f"{told[one.code].source}: {one.reason.strip()}{of}"
            for one in self.grounds
            if one.code in told
        )


def everyone(referral: Referral) -> tuple[Child | Person, ...]:
    """Give whoever can be the subject of a request: the children, then the adults."""
    return (*referral.children, *referral.people)


def subject_of(referral: Referral, asked: Asked) -> Child | Person | None:
    """Find whose data is asked for; ``None`` when nobody of that id is in the referral."""
    return next((one for one in everyone(referral) if one.id == asked.subject), None)


def label(one: Child | Person) -> str:
    """Name somebody for a choice on the screen."""
    if isinstance(one, Child):
        return called(one) or "A child without a name"
    return one.name or "An adult without a name"
