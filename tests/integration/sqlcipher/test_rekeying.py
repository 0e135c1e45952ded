"""Taking somebody's way in away for good: another data key, whole even when it is cut short."""

import shutil
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.adapters.sqlcipher import opening
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import calibrate, head_code
from ffd_desktop.vault.enclosing import PrivateKey
from ffd_desktop.vault.keysfile import KeysFile, PassphraseWay, Slot
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Secret, Staff
from tests.builders import referrals as built
from tests.builders.vaults import (
    CHEAP,
    PASSPHRASE,
    SteppingClock,
    by,
    meddled,
    new_vault,
    opened_patiently,
)

OTHERS = "lantern gravel tulip"
SMALL = built.small()
VAULTS = Path(__file__).parents[2] / "data" / "vaults"


def with_a_colleague(folder: Path) -> tuple[OpenVault, Staff, RecoveryCode]:
    vault, code = new_vault(folder)
    colleague = vault.ways.add_passphrase(Staff("Idris Calloway", "deputy"), OTHERS, cost=CHEAP)
    vault.referrals.create(SMALL, by=by())
    return vault, colleague, code


def opens(folder: Path, secret: Secret) -> str:
    """Give the code of what is in the way of opening; empty when nothing is."""
    try:
        vault = opened_patiently(folder, secret)
    except ProblemForPerson as problem:
        return problem.code
    try:
        assert {notice.code for notice in vault.notices} <= {"keys_repaired"}
        assert vault.verify().faults == ()
        assert vault.referrals.load(SMALL.id) == SMALL
    finally:
        vault.lock()
    return ""


def test_whoever_was_removed_opens_nothing_and_the_others_as_before(tmp_path: Path) -> None:
    vault, colleague, code = with_a_colleague(tmp_path / "v")
    before = vault.ways.keys.data
    vault.rekey(without=colleague.person, proof=PASSPHRASE)
    vault.referrals.destroy(SMALL.id, reason="to be written again", by=by(1))
    vault.referrals.create(SMALL, by=by(2))
    vault.lock()
    assert opens(tmp_path / "v", OTHERS) == "wrong_passphrase"
    assert opens(tmp_path / "v", PASSPHRASE) == ""
    assert opens(tmp_path / "v", code) == ""
    with pytest.raises(ProblemForPerson) as caught:
        Database(database_path(tmp_path / "v"), before.reveal())
    assert caught.value.code == "vault_damaged"


def test_an_old_keys_file_with_the_removed_way_in_does_not_open_the_new_database(
    tmp_path: Path,
) -> None:
    vault, colleague, _ = with_a_colleague(tmp_path / "v")
    vault.lock()
    kept = [path.read_bytes() for path in KeysOnDisk(tmp_path / "v").paths]
    vault = opened_patiently(tmp_path / "v")
    vault.rekey(without=colleague.person, proof=PASSPHRASE)
    vault.lock()
    for path, data in zip(KeysOnDisk(tmp_path / "v").paths, kept, strict=True):
        path.write_bytes(data)
    assert opens(tmp_path / "v", OTHERS) == "vault_damaged"


def test_no_page_under_the_old_key_is_left_on_the_disk(tmp_path: Path) -> None:
    vault, colleague, _ = with_a_colleague(tmp_path / "v")
    vault.lock()
    page, pages = 4096, database_path(tmp_path / "v").read_bytes()
    before = {pages[at : at + page] for at in range(0, len(pages), page)}
    vault = opened_patiently(tmp_path / "v")
    vault.rekey(without=colleague.person, proof=PASSPHRASE)
    pages = database_path(tmp_path / "v").read_bytes()
    assert not before & {pages[at : at + page] for at in range(0, len(pages), page)}
    assert (tmp_path / "v" / "vault.db-wal").stat().st_size == 0
    vault.lock()


def meddle(folder: Path, **changes: object) -> None:
    """Change what both keys files say, as anyone could."""
    for path in KeysOnDisk(folder).paths:
        path.write_bytes(meddled(path.read_bytes(), **changes))


def planted(folder: Path, private: PrivateKey) -> tuple[Slot, ...]:
    """Give the slots of a vault and one more, whose key pair is the planter's own."""
    slots = KeysOnDisk(folder).read()[0].content.slots
    facts = msgspec.structs.replace(slots[0].facts, id="planted", public_key=private.public())
    return (*slots, msgspec.structs.replace(slots[0], facts=facts))


