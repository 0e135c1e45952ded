"""Making, opening, locking and checking a real vault in a real folder."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher import keys_on_disk, vault
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.opening import open_vault, prove_secret, verify_vault
from ffd_desktop.adapters.sqlcipher.vault import (
    NewVault,
    create_vault,
    set_aside,
    state_of,
)
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.vault import calibrate, keysfile
from ffd_desktop.vault.keys import Argon2Cost
from ffd_desktop.vault.keysfile import PassphraseWay
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Secret
from ffd_desktop.vault.states import Locked, Missing, Unlocked
from tests.builders import referrals as built
from tests.builders.vaults import (
    CHEAP,
    PASSPHRASE,
    STAFF,
    SteppingClock,
    by,
    meddled,
    new_vault,
    reopened,
)

OTHER = "lantern puddle brick"
CLOCK = SteppingClock()


def code_of(folder: Path, secret: Secret = PASSPHRASE) -> str:
    with pytest.raises(ProblemForPerson) as caught:
        open_vault(folder, secret, clock=CLOCK)
    return caught.value.code


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_vault_goes_from_missing_to_unlocked_to_locked(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "vault"
    assert state_of(folder) == Missing()
    opened, _ = new_vault(folder)
    assert opened.state == Unlocked(
        opened.state.vault_id, STAFF.name, STAFF.role, opened.state.person
    )
    assert not opened.is_locked
    opened.lock()
    opened.lock()
    assert opened.is_locked
    assert state_of(folder) == Locked(opened.state.vault_id, opened.staff)


def test_both_ways_in_open_the_same_words(tmp_path: Path) -> None:
    opened, code = new_vault(tmp_path / "v")
    opened.referrals.create(built.typical(), by=by())
    opened.lock()
    for secret in (PASSPHRASE, code, RecoveryCode.read(str(code).lower())):
        again = open_vault(tmp_path / "v", secret, clock=CLOCK)
        assert again.referrals.load(built.typical().id) == built.typical()
        assert again.notices == ()
        again.lock()


def test_everything_in_the_folder_is_the_owners_alone(tmp_path: Path) -> None:
    opened, _ = new_vault(tmp_path / "v")
    opened.referrals.create(built.small(), by=by())
    assert stat.S_IMODE((tmp_path / "v").stat().st_mode) == 0o700
    for path in (tmp_path / "v").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
    opened.lock()
    assert sorted(snapshot(tmp_path / "v")) == [
        "vault.db",
        "vault.guesses",
        "vault.guesses.copy",
        "vault.keys",
        "vault.keys.copy",
    ]


def test_a_wrong_secret_changes_nothing_but_the_count_of_guesses(tmp_path: Path) -> None:
    new_vault(tmp_path / "v")[0].lock()
    before = snapshot(tmp_path / "v")
    assert code_of(tmp_path / "v", "lantern puddle") == "wrong_passphrase"
    assert code_of(tmp_path / "v", RecoveryCode.fresh()) == "wrong_recovery_code"
    after = snapshot(tmp_path / "v")
    changed = {name for name, data in after.items() if before.get(name) != data}
    assert changed == {"vault.guesses", "vault.guesses.copy"}
    assert before.keys() == after.keys()


def test_a_vault_is_never_made_over_another(tmp_path: Path) -> None:
    new_vault(tmp_path / "v")[0].lock()
    whole = snapshot(tmp_path / "v")
    for gone in ((), ("vault.db",), ("vault.keys",), ("vault.keys", "vault.keys.copy")):
        for name, data in whole.items():
            (tmp_path / "v" / name).write_bytes(data)
        for name in gone:
            (tmp_path / "v" / name).unlink()
        before = snapshot(tmp_path / "v")
        with pytest.raises(ProblemForPerson) as caught:
            new_vault(tmp_path / "v")
        assert caught.value.code == "vault_exists"
        assert snapshot(tmp_path / "v") == before


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    assert code_of(tmp_path / "nowhere") == "vault_missing"
    new_vault(tmp_path / "v")[0].lock()
    database = (tmp_path / "v" / "vault.db").read_bytes()
    (tmp_path / "v" / "vault.db").unlink()
    assert code_of(tmp_path / "v") == "vault_missing"
    (tmp_path / "v" / "vault.db").write_bytes(database)
    (tmp_path / "v" / "vault.keys").unlink()
    (tmp_path / "v" / "vault.keys.copy").unlink()
    assert code_of(tmp_path / "v") == "keys_damaged"


def test_a_weak_passphrase_makes_no_vault(tmp_path: Path) -> None:
    for weak in ("short", "password password", STAFF.name):
        with pytest.raises(ProblemForPerson) as caught:
            create_vault(NewVault(tmp_path / "v", STAFF, weak, params=CHEAP), clock=CLOCK)
        assert caught.value.code == "passphrase_weak"
    assert not (tmp_path / "v").exists()


@pytest.mark.parametrize("copy", ["vault.keys", "vault.keys.copy"])
@pytest.mark.parametrize("damage", ["cut", "flipped", "gone", "empty", "folder", "link"])
def test_one_damaged_copy_of_the_keys_is_put_right_from_the_other(
    tmp_path: Path, copy: str, damage: str
) -> None:
    new_vault(tmp_path / "v")[0].lock()
    path = tmp_path / "v" / copy
    good = path.read_bytes()
    path.unlink()
    if damage == "cut":
        path.write_bytes(good[: len(good) // 2])
    elif damage == "flipped":
        path.write_bytes(good.replace(b"sealed", b"sealee", 1))
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "folder":
        path.mkdir()
    elif damage == "link":
        path.symlink_to(tmp_path / "elsewhere")
    opened = reopened(tmp_path / "v")
    assert [notice.code for notice in opened.notices] == ["keys_repaired"]
    opened.lock()
    if damage in {"folder", "link"}:
        assert "could not be put right" in opened.notices[0].words
        assert not (tmp_path / "elsewhere").exists()
    else:
        assert path.read_bytes() == good
        assert reopened(tmp_path / "v").notices == ()


def test_the_database_of_another_vault_is_not_taken_for_this_ones(tmp_path: Path) -> None:
    opened, _ = new_vault(tmp_path / "v")
    key = opened.ways.keys.data.reveal()
    opened.lock()
    database = Database(database_path(tmp_path / "v"), key)
    database.run("UPDATE vault SET vault_id = 'another'")
    database.close()
    assert code_of(tmp_path / "v") == "vault_damaged"


def test_an_older_copy_gives_way_to_the_newer(tmp_path: Path) -> None:
    opened, _ = new_vault(tmp_path / "v")
    old = (tmp_path / "v" / "vault.keys").read_bytes()
    opened.ways.change_passphrase(OTHER, cost=CHEAP)
    opened.lock()
    (tmp_path / "v" / "vault.keys").write_bytes(old)
    again = open_vault(tmp_path / "v", OTHER, clock=CLOCK)
    assert [notice.code for notice in again.notices] == ["keys_repaired"]
    again.lock()
    assert (tmp_path / "v" / "vault.keys").read_bytes() != old


def without_first(data: bytes) -> bytes:
    """Take the first slot out."""
    read = keysfile.decode(data)
    assert read is not None
    return meddled(data, slots=read.content.slots[1:])


@pytest.mark.parametrize("copy", ["vault.keys", "vault.keys.copy"])
def test_one_meddled_copy_gives_way_to_the_honest_one(tmp_path: Path, copy: str) -> None:
    opened, code = new_vault(tmp_path / "v")
    opened.lock()
    good = (tmp_path / "v" / copy).read_bytes()
    for secret in (PASSPHRASE, code):
        (tmp_path / "v" / copy).write_bytes(without_first(good))
        again = open_vault(tmp_path / "v", secret, clock=CLOCK)
        assert [notice.code for notice in again.notices] == ["keys_repaired"]
        again.lock()
        assert (tmp_path / "v" / copy).read_bytes() == good


def test_a_meddled_keys_file_opens_with_a_warning_and_is_not_made_good(tmp_path: Path) -> None:
    opened, code = new_vault(tmp_path / "v")
    opened.lock()
    for name in ("vault.keys", "vault.keys.copy"):
        path = tmp_path / "v" / name
        path.write_bytes(without_first(path.read_bytes()))
    again = open_vault(tmp_path / "v", code, clock=CLOCK)
    assert [notice.code for notice in again.notices] == ["keys_meddled"]
    again.referrals.create(built.small(), by=by())
    again.lock()
    assert [one.code for one in open_vault(tmp_path / "v", code, clock=CLOCK).notices] == [
        "keys_meddled"
    ]


def test_a_changed_passphrase_opens_and_the_old_one_no_longer_does(tmp_path: Path) -> None:
    opened, code = new_vault(tmp_path / "v")
    opened.referrals.create(built.small(), by=by())
    opened.ways.change_passphrase(OTHER, cost=CHEAP)
    opened.ways.change_passphrase(f"{OTHER} moss", cost=CHEAP)
    opened.lock()
    assert code_of(tmp_path / "v", PASSPHRASE) == "wrong_passphrase"
    assert code_of(tmp_path / "v", OTHER) == "wrong_passphrase"
    CLOCK.seconds += 2
    for secret in (f"{OTHER} moss", code):
        again = open_vault(tmp_path / "v", secret, clock=CLOCK)
        assert again.referrals.load("r-small") == built.small()
        assert again.notices == ()
        again.lock()


def test_the_recovery_code_leads_to_a_new_passphrase_and_a_new_sheet(tmp_path: Path) -> None:
    opened, code = new_vault(tmp_path / "v")
    opened.lock()
    by_code = open_vault(tmp_path / "v", code, clock=CLOCK)
    assert by_code.state.name == ""
    with pytest.raises(ProblemForPerson) as caught:
        by_code.ways.change_passphrase(OTHER, cost=CHEAP, name="Nobody")
    assert caught.value.code == "staff_unknown"
    by_code.ways.change_passphrase(OTHER, cost=CHEAP)
    sheet = by_code.ways.renew_recovery_code()
    by_code.lock()
    assert code_of(tmp_path / "v", code) == "wrong_recovery_code"
    for secret in (OTHER, sheet):
        open_vault(tmp_path / "v", secret, clock=CLOCK).lock()


def test_an_unproved_slot_makes_no_vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that gives back other bytes than were written."""
    whole = keys_on_disk.files.read_whole
    monkeypatch.setattr(
        keys_on_disk.files,
        "read_whole",
        lambda path, *, most_bytes: (whole(path, most_bytes=most_bytes) or b"")[:-1] or None,
    )
    with pytest.raises(ProblemForPerson) as caught:
        new_vault(tmp_path / "v")
    assert caught.value.code == "keys_unproved"
    assert list((tmp_path / "v").iterdir()) == []


