"""Handing over and opening a package: what is shown, kept over a lock, and taken in."""

import pytest

from ffd_desktop.app import attaching, handing_over
from ffd_desktop.app.handing_over import here, make_receipt, write_receipt
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.progress import SILENT
from ffd_desktop.referral.edits import put
from tests.builders.files import photo
from tests.builders.packages import PASSPHRASE as SPOKEN
from tests.builders.vaults import CHEAP, PASSPHRASE
from tests.ui.around_kit import HandClock
from tests.ui.lanes import HandLane
from ui.destinations import ToDraft, ToHandOver, ToPackage
from ui.handing_over import DeskHandsOver, DeskTakesIn
from ui.screens.handing_over.screen import HandingOverScreen
from ui.screens.package.screen import PackageScreen
from ui.shell.coming_back import destination_of, where_of

CHILD = put("children[c1]", {"id": "c1", "first_names": "Kit", "family_name": "Larkrise"})


class Here:
    """The vault's lane, for whoever is on its thread."""

    ask = staticmethod(here)


def school(folder, name):
    """A real vault, open, with its program."""
    profile = SchoolProfile(school_name=name, council="worcestershire", staff_name="Ann Teasdale")
    program = Program(folder=folder)
    desk, _ = program.create(SetUp(PASSPHRASE, profile, params=CHEAP))
    return program, desk


@pytest.fixture
def sender(tmp_path):
    program, desk = school(tmp_path / "a", "Larkrise Fictional Primary")
    made = desk.start(Aim("worcestershire", "csc", "1"), prefill=(CHILD,), screen="test")
    data = photo(width=1600, height=1200)
    kept = attaching.bring_in(desk, made.id, attaching.looked_at("a.jpg", data))
    session = DraftSession(made, monotonic=program.clock.monotonic)
    session.apply(*attaching.attach(kept, referral=made))
    desk.save(made.id, session.take_unsaved(), screen="test")
    desk.one = session.referral
    yield program, desk
    desk.close()


@pytest.fixture
def receiver(tmp_path):
    program, desk = school(tmp_path / "b", "Oakfield Fictional Academy")
    yield program, desk
    desk.close()


@pytest.fixture
def show(qtbot):
    def open_(screen, lane):
        screen.lane = lane
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.entered()
        lane.run()
        return screen

    return open_


@pytest.fixture
def handing(show, sender):
    program, desk = sender
    lane = HandLane()
    hands = DeskHandsOver(program, desk, Here, desk.one.id, cost=CHEAP)
    screen = HandingOverScreen(
        desk.one, (), hands=hands, vault_lane=lane, work_lane=lane, clock=HandClock()
    )
    return show(screen, lane)


@pytest.fixture
def opening(show, receiver):
    lane = HandLane()
    screen = PackageScreen(
        takes=DeskTakesIn(*receiver), vault_lane=lane, work_lane=lane, clock=HandClock()
    )
    return show(screen, lane)


@pytest.fixture
def package(sender, tmp_path):
    program, desk = sender
    path = tmp_path / "p.ffd"
    handing_over.pack(
        program, desk, desk.one.id, path, passphrase=SPOKEN, to="", screen="test", cost=CHEAP
    )
    return path


def save(screen, button, target):
    button.click()
    dialog, screen.dialog = screen.dialog, None
    (name,) = dialog.selectedFiles()
    dialog.fileSelected.emit(str(target))
    dialog.close()
    screen.lane.run()
    return name.rsplit("/", 1)[-1]


def shown(screen):
    said = screen.telling.code.accessibleName().removeprefix("Passphrase: ")
    return said.replace(" ", "").replace(";", "")


def look_into(screen, path, passphrase=SPOKEN):
    screen.choose_file(path)
    screen.passphrase.line.setText(passphrase)
    screen.look.click()
    screen.lane.run()


def test_a_package_is_saved_under_its_reference_and_its_passphrase_opens_it(
    handing, receiver, tmp_path, qtbot
):
    handing.to.setText("Oakfield")
    target = tmp_path / "out.ffd"
    assert save(handing, handing.save, target) == "FFD-2026-0001.ffd"
    with qtbot.waitSignal(handing.copies) as told:
        handing.telling.copy.click()
    assert told.args[0] == shown(handing)
    found = DeskTakesIn(*receiver).look(target, shown(handing), SILENT)
    assert found.about.to == "Oakfield"
    assert "Handed over to Oakfield" in handing.notes.text()


def test_a_lock_keeps_for_whom_it_is_and_never_the_passphrase(handing, tmp_path):
    handing.to.setText("Oakfield")
    save(handing, handing.save, tmp_path / "out.ffd")
    typed = handing.half_typed()
    assert typed == {"to": "Oakfield"}
    handing.to.clear()
    handing.put_back(typed)
    assert handing.to.text() == "Oakfield"
    assert shown(handing) not in str(typed)


