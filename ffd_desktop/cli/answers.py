"""Verbs that answer a finding with a reason, and take the reason back. Decides nothing itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from ffd_desktop.app import papers
from ffd_desktop.checking.answering import answering, taking_back
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral

_SCREEN = "cli"
_WHERE = "‘referral check --json’ gives each finding’s id."


def answer(arguments: argparse.Namespace, output: Output) -> None:
    """Say why what a finding speaks of may stay as it is."""
    if not arguments.reason.strip():
        raise ProblemForPerson(
            "A finding is answered with a reason. Nothing was changed.",
            "Write why it may stay as it is.",
            "reason_missing",
        )

    def edit(referral: Referral, checked: papers.Checked) -> Edit:
        found = next((one for one in checked.findings if one.id == arguments.finding), None)
        if found is None:
            raise _unknown("No finding with that id is there now.")
        if not found.answerable:
            raise ProblemForPerson(
                "This finding is not answered with a reason. Nothing was changed.",
                found.how,
                "finding_not_answerable",
            )
        return answering(found, arguments.reason.strip(), referral.replies)

    _do(arguments, output, edit)


def take_back(arguments: argparse.Namespace, output: Output) -> None:
    """Let a finding that was answered speak again."""

    def edit(_: Referral, checked: papers.Checked) -> Edit:
        known = (one for one in checked.answered if one.finding.id == arguments.finding)
        answered = next(known, None)
        if answered is None:
            raise _unknown("No answered finding has that id.")
        return taking_back(answered.reply)

    _do(arguments, output, edit)


def _do(
    arguments: argparse.Namespace,
    output: Output,
    edit: Callable[[Referral, papers.Checked], Edit],
) -> None:
    with open_desk(arguments) as (program, desk):
        referral = desk.open(arguments.id).referral
        session = DraftSession(referral, monotonic=program.clock.monotonic)
        session.apply(edit(referral, papers.check(program, referral, desk)))
        batch = session.take_unsaved()
        now = program.clock.now()
        if batch is not None:
            now = desk.save(arguments.id, batch, screen=_SCREEN)
        checked = papers.check(program, session.referral, desk)
    output.give(
        {"saved": f"{now:%H:%M:%S}", "finding": arguments.finding, "counts": checked.counts},
        [f"Saved {now:%H:%M:%S}"],
    )


def _unknown(what: str) -> ProblemForPerson:
    return ProblemForPerson(f"{what} Nothing was changed.", _WHERE, "finding_unknown")