def test_a_real_vault_costs_at_least_64_mib_a_guess(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "_seconds_of", lambda _cost: 100.0)
    vault.calibrated.cache_clear()
    opened, _ = create_vault(NewVault(tmp_path / "v", STAFF, PASSPHRASE), clock=CLOCK)
    opened.lock()
    vault.calibrated.cache_clear()
    read = keysfile.decode((tmp_path / "v" / "vault.keys").read_bytes())
    assert read is not None
    way = read.content.slots[0].facts.way
    assert isinstance(way, PassphraseWay)
    assert way.cost == calibrate.LEAST == Argon2Cost(65536, 3, 2)


def test_a_killed_program_finds_everything_on_the_shelf_again(tmp_path: Path) -> None:
    opened, _ = new_vault(tmp_path / "v")
    here = built.small()
    opened.referrals.create(here, by=by(0))
    edit = put("children[c1].first_names", "Órla-Zephyrine")
    opened.referrals.append(here.id, [edit], replay(here, [edit]), by=by(7))
    opened._database._connection.close()
    again = reopened(tmp_path / "v")
    assert again.referrals.load(here.id) == replay(here, [edit])
    assert again._database.rows("SELECT * FROM unsettled") == []
    assert again.referrals.shelf()[0].changed_at == by(7).at
    assert again.referrals.search("zephyrine") == (here.id,)
    again.lock()


