"""The words of handing over: ``referral pack``, ``unpack``, ``receipt-for``, ``take-receipt``."""

from __future__ import annotations

import argparse
from pathlib import Path

from ffd_desktop.cli.nouns import Room


def add_handing_over(room: Room, everywhere: argparse.ArgumentParser) -> None:
    """Add the verbs to those of referrals."""
    pack = room.verb("pack", "write a sealed package for another FFD Desktop", everywhere)
    pack.add_argument("id")
    pack.add_argument("--out", type=Path, required=True, metavar="FILE")
    pack.add_argument("--to", default="", metavar="WORDS", help="for whom, such as the new school")
    pack.add_argument(
        "--passphrase-out",
        type=Path,
        metavar="FILE",
        help="write the package’s passphrase there instead of saying it on stderr",
    )
    pack.add_argument("--replace", action="store_true", help="overwrite an existing file")
    unpack = room.verb("unpack", "look into a package, and take it in", everywhere)
    unpack.add_argument("package", type=Path, metavar="FILE")
    unpack.add_argument(
        "--package-passphrase-file",
        required=True,
        metavar="FILE",
        help="the package’s passphrase (- for standard input)",
    )
    unpack.add_argument(
        "--preview", action="store_true", help="only say what is in it; nothing is taken in"
    )
    receipt = room.verb("receipt-for", "write the receipt for what came in a package", everywhere)
    receipt.add_argument("id")
    receipt.add_argument("--out", type=Path, required=True, metavar="FILE")
    take = room.verb("take-receipt", "note that the other school has it", everywhere)
    take.add_argument("receipt", type=Path, metavar="FILE")
    notes = room.verb("handovers", "say what was handed over or came in", everywhere)
    notes.add_argument("id")
