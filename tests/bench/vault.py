"""The vault's work beside the bare work: commits, searches, opening and unlocking."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.vault import calibrated
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.vault import keys
from tests.bench.measuring import Row, Size, p50, p99, seconds, times, told, within
from tests.builders import names
from tests.builders import referrals as built
from tests.builders.vaults import by, reopened


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


def commits(vault: OpenVault, folder: Path, size: Size) -> Row:
    """Compare a commit while the largest referral is written with a bare insert, turn by turn."""
    here = built.largest()
    vault.referrals.create(here, by=by())
    ours, bares = list[float](), list[float]()
    with bare_table(folder) as insert:
        for number in range(size.commits):
            edit = put("concern.what_happened", "word " * 40 * (1 + number % 8))
            here = replay(here, [edit])
            ours.append(_append(vault, here, edit))
            bares.append(_insert(insert, msgspec.json.encode(edit)))
    ratio = p99(ours) / p99(bares)
    return Row(
        "pause to durable: the commit, largest referral",
        f"p50 {told(p50(ours))}, p99 {told(p99(ours))}",
        f"p50 {told(p50(bares))}, p99 {told(p99(bares))} (one SQLCipher insert, WAL, FULL)",
        f"p50 {p50(ours) / p50(bares):.2f}, p99 {ratio:.2f}",
        "p99 3 x",
        ratio <= 3,
    )


def _append(vault: OpenVault, after: Referral, edit: Edit) -> float:
    return seconds(lambda: vault.referrals.append(after.id, [edit], after, by=by()))


def _insert(insert: Callable[[bytes], object], body: bytes) -> float:
    return seconds(lambda: insert(body))


def fill_shelf(vault: OpenVault, count: int) -> None:
    """Put small referrals on the shelf, each about another child."""
    base = built.small()
    for number in range(count):
        child = msgspec.structs.replace(base.children[0], first_names=names.first(number))
        one = msgspec.structs.replace(
            base, id=f"r{number}", reference=f"FFD-2025-{number:05}", children=(child,)
        )
        vault.referrals.create(one, by=by(number % 60))
    vault.settle()


def shelf_search(vault: OpenVault, size: Size) -> Row:
    """Time the search of the shelf by its slowest question."""
    return slowest(
        f"search over {size.referrals:,} referrals",
        vault.referrals.search,
        ("FFD-2025-00042", "piotr", "o", "school mother", "zzz"),
        most=0.05,
    )


def roll_search(vault: OpenVault, size: Size) -> Row:
    """Time the search of the roll as somebody types, by its slowest question."""
    return slowest(
        f"search of the roll while typing, {size.pupils:,} pupils",
        vault.roll.search,
        ("o", "zq", "wis", "larkin piotr", "tan o", "no such name"),
        most=0.03,
    )


def slowest(
    work: str, search: Callable[[str], object], questions: Sequence[str], *, most: float
) -> Row:
    """Hold the slowest of some questions against a budget."""
    taken = {text: times(partial(search, text), 7) for text in questions}
    worst = max(taken, key=lambda text: p50(taken[text]))
    return within(f"{work}, slowest question (“{worst}”)", taken[worst], most=most)


def opening(vault: OpenVault, referral_id: str) -> Row:
    """Time taking the largest referral out of the vault, without the screen."""
    taken = times(lambda: vault.referrals.load(referral_id), 9)
    return Row("  of opening the largest: out of the vault", told(p50(taken)))


def unlocking(folder: Path) -> list[Row]:
    """Say how much of an unlock is the guard against guessing."""
    cost = calibrated()
    salt = bytes(keys.SALT_BYTES)
    guard = p50(times(lambda: keys.argon2id("a passphrase", salt=salt, cost=cost), 5))

    def unlock() -> None:
        reopened(folder).lock()

    rest = p50(times(unlock, 5))
    share = guard / (guard + rest)
    return [
        Row(
            "unlock by passphrase; Argon2id is nearly all of it, on purpose",
            told(guard + rest),
            f"{told(guard)} (Argon2id, {cost.memory_kib // 1024} MiB, {cost.passes} passes)",
            f"{share:.0%} of it",
        )
    ]