def test_a_slot_that_somebody_planted_is_never_given_a_key(tmp_path: Path) -> None:
    vault, colleague, code = with_a_colleague(tmp_path / "v")
    vault.lock()
    theirs = PrivateKey.fresh()
    meddle(tmp_path / "v", slots=planted(tmp_path / "v", theirs))
    vault = opened_patiently(tmp_path / "v")
    assert [notice.code for notice in vault.notices] == ["keys_meddled"]
    new_code = vault.ways.renew_recovery_code()  # as the notice says
    vault.rekey(without=colleague.person, proof=PASSPHRASE)
    ids = {slot.facts.id for slot in vault.ways.content.slots}
    vault.lock()
    assert "planted" not in ids
    assert opens(tmp_path / "v", PASSPHRASE) == opens(tmp_path / "v", new_code) == ""
    assert opens(tmp_path / "v", code) == "wrong_recovery_code"


def test_re_keying_a_meddled_vault_gives_the_key_to_those_who_were_let_in_only(
    tmp_path: Path,
) -> None:
    vault, colleague, code = with_a_colleague(tmp_path / "v")
    third = f"{OTHERS} moss"
    vault.ways.add_passphrase(Staff("Nia Prowse"), third, cost=CHEAP)
    vault.lock()
    meddle(tmp_path / "v", slots=planted(tmp_path / "v", PrivateKey.fresh()))
    vault = opened_patiently(tmp_path / "v")
    vault.rekey(without=colleague.person, proof=PASSPHRASE)
    ids = {slot.facts.id for slot in vault.ways.content.slots}
    vault.lock()
    assert "planted" not in ids
    assert [opens(tmp_path / "v", one) for one in (PASSPHRASE, third, code)] == ["", "", ""]


def test_a_removed_way_in_that_is_put_back_into_the_file_is_never_given_a_key(
    tmp_path: Path,
) -> None:
    vault, colleague, _ = with_a_colleague(tmp_path / "v")
    copied = vault.ways.content.slots
    vault.rekey(without=colleague.person, proof=PASSPHRASE)
    vault.lock()
    theirs = [slot for slot in copied if slot.facts.whose == colleague.person]
    now = KeysOnDisk(tmp_path / "v").read()[0].content.slots
    meddle(tmp_path / "v", slots=(*now, *theirs))
    vault = opened_patiently(tmp_path / "v")
    vault.rekey(proof=PASSPHRASE)
    vault.lock()
    assert opens(tmp_path / "v", OTHERS) == "wrong_passphrase"


def test_a_meddled_keys_file_is_not_made_good_by_a_re_keying_that_never_was(
    tmp_path: Path,
) -> None:
    vault, _, _ = with_a_colleague(tmp_path / "v")
    vault.lock()
    meddle(tmp_path / "v", former=bytes(60), anchor=None)
    for _ in range(2):
        vault = opened_patiently(tmp_path / "v")
        assert [notice.code for notice in vault.notices] == ["keys_meddled"]
        vault.lock()


def test_nobody_can_remove_themselves(tmp_path: Path) -> None:
    vault, _, _ = with_a_colleague(tmp_path / "v")
    with pytest.raises(ProblemForPerson) as caught:
        vault.rekey(without=vault.state.person, proof=PASSPHRASE)
    assert caught.value.code == "rekeying_needs_you"
    vault.lock()
    assert opens(tmp_path / "v", PASSPHRASE) == ""


def test_a_wrong_proof_changes_nothing(tmp_path: Path) -> None:
    vault, colleague, _ = with_a_colleague(tmp_path / "v")
    with pytest.raises(ProblemForPerson) as caught:
        vault.rekey(without=colleague.person, proof="not my passphrase")
    assert caught.value.code == "keys_unproved"
    vault.lock()
    assert opens(tmp_path / "v", OTHERS) == ""


class CutShortError(Exception):
    """The program ends here."""


