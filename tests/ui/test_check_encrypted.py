"""Saving an encrypted PDF from the check screen: its passphrase is shown, copied and forgotten."""

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication

from ffd_desktop.councils.bundled import bundled_pack
from tests.builders import referrals
from tests.ui.draft_kit import RealPapers, TestClock
from tests.ui.lanes import HandLane
from ui.screens.check.screen import CheckScreen, CheckTools

PACK = bundled_pack("worcestershire")


@pytest.fixture
def screen(qtbot):
    clock, lane = TestClock(), HandLane()
    papers = RealPapers(PACK, clock)
    tools = CheckTools(
        pack=PACK,
        form=PACK.form("csc"),
        clock=clock,
        papers=papers,
        work_lane=lane,
        vault_lane=lane,
    )
    made = CheckScreen(referrals.small(), tools)
    made.lane = lane
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.entered()
    lane.run()
    return made


def save(screen, target):
    screen.encrypted_button.click()
    dialog = screen.papers.dialog
    (chosen,) = dialog.selectedFiles()
    dialog.fileSelected.emit(str(target))
    dialog.close()
    screen.lane.run()
    return chosen.rsplit("/", 1)[-1]


def shown(screen):
    said = screen.telling.code.accessibleName().removeprefix("Passphrase: ")
    return said.replace(" ", "").replace(";", "")


def copied(qtbot, screen):
    with qtbot.waitSignal(screen.copies) as told:
        screen.telling.copy.click()
    return told.args[0]


def test_the_file_opens_with_what_is_shown_on_the_page(screen, tmp_path, qtbot):
    target = tmp_path / "x.pdf"
    assert save(screen, target) == "FFD-2026-0001-encrypted.pdf"
    assert screen.telling.isVisible()
    assert "x.pdf" in screen.telling.heading.text()
    with pikepdf.open(target, password=shown(screen)) as pdf:
        assert len(pdf.pages) > 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    assert copied(qtbot, screen) == shown(screen)


def test_nothing_is_shown_until_the_file_is_written(screen, tmp_path):
    assert save(screen, tmp_path / "no such folder" / "x.pdf")
    assert screen.telling.isHidden()
    assert screen.trouble.isVisible()


def test_a_lock_keeps_the_passphrase_nowhere(screen, tmp_path):
    save(screen, tmp_path / "x.pdf")
    assert shown(screen) not in str(screen.half_typed())


def test_put_away_it_is_gone(screen, tmp_path):
    save(screen, tmp_path / "x.pdf")
    screen.telling.away.click()
    assert screen.telling.isHidden()
    assert shown(screen) == ""


def test_each_file_has_a_passphrase_of_its_own(screen, tmp_path):
    save(screen, tmp_path / "x.pdf")
    first = shown(screen)
    save(screen, tmp_path / "y.pdf")
    assert shown(screen) != first


def test_it_is_in_sight_and_the_keyboard_is_on_it(screen, tmp_path):
    save(screen, tmp_path / "x.pdf")
    QApplication.processEvents()
    assert not screen.telling.code.visibleRegion().isEmpty()
    assert screen.focusWidget() is screen.telling.copy


def test_a_family_copy_is_encrypted_under_its_own_name(screen, tmp_path):
    screen.for_whom.family.setChecked(True)
    screen.lane.run()
    assert save(screen, tmp_path / "x.pdf") == "FFD-2026-0001-family-encrypted.pdf"
