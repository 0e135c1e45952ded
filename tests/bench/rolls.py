"""The roll at 100,000 pupils: taking it in, and from a UPN to a filled draft."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import iterparse

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.roll.importing import Import
from ffd_desktop.roll.prefill import Chosen, Standing, prefill
from ffd_desktop.roll.preview import Expected
from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress
from ffd_desktop.roll.siblings import siblings_of
from tests.bench.measuring import Row, Size, cpu_seconds, seconds, told, within
from tests.builders import names
from tests.builders.roll import mobile, write_ctf
from tests.builders.vaults import by, new_vault

AIM = Aim("worcestershire", "csc", "2026.1")
EXPECTED = Expected("8850000", date(2026, 11, 20))


def upn(number: int) -> str:
    """Give the UPN of the nth pupil; well formed, of a school that does not exist."""
    digits = f"8850000{10 + number // 1000 % 90:02d}{number % 1000:03d}"
    area = 100 + number // 90_000
    digits = f"{area}{digits[3:]}"
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    return letters[sum(n * int(one) for n, one in enumerate(digits, start=2)) % 23] + digits


def pupils(count: int) -> Iterator[Pupil]:
    """Give families of two to three children with two parents each."""
    for number in range(count):
        family = number * 2 // 5
        surname = f"{names.family(family)}-{names.first(family // 7)}{family % 331}"
        home = RollAddress(
            lines=(f"{family % 300} {names.STREETS[family % 5]}", "Saltmarsh"),
            postcode=f"WR99 {family % 10}{chr(65 + family % 23)}A",
        )
        yield Pupil(
            upn=upn(number),
            forename=names.first(number),
            surname=surname,
            date_of_birth=date(2012 + number % 9, 1 + number % 12, 1 + number % 28),
            sex="FM"[number % 2],
            year_group=str(1 + number % 6),
            ethnicity="WBRI",
            address=home,
            contacts=tuple(
                Contact(
                    order=order,
                    forename=names.first(family + order),
                    surname=surname,
                    relationship=kind,
                    responsibility=True,
                    lives_with_pupil=True,
                    phones=(mobile(family + order),),
                )
                for order, kind in ((1, "PAM"), (2, "PAF"))
            ),
        )


class OnDisk:
    """A file of the roll as the import takes it."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.size = path.stat().st_size
        self._path = path

    def open(self):  # type: ignore[no-untyped-def]
        """Open it for one reading."""
        return self._path.open("rb")


def write_roll(path: Path, count: int) -> None:
    """Write a Common Transfer File of so many pupils."""
    with path.open("wb") as out:
        write_ctf(out, pupils(count))


def parse_bare(path: Path) -> int:
    """Parse the file once as a stream, dropping each pupil when it is complete."""
    found = 0
    with path.open("rb") as stream:
        for _, one in iterparse(stream):
            if one.tag == "Pupil":
                found += 1
                one.clear()
    return found


def importing(vault: OpenVault, path: Path, size: Size) -> list[Row]:
    """Compare taking a roll in with one bare parse of its file, the better of two turns each.

    In processor time: a parse waits for nobody, and a busy machine shall not change the ratio.
    The memory is that of a process of its own.
    """
    files = [OnDisk(path)]
    bares, looks, takes = list[float](), list[float](), list[float]()
    for _ in range(2):
        bares.append(cpu_seconds(lambda: parse_bare(path)))
        looks.append(cpu_seconds(Import(files, vault.roll, EXPECTED).preview))
        takes.append(cpu_seconds(Import(files, vault.roll, EXPECTED).store))
    bare, looked, stored = min(bares), min(looks), min(takes)
    ratio = stored / bare
    told_size = f"{size.pupils:,} pupils, {path.stat().st_size // 1_000_000} MB"
    above = memory_of_import(path)
    return [
        Row(
            f"take in a roll of {told_size}",
            told(stored),
            f"{told(bare)} (one streaming parse, iterparse)",
            f"{ratio:.2f}",
            "2 x",
            ratio <= 2,
        ),
        Row(
            "  of it: reading, without storing",
            told(looked),
            f"{told(bare)} (the same)",
            f"{looked / bare:.2f}",
        ),
        Row("  memory above the start", f"{above} MB", budget="150 MB", kept=above < 150),
    ]


def memory_of_import(path: Path) -> int:
    """Take the roll in in a process of its own; give its peak above the start, in MB."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.bench.rolls", str(path)],
        check=True,
        capture_output=True,
        text=True,
    )
    return int(child.stdout)


def filling(vault: OpenVault, size: Size) -> Row:
    """Time the way from a typed UPN to a draft in the vault, siblings and all."""
    step = max(1, size.pupils // 15)
    taken = [
        seconds(partial(from_upn, vault, upn(number))) for number in range(7, size.pupils, step)
    ]
    return within(
        f"UPN to filled draft, roll of {size.pupils:,}, without the screen", taken, most=0.1
    )


def from_upn(vault: OpenVault, key: str) -> str:
    """Do what the window does: find, propose, fill, store, load."""
    pupil = vault.roll.by_upn(key)
    assert pupil is not None
    chosen = [Chosen(one.pupil, Standing.REFER_TOO) for one in siblings_of(pupil, vault.roll)[:3]]
    edits = prefill(pupil, chosen, source=vault.roll.source())
    made = shelf.start(vault.referrals, AIM, by=by(), profile=SchoolProfile(), prefill=edits)
    return vault.referrals.load(made.id).id


def peak_mb() -> int:
    """Give the most memory that this process has held; not what its parent held before it."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return int(next(one for one in lines if one.startswith("VmHWM:")).split()[1]) // 1000
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000_000


def _import_alone(path: Path) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        vault, _ = new_vault(Path(place) / "v")
        before = peak_mb()
        Import([OnDisk(path)], vault.roll, EXPECTED).store()
        vault.lock()
    sys.stdout.write(str(peak_mb() - before))


if __name__ == "__main__":
    _import_alone(Path(sys.argv[1]))
