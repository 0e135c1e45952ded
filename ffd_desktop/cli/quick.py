"""The verb of quick unlock: on, off, and how it stands, for whoever the passphrase belongs to."""

from __future__ import annotations

import argparse

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.quick_unlock import QuickUnlock
from ffd_desktop.cli.entering import open_desk
from ffd_desktop.cli.output import Output
from ffd_desktop.problems import ProblemForPerson

_WARNING = (
    "Whoever can sign in to this computer as you, or finds it signed in, can open the vault now."
)


def quick_unlock(arguments: argparse.Namespace, output: Output) -> None:
    """Let this computer's sign-in open the vault, or no more; or say how it stands."""
    with open_desk(arguments) as (program, desk):
        quick = QuickUnlock(program)
        has_forgotten = True
        if arguments.what == "on":
            _turn_on(quick, desk)
        elif arguments.what == "off":
            has_forgotten = quick.forget(quick.turn_off(desk))
        standing = quick.standing(desk)
    output.give(
        {
            "name": desk.staff_name,
            "on": standing.is_on,
            "elsewhere": standing.elsewhere,
            "why_not": standing.why_not,
        },
        [
            f"{desk.staff_name}: {'on' if standing.is_on else 'off'} on this computer.",
            *([f"On in other places: {standing.elsewhere}."] if standing.elsewhere else []),
            *([standing.why_not] if standing.why_not else []),
        ],
    )
    if arguments.what == "on":
        output.say(_WARNING)
    if not has_forgotten:
        output.say("The keyring did not answer; what it still holds does not open the vault.")


def _turn_on(quick: QuickUnlock, desk: Desk) -> None:
    kept = quick.keep_key(desk.vault.state.vault_id)
    try:
        older = quick.turn_on(desk, kept)
    except ProblemForPerson:
        quick.forget((kept.note,))
        raise
    quick.forget(older)
