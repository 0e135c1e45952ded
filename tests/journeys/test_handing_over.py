"""A record goes to another school and one comes from there, by keyboard, over a lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from ffd_desktop.app import fictional, handing_over, sealing, taking_in
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.edits import put
from tests.builders.packages import PASSPHRASE as SPOKEN
from tests.builders.vaults import CHEAP, PASSPHRASE
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import ALT, Key, Walker

OAKFIELD = SchoolProfile(
    school_name="Oakfield Fictional Academy", council="worcestershire", staff_name="Ann Teasdale"
)
CHILD = put("children[c1]", {"id": "c1", "first_names": "Kit", "family_name": "Larkrise"})


@pytest.fixture
def oakfield(tmp_path: Path) -> Program:
    """Another school's vault."""
    program = Program(folder=tmp_path / "oakfield" / "vault")
    program.folder.parent.mkdir()
    desk, _ = program.create(SetUp(PASSPHRASE, OAKFIELD, params=CHEAP))
    desk.close()
    return program


def passphrase_on(walker: Walker) -> str:
    """Read the passphrase as somebody listens to it."""
    said = next(one for one in walker.shown().splitlines() if one.startswith("Passphrase: "))
    return said.removeprefix("Passphrase: ").replace("; ", "-").replace(" ", "")


def test_a_draft_is_handed_over_and_the_other_schools_receipt_is_noted(
    inside: tuple[House, Walker], oakfield: Program, tmp_path: Path
) -> None:
    _, walker = inside
    steps.to_the_rows(walker).press(Key.Key_H, ALT).reads("Hand over FFD-")
    walker.stands_at("For whom").type("Oakfield, Ms Teasdale")
    walker.ctrl(Key.Key_L)
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("Hand over FFD-").push("Save the package")
    steps.choose_file(walker, tmp_path / "p.ffd")
    walker.reads("Saved as p.ffd", "Tell it by telephone", "Handed over to Oakfield, Ms Teasdale")
    told = passphrase_on(walker)
    walker.push("Hide the passphrase").reads_no("Tell it by telephone")
    desk = oakfield.unlock(PASSPHRASE)
    looked = taking_in.look(oakfield, tmp_path / "p.ffd", told)
    one = taking_in.take_in(desk, looked, screen="test")
    handing_over.write_receipt(tmp_path / "r.json", handing_over.make_receipt(desk, one))
    desk.close()
    walker.push("Bring in a receipt")
    steps.choose_file(walker, tmp_path / "r.json")
    walker.reads("They have it: Ann Teasdale, Oakfield Fictional Academy")
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)


def test_a_record_from_another_school_is_looked_into_and_taken_in(
    inside: tuple[House, Walker], oakfield: Program, tmp_path: Path
) -> None:
    _, walker = inside
    desk = oakfield.unlock(PASSPHRASE)
    made = desk.start(Aim("worcestershire", "csc", "1"), prefill=(CHILD,), screen="test")
    sealing.seal(oakfield, desk, made.id, screen="test")
    handing_over.pack(
        oakfield,
        desk,
        made.id,
        tmp_path / "p.ffd",
        passphrase=SPOKEN,
        to="",
        screen="test",
        cost=CHEAP,
    )
    desk.close()
    walker.push("Open a package").stands_at("Choose the file").enter()
    steps.choose_file(walker, tmp_path / "p.ffd")
    walker.stands_at("Passphrase of the package").type("1" * 24).enter()
    walker.reads("That is not the passphrase of this package")
    walker.stands_at("Passphrase of the package").ctrl(Key.Key_A).type(SPOKEN).enter()
    walker.reads("A sealed record", "Oakfield Fictional Academy", "About Kit Larkrise")
    walker.stands_at("Take it in").enter().reads("It is on the shelf")
    walker.stands_at("Save the receipt").enter()
    steps.choose_file(walker, tmp_path / "r.json")
    walker.reads("Saved as r.json")
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    walker.tab_to("Drafts, 2").press(Key.Key_Right).space().reads("Kit Larkrise", "Closed")
    steps.to_the_rows(walker).enter().reads("Back to the").push(
        "Sealed: what was sealed, and addenda"
    )
    walker.reads("Taken in from Oakfield Fictional Academy").reads_no("not sent yet")
    walker.reads_no("Write an addendum")
    desk = oakfield.unlock(PASSPHRASE)
    receipt = handing_over.read_receipt(tmp_path / "r.json")
    assert handing_over.note_receipt(desk, receipt, screen="test")[0] == made.id
    desk.close()
