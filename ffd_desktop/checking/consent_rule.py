"""The council's rule on consent for the level that is judged, its doubts, and the way on without.

It informs wherever consent is written down; it never stops anything.
"""

from __future__ import annotations

from ffd_desktop.checking.consent import YES
from ffd_desktop.councils.details import contact_in_force
from ffd_desktop.councils.hours import FRONT_DOOR
from ffd_desktop.councils.pack import ConsentNeed, ContactNumber, Pack
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

NO_LEVEL = "No level is judged yet; the council’s rule on consent depends on it."


class RuleInForce(Private, frozen=True):
    """What the council says of consent, as things stand.

    Attributes:
        title: Which level it is the rule of.
        words: The rule in our words.
        doubt: Where the council's own sources differ; else empty.
        source: Where it stands.
        ways_on: What can be done without consent, where the rule expects it and there is none.
    """

    title: str
    words: str
    doubt: str = ""
    source: str = ""
    ways_on: tuple[str, ...] = ()


def rule_in_force(referral: Referral, pack: Pack) -> RuleInForce:
    """Give the rule for the level of the judgement, or say that there is none yet."""
    code = referral.judgement.level
    level = pack.level(code) if isinstance(code, str) else None
    if level is None:
        return RuleInForce("The council’s rule on consent", NO_LEVEL)
    rule = level.consent
    is_stuck = rule.need is ConsentNeed.EXPECTED and referral.consent.decision not in YES
    return RuleInForce(
        f"The council’s rule at level {level.number}",
        rule.words,
        rule.doubt,
        rule.source,
        _ways_on(pack) if is_stuck else (),
    )


def _ways_on(pack: Pack) -> tuple[str, ...]:
    door = next((one for one in pack.contacts if one.key == FRONT_DOOR), None)
    ask = f"Ask for advice: {_reached(door)}." if door else "Ask the council for advice."
    return (
        "Go on writing, saving and printing as a draft; nothing here waits for consent.",
        "Note each talk and each attempt, also when nobody answered.",
        ask,
        "If the risk rises, judge the level again: another rule may then hold.",
    )


def _reached(contact: ContactNumber) -> str:
    """Give a number as this office has it, with where it comes from."""
    held = contact_in_force(contact, {})
    said = f"{held.provenance}. {held.warning}" if held.warning else held.provenance
    return f"{held.name}, {held.phone} ({said[0].lower()}{said[1:].rstrip('.')})"
