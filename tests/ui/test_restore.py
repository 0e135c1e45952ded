"""Getting the vault back: what is found is told, one passphrase, every end in words."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.app.rescue import BackupSeen, Restored, Salvaged, Seen, VaultSeen
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import stopped
from ffd_desktop.vault import trouble
from tests.ui import around_kit as kit
from tests.ui.lanes import HandLane
from ui.destinations import ToLocked, ToWelcome
from ui.screens.restore.screen import RestoreScreen

VAULT = VaultSeen(is_there=True, folder=Path("/v"), records=86, can_be_rescued=True)
GOOD = BackupSeen(Path("/b/1"), kit.FRIDAY - timedelta(days=1), 74, is_good=True, is_ours=True)
OTHER = BackupSeen(Path("/b/2"), kit.FRIDAY - timedelta(days=40), 5, is_ours=False)
ASIDE = BackupSeen(Path("/a"), kit.FRIDAY - timedelta(days=3), 90, is_aside=True, is_ours=True)


class Report(msgspec.Struct):
    referrals: int = 3
    records: int = 74


class Rescue:
    """Finds what it is told, and meets what it is told."""

    def __init__(self) -> None:
        self.seen = Seen(VAULT, (Path("/b"),), (GOOD, OTHER, ASIDE))
        self.asked: list[object] = []
        self.meets: ProblemForPerson | None = None
        self.keys_only = False

    def look(self, place):
        self.asked.append(place)
        return self.seen

    def restore(self, source, typed, progress):
        self.asked.append((source, typed))
        if progress.is_stopped():
            raise stopped()
        if self.meets is not None:
            raise self.meets
        aside = None if self.keys_only else Path("/v-set-aside-1")
        return Restored(source, Report(), aside, is_keys_only=self.keys_only)

    def salvage(self, source, typed, progress):
        self.asked.append((source, typed, "rescue"))
        if self.meets is not None:
            raise self.meets
        return Salvaged(100, 4, 1, 7, 1, 2, aside=Path("/v-set-aside-1"))


@pytest.fixture
def rescue() -> Rescue:
    return Rescue()


@pytest.fixture
def lane() -> HandLane:
    return HandLane()


@pytest.fixture
def screen(qtbot, rescue, lane) -> RestoreScreen:
    made = RestoreScreen(
        rescue=rescue,
        lane=lane,
        clock=kit.HandClock(),
        has_vault=True,
        choose_folder=lambda _, chosen: chosen(Path("/stick")),
    )
    kit.show(qtbot, made)
    lane.run()
    return made


def notes(screen: RestoreScreen) -> list[str]:
    return [choice.note for choice in screen.radios.values()]


def chosen(screen: RestoreScreen) -> str:
    return next(choice.title for radio, choice in screen.radios.items() if radio.isChecked())


def ask(screen: RestoreScreen, typed: str = "teapot velvet canal") -> None:
    screen.secret.line.setText(typed)
    screen.put_button.click()


def test_the_newest_good_one_is_chosen_and_each_says_what_would_be_missing(screen):
    assert chosen(screen) == "Backup: yesterday, 19 November 2026, 14:30"
    first, other, aside, rescued = notes(screen)
    assert "74 records. Proved good. The vault in use has 12 more" in first
    assert other.startswith("Of another vault.")
    assert "more" not in other
    assert "That is 4 more than the vault in use has." in aside
    assert "not touched" in rescued


def test_a_folder_of_choice_is_looked_in_too(screen, rescue, lane):
    screen.elsewhere.click()
    lane.run()
    assert rescue.asked == [None, Path("/stick")]


def test_nothing_typed_is_asked_for_and_nothing_is_begun(screen, rescue, lane):
    ask(screen, "")
    assert screen.asked.slip_words() == ("Enter the passphrase of that time, or the recovery code.")
    assert lane.jobs == []


def test_it_shows_how_far_it_is_then_what_was_done_and_where_the_old_vault_is(screen, lane):
    ask(screen)
    lane.move(430, 1000, "Copying the backup")
    assert screen.working.words.text() == "Copying the backup"
    assert screen.working.bar.value() == 43
    assert not screen.put_button.isEnabled()
    lane.run()
    assert screen.done_heading.text() == "The backup is back"
    assert "3 referrals and 74 records" in screen.done_lines.text()
    assert str(Path("/v-set-aside-1")) in screen.done_lines.text()
    assert screen.secret.text() == ""


def test_afterwards_the_way_leads_to_the_locked_screen(qtbot, screen, lane):
    ask(screen)
    lane.run()
    with qtbot.waitSignal(screen.go) as went:
        screen.open.click()
    assert went.args == [ToLocked()]


def test_when_only_the_keys_were_lost_it_says_that_nothing_is(screen, rescue, lane):
    rescue.keys_only = True
    ask(screen)
    lane.run()
    assert screen.done_heading.text() == "The keys are back, and nothing is lost"
    assert "set aside" not in screen.done_lines.text()


def test_stopping_says_that_nothing_was_changed(screen, lane):
    ask(screen)
    screen.working.stop.click()
    assert screen.working.words.text() == "Stopping…"
    lane.move(500, 1000, "late news")
    assert screen.working.words.text() == "Stopping…"
    lane.run()
    assert screen.banner.heading.text() == "Stopped. Nothing was changed."
    assert screen.put_button.isEnabled()


def test_leaving_stops_what_is_being_done(screen, rescue, lane):
    ask(screen)
    left = []
    screen.leave(lambda: left.append(1))
    lane.run()
    assert left == [1]
    assert screen.done_heading.text() == ""


def test_a_wrong_passphrase_is_told_and_stays_marked(screen, rescue, lane):
    rescue.meets = trouble.backup_not_opened(is_code=False)
    ask(screen)
    lane.run()
    assert "does not open this backup" in screen.banner.what.text()
    assert "does not open this backup" in screen.asked.slip_words()
    assert screen.secret.line.hasSelectedText()


def test_a_backup_that_is_not_whole_says_so_and_can_be_rescued(screen, rescue, lane):
    rescue.meets = trouble.backup_not_good()
    ask(screen)
    lane.run()
    assert "The backup is not whole" in screen.banner.what.text()
    assert "Not whole: it was tried just now." in notes(screen)[0]
    titles = [choice.title for choice in screen.radios.values()]
    assert "What the backup of yesterday, 19 November 2026, 14:30 still holds" in titles


def test_rescuing_is_honest_about_what_was_not_recovered(screen, rescue, lane):
    list(screen.radios)[-1].setChecked(True)
    ask(screen)
    lane.run()
    assert rescue.asked[-1] == (Path("/v"), "teapot velvet canal", "rescue")
    said = screen.done_lines.text()
    assert screen.done_heading.text() == "1 referral is rescued"
    for words in ("4 of 100 pages", "7 records could not be recovered", "2 changes", "roll"):
        assert words in said


@pytest.mark.parametrize(
    ("vault", "words"),
    [
        (VaultSeen(is_there=False, folder=Path("/v")), "There is no vault in its folder."),
        (
            VaultSeen(is_there=True, folder=Path("/v"), are_keys_lost=True),
            "its keys are lost or damaged",
        ),
        (VaultSeen(is_there=True, folder=Path("/v")), "cannot be told without opening it"),
    ],
)
def test_it_says_what_stands_there_as_far_as_that_can_be_told(screen, rescue, lane, vault, words):
    rescue.seen = Seen(vault, (), ())
    screen.entered()
    lane.run()
    assert words in screen.vault.text()
    assert screen.places.text() == "This computer does not remember a folder of backups."
    assert not screen.put_button.isVisible()


def test_without_a_vault_the_way_back_is_the_first_screen(qtbot, rescue, lane):
    made = RestoreScreen(
        rescue=rescue,
        lane=lane,
        clock=kit.HandClock(),
        has_vault=False,
        choose_folder=lambda *_: None,
    )
    kit.show(qtbot, made)
    with qtbot.waitSignal(made.go) as went:
        made.back.click()
    assert went.args == [ToWelcome()]


def test_every_control_has_a_name(screen):
    kit.assert_all_named(screen)
