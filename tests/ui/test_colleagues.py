"""The screen about colleagues: let in, renamed, removed; each by keyboard, each in plain words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.app.colleagues import Colleague, Staffroom
from ffd_desktop.vault import trouble
from ffd_desktop.vault.passphrase import judge
from tests.ui import around_kit as kit
from ui.destinations import ToSettings
from ui.screens.colleagues.screen import ColleaguesScreen

MINE, THEIRS = "kettle violin moss", "lantern gravel tulip"
ME = Colleague("p1", "Rhiannon Tanglewood", "dsl", "2026-11-20T09:00:00+00:00", is_me=True)
IDRIS = Colleague("p2", "Idris Calloway", "deputy", "2026-11-21T09:00:00+00:00")
ROLES = {"dsl": "Designated safeguarding lead", "deputy": "Deputy"}


class Colleagues:
    """Two people in memory, one passphrase that is right."""

    def __init__(self) -> None:
        self.people = [ME, IDRIS]
        self.has_sheet = True
        self.by_sheet = False
        self.folder = "/media/share"
        self.told_of = None

    def look_in(self):
        return Staffroom(tuple(self.people), has_sheet=self.has_sheet, by_sheet=self.by_sheet)

    def backup_folder(self):
        return self.folder

    def judge(self, passphrase, name):
        return judge(passphrase, common=frozenset(), about=(name,))

    def add(self, name, role, passphrase):
        if any(one.name == name for one in self.people):
            raise trouble.staff_twice()
        self.people.append(Colleague("p3", name, role, "2026-11-22T09:00:00+00:00"))

    def rename(self, name, role, passphrase):
        if passphrase != MINE:
            raise trouble.wrong_passphrase()
        self.people[0] = Colleague("p1", name, role, ME.since, is_me=True)

    def remove(self, person, secret, told_of):
        if secret != MINE:
            raise trouble.wrong_passphrase()
        self.told_of = told_of
        self.people = [one for one in self.people if one.person != person]


@pytest.fixture
def people() -> Colleagues:
    return Colleagues()


@pytest.fixture
def screen(qtbot, people) -> ColleaguesScreen:
    return shown(qtbot, people)


def shown(qtbot, people) -> ColleaguesScreen:
    made = ColleaguesScreen(colleagues=people, roles=ROLES, lane=kit.PromptLane())
    return kit.show(qtbot, made)


def type_in(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def names(screen) -> list[str]:
    return [card.name.text() for card in screen.people.cards.values()]


def press(qtbot, button) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Return)


def test_each_is_listed_with_role_and_since_when(screen):
    assert names(screen) == ["Rhiannon Tanglewood", "Idris Calloway"]
    facts = screen.people.cards["p2"].facts.text()
    assert facts == "Deputy\nPassphrase set on 21 November 2026"


def let_in(qtbot, screen, name: str, passphrase: str, again: str) -> None:
    type_in(qtbot, screen.adding.name, name)
    type_in(qtbot, screen.adding.passphrase.new.line, passphrase)
    type_in(qtbot, screen.adding.passphrase.again.line, again)
    qtbot.keyClick(screen.adding.passphrase.again.line, Qt.Key.Key_Return)


def test_a_colleague_is_let_in_and_the_boxes_forget(qtbot, screen):
    let_in(qtbot, screen, "Wren Ashdown", THEIRS, THEIRS)
    assert names(screen)[-1] == "Wren Ashdown"
    assert "Wren Ashdown can open the vault now" in screen.banner.spoken()
    assert screen.adding.passphrase.text() == screen.adding.name.text() == ""


def test_a_passphrase_can_be_pasted(qtbot, screen):
    QApplication.clipboard().setText(THEIRS)
    type_in(qtbot, screen.adding.name, "Wren Ashdown")
    for box in (screen.adding.passphrase.new, screen.adding.passphrase.again):
        box.line.setFocus()
        qtbot.keyClick(box.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, screen.adding.button)
    assert names(screen)[-1] == "Wren Ashdown"


@pytest.mark.parametrize(
    ("name", "passphrase", "again"),
    [
        ("", THEIRS, THEIRS),
        ("Wren Ashdown", "", ""),
        ("Wren Ashdown", "short", "short"),
        ("Wren Ashdown", "Wren Ashdown", "Wren Ashdown"),
        ("Wren Ashdown", THEIRS, THEIRS + "x"),
        ("Idris Calloway", THEIRS, THEIRS),
    ],
)
def test_what_is_not_good_lets_nobody_in(qtbot, screen, people, name, passphrase, again):
    let_in(qtbot, screen, name, passphrase, again)
    assert len(people.people) == 2


def test_strength_is_said_while_it_is_typed(qtbot, screen):
    type_in(qtbot, screen.adding.passphrase.new.line, "short")
    assert "Too short" in screen.adding.passphrase.strength.text()


def test_removing_says_what_it_does_and_where_the_backups_are(qtbot, screen, people):
    press(qtbot, screen.people.cards["p2"].button)
    panel = screen.removing
    assert QApplication.focusWidget() is panel.secret.line
    assert "The vault gets another key" in panel.does.text()
    assert "/media/share" in panel.backups.text()
    qtbot.keyClicks(panel.secret.line, MINE)
    qtbot.keyClick(panel.secret.line, Qt.Key.Key_Return)
    assert names(screen) == ["Rhiannon Tanglewood"]
    assert "can no longer open the vault" in screen.banner.spoken()
    assert not panel.isVisible()
    assert panel.secret.text() == ""


def test_a_wrong_passphrase_removes_nobody(qtbot, screen, people):
    press(qtbot, screen.people.cards["p2"].button)
    qtbot.keyClicks(screen.removing.secret.line, THEIRS)
    press(qtbot, screen.removing.button)
    assert len(people.people) == 2
    assert "does not open it" in screen.banner.spoken()
    assert "does not open it" in screen.removing.secret.accessibleDescription()
    assert QApplication.focusWidget() is screen.removing.secret.line


def test_drafts_that_only_they_read_are_told_and_agreed_to(qtbot, people):
    people.people[1] = Colleague("p2", "Idris Calloway", "", "", leaves=("FFD-2026-0007",))
    screen = shown(qtbot, people)
    press(qtbot, screen.people.cards["p2"].button)
    panel = screen.removing
    assert "1 restricted referral: FFD-2026-0007" in panel.left.text()
    qtbot.keyClicks(panel.secret.line, MINE)
    press(qtbot, panel.button)
    assert len(people.people) == 2
    assert QApplication.focusWidget() is panel.knows
    qtbot.keyClick(panel.knows, Qt.Key.Key_Space)
    press(qtbot, panel.button)
    assert people.told_of == ("FFD-2026-0007",)
    assert len(people.people) == 1


def test_escape_leaves_everybody(qtbot, screen, people):
    press(qtbot, screen.people.cards["p2"].button)
    qtbot.keyClicks(screen.removing.secret.line, MINE)
    qtbot.keyClick(screen.removing.secret.line, Qt.Key.Key_Escape)
    assert not screen.removing.isVisible()
    assert screen.removing.secret.text() == ""
    assert len(people.people) == 2


def test_a_sheet_that_fell_away_is_offered_anew_at_once(qtbot, screen, people):
    people.has_sheet = False
    press(qtbot, screen.people.cards["p2"].button)
    qtbot.keyClicks(screen.removing.secret.line, MINE)
    press(qtbot, screen.removing.button)
    assert screen.no_sheet.isVisible()
    assert QApplication.focusWidget() is screen.new_sheet
    with qtbot.waitSignal(screen.go) as left:
        press(qtbot, screen.new_sheet)
    assert left.args == [ToSettings(at_sheet=True)]


def test_another_name_needs_the_passphrase(qtbot, screen, people):
    press(qtbot, screen.people.cards["p1"].button)
    part = screen.renaming
    assert part.name.text() == "Rhiannon Tanglewood"
    assert part.role.role() == "dsl"
    type_in(qtbot, part.name, "Rhiannon Calloway")
    press(qtbot, part.button)
    assert QApplication.focusWidget() is part.passphrase.line
    qtbot.keyClicks(part.passphrase.line, MINE)
    qtbot.keyClick(part.passphrase.line, Qt.Key.Key_Return)
    assert names(screen)[0] == "Rhiannon Calloway"
    assert not part.isVisible()


def test_the_recovery_code_is_asked_for_where_it_opened_the_vault(qtbot, people):
    people.by_sheet = True
    people.people = [IDRIS]
    screen = shown(qtbot, people)
    assert "you see every referral" in screen.by_sheet.text()
    assert screen.by_sheet.isVisible()
    press(qtbot, screen.people.cards["p2"].button)
    assert QApplication.focusWidget() is screen.removing.code.line


def test_a_lock_keeps_the_name_and_no_passphrase(qtbot, screen):
    type_in(qtbot, screen.adding.name, "Wren Ashdown")
    type_in(qtbot, screen.adding.passphrase.new.line, THEIRS)
    typed = screen.half_typed()
    assert typed == {"name": "Wren Ashdown", "role": ""}
    screen.adding.forget()
    screen.put_back(typed)
    assert screen.adding.name.text() == "Wren Ashdown"


def test_a_lock_keeps_ones_own_new_name_and_no_passphrase(qtbot, screen, people):
    press(qtbot, screen.people.cards["p1"].button)
    type_in(qtbot, screen.renaming.name, "Rhiannon Calloway")
    type_in(qtbot, screen.renaming.passphrase.line, MINE)
    typed = screen.half_typed()
    assert typed == {"my_name": "Rhiannon Calloway", "my_role": "dsl"}
    again = shown(qtbot, people)
    again.put_back(typed)
    assert again.renaming.isVisible()
    assert again.renaming.name.text() == "Rhiannon Calloway"
    assert again.renaming.passphrase.text() == ""
    assert again.half_typed() == typed


def test_a_removal_that_was_half_agreed_to_is_not_kept(qtbot, screen):
    press(qtbot, screen.people.cards["p2"].button)
    type_in(qtbot, screen.removing.secret.line, MINE)
    assert screen.half_typed() == {}


def test_the_way_back_has_the_focus_and_works(qtbot, screen):
    assert QApplication.focusWidget() is screen.to_settings
    with qtbot.waitSignal(screen.go) as left:
        press(qtbot, screen.to_settings)
    assert left.args == [ToSettings()]


def test_every_control_has_a_name(qtbot, screen):
    press(qtbot, screen.people.cards["p2"].button)
    kit.assert_all_named(screen)
    press(qtbot, screen.people.cards["p1"].button)
    kit.assert_all_named(screen)
