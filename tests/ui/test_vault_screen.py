"""The vault's screen: a check that can be left and stopped; what was found, and what to do."""

import pytest
from PySide6.QtCore import QObject, Signal

from ffd_desktop.adapters.sqlcipher.verifying import FaultKind, VerifyReport
from ffd_desktop.app.checkups import Checked
from ffd_desktop.progress import stopped
from ffd_desktop.vault import head_code, trouble
from ffd_desktop.vault.keysfile import Anchor
from tests.ui import around_kit as kit
from ui.destinations import ToLocked, ToSettings
from ui.progress import Moved
from ui.screens.vault.screen import VaultScreen

SOUND = VerifyReport((), referrals=12, records=340, destroyed=0, pupils=0, pages=90)
AT = "2026-11-20T14:03:07.000Z"


def broken(*kinds: FaultKind) -> VerifyReport:
    return VerifyReport(
        ("The seal of page 7 does not hold.",),
        referrals=12,
        records=340,
        destroyed=0,
        pupils=0,
        pages=90,
        kinds=kinds,
    )


class Checks(QObject):
    """Checks that a test moves by hand."""

    moved = Signal(object)
    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_running = False
        self.stops = 0

    def start(self) -> None:
        self.is_running = True

    def stop(self) -> None:
        self.stops += 1


@pytest.fixture
def checks() -> Checks:
    return Checks()


def fits(_: object) -> None:
    """Whatever page it is, the vault fits it."""


def shown(qtbot, checks, last=None, *, compares=fits) -> VaultScreen:
    made = VaultScreen(
        checks=checks,
        last=lambda: last,
        compares=compares,
        lane=kit.PromptLane(),
        clock=kit.HandClock(),
    )
    checks.moved.connect(made.on_moved)
    checks.ended.connect(made.on_ended)
    return kit.show(qtbot, made)


@pytest.fixture
def screen(qtbot, checks) -> VaultScreen:
    return shown(qtbot, checks)


def test_a_vault_that_was_never_checked_says_so(screen):
    assert "not been checked" in screen.heading.text()


def test_the_last_check_is_remembered(qtbot, checks):
    screen = shown(qtbot, checks, Checked(SOUND, "Rhiannon Tanglewood", AT))
    assert screen.heading.text() == (
        "The vault is sound, checked today 14:03 by Rhiannon Tanglewood"
    )
    assert "340 records and 12 referrals" in screen.lines.text()
    assert not screen.steps.isVisible()


def test_it_moves_and_ends_with_what_was_found(screen, checks):
    screen.check.click()
    assert checks.is_running
    checks.moved.emit(Moved(310, 1000, "Checking each record"))
    assert (screen.working.words.text(), screen.working.bar.value()) == ("Checking each record", 31)
    checks.ended.emit(Checked(SOUND, "Rhiannon Tanglewood", AT))
    assert screen.working.isHidden()
    assert screen.heading.text().startswith("The vault is sound")


def test_stopping_is_told_and_the_next_check_moves_again(screen, checks):
    screen.check.click()
    screen.working.stop.click()
    assert (checks.stops, screen.working.words.text()) == (1, "Stopping…")
    checks.moved.emit(Moved(310, 1000, "late"))
    assert screen.working.words.text() == "Stopping…"
    checks.ended.emit(stopped())
    assert screen.banner.heading.text().startswith("Stopped. Nothing was changed")
    screen.check.click()
    checks.moved.emit(Moved(10, 1000, "again"))
    assert screen.working.words.text() == "again"


def test_whoever_comes_back_finds_the_check_where_it_is(qtbot, checks):
    checks.is_running = True
    screen = shown(qtbot, checks)
    assert screen.working.isVisible()
    assert not screen.check.isVisible()


@pytest.mark.parametrize(
    ("kind", "meaning"),
    [
        (FaultKind.SEAL, "the disk may be failing"),
        (FaultKind.STRUCTURE, "do not hang together"),
        (FaultKind.CHAIN, "an older or changed file"),
    ],
)
def test_each_kind_of_fault_is_explained_with_what_to_do(screen, checks, kind, meaning):
    checks.ended.emit(Checked(broken(kind), "Rhiannon Tanglewood", AT))
    assert screen.heading.text().startswith("Something is wrong with the vault")
    assert "The seal of page 7" in screen.lines.text()
    assert meaning in screen.meaning.text()
    for words in ("Delete nothing", "make a copy", "IT support", "backup back", "rescues"):
        assert words in screen.steps.text()


