"""A vault of each schema that was ever released opens, and holds what was put into it."""

import shutil
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher.steps import known_steps, version_of
from ffd_desktop.referral import codec
from ffd_desktop.sending.submission import State
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Secret
from tests.builders.released_vault import FILE
from tests.builders.roll import upn
from tests.builders.sealed import PDF
from tests.builders.vaults import PASSPHRASE, STAFF, opened_patiently

VAULTS = Path(__file__).parents[1] / "data" / "vaults"
RELEASED = sorted(path.name for path in VAULTS.iterdir() if path.is_dir())


def test_there_is_a_vault_of_every_schema() -> None:
    assert [f"schema-{step.number}" for step in known_steps()] == RELEASED


@pytest.mark.parametrize("released", RELEASED)
@pytest.mark.parametrize("way", ["passphrase", "recovery code"])
def test_an_old_vault_opens_with_everything_in_it(released: str, way: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(VAULTS / released, tmp_path / "v"))
    sheet = (folder / "recovery-code.txt").read_text(encoding="utf-8")
    secret: Secret = PASSPHRASE if way == "passphrase" else RecoveryCode.read(sheet)
    vault = opened_patiently(folder, secret)
    assert version_of(vault._database) == len(known_steps())
    assert vault.notices == ()
    expected = codec.decode((folder / "referral.json").read_bytes())
    assert vault.referrals.load(expected.id) == expected
    assert [row.id for row in vault.referrals.shelf()] == [expected.id]
    assert vault.referrals.search("orla gate") == (expected.id,)
    assert len(vault.referrals.history(expected.id)) == 1
    (mine,) = vault.ways.staff
    readers = () if released == "schema-1" else (mine.person,)
    assert vault.referrals.readers(expected.id) == readers
    assert [grave.id for grave in vault.referrals.tombstones()] == ["r-gone"]
    pupil = vault.roll.by_upn(upn(1))
    assert pupil is not None
    assert vault.roll.search("orla") == (pupil,)
    assert vault.settings.get("school") == {"name": "Larkrise Fictional Primary School"}
    files = vault.files.of(expected.id)
    assert len(files) == (0 if released in {"schema-1", "schema-2"} else 1)
    assert all(b"".join(vault.files.pieces(expected.id, one.id)) == FILE for one in files)
    kept = [vault.sealed.whole(one.id) for one in vault.sealed.of(expected.id)]
    assert len(kept) == (0 if released < "schema-4" else 2)
    for one in kept[:1]:
        assert (codec.decode(one.content), one.pdf) == (expected, PDF)
        assert b"".join(vault.sealed.copy(one.id, "a1")) == FILE
    if released >= "schema-5":
        sent = vault.outbox.of_referral(expected.id)
        assert [one.state for one in sent] == [State.DELIVERED, State.QUEUED]
    assert vault.verify().faults == ()
    if way == "passphrase":
        assert vault.state.name == STAFF.name
    vault.lock()
