"""A level 3 without consent: nothing waits for it; the rule and the ways on are in sight."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.pdf.reading import by_pdfium
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Walker

JAYDEN = "K885000021109"
EARLY_HELP = "Request for Early Help, Family Support"
WHY = "It has grown over two years, and school alone cannot meet it."
REASON = "Two calls and a visit; nobody answered, and nobody opened."
WORRY = "Jayden came without a coat on six mornings."
FIRST, SECOND = "16 November 2026 at 15:40", "18 November 2026 at 16:10"
WAYS_ON = (
    "The council’s rule at level 3",
    "a request for early help cannot be handed in without confirmed consent",
    "Go on writing, saving and printing as a draft; nothing here waits for consent.",
    "Note each talk and each attempt, also when nobody answered.",
    "Ask for advice: Family Front Door (FFD), 01905 822666",
    "If the risk rises, judge the level again: another rule may then hold.",
)


@pytest.mark.slow
def test_a_level_3_without_consent_is_written_checked_and_printed_as_a_draft(
    opens: Open, tmp_path: Path
) -> None:
    _, walker = opens()
    steps.look_round(walker)
    steps.begin(walker, JAYDEN, danger="No", form=EARLY_HELP)
    judge(walker, "Level 3: Complex or growing needs")
    nobody_is_reached(walker)
    note_an_attempt(walker, 1, FIRST)
    note_an_attempt(walker, 2, SECOND)
    go_on_writing(walker)
    walker.push("Check").reads("The level is 3, and there is no consent.")
    walker.reads("Printing is never stopped")
    steps.save_pdf(walker, tmp_path / "draft.pdf")
    assert_the_paper_tells_it((tmp_path / "draft.pdf").read_bytes())
    walker.push("Back to the draft").reads("Back to the shelf")
    the_risk_rises(walker)


def judge(walker: Walker, level: str) -> None:
    """The level, and why."""
    steps.go_to_section(walker, "Judge the level of need")
    walker.choose(level).tab_to("Why this level").type(WHY)


def nobody_is_reached(walker: Walker) -> None:
    """The rule stands above the question and says how to go on; the reason is told."""
    steps.go_to_section(walker, "Record consent")
    walker.choose("Could not reach anyone who can give it", about="Consent for this referral")
    walker.reads("Consent: nobody reached", *WAYS_ON)
    walker.tab_to("The reason in your words").type(REASON)


def note_an_attempt(walker: Walker, number: int, when: str) -> None:
    """Who was tried, when, and that nobody answered."""
    steps.go_to_section(walker, "Note talks with parents")
    walker.push("Add a conversation").reads(f"Conversation {number}")
    walker.stands_at("Pat Fernley").space().tab_to("When").type(when)
    walker.choose("Tried, and could not reach them")


def go_on_writing(walker: Walker) -> None:
    """Nothing is shut, and every word is saved."""
    steps.go_to_section(walker, "What worries you")
    walker.push("Add a worry").stands_at("What worries you").type(WORRY)
    steps.is_saved(walker)


def assert_the_paper_tells_it(pdf: bytes) -> None:
    """It says that it is a draft, and what was tried."""
    words = " ".join(by_pdfium(pdf).split())
    for told in ("DRAFT", REASON, FIRST, SECOND, WORRY, "Could not reach anyone who can give it"):
        assert told in words, told


def the_risk_rises(walker: Walker) -> None:
    """Another level, another rule; and this form is no longer the one."""
    steps.go_to_section(walker, "Judge the level of need")
    walker.choose("Level 4: Statutory or specialist")
    steps.go_to_section(walker, "Record consent")
    walker.reads("The council’s rule at level 4", "The sources differ")
    walker.reads_no("nothing here waits for consent").push("Check")
    walker.reads("The level is 4, and this form asks for early help.")
    walker.reads_no("The level is 3, and there is no consent.")
