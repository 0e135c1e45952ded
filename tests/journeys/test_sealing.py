"""A referral is sealed in the window, read, not written any more, and corrected by an addendum."""

from __future__ import annotations

from ffd_desktop.app import fictional
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.sending.sealed import Sealed
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker

WORDS = "It was at the other gate; we were told on Tuesday."
MORE = " And the aunt was there."


def seal(walker: Walker) -> Walker:
    """From the shelf to what was sealed."""
    steps.to_the_rows(walker).enter().reads("Back to the shelf")
    walker.push("Check").reads("The front page as its reader will see it")
    walker.push("Seal").reads("nobody can change them").stands_at(
        "Seal it: nobody can change it after"
    )
    return walker.enter().reads("Write an addendum", "25 pages", "SHA-256")


def sealed(house: House) -> list[tuple[DraftState, list[Sealed]]]:
    """Give what is sealed in the vault, by referral."""
    desk = house.builder.desk
    assert desk is not None

    def look() -> object:
        kept = [(row.state, desk.sealed.of(row.id)) for row in desk.shelf()]
        return [(state, [desk.sealed.whole(one.id) for one in of]) for state, of in kept if of]

    return house.on_lane(look)  # type: ignore[return-value]


def test_a_sealed_referral_is_read_and_not_written(inside: tuple[House, Walker]) -> None:
    house, walker = inside
    seal(walker)
    ((state, (kept,)),) = before = sealed(house)
    assert state is DraftState.SEALED
    walker.push("Back to the referral").reads("This referral is sealed", f"SHA-256 {kept.short}")
    walker.tab_to("Sections of this referral").row_to("Tell what happened").press(Key.Key_Tab)
    walker.ctrl(Key.Key_End).type("late words").reads_no("late words")
    walker.push("Back to the shelf").tab_to("Drafts, 1").press(Key.Key_Right)
    walker.reads("Sealed, not sent")
    assert sealed(house) == before


def test_an_addendum_survives_a_lock_and_is_sealed_in_its_turn(
    inside: tuple[House, Walker],
) -> None:
    house, walker = inside
    seal(walker).tab_to("Addendum: what was wrong or is new, and why").type(WORDS)
    walker.reads("✓  Saved ").ctrl(Key.Key_L).reads("FFD Desktop is locked")
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("Write an addendum", WORDS)
    walker.tab_to("Addendum: what was wrong or is new, and why").ctrl(Key.Key_End).type(MORE)
    walker.push("Seal the addendum").reads("Addendum 1")
    ((_, (first, addendum)),) = sealed(house)
    assert addendum.text == WORDS + MORE
    assert first.digest.encode() in addendum.content
    walker.push("Back to the referral").push("Sealed: what was sealed, and addenda").reads(
        "Addendum 1", WORDS + MORE
    )
    walker.push("Copy as a new referral").reads("Back to the shelf").reads_no("is sealed")
    walker.push("Back to the shelf").reads("Drafts  2")


def test_not_yet_leaves_a_draft(inside: tuple[House, Walker]) -> None:
    house, walker = inside
    steps.to_the_rows(walker).enter().reads("Back to the shelf")
    walker.push("Check").push("Seal").reads("nobody can change them").push(
        "Not yet: leave it a draft"
    )
    walker.reads_no("nobody can change them")
    assert sealed(house) == []
