"""A mark is set in the real window without a pointer, told of, locked away and found again."""

from __future__ import annotations

from ffd_desktop.app import fictional
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker


def test_a_mark_is_set_by_keys_and_is_there_after_a_lock(inside: tuple[House, Walker]) -> None:
    _, walker = inside
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Mark injuries")
    walker.tab_to("Body map: Front").press(Key.Key_Home).press(Key.Key_PageDown).reads(
        "Cross: Forehead"
    )
    walker.enter().reads("Forehead").stands_at("Body map: Front")
    walker.press(Key.Key_Return).fill("Size", "1 cm, round")
    steps.is_saved(walker)
    walker.ctrl(Key.Key_L)
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("Forehead", "1 cm, round").stands_at("Size")


def test_taking_a_mark_out_by_a_key_is_taken_back(inside: tuple[House, Walker]) -> None:
    _, walker = inside
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Mark injuries")
    walker.tab_to("Body map: Front").press(Key.Key_Home).enter().reads("Scalp")
    walker.press(Key.Key_Delete).reads("was taken out").reads_no("Take out this mark")
    walker.ctrl(Key.Key_Z).reads("Scalp")
