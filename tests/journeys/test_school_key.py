"""The walk with the school's recovery key: made, typed back, and the vault opened by it alone."""

from __future__ import annotations

from ffd_desktop.app import fictional
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker

ORDINALS = ("first", "second", "third", "fourth", "fifth")
CARD = "School’s recovery key: "


def test_the_schools_key_is_made_typed_back_and_opens_the_vault(
    inside: tuple[House, Walker],
) -> None:
    _, walker = inside
    walker.push("Settings").reads("The school has no recovery key.")
    walker.tab_to("Your passphrase, to make or end the school’s key").type(fictional.PASSPHRASE)
    walker.push("Make a school recovery key").stands_at("Print the sheet").reads(CARD)
    said = next(one for one in walker.shown().splitlines() if one.startswith(CARD))
    groups = [one.replace(" ", "") for one in said.removeprefix(CARD).split(";")]
    for group, ordinal in zip(groups, ORDINALS, strict=False):
        if f"The {ordinal} group" in walker.shown():
            walker.tab_to(f"The {ordinal} group").type(group.lower())
    walker.push("I have typed both groups").reads("The school has a recovery key.")
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")
    walker.push("Use the recovery code instead").type(" ".join(groups)).enter()
    walker.reads("The school’s recovery key opened it: set a new passphrase in Settings now.")
