"""The walk with the council’s details: corrected at set-up, kept through an update, seen again."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from ffd_desktop.councils import bundled
from ffd_desktop.councils.pack import Pack
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker
from tests.pictures.clock import StandingClock

NUMBER = "Telephone number of Family Front Door (FFD)"
HOURS = "Opening hours of Family Front Door (FFD)"
OURS, NEWER = "01632 960555", "01632 960777"
DIFFERENCE = f"Published now: {NEWER}; you have: {OURS}, corrected by Rhiannon Tanglewood on "


def updated(pack_of: Callable[[str], Pack]) -> Callable[[str], Pack]:
    """A later program, whose packs publish another number for the front door."""

    def newer(key: str) -> Pack:
        pack = pack_of(key)
        contacts = tuple(
            msgspec.structs.replace(one, phone=NEWER) if one.key == "front_door" else one
            for one in pack.contacts
        )
        return msgspec.structs.replace(pack, contacts=contacts)

    return newer


def set_up_with_a_correction(walker: Walker) -> None:
    steps.set_up_to_numbers(walker)
    walker.fill(NUMBER, OURS).reads("Keep this correction")
    walker.push("Confirm these numbers").reads("The school’s roll")
    walker.push("Later: go to the shelf").stands_at(steps.SHELF_SEARCH)


def test_a_correction_of_the_first_day_outlives_an_update_and_is_asked_about(
    opens: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, walker = opens(StandingClock())
    set_up_with_a_correction(walker)
    walker.reads(OURS).reads_no("Look through them")
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window stays open")

    monkeypatch.setattr(bundled, "bundled_pack", updated(bundled.bundled_pack))
    _, walker = opens(StandingClock())
    walker.reads("FFD Desktop is locked", OURS, DIFFERENCE)
    steps.unlock(walker, steps.PASSPHRASE)
    walker.stands_at(steps.SHELF_SEARCH)
    walker.reads(OURS, DIFFERENCE, "The council publishes something new")
    walker.push("Look through the council’s details")
    walker.reads("Whom to reach in Worcestershire", DIFFERENCE)

    walker.fill(HOURS, "Mon to Th").reads("Kept in your words")
    walker.ctrl(Key.Key_L)
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads("Whom to reach in Worcestershire", "Kept in your words").stands_at(HOURS)
    walker.fill(HOURS, "Mon to Thu 8:45 to 17:15, Fri 8.45-4.45")
    walker.reads("Read as: Monday to Thursday 08:45 to 17:15; Friday 08:45 to 16:45.").enter()
    walker.reads("Corrected by Rhiannon Tanglewood")

    walker.push(f"Still right: {NUMBER}").reads_no("Published now:")
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    walker.reads(OURS).reads_no("Look through them").reads_no("Published now:")

    walker.push("Settings").reads("Whom to reach in Worcestershire")
    walker.push("Look through the council’s details").push("The details of Walsall")
    walker.reads("Whom to reach in Walsall")
    hours = "Opening hours of Multi-Agency Safeguarding Hub (MASH)"
    walker.fill(hours, "8:45 to").ctrl(Key.Key_L)
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads("Whom to reach in Walsall").stands_at(hours).type(" 17:15").enter()
    walker.reads("As told by Rhiannon Tanglewood")
