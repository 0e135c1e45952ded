"""A draft is written on another form, and on another council's, by keyboard, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.pdf.reading import by_pdfium
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker

MARF = "Walsall: Multi-Agency Referral Form (MARF)"
SOCIAL_CARE = "Worcestershire: Referral to Children’s Social Care"
VIOLENCE = "Serious and lasting domestic violence involves the child, directly or not"
HEARD = "Maja came in late with Teddy by the hand"


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


@pytest.mark.slow
def test_a_worcestershire_draft_becomes_a_walsall_form_with_its_matrix_and_numbers(
    opens: Open, tmp_path: Path
) -> None:
    _, walker = opens()
    steps.look_round(walker)
    steps.open_top_draft(walker)
    walker.push("Check")
    write_it_on(walker, MARF, "It asks for everything that is answered here.", "phone Walsall")
    walker.push("Back to the draft").reads("Back to the shelf", "·  MARF")
    what_walsall_says_stands_there(walker)
    mark_what_the_matrix_lists(walker)
    walker.push("Check").reads("Walsall: Multi-Agency Referral Form (MARF)")
    walker.reads("One question can wait until the child is safe.")
    steps.save_pdf(walker, tmp_path / "marf.pdf")
    write_it_on(
        walker,
        SOCIAL_CARE,
        "Kept, and not asked or printed there",
        "What the guidance lists: 1 answer",
    )
    steps.save_pdf(walker, tmp_path / "csc.pdf")
    assert_each_paper_is_its_council_s(tmp_path)


def write_it_on(walker: Walker, form: str, *told: str) -> None:
    """On the check screen: another form, with what it would not ask told first."""
    walker.push("Write it on another form").reads("Every answer stays in the draft")
    walker.choose(form)
    assert [words for words in told if words not in walker.described()] == []
    walker.push("Write it on this form").reads_no("Leave it as it is").reads(form)


def what_walsall_says_stands_there(walker: Walker) -> None:
    """Its numbers, its clock, its rule on consent; and the story as it was told."""
    steps.go_to_section(walker, "Check for danger")
    walker.reads("0300 555 2866", "The form (MARF) after a telephone call: by 10:05 on")
    steps.go_to_section(walker, "Record consent")
    walker.reads("MASH does not take the referral on", "Hanna has told us before")
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").reads(HEARD)


def mark_what_the_matrix_lists(walker: Walker) -> None:
    """Found by a word and marked by keys; what shows it is left for later."""
    steps.go_to_section(walker, "Mark what the guidance lists")
    walker.type("domestic").tab_to(VIOLENCE).press(Key.Key_Space)
    walker.reads("What you have marked")
    steps.is_saved(walker)


def assert_each_paper_is_its_council_s(folder: Path) -> None:
    """The story is on both; the matrix and its mark only on Walsall's."""
    marf, csc = (
        " ".join(by_pdfium((folder / name).read_bytes()).split())
        for name in ("marf.pdf", "csc.pdf")
    )
    assert HEARD in marf
    assert HEARD in csc
    assert VIOLENCE in marf
    assert VIOLENCE not in csc
    assert "Multi-Agency Referral Form" in marf
    assert "Multi-Agency Referral Form" not in csc
