"""Verbs of the vault: make it, check it, back it up, put a backup back, change a passphrase."""

from __future__ import annotations

import argparse
import sys

import msgspec

from ffd_desktop.app import rescue, upkeep
from ffd_desktop.app import where as places
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.cli.entering import (
    open_desk,
    program_for,
    read_new_passphrase,
    read_passphrase,
    whose_of,
)
from ffd_desktop.cli.output import Output, VerbFailed
from ffd_desktop.cli.watching import watched
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.vault import head_code
from ffd_desktop.vault.surroundings import instead_of_here


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
    agreed_to = _agreed(program, output, even_here=arguments.even_here)
    passphrase = read_passphrase(arguments, new=True)
    with program.recovery_file(arguments.recovery_file) as write:
        desk, code = program.create(SetUp(passphrase, profile, agreed_to=agreed_to))
        desk.close()
        write(code)
    output.give(
        {"vault": str(program.folder), "recovery_file": str(arguments.recovery_file)},
        [f"The vault is ready in {program.folder}."],
    )
    output.say(
        f"The recovery code is in {arguments.recovery_file}. Print it, lock it away, and "
        "delete the file: whoever has it can open the vault. The window reminds of it until the "
        "code was typed back off the paper, there or with 'vault recovery-sheet --typed-back'."
    )


def where(arguments: argparse.Namespace, output: Output) -> None:
    """Say which folder is in use and why, what speaks against it, and what IT support set."""
    program = program_for(arguments)
    found, arranged = places.examine(program.folder), program.arranged
    set_by_it = list(arranged.lines())
    output.give(
        {
            "folder": str(program.folder),
            "why": program.where.why.name.lower(),
            "has_vault": program.has_vault(),
            "concerns": [{"code": one.code, "words": one.words} for one in found],
            "config": str(arranged.source) if arranged.source else None,
            "set_by_it": set_by_it,
            "config_faults": list(arranged.faults),
        },
        [
            str(program.folder),
            program.where.why.value,
            "There is a vault." if program.has_vault() else "There is no vault there yet.",
            *(one.words for one in found),
            *([] if found else ["Nothing speaks against this folder."]),
            *([f"Set by your IT support in {arranged.source}:"] if set_by_it else []),
            *(f"  {one}" for one in set_by_it),
            *arranged.faults,
        ],
    )


def _agreed(program: Program, output: Output, *, even_here: bool) -> tuple[str, ...]:
    """Explain what speaks against the folder and ask once more; at a terminal, or by the flag."""
    found = [one for one in places.examine(program.folder) if not one.passing]
    for one in found:
        output.say(one.words)
    can_ask = found and not any(one.final for one in found) and sys.stdin.isatty()
    if even_here or (can_ask and _says_yes()):
        return tuple(one.code for one in found)
    if found:
        raise instead_of_here(found)
    return ()


def _says_yes() -> bool:
    return input("Make the vault here all the same? Type yes or no: ").strip().lower() == "yes"


def verify(arguments: argparse.Namespace, output: Output) -> None:
    """Say whether everything in the vault is sound."""
    program = program_for(arguments)
    program.require_vault()
    head = head_code.read(arguments.head) if arguments.head else None
    whose = whose_of(arguments, program)
    passphrase = read_passphrase(arguments)
    with watched() as progress:
        report = program.verify(passphrase, head=head, whose=whose, progress=progress)
    output.give(
        {**msgspec.to_builtins(report), "sound": report.is_sound},
        [
            f"Referrals: {report.referrals}. Destroyed: {report.destroyed}.",
            *(report.faults or ("The vault is sound.",)),
            *(["It holds what the paper says."] if head and report.is_sound else []),
            *report.notes,
        ],
    )
    if not report.is_sound:
        raise VerbFailed


def back_up(arguments: argparse.Namespace, output: Output) -> None:
    """Copy the vault into a folder of backups, and prove the copy."""
    program = program_for(arguments)
    program.require_vault()
    whose = whose_of(arguments, program)
    made = upkeep.back_up(program, read_passphrase(arguments), arguments.target, whose=whose)
    output.give(
        {"backup": str(made.path), "records": made.count, "good": made.is_good},
        [f"The backup is good: {made.path}."],
    )
    for warning in program.backups.warnings(arguments.target):
        output.say(warning.words)


def restore(arguments: argparse.Namespace, output: Output) -> None:
    """Put a backup back as a copy; what stood in its place is set aside."""
    program = program_for(arguments)
    if arguments.salvage:
        _salvage(program, arguments, output)
        return
    typed = read_passphrase(arguments)
    with watched() as progress:
        done = rescue.restore(program, arguments.backup, typed, progress)
    aside = str(done.aside) if done.aside else None
    output.give(
        {
            "vault": str(program.folder),
            "backup": str(done.source),
            "referrals": done.report.referrals,
            "set_aside": aside,
            "keys_only": done.is_keys_only,
        },
        [
            f"The backup’s keys are in {program.folder}; the vault itself was sound and stays."
            if done.is_keys_only
            else f"The backup {done.source.name} is in {program.folder}.",
            f"Referrals: {done.report.referrals}.",
            *([f"What was there before is in {aside}."] if aside else []),
        ],
    )


def _salvage(program: Program, arguments: argparse.Namespace, output: Output) -> None:
    typed = read_passphrase(arguments)
    with watched() as progress:
        done = rescue.salvage(program, arguments.backup, typed, progress)
    aside = str(done.aside) if done.aside else None
    output.give(
        {**msgspec.to_builtins(msgspec.structs.replace(done, aside=None)), "set_aside": aside},
        [
            f"Referrals taken into the new vault: {done.referrals}.",
            f"Pages lost: {done.bad_pages} of {done.pages}. Records lost: {done.lost_records}.",
            f"Referrals without their whole history: {done.cut_histories}.",
            f"Changes that found no place: {done.unplaced}. Files lost: {done.lost_files}.",
            *(
                [f"Sealed referrals and addenda lost: {done.lost_sealed}; they are drafts again."]
                if done.lost_sealed
                else []
            ),
            *([f"The damaged vault is in {aside}."] if aside else []),
        ],
    )
    output.say("Read each referral through. Import the roll again; it is not taken along.")


def change_passphrase(arguments: argparse.Namespace, output: Output) -> None:
    """Change the passphrase of whoever it opens the vault for."""
    old = read_passphrase(arguments)
    new = read_new_passphrase(arguments)
    with open_desk(arguments, old) as (program, desk):
        program.change_passphrase(desk, old=old, new=new)
        output.give({"changed": desk.staff_name}, ["The passphrase is changed."])
    output.say("Backups made before now still open with the old one.")
