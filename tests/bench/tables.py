"""The budgets of a roll that comes as a table: taking it in beside a bare reading of the file."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app.formats import formats, proposed
from ffd_desktop.roll.formats import Stop, format_of
from ffd_desktop.roll.importing import Import, Reading
from tests.bench.measuring import Row, Size, cpu_seconds, told
from tests.bench.rolls import EXPECTED, OnDisk, parse_bare, peak_mb, pupils
from tests.builders.dialects import SIMS_HEADINGS, sims_rows
from tests.builders.vaults import new_vault

_FORMATS = formats(proposed)


def write_table(path: Path, count: int) -> None:
    """Write a SIMS report of so many pupils, a row for each of their two contacts."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(SIMS_HEADINGS)
        for one in pupils(count):
            writer.writerows(sims_rows(one))


def read_any(stream, *, file_name: str, stop: Stop) -> Reading:  # type: ignore[no-untyped-def]
    """Begin to read a file of any format, as the program does."""
    return format_of(stream, _FORMATS).read(stream, file_name=file_name, stop=stop)


def importing(vault: OpenVault, path: Path, ctf: Path, size: Size) -> list[Row]:
    """Compare taking a table in with one bare parse of the same pupils' CTF.

    The budget is that of a roll, whatever its format; the better of two turns each.
    """
    files = [OnDisk(path)]
    bares, takes = list[float](), list[float]()
    for _ in range(2):
        bares.append(cpu_seconds(lambda: parse_bare(ctf)))
        takes.append(cpu_seconds(Import(files, vault.roll, EXPECTED, read=read_any).store))
    bare, stored = min(bares), min(takes)
    ratio = stored / bare
    told_size = (
        f"{size.pupils:,} pupils with two contacts each, {path.stat().st_size // 1_000_000} MB"
    )
    above = memory_of_import(path)
    return [
        Row(
            f"take in a table (CSV) of {told_size}",
            told(stored),
            f"{told(bare)} (one streaming parse of the same pupils’ CTF)",
            f"{ratio:.2f}",
            "2 x",
            ratio <= 2,
        ),
        Row("  memory above the start", f"{above} MB", budget="150 MB", kept=above < 150),
    ]


def memory_of_import(path: Path) -> int:
    """Take the table in in a process of its own; give its peak above the start, in MB."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.bench.tables", str(path)],
        check=True,
        capture_output=True,
        text=True,
    )
    return int(child.stdout)


def _import_alone(path: Path) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        vault, _ = new_vault(Path(place) / "v")
        before = peak_mb()
        Import([OnDisk(path)], vault.roll, EXPECTED, read=read_any).store()
        vault.lock()
    sys.stdout.write(str(peak_mb() - before))


if __name__ == "__main__":
    _import_alone(Path(sys.argv[1]))