def test_other_readers_than_were_chosen_need_no_backup(screen, checks):
    checks.ended.emit(Checked(broken(FaultKind.READERS), "Rhiannon Tanglewood", AT))
    assert "choose it anew" in screen.steps.text()
    assert "backup" not in screen.steps.text()


def test_a_check_that_does_not_count_is_told(screen, checks):
    checks.ended.emit(trouble.check_disturbed())
    assert "does not count" in screen.banner.what.text()


def test_putting_back_locks_first(qtbot, screen):
    with qtbot.waitSignal(screen.go) as went:
        screen.restore.click()
    assert went.args == [ToLocked(to_restore=True)]
    with qtbot.waitSignal(screen.go) as went:
        screen.back.click()
    assert went.args == [ToSettings()]


PAGE = head_code.printed(Anchor(1284, b"\x8c" * 32))


def typed_off_a_page(screen: VaultScreen, text: str) -> VaultScreen:
    screen.paper.line.setText(text)
    screen.paper.button.click()
    return screen


@pytest.mark.parametrize(
    "typed", [PAGE, PAGE.lower().replace("-", " "), PAGE.replace("Record ", "").replace("1", "I")]
)
def test_a_page_that_fits_is_told_however_it_was_typed(qtbot, checks, typed):
    asked = []
    screen = typed_off_a_page(shown(qtbot, checks, compares=asked.append), typed)
    assert [str(code) for code in asked] == [PAGE]
    assert screen.paper.heading.text() == "The vault fits this page"
    assert "1\u00a0284" in screen.paper.what.text()
    assert not screen.paper.steps.isVisible()


def test_a_page_that_the_vault_contradicts_is_told_with_what_to_do(qtbot, checks):
    fault = "The paper was made when this vault held 1 284 records; it holds 12 now."
    screen = typed_off_a_page(shown(qtbot, checks, compares=lambda _: fault), PAGE)
    assert screen.paper.heading.text() == "The vault contradicts this page"
    assert screen.paper.what.text() == fault
    for words in ("backup was put back", "delete nothing", "IT support", "newer vault"):
        assert words in screen.paper.steps.text()


def test_what_came_of_it_is_brought_into_view(qtbot, checks):
    screen = shown(qtbot, checks, compares=lambda _: "It does not. " * 40)
    screen.resize(900, 420)
    typed_off_a_page(screen, PAGE)
    heading = screen.paper.heading
    qtbot.waitUntil(lambda: heading.visibleRegion().boundingRect().height() >= heading.height())


def test_a_slip_in_typing_is_told_and_nothing_is_asked(qtbot, checks):
    asked = []
    screen = typed_off_a_page(shown(qtbot, checks, compares=asked.append), PAGE)
    typed_off_a_page(screen, PAGE[:-1] + ("0" if PAGE[-1] != "0" else "1"))
    assert len(asked) == 1
    assert "has a slip in it" in screen.paper.question.slip_words()
    assert not screen.paper.heading.isVisible()
    typed_off_a_page(screen, PAGE)
    assert screen.paper.question.slip_words() == ""
    assert screen.paper.heading.isVisible()


def test_a_disk_that_does_not_answer_is_told(qtbot, checks):
    def fails(_: object) -> None:
        raise trouble.check_disturbed()

    screen = typed_off_a_page(shown(qtbot, checks, compares=fails), PAGE)
    assert screen.banner.isVisible()
    assert not screen.paper.heading.isVisible()


def test_a_page_that_is_half_typed_comes_back_after_a_lock(qtbot, checks, screen):
    assert screen.half_typed() == {}
    screen.paper.line.setText("Record 1 28")
    again = shown(qtbot, checks)
    again.put_back(screen.half_typed())
    assert again.paper.line.text() == "Record 1 28"


def test_every_control_has_a_name(screen):
    kit.assert_all_named(screen)
