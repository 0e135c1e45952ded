"""Five children, three fathers, two addresses: from one UPN to a paper, by keyboard, at a sitting.

Whatever the roll knows is never typed again, and the paper says how they belong together.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.pdf.reading import by_pdfium
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import CTRL, Key, Walker

UPN = "X885000022102"
HEARD = "The youngest said that they had slept on the bathroom floor."
WORRY = "The two youngest come without a coat."
LUNCH = "Came without lunch on six days."
FROM_THE_ROLL = (
    "Maja", "Kacper", "Tyler", "Ruby", "Edward", "Hanna", "Marek", "Callum", "Dean", "Irena",
    "Reedmace", "Osier", "Sallow", "Reed Row", "Quay Court", "WR99", "07700", "2018", "Saltmarsh",
)  # fmt: skip
DRAWN = (
    "A family picture of 5 children (4 referred) and 5 adults.",
    "Ruby Osier: female; born 8 November 2020; age 6; not referred.",
    "Hanna Reedmace and Callum Sallow: living together",
    "Children of Hanna Reedmace and Callum Sallow: Edward Reedmace.",
    "Children of Hanna Reedmace and Marek Żak: Maja Reedmace-Żak and Kacper Reedmace-Żak.",
    "Children of Hanna Reedmace and Dean Osier: Tyler Osier and Ruby Osier.",
    "At 3 Osier Walk: Ruby (not referred) and Dean (father).",
    "At 12 Reed Row: Maja, Kacper, Tyler, Edward, Hanna (mother) and Callum (father).",
)


@pytest.mark.slow
def test_a_large_family_is_written_from_one_upn_and_nothing_is_typed_again(
    opens: Open, tmp_path: Path
) -> None:
    _, walker = opens()
    steps.look_round(walker)
    start_with_the_family(walker)
    say_who_is_a_couple(walker)
    say_who_the_grandmother_is(walker)
    tell_what_happened(walker)
    worry_about_two_of_them(walker)
    write_three_rows(walker)
    typed = walker.typed
    walker.push("Check").reads("To put right", "FFD-2026-0003")
    steps.save_pdf(walker, tmp_path / "family.pdf")
    walker.push("Save as text")
    steps.choose_file(walker, tmp_path / "family.txt")
    walker.reads("Saved as family.txt")
    assert [known for known in FROM_THE_ROLL if known in typed.replace(UPN, "")] == []
    assert_it_can_be_drawn(tmp_path)


def start_with_the_family(walker: Walker) -> None:
    """One UPN; of four possible brothers and sisters three are referred too."""
    walker.ctrl(Key.Key_N).reads("Is a child in immediate danger now?")
    walker.choose("No").tab_to("UPN or any part of a name").type(UPN).enter()
    walker.reads("Ruby Osier")
    walker.choose("Kacper Reedmace-Żak: Refer too").choose("Tyler Osier: Refer too")
    walker.choose("Ruby Osier: Family, not referred").choose("Edward Reedmace: Refer too")
    walker.push("Start writing about Maja Reedmace-Żak").reads("Check for danger")


def say_who_is_a_couple(walker: Walker) -> None:
    """The parents of a child are offered as a pair; two letters are enough for what they are."""
    steps.go_to_section(walker, "Couples, now or before")
    walker.push("Hanna Reedmace and Callum Sallow").reads("What they are to each other")
    walker.tab_to("What they are to each other").type("ving").enter().reads("Living together")


def say_who_the_grandmother_is(walker: Walker) -> None:
    """On the grid itself: arrows to the square, a letter for the relationship, a figure for PR."""
    steps.go_to_section(walker, "Who belongs to whom")
    walker.tab_to("Adults and children: what they are to each other")
    walker.tab_to("Adults and children: what they are to each other")
    walker.press(Key.Key_Down, times=3).type("g1").reads("Irena Reedmace and Maja Reedmace-Żak")
    walker.until(lambda: "Grandmother" in walker.row(), "the square does not say grandmother")


def tell_what_happened(walker: Walker) -> None:
    """The story, once for all of them."""
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").type(HEARD)


def worry_about_two_of_them(walker: Walker) -> None:
    """Everybody is meant until somebody is taken out."""
    steps.go_to_section(walker, "What worries you")
    walker.push("Add a worry").stands_at("What worries you").type(WORRY)
    walker.reads("All 4 children referred").push("Maja").press(Key.Key_Right).space()
    walker.reads("Tyler, Edward")


def write_three_rows(walker: Walker) -> None:
    """A new row in one chord; they sort themselves."""
    steps.go_to_section(walker, "What came before, by date")
    walker.press(Key.Key_Return, CTRL).stands_at("When").type("March 2026").press(Key.Key_Tab)
    walker.type(LUNCH).press(Key.Key_Return, CTRL).stands_at("When")
    walker.ctrl(Key.Key_A).type("2024").press(Key.Key_Tab).type("The family moved.")
    walker.press(Key.Key_Return, CTRL).stands_at("When").ctrl(Key.Key_A).type("3/9/26")
    walker.press(Key.Key_Tab).type("A neighbour phoned.").press(Key.Key_Escape)
    walker.reads("3 rows", "3 September 2026")
    steps.is_saved(walker)


def assert_it_can_be_drawn(folder: Path) -> None:
    """The words that stand for the picture say it all, and the PDF has the rows in their order."""
    text = " ".join((folder / "family.txt").read_text(encoding="utf-8").split())
    assert [words for words in DRAWN if words not in text] == []
    assert "Grandmother of Maja" in text
    pages = by_pdfium((folder / "family.pdf").read_bytes())
    assert pages.index("The family moved.") < pages.index(LUNCH) < pages.index("A neighbour phoned")
    for words in (HEARD, WORRY):
        assert words in " ".join(pages.split())