def test_what_cannot_be_written_is_said_and_no_passphrase_is_shown(handing, tmp_path):
    save(handing, handing.save, tmp_path / "none" / "out.ffd")
    assert handing.banner.isVisible()
    assert handing.telling.isHidden()
    assert handing.save.isEnabled()


def test_a_stop_writes_nothing(handing, tmp_path):
    handing.save.click()
    handing.dialog.fileSelected.emit(str(tmp_path / "out.ffd"))
    handing.dialog.close()
    assert handing.working.isVisible()
    handing.working.stop.click()
    handing.lane.run()
    assert not (tmp_path / "out.ffd").exists()
    assert handing.telling.isHidden()


def test_what_is_in_it_is_shown_before_anything_is_taken_in(opening, package, receiver):
    look_into(opening, package, f"{SPOKEN[:4]} {SPOKEN[4:12]}-{SPOKEN[12:]}")
    assert "A draft, FFD-2026-0001, from Larkrise" in opening.heading.text()
    assert "Kit Larkrise" in opening.lines.text()
    assert opening.take.isVisible()
    assert opening.focusWidget() is opening.take
    assert opening.passphrase.text() == ""
    assert receiver[1].shelf() == ()


def test_taken_in_it_is_on_the_shelf_and_a_receipt_goes_back(
    opening, handing, package, receiver, tmp_path, qtbot
):
    look_into(opening, package)
    opening.take.click()
    opening.lane.run()
    (row,) = receiver[1].shelf()
    assert opening.receipt.isVisible()
    assert not opening.take.isVisible()
    target = tmp_path / "r.json"
    assert save(opening, opening.receipt, target) == "FFD-2026-0001-receipt.json"
    handing._take_receipt(target)
    handing.lane.run()
    assert "They have it: Ann Teasdale, Oakfield Fictional Academy" in handing.notes.text()
    with qtbot.waitSignal(opening.go) as told:
        opening.open.click()
    assert told.args[0] == ToDraft(row.id)


def test_left_alone_nothing_is_taken_in(opening, package, receiver):
    look_into(opening, package)
    opening.leave_it.click()
    opening.lane.run()
    assert not opening.take.isVisible()
    assert receiver[1].shelf() == ()


def test_a_wrong_passphrase_is_said_and_can_be_typed_again(opening, package):
    look_into(opening, package, "1" * 24)
    assert opening.banner.isVisible()
    assert opening.focusWidget() is opening.passphrase.line
    look_into(opening, package)
    assert opening.take.isVisible()


def test_stopped_half_way_nothing_is_on_the_shelf(opening, package, receiver):
    look_into(opening, package)
    opening.take.click()
    opening.working.stop.click()
    opening.lane.run()
    assert receiver[1].shelf() == ()
    assert opening.working.isHidden()


def test_a_lock_keeps_which_file_it_was_and_asks_its_passphrase_again(opening, package):
    look_into(opening, package)
    typed = opening.half_typed()
    assert typed == {"file": str(package)}
    opening.put_back(typed)
    assert opening.file.text() == package.name
    assert not opening.take.isVisible()
    assert opening.focusWidget() is opening.passphrase.line


def test_without_a_file_looking_leads_to_the_choice(opening):
    opening.look.click()
    assert opening.focusWidget() is opening.choose


def test_a_referral_that_came_in_offers_its_receipt(show, receiver, package, tmp_path):
    program, desk = receiver
    lane = HandLane()
    taking = DeskTakesIn(program, desk)
    looked = taking.look(package, SPOKEN, SILENT)
    one = taking.taking(looked)
    while one.step() < one.total:
        pass
    hands = DeskHandsOver(program, desk, Here, one.referral_id, cost=CHEAP)
    screen = HandingOverScreen(
        desk.open(one.referral_id).referral,
        (),
        hands=hands,
        vault_lane=lane,
        work_lane=lane,
        clock=HandClock(),
    )
    show(screen, lane)
    assert screen.confirm.isVisible()
    assert "Taken in from Larkrise" in screen.notes.text()
    assert save(screen, screen.confirm, tmp_path / "r.json").endswith("-receipt.json")
    write_receipt(tmp_path / "s.json", make_receipt(desk, one.referral_id))
    assert (tmp_path / "r.json").read_bytes() == (tmp_path / "s.json").read_bytes()


@pytest.mark.parametrize("there", [ToHandOver("r1"), ToPackage()])
def test_somebody_who_comes_back_is_where_they_were(there):
    assert destination_of(where_of(there, {})) == there
