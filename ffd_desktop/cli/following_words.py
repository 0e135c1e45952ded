"""The words that come after ``following``."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from ffd_desktop.cli.nouns import Room


def add_following(room: Room, everywhere: argparse.ArgumentParser) -> None:
    """Add the verbs of what comes after sending."""
    room.verb("board", "list what is due over all referrals, overdue first", everywhere)
    for verb, words in (
        ("chase", "print words to paste that ask for what is due"),
        ("case", "print what a disagreement rests on"),
    ):
        room.verb(verb, words, everywhere).add_argument("id")
    counted = room.verb("figures", "count what was sent, without names", everywhere)
    counted.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="sent from this day")
    counted.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="sent by this day")
    counted.add_argument("--csv", type=Path, metavar="FILE", help="write them as a table as well")
    counted.add_argument("--replace", action="store_true", help="overwrite an existing file")
    room.verb("reviews", "list until when each referral is kept", everywhere)
    keep = room.verb("keep", "keep a record longer", everywhere)
    keep.add_argument("id")
    keep.add_argument("--until", required=True, type=_day, metavar="YYYY-MM-DD")
    hold = room.verb("hold", "hold a record, so that nobody destroys it", everywhere)
    hold.add_argument("id")
    for decided in (keep, hold):
        decided.add_argument("--reason", required=True, metavar="R", help="kept with the record")
    _closures(room.room("closures", "the days on which the school is closed"), everywhere)


def _closures(room: Room, everywhere: argparse.ArgumentParser) -> None:
    room.verb("list", "list them", everywhere)
    add = room.verb("add", "enter days on which the school is closed", everywhere)
    add.add_argument("first", type=_day, metavar="YYYY-MM-DD")
    add.add_argument("last", type=_day, metavar="YYYY-MM-DD")
    add.add_argument("name", help="such as 'Easter holidays'")
    remove = room.verb("remove", "take days out again", everywhere)
    remove.add_argument("first", type=_day, metavar="YYYY-MM-DD", help="their first day")


def _day(text: str) -> date:
    """Read a day of the command line, such as 2027-04-06."""
    return date.fromisoformat(text)
