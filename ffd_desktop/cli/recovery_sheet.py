"""The verb of the recovery sheet: make a new one, note that it was typed back, or say how it is."""

from __future__ import annotations

import argparse
from pathlib import Path

from ffd_desktop.app import recovery_proof
from ffd_desktop.cli.entering import open_desk, read_passphrase, read_recovery_code
from ffd_desktop.cli.output import Output

_PROVED = "The code was typed back from its sheet."
_UNPROVED = "Nobody has typed the code back from its sheet yet."


def recovery_sheet(arguments: argparse.Namespace, output: Output) -> None:
    """Do what was asked of the sheet."""
    if arguments.recovery_file is not None:
        _renew(arguments, arguments.recovery_file, output)
    elif arguments.typed_back is not None:
        _type_back(arguments, arguments.typed_back, output)
    else:
        with open_desk(arguments) as (_, desk):
            is_proved = recovery_proof.is_proved(desk)
        output.give({"typed_back": is_proved}, [_PROVED if is_proved else _UNPROVED])


def _renew(arguments: argparse.Namespace, target: Path, output: Output) -> None:
    passphrase = read_passphrase(arguments)
    with (
        open_desk(arguments, passphrase) as (program, desk),
        program.recovery_file(target) as write,
    ):
        recovery_proof.renew(program, desk, passphrase, keep=write)
    output.give(
        {"typed_back": False, "recovery_file": str(target)},
        [f"The new recovery code is in {target}. The old sheet opens nothing any more."],
    )
    output.say(
        "Print it, lock it away, and destroy the old sheet. Then type the code back off the paper "
        "with --typed-back, and delete the file: whoever has it can open the vault."
    )


def _type_back(arguments: argparse.Namespace, source: str, output: Output) -> None:
    passphrase = read_passphrase(arguments)
    code = read_recovery_code(source)
    with open_desk(arguments, passphrase) as (program, desk):
        recovery_proof.type_back(program, desk, code)
    output.give({"typed_back": True}, [_PROVED])
