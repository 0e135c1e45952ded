"""The words of sealing and sending, after ``referral``."""

from __future__ import annotations

import argparse
from pathlib import Path

from ffd_desktop.cli.nouns import Room


def add_sealing(room: Room, everywhere: argparse.ArgumentParser) -> None:
    """Add the verbs by which a referral is sealed, sent and receipted."""
    room.verb(
        "seal", "freeze it for sending; from then on only addenda are written", everywhere
    ).add_argument("id")
    room.verb("sealed", "list what was sealed of it", everywhere).add_argument("id")
    addendum = room.verb("addendum", "seal a correction or something new", everywhere)
    addendum.add_argument("id")
    addendum.add_argument(
        "--text-file", required=True, metavar="FILE", help="what it says, as UTF-8; - is stdin"
    )
    send = room.verb("send", "send to the council’s portal what is not there yet", everywhere)
    send.add_argument("id")
    said = room.verb("answers", "ask the portal what the council says of it", everywhere)
    said.add_argument("id")
    receipt = room.verb("receipt", "print the council’s receipts for it", everywhere)
    receipt.add_argument("id")
    receipt.add_argument("--pdf", type=Path, metavar="FILE", help="write one as a PDF as well")
    receipt.add_argument(
        "--addendum",
        type=int,
        metavar="N",
        default=0,
        help="with --pdf: the receipt for its addendum of that number instead",
    )
    receipt.add_argument("--replace", action="store_true", help="overwrite an existing file")
