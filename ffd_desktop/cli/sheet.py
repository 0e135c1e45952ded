"""Verb of the transfer sheet: what to type into a council's web form, in its order."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from ffd_desktop.app.transfer import TransferSheet, sheet_of
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output


def sheet(arguments: argparse.Namespace, output: Output) -> None:
    """Print the transfer sheet of a referral."""
    with open_desk(arguments) as (program, desk):
        made = sheet_of(program, desk.open(arguments.id).referral)
    output.give(made, _lines(made))


def _lines(made: TransferSheet) -> Iterator[str]:
    yield f"{made.title}  {made.reference}"
    yield made.source or "In the order of the form here: the web form’s own order is not known."
    for page in made.pages:
        yield f"== {page.title}"
        for entry in page.entries:
            yield f"-- {entry.asks}{' (choose)' if entry.is_choice else ''}"
            yield from entry.parts or (f"({entry.absent})",)
