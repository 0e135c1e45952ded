"""Verbs of the roll: import, find, show."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ffd_desktop.app import rolls
from ffd_desktop.app.desk import Desk
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll import trouble
from ffd_desktop.roll.preview import RollPreview
from ffd_desktop.roll.pupil import Contact, Pupil
from ffd_desktop.roll.rows import key_of
from ffd_desktop.roll.siblings import Proposal
from ffd_desktop.roll.tables.mapping import Mapping
from ffd_desktop.roll.words import relationship_words


def bring_in(arguments: argparse.Namespace, output: Output) -> None:
    """Say what a new roll would change, and unless only asked to look, take it.

    Of a table it first says which column is what; ``--write-mapping`` writes that and stops.
    """
    with open_desk(arguments) as (_, desk):
        mapping = _mapping_for(desk, arguments)
        if mapping is not None:
            for line in _mapping_lines(mapping):
                output.say(line)
        if arguments.write_mapping is not None:
            _write_mapping(mapping, arguments, output)
            return
        read = rolls.preview_roll if arguments.preview else rolls.take_roll
        preview = read(desk, arguments.files, mapping=mapping)
    output.give(preview, _preview_lines(preview, only_looked=arguments.preview))


def _mapping_for(desk: Desk, arguments: argparse.Namespace) -> Mapping | None:
    """Give the mapping from the file named, or else the one remembered or proposed."""
    table = rolls.look_at_table(desk, arguments.files)
    if table is None:
        if arguments.mapping is not None:
            raise _no_table()
        return None
    if arguments.mapping is not None:
        return rolls.read_mapping(arguments.mapping, table.layout.headings)
    return table.mapping


def _write_mapping(mapping: Mapping | None, arguments: argparse.Namespace, output: Output) -> None:
    if mapping is None:
        raise _no_table()
    target: Path = arguments.write_mapping
    rolls.write_mapping(target, mapping)
    output.give(
        {"file": str(target), "missing": mapping.missing},
        [f"Written to {target}. Nothing was stored."],
    )


def _mapping_lines(mapping: Mapping) -> Iterator[str]:
    yield "The columns of the table:"
    for heading, target in zip(mapping.headings, mapping.targets, strict=True):
        yield f"  {heading or '(no heading)'}: {target.label if target else 'left out'}"
    yield from (f"Still needed: {words}." for words in mapping.missing)


def _no_table() -> ProblemForPerson:
    return ProblemForPerson(
        f"None of these files is a table, so there are no columns to map. {trouble.SAFE}",
        "Leave --mapping and --write-mapping away.",
        "roll_not_a_table",
    )


def find(arguments: argparse.Namespace, output: Output) -> None:
    """Find pupils."""
    with open_desk(arguments) as (_, desk):
        found = rolls.find_pupils(desk, arguments.text)
        checked = rolls.check_upn(desk, arguments.text)
    output.give(found, [_line(pupil) for pupil in found])
    if not found:
        output.say("Nobody on the roll is called that, or has that UPN.")
    if not found and checked.suggestions:
        output.say(f"Was {' or '.join(checked.suggestions[:3])} meant?")


def show(arguments: argparse.Namespace, output: Output) -> None:
    """Show a pupil, the contacts by priority, and possible siblings with the reasons."""
    with open_desk(arguments) as (_, desk):
        pupil = rolls.pupil_with(desk, arguments.upn)
        family = rolls.family_of(desk, key_of(pupil))
    output.give(
        {
            "pupil": pupil,
            "contacts": pupil.contacts,
            "siblings": [
                {
                    "upn": one.key,
                    "strength": one.strength.value,
                    "reasons": one.reasons,
                    "care": one.care,
                }
                for one in family
            ],
        },
        _pupil_lines(pupil, family),
    )


def _preview_lines(preview: RollPreview, *, only_looked: bool) -> Iterator[str]:
    yield f"{preview.source.school_name or 'No school named'}, {preview.source.day or 'no date'}"
    yield (
        f"Pupils {preview.pupils}: new {preview.new}, changed {preview.changed}, "
        f"unchanged {preview.unchanged}; gone {preview.gone}."
    )
    yield from (f"  {words}: differs for {count:,}" for words, count in preview.changes)
    if preview.kept_count:
        yield f"Kept although gone, because a referral names them: {preview.kept_count}."
    yield from preview.warnings
    for row in preview.to_look_at:
        yield f"Row {row.row}: {row.reason}"
    yield from (f"Not a well-formed UPN, and kept: {upn}" for upn in preview.doubtful)
    yield "Nothing was stored." if only_looked else "The roll is in the vault."


def _pupil_lines(pupil: Pupil, family: tuple[Proposal, ...]) -> Iterator[str]:
    yield _line(pupil)
    yield from (_contact_line(contact) for contact in pupil.contacts)
    for one in family:
        yield f"  {one.strength.value} sibling {_line(one.pupil)}: {'; '.join(one.reasons)}"
        yield from (f"    take care: {words}" for words in one.care)


def _line(pupil: Pupil) -> str:
    born = pupil.date_of_birth or pupil.born_as_written or "no date of birth"
    left = f", left the roll before {pupil.left_on}" if pupil.left_on else ""
    return f"{key_of(pupil)}  {pupil.forename} {pupil.surname}, born {born}{left}"


def _contact_line(contact: Contact) -> str:
    marks = ["parental responsibility"] if contact.responsibility else []
    marks += ["court order on record"] if contact.court_order else []
    numbers = ", ".join(phone.number for phone in contact.phones)
    told = f" ({'; '.join(marks)})" if marks else ""
    kind = relationship_words(contact.relationship)
    return f"  {contact.order or '-'}  {contact.name}  {kind}{told}  {numbers}"