@pytest.mark.parametrize("who", ["the others first", "the removed one first"])
@pytest.mark.parametrize("place", ["one copy", "both copies", "database", "settling"])
def test_cut_short_anywhere_it_is_finished_at_the_next_unlock(
    place: str, who: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, colleague, code = with_a_colleague(tmp_path / "v")
    folder, copy = tmp_path / "v", tmp_path / "as it was left"

    def cut_here() -> None:
        shutil.copytree(folder, copy)
        raise CutShortError

    def write(on_disk: KeysOnDisk, content: KeysFile, *args: object) -> None:
        if isinstance(content.former, bytes) and place == "one copy":
            shutil.copytree(folder, copy)
            real_write(on_disk, content, *args)
            shutil.copy(on_disk.paths[0], copy)
            raise CutShortError
        if not isinstance(content.former, bytes) and place == "settling":
            cut_here()
        real_write(on_disk, content, *args)

    def rekey(database: Database, key: bytes) -> None:
        if place == "both copies":
            cut_here()
        real_rekey(database, key)
        if place == "database":
            cut_here()

    real_write, real_rekey = KeysOnDisk.write, Database.rekey
    monkeypatch.setattr(KeysOnDisk, "write", write)
    monkeypatch.setattr(Database, "rekey", rekey)
    with pytest.raises(CutShortError):
        vault.rekey(without=colleague.person, proof=PASSPHRASE)
    monkeypatch.undo()
    vault.lock()
    if who == "the removed one first":
        assert opens(copy, OTHERS) == "wrong_passphrase"
    assert opens(copy, PASSPHRASE) == ""
    assert opens(copy, code) == ""
    assert opens(copy, OTHERS) == "wrong_passphrase"
    content = KeysOnDisk(copy).read()[0].content
    assert not isinstance(content.former, bytes)


def test_a_full_disk_half_way_leaves_a_vault_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, colleague, _ = with_a_colleague(tmp_path / "v")

    def refuse(_: Database, __: bytes) -> None:
        raise ProblemForPerson("The disk is full.", "Make room.", "disk_full")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "rekey", refuse)
        with pytest.raises(ProblemForPerson):
            vault.rekey(without=colleague.person, proof=PASSPHRASE)
    vault.referrals.destroy(SMALL.id, reason="to be written again", by=by(1))
    vault.referrals.create(SMALL, by=by(2))
    vault.lock()
    assert opens(tmp_path / "v", PASSPHRASE) == ""
    assert opens(tmp_path / "v", OTHERS) == "wrong_passphrase"


def test_one_of_two_people_is_tried_by_name(tmp_path: Path) -> None:
    vault, colleague, _ = with_a_colleague(tmp_path / "v")
    vault.lock()
    clock = SteppingClock()
    opened = open_vault(tmp_path / "v", OTHERS, clock=clock, whose=colleague.name)
    assert (opened.state.name, opened.state.person) == (colleague.name, colleague.person)
    opened.lock()
    with pytest.raises(ProblemForPerson) as caught:
        open_vault(tmp_path / "v", PASSPHRASE, clock=clock, whose=colleague.name)
    assert caught.value.code == "wrong_passphrase"


def test_two_of_one_name_are_refused(tmp_path: Path) -> None:
    vault, colleague, _ = with_a_colleague(tmp_path / "v")
    with pytest.raises(ProblemForPerson) as caught:
        vault.ways.add_passphrase(Staff(colleague.name.upper()), "marble kite fern", cost=CHEAP)
    assert caught.value.code == "staff_twice"
    vault.lock()


def test_a_slot_is_made_newer_and_dearer_at_an_unlock(tmp_path: Path) -> None:
    vault, _, _ = with_a_colleague(tmp_path / "v")
    person = vault.state.person
    vault.ways.change_passphrase(PASSPHRASE, cost=calibrate.LEAST)
    opening._renew(vault.ways, PASSPHRASE, took_s=0.1)
    way = vault.ways.slot.facts.way
    assert isinstance(way, PassphraseWay)
    assert way.cost.memory_kib == 96 * 1024
    assert vault.state.person == person
    vault.lock()
    assert opens(tmp_path / "v", PASSPHRASE) == ""
    assert opens(tmp_path / "v", OTHERS) == ""


def test_a_vault_of_the_first_format_is_brought_to_today_and_can_be_re_keyed(
    tmp_path: Path,
) -> None:
    folder = Path(shutil.copytree(VAULTS / "schema-1", tmp_path / "v"))
    opened_patiently(folder).lock()
    opened = open_vault(folder, PASSPHRASE, clock=SteppingClock(), renews=True)
    assert opened.ways.slot.can_be_carried
    colleague = opened.ways.add_passphrase(Staff("Idris Calloway"), OTHERS, cost=CHEAP)
    opened.rekey(proof=PASSPHRASE)
    sheet = opened.ways.renew_recovery_code()
    opened.rekey(without=colleague.person, proof=PASSPHRASE)
    opened.lock()
    for secret in (PASSPHRASE, sheet):
        again = opened_patiently(folder, secret)
        assert again.notices == ()
        assert again.verify().faults == ()
        again.lock()


def test_a_paper_from_before_a_removal_still_fits_the_vault(tmp_path: Path) -> None:
    vault, colleague, _ = with_a_colleague(tmp_path / "v")
    paper = head_code.code_of(vault.committed_head)
    vault.rekey(without=colleague.person, proof=PASSPHRASE)
    vault.referrals.create(built.typical(), by=by(3))
    assert vault.contradicts(paper) is None
    vault.lock()
