"""A child who is open to social care already: tell the worker, beside this form. Never a gate."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.private import Private

SOURCE = "West Midlands regional safeguarding children procedures, on referrals"
_WHY = "News of a child who is open already goes to the allocated worker first, and never waits."

WORKER = Rule("open_case.worker", Grade.SHOULD, _WHY, SOURCE, is_gap=True)
NEWS = Rule("open_case.news", Grade.COULD, _WHY, SOURCE, is_gap=True)
PLAN = Rule("open_case.plan", Grade.SHOULD, _WHY, SOURCE)
PLAN_HERE = Rule("open_case.plan_here", Grade.SHOULD, _WHY, SOURCE)

OPEN = "header.open_to_social_care"
_PHONE = (
    "Phone that worker today and tell what is new; without an answer, the team’s manager or duty "
    "worker. Send this form beside the call."
)
_PLANS = {
    "protection_plan": "is on a child protection plan",
    "child_in_need": "is on a child in need plan",
    "looked_after": "is looked after by a council",
}


class OpenCase(Private, frozen=True):
    """What to do for a child who is open already.

    Attributes:
        words: Whom to tell, and how.
        missing: What the form does not say yet, in words; empty when all of it is there.
        source: Where the rule stands.
    """

    words: str
    missing: str
    source: str


def tell_the_worker(referral: Referral) -> OpenCase | None:
    """Say whom to tell beside this form; ``None`` unless a child is said to be open already."""
    header = referral.header
    if header.open_to_social_care is not True:
        return None
    still = [] if is_answered(header.open_case_details) else ["the worker, team and telephone"]
    if not is_answered(header.new_information):
        still.append("whether this adds to an earlier referral")
    if not is_answered(header.why_now):
        still.append("what is new (“Why now”)")
    return OpenCase(_PHONE, f"Still to be written: {'; '.join(still)}." if still else "", SOURCE)


def open_case(look: Look) -> Iterator[Finding]:
    """Find what is not said of a case that is open already, or does not go together."""
    said = look.referral.header.open_to_social_care
    asked = OPEN in look.form.by_path
    if asked and said is True:
        yield from _details(look)
        return
    for child in look.referred:
        plan = next((name for name in _PLANS if getattr(child, name) is True), "")
        if plan and asked and said is False:
            yield from look.say(
                PLAN,
                OPEN,
                what=f"{name_of(child)} {_PLANS[plan]}, and the form says that no child is open "
                "to social care.",
                how="Change one of the two answers. If the plan still runs, phone its worker and "
                "tell what is new; send this form beside the call.",
            )
        elif plan and not asked:
            yield from _on_a_plan(look, child, plan)


def _details(look: Look) -> Iterator[Finding]:
    header = look.referral.header
    if not is_answered(header.open_case_details):
        yield from look.say(
            WORKER,
            "header.open_case_details",
            what="A child is open to social care already, and the worker is not named.",
            how=f"{_PHONE} Write down who it is, the team and the number, or “Not known”.",
        )
    if not is_answered(header.new_information):
        yield from look.say(
            NEWS,
            "header.new_information",
            what="A child is open to social care already, and it is not said whether this adds to "
            "an earlier referral.",
            how="Answer it, and put what is new under “Why now”.",
        )


def _on_a_plan(look: Look, child: Child, plan: str) -> Iterator[Finding]:
    """Speak where the form does not ask whether anybody is open."""
    yield from look.say(
        PLAN_HERE,
        f"children[{child.id}].{plan}",
        what=f"{name_of(child)} {_PLANS[plan]}: a social worker knows the child.",
        how="Phone that worker before you ask for other help: what you know may change the plan.",
        item=child,
    )
