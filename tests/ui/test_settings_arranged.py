"""Settings on a computer for which IT support has arranged things."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from ffd_desktop.app.arranged import Arrangements
from ffd_desktop.app.program import Program
from tests.ui import around_kit as kit
from tests.ui.test_settings import BackupKeeper, Locksmith, Wardrobe
from ui.background import make_lanes
from ui.screens.settings.screen import SettingsScreen
from ui.shell.building import Builder

FILE = Path("/etc/xdg/ffd-desktop/config.toml")
ARRANGED = Arrangements(
    FILE,
    (f"{FILE}: there is no setting vault.folders.",),
    backup_folder=Path("/share/dsl"),
    longest_idle_minutes=10,
    quick_unlock=False,
)


def settings(qtbot, arranged) -> SettingsScreen:
    backups = BackupKeeper()
    backups.folder = str(arranged.backup_folder or "")
    screen = SettingsScreen(
        desk=kit.desk(),
        pack=kit.pack(),
        lane=kit.PromptLane(),
        wardrobe=Wardrobe(),
        locksmith=Locksmith(),
        backups=backups,
        lock_after=lambda _: None,
        arranged=arranged,
    )
    return kit.show(qtbot, screen)


def test_what_it_support_set_is_shown_with_their_file_and_its_mistakes(qtbot):
    screen = settings(qtbot, ARRANGED)
    words = [one.text() for one in screen.arranged.findChildren(QLabel)]
    assert words == [
        "Set by your IT support",
        "Backups go to /share/dsl.",
        "The vault locks after 10 minutes without a key press, or sooner.",
        "This computer’s keyring may not open the vault.",
        f"{FILE}: there is no setting vault.folders.",
        f"In the file {FILE}",
    ]
    assert screen.arranged.isVisible()


def test_what_they_set_cannot_be_set_otherwise_here(qtbot):
    screen = settings(qtbot, ARRANGED)
    minutes = screen.locking.minutes
    assert [minutes.itemData(at) for at in range(minutes.count())] == [1, 2, 5, 10]
    screen.locking.show_minutes(60)
    assert minutes.currentData() == 10
    assert screen.backups.where.text() == "Set by your IT support: /share/dsl"
    assert not screen.backups.button.isVisible()


def test_without_such_a_file_nothing_of_it_is_shown(qtbot):
    screen = settings(qtbot, Arrangements())
    assert not screen.arranged.isVisible()
    assert screen.backups.button.isVisible()
    assert screen.locking.minutes.itemData(screen.locking.minutes.count() - 1) == 60


@pytest.mark.parametrize(("longest", "minutes"), [(None, 60), (10, 10), (3, 3)])
def test_the_window_never_waits_longer_than_it_support_allows(qapp, tmp_path, longest, minutes):
    lanes = make_lanes(on_bug=lambda _: None)
    arranged = Arrangements(FILE, longest_idle_minutes=longest)
    builder = Builder(Program(folder=tmp_path / "v", arranged=arranged), lanes)
    try:
        builder.set_lock_after(60)
        assert builder.lock_after_minutes == minutes
    finally:
        lanes.close()
