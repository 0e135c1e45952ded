"""Several staff in one vault: added, renamed, removed; what the one who left still opens."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app import colleagues, coming_back, recovery_proof, upkeep
from ffd_desktop.app.coming_back import Where
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import slots
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Staff
from tests.builders.vaults import CHEAP, PASSPHRASE, SteppingClock, opened_patiently

VAULTS = Path(__file__).parents[1] / "data" / "vaults"
PROFILE = SchoolProfile(
    school_name="Larkrise",
    council="worcestershire",
    staff_name="Rhiannon Tanglewood",
    staff_role="dsl",
    staff_phone="07700 900123",
)
IDRIS = Staff("Idris Calloway", "deputy_dsl")
HIS = "lantern gravel tulip"
AIM = Aim("worcestershire", "csc", "2026.1")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setattr("ffd_desktop.adapters.sqlcipher.vault.calibrated", lambda: CHEAP)
    monkeypatch.setattr("ffd_desktop.vault.calibrate.next_up", lambda cost, _: cost)
    return Program(folder=tmp_path / "vault", clock=SteppingClock())


@pytest.fixture
def sheet(program: Program) -> str:
    desk, code = program.create(SetUp(PASSPHRASE, PROFILE, params=CHEAP))
    recovery_proof.note(desk)
    colleagues.add(desk, IDRIS, HIS)
    desk.close()
    return str(code)


def idris_in(desk: Desk) -> str:
    return colleagues.person_called(desk, IDRIS.name)


def wait(program: Program) -> None:
    """Let the pause after a wrong guess pass."""
    for _ in range(600):
        program.clock.monotonic()


def told(code: str, use: Callable[[], object]) -> bool:
    with pytest.raises(ProblemForPerson) as caught:
        use()
    return caught.value.code == code


def test_a_colleague_opens_it_and_their_own_details_are_prefilled(
    program: Program, sheet: str
) -> None:
    desk = program.unlock(HIS, whose=IDRIS.name)
    assert not desk.knows_me
    made = desk.start(AIM, screen="test")
    assert (made.referrer.name, made.referrer.role) == (IDRIS.name, IDRIS.role)
    assert made.referrer.school_name == "Larkrise"
    assert made.referrer.phone is None
    desk.close()


def test_everybody_is_listed_and_one_of_them_is_you(program: Program, sheet: str) -> None:
    desk = program.unlock(HIS)
    room = colleagues.look_in(desk)
    assert [(one.name, one.role, one.is_me) for one in room.colleagues] == [
        ("Rhiannon Tanglewood", "dsl", False),
        ("Idris Calloway", "deputy_dsl", True),
    ]
    assert room.has_sheet
    assert all(one.since.startswith("2026-11-20T") for one in room.colleagues)
    desk.close()


def test_a_passphrase_that_anyone_would_try_lets_nobody_in(program: Program, sheet: str) -> None:
    desk = program.unlock(PASSPHRASE)
    wren = Staff("Wren Ashdown")
    assert told("passphrase_weak", lambda: colleagues.add(desk, wren, "Wren Ashdown"))
    assert told("staff_twice", lambda: colleagues.add(desk, IDRIS, "marble kite fern"))
    assert told("staff_nameless", lambda: colleagues.add(desk, Staff(" "), HIS))
    assert len(desk.staff) == 2
    desk.close()


def test_another_name_leaves_the_person_and_their_details(program: Program, sheet: str) -> None:
    desk = program.unlock(PASSPHRASE)
    before = desk.person
    colleagues.rename(
        program, desk, name="Rhiannon Calloway-Tanglewood", role="dsl", passphrase=PASSPHRASE
    )
    assert desk.staff_name == "Rhiannon Calloway-Tanglewood"
    desk.close()
    again = program.unlock(PASSPHRASE, whose="Rhiannon Calloway-Tanglewood")
    assert again.person == before
    assert again.profile().staff_phone == "07700 900123"
    assert again.profile().staff_name == "Rhiannon Calloway-Tanglewood"
    assert again.by("test").actor == "Rhiannon Calloway-Tanglewood"
    again.close()


def test_a_name_changes_only_with_ones_own_passphrase(program: Program, sheet: str) -> None:
    desk = program.unlock(PASSPHRASE)
    assert told(
        "wrong_passphrase",
        lambda: colleagues.rename(program, desk, name="Somebody Else", role="", passphrase=HIS),
    )
    assert desk.staff_name == "Rhiannon Tanglewood"
    desk.close()


def test_a_colleagues_passphrase_does_not_change_mine(program: Program, sheet: str) -> None:
    desk = program.unlock(PASSPHRASE)
    assert told(
        "wrong_passphrase",
        lambda: program.change_passphrase(desk, old=HIS, new="pebble harbour trumpet"),
    )
    desk.close()


def test_whoever_was_removed_opens_neither_the_vault_nor_a_copy_of_its_keys(
    program: Program, sheet: str, tmp_path: Path
) -> None:
    copied = Path(shutil.copytree(program.folder, tmp_path / "copied"))
    desk = program.unlock(PASSPHRASE)
    colleagues.remove(program, desk, idris_in(desk), PASSPHRASE)
    assert [one.name for one in desk.staff] == ["Rhiannon Tanglewood"]
    desk.close()
    assert told("wrong_passphrase", lambda: program.unlock(HIS))
    later = Program(folder=program.folder, clock=program.clock)
    wait(program)
    for name in ("vault.keys", "vault.keys.copy"):
        kept = (program.folder / name).read_bytes()
        (program.folder / name).write_bytes((copied / name).read_bytes())
        (copied / name).write_bytes(kept)
    assert told("vault_damaged", lambda: later.unlock(HIS))
    for name in ("vault.keys", "vault.keys.copy"):
        (program.folder / name).write_bytes((copied / name).read_bytes())
    later.unlock(PASSPHRASE).close()
    later.unlock_with_code(sheet).close()


def test_what_was_kept_for_whoever_leaves_goes_with_them(program: Program, sheet: str) -> None:
    his = program.unlock(HIS)
    him = his.person
    his.keep_profile(msgspec.structs.replace(his.profile(), staff_phone="07700 900456"))
    coming_back.keep_where(his, Where("new_referral", typed={"words": "a child by the weir"}))
    his.close()
    desk = program.unlock(PASSPHRASE)
    coming_back.keep_where(desk, Where("shelf"))
    colleagues.remove(program, desk, him, PASSPHRASE)
    kept = f"{desk.settings.get(coming_back.SETTING)} {desk.settings.get(f'staff_details/{him}')}"
    assert coming_back.find_where(desk) == Where("shelf")
    desk.close()
    assert him not in kept
    assert "weir" not in kept
    assert "900456" not in kept


def test_removing_takes_ones_own_passphrase(program: Program, sheet: str) -> None:
    desk = program.unlock(PASSPHRASE)
    him = idris_in(desk)
    assert told("wrong_passphrase", lambda: colleagues.remove(program, desk, him, HIS))
    desk.close()
    wait(program)
    program.unlock(HIS).close()


def test_the_recovery_code_can_take_a_way_in_away_too(program: Program, sheet: str) -> None:
    desk = program.unlock_with_code(sheet)
    assert colleagues.look_in(desk).by_sheet
    colleagues.remove(program, desk, idris_in(desk), RecoveryCode.read(sheet))
    desk.close()
    program.unlock(PASSPHRASE).close()


def test_a_backup_under_the_new_key_is_made_though_nothing_was_written(
    program: Program, sheet: str, tmp_path: Path
) -> None:
    place = tmp_path / "share"

    def a_day() -> Desk:
        desk = program.unlock(PASSPHRASE)
        work = upkeep.begin_backups(program, desk)
        assert not [words for words in work() if "no backup" not in words]
        return desk

    first = a_day()
    first.start(AIM, screen="test")
    upkeep.choose_backup_folder(program, first, place)
    first.close()
    program.backups.after_lock()
    second = a_day()
    head = second.head
    (old,) = place.iterdir()
    colleagues.remove(program, second, idris_in(second), PASSPHRASE)
    assert second.head == head
    second.close()
    made = program.backups.after_lock()
    assert made is not None
    third = a_day()
    third.close()
    new = next(one for one in place.iterdir() if one != old)
    assert new.name.endswith(".ffdbackup")
    assert told("wrong_passphrase", lambda: opened_patiently(new, HIS))
    opened_patiently(old, HIS).lock()


def test_what_nobody_else_may_read_is_told_before_somebody_is_removed(
    program: Program, sheet: str
) -> None:
    desk = program.unlock(HIS)
    made = desk.start(AIM, screen="test")
    desk.restrict(made.id, (), screen="test")
    assert desk.readers(made.id) == ()
    desk.restrict(made.id, (desk.person,), screen="test")
    desk.close()
    mine = program.unlock(PASSPHRASE)
    him = next(one for one in colleagues.look_in(mine).colleagues if not one.is_me)
    assert him.leaves == (made.reference,)
    assert told(
        "drafts_left_unread", lambda: colleagues.remove(program, mine, him.person, PASSPHRASE)
    )
    assert len(mine.staff) == 2
    colleagues.remove(program, mine, him.person, PASSPHRASE, told_of=him.leaves)
    assert told("referral_restricted", lambda: mine.open(made.id))
    mine.close()
    by_sheet = program.unlock_with_code(sheet)
    assert by_sheet.open(made.id).referral == made
    by_sheet.restrict(made.id, (), screen="test")
    by_sheet.close()
    again = program.unlock(PASSPHRASE)
    assert again.open(made.id).referral == made
    again.close()


def test_the_sheet_of_the_first_format_falls_away_and_a_new_one_is_made(
    program: Program,
) -> None:
    shutil.copytree(VAULTS / "schema-1", program.folder)
    old = (program.folder / "recovery-code.txt").read_text(encoding="utf-8")
    desk = _patiently(program)
    colleagues.add(desk, IDRIS, HIS)
    colleagues.remove(program, desk, idris_in(desk), PASSPHRASE)
    assert not colleagues.look_in(desk).has_sheet
    new = recovery_proof.renew(program, desk, PASSPHRASE)
    assert colleagues.look_in(desk).has_sheet
    desk.close()
    program.unlock_with_code(str(new)).close()
    assert told("wrong_recovery_code", lambda: program.unlock_with_code(old))


def _patiently(program: Program) -> Desk:
    try:
        return program.unlock(PASSPHRASE)
    except ProblemForPerson:
        wait(program)
        return program.unlock(PASSPHRASE)


def test_a_colleagues_passphrase_does_not_uncover_my_screen(program: Program, sheet: str) -> None:
    desk = program.unlock(PASSPHRASE)
    assert told("wrong_passphrase", lambda: desk.prove(HIS))
    wait(program)
    desk.prove(PASSPHRASE)
    desk.prove(RecoveryCode.read(sheet))
    desk.close()


def test_whoever_would_be_locked_out_by_it_is_let_in_first(program: Program, sheet: str) -> None:
    desk = program.unlock(PASSPHRASE)
    opened = desk.vault
    assert isinstance(opened, OpenVault)
    first_format = KeysOnDisk(VAULTS / "schema-1").read()[0].content.slots[0]
    facts = msgspec.structs.replace(
        first_format.facts, name="Wren Ashdown", vault_id=opened.state.vault_id
    )
    old = msgspec.structs.replace(first_format, facts=facts)
    opened.ways.write(slots.with_slot(opened.ways.content, old))
    him = idris_in(desk)
    with pytest.raises(ProblemForPerson) as caught:
        colleagues.remove(program, desk, him, PASSPHRASE)
    assert caught.value.code == "staff_not_ready"
    assert "Wren Ashdown" in caught.value.what
    desk.close()
    program.unlock(HIS).close()
