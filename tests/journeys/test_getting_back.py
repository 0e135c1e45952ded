"""The vault is damaged for real; its person gets it back in the window, by keys alone."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.vault import head_code
from tests.builders import referrals as built
from tests.builders.backups import AFTER, BEFORE, STICK, back_up, first_written, write
from tests.builders.vaults import PASSPHRASE, reopened
from tests.journeys.conftest import Open
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker
from ui.widgets.choice import Radio

PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with one good backup, and something written after it."""
    computer = tmp_path / "computer"
    computer.mkdir()
    folder, place = computer / "vault", tmp_path / STICK
    place.mkdir()
    first_written(folder, place)
    back_up(folder, place, datetime(2026, 11, 20, 9, 0, tzinfo=SCHOOL_ZONE))
    write(folder, AFTER)
    return folder


def flip_pages(folder: Path, first: int) -> None:
    path = folder / "vault.db"
    data = bytearray(path.read_bytes())
    for at in range(first * PAGE + 60, len(data), PAGE):
        data[at] ^= 1
    path.write_bytes(bytes(data))


def try_to_open(walker: Walker) -> None:
    walker.stands_at("Passphrase").type(PASSPHRASE).enter()


def put_back(walker: Walker) -> None:
    walker.reads("Choose what to put back", "Backup: ")
    walker.tab_to("Passphrase of that time, or recovery code").type(PASSPHRASE).enter()


def notes(house: House) -> list[str]:
    """Give what is said of each thing that can be put back."""
    return [radio.accessibleDescription() for radio in house.shell.findChildren(Radio)]


def foot_of_a_page(folder: Path) -> str:
    """Give what stands at the foot of a page that is printed now."""
    vault = reopened(folder)
    printed = head_code.printed(vault.head)
    vault.lock()
    return printed


def has_words_and_takes_more(house: House, walker: Walker, words: str) -> None:
    """Open what is there, read it, and write new words that are kept."""
    walker.push("Open the vault").stands_at("Passphrase").type(PASSPHRASE).enter()
    walker.reads("FFD-").tab_to("Referrals on the shelf").enter().reads("Back to the shelf")
    assert house.builder.desk is not None
    desk = house.builder.desk
    found = house.on_lane(lambda: desk.open(built.typical().id))
    assert str(found.referral.concern.what_happened) == words
    walker.tab_to("Sections of this referral").row_to("Tell what happened").press(Key.Key_Tab)
    walker.ctrl(Key.Key_End).type(" And goes on.").reads("✓  Saved ")
    found = house.on_lane(lambda: desk.open(built.typical().id))
    assert "And goes on." in str(found.referral.concern.what_happened)
    assert house.on_lane(desk.vault.verify).is_sound


def test_a_vault_whose_first_pages_are_damaged_comes_back_from_its_backup(
    folder: Path, opens: Open
) -> None:
    flip_pages(folder, 0)
    damaged = (folder / "vault.db").read_bytes()
    house, walker = opens()
    try_to_open(walker)
    walker.reads("Part of the vault’s file is damaged").stands_at("Put a backup back").enter()
    walker.reads("Backup: ")
    (note, _) = notes(house)
    assert "Proved good. The vault in use has 61 more" in note
    put_back(walker)
    walker.reads("The backup is back", "is set aside, not deleted")
    (aside,) = folder.parent.glob("vault-set-aside-*")
    assert str(aside) in walker.shown()
    assert (aside / "vault.db").read_bytes() == damaged
    has_words_and_takes_more(house, walker, BEFORE)


def test_lost_keys_come_back_and_what_was_written_after_the_backup_is_there(
    folder: Path, opens: Open
) -> None:
    for name in ("vault.keys", "vault.keys.copy"):
        (folder / name).unlink()
    house, walker = opens()
    try_to_open(walker)
    walker.reads("its keys file").stands_at("Put a backup back").enter()
    walker.reads("its keys are lost or damaged")
    put_back(walker)
    walker.reads("The keys are back, and nothing is lost")
    has_words_and_takes_more(house, walker, AFTER)


def test_an_older_file_put_back_is_told_and_checked_and_can_be_replaced(
    folder: Path, opens: Open
) -> None:
    (made,) = (folder.parent.parent / STICK).iterdir()
    shutil.copy(made / "vault.db", folder / "vault.db")
    house, walker = opens()
    try_to_open(walker)
    walker.reads("This vault holds less, or other, than when it was last locked")
    walker.push("Check the vault").push("Check the vault now")
    walker.reads("Something is wrong with the vault", "records are missing", "Delete nothing")
    walker.push("Lock, and put a backup back …").reads("Nothing is deleted here")
    put_back(walker)
    walker.reads("The backup is back")
    has_words_and_takes_more(house, walker, BEFORE)


def test_a_vault_put_back_with_its_keys_is_told_by_the_foot_of_a_printed_page(
    folder: Path, opens: Open
) -> None:
    before = foot_of_a_page(folder)
    older = shutil.copytree(folder, folder.with_name("older"))
    write(folder, AFTER)
    foot = foot_of_a_page(folder)
    shutil.rmtree(folder)
    Path(older).rename(folder)
    _, walker = opens()
    try_to_open(walker)
    walker.reads("FFD-").reads_no("This vault holds less, or other")
    walker.push("Settings").push("The vault").reads("Does it fit what was printed?")
    walker.fill("Compare with the foot of a printed page", foot[:-1]).enter()
    walker.reads("the record’s number or code has a slip in it")
    walker.fill("Compare with the foot of a printed page", foot.lower()).enter()
    walker.reads("The vault contradicts this page", "An older copy was put in its place")
    walker.fill("Compare with the foot of a printed page", before).enter()
    walker.reads("The vault fits this page").reads_no("contradicts")


def test_a_lost_vault_comes_back_from_the_first_screen(folder: Path, opens: Open) -> None:
    shutil.rmtree(folder)
    house, walker = opens()
    walker.push("Put a backup back").reads("There is no vault in its folder")
    put_back(walker)
    walker.reads("The backup is back").reads_no("set aside, not deleted")
    has_words_and_takes_more(house, walker, BEFORE)


def test_without_a_good_backup_the_damaged_vault_is_rescued_and_told_honestly(
    folder: Path, opens: Open
) -> None:
    shutil.rmtree(folder.parent.parent / STICK)
    flip_pages(folder, (folder / "vault.db").stat().st_size // PAGE - 3)
    _, walker = opens()
    walker.push("Put a backup back").reads("There is no backup in")
    walker.tab_to("Passphrase of that time, or recovery code").type(PASSPHRASE).enter()
    walker.reads("1 referral is rescued", "pages could not be read", "is set aside, not deleted")
    walker.push("Open the vault").stands_at("Passphrase").type(PASSPHRASE).enter().reads("FFD-")


def test_a_wrong_passphrase_changes_nothing_and_can_be_typed_again(
    folder: Path, opens: Open
) -> None:
    before = (folder / "vault.db").read_bytes()
    _, walker = opens()
    walker.push("Put a backup back").reads("Choose what to put back")
    walker.tab_to("Passphrase of that time, or recovery code").type("another one").enter()
    walker.reads("That passphrase does not open this backup", "when it was made")
    assert (folder / "vault.db").read_bytes() == before
    walker.push("Back").reads("FFD Desktop is locked")
