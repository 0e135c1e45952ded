"""Quick unlock: this computer's keyring opens the vault for whoever wants it, and only helps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ffd_desktop.adapters import quick_notes
from ffd_desktop.adapters.clock import SystemClock
from ffd_desktop.adapters.keyrings import ComputerKeyring
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.app import colleagues
from ffd_desktop.app.arranged import Arrangements
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.app.quick_unlock import QuickUnlock
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keys import Argon2Cost, SlotKey
from ffd_desktop.vault.quick import MOST_FAILURES
from ffd_desktop.vault.slots import Staff
from tests.builders.keyring_daemon import kept_in_keyring, lock_keyring, real_keyring
from tests.builders.vaults import meddled
from tests.fakes.slot_keys import FakeSlotKeys

NAME, SCHOOL = "Rhiannon Tanglewood", "Larkrise Fictional Primary School"
PROFILE = SchoolProfile(school_name=SCHOOL, staff_name=NAME, council="worcestershire")
PASSPHRASE, OTHER = "otter lantern gravel", "pebble harbour trumpet"
CHEAP = Argon2Cost(64, 1, 1)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setattr("ffd_desktop.adapters.sqlcipher.vault.calibrated", lambda: CHEAP)
    monkeypatch.setattr("ffd_desktop.vault.calibrate.next_up", lambda cost, took_s: cost)
    made = Program(folder=tmp_path / "vault")
    desk, _ = made.create(SetUp(PASSPHRASE, PROFILE, params=CHEAP))
    desk.close()
    return made


@pytest.fixture
def ring() -> FakeSlotKeys:
    return FakeSlotKeys()


@pytest.fixture
def quick(program: Program, ring: FakeSlotKeys) -> QuickUnlock:
    return QuickUnlock(program, ring)


def turn_on(quick: QuickUnlock, desk: Desk) -> None:
    kept = quick.keep_key(desk.vault.state.vault_id)
    quick.forget(quick.turn_on(desk, kept))


def turned_on(program: Program, quick: QuickUnlock, passphrase: str = PASSPHRASE) -> None:
    desk = program.unlock(passphrase)
    turn_on(quick, desk)
    desk.close()


def opened(quick: QuickUnlock) -> Desk:
    offer = quick.offers()[0]
    return quick.unlock(offer, quick.fetch(offer))


def kept_key(ring: FakeSlotKeys) -> SlotKey:
    return SlotKey(bytes.fromhex(next(iter(ring.kept.values()))))


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(ProblemForPerson) as caught:
        work()
    return caught.value.code


# ---- on, used, off ----------------------------------------------------------------------------


def test_it_is_off_until_somebody_turns_it_on(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    assert quick.offers() == ()
    desk = program.unlock(PASSPHRASE)
    assert not quick.standing(desk).is_on
    desk.close()
    assert ring.asked == 0


def test_the_keyring_opens_the_vault_for_whoever_turned_it_on(
    program: Program, quick: QuickUnlock
) -> None:
    turned_on(program, quick)
    assert [offer.name for offer in quick.offers()] == [NAME]
    desk = opened(quick)
    assert (desk.staff_name, desk.is_recovered) == (NAME, False)
    assert quick.standing(desk).is_on
    desk.close()


def test_the_passphrase_still_opens_it(program: Program, quick: QuickUnlock) -> None:
    turned_on(program, quick)
    program.unlock(PASSPHRASE).close()


def test_the_keyring_is_not_asked_before_somebody_wants_it(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    turned_on(program, quick)
    ring.asked = 0
    quick.offers()
    assert ring.asked == 0


def test_turning_it_off_takes_both_the_slot_and_the_entry(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    turned_on(program, quick)
    key = kept_key(ring)
    desk = program.unlock(PASSPHRASE)
    assert quick.forget(quick.turn_off(desk))
    assert not quick.standing(desk).is_on
    desk.close()
    assert ring.kept == {}
    assert quick.offers() == ()
    assert code_of(lambda: program.unlock(key)) == "wrong_slot_key"


def test_whoever_came_in_by_the_keyring_can_turn_it_off(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    turned_on(program, quick)
    key = kept_key(ring)
    desk = opened(quick)
    quick.forget(quick.turn_off(desk))
    assert (desk.staff_name, quick.standing(desk).is_on) == (NAME, False)
    desk.close()
    assert ring.kept == {}
    assert code_of(lambda: program.unlock(key)) == "wrong_slot_key"
    program.unlock(PASSPHRASE).close()


def test_turning_it_on_twice_leaves_one(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    turned_on(program, quick)
    turned_on(program, quick)
    assert len(quick.offers()) == len(ring.kept) == 1
    desk = opened(quick)
    assert quick.standing(desk).elsewhere == 0
    desk.close()


def test_neither_entry_nor_note_names_a_school_or_a_person(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    turned_on(program, quick)
    said = "".join(ring.kept) + quick_notes.path().read_text()
    for word in (*NAME.split(), *SCHOOL.split()):
        assert word.casefold() not in said.casefold()


def test_neither_the_data_key_nor_a_passphrase_is_in_the_keyring(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    turned_on(program, quick)
    desk = program.unlock(PASSPHRASE)
    keys = desk.vault.ways.keys  # type: ignore[attr-defined]
    for secret in (keys.data, keys.root):
        assert secret.reveal().hex() not in ring.kept.values()
    assert all(len(kept) == 64 for kept in ring.kept.values())
    desk.close()


def test_it_goes_on_after_the_vault_got_another_key(program: Program, quick: QuickUnlock) -> None:
    turned_on(program, quick)
    desk = program.unlock(PASSPHRASE)
    nnamdi = colleagues.add(desk, Staff("Nnamdi Kaya", "dsl"), OTHER)
    colleagues.remove(program, desk, nnamdi.person, PASSPHRASE)
    desk.close()
    opened(quick).close()


def test_a_colleague_who_is_removed_takes_their_quick_unlock_along(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    desk = program.unlock(PASSPHRASE)
    nnamdi = colleagues.add(desk, Staff("Nnamdi Kaya", "dsl"), OTHER)
    desk.close()
    turned_on(program, quick, OTHER)
    desk = program.unlock(PASSPHRASE, whose=NAME)
    colleagues.remove(program, desk, nnamdi.person, PASSPHRASE)
    quick.forget(quick.tidy(desk))
    desk.close()
    assert quick.offers() == ()
    assert ring.kept == {}


def test_after_a_change_of_name_the_new_one_is_offered(
    program: Program, quick: QuickUnlock
) -> None:
    turned_on(program, quick)
    desk = program.unlock(PASSPHRASE)
    colleagues.rename(program, desk, name="Rhiannon Kaya", role="dsl", passphrase=PASSPHRASE)
    desk.close()
    assert [offer.name for offer in quick.offers()] == ["Rhiannon Kaya"]
    desk = opened(quick)
    assert desk.staff_name == "Rhiannon Kaya"
    desk.close()


def test_it_support_can_forbid_it(program: Program, quick: QuickUnlock, ring: FakeSlotKeys) -> None:
    turned_on(program, quick)
    strict = Program(folder=program.folder, arranged=Arrangements(quick_unlock=False))
    forbidden = QuickUnlock(strict, ring)
    assert forbidden.offers() == ()
    assert code_of(lambda: forbidden.keep_key("v")) == "keyring_forbidden"
    desk = strict.unlock(PASSPHRASE)
    forbidden.forget(forbidden.tidy(desk))
    desk.close()
    assert ring.kept == {}
    assert quick.offers() == ()


# ---- nothing counts before it was proved ------------------------------------------------------


class Forgetful(FakeSlotKeys):
    """Takes a key and gives back another."""

    def keep(self, entry: str, key: SlotKey) -> None:
        super().keep(entry, SlotKey.fresh())


def test_a_keyring_that_gives_back_something_else_makes_no_slot(program: Program) -> None:
    quick = QuickUnlock(program, Forgetful())
    assert code_of(lambda: quick.keep_key("v")) == "keyring_unproved"
    assert quick_notes.read() == ()


def test_a_silent_keyring_makes_no_slot(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    ring.is_locked = True
    assert code_of(lambda: quick.keep_key("v")) == "keyring_silent"
    assert quick_notes.read() == ()


def test_a_slot_that_does_not_come_back_from_the_disk_does_not_count(
    program: Program, quick: QuickUnlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = program.unlock(PASSPHRASE)
    kept = quick.keep_key(desk.vault.state.vault_id)
    with monkeypatch.context() as broken:
        broken.setattr(
            "ffd_desktop.adapters.sqlcipher.keys_on_disk.files.read_whole",
            lambda path, *, most_bytes: b"something else",
        )
        assert code_of(lambda: quick.turn_on(desk, kept)) == "keys_unproved"
    assert not quick.standing(desk).is_on
    desk.close()


def test_a_key_kept_for_a_slot_that_was_never_made_is_forgotten_at_the_next_unlock(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    desk = program.unlock(PASSPHRASE)
    quick.keep_key(desk.vault.state.vault_id)  # and the program is killed
    desk.close()
    again = program.unlock(PASSPHRASE)
    quick.forget(quick.tidy(again))
    again.close()
    assert ring.kept == {}


# ---- a keyring that fails is a shrug ----------------------------------------------------------


def lost(ring: FakeSlotKeys) -> str:
    ring.kept.clear()
    return "keyring_empty"


def changed(ring: FakeSlotKeys) -> str:
    ring.kept = dict.fromkeys(ring.kept, "00" * 32)
    return "wrong_slot_key"


def locked(ring: FakeSlotKeys) -> str:
    ring.is_locked = True
    return "keyring_silent"


@pytest.mark.parametrize("fail", [lost, changed, locked])
def test_a_keyring_that_fails_keeps_nobody_from_their_passphrase(
    fail: Callable[[FakeSlotKeys], str],
    program: Program,
    quick: QuickUnlock,
    ring: FakeSlotKeys,
) -> None:
    turned_on(program, quick)
    code = fail(ring)
    for _ in range(MOST_FAILURES):
        assert code_of(lambda: opened(quick)) == code
    program.unlock(PASSPHRASE).close()  # at once: a keyring's failure is no wrong guess


@pytest.mark.parametrize("fail", [lost, changed, locked])
def test_after_five_failures_it_is_offered_no_more_and_the_slot_is_dropped(
    fail: Callable[[FakeSlotKeys], str],
    program: Program,
    quick: QuickUnlock,
    ring: FakeSlotKeys,
) -> None:
    turned_on(program, quick)
    fail(ring)
    for left in reversed(range(MOST_FAILURES)):
        anew = QuickUnlock(Program(folder=program.folder), ring)  # the count outlives a restart
        code_of(lambda: opened(anew))  # noqa: B023
        assert len(anew.offers()) == (1 if left else 0)
    desk = program.unlock(PASSPHRASE)
    quick.forget(quick.tidy(desk))
    standing = quick.standing(desk)
    assert (standing.is_on, standing.elsewhere) == (False, 0)
    desk.close()
    assert quick_notes.read() == ()


def test_a_slot_that_is_dropped_by_itself_does_not_make_a_meddled_keys_file_good(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    turned_on(program, quick)
    lost(ring)
    for _ in range(MOST_FAILURES):
        code_of(lambda: opened(quick))
    for path in KeysOnDisk(program.folder).paths:
        path.write_bytes(meddled(path.read_bytes(), anchor=None))
    for _ in range(2):
        desk = program.unlock(PASSPHRASE)
        quick.tidy(desk)
        assert [notice.code for notice in desk.vault.notices] == ["keys_meddled"]
        desk.close()


def test_a_good_one_begins_the_count_anew(
    program: Program, quick: QuickUnlock, ring: FakeSlotKeys
) -> None:
    turned_on(program, quick)
    for _ in range(2):
        ring.is_locked = True
        for _ in range(MOST_FAILURES - 1):
            code_of(lambda: opened(quick))
        ring.is_locked = False
        opened(quick).close()


def test_in_a_copy_on_another_computer_nothing_is_offered(
    program: Program, quick: QuickUnlock
) -> None:
    turned_on(program, quick)
    quick_notes.path().unlink()
    assert quick.offers() == ()
    desk = program.unlock(PASSPHRASE)
    assert quick.standing(desk).elsewhere == 1
    desk.close()


def test_notes_that_cannot_be_read_are_none(program: Program, quick: QuickUnlock) -> None:
    turned_on(program, quick)
    quick_notes.path().write_bytes(b"\xff{")
    assert quick.offers() == ()


class Later(SystemClock):
    """The clock of somebody who waits."""

    def monotonic(self) -> float:
        return super().monotonic() + 3600


def test_wrong_passphrases_are_counted_and_the_keyring_neither_waits_nor_forgives(
    program: Program, quick: QuickUnlock
) -> None:
    turned_on(program, quick)
    assert code_of(lambda: program.unlock("not this one at all")) == "wrong_passphrase"
    opened(quick).close()
    assert code_of(lambda: program.unlock("nor this one at all")) == "wait_before_guessing"


# ---- the real keyring -------------------------------------------------------------------------


def test_with_a_real_keyring_it_opens_then_locks_then_the_passphrase_opens(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    with real_keyring(monkeypatch):
        quick = QuickUnlock(program, ComputerKeyring())
        turned_on(program, quick)
        assert len(kept_in_keyring()) == 1
        opened(quick).close()
        lock_keyring()
        assert code_of(lambda: opened(quick)) == "keyring_silent"
        program.unlock(PASSPHRASE).close()


def test_the_keyring_of_another_home_opens_nothing(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with real_keyring(monkeypatch):
        turned_on(program, QuickUnlock(program, ComputerKeyring()))
        notes = quick_notes.read()
    monkeypatch.setenv("HOME", str(tmp_path / "other"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other" / ".local" / "share"))
    with real_keyring(monkeypatch):
        quick_notes.keep(notes)
        quick = QuickUnlock(program, ComputerKeyring())
        assert code_of(lambda: opened(quick)) == "keyring_empty"
