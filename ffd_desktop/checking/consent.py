"""Consent as a recorded state: what was decided, why, and by whom. Never a gate.

Scrutiny report 2019, paras 17-18, 56-57, 71, 82 and Appendix 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look
from ffd_desktop.councils.pack import ConsentNeed
from ffd_desktop.referral.answers import NotKnown, is_answered, is_known

YES = ("yes_written", "yes_verbal")
NO = ("refused", "not_sought", "cannot_reach")
_REPORT = "Worcestershire scrutiny report 2019"
_WALSALL = "Walsall thresholds 2018"

GROUND = Rule(
    "consent.ground",
    Grade.MUST,
    "Without consent the council looks for the reason that allows the referral.",
    f"{_REPORT}, Appendix 5; {_WALSALL}, on consent",
    is_gap=True,
)
REASON = Rule(
    "consent.reason",
    Grade.MUST,
    "A code says which reason; your words say why it is so for this family.",
    f"{_REPORT}, Appendix 5; {_WALSALL}, on consent",
    is_gap=True,
)
DECIDED_BY = Rule(
    "consent.decided_by",
    Grade.SHOULD,
    "Somebody took the decision to go ahead, and may be asked about it.",
    "DfE information sharing advice 2024, on recording the reasons for sharing",
    is_gap=True,
)
STATE_NOT_KNOWN = Rule(
    "consent.state_not_known",
    Grade.SHOULD,
    "The reader cannot tell whether the family knows of this.",
    f"{_REPORT}, paras 17 and 82",
)
GIVEN_BY = Rule(
    "consent.given_by",
    Grade.SHOULD,
    "Consent counts when it comes from someone who can give it.",
    f"{_REPORT}, para 82",
    is_gap=True,
)
GIVER = Rule(
    "consent.giver_without_responsibility",
    Grade.SHOULD,
    "Consent counts when it comes from someone with parental responsibility.",
    f"{_REPORT}, para 82 and Appendix 5",
)
COVERS = Rule(
    "consent.covers",
    Grade.SHOULD,
    "The family should know whose information is passed on.",
    f"{_REPORT}, para 82 and Appendix 5",
    is_gap=True,
    can_wait=True,
)
NO_TALK = Rule(
    "consent.no_conversation",
    Grade.SHOULD,
    "Talks, and attempts at one, show that the family was treated openly.",
    f"{_REPORT}, paras 17, 71 and 94",
    is_gap=True,
    can_wait=True,
)
EXPECTED = Rule(
    "consent.expected_at_level",
    Grade.SHOULD,
    "At this level the council does not go ahead without a parent’s consent.",
    f"{_REPORT}, para 57; {_WALSALL}, matrix of need",
)
UNSAFE = Rule(
    "consent.unsafe_but_asked",
    Grade.COULD,
    "Two answers do not go together; the reader will wonder which one holds.",
    f"{_REPORT}, Appendix 5; {_WALSALL}, on consent",
)


def consent(look: Look) -> Iterator[Finding]:
    """Find what is missing or contradictory about consent."""
    answer = look.referral.consent.decision
    if answer in NO:
        yield from _without(look)
    elif answer in YES:
        yield from _with(look)
    elif isinstance(answer, NotKnown):
        yield from look.say(
            STATE_NOT_KNOWN,
            "consent.decision",
            what="It is not known whether anybody agreed.",
            how="Ask who spoke with the family, or choose “Not asked for” and say why.",
        )
    yield from _at_level(look)
    yield from _talks(look)


def _without(look: Look) -> Iterator[Finding]:
    state = look.referral.consent
    if not is_answered(state.ground):
        yield from look.say(
            GROUND,
            "consent.ground",
            what="There is no consent, and no reason is chosen.",
            how="Choose the reason that fits best.",
        )
    if not is_known(state.reason):
        yield from look.say(
            REASON,
            "consent.reason",
            what="There is no consent, and the reason is not given in words.",
            how="Write in a sentence or two why nobody was asked, or what came of asking.",
        )
    if not (is_answered(state.decided_by) and is_answered(state.decided_on)):
        yield from look.say(
            DECIDED_BY,
            "consent.decided_on" if is_answered(state.decided_by) else "consent.decided_by",
            what="It is not written down who decided to go ahead without consent, and when.",
            how="Name the person and the day.",
        )


def _with(look: Look) -> Iterator[Finding]:
    state = look.referral.consent
    if not is_answered(state.given_by):
        yield from look.say(
            GIVEN_BY,
            "consent.given_by",
            what="Consent was given, but not by whom.",
            how="Choose the person from the adults you entered.",
        )
    if not is_answered(state.covers):
        yield from look.say(
            COVERS,
            "consent.covers",
            what="Consent was given, but not whose information it covers.",
            how="Write whom it covers, for example “herself and the three children”.",
        )
    if isinstance(state.given_by, tuple) and state.given_by and not _any_can_consent(look):
        yield from look.say(
            GIVER,
            "consent.given_by",
            what="Nobody who gave consent is marked as having parental responsibility.",
            how="Look at “Who belongs to whom”: mark it there, or ask someone who has it.",
        )
    if state.safe_to_discuss is False and not _somebody_must_not_know(look):
        yield from look.say(
            UNSAFE,
            "consent.safe_to_discuss",
            what="It is not safe to talk with the parents, and yet there is consent.",
            how="Look at both answers once more.",
        )


def _somebody_must_not_know(look: Look) -> bool:
    """Tell whether it is said who must not be told: one may agree where another must not know."""
    state = look.referral.consent
    return is_answered(state.keep_from) or any(
        talk.result == "not_told" for talk in state.conversations
    )


def _any_can_consent(look: Look) -> bool:
    givers = look.referral.consent.given_by
    ids = givers if isinstance(givers, tuple) else ()
    return any(
        tie.person in ids and tie.parental_responsibility is True
        for child in look.referred
        for tie in look.ties[child.id]
    )


def _at_level(look: Look) -> Iterator[Finding]:
    code = look.referral.judgement.level
    level = look.pack.level(code) if isinstance(code, str) else None
    needs_it = level is not None and level.consent.need is ConsentNeed.EXPECTED
    agreed = look.referral.consent.decision in YES
    if level is None or not needs_it or agreed or look.in_danger:  # danger waits for no consent
        return
    yield from look.say(
        EXPECTED,
        "consent.decision",
        what=f"The level is {level.number}, and there is no consent.",
        how="You can go on writing and save it. Note each attempt to reach the family, and ask "
        "the front door for advice.",
    )


def _talks(look: Look) -> Iterator[Finding]:
    state = look.referral.consent
    if not state.conversations and state.safe_to_discuss is not False:
        yield from look.say(
            NO_TALK,
            "consent.conversations",
            what="No talk with a parent is noted, nor an attempt at one.",
            how="Add an entry for each, also when nobody answered.",
        )
