"""The level of need: does the judgement go together with the rest. Never works a level out."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.referral.answers import is_answered

_REPORT = "Worcestershire scrutiny report 2019"

UNKNOWN = Rule(
    "levels.unknown",
    Grade.MUST,
    "The reader knows only this council’s levels.",
    "The council’s own levels of need",
)
DANGER = Rule(
    "levels.danger_but_low",
    Grade.SHOULD,
    "Danger and a low level do not go together; one of them may be read first.",
    f"{_REPORT}, paras 55, 56 and 82",
)
ROUTE = Rule(
    "levels.other_route",
    Grade.SHOULD,
    "Children’s social care answers level 4; lower levels have a form of their own.",
    f"{_REPORT}, paras 47, 56 and 57",
)
TOO_HIGH = Rule(
    "levels.above_route",
    Grade.SHOULD,
    "Level 4 is answered by children’s social care; early help cannot act on it.",
    f"{_REPORT}, paras 47, 55 and 56",
)
HARM = Rule(
    "levels.harm_but_low",
    Grade.SHOULD,
    "Significant harm is level 4 by the council’s definition.",
    f"{_REPORT}, para 55; Walsall thresholds 2018, matrix of need",
)
CHILD_HIGHER = Rule(
    "levels.child_higher",
    Grade.SHOULD,
    "The front page shows the family’s level; a child above it could be missed.",
    f"{_REPORT}, para 55 (each child is judged alone)",
)
CHILD_REASON = Rule(
    "levels.child_reason",
    Grade.SHOULD,
    "Reasons bridge two readings of the same definitions.",
    f"{_REPORT}, paras 70 and 72",
    is_gap=True,
    can_wait=True,
)
_LOOK_AGAIN = "Look at both answers once more. If both are right, say why under the level."


def levels(look: Look) -> Iterator[Finding]:
    """Find where the level of need does not go together with other answers."""
    code = look.referral.judgement.level
    number = look.level_number(code)
    if isinstance(code, str) and code and number is None:
        yield from look.say(
            UNKNOWN,
            "judgement.level",
            what=f"“{code}” is not a level of this council.",
            how="Choose one of the council’s levels.",
        )
    if number is not None:
        yield from _against_the_rest(look, number)
    yield from _of_children(look, number)


def _against_the_rest(look: Look, number: int) -> Iterator[Finding]:
    highest = max((level.number for level in look.pack.levels), default=number)
    if number >= highest:
        yield from _above_the_route(look, number)
        return
    if look.in_danger:
        yield from look.say(
            DANGER,
            "judgement.level",
            what=f"A child is, or may be, in danger, and the level is {number}.",
            how=_LOOK_AGAIN,
        )
    reasons = look.referral.header.reasons
    harm = isinstance(reasons, tuple) and "significant_harm" in reasons
    if harm:
        yield from look.say(
            HARM,
            "judgement.level",
            what=f"The referral is about significant harm, and the level is {number}.",
            how=_LOOK_AGAIN,
        )
    # Where danger or harm is named, nobody is sent to the form for early help.
    if look.form.form.route == "csc" and not (look.in_danger or harm):
        yield from look.say(
            ROUTE,
            "judgement.level",
            what=f"The level is {number}, and this form goes to children’s social care.",
            how="If that is what you mean, say why. If not, the request for early help is the "
            "form for levels 2 and 3.",
        )


def _above_the_route(look: Look, number: int) -> Iterator[Finding]:
    if look.form.form.route == "family_help":
        yield from look.say(
            TOO_HIGH,
            "judgement.level",
            what=f"The level is {number}, and this form asks for early help.",
            how="Write the referral to children’s social care instead; phone first if a child may "
            "be in danger.",
        )


def _of_children(look: Look, family: int | None) -> Iterator[Finding]:
    for child in look.referred:
        number = look.level_number(child.level)
        if number is None:
            continue
        if family is not None and number > family:
            yield from look.say(
                CHILD_HIGHER,
                f"children[{child.id}].level",
                what=f"{name_of(child)}: the level is {number}, above the family’s {family}.",
                how="Raise the level of the whole referral, or look at the child’s again.",
                item=child,
            )
        if not is_answered(child.level_reason):
            yield from look.say(
                CHILD_REASON,
                f"children[{child.id}].level_reason",
                what=f"{name_of(child)}: a level of the child’s own, without a reason.",
                how="Say in a sentence why it differs.",
                item=child,
            )
