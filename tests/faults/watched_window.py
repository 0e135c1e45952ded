"""The window as it is started for a person, walked through with canaries, and ended in some way.

Run as a script by the tests: ``python -m tests.faults.watched_window WALK FOLDER CANARIES``.
``whole`` goes everywhere, locks and closes; the others end in the middle of writing in a draft.
The window's titles are written beside the file with the canaries.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Never

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from shiboken6 import isValid

from ffd_desktop.adapters.afresh import Handover, take_handover
from ffd_desktop.app import fictional
from tests.faults.canaries import Canaries
from tests.faults.test_vault_disk import file_size_limit
from tests.journeys import steps
from tests.journeys.walker import ALT, Key, Walker
from ui.__main__ import start
from ui.destinations import (
    Destination,
    ToCouncilDetails,
    ToFigures,
    ToKeeping,
    ToNewReferral,
    ToPackage,
    ToRoll,
    ToSettings,
    ToShelf,
)
from ui.messages import NOT_SAVED
from ui.screens.check.screen import CheckScreen
from ui.screens.draft.screen import DraftScreen
from ui.shell.window import Shell

STUCK = 3


class Titles(QObject):
    """Writes down every title that any window ever has: task bars and recorders show them."""

    def __init__(self, application: QApplication, place: Path) -> None:
        super().__init__(application)
        self._place = place
        self._due: list[str] = []
        for one in application.topLevelWidgets():
            self._note(one)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a title."""
        changed = event.type() in {QEvent.Type.WindowTitleChange, QEvent.Type.Show}
        if changed and isinstance(watched, QWidget) and watched.isWindow():
            self._note(watched)
        return False

    def _note(self, window: QWidget) -> None:
        self._due.append(window.windowTitle())
        with suppress(OSError), self._place.open("a", encoding="utf-8") as file:  # a full disk
            file.write("\n".join((*self._due, "")))
            self._due.clear()


