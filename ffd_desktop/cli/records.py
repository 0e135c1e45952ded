"""Verbs of records: write a paper about one out, list what was printed of it, destroy it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.app import papers, records
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.app.records import RecordKind
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.drafting.paper_notes import How
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.problems import ProblemForPerson

_SCREEN: Final = "cli"
NOTHING_MORE: Final[Mapping[str, object]] = {}
KINDS: Final = frozenset(one.value for one in RecordKind)


def made(
    arguments: argparse.Namespace, program: Program, desk: Desk, kind: papers.Kind, reader: Reader
) -> papers.Paper:
    """Make the paper about a record that was asked for."""
    record, which = records.gather(desk, arguments.id), RecordKind(arguments.only)
    return records.make(program, record, which, kind, head=desk.head, reader=reader)


def list_papers(arguments: argparse.Namespace, output: Output) -> None:
    """List what was printed or saved of a referral: when, by whom, what, for whom."""
    with open_desk(arguments) as (_, desk):
        found = desk.papers_of(arguments.id)
    output.give(
        [{**msgspec.to_builtins(one), "words": one.left.words} for one in found],
        [f"{one.by.at[:16]}  {one.by.actor}  {one.left.words}" for one in found]
        or ["Nothing was printed or saved."],
    )


def destroy(arguments: argparse.Namespace, output: Output) -> None:
    """Destroy a referral for ever; who, when and why stays."""
    with open_desk(arguments) as (_, desk):
        reference = desk.open(arguments.id).referral.reference
        if arguments.reference.strip().casefold() != reference.casefold():
            raise ProblemForPerson(
                "Nothing was destroyed: the reference is not that of this record.",
                f"Give its reference after --reference: {reference}",
                "reference_differs",
            )
        desk.destroy(arguments.id, reason=arguments.reason, screen=_SCREEN)
    output.give({"destroyed": reference}, [f"{reference} is destroyed. Who, when and why is kept."])


def list_destroyed(arguments: argparse.Namespace, output: Output) -> None:
    """List what was destroyed: when, by whom and why; no word of it."""
    with open_desk(arguments) as (_, desk):
        found = desk.tombstones()
    output.give(
        found,
        [f"{one.by.at[:16]}  {one.by.actor}  {one.reference}  {one.reason}" for one in found]
        or ["Nothing was destroyed."],
    )


def noted(
    desk: Desk,
    arguments: argparse.Namespace,
    output: Output,
    made: papers.Paper,
    kind: papers.Kind,
) -> None:
    """Note that a paper was written out; what hinders it is said, for the paper is there."""
    left = records.left(made, How(kind), arguments.whom)
    records.note(desk, arguments.id, left, screen=_SCREEN, told=output.say)


def write_out(target: Path, made: papers.Paper, *, replacing: bool) -> None:
    """Write a paper where it was asked for.

    Raises:
        ProblemForPerson: ``file_exists``, or trouble with the folder or disk.
    """
    try:
        papers.write(target, made, replacing=replacing)
    except ProblemForPerson as problem:
        if problem.code != "file_exists":
            raise
        raise ProblemForPerson(
            problem.what, "Choose another name, or add --replace to overwrite it.", problem.code
        ) from None


def give(
    output: Output, target: Path, made: papers.Paper, more: Mapping[str, object] = NOTHING_MORE
) -> None:
    """Say what was written, and which characters no font has; ``more`` is told with it."""
    output.give(
        {
            "file": str(target),
            "bytes": len(made.data),
            "pages": made.pages,
            "characters_without_a_font": list(made.missing),
            **more,
        },
        [f"Written to {target}"],
    )
    for told in made.missing:
        output.say(f"No font has the character {told}; the paper shows its code.")
