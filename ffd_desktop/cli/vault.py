"""Verbs of the vault: create and verify."""

from __future__ import annotations

import argparse

import msgspec

from ffd_desktop.app.program import SetUp
from ffd_desktop.cli.entering import program_for, read_passphrase
from ffd_desktop.cli.output import Output, VerbFailed
from ffd_desktop.drafting.ports import SchoolProfile


def create(arguments: argparse.Namespace, output: Output) -> None:
    """Make a vault; the recovery code goes to a file of the person's choice."""
    program = program_for(arguments)
    program.pack(arguments.council)
    profile = SchoolProfile(
        school_name=arguments.school_name,
        la_code=arguments.la_code,
        estab_code=arguments.estab_code,
        council=arguments.council,
        staff_name=arguments.staff_name,
        staff_role=arguments.staff_role,
    )
    passphrase = read_passphrase(arguments, new=True)
    with program.recovery_file(arguments.recovery_file) as write:
        desk, code = program.create(SetUp(passphrase, profile))
        desk.close()
        write(code)
    output.give(
        {"vault": str(program.folder), "recovery_file": str(arguments.recovery_file)},
        [f"The vault is ready in {program.folder}."],
    )
    output.say(
        f"The recovery code is in {arguments.recovery_file}. Print it, lock it away, and "
        "delete the file: whoever has it can open the vault."
    )


def verify(arguments: argparse.Namespace, output: Output) -> None:
    """Say whether everything in the vault is sound."""
    program = program_for(arguments)
    program.require_vault()
    report = program.verify(read_passphrase(arguments))
    output.give(
        {**msgspec.to_builtins(report), "sound": report.is_sound},
        [
            f"Referrals: {report.referrals}. Destroyed: {report.destroyed}.",
            *(report.faults or ("The vault is sound.",)),
        ],
    )
    if not report.is_sound:
        raise VerbFailed
