"""Verbs of what comes after sending: board, chase, case, figures, reviews, closures."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from ffd_desktop.app import following, papers
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.following.board import Line
from ffd_desktop.following.chasing import case_text, chase_text
from ffd_desktop.following.closures import Closure
from ffd_desktop.following.waiting import When
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.dates import on

_TITLES: Mapping[When, str] = {
    When.OVERDUE: "Overdue",
    When.TODAY: "Due today",
    When.SOON: "Soon",
    When.LATER: "Later",
    When.ANY_TIME: "No day given",
}


def board(arguments: argparse.Namespace, output: Output) -> None:
    """List what is due over all referrals, what is overdue first."""
    with open_desk(arguments) as (program, desk):
        groups = following.Following(desk, program.packs).look()
    output.give(
        [_told(line) for lines in groups.values() for line in lines],
        _lines(groups) if any(groups.values()) else ["Nothing is due."],
    )


def _told(line: Line) -> dict[str, object]:
    due = line.waiting
    return {
        "id": line.of.id,
        "reference": line.of.reference,
        "when": line.when.value,
        "event": due.event,
        "what": due.what,
        "by": due.by.isoformat() if due.by else None,
        "words": due.words,
        "why": due.why,
        "source": due.source,
        "how": due.how,
        "ours": due.is_ours,
        "closed": line.closure.name if line.closure else "",
    }


def _lines(groups: Mapping[When, tuple[Line, ...]]) -> Iterator[str]:
    for when, lines in groups.items():
        if lines:
            yield _TITLES[when]
        for line in lines:
            closed = f" The school is closed then ({line.closure.name})." if line.closure else ""
            words = line.waiting.words.removesuffix(".")
            yield f"  {line.of.reference}  {line.waiting.what}: {words}.{closed}"
            yield f"      {line.waiting.how}  [{line.waiting.source}]"


def chase(arguments: argparse.Namespace, output: Output) -> None:
    """Print words to paste that ask the council for what is due; they name no child."""
    with open_desk(arguments) as (program, desk):
        draft = desk.open(arguments.id)
    due = following.due_for(draft.referral, program.packs, draft.state)
    asked = next((one for one in due if not one.is_ours), None)
    if asked is None:
        raise ProblemForPerson(
            "Nothing is due from the council for this referral.",
            "Note how and when it was sent: what is due is counted from it.",
            "nothing_due",
        )
    text = chase_text(draft.referral, asked, papers.form_of(program, draft.referral)[0])
    output.give({"text": text}, text.splitlines())


def case(arguments: argparse.Namespace, output: Output) -> None:
    """Print what a disagreement rests on, put together from the record."""
    with open_desk(arguments) as (program, desk):
        referral = desk.open(arguments.id).referral
    pack, _ = papers.form_of(program, referral)
    text = case_text(referral, pack)
    output.give({"text": text}, text.splitlines())


def figures(arguments: argparse.Namespace, output: Output) -> None:
    """Count what was sent, by form and outcome, with the days to an answer; without names."""
    with open_desk(arguments) as (program, desk):
        found = following.office_figures(
            desk, program.packs, since=arguments.since, until=arguments.until
        )
    if arguments.csv is not None:
        paper = papers.Paper("figures.csv", following.as_csv(found))
        papers.write(arguments.csv, paper, replacing=arguments.replace)
    output.give(found, [f"{one.group}: {one.name}: {one.value:g}" for one in found])


def reviews(arguments: argparse.Namespace, output: Output) -> None:
    """List until when each referral is kept, and which somebody should look at now."""
    with open_desk(arguments) as (_, desk):
        found = following.reviews(desk)
        due = {one.id for one in following.reviews_due(found, desk.clock.now().date())}
    output.give(
        [
            {
                "id": one.id,
                "reference": one.reference,
                "on": one.review.on,
                "held": one.review.held,
                "due": one.id in due,
            }
            for one in found
        ],
        [
            f"{one.reference}  {one.review.on or 'no day: a date of birth is missing'}"
            f"{'  held' if one.review.held else ''}{'  look at it now' if one.id in due else ''}"
            for one in found
        ],
    )


def keep(arguments: argparse.Namespace, output: Output) -> None:
    """Keep a record longer, with the reason."""
    until = on(arguments.until)
    with open_desk(arguments) as (_, desk):
        following.keep_longer(desk, arguments.id, until, arguments.reason, screen="cli")
    output.give({"kept_until": arguments.until}, [f"It is kept until {until.words()}."])


def hold(arguments: argparse.Namespace, output: Output) -> None:
    """Hold a record, so that nobody destroys it."""
    with open_desk(arguments) as (_, desk):
        following.hold(desk, arguments.id, arguments.reason, screen="cli")
    output.give({"held": True}, ["It is held, and nobody can destroy it."])


def list_closures(arguments: argparse.Namespace, output: Output) -> None:
    """List the days on which the school is closed."""
    with open_desk(arguments) as (_, desk):
        found = following.closures(desk)
    output.give(found, [f"{one.first} to {one.last}  {one.name}" for one in found])


def add_closure(arguments: argparse.Namespace, output: Output) -> None:
    """Enter days on which the school is closed."""
    added = Closure(arguments.first, arguments.last, arguments.name)
    with open_desk(arguments) as (_, desk):
        following.keep_closures(desk, {*following.closures(desk), added})
    output.give(added, [f"Closed from {added.first} to {added.last}."])


def remove_closure(arguments: argparse.Namespace, output: Output) -> None:
    """Take days out again, by their first day."""
    with open_desk(arguments) as (_, desk):
        found = following.closures(desk)
        left = [one for one in found if one.first != arguments.first]
        if len(left) == len(found):
            raise ProblemForPerson(
                "Nothing was changed: no closure begins on that day.",
                "See them with ‘following closures list’.",
                "closure_unknown",
            )
        following.keep_closures(desk, left)
    output.give({"removed": len(found) - len(left)}, ["They are taken out."])