def test_one_referral_that_cannot_be_read_stands_in_no_other_ones_way(tmp_path: Path) -> None:
    opened, _ = new_vault(tmp_path / "v")
    stuck = built.bare()
    opened.referrals.create(stuck, by=by(0))
    opened.referrals.append(stuck.id, [Edit("no.such.answer", "x")], stuck, by=by(1))
    opened.referrals.create(built.small(), by=by(2))
    opened._database._connection.close()
    again = reopened(tmp_path / "v")
    assert {row.id for row in again.referrals.shelf()} == {stuck.id, "r-small"}
    assert again.referrals.search("FFD-2026-0001") == ("r-small",)
    assert again.referrals.first(stuck.id) == stuck
    with pytest.raises(ProblemForPerson) as caught:
        again.referrals.load(stuck.id)
    assert caught.value.code == "unknown_path"
    again.lock()


def test_the_head_is_noted_beside_the_database_at_each_lock(tmp_path: Path) -> None:
    opened, _ = new_vault(tmp_path / "v")
    opened.referrals.create(built.small(), by=by())
    head = opened.head
    opened.lock()
    for name in ("vault.keys", "vault.keys.copy"):
        read = keysfile.decode((tmp_path / "v" / name).read_bytes())
        assert read is not None
        assert read.content.anchor == head
        assert head.count == 1


