"""How the vault's work compares with the bare work beside it; run by hand, asserts nothing.

python -m tests.bench.vault
"""

import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.vault import calibrated
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll.keys import family_keys
from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress
from ffd_desktop.roll.rows import row_of
from tests.builders import names
from tests.builders import referrals as built
from tests.builders.roll import SOURCE
from tests.builders.vaults import by, new_vault, reopened

COMMITS, PUPILS, REFERRALS = 2000, 100_000, 10_000


def say(what: str, words: str) -> None:
    sys.stdout.write(f"{what:<52}{words}\n")
    sys.stdout.flush()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spread(times: list[float]) -> tuple[float, float]:
    return statistics.median(times), sorted(times)[int(len(times) * 0.99)]


@contextmanager
def bare_table(folder: Path) -> Iterator[Callable[[bytes], object]]:
    """Lend the bare work: one insert and commit by SQLCipher under WAL and FULL."""
    bare = sqlcipher.connect(folder / "bare.db", isolation_level=None)
    bare.set_key(f"x'{secrets.token_hex(32)}'")
    for setting in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL"):
        bare.execute(f"PRAGMA {setting}").fetchall()
    bare.execute("CREATE TABLE t (seq INTEGER PRIMARY KEY, body BLOB)")
    yield lambda body: bare.execute("INSERT INTO t (body) VALUES (?)", (body,))
    bare.close()


def commits(vault: OpenVault, folder: Path) -> None:
    """Compare a commit while the largest referral is written with a bare insert, turn by turn."""
    here = built.largest()
    vault.referrals.create(here, by=by())
    ours, bares = list[float](), list[float]()
    with bare_table(folder) as insert:
        for number in range(COMMITS):
            edit = put("concern.what_happened", "word " * 40 * (1 + number % 8))
            here = replay(here, [edit])
            ours.append(_append(vault, here, edit))
            bares.append(_timed(insert, msgspec.json.encode(edit)))
    for what, times in (("commit of an edit", ours), ("bare insert of the same bytes", bares)):
        p50, p99 = spread(times)
        say(what, f"p50 {p50 * 1e3:.3f} ms  p99 {p99 * 1e3:.3f} ms")
    ratio = [mine / its for mine, its in zip(spread(ours), spread(bares), strict=True)]
    say("ratio (budget: p99 3)", f"p50 {ratio[0]:.2f}  p99 {ratio[1]:.2f}")
    say("settle the largest referral", f"{seconds(vault.settle) * 1e3:.1f} ms")
    load = seconds(lambda: vault.referrals.load(here.id))
    size = len(codec.encode(here)) // 1000
    say("load the largest referral (budget 150 ms, on screen)", f"{load * 1e3:.1f} ms, {size} kB")


def _append(vault: OpenVault, after: Referral, edit: Edit) -> float:
    return seconds(lambda: vault.referrals.append(after.id, [edit], after, by=by()))


def _timed(insert: Callable[[bytes], object], body: bytes) -> float:
    return seconds(lambda: insert(body))


def roll(vault: OpenVault) -> None:
    rows = [row_of(_pupil(number)) for number in range(PUPILS)]
    took = seconds(lambda: vault.roll.replace_with(iter(rows), SOURCE))
    say(f"store a roll of {PUPILS}", f"{took:.1f} s")
    for text in ("o", "zq", "wis", "larkin piotr", "tan o", "no such name"):
        times = [seconds(lambda text=text: vault.roll.search(text)) for _ in range(7)]
        say(f"roll search '{text}' (budget 30 ms)", f"{statistics.median(times) * 1e3:.1f} ms")
    key = rows[PUPILS // 2].key
    found = vault.roll.by_upn(key)
    assert found is not None
    took = seconds(lambda: (vault.roll.by_upn(key), vault.roll.sharing(family_keys(found))))
    say("pupil and family by UPN (budget 20 ms)", f"{took * 1e3:.1f} ms")


def _pupil(number: int) -> Pupil:
    surname = f"{names.family(number)}-{names.first(number // 7)}{number % 331}"
    mother = Contact(forename=names.first(number // 3), surname=surname, relationship="PAM")
    home = RollAddress(lines=(f"{number % 300} {names.STREETS[number % 5]}",), postcode="WR99 1AA")
    return Pupil(
        upn=f"A88500{number:07}",
        forename=names.first(number),
        surname=surname,
        address=home,
        contacts=(mother,),
    )


def shelf(vault: OpenVault) -> None:
    base = built.small()
    for number in range(REFERRALS):
        child = msgspec.structs.replace(base.children[0], first_names=names.first(number))
        one = msgspec.structs.replace(
            base, id=f"r{number}", reference=f"FFD-2025-{number:04}", children=(child,)
        )
        vault.referrals.create(one, by=by(number % 60))
    vault.settle()
    for words in ("FFD-2025-0042", "piotr", "o", "school mother", "zzz"):
        times = [seconds(lambda words=words: vault.referrals.search(words)) for _ in range(7)]
        say(f"shelf search '{words}' (budget 50 ms)", f"{statistics.median(times) * 1e3:.1f} ms")
    say(f"list {REFERRALS} referrals", f"{seconds(vault.referrals.shelf) * 1e3:.1f} ms")
    say("destroy one of them", f"{seconds(lambda: _destroy(vault)):.2f} s")


def _destroy(vault: OpenVault) -> None:
    vault.referrals.destroy("r77", reason="bench", by=by())


def main() -> None:
    """Run everything in a folder that is removed afterwards."""
    say("a guess at a passphrase costs here", str(calibrated()))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "v"
        vault, _ = new_vault(folder)
        commits(vault, Path(place))
        roll(vault)
        shelf(vault)
        say("verify all of it", f"{seconds(vault.verify):.1f} s")
        say("lock", f"{seconds(vault.lock) * 1e3:.1f} ms")
        say("open (without Argon2id)", f"{seconds(lambda: reopened(folder)) * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
