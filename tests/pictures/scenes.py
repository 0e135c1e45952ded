"""What the pictures show: each scene walks by keyboard to where its picture is taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
from PySide6.QtGui import QGuiApplication

from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.edits import put
from ffd_desktop.referral.people import Child
from ffd_desktop.vault import head_code
from ffd_desktop.vault.keysfile import Anchor
from tests.builders import backups
from tests.builders.dialects import made_pupil, sims
from tests.builders.logs import copied
from tests.builders.vaults import PASSPHRASE
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import ALT, SHIFT, Key, Walker
from ui.destinations import ToLocked
from ui.style.tokens import Mode

HIM, HIS = "Idris Calloway", "lantern gravel tulip 47"
ELSEWHERE = Anchor(1284, b"\x8c" * 32)
RUBY = "H885000025104"
LOG_ROWS = [
    ["Date", "Student", "Details", "Reported by", "Action taken", "Category"],
    ["03/11/2026", "", "Came in without a coat, in the rain.", "R T", "Coat lent", "Home life"],
    ["09/11/2026 08:55", "", "Late. Said: “I was up with the baby.”", "K S", "", "Attendance"],
    ["12/11/2026", "", "Asked for seconds at lunch, then hid bread.", "R T", "Told DSL", "Food"],
    ["soon after", "", "Grandmother rang, worried.", "Office", "Rang back", "Home life"],
]
Play = Callable[[House, Walker], None]


class Scene(msgspec.Struct, frozen=True):
    """One picture: its file's name, how to get there, and how the window looks."""

    name: str
    play: Play
    mode: Mode = Mode.LIGHT
    scale: float = 1.0


def welcome(_: House, walker: Walker) -> None:
    """The first screen."""
    walker.stands_at("Set up this computer")


def set_up(_: House, walker: Walker) -> None:
    """The passphrase, judged in words."""
    walker.push("Set up this computer").type("Example Primary School").push("Continue")
    walker.choose("Worcestershire").push("Continue").type("Rhiannon Tanglewood").push("Continue")
    walker.reads("Step 4 of 7").type(steps.PASSPHRASE)


def numbers(_: House, walker: Walker) -> None:
    """Whom to phone, to confirm; reached through the recovery sheet."""
    steps.set_up_to_numbers(walker)


def locked(_: House, walker: Walker) -> None:
    """Locked, with whom to phone."""
    steps.look_round(walker)
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")


def shelf(_: House, walker: Walker) -> None:
    """The list of referrals."""
    steps.look_round(walker)
    steps.to_the_rows(walker)


def destroy(_: House, walker: Walker) -> None:
    """Destroying asks for a reason."""
    steps.look_round(walker)
    steps.to_the_rows(walker).press(Key.Key_Delete).reads("This cannot be undone")


def roll(_: House, walker: Walker) -> None:
    """A roll file, looked at before it is stored."""
    steps.look_round(walker)
    walker.push("Bring in a newer roll").stands_at("Choose the file").enter()
    steps.choose_file(walker, steps.ROLL)
    walker.reads("What this file would change")


def settings(_: House, walker: Walker) -> None:
    """The office's own details."""
    steps.look_round(walker)
    walker.push("Settings").reads("Settings")


def vault(_: House, walker: Walker) -> None:
    """The whole vault, checked and sound."""
    steps.look_round(walker)
    walker.push("Settings").push("The vault").push("Check the vault now")
    walker.reads("The vault is sound")


def vault_damaged(house: House, walker: Walker) -> None:
    """A vault in which an older file was put."""
    backups.older_file(house.program.folder)
    house.shell.go(ToLocked())
    walker.stands_at("Passphrase").type(PASSPHRASE).enter()
    walker.reads("This vault holds less").push("Check the vault").push("Check the vault now")
    walker.reads("Something is wrong with the vault")


def vault_paper(_: House, walker: Walker) -> None:
    """A vault that contradicts a page that was printed of another."""
    steps.look_round(walker)
    walker.push("Settings").push("The vault")
    walker.fill("Compare with the foot of a printed page", head_code.printed(ELSEWHERE)).enter()
    walker.reads("The vault contradicts this page")


def restore(house: House, walker: Walker) -> None:
    """What can be put back, and what would be missing."""
    backups.some_backups(house.program.folder)
    house.shell.go(ToLocked())
    walker.push("Put a backup back").reads("Backup: ")


def restored(house: House, walker: Walker) -> None:
    """A backup is back; the screen says where the old vault is."""
    restore(house, walker)
    walker.tab_to("Passphrase of that time, or recovery code").type(PASSPHRASE).enter()
    walker.reads("The backup is back")


def colleagues(_: House, walker: Walker) -> None:
    """Who can open the vault."""
    steps.look_round(walker)
    steps.to_colleagues(walker)
    steps.let_in(walker, HIM, HIS)


def removing(house: House, walker: Walker) -> None:
    """What removing somebody does, before it is done."""
    colleagues(house, walker)
    walker.push(f"Remove {HIM}").reads("The vault gets another key")


