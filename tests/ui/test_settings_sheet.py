"""The recovery sheet in Settings: its state, a new one, two groups typed back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.vault import trouble
from ffd_desktop.vault.recovery import RecoveryCode
from tests.ui import around_kit as kit
from tests.ui.test_settings import OLD, BackupKeeper, Locksmith, Wardrobe
from tests.ui.test_setup import Papers
from ui.screens.settings.screen import SettingsScreen
from ui.screens.settings.sheet_part import PROVED, UNPROVED, SheetPart
from ui.widgets.passphrase_box import PassphraseBox

CODE = RecoveryCode("7RG69307GXZD7E2YCT3DEG8MG")


class Keeper:
    """Knows one passphrase."""

    def __init__(self) -> None:
        self.proved = False

    def is_proved(self):
        return self.proved

    def renew(self, passphrase):
        if passphrase != OLD:
            raise trouble.wrong_passphrase()
        self.proved = False
        return CODE

    def sheet(self, code):
        return f"%PDF {code}".encode()

    def note_typed_back(self):
        self.proved = True


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def papers() -> Papers:
    return Papers()


@pytest.fixture
def part(qtbot, keeper, papers) -> SheetPart:
    made = SheetPart(keeper, kit.PromptLane(), papers, asks_old=True)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.presenter.look_up()
    return made


def make_a_new_one(qtbot, part, passphrase=OLD) -> None:
    part.old.line.setText(passphrase)
    qtbot.keyClick(part.make, Qt.Key.Key_Return)


def type_back(qtbot, part, *texts) -> None:
    for line, text in zip(part.lines, texts, strict=True):
        line.setText(text)
    qtbot.keyClick(part.lines[1], Qt.Key.Key_Return)


def groups_asked(part) -> list[str]:
    return [CODE.groups()[at].lower() for at in part.presenter._asked]


def test_it_says_whether_the_code_was_typed_back(part, keeper):
    assert part.state.text() == UNPROVED
    keeper.proved = True
    part.presenter.look_up()
    assert part.state.text() == PROVED


def test_a_new_sheet_is_printed_and_typed_back(qtbot, part, keeper, papers):
    make_a_new_one(qtbot, part)
    assert part.fresh.isVisible()
    assert part.old.text() == ""
    assert "7 R G 6 9" in part.code.accessibleName()
    assert QApplication.focusWidget() is part.print_button
    qtbot.keyClick(part.print_button, Qt.Key.Key_Return)
    qtbot.keyClick(part.save_button, Qt.Key.Key_Return)
    assert papers.printed == papers.saved == [f"%PDF {CODE}".encode()]
    with qtbot.waitSignal(part.done):
        type_back(qtbot, part, *groups_asked(part))
    assert keeper.proved
    assert not part.fresh.isVisible()
    assert part.presenter.code is None
    assert part.state.text() == PROVED


def test_a_slip_is_told_at_its_box_and_nothing_is_proved(qtbot, part, keeper):
    make_a_new_one(qtbot, part)
    first, _ = groups_asked(part)
    type_back(qtbot, part, first, "AAAAA")
    assert part.questions[0].slip_words() == ""
    assert "as it stands on the sheet" in part.questions[1].slip_words()
    assert QApplication.focusWidget() is part.lines[1]
    assert not keeper.proved
    assert part.fresh.isVisible()


def test_a_wrong_passphrase_makes_no_new_sheet(qtbot, part):
    with qtbot.waitSignal(part.failed) as failed:
        make_a_new_one(qtbot, part, "not mine")
    assert failed.args[0].code == "wrong_passphrase"
    assert not part.fresh.isVisible()


def test_whoever_comes_for_a_new_sheet_stands_where_it_begins(part):
    part.start()
    assert QApplication.focusWidget() is part.old.line


def test_a_lock_keeps_no_passphrase_and_no_group_of_a_code(qtbot, part, keeper):
    make_a_new_one(qtbot, part)
    screen = SettingsScreen(
        desk=kit.desk(),
        pack=kit.pack(),
        lane=kit.PromptLane(),
        wardrobe=Wardrobe(),
        locksmith=Locksmith(),
        backups=BackupKeeper(),
        lock_after=lambda _: None,
        sheet=part,
    )
    kit.show(qtbot, screen)
    for line in (*(box.line for box in screen.findChildren(PassphraseBox)), *part.lines):
        line.setText("secret")
    assert screen.half_typed() == {}
    screen.you.lines["staff_name"].setText("Wren Ashdown")
    assert screen.half_typed() == {"staff_name": "Wren Ashdown"}
