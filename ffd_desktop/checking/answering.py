"""A reason that answers a finding: why what it says may stay. Taking it back lets it speak again.

The reason is kept with the sentence that it answered, so a sentence that changes speaks again.
Gives edits and makes none; no reason makes a "must" go away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ffd_desktop.checking.finding import Finding
from ffd_desktop.referral.answers import is_known
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import Reply

REPLIES: Final = "replies"


class Answered(Private, frozen=True):
    """A finding that a reason answers."""

    finding: Finding
    reply: Reply


def answers_among(found: Iterable[Finding], replies: Sequence[Reply]) -> tuple[Answered, ...]:
    """Give the findings that a reason answers, each with its reply."""
    known = {(one.rule, one.path, one.said): one for one in replies if is_known(one.reason)}
    if not known:
        return ()
    return tuple(
        Answered(one, known[key])
        for one in found
        if one.answerable and (key := (one.rule, one.path, one.what)) in known
    )


def reply_to(finding: Finding, replies: Sequence[Reply]) -> Reply | None:
    """Find the reply to a sentence as it stands, also one without a reason yet."""
    key = (finding.rule, finding.path, finding.what)
    return next((one for one in replies if (one.rule, one.path, one.said) == key), None)


def starts_as(finding: Finding) -> dict[str, object]:
    """Give what a reply to a finding says before its reason; its id is new."""
    return {
        "id": new_id(),
        "rule": finding.rule,
        "path": finding.path,
        "said": finding.what,
        "on_file": not finding.printed,
    }


def answering(finding: Finding, reason: str, replies: Sequence[Reply]) -> Edit:
    """Give the edit that answers a finding with a reason."""
    reply = reply_to(finding, replies)
    if reply is not None:
        return put(f"{REPLIES}[{reply.id}].reason", reason)
    made = starts_as(finding)
    return put(f"{REPLIES}[{made['id']}]", {**made, "reason": reason})


def taking_back(reply: Reply) -> Edit:
    """Give the edit that lets the sentence speak again."""
    return put(f"{REPLIES}[{reply.id}]", None)
