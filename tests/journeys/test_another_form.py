"""A draft is written on another form, and on another council's, by keyboard, in the real window."""

from __future__ import annotations

from tests.journeys import steps
from tests.journeys.conftest import Open


def test_a_draft_goes_to_another_form_and_comes_back_with_every_word(opens: Open) -> None:
    _, walker = opens()
    steps.look_round(walker)
    steps.open_top_draft(walker)
    walker.push("Check").reads("Printing is never stopped")
    walker.push("Write it on another form").reads("Every answer stays in the draft")
    walker.choose("Worcestershire: Request for Early Help, Family Support")
    walker.push("Write it on this form").reads(
        "Early help request", "The level is 4, and this form"
    )
    walker.push("Back to the draft").reads("Early help request")
    assert "Tell what happened" not in walker.shown()
    walker.push("Check").push("Write it on another form").choose(
        "Walsall: Multi-Agency Referral Form (MARF)"
    )
    walker.push("Write it on this form").reads("·  MARF")
    walker.push("Back to the draft").reads("Back to the shelf")
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").reads("Maja came in late with Teddy by the hand")
