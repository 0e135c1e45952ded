"""Setting up: by keyboard alone, nothing typed is lost, the sheet is typed back before going on."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.app.office_details import office_details
from ffd_desktop.app.recovery_proof import is_proved, note
from ffd_desktop.app.where import Place
from ffd_desktop.councils.checked import DetailKind
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.passphrase import judge
from ffd_desktop.vault.recovery import RecoveryCode
from tests.ui import around_kit as kit
from tests.ui.lanes import HandLane
from ui.destinations import ToRoll, ToWelcome
from ui.screens.setup.answers import dfe_number
from ui.screens.setup.screen import SetUpScreen
from ui.screens.setup.wizard import Step

GOOD = "teapot velvet canal"
GOOD_PLACE = Place(Path("usual"), Path("usual"))
CODE = RecoveryCode("7RG69307GXZD7E2YCT3DEG8MG")


class Maker:
    """Makes a vault of fakes, or fails as a full disk would."""

    def __init__(self) -> None:
        self.wishes = []
        self.fails = False
        self.desk = kit.desk()
        self.places = []
        self.settled = []

    def judge_passphrase(self, text, about):
        return judge(text, common=frozenset(), about=about)

    def create(self, wishes):
        self.wishes.append(wishes)
        if self.fails:
            raise ProblemForPerson("The disk is full.", "Make room.", "disk_full")
        return self.desk, CODE

    def place(self):
        return self.places.pop(0) if self.places else GOOD_PLACE

    def settle_in(self, folder):
        self.settled.append(folder)
        return self.place()

    def note_typed_back(self, desk):
        note(desk)

    def recovery_sheet(self, code):
        return f"%PDF {code}".encode()


class Papers:
    """Keeps what was printed and saved."""

    def __init__(self) -> None:
        self.printed, self.saved = [], []

    def print_pdf(self, _over, pdf, told):
        self.printed.append(pdf)
        told("Printed.")

    def save_pdf(self, _over, pdf, told):
        self.saved.append(pdf)
        told("Saved.")


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def papers() -> Papers:
    return Papers()


def shown(qtbot, maker, papers, lane=None) -> SetUpScreen:
    screen = SetUpScreen(
        maker=maker,
        packs={"worcestershire": kit.pack()},
        lane=lane or kit.PromptLane(),
        clock=kit.HandClock(),
        papers=papers,
        choose_folder=lambda _over, chosen: chosen(Path("chosen")),
    )
    return kit.show(qtbot, screen)


@pytest.fixture
def screen(qtbot, maker, papers) -> SetUpScreen:
    return shown(qtbot, maker, papers)


def type_on(qtbot, text: str = "") -> None:
    """Type into what has the focus, then press Enter."""
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def step(screen) -> Step:
    return screen._presenter.wizard.step


def to_passphrase(qtbot, screen) -> None:
    for text in ("Larkrise School", "885/0000", "Orchard Rise, WR99 1AA", "01632 960123"):
        type_on(qtbot, text)
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    type_on(qtbot, "Rhiannon Tanglewood")
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)


def to_sheet(qtbot, screen) -> None:
    to_passphrase(qtbot, screen)
    type_on(qtbot, GOOD)
    type_on(qtbot, GOOD)


def type_back(qtbot, screen) -> None:
    first, second = screen._presenter.wizard.asked
    screen.recovery.lines[0].setFocus()
    type_on(qtbot, CODE.groups()[first].lower())
    type_on(qtbot, CODE.groups()[second])


def test_the_whole_way_is_walked_by_keyboard(qtbot, screen, maker):
    to_sheet(qtbot, screen)
    assert screen.progress.text() == "Step 5 of 7"
    type_back(qtbot, screen)
    assert step(screen) is Step.NUMBERS
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    left = []
    screen.opened.connect(left.append)
    screen.go.connect(left.append)
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert left == [maker.desk, ToRoll()]
    (wishes,) = maker.wishes
    assert wishes.passphrase == GOOD
    assert wishes.profile.school_name == "Larkrise School"
    assert (wishes.profile.la_code, wishes.profile.estab_code) == ("885", "0000")
    assert wishes.profile.council == "worcestershire"


def test_going_back_loses_nothing(qtbot, screen):
    to_passphrase(qtbot, screen)
    qtbot.keyClicks(screen.passphrase.passphrase.line, GOOD)
    for _ in range(3):
        qtbot.keyClick(screen.back, Qt.Key.Key_Return)
    assert step(screen) is Step.SCHOOL
    lines = screen.pages[Step.SCHOOL].lines
    assert lines["school_name"].text() == "Larkrise School"
    for _ in range(3):
        qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert screen.passphrase.passphrase.text() == GOOD


def test_back_from_the_first_page_leaves_to_the_welcome(qtbot, screen):
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.back, Qt.Key.Key_Return)
    assert left.args == [ToWelcome()]


def test_a_missing_name_is_said_at_its_box(qtbot, screen):
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    question = screen.pages[Step.SCHOOL].questions["school_name"]
    assert question.slip_words() == "Enter the school’s name."
    assert QApplication.focusWidget() is question.box


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("885/4000", ("885", "4000")),
        (" 8854000 ", ("885", "4000")),
        ("885 4000", ("885", "4000")),
        ("885", None),
        ("88/54000", None),
    ],
)
def test_a_dfe_number_is_read_as_people_write_it(typed, read):
    assert dfe_number(typed) == read


def test_the_strength_is_said_while_typing(qtbot, screen):
    to_passphrase(qtbot, screen)
    qtbot.keyClicks(QApplication.focusWidget(), "short")
    assert screen.passphrase.strength.text().startswith("Too short")
    qtbot.keyClicks(QApplication.focusWidget(), " but then longer")
    assert "trong" in screen.passphrase.strength.text()


@pytest.mark.parametrize(
    ("one", "other", "box"),
    [
        ("", "", "passphrase"),
        ("short", "short", "passphrase"),
        ("Larkrise School", "Larkrise School", "passphrase"),
        (GOOD, "teapot velvet", "again"),
    ],
)
def test_no_vault_is_made_with_a_weak_or_mistyped_passphrase(qtbot, screen, maker, one, other, box):
    to_passphrase(qtbot, screen)
    qtbot.keyClicks(screen.passphrase.passphrase.line, one)
    qtbot.keyClicks(screen.passphrase.again.line, other)
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert maker.wishes == []
    assert screen.passphrase.questions[box].slip_words()


def test_what_was_said_of_a_weak_passphrase_goes_with_the_next_letter(qtbot, screen):
    to_passphrase(qtbot, screen)
    page = screen.passphrase
    qtbot.keyClicks(page.passphrase.line, "short")
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert page.questions["passphrase"].slip_words()
    assert page.strength.isHidden()
    qtbot.keyClicks(page.passphrase.line, GOOD)
    assert not page.questions["passphrase"].slip_words()
    assert "trong" in page.strength.text()
    assert page.strength.isVisible()


def test_a_passphrase_that_is_shown_is_typed_once(qtbot, screen, maker):
    to_passphrase(qtbot, screen)
    qtbot.keyClick(screen.passphrase.passphrase.button, Qt.Key.Key_Space)
    assert not screen.passphrase.again.isVisible()
    screen.passphrase.passphrase.line.setFocus()
    type_on(qtbot, GOOD)
    assert len(maker.wishes) == 1


def test_the_passphrase_is_let_go_once_the_vault_is_made(qtbot, screen):
    to_sheet(qtbot, screen)
    assert screen._presenter.wizard.answers.passphrase == ""
    assert screen.passphrase.passphrase.text() == ""
    assert screen.passphrase.again.text() == ""


def test_making_the_vault_is_told_and_the_page_rests(qtbot, maker, papers):
    lane = HandLane()
    screen = shown(qtbot, maker, papers, lane)
    to_sheet(qtbot, screen)
    assert screen.working.text().startswith("Making the vault")
    assert not screen.on.isEnabled()
    lane.run()
    assert not screen.working.isVisible()
    assert step(screen) is Step.RECOVERY


def test_a_full_disk_is_told_and_everything_typed_is_still_there(qtbot, screen, maker):
    maker.fails = True
    to_sheet(qtbot, screen)
    assert "The disk is full" in screen.banner.spoken()
    assert screen.passphrase.passphrase.text() == GOOD
    maker.fails = False
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert step(screen) is Step.RECOVERY


def test_the_code_is_shown_printed_and_saved(qtbot, screen, papers):
    to_sheet(qtbot, screen)
    words = [label.text() for label in screen.recovery.code.findChildren(QLabel)]
    assert words == list(CODE.groups())
    qtbot.keyClick(screen.recovery.print_button, Qt.Key.Key_Return)
    qtbot.keyClick(screen.recovery.save_button, Qt.Key.Key_Return)
    assert papers.printed == papers.saved == [f"%PDF {CODE}".encode()]
    assert screen.recovery.delivered.text() == "Saved."


def test_the_sheet_must_be_typed_back_before_going_on(qtbot, screen, maker):
    to_sheet(qtbot, screen)
    screen.recovery.lines[0].setFocus()
    type_on(qtbot, "AAAAA")
    type_on(qtbot, "BBBBB")
    assert step(screen) is Step.RECOVERY
    assert screen.recovery.questions["first_back"].slip_words()
    assert not is_proved(maker.desk)
    for line in screen.recovery.lines:
        line.clear()
    type_back(qtbot, screen)
    assert step(screen) is Step.NUMBERS
    assert is_proved(maker.desk)


def test_a_made_vault_is_not_made_again_by_going_back(qtbot, screen, maker):
    to_sheet(qtbot, screen)
    assert not screen.back.isVisible()
    type_back(qtbot, screen)
    qtbot.keyClick(screen.back, Qt.Key.Key_Return)
    assert step(screen) is Step.RECOVERY
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert step(screen) is Step.NUMBERS
    assert len(maker.wishes) == 1


def test_a_corrected_number_is_kept_with_name_and_day(qtbot, screen, maker):
    to_sheet(qtbot, screen)
    type_back(qtbot, screen)
    retype(qtbot, row_of(screen, DetailKind.PHONE).box, "01632 960999")
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    kept = office_details(maker.desk, "worcestershire")["front_door"][DetailKind.PHONE]
    assert (kept.text, kept.by, kept.on) == (
        "01632 960999",
        "Rhiannon Tanglewood",
        date(2026, 11, 20),
    )
    assert step(screen) is Step.ROLL


def test_confirming_keeps_every_number_and_its_hours(qtbot, screen, maker):
    to_sheet(qtbot, screen)
    type_back(qtbot, screen)
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    kept = office_details(maker.desk, "worcestershire")
    assert {key: set(of) for key, of in kept.items()} == {
        "front_door": {DetailKind.PHONE, DetailKind.HOURS},
        "out_of_hours": {DetailKind.PHONE},
    }


def test_one_detail_is_confirmed_and_the_rest_is_left_for_later(qtbot, screen, maker):
    to_sheet(qtbot, screen)
    type_back(qtbot, screen)
    row = row_of(screen, DetailKind.HOURS)
    qtbot.keyClick(row.right, Qt.Key.Key_Return)
    assert step(screen) is Step.NUMBERS
    assert not row.right.isVisible()
    qtbot.keyClick(screen.later, Qt.Key.Key_Return)
    assert step(screen) is Step.ROLL
    kept = office_details(maker.desk, "worcestershire")
    assert {key: set(of) for key, of in kept.items()} == {"front_door": {DetailKind.HOURS}}


def test_a_correction_that_was_typed_is_kept_also_when_the_rest_waits(qtbot, screen, maker):
    to_sheet(qtbot, screen)
    type_back(qtbot, screen)
    retype(qtbot, row_of(screen, DetailKind.PHONE).box, "01632 960999")
    qtbot.keyClick(screen.later, Qt.Key.Key_Return)
    (kept,) = office_details(maker.desk, "worcestershire")["front_door"].values()
    assert kept.text == "01632 960999"


def row_of(screen, kind):
    return screen.numbers.form.row("front_door", kind)


def retype(qtbot, box, text: str) -> None:
    box.selectAll()
    qtbot.keyClicks(box, text)


def test_numbers_and_roll_can_wait(qtbot, screen, maker):
    to_sheet(qtbot, screen)
    type_back(qtbot, screen)
    qtbot.keyClick(screen.later, Qt.Key.Key_Return)
    assert office_details(maker.desk, "worcestershire") == {}
    with qtbot.assertNotEmitted(screen.go), qtbot.waitSignal(screen.opened):
        qtbot.keyClick(screen.later, Qt.Key.Key_Return)


def test_every_control_of_every_page_has_a_name(qtbot, screen):
    to_sheet(qtbot, screen)
    type_back(qtbot, screen)
    for page in screen.pages.values():
        page.show()
    kit.assert_all_named(screen)


def test_enter_goes_on_from_the_council_as_from_every_other_page(qtbot, screen):
    for text in ("Larkrise School", "885/0000", "Orchard Rise, WR99 1AA", "01632 960123"):
        type_on(qtbot, text)
    assert step(screen) is Step.COUNCIL
    assert QApplication.focusWidget() is screen.pages[Step.COUNCIL].first()
    type_on(qtbot)
    assert step(screen) is Step.YOU
