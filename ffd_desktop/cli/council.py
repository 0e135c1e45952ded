"""Verbs of council packs: list, show, check."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import msgspec

from ffd_desktop.cli.council_details import details_told, lines_of, pack_in_force
from ffd_desktop.cli.entering import program_for
from ffd_desktop.cli.output import Output
from ffd_desktop.councils.pack import Pack


def list_all(arguments: argparse.Namespace, output: Output) -> None:
    """List the packs that this program knows."""
    packs = program_for(arguments).packs.values()
    output.give(
        [
            {
                "key": pack.key,
                "name": pack.name,
                "version": pack.version,
                "forms": [form.key for form in pack.forms],
            }
            for pack in packs
        ],
        [f"{pack.key}  {pack.name}, version {pack.version}" for pack in packs],
    )


def show(arguments: argparse.Namespace, output: Output) -> None:
    """Show a council's contacts as this office has them, and its forms with every question."""
    pack = pack_in_force(arguments)
    output.give(
        {**msgspec.to_builtins(pack), "details": details_told(pack)},
        _lines(pack),
    )


def check(arguments: argparse.Namespace, output: Output) -> None:
    """Read a folder of pack files and say every mistake in it."""
    pack = program_for(arguments).read_pack_folder(arguments.folder)
    questions = sum(len(form.fields()) for form in pack.forms)
    forms = f"{len(pack.forms)} form{'' if len(pack.forms) == 1 else 's'}"
    output.give(
        {"key": pack.key, "version": pack.version, "forms": len(pack.forms), "sound": True},
        [f"{pack.name}: sound. {forms}, {questions} questions."],
    )


def _lines(pack: Pack) -> Iterator[str]:
    yield f"{pack.name}, version {pack.version}, valid from {pack.valid_from}"
    for contact in pack.contacts:
        details = getattr(contact, "details", ())
        yield f"  {contact.name} [{contact.key}]{'' if details else f': {contact.phone}'}"
        yield from lines_of(details)
    for form in pack.forms:
        yield f"{form.key}: {form.title}"
        for section in form.sections:
            yield f"  {section.title}"
            yield from (
                f"    {field.path}  [{field.kind.value}]  {field.label}" for field in section.fields
            )
