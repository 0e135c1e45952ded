"""What speaks against giving the family a copy, and what such a copy leaves out.

Informs; whoever makes the copy decides, and agrees where something speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.councils.pack import Form
from ffd_desktop.exporting.family_copy import is_of_others, kept_back_of, private_paths
from ffd_desktop.referral.answers import NotKnown, is_answered, is_known
from ffd_desktop.referral.keeping import is_kept, is_or_may_be
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read

READ_IT_FIRST: Final = (
    "Read the copy before you give it to anybody. The program takes out what is marked, and the "
    "words of addresses and numbers that are kept back wherever they stand; it cannot know what "
    "else your sentences give away."
)
_UNSAFE_GROUNDS: Final = frozenset(
    {"risk_of_harm", "delay", "crime", "family_suspected", "honour", "child_objects"}
)


def against_a_copy(referral: Referral) -> tuple[str, ...]:
    """Say what the writer has put down that speaks against giving the family a copy.

    Source: Worcestershire scrutiny report 2019, Appendix 5 (when consent is not sought).
    """
    return tuple(_against(referral))


def _against(referral: Referral) -> Iterator[str]:
    consent, danger = referral.consent, referral.concern.immediate_danger
    if consent.safe_to_discuss is False:
        yield "You said that it is not safe to talk with the parents or carers first."
    elif isinstance(consent.safe_to_discuss, NotKnown):
        yield "You do not know whether it is safe to talk with the parents or carers first."
    if consent.ground in _UNSAFE_GROUNDS and consent.decision in ("not_sought", "cannot_reach"):
        yield "You gave a reason why the family was not asked that also speaks against a copy."
    if is_answered(consent.keep_from):
        yield "You wrote that something must be kept from somebody."
    if danger is True:
        yield "You said that a child is in immediate danger."
    elif isinstance(danger, NotKnown):
        yield "You do not know whether a child is in immediate danger."


def left_out_of_a_copy(referral: Referral, form: Form) -> tuple[str, ...]:
    """Count, in words, what a copy for the family leaves out; empty when nothing."""
    counted = (
        (sum(map(is_kept, referral.addresses)), "address", "addresses"),
        (_numbers(referral), "telephone number", "telephone numbers"),
        (
            sum(is_or_may_be(one.source_anonymous) for one in referral.statements),
            "source who wishes not to be named",
            "sources who wish not to be named",
        ),
        (
            sum(not one.in_referral for one in referral.events),
            "event that is only on file",
            "events that are only on file",
        ),
        (
            sum(map(is_of_others, referral.attachments)),
            "attachment about somebody else",
            "attachments about somebody else",
        ),
        (
            _private(referral, form),
            "answer that the form keeps for the council",
            "answers that the form keeps for the council",
        ),
    )
    return tuple(f"{n} {one if n == 1 else many}" for n, one, many in counted if n)


def _numbers(referral: Referral) -> int:
    found = 0
    for one in (*referral.children, *referral.people, *referral.professionals):
        back = {*kept_back_of(one, referral)} & {"phone", "other_phone"}
        found += sum(is_known(getattr(one, name)) for name in back)
    return found


def _private(referral: Referral, form: Form) -> int:
    return sum(_answers(referral, path) for path in private_paths(form))


def _answers(referral: Referral, path: str) -> int:
    items, is_of_each, attribute = path.partition("[].")
    if not is_of_each:
        return int(is_answered(read(referral, path)))
    found = read(referral, items)
    return sum(
        is_answered(getattr(item, attribute))
        for item in (found if isinstance(found, tuple) else ())
    )
