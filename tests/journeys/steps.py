"""What a person does again and again, told once: set up, start a draft, answer, lock, save.

Every step is keys; nothing here calls the program.
"""

from __future__ import annotations

from pathlib import Path

from tests.journeys.walker import ALT, Key, Walker

PASSPHRASE = "curlew bramble teapot 47"
ROLL = Path(__file__).parents[1] / "data" / "ctf" / "8850000_CTF_XXXXXXX_001.xml"
SHELF_SEARCH = "Look for a name, a reference or words"
ORDINALS = ("first", "second", "third", "fourth", "fifth")


def set_up(walker: Walker) -> None:
    """From the first screen to the page about the roll."""
    set_up_to_numbers(walker)
    walker.push("Confirm these numbers").reads("The school’s roll")


def set_up_to_numbers(walker: Walker) -> None:
    """From the first screen to the page with the council's numbers."""
    walker.push("Set up this computer").reads("Your school")
    walker.type("Example Primary School").enter().type("885/0000").enter()
    walker.type("1 Reed Row, Saltmarsh, WR99 1AA").enter().type("01632 960100").enter()
    walker.reads("Your council").choose("Worcestershire").push("Continue")
    walker.reads("About you").type("Rhiannon Tanglewood").tab_to("Your role").press(Key.Key_Down)
    walker.fill("Your direct telephone", "01632 960144").push("Continue")
    walker.reads("Step 4 of 7").type(PASSPHRASE).enter().type(PASSPHRASE).enter()
    walker.reads("The recovery sheet", "Type two groups back")
    type_code_back(walker)
    walker.reads("Whom to phone")


def type_code_back(walker: Walker) -> None:
    """Type the two groups that are asked, off the screen."""
    said = next(one for one in walker.shown().splitlines() if one.startswith("Recovery code: "))
    groups = [one.replace(" ", "") for one in said.removeprefix("Recovery code: ").split(";")]
    for number, ordinal in enumerate(ORDINALS):
        if f"The {ordinal} group" in walker.shown():
            walker.tab_to(f"The {ordinal} group").type(groups[number].lower())
    walker.enter()


def bring_in_roll(walker: Walker, roll: Path = ROLL) -> None:
    """From the page about the roll to the shelf."""
    walker.push("Bring in the roll now").stands_at("Choose the file").enter()
    choose_file(walker, roll)
    walker.reads("What this file would change").push("Bring this roll in")
    walker.reads("In use now", "3 pupils").push("Back to the shelf").stands_at(SHELF_SEARCH)


def choose_file(walker: Walker, path: Path) -> None:
    """Type a path in the file dialog and press Enter."""
    walker.until(walker.is_in_dialog, "no dialog came")
    walker.tab_to("File name:").ctrl(Key.Key_A).type(str(path)).enter()
    walker.comes_back()


def look_round(walker: Walker) -> None:
    """From the first screen to the shelf of the fictional school."""
    walker.push("Look round with a fictional school").stands_at(SHELF_SEARCH)


def to_the_rows(walker: Walker) -> Walker:
    """On the shelf: go into the list once it is read."""
    return walker.reads("FFD-").tab_to("Referrals on the shelf")


def open_top_draft(walker: Walker) -> None:
    """On the shelf: open the draft that was changed last."""
    to_the_rows(walker).enter().reads("Back to the shelf")


def save_pdf(walker: Walker, target: Path) -> None:
    """On the check screen: save the referral as a PDF."""
    walker.push("Save as PDF")
    choose_file(walker, target)
    walker.reads(f"Saved as {target.name}")


def unlock(walker: Walker, passphrase: str) -> None:
    """On the locked screen: type the passphrase."""
    walker.reads("FFD Desktop is locked").stands_at("Passphrase").type(passphrase).enter()


def to_colleagues(walker: Walker) -> None:
    """From the shelf to who can open the vault."""
    walker.push("Settings").reads("Settings").push("Who can open this vault")
    walker.reads("Let a colleague in")


def let_in(walker: Walker, name: str, passphrase: str) -> None:
    """On the screen about colleagues: let somebody in, who types a passphrase twice."""
    walker.fill("Their name", name).tab_to("Their passphrase").type(passphrase)
    walker.tab_to("The same passphrase again").type(passphrase).enter()
    walker.reads(f"{name} can open the vault now")


def restrict_marked_row(walker: Walker) -> None:
    """On the shelf: let only oneself read the referral whose row is marked."""
    walker.press(Key.Key_R, ALT).reads("Only those who are marked")
    walker.press(Key.Key_Down).tab_to("Keep this choice").space()


def begin(walker: Walker, upn: str, *, danger: str, form: str = "") -> None:
    """On the shelf: begin a referral about a pupil of the roll, on the first form or on another."""
    walker.ctrl(Key.Key_N).reads("Is a child in immediate danger now?").choose(danger)
    about(walker, upn, form=form)


def about(walker: Walker, upn: str, *, form: str = "") -> None:
    """On the screen for a new referral: say whom it is about, and begin to write."""
    walker.tab_to("UPN or any part of a name").type(upn).enter().reads("Start writing about")
    if form:
        walker.choose(form)
    start = next(
        one for one in walker.shown().splitlines() if one.startswith("Start writing about")
    )
    walker.push(start).reads("Check for danger")


def go_to_section(walker: Walker, title: str) -> None:
    """On the draft screen: go to a section by the list at the left, and into its first answer."""
    walker.tab_to("Sections of this referral").row_to(title).press(Key.Key_Tab)


def not_known(walker: Walker, question: str, reason: str) -> None:
    """Say that there is no answer, and why."""
    walker.push(f"Not known: {question}").tab_to(f"{reason}: {question}").space()


def is_saved(walker: Walker) -> None:
    """Wait until everything typed so far is said to be saved."""
    walker.reads("✓  Saved ")