def locked_for_two(house: House, walker: Walker) -> None:
    """Locked, where two can come in."""
    colleagues(house, walker)
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked", "Your name")


def readers(house: House, walker: Walker) -> None:
    """Who can read a referral."""
    colleagues(house, walker)
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    steps.to_the_rows(walker)
    walker.press(Key.Key_R, ALT).reads("Only those who are marked").press(Key.Key_Down)


def restricted(house: House, walker: Walker) -> None:
    """A referral that is restricted to others, and whoever is new asked for their details."""
    readers(house, walker)
    walker.tab_to("Keep this choice").space().reads("Kept.")
    walker.ctrl(Key.Key_L).reads("Your name")
    walker.stands_at("Passphrase").press(Key.Key_Backtab, SHIFT).type(HIM[0])
    walker.tab_to("Passphrase").type(HIS).enter().stands_at(steps.SHELF_SEARCH)
    steps.to_the_rows(walker)


def danger(_: House, walker: Walker) -> None:
    """Danger: the numbers come first."""
    steps.look_round(walker)
    walker.ctrl(Key.Key_N).choose("Yes").reads("Phone first.")


def family(_: House, walker: Walker) -> None:
    """A UPN brings a child and who may be family."""
    steps.look_round(walker)
    walker.ctrl(Key.Key_N).choose("No").tab_to("UPN or any part of a name").type(RUBY).enter()
    walker.reads("Kacper Reedmace-Żak").choose("Kacper Reedmace-Żak: Refer too")
    walker.choose("Maja Reedmace-Żak: Family, not referred")


def story(_: House, walker: Walker) -> None:
    """A section of the finished draft."""
    _in_section(walker, "Tell what happened")
    walker.press(Key.Key_End).type(" ")
    steps.is_saved(walker)


def children(_: House, walker: Walker) -> None:
    """The children, with what the roll filled in."""
    steps.look_round(walker)
    steps.to_the_rows(walker).press(Key.Key_Down).enter().reads("Back to the shelf")
    steps.go_to_section(walker, "Name the children")
    walker.reads("First names")


def ties(_: House, walker: Walker) -> None:
    """Who belongs to whom, as a grid."""
    _in_section(walker, "Who belongs to whom")


def picture(_: House, walker: Walker) -> None:
    """The family drawn, as it is entered."""
    _in_section(walker, "Couples, now or before")
    walker.tab_to("Family picture").rests()


def chronology(_: House, walker: Walker) -> None:
    """The chronology with its timeline."""
    _in_section(walker, "What came before, by date")


def attachments(_: House, walker: Walker) -> None:
    """What goes with the referral, kept in the vault."""
    _in_section(walker, "List attachments")


def indicators(_: House, walker: Walker) -> None:
    """Another council's form: its indicators, found by a word."""
    steps.look_round(walker)
    steps.open_top_draft(walker)
    walker.push("Check").reads("Printing is never stopped")
    walker.push("Write it on another form")
    walker.choose("Walsall: Multi-Agency Referral Form (MARF)")
    walker.push("Write it on this form").reads("·  MARF")
    walker.push("Back to the draft").reads("Back to the shelf")
    steps.go_to_section(walker, "Mark what the guidance lists")
    walker.type("violence").reads("Barnardo").press(Key.Key_Tab).press(Key.Key_Tab).space()


def another_form(_: House, walker: Walker) -> None:
    """The same draft on another form, and what that one does not ask."""
    steps.look_round(walker)
    steps.open_top_draft(walker)
    walker.push("Check").reads("Printing is never stopped").reads_no("Making the front page")
    walker.push("Write it on another form")


def marks(_: House, walker: Walker) -> None:
    """The body map, with one of its marks chosen."""
    _in_section(walker, "Mark injuries")
    walker.tab_to("Body map: Front").press(Key.Key_N).reads("Take it off the picture")


def columns(house: House, walker: Walker) -> None:
    """Which column of a table is what, with the first pupils as they would come in."""
    table = house.program.folder.parent / "pupils.csv"
    table.write_bytes(sims([made_pupil(serial) for serial in range(1, 40)]))
    steps.look_round(walker)
    walker.push("Bring in a newer roll").stands_at("Choose the file").enter()
    steps.choose_file(walker, table)
    walker.stands_at("Go on to what would change")


def rows(_: House, walker: Walker) -> None:
    """Rows of a school's log, as they would come into the chronology."""
    _in_section(walker, "What came before, by date")
    QGuiApplication.clipboard().setText(copied(LOG_ROWS))
    walker.push("Paste rows").reads("Bring in rows")


def level(_: House, walker: Walker) -> None:
    """The judgement of the level of need."""
    _in_section(walker, "Judge the level of need")


def draft_in_danger(_: House, walker: Walker) -> None:
    """A draft whose child is in danger now: the numbers above the first section."""
    _in_section(walker, "Check for danger")
    walker.choose("Yes", about="Is a child in immediate danger now?")


