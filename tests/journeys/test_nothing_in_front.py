"""Whatever stands in front of the window when it locks goes, and was cancelled; none is forgotten.

The code is searched for everything that can stand there: a new dialog without a line here fails.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton, QWidget

from ffd_desktop.problems import ProblemForPerson
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker
from ui.papers import ProgramPapers
from ui.printing import ask, make_printer
from ui.screens.draft.screen import DraftScreen
from ui.screens.shelf.screen import ShelfScreen
from ui.shell.places import SheetPapers, choose_folder_for

UI = Path(__file__).parents[2] / "ui"
LOOK_MS = 20
KINDS = frozenset(
    {
        *("QDialog", "QFileDialog", "QMessageBox", "QInputDialog", "QColorDialog", "QFontDialog"),
        *("QPrintDialog", "QPageSetupDialog", "QPrintPreviewDialog", "QProgressDialog"),
        *("QErrorMessage", "QWizard", "QMenu", "QCompleter", "QDockWidget", "QSplashScreen"),
    }
)
Opener = Callable[[House, Walker], object]


def save_on_check(_: House, walker: Walker) -> None:
    draft(walker)
    walker.push("Check").push("Save as PDF")


def save_menu(_: House, walker: Walker) -> None:
    draft(walker)
    buttons = walker.window.findChildren(QPushButton)
    next(one for one in buttons if one.menu() is not None).showMenu()


def shelf_menu(house: House, walker: Walker) -> None:
    steps.to_the_rows(walker)
    screen = house.shell.screen_now
    assert isinstance(screen, ShelfScreen)
    screen.view.table.customContextMenuRequested.emit(QPoint(10, 10))


def roll_files(_: House, walker: Walker) -> None:
    walker.push("Bring in a newer roll").stands_at("Choose the file").enter()


def attachments(_: House, walker: Walker) -> None:
    draft(walker)
    steps.go_to_section(walker, "List attachments")
    walker.push("Choose files …")


def log_file(_: House, walker: Walker) -> None:
    draft(walker)
    steps.go_to_section(walker, "What came before, by date")
    walker.push("Bring in a file")


def backup_folder(_: House, walker: Walker) -> None:
    walker.push("Settings").push("Choose a folder")


def suggestions(_: House, walker: Walker) -> None:
    box_with_suggestions(walker).setFocus()
    walker.ctrl(Key.Key_A).type("e")


def drop_down(_: House, walker: Walker) -> None:
    box_with_suggestions(walker).showPopup()


def text_menu(_: House, walker: Walker) -> None:
    draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    place = QPoint(5, 5)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, box.mapToGlobal(place))
    QApplication.sendEvent(box.viewport(), asked)


def printing(_: House, walker: Walker) -> None:
    ask(walker.window, make_printer("FFD-1"), lambda: None)


def vault_folder(_: House, walker: Walker) -> None:
    choose_folder_for("Choose a folder")(walker.window, lambda _: None)


def recovery_sheet(house: House, walker: Walker) -> None:
    papers = SheetPapers(ProgramPapers(house.program), house.lanes.papers)
    papers.save_pdf(walker.window, b"%PDF-", lambda _: None)


# Where it is made, and how to have it in front. What Qt makes by itself has no place in the code.
OPENERS: dict[str, Opener] = {
    "editors/search_one.py QCompleter": suggestions,
    "paper_actions.py QFileDialog": save_on_check,
    "paper_actions.py QMenu": save_menu,
    "printing.py QPrintDialog": printing,
    "screens/draft/attachments/choosing.py QFileDialog": attachments,
    "screens/settings/backups_part.py QFileDialog": backup_folder,
    "screens/shelf/screen.py QMenu": shelf_menu,
    "shell/places.py QFileDialog": recovery_sheet,
    "widgets/asking_files.py QFileDialog": roll_files,
}
BY_QT: dict[str, Opener] = {
    "the file of a concern log": log_file,
    "the list of a box": drop_down,
    "the menu of a text": text_menu,
    "the vault's folder, asked for before there is one": vault_folder,
}


def draft(walker: Walker) -> None:
    steps.open_top_draft(walker)


def box_with_suggestions(walker: Walker) -> QComboBox:
    draft(walker)
    steps.go_to_section(walker, "Background and language")
    walker.space()

    def found() -> list[QComboBox]:
        boxes = walker.window.findChildren(QComboBox)
        return [one for one in boxes if one.isVisible() and one.isEditable() and one.completer()]

    walker.until(lambda: bool(found()), "no box with suggestions")
    return found()[0]


def in_front(shell: QWidget) -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not shell]


def made_in_the_code() -> Iterator[str]:
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            above = node.bases if isinstance(node, ast.ClassDef) else []
            for one in filter(None, [called, *above]):
                named = {getattr(part, "id", getattr(part, "attr", "")) for part in ast.walk(one)}
                for name in named & KINDS:
                    yield f"{path.relative_to(UI).as_posix()} {name}"


def test_everything_that_can_stand_in_front_is_known_here() -> None:
    assert set(made_in_the_code()) == set(OPENERS)


@pytest.mark.parametrize("what", [*OPENERS, *BY_QT])
def test_a_lock_sends_it_away_and_asks_for_the_passphrase(
    inside: tuple[House, Walker], what: str
) -> None:
    house, walker = inside
    seen: list[str] = []
    stayed: list[QWidget] = []
    timer = QTimer(interval=LOOK_MS)

    def look() -> None:
        front = in_front(house.shell)
        if front:
            timer.stop()
            seen.extend(type(one).__name__ for one in front)
            house.shell.lock()
            stayed.extend(in_front(house.shell))

    timer.timeout.connect(look)
    timer.start()
    (OPENERS | BY_QT)[what](house, walker)
    walker.until(lambda: bool(seen), "nothing came in front")
    assert stayed == [], "it went only with its screen"
    walker.until(lambda: house.builder.desk is None, "it was not locked")
    walker.until(lambda: not in_front(house.shell), f"{seen} is still there")
    walker.comes_forward().reads("FFD Desktop is locked").stands_at("Passphrase")
    assert QApplication.activeModalWidget() is None


def test_a_dialog_that_comes_after_the_lock_was_asked_for_goes_too(
    inside: tuple[House, Walker],
) -> None:
    house, walker = inside
    house.shell.lock()
    ask(walker.window, make_printer("FFD-1"), lambda: None)
    assert in_front(house.shell)
    walker.until(lambda: not in_front(house.shell), "the dialog is still there")
    walker.comes_forward().reads("FFD Desktop is locked").stands_at("Passphrase")


def test_no_dialog_comes_in_front_of_the_cover(
    inside: tuple[House, Walker], monkeypatch: pytest.MonkeyPatch
) -> None:
    house, walker = inside
    draft(walker)
    screen, desk = house.shell.screen_now, house.builder.desk
    assert isinstance(screen, DraftScreen)
    assert desk is not None

    def full(*_: object, **__: object) -> None:
        raise ProblemForPerson("The disk is full.", "Make room.", "disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(desk, "save", full)
        screen.presenter.edited("concern.what_happened", "not on the disk yet")
        house.shell.lock()
        walker.until(lambda: house.shell.cover_now is not None, "it is not covered")
        ask(walker.window, make_printer("FFD-1"), lambda: None)
        walker.until(lambda: not in_front(house.shell), "the dialog is still there")
    walker.reads("FFD Desktop is locked")


@pytest.mark.parametrize("by", ["a lock", "the end"])
def test_what_was_copied_is_gone_from_the_clipboard_after(
    inside: tuple[House, Walker], by: str
) -> None:
    house, walker = inside
    draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").type("afraid to go home").ctrl(Key.Key_A).ctrl(Key.Key_C)
    assert "afraid to go home" in QApplication.clipboard().text()
    if by == "a lock":
        house.shell.lock()
        walker.reads("FFD Desktop is locked")
    else:
        house.shell.close()
        walker.until(lambda: house.is_closed, "the window did not close")
    assert QApplication.clipboard().text() == ""
