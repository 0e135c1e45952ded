"""The words of verbs about records: what was printed, what is destroyed."""

from __future__ import annotations

import argparse

from ffd_desktop.cli.nouns import Room


def add_records(room: Room, everywhere: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    room.verb("papers", "list what was printed or saved of it", everywhere).add_argument("id")
    destroy = room.verb("destroy", "destroy a referral for ever", everywhere)
    destroy.add_argument("id")
    destroy.add_argument(
        "--reason", required=True, metavar="R", help="kept for every colleague; name nobody in it"
    )
    destroy.add_argument(
        "--reference", required=True, metavar="REF", help="its reference, so that no slip does it"
    )
    room.verb("destroyed", "list what was destroyed, when, by whom and why", everywhere)