class Visit:
    """One walk through the window of one process."""

    def __init__(self, shell: Shell, canaries: Canaries, chosen: Path) -> None:
        self.shell = shell
        self.walker = Walker(shell).comes_forward()
        self.canaries = canaries
        self.chosen = chosen

    # ---- walks ------------------------------------------------------------------------------

    def whole(self) -> None:
        """Everywhere: set up, roll, new referral, every answer, papers, faults, shelf, settings."""
        self.set_up()
        self.bring_in_the_roll()
        self.start_about_the_pupil()
        self.write_everywhere()
        self.attach_and_look()
        self.fail_in_every_way()
        self.make_papers()
        self.look_at_the_other_screens()
        self.walker.ctrl(Key.Key_L).until(lambda: False, "no new process began")

    def after_a_lock(self) -> None:
        """In the new process that a lock begins: a wrong passphrase, and closed."""
        steps.unlock(self.walker, f"{self.canaries.secret} mistyped")
        self.walker.reads("There is a problem")
        self.shell.close()

    def killed(self) -> None:
        """Killed outright in mid-sentence."""
        self.write_in_the_top_draft()
        os.kill(os.getpid(), signal.SIGKILL)

    def segfault(self) -> None:
        """Ended by an error in compiled code, as a fault in Qt would."""
        self.write_in_the_top_draft()
        ctypes.string_at(0)

    def aborted(self) -> None:
        """Ended by an abort, as Qt's own fatal messages are."""
        self.write_in_the_top_draft()
        os.abort()

    def bug(self) -> None:
        """A bug in a slot and one at the end of an object, then closed by the person."""
        self.write_in_the_top_draft()
        self.fail_by_bugs()
        self.shell.close()

    # ---- pieces -----------------------------------------------------------------------------

    def set_up(self) -> None:
        """A vault whose passphrase is the secret."""
        usual, steps.PASSPHRASE = steps.PASSPHRASE, self.canaries.secret
        steps.set_up(self.walker)
        steps.PASSPHRASE = usual

    def bring_in_the_roll(self) -> None:
        """A file that is no roll but holds the canaries, then the school's roll."""
        self.walker.push("Bring in the roll now").stands_at("Choose the file").enter()
        steps.choose_file(self.walker, self.chosen / "no-roll.xml")
        self.walker.reads("There is a problem").push("Choose the file")
        steps.choose_file(self.walker, self.chosen / "roll.xml")
        self.walker.reads("What this file would change").push("Bring this roll in")
        self.walker.reads("In use now", "1 pupil").push("Back to the shelf").stands_at(
            steps.SHELF_SEARCH
        )

    def start_about_the_pupil(self) -> None:
        """By UPN, into a filled draft."""
        name = f"{self.canaries.forename} {self.canaries.surname}"
        self.walker.ctrl(Key.Key_N).choose("No").tab_to("UPN or any part of a name")
        self.walker.type(self.canaries.upn).enter().reads(name)
        self.walker.push(f"Start writing about {name}").reads("Check for danger")

    def write_everywhere(self) -> None:
        """The story in every box of every section, with one more of each kind of item."""
        draft = self.shell.screen_now
        assert isinstance(draft, DraftScreen)
        for section in draft.presenter.form.sections:
            self.walker.until(lambda key=section.key: draft.section == key, section.key)
            self.add_items()
            self.fill_boxes()
            draft.next_section(1)
        self.walker.ctrl(Key.Key_F).type(self.canaries.story).reads(" of ").press(Key.Key_Escape)
        self.walker.ctrl(Key.Key_Z).ctrl(Key.Key_Y)
        steps.is_saved(self.walker)

    def attach_and_look(self) -> None:
        """A document and a photograph that hold the canaries and are named after a child."""
        name = f"{self.canaries.forename} {self.canaries.surname}"
        for ending, kind, seen in (
            ("docx", "Word document", "The words only"),
            ("png", "Picture (PNG)", "Plus and minus"),
        ):
            steps.go_to_section(self.walker, "List attachments")
            self.walker.push("Choose files …")
            steps.choose_file(self.walker, self.chosen / f"{name}.{ending}")
            self.walker.reads(kind, f"It came as: {name}.{ending}")
            self.walker.push("Look at it").reads(seen)
            self.walker.press(Key.Key_Escape).stands_at("Look at it")
        self.walker.push("Choose files …")
        steps.choose_file(self.walker, self.chosen / "no-roll.xml")
        self.walker.reads("It was not added")
        steps.is_saved(self.walker)

    def add_items(self) -> None:
        """Press what adds an item, where there is such a button."""
        for button in self.shell.findChildren(QPushButton):
            if isValid(button) and button.isVisible() and button.text().startswith("Add a"):
                button.click()
                QApplication.processEvents()

    def fill_boxes(self) -> None:
        """Type into every box that is shown."""
        for box in self.shell.findChildren(QWidget):
            if not isValid(box):  # the page was made anew for an answer above it
                continue
            if isinstance(box, QLineEdit | QPlainTextEdit) and _takes_words(box):
                box.setFocus(Qt.FocusReason.TabFocusReason)
                self.walker.press(Key.Key_End).type(f" {self.canaries.story}")
                self.close_list()

    def close_list(self) -> None:
        """Close the list of choices that some boxes drop down, as a window manager would."""
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
        if QApplication.activeWindow() is not self.shell:
            self.walker.comes_forward()

    def fail_in_every_way(self) -> None:
        """A disk that is full while somebody types, and bugs whose words hold a canary."""
        steps.go_to_section(self.walker, "Tell what happened")
        with file_size_limit(4096):
            self.walker.type(f" {self.canaries.story}").reads(NOT_SAVED, "There is a problem")
        self.walker.reads_no(NOT_SAVED)
        self.fail_by_bugs()

    def fail_by_bugs(self) -> None:
        """In a slot, at the end of an object, and on the lane of the vault."""
        QTimer.singleShot(0, lambda: _fail(self.canaries))
        _Ending(self.canaries)
        said: list[object] = []
        lane = self.shell._builder.lanes.vault
        lane.submit(self.shell, lambda: _fail(self.canaries), said.append, said.append)
        self.walker.until(lambda: bool(said), "the lane told of no bug")

    def make_papers(self) -> None:
        """A PDF where it was asked for, one for which there is no room, one to the printer."""
        self.walker.push("Check").reads("Printing is never stopped")
        self.leave_a_finding()
        steps.save_pdf(self.walker, self.chosen / "asked.pdf")
        self.walker.push("Save as PDF")
        with file_size_limit(100):
            steps.choose_file(self.walker, self.chosen / "refused.pdf")
            self.walker.reads("There is a problem")
        self.print_to(self.chosen / "printed.pdf")
        self.seal()

    def seal(self) -> None:
        """Sealed with its files, an addendum, and a copy to write on."""
        self.walker.push("Seal").push("Seal it: nobody can change it after")
        self.walker.reads("Write an addendum")
        self.walker.tab_to("Addendum: what was wrong or is new, and why")
        self.walker.type(self.canaries.story).reads("✓  Saved ")
        self.walker.push("Seal the addendum").reads("Addendum 1", "2 files go with it")
        self.walker.push("Copy as a new referral").reads("Check for danger")

    def leave_a_finding(self) -> None:
        """The story for a reason why something may stay."""
        check = self.shell.screen_now
        assert isinstance(check, CheckScreen)
        box = next(card.reason for card in check.findings.shown.cards if card.reason)
        box.open_box()
        self.walker.type(self.canaries.story).push("Keep this reason")
        self.walker.reads("Left as it is, for a reason")

    def print_to(self, target: Path) -> None:
        """Print into a file, which is the printer that a machine without any has."""
        self.walker.push("Print")
        self.walker.until(self.walker.is_in_dialog, "no dialog came")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        dialog.accepted.emit(dialog.printer())
        dialog.close()
        self.walker.comes_back().reads("Sent to the printer")

    def look_at_the_other_screens(self) -> None:
        """The shelf's search and its destruction, the roll, the settings, a new referral."""
        self.go(ToShelf(), "Referrals")
        self.walker.stands_at(steps.SHELF_SEARCH).type(self.canaries.forename)
        steps.to_the_rows(self.walker).press(Key.Key_Delete).reads("This cannot be undone")
        self.walker.type(self.canaries.story).press(Key.Key_Escape)
        self.go(ToRoll(), "In use now")
        self.go(ToSettings(), "Appearance")
        self.go(ToCouncilDetails(), "Whom to reach in")
        self.fill_boxes()
        self.look_at_papers()
        self.go(ToPackage(), "A file that ends in .ffd")
        self.walker.tab_to("Passphrase of the package").type(self.canaries.secret)
        self.go(ToFigures(), "Sent from (optional)")
        self.go(ToKeeping(), "How long records are kept")
        self.go(ToNewReferral(), "Is a child in immediate danger now?")
        self.let_rows_wait()

    def look_at_papers(self) -> None:
        """The papers of a record, with somebody’s copy half asked for."""
        self.go(ToShelf(), "Referrals")
        steps.to_the_rows(self.walker).press(Key.Key_P, ALT).reads("Papers of this record")
        self.fill_boxes()
        self.walker.choose("A copy for a subject access request").reads("Whose data is it?")

    def let_rows_wait(self) -> None:
        """Rows pasted into a draft, not brought in when the lock comes."""
        self.go(ToShelf(), "Referrals")
        steps.open_top_draft(self.walker)
        steps.go_to_section(self.walker, "What came before, by date")
        QApplication.clipboard().setText(f"12/03/2026 {self.canaries.story}\n13/03/2026 again")
        self.walker.push("Paste rows").reads("2 rows: 2 new")

    def go(self, there: Destination, words: str) -> None:
        """Go to a screen."""
        self.shell.go(there)
        self.walker.reads(words)

    def write_in_the_top_draft(self) -> None:
        """Into the fictional school's draft: the canaries, saved, and one more, not yet saved."""
        steps.unlock(self.walker, fictional.PASSPHRASE)
        self.walker.stands_at(steps.SHELF_SEARCH)
        steps.open_top_draft(self.walker)
        steps.go_to_section(self.walker, "Tell what happened")
        self.walker.stands_at("What happened").ctrl(Key.Key_A)
        self.walker.type(" ".join((*self.canaries.all, "")))
        steps.is_saved(self.walker)
        self.walker.type(self.canaries.story)


