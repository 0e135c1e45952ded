"""Two members of staff and one vault, by keyboard alone: let in, kept from, removed."""

from __future__ import annotations

import pytest

from ffd_desktop.app import fictional
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import SHIFT, Key, Walker

HIM, HIS = "Idris Calloway", "lantern gravel tulip 47"
HIS_PHONE = "01632 960155"
CHILD = "Oscar Vetch"
HERS = fictional.PASSPHRASE
SHE = fictional.SCHOOL.staff_name


@pytest.mark.slow
def test_a_colleague_is_let_in_keeps_a_draft_to_himself_and_is_removed(
    inside: tuple[House, Walker],
) -> None:
    house, walker = inside
    let_him_in(walker)
    he_unlocks(walker)
    he_gives_his_details(walker)
    his_details_are_in_a_new_referral(walker)
    he_restricts_it(walker)
    nothing_outside_names_him(house)
    she_unlocks_and_sees_only_that_it_exists(walker)
    she_removes_him(walker)
    his_passphrase_opens_nothing(walker)


def let_him_in(walker: Walker) -> None:
    """He types his passphrase himself."""
    steps.to_colleagues(walker)
    steps.let_in(walker, HIM, HIS)


def he_unlocks(walker: Walker) -> None:
    """Two names are offered; hers is chosen, since she was here last."""
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked", "Your name")
    choose_name(walker, HIM)
    walker.tab_to("Passphrase").type(HIS).enter().stands_at(steps.SHELF_SEARCH)


def he_gives_his_details(walker: Walker) -> None:
    """He is asked for them quietly; nothing waits for it."""
    walker.reads("Your own details").push("Add your details").reads("Settings")
    walker.until(lambda: HIM in walker.shown(), "his name is not there")
    assert (
        fictional.SCHOOL.staff_phone
        not in walker.tab_to("Direct telephone").shown().split("Your school", maxsplit=1)[0]
    )
    walker.type(HIS_PHONE).enter().reads("Kept.").push("Back to the shelf")
    walker.stands_at(steps.SHELF_SEARCH).reads_no("Your own details")


def his_details_are_in_a_new_referral(walker: Walker) -> None:
    """He is the referrer, at the school's address."""
    walker.ctrl(Key.Key_N).choose("No").tab_to("UPN or any part of a name").type("Oscar").enter()
    walker.push(f"Start writing about {CHILD}").reads(CHILD, "Check for danger")
    steps.go_to_section(walker, "You and your school")
    walker.reads(HIM, HIS_PHONE, fictional.SCHOOL.school_name)
    walker.reads_no(SHE).push("Back to the shelf").stands_at(steps.SHELF_SEARCH)


def he_restricts_it(walker: Walker) -> None:
    """Only he may read it now."""
    steps.to_the_rows(walker).row_to(CHILD)
    steps.restrict_marked_row(walker)
    walker.reads("Kept. Only those who are marked can read it.")


def nothing_outside_names_him(house: House) -> None:
    """This computer remembers who was here last by a random id."""
    kept = house.program.look()
    assert len(kept.person) == len("0123456789abcdef")
    for path in house.program.home.glob("*.json"):
        assert HIM not in path.read_text(encoding="utf-8")


def she_unlocks_and_sees_only_that_it_exists(walker: Walker) -> None:
    """She comes back to where she was; on her shelf is no word of it, and no search finds it."""
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked", "Your name")
    choose_name(walker, SHE)
    walker.tab_to("Passphrase").type(HERS).enter().reads("Who can open this vault")
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    walker.reads(f"Restricted: ask {HIM}").reads_no(CHILD)
    steps.to_the_rows(walker).row_to("Restricted").enter()
    walker.reads("restricted to some of the staff").reads_no(CHILD)
    walker.tab_to(steps.SHELF_SEARCH).type("Vetch").reads("Nothing found")


def she_removes_him(walker: Walker) -> None:
    """She is told what that does, and what would be left."""
    steps.to_colleagues(walker)
    walker.push(f"Remove {HIM}").reads("The vault gets another key", "1 restricted referral")
    walker.push("I know that only the recovery code opens them then")
    walker.tab_to("Your passphrase").type(HERS).enter()
    walker.reads(f"{HIM} can no longer open the vault")


def his_passphrase_opens_nothing(walker: Walker) -> None:
    """Nobody is asked for a name any more; hers opens it as ever."""
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked").reads_no("Your name")
    walker.stands_at("Passphrase").type(HIS).enter().reads("That passphrase does not open it.")


def choose_name(walker: Walker, name: str) -> None:
    """Choose a name by its first letter, as in any list; it stands before the passphrase."""
    walker.stands_at("Passphrase").press(Key.Key_Backtab, SHIFT).type(name[0]).stands_at(name)
