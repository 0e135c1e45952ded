"""What is sealed stays: by the schema, by the check of the vault, through a kill and a rescue."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.adapters.sqlcipher.connection import Database, Parameters
from ffd_desktop.adapters.sqlcipher.engine import Value
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.salvaging import salvage
from ffd_desktop.adapters.sqlcipher.verifying import SEALED, FaultKind
from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.files import PIECE
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.files import bring_in
from tests.builders.sealed import copy_of, sealed
from tests.builders.vaults import PASSPHRASE, SteppingClock, by, new_vault, reopened
from tests.integration.sqlcipher.test_checkup import Heard

SMALL = built.small()
DATA = b"not a real photograph " * 15_000
CLEANED = DATA[PIECE // 2 :]
MADE = sealed(SMALL, copies=[copy_of(CLEANED), copy_of(DATA, "a2")])
MORE = sealed(SMALL, number=2, text="It was at the other gate.")
TABLES = ("sealed", "sealed_copies", "file_bodies", "file_pieces", "files")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    """A vault with a sealed referral, its two copies and an addendum."""
    made, _ = new_vault(tmp_path / "v")
    made.referrals.create(SMALL, by=by())
    bring_in(made.files, SMALL.id, DATA)
    coming = made.files.begin(SMALL.id)
    for at in range(0, len(CLEANED), PIECE):
        made.files.add(coming, CLEANED[at : at + PIECE])
    made.sealed.seal(MADE, by=by(50), copies={"a1": coming})
    made.sealed.seal(MORE, by=by(51))
    yield made
    made.lock()


def counts(vault: OpenVault) -> dict[str, object]:
    return {name: vault._database.value(f"SELECT count(*) FROM {name}") for name in TABLES}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sealed SET facts = x''",
        "UPDATE sealed SET id = 'other' WHERE place = 2",
        "DELETE FROM sealed WHERE place = 2",
        "UPDATE sealed_copies SET attachment = 'other'",
        "DELETE FROM sealed_copies",
        *(
            sql
            for what in ("content FROM sealed", "pdf FROM sealed", "file FROM sealed_copies")
            for sql in (
                f"UPDATE file_pieces SET body = x'00' WHERE file IN (SELECT {what})",
                f"DELETE FROM file_pieces WHERE file IN (SELECT {what})",
                f"INSERT INTO file_pieces (file, place, body) SELECT {what} LIMIT 1".replace(
                    " FROM", ", 99, x'00' FROM"
                ),
            )
        ),
    ],
)
def test_the_schema_lets_nothing_that_is_sealed_change(vault: OpenVault, sql: str) -> None:
    before = counts(vault)
    with pytest.raises(sqlcipher.IntegrityError, match="sealed"), vault._database.transaction():
        vault._database.run(sql)
    assert counts(vault) == before
    assert vault.verify().is_sound


def test_destroying_the_referral_takes_everything_that_was_sealed(vault: OpenVault) -> None:
    vault.referrals.destroy(SMALL.id, reason="kept long enough", by=by(60))
    assert counts(vault) == dict.fromkeys(TABLES, 0)
    assert vault.verify().is_sound


def test_a_copy_of_the_referral_keeps_its_files_when_the_sealed_one_goes(vault: OpenVault) -> None:
    copied = shelf.copy(vault.referrals, SMALL.id, by=by(60))
    vault.referrals.destroy(SMALL.id, reason="kept long enough", by=by(61))
    assert b"".join(vault.files.pieces(copied.id, "file-1")) == DATA
    assert counts(vault)["file_bodies"] == 1
    assert vault.verify().is_sound


TAMPERED = {
    "its content": "UPDATE file_pieces SET body = zeroblob(length(body))"
    " WHERE file IN (SELECT content FROM sealed)",
    "its PDF": "UPDATE file_pieces SET body = zeroblob(length(body))"
    " WHERE file IN (SELECT pdf FROM sealed WHERE place = 1)",
    "its PDF ": "DELETE FROM file_pieces WHERE place = 1"
    " AND file IN (SELECT pdf FROM sealed WHERE place = 2)",
    "who sealed it": "UPDATE sealed SET facts ="
    " CAST(replace(facts, 'Rhiannon', 'Somebody') AS BLOB)",
    "the copy FFD-2026-0001-a1.jpg": "UPDATE file_pieces SET"
    " body = CAST(body || 'x' AS BLOB) WHERE place = 0"
    " AND file IN (SELECT file FROM sealed_copies WHERE attachment = 'a1')",
    "the copy FFD-2026-0001-a2.jpg": "DELETE FROM sealed_copies WHERE attachment = 'a2'",
    "it has a file": "INSERT INTO sealed_copies (sealed, attachment, file)"
    " SELECT number, 'a9', content FROM sealed WHERE place = 1",
    "is missing": "DELETE FROM sealed WHERE place = 2",
    "no record tells of it": "INSERT INTO sealed (id, referral, place, content, pdf, facts)"
    " SELECT 'new', referral, 9, content, pdf, facts FROM sealed WHERE place = 1",
}


@pytest.mark.parametrize("told", TAMPERED)
def test_a_check_says_which_part_is_not_what_was_sealed(vault: OpenVault, told: str) -> None:
    """Another program would first take the triggers away."""
    for (name,) in vault._database.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        vault._database.run(f"DROP TRIGGER {name!s}")
    vault._database.run(TAMPERED[told])
    report = vault.verify()
    assert report.kinds == (FaultKind.SEALED,)
    assert all(told.strip() in fault for fault in report.faults)
    assert report.faults


def test_an_edit_that_came_past_the_guard_is_told(vault: OpenVault) -> None:
    vault.referrals.append(SMALL.id, [put("after.outcome", "ok")], SMALL, by=by(60))
    assert vault.verify().is_sound
    edit = put("concern.what_happened", "late words")
    vault.referrals.sealed.has = lambda number: False  # type: ignore[method-assign]
    vault.referrals.append(SMALL.id, [edit], replay(SMALL, [edit]), by=by(61))
    report = vault.verify()
    assert report.kinds == (FaultKind.SEALED,)
    assert report.faults == ("Referral 1 of the vault was changed after it was sealed.",)


def test_the_check_says_that_it_looks_at_what_was_sealed(vault: OpenVault) -> None:
    heard = Heard()
    vault.verify(heard)
    done = [at for at, _ in heard.steps]
    assert done == sorted(done)
    assert SEALED in {words for _, words in heard.steps}


def test_damaged_bytes_are_not_given_as_if_they_were_those_that_were_sealed(
    vault: OpenVault,
) -> None:
    vault._database.run("DROP TRIGGER sealed_pieces_stay")
    vault._database.run(TAMPERED["its PDF"])
    with pytest.raises(ProblemForPerson) as raised:
        vault.sealed.whole(MADE.id)
    assert raised.value.code == "sealed_damaged"
    assert vault.sealed.whole(MORE.id) == MORE


def test_a_rescue_brings_what_was_sealed_along(vault: OpenVault, tmp_path: Path) -> None:
    vault.lock()
    done = salvage(tmp_path / "v", tmp_path / "new", PASSPHRASE, clock=SteppingClock())
    assert (done.lost_files, done.lost_sealed) == (0, 0)
    new = reopened(tmp_path / "new")
    assert [new.sealed.whole(one.id) for one in new.sealed.of(SMALL.id)] == [MADE, MORE]
    assert b"".join(new.sealed.copy(MADE.id, "a1")) == CLEANED
    assert b"".join(new.sealed.copy(MADE.id, "a2")) == DATA
    assert new.referrals.shelf()[0].state is DraftState.SEALED
    assert counts(new)["file_bodies"] == 6
    assert new.verify().faults == ()
    new.lock()


def test_a_rescue_without_the_pdf_makes_a_draft_of_it_and_says_so(
    vault: OpenVault, tmp_path: Path
) -> None:
    for (name,) in vault._database.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        vault._database.run(f"DROP TRIGGER {name!s}")
    vault._database.run(TAMPERED["its PDF"])
    vault.lock()
    done = salvage(tmp_path / "v", tmp_path / "new", PASSPHRASE, clock=SteppingClock())
    assert done.lost_sealed == 2
    new = reopened(tmp_path / "new")
    assert new.sealed.of(SMALL.id) == ()
    assert new.referrals.shelf()[0].state is DraftState.DRAFT
    assert new.referrals.load(SMALL.id) == SMALL
    assert new.verify().faults == ()
    new.lock()


def test_an_error_at_any_statement_seals_nothing_and_the_next_attempt_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, _ = new_vault(tmp_path / "v")
    new.referrals.create(SMALL, by=by())
    made, run, value = sealed(SMALL), Database.run, Database.value

    def fails(at: int) -> bool:
        """Try with an error at one of the statements that write; say whether there were as many."""
        left = at

        def spent(sql: str) -> None:
            nonlocal left
            left -= sql.startswith(("INSERT", "UPDATE"))
            if left < 0:
                raise ProblemForPerson("", "", "disk_full")

        def runs(self: Database, sql: str, parameters: Parameters = ()) -> int:
            spent(sql)
            return run(self, sql, parameters)

        def gives(self: Database, sql: str, parameters: Parameters = ()) -> Value:
            spent(sql)
            return value(self, sql, parameters)

        with monkeypatch.context() as patched:
            patched.setattr(Database, "run", runs)
            patched.setattr(Database, "value", gives)
            with contextlib.suppress(ProblemForPerson):
                new.sealed.seal(made, by=by(50))
        return left < 0

    for at in range(100):
        if not fails(at):
            break
        assert new.sealed.of(SMALL.id) == ()
        assert new.referrals.shelf()[0].state is DraftState.DRAFT
        assert new._database.value("SELECT count(*) FROM file_bodies") == 0
    assert at > 6
    assert new.sealed.whole(made.id) == made
    assert new.verify().faults == ()
    new.lock()
