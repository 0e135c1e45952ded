"""Verbs of the people of a vault: list, add, remove, rename."""

from __future__ import annotations

import argparse

from ffd_desktop.app import colleagues
from ffd_desktop.cli.entering import open_desk, read_new_passphrase, read_passphrase
from ffd_desktop.cli.output import Output
from ffd_desktop.vault.slots import Staff

_LEFT = (
    "Backups made before now still open with their passphrase. Make a new backup, and delete the "
    "older ones once you no longer need them."
)


def list_all(arguments: argparse.Namespace, output: Output) -> None:
    """List who can open the vault."""
    with open_desk(arguments) as (_, desk):
        listed = colleagues.look_in(desk).colleagues
    output.give(
        [
            {"name": one.name, "role": one.role, "since": one.since, "you": one.is_me}
            for one in listed
        ],
        [f"{one.name}  {one.role or '-'}  {one.since[:10]}{_you(one.is_me)}" for one in listed],
    )


def add(arguments: argparse.Namespace, output: Output) -> None:
    """Let a colleague in, with a passphrase of their own."""
    mine = read_passphrase(arguments)
    theirs = read_new_passphrase(arguments)
    with open_desk(arguments, mine) as (_, desk):
        added = colleagues.add(desk, Staff(arguments.name, arguments.role), theirs)
    output.give({"added": added.name}, [f"{added.name} can open the vault."])


def remove(arguments: argparse.Namespace, output: Output) -> None:
    """Take a colleague's way in away; the vault gets another key."""
    mine = read_passphrase(arguments)
    with open_desk(arguments, mine) as (program, desk):
        person = colleagues.person_called(desk, arguments.name)
        left = desk.left_unread(without=person)
        told_of = left if arguments.leaving_restricted else ()
        colleagues.remove(program, desk, person, mine, told_of=told_of)
        has_sheet = colleagues.look_in(desk).has_sheet
    output.give(
        {"removed": arguments.name, "recovery_sheet_works": has_sheet, "left_restricted": left},
        [f"{arguments.name} can no longer open the vault."],
    )
    output.say(_LEFT)
    if not has_sheet:
        output.say("The recovery sheet no longer opens it: make a new one in Settings today.")


def rename(arguments: argparse.Namespace, output: Output) -> None:
    """Give whoever the passphrase belongs to another name or role."""
    mine = read_passphrase(arguments)
    with open_desk(arguments, mine) as (program, desk):
        role = desk.profile().staff_role if arguments.role is None else arguments.role
        colleagues.rename(program, desk, name=arguments.name, role=role, passphrase=mine)
        name = desk.staff_name
    output.give({"name": name, "role": role}, [f"The name is {name} now."])


def _you(is_me: bool) -> str:  # noqa: FBT001 - one fact about a row
    return "  (you)" if is_me else ""
