"""Verbs of sending: hand over what was sealed, and give the receipts.

Delivered is exit 0; anything else that is true of it is a problem with its own code, and what is
not known yet is asked about by the next ``send``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from ffd_desktop.app import delivered, papers, receipts
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.post import Post, opens_browser
from ffd_desktop.app.program import Program
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.cli.watching import watched
from ffd_desktop.councils.hours import whom_to_phone
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending import trouble
from ffd_desktop.sending.sealed import REFERRAL, SealedFacts
from ffd_desktop.sending.submission import State, Submission
from ffd_desktop.sending.words import answer_words, told

_PARTLY: Final = "It says what it does not know, and sends nothing twice: run send again."


def send(arguments: argparse.Namespace, output: Output) -> None:
    """Send what was sealed of a referral and is not delivered yet, in order."""
    with open_desk(arguments) as (program, desk), watched() as progress:
        found = _sealed(desk, arguments.id)
        post = Post(program, desk)
        sent: list[tuple[SealedFacts, Submission]] = []
        for one in found:
            sent.append((one, post.send(one, opens_browser(), progress=progress)))
            if sent[-1][1].state is not State.DELIVERED:
                raise _not_delivered(program, desk, *sent[-1])
        delivered.note(desk, arguments.id)
    output.give([_told(*one) for one in sent], (line for one in sent for line in _lines(*one)))


def receipt(arguments: argparse.Namespace, output: Output) -> None:
    """Give the receipts that the council gave for a referral and its addenda."""
    with open_desk(arguments) as (program, desk):
        found = _sealed(desk, arguments.id)
        sent = {one.sealed: one for one in desk.outbox.of_referral(arguments.id)}
        if arguments.pdf is not None:
            paper = receipts.paper(program, desk, _numbered(found, REFERRAL + arguments.addendum))
            papers.write(arguments.pdf, paper, replacing=arguments.replace)
    pairs = [(one, sent[one.id]) for one in found if one.id in sent]
    received = [pair for pair in pairs if pair[1].receipt is not None]
    if not received:
        raise receipts.none_yet()
    output.give(
        [_told(*one) for one in received], (line for one in received for line in _lines(*one))
    )


def answers(arguments: argparse.Namespace, output: Output) -> None:
    """Ask the council's portal what it says of what was delivered."""
    with open_desk(arguments) as (program, desk), watched() as progress:
        post, found = Post(program, desk), _sealed(desk, arguments.id)
        sent = {one.sealed: one for one in desk.outbox.of_referral(arguments.id)}
        there = [one for one in found if one.id in sent and sent[one.id].receipt is not None]
        if not there:
            raise receipts.none_yet()
        asked = [(one, post.ask(one, opens_browser(), progress=progress)) for one in there]
        delivered.note(desk, arguments.id)
    said = [answer_words(answer) for _, one in asked for answer in one.answers]
    output.give(
        [
            {"number": one.number, "answers": msgspec.to_builtins(submission.answers)}
            for one, submission in asked
        ],
        said or ["The council has not said anything there yet."],
    )


def _sealed(desk: Desk, referral_id: str) -> tuple[SealedFacts, ...]:
    found = desk.sealed.of(referral_id)
    if not found:
        raise ProblemForPerson(
            "It is a draft, and only what is sealed can be sent. Nothing was sent.",
            "Seal it first: ffd-desktop referral seal",
            "not_sealed_yet",
        )
    return found


def _numbered(found: Sequence[SealedFacts], number: int) -> SealedFacts:
    one = next((one for one in found if one.number == number), None)
    if one is None:
        raise trouble.missing()
    return one


def _told(facts: SealedFacts, submission: Submission) -> object:
    return {
        "number": facts.number,
        "state": submission.state.value,
        "digest": facts.digest,
        "key": submission.key,
        "receipt": msgspec.to_builtins(submission.receipt),
    }


def _lines(facts: SealedFacts, submission: Submission) -> Iterator[str]:
    what = f"Addendum {facts.number - REFERRAL}" if facts.is_addendum else "The referral"
    if submission.receipt is not None:
        yield f"{what}  delivered: the council has it under {submission.receipt.reference}"
        yield f"      received {submission.receipt.received_at}, SHA-256 {facts.digest}"


def _not_delivered(
    program: Program, desk: Desk, facts: SealedFacts, submission: Submission
) -> ProblemForPerson:
    """Say what is true of it, with the number to phone: no referral waits for a computer."""
    true = told(submission, desk.clock.now())
    line = whom_to_phone(program.pack(facts.council), desk.clock.now()).now
    phone = f"If it cannot wait, phone {line.name}: {line.phone}."
    goes_on = "" if submission.state is State.REFUSED else f" {_PARTLY}"
    return ProblemForPerson(
        f"{true.head}. {true.words}", f"{phone}{goes_on}", f"sending_{submission.state.value}"
    )
