"""Children who come into a draft later: from the roll, referred too, and not yet born."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker

MAJA = "X885000022102"
RUBY = "H885000025104"


@pytest.mark.slow
def test_children_come_into_an_open_draft_and_nothing_is_entered_twice(
    opens: Open, tmp_path: Path
) -> None:
    _, walker = opens()
    steps.look_round(walker)
    start_about_maja_alone(walker)
    steps.go_to_section(walker, "Name the children")
    walker.push("Add a child from the roll").type("kacper")
    walker.reads("Kacper Reedmace-Żak").press(Key.Key_Down).enter()
    walker.stands_at("Add Kacper Reedmace-Żak to this draft").enter()
    walker.reads("Kacper Reedmace-Żak was added from the roll", "not entered twice")
    walker.reads("Hanna Reedmace", "Marek Żak")
    walker.push("Add a child from the roll").type(RUBY).reads("Ruby Osier")
    walker.choose("Family, not referred").push("Add Ruby Osier to this draft")
    walker.reads("Ruby Osier was added from the roll").push("Refer too: Ruby")
    walker.reads("Ruby is referred too", "Undo")
    walker.push("Add an unborn baby").type(" 14 February 2027")
    walker.reads("The baby", "due 14 February 2027, referred")
    steps.is_saved(walker)
    walker.push("Check").reads("To put right", "FFD-2026-0003")
    walker.push("Save as text")
    steps.choose_file(walker, tmp_path / "family.txt")
    walker.reads("Saved as family.txt")
    assert_the_family_is_there_once((tmp_path / "family.txt").read_text(encoding="utf-8"))


def start_about_maja_alone(walker: Walker) -> None:
    """Nobody else is decided on at the beginning."""
    walker.ctrl(Key.Key_N).reads("Is a child in immediate danger now?")
    walker.choose("No").tab_to("UPN or any part of a name").type(MAJA).enter()
    walker.push("Start writing about Maja Reedmace-Żak").reads("Check for danger")


def assert_the_family_is_there_once(text: str) -> None:
    """The mother stands once, with all three; each child stands by their parents."""
    said = " ".join(text.split())
    related = said[said.index("How the children are related") :]
    by_parents = "Parents: Hanna Reedmace (mother), Marek Żak (father) Children of both: "
    assert f"{by_parents}Maja Reedmace-Żak, Kacper Reedmace-Żak" in related
    assert "Hanna Reedmace (mother), Dean Osier (father)" in related
    assert "Not said: mother and father Children of both: The baby" in related
    assert text.count("Person: Hanna Reedmace\n") == 1