def test_work_that_comes_after_the_lock_is_told_so_and_is_no_fault_of_the_program(
    tmp_path: Path,
) -> None:
    opened, _ = new_vault(tmp_path / "v")
    opened.lock()
    late: tuple[Callable[[], object], ...] = (
        opened.referrals.shelf,
        lambda: opened.settings.get("profile"),
        lambda: opened.settings.put("profile", {}),
        lambda: opened.roll.search("orla"),
        opened.verify,
    )
    for work in late:
        with pytest.raises(ProblemForPerson) as caught:
            work()
        assert caught.value.code == "vault_locked"


def test_a_lock_without_changes_writes_no_keys(tmp_path: Path) -> None:
    opened, _ = new_vault(tmp_path / "v")
    opened.referrals.create(built.small(), by=by())
    opened.lock()
    before = snapshot(tmp_path / "v")
    reopened(tmp_path / "v").lock()
    assert snapshot(tmp_path / "v") == before


def test_verify_counts_and_finds_a_sound_vault_sound(tmp_path: Path) -> None:
    opened, code = new_vault(tmp_path / "v")
    opened.referrals.create(built.typical(), by=by())
    opened.lock()
    report = verify_vault(tmp_path / "v", code, clock=CLOCK)
    assert report.is_sound
    assert (report.referrals, report.records, report.destroyed, report.pupils) == (1, 1, 0, 0)


def test_setting_aside_keeps_everything(tmp_path: Path) -> None:
    new_vault(tmp_path / "v")[0].lock()
    before = snapshot(tmp_path / "v")
    aside = set_aside(tmp_path / "v", clock=CLOCK)
    assert snapshot(aside) == before
    assert state_of(tmp_path / "v") == Missing()
    new_vault(tmp_path / "v")[0].lock()


def test_nothing_of_a_vault_shows_when_it_is_printed(tmp_path: Path) -> None:
    new = NewVault(tmp_path / "v", STAFF, PASSPHRASE, params=CHEAP)
    opened, code = create_vault(new, clock=CLOCK)
    shown = repr(new) + repr(opened) + repr(code) + repr(opened.ways.keys)
    assert PASSPHRASE not in shown
    assert str(code)[:5] not in shown
    assert opened.ways.keys.data.reveal().hex() not in shown
    opened.lock()


def test_a_secret_is_proved_while_the_vault_is_open(tmp_path: Path) -> None:
    opened, code = new_vault(tmp_path / "v")
    for secret in (PASSPHRASE, code):
        prove_secret(tmp_path / "v", secret, clock=CLOCK)
    with pytest.raises(ProblemForPerson) as caught:
        prove_secret(tmp_path / "v", OTHER, clock=CLOCK)
    assert caught.value.code == "wrong_passphrase"
    opened.ways.change_passphrase(OTHER, cost=CHEAP)
    prove_secret(tmp_path / "v", OTHER, clock=CLOCK)
    opened.lock()


def test_an_open_vault_proves_a_secret_without_its_folder(tmp_path: Path) -> None:
    opened, code = new_vault(tmp_path / "v")
    opened.ways.change_passphrase(OTHER, cost=CHEAP)
    away = (tmp_path / "v").rename(tmp_path / "unplugged")
    for secret in (OTHER, code):
        opened.prove(secret)
    with pytest.raises(ProblemForPerson) as caught:
        opened.prove(PASSPHRASE)
    assert caught.value.code == "wrong_passphrase"
    away.rename(tmp_path / "v")
    opened.lock()
    with pytest.raises(ProblemForPerson) as caught:
        opened.prove(OTHER)
    assert caught.value.code == "vault_locked"