def after(_: House, walker: Walker) -> None:
    """What came after sending, in the draft's own manner."""
    steps.look_round(walker)
    steps.to_the_rows(walker)
    walker.press(Key.Key_F, ALT).reads("When it was sent")
    walker.fill("When it was sent", "16 November 2026 10:15")
    steps.is_saved(walker)


def sheet(_: House, walker: Walker) -> None:
    """What to type into the council's web form."""
    steps.look_round(walker)
    steps.open_top_draft(walker)
    walker.push("Check").reads("Printing is never stopped").reads_no("Making the front page")
    walker.push("Transfer sheet for the web form").reads("Page 1 of")
    walker.enter()


def told(_: House, walker: Walker) -> None:
    """Other schools of brothers and sisters, to be told."""
    steps.look_round(walker)
    steps.to_the_rows(walker)
    walker.press(Key.Key_F, ALT).reads("When it was sent")
    steps.go_to_section(walker, "Tell the other schools")


def disagreement(_: House, walker: Walker) -> None:
    """The stages of a disagreement, and the case put together."""
    steps.look_round(walker)
    steps.to_the_rows(walker)
    walker.press(Key.Key_F, ALT).reads("When it was sent")
    steps.go_to_section(walker, "Disagree with a decision")
    walker.push("Put the case together").reads("Copy")


def figures(house: House, walker: Walker) -> None:
    """The office's own figures."""
    after(house, walker)
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    walker.push("What is due: 1 overdue").reads("Overdue").push("Figures").reads(
        "Sent from", "Findings when sealed"
    )


def keeping(house: House, walker: Walker) -> None:
    """Records whose time of keeping has come, and one that is kept longer."""
    after(house, walker)
    desk = house.builder.desk
    if desk is not None:
        house.on_lane(lambda: _grown_up(desk))
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    walker.push("What is due: 1 overdue").push("How long records are kept")
    walker.reads("2 to look at now").push("Keep it longer: FFD-2026-0003")
    walker.stands_at("Keep it until").type("1 March 2040")


def _grown_up(desk: Desk) -> None:
    """Two records of before, about children who are 25 and older by now."""
    for name, year in (("Maja", 1999), ("Teddy", 2001)):
        child = put("children[c1]", Child(id="c1", first_names=name, family_name="Osier"))
        born = put("children[c1].date_of_birth", on(date(year, 3, 5)))
        desk.start(Aim("worcestershire", "csc", ""), prefill=(child, born), screen="pictures")


def closed(_: House, walker: Walker) -> None:
    """When the school is closed, in Settings."""
    steps.look_round(walker)
    walker.push("Settings").reads("Appearance").tab_to("First day closed")
    walker.type("21 December 2026").tab_to("Last day closed").type("1 January 2027")
    walker.tab_to("What it is (optional)").type("Christmas holidays").push("Add these days")
    walker.reads("Kept: Christmas holidays").tab_to("First day closed")


def record(_: House, walker: Walker) -> None:
    """The papers of a record, and what was printed before."""
    steps.look_round(walker)
    steps.to_the_rows(walker)
    walker.press(Key.Key_P, ALT).reads("Papers of this record")


def request(house: House, walker: Walker) -> None:
    """A copy for a subject access request."""
    record(house, walker)
    walker.choose("A copy for a subject access request").reads("Whose data is it?")
    walker.choose("Maja Reedmace-Żak").reads("To be looked at by eye")


def board(house: House, walker: Walker) -> None:
    """What is due, with words to ask for it."""
    after(house, walker)
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    walker.push("What is due: 1 overdue").reads("Overdue")
    asking = "Words to ask for it: The council decides what happens next, FFD-2026-0002"
    walker.push(asking).reads("Copy")


def check(_: House, walker: Walker) -> None:
    """What is still to put right, and the front page."""
    steps.look_round(walker)
    steps.to_the_rows(walker).press(Key.Key_Down).enter().reads("Back to the shelf")
    walker.push("Check").reads("Must").reads_no("Making the front page")


def _in_section(walker: Walker, title: str) -> None:
    steps.look_round(walker)
    steps.open_top_draft(walker)
    steps.go_to_section(walker, title)


SCENES = (
    *(
        Scene(play.__name__.replace("_", "-"), play)
        for play in (
            *(welcome, set_up, numbers, locked, shelf, destroy, roll, settings, danger, family),
            *(columns, rows, story, children, ties, picture, chronology, marks, attachments),
            *(level, indicators, another_form, draft_in_danger, check),
            *(after, told, disagreement, board, figures, keeping, closed, sheet, record, request),
            *(vault, vault_damaged, vault_paper, restore, restored),
            *(colleagues, removing, locked_for_two, readers, restricted),
        )
    ),
    *(
        Scene(f"{play.__name__}-dark", play, mode=Mode.DARK)
        for play in (locked, shelf, family, story, picture, board)
    ),
    *(
        Scene(f"{play.__name__}-large".replace("_", "-"), play, scale=2.0)
        for play in (
            *(shelf, danger, columns, rows, story, picture, check, restore, vault_paper),
            *(board, sheet),
        )
    ),
)