class _Ending:
    """Raises when it is freed, as a wrapped object of Qt's may."""

    def __init__(self, canaries: Canaries) -> None:
        self._canaries = canaries

    def __del__(self) -> None:
        _fail(self._canaries)


def _fail(canaries: Canaries) -> Never:
    """Raise a bug with a child's words in its message and in its variables."""
    words = " ".join(canaries.all)
    raise ValueError(words)


def _takes_words(box: QLineEdit | QPlainTextEdit) -> bool:
    return box.isVisible() and box.isEnabled() and not box.isReadOnly()


def walked(visit: Visit, walk: str, stuck: Path) -> None:
    """Walk; what went wrong goes to a file, since the program would take it for its own bug."""
    try:
        getattr(visit, walk)()
    except BaseException:  # noqa: BLE001 - told by the file, not by the program
        stuck.write_text(traceback.format_exc(), encoding="utf-8")
        os._exit(STUCK)


def main(walk: str, folder: Path, canaries: Path, handover: Handover | None) -> int:
    """Start the program as a person does, or as a lock does, and walk in it once it runs."""
    told = msgspec.json.decode(canaries.read_bytes(), type=Canaries)
    titles: list[Titles] = []

    def begun(shell: Shell) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        titles.append(Titles(application, canaries.parent / "titles.txt"))
        visit = Visit(shell, told, canaries.parent)
        stuck = canaries.parent / "stuck.txt"
        QTimer.singleShot(0, lambda: walked(visit, "after_a_lock" if handover else walk, stuck))

    return start(folder, handover, begun=begun)


if __name__ == "__main__":
    words, left = take_handover(sys.argv[1:])
    sys.exit(main(words[0], Path(words[1]), Path(words[2]), left))
