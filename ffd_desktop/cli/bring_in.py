"""The verb that brings rows of a concern log into a draft: looked at, mapped, brought in."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from ffd_desktop.app import logs
from ffd_desktop.app.desk import Desk
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.concern_log.columns import COLUMNS
from ffd_desktop.concern_log.counting import counted, rows_words
from ffd_desktop.concern_log.edits import edits_for
from ffd_desktop.concern_log.mapping import Mapping
from ffd_desktop.concern_log.material import Material
from ffd_desktop.concern_log.proposing import propose
from ffd_desktop.concern_log.purpose import SAFE
from ffd_desktop.concern_log.rows import LogRow, Standing, Target, rows_of
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral

_SCREEN = "cli"


def bring_in(arguments: argparse.Namespace, output: Output) -> None:
    """Say what a log's rows would become, and unless only asked to look, bring the new ones in."""
    with open_desk(arguments) as (program, desk):
        material = logs.read_file(arguments.file)
        mapping = _mapping_for(desk, material, arguments)
        for line in _mapping_lines(mapping):
            output.say(line)
        if arguments.write_mapping is not None:
            _write_mapping(mapping, arguments.write_mapping, output)
            return
        mapping.refuse_missing()
        referral = desk.open(arguments.id).referral
        target, today = Target(arguments.become), program.clock.now().date()
        rows = rows_of(
            material, mapping, referral, target, today=today, whom=_whom(arguments, referral)
        )
        wanted = tuple(row for row in rows if row.is_proposed)
        if not arguments.preview:
            session = DraftSession(referral, monotonic=program.clock.monotonic)
            session.apply(*edits_for(wanted, target, in_referral=not arguments.only_on_file))
            batch = session.take_unsaved()
            if batch is not None:
                desk.save(arguments.id, batch, screen=_SCREEN)
            logs.remember_mapping(desk, mapping)
    brought = 0 if arguments.preview else len(wanted)
    output.give(_told(rows, brought), _lines(rows, brought, only_looked=arguments.preview))


def _whom(arguments: argparse.Namespace, referral: Referral) -> tuple[str, ...] | None:
    """Give the ids of the children whom rows concern that name none; ``None`` for all."""
    if arguments.about is None:
        return None
    wanted = tuple(part.strip() for part in arguments.about.split(",") if part.strip())
    if not {*wanted} <= {one.id for one in referral.children}:
        raise ProblemForPerson(
            f"No child of this referral has one of these ids. {SAFE}",
            "Look the ids up with 'ffd-desktop referral show ID --json'.",
            "child_unknown",
        )
    return wanted


def _mapping_for(desk: Desk, material: Material, arguments: argparse.Namespace) -> Mapping:
    """Give the mapping from the file named, or else the one remembered or proposed."""
    if arguments.mapping is not None:
        return logs.read_mapping(arguments.mapping, material)
    today = desk.clock.now().date()
    return logs.remembered_mapping(desk, material) or propose(material, today=today)


def _write_mapping(mapping: Mapping, target: Path, output: Output) -> None:
    logs.write_mapping(target, mapping)
    output.give(
        {"file": str(target), "missing": mapping.missing},
        [f"Written to {target}. Nothing was brought in."],
    )


def _mapping_lines(mapping: Mapping) -> Iterator[str]:
    yield "The columns of the log:"
    for heading, meaning in zip(mapping.headings, mapping.meanings, strict=True):
        label = COLUMNS[meaning].label if meaning else "left out"
        yield f"  {heading or '(no heading)'}: {label}"
    if mapping.missing:
        yield f"Still needed: {mapping.missing}."


def _told(rows: Sequence[LogRow], brought: int) -> object:
    return {
        "rows": rows,
        "words": counted(rows),
        "counts": {one.name.lower(): sum(r.standing is one for r in rows) for one in Standing},
        "brought_in": brought,
    }


def _lines(rows: Sequence[LogRow], brought: int, *, only_looked: bool) -> Iterator[str]:
    for row in rows:
        when = row.when.words() if row.when is not None else "no date"
        mark = "" if row.is_proposed else f"  ({row.standing.value})"
        words = " ".join((row.what or row.exact_words).split())
        yield f"{row.number:>5}  {when}  {words[:60]}{mark}"
    yield counted(rows)
    yield "Nothing was brought in." if only_looked else f"Brought in: {rows_words(brought)}."
