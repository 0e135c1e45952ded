"""What destroying leaves: looked for in the decrypted pages, free ones too, not through SQL."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from ffd_desktop.adapters.sqlcipher.connection import database_path
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.drafting.ports import Place
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll.pupil import RollSource
from tests.builders import roll
from tests.builders.vaults import by, new_vault, reopened

PAGE, SALT, RESERVED, IV = 4096, 16, 80, 16
CANARIES = (b"zzcanaryzz", b"yycanaryyy", b"wwcanaryww")


def plain_bytes(vault: OpenVault, folder: Path) -> bytes:
    """Lock the vault and decrypt its file page by page (AES-256-CBC, IV near the end)."""
    key = vault.ways.keys.data.reveal()
    vault.lock()
    assert not database_path(folder).with_name("vault.db-wal").exists()
    data = database_path(folder).read_bytes()
    pages = (data[start : start + PAGE] for start in range(0, len(data), PAGE))
    return b"".join(plain_page(page, key, SALT * (at == 0)) for at, page in enumerate(pages))


def plain_page(page: bytes, key: bytes, start: int) -> bytes:
    end = PAGE - RESERVED
    decryptor = Cipher(algorithms.AES(key), modes.CBC(page[end : end + IV])).decryptor()
    return decryptor.update(page[start:end]) + decryptor.finalize()


def blank(key: str) -> Referral:
    return Referral(id=key, reference=f"FFD-{key}", council="worcestershire", form="csc")


def write_canaries(vault: OpenVault, key: str) -> None:
    referral = blank(key)
    vault.referrals.create(referral, by=by())
    for canary in CANARIES:
        edit = put("concern.what_happened", f"{canary.decode()} " * 400)
        referral = replay(referral, [edit])
        vault.referrals.append(key, [edit], referral, by=by())
        vault.settle()
    vault.referrals.remember_place(key, Place(section=CANARIES[0].decode()))


def test_the_reader_of_this_test_finds_what_was_not_destroyed(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    write_canaries(vault, "r1")
    plain = plain_bytes(vault, tmp_path / "v")
    assert all(canary in plain for canary in CANARIES)


def test_no_word_of_a_destroyed_referral_stays_in_any_page(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    for number in range(20):
        vault.referrals.create(blank(f"other{number}"), by=by())
    write_canaries(vault, "r1")
    vault.lock()
    vault = reopened(tmp_path / "v")
    vault.referrals.destroy("r1", reason="wrong child", by=by())
    assert database_path(tmp_path / "v").with_name("vault.db-wal").stat().st_size == 0
    plain = plain_bytes(vault, tmp_path / "v")
    assert b"wrong child" in plain
    for canary in CANARIES:
        assert canary not in plain
        assert canary[2:8] not in plain


def test_no_pupil_of_an_old_roll_stays_in_any_page(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    old = [roll.row_of(roll.Pupil(upn=roll.upn(1), surname="Zzcanaryzz", email="yycanaryyy"))]
    new = [roll.row_of(roll.Pupil(upn=roll.upn(2), surname="Kaya"))]
    vault.roll.replace_with(old, RollSource(school_name="wwcanaryww"))
    vault.roll.replace_with(new, RollSource())
    plain = plain_bytes(vault, tmp_path / "v")
    assert b"Kaya" in plain
    assert b"canary" not in plain.lower()


def test_after_a_destruction_the_chain_still_holds(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    write_canaries(vault, "r1")
    vault.referrals.create(blank("kept"), by=by())
    write_canaries(vault, "r2")
    vault.referrals.destroy("r2", reason="wrong child", by=by())
    vault.referrals.destroy("r1", reason="wrong child", by=by())
    report = vault.verify()
    assert report.faults == ()
    assert (report.referrals, report.destroyed) == (1, 2)
    vault.lock()
    assert reopened(tmp_path / "v").verify().faults == ()


@pytest.mark.parametrize(
    ("tamper", "word"),
    [
        ("UPDATE tombstones SET reason = 'no reason'", "is not what was written"),
        ("UPDATE tombstones SET at = '2020-01-01T00:00:00Z'", "is not what was written"),
        ("DELETE FROM tombstones", "missing"),
        ("UPDATE destroyed_records SET digest = zeroblob(32)", "does not follow"),
        ("DELETE FROM destroyed_records WHERE seq = 2", "missing"),
    ],
)
def test_a_tombstone_cannot_be_changed_unnoticed(tmp_path: Path, tamper: str, word: str) -> None:
    vault, _ = new_vault(tmp_path / "v")
    write_canaries(vault, "r1")
    vault.referrals.destroy("r1", reason="wrong child", by=by())
    vault.lock()
    vault = reopened(tmp_path / "v")
    vault._database.run(tamper)
    assert any(word in fault for fault in vault.verify().faults)
    vault.lock()


def test_the_digest_of_a_destroyed_record_cannot_be_guessed_at(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    log: RecordLog = vault._log
    salts = set()
    for key in ("r1", "r2"):
        vault.referrals.create(blank(key), by=by())
    salts = {row[0] for row in vault._database.rows("SELECT salt FROM records")}
    assert len(salts) == 2
    vault.referrals.destroy("r1", reason="x", by=by())
    assert vault._database.rows("SELECT name FROM pragma_table_info('destroyed_records')") == [
        ("seq",),
        ("digest",),
    ]
    assert log.head().count == 3
    vault.lock()
