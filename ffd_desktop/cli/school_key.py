"""Verbs of the school's recovery key: make it, end it, say whether there is one."""

from __future__ import annotations

import argparse

from ffd_desktop.app import school_key
from ffd_desktop.cli.entering import open_desk, read_passphrase
from ffd_desktop.cli.output import Output


def status(arguments: argparse.Namespace, output: Output) -> None:
    """Say whether there is one, and since when."""
    with open_desk(arguments) as (_, desk):
        made_at = school_key.made_at(desk)
    words = (
        f"The school has a recovery key, made on {made_at[:10]}." if made_at else "There is none."
    )
    output.give({"made_at": made_at}, [words])


def make(arguments: argparse.Namespace, output: Output) -> None:
    """Make one; it goes to a file of the person's choice, and one of before is worthless."""
    passphrase = read_passphrase(arguments)
    with open_desk(arguments, passphrase) as (program, desk):
        with program.recovery_file(arguments.file) as write:
            key = school_key.draw(program, desk, passphrase)
            write(key)
            school_key.keep(desk, key)
        made_at = school_key.made_at(desk)
    output.give(
        {"made_at": made_at, "file": str(arguments.file)},
        [f"The school’s recovery key is in {arguments.file}."],
    )
    output.say(
        "Print it for the head teacher’s safe and delete the file: whoever has it can open the "
        "vault. An older key opens nothing any more."
    )


def end(arguments: argparse.Namespace, output: Output) -> None:
    """Take its way in away."""
    passphrase = read_passphrase(arguments)
    with open_desk(arguments, passphrase) as (program, desk):
        school_key.withdraw(program, desk, passphrase)
    output.give({"made_at": ""}, ["The school’s recovery key opens nothing any more."])
    output.say("Backups made before now still open with it.")
