"""Files in a real vault: what a kill, another program, a backup and a new key do to them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher.connection import database_path
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.verifying import FaultKind
from ffd_desktop.app.backups import Backups
from ffd_desktop.drafting.files import PIECE
from ffd_desktop.problems import ProblemForPerson
from tests.builders import referrals as built
from tests.builders.files import bring_in
from tests.builders.vaults import (
    PASSPHRASE,
    SteppingClock,
    by,
    new_vault,
    opened_patiently,
    reopened,
)
from tests.faults.test_vault_disk import file_size_limit

SMALL = built.small()
CANARY = b"zzcanaryzz in a photograph "
DATA = CANARY * 20_000


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(SMALL, by=by())
    yield vault
    vault.lock()


def rows(vault: OpenVault, table: str) -> int:
    found = vault._database.value(f"SELECT count(*) FROM {table}")
    assert isinstance(found, int)
    return found


def meddle(vault: OpenVault, sql: str) -> tuple[FaultKind, ...]:
    with vault._database.transaction():
        vault._database.run(sql)
    return vault.verify().kinds


def test_what_a_kill_left_of_a_file_is_gone_at_the_next_opening(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(SMALL, by=by())
    whole = bring_in(vault.files, SMALL.id, DATA)
    vault.files.add(vault.files.begin(SMALL.id), DATA[:PIECE])
    vault.lock()
    vault = reopened(tmp_path / "v")
    assert (rows(vault, "file_bodies"), rows(vault, "files")) == (1, 1)
    assert b"".join(vault.files.pieces(SMALL.id, whole.id)) == DATA
    assert vault.verify().faults == ()
    vault.lock()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE file_pieces SET body = zeroblob(length(body)) WHERE place = 1",
        "DELETE FROM file_pieces WHERE place = 3",
        "DELETE FROM files",
        "UPDATE files SET id = 'another'",
        "UPDATE files SET facts = CAST(replace(facts, 'bruise', 'cloud') AS BLOB)",
    ],
)
def test_a_file_that_another_program_changed_is_noticed(vault: OpenVault, sql: str) -> None:
    bring_in(vault.files, SMALL.id, DATA)
    assert vault.verify().is_sound
    assert meddle(vault, sql) == (FaultKind.FILES,)


def test_a_file_that_another_program_put_in_is_noticed(vault: OpenVault) -> None:
    bring_in(vault.files, SMALL.id, DATA)
    sql = (
        "INSERT INTO files (referral, id, file, facts) SELECT referral, 'x', file, facts FROM files"
    )
    assert meddle(vault, sql) == (FaultKind.FILES,)


def test_destroying_a_referral_leaves_no_byte_of_its_files(vault: OpenVault) -> None:
    bring_in(vault.files, SMALL.id, DATA)
    vault.referrals.destroy(SMALL.id, reason="wrong child", by=by())
    tables = ("files", "file_bodies", "file_pieces")
    assert [rows(vault, table) for table in tables] == [0, 0, 0]
    assert vault.verify().faults == ()


def test_no_byte_of_a_file_is_readable_in_the_vaults_folder(vault: OpenVault) -> None:
    bring_in(vault.files, SMALL.id, DATA)
    folder = database_path(vault._database.path.parent).parent
    kept = [path.read_bytes() for path in folder.iterdir()]
    assert sum(map(len, kept)) > len(DATA)
    assert not any(b"zzcanaryzz" in data or b"bruise" in data for data in kept)


def test_a_backup_holds_the_files_and_is_proved_with_them(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(SMALL, by=by())
    bring_in(vault.files, SMALL.id, DATA)
    Backups(tmp_path / "v", SteppingClock()).make_now(vault, tmp_path / "b")
    (made,) = (tmp_path / "b").iterdir()
    again = opened_patiently(made)
    assert b"".join(again.files.pieces(SMALL.id, "file-1")) == DATA
    again.lock()


def add_many(vault: OpenVault, coming: int) -> None:
    for _ in range(99):
        vault.files.add(coming, bytes(PIECE))


def test_a_disk_that_fills_up_on_the_way_leaves_no_file_and_loses_nothing(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(SMALL, by=by())
    whole = bring_in(vault.files, SMALL.id, DATA)
    coming = vault.files.begin(SMALL.id)
    with file_size_limit(3_000_000), pytest.raises(ProblemForPerson) as raised:
        add_many(vault, coming)
    assert raised.value.code in {"disk_full", "vault_io"}
    assert vault.files.of(SMALL.id) == (whole,)
    while vault.files.give_up(coming):
        pass
    vault.lock()
    again = reopened(tmp_path / "v")
    assert b"".join(again.files.pieces(SMALL.id, whole.id)) == DATA
    assert rows(again, "file_bodies") == 1
    assert again.verify().faults == ()
    again.lock()


def test_files_outlive_a_new_key(vault: OpenVault) -> None:
    bring_in(vault.files, SMALL.id, DATA)
    vault.rekey(proof=PASSPHRASE)
    assert b"".join(vault.files.pieces(SMALL.id, "file-1")) == DATA
    assert vault.verify().faults == ()
