"""``python -m tests.bench``: the budgets of the architecture, measured beside the bare work.

--quick measures less of everything; --only NAME one group; --write-readme puts the table there.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import families as made_families
from tests.bench import files as made_files
from tests.bench import (
    quick,
    rolls,
    sealing,
    starting,
    table,
    tables,
    vault,
    verifying,
    window,
    words,
)
from tests.bench.measuring import QUICK, WHOLE, Row, Size
from tests.builders.vaults import new_vault

README = Path(__file__).parents[2] / "README.md"
Group = Callable[[Path, Size], list[Row]]


def start(place: Path, size: Size) -> list[Row]:
    """From nothing to the lock screen, and from an open vault back to it."""
    new_vault(place / "small")[0].lock()
    return [starting.starting(place / "small", size), starting.locking(place / "small", size)]


def draft(place: Path, size: Size) -> list[Row]:
    """Commits, opening, typing, memory: all on the largest referral."""
    made, _ = new_vault(place / "draft")
    rows = [vault.commits(made, place, size)]
    made.settle()
    rows.append(vault.opening(made, "r-largest"))
    made.lock()
    return rows + window.window(place / "draft", size)


def roll(place: Path, size: Size) -> list[Row]:
    """Taking in a roll, finding in it, filling a draft from it."""
    file = place / "8850000_CTF_XXXXXXX_001.xml"
    rolls.write_roll(file, size.pupils)
    made, _ = new_vault(place / "roll")
    rows = rolls.importing(made, file, size)
    rows += [vault.roll_search(made, size), rolls.filling(made, size)]
    spread = place / "roll.csv"
    tables.write_table(spread, size.pupils)
    rows += tables.importing(made, spread, file, size)
    made.lock()
    return rows


def families(place: Path, size: Size) -> list[Row]:
    """How far the hints of brothers and sisters can be trusted."""
    made, _ = new_vault(place / "families")
    rows = made_families.trusting(made, size)
    made.lock()
    return rows


def shelf(place: Path, size: Size) -> list[Row]:
    """Finding a referral among many."""
    made, _ = new_vault(place / "shelf")
    vault.fill_shelf(made, size.referrals)
    rows = [vault.shelf_search(made, size)]
    made.lock()
    return rows


def paper(_: Path, __: Size) -> list[Row]:
    """Checks and the PDF."""
    return [*words.checking(), words.drawing(), *words.printing()]


def unlock(place: Path, _: Size) -> list[Row]:
    """What guards an unlock, and what it costs."""
    new_vault(place / "unlock")[0].lock()
    return [*vault.unlocking(place / "unlock"), *quick.quick_unlock(place / "unlock")]


def check(place: Path, size: Size) -> list[Row]:
    """Checking every page and record."""
    new_vault(place / "check")[0].lock()
    return verifying.checking(place / "check", size)


def files(place: Path, size: Size) -> list[Row]:
    """Typing while files come in, and beside them."""
    return made_files.files(place / "files", size)


def seal(place: Path, _: Size) -> list[Row]:
    """Sealing, with the copies that leave and the paper."""
    return sealing.seal(place / "seal")


GROUPS: dict[str, Group] = {
    one.__name__: one
    for one in (start, draft, roll, families, shelf, paper, seal, files, unlock, check)
}


def main() -> int:
    """Measure and tell; always exits with 0, for a bench informs."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=GROUPS, action="append")
    parser.add_argument("--write-readme", action="store_true")
    wanted = parser.parse_args()
    size = QUICK if wanted.quick else WHOLE
    rows: list[Row] = []
    for name in wanted.only or GROUPS:
        sys.stderr.write(f"measuring: {name} ...\n")
        with tempfile.TemporaryDirectory() as place:
            rows += GROUPS[name](Path(place), size)
    sys.stdout.write(f"{table.plain(rows)}\n\n{machine()}\n")
    if wanted.write_readme:
        table.put_into(README, table.markdown(rows, machine()))
    return 0


def machine() -> str:
    """Say what the numbers are of."""
    return (
        f"Medians; Python {platform.python_version()} on {platform.system()}, "
        f"{os.cpu_count()} processors. A number counts beside the bare work of the same run."
    )


if __name__ == "__main__":
    sys.exit(main())
