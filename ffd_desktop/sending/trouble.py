"""What can stand in the way of sealing, in words. Says first what became of what was written."""

from __future__ import annotations

from ffd_desktop.problems import ProblemForPerson


def already_sealed() -> ProblemForPerson:
    """There is one of that number."""
    return ProblemForPerson(
        "This is sealed already, and stays as it is. Nothing was changed.",
        "To correct it or to say more, write an addendum.",
        "already_sealed",
    )


def not_sealed() -> ProblemForPerson:
    """An addendum needs a sealed referral."""
    return ProblemForPerson(
        "An addendum belongs to a sealed referral, and this one is not sealed. Nothing was lost.",
        "Change the draft itself, or seal it first.",
        "not_sealed",
    )


def changed_while_sealing() -> ProblemForPerson:
    """The referral is not what was looked at any more."""
    return ProblemForPerson(
        "It was not sealed: something in it changed at the same moment. Everything is saved.",
        "Look at the front page again, then seal it.",
        "changed_while_sealing",
    )


def missing() -> ProblemForPerson:
    """There is no such sealed thing."""
    return ProblemForPerson(
        "Nothing was sealed under that name in this vault. Nothing was changed.",
        "Look on the shelf for what was sealed.",
        "sealed_missing",
    )


def damaged() -> ProblemForPerson:
    """The bytes are not those that were sealed."""
    return ProblemForPerson(
        "What lies in the vault is not what was sealed, so it was not opened. Nothing was changed.",
        "Check the vault (Settings, \u201cThe vault\u201d). A backup may hold it as it was sealed.",
        "sealed_damaged",
    )


def addendum_empty() -> ProblemForPerson:
    """An addendum says something."""
    return ProblemForPerson(
        "An addendum needs words. Nothing was sealed.",
        "Write what was wrong or is new, and why.",
        "addendum_empty",
    )


def no_text() -> ProblemForPerson:
    """What was sealed is content and its PDF."""
    return ProblemForPerson(
        "What is sealed is the PDF and its content as JSON; there is no sealed text.",
        "Take the PDF, or JSON.",
        "sealed_no_text",
    )


def not_delivered() -> ProblemForPerson:
    """Only what is there can be answered."""
    return ProblemForPerson(
        "It is not delivered yet, so the council can say nothing of it.",
        "Send it first; phone if it cannot wait.",
        "not_delivered",
    )


def no_answer() -> ProblemForPerson:
    """The portal could not be asked now."""
    return ProblemForPerson(
        "The council’s portal could not be asked just now. What it said before stands.",
        "Try again in a few minutes, or phone the council.",
        "portal_unreachable",
    )
