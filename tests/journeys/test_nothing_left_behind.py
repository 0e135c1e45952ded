"""A canary word in every kind of answer: nothing holds it but the vault and what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker
from ui.shell.faults import Faults

CANARY = "Quillfeather"
FORMS = tuple(CANARY.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


@pytest.mark.slow
def test_no_file_and_no_log_holds_a_word_of_the_referral(
    opens: Open, tmp_path: Path, home: Path, capfd: pytest.CaptureFixture[str], monkeypatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    house, walker = opens()
    steps.look_round(walker)
    start_without_the_roll(walker)
    write_the_canary_everywhere(walker)
    walker.push("Check").reads(CANARY)
    steps.save_pdf(walker, tmp_path / "asked.pdf")
    crash(house.program)
    walker.push("Back to the draft").reads(CANARY).ctrl(Key.Key_L).reads("FFD Desktop is locked")
    assert CANARY not in walker.shown()
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window did not close")
    said = capfd.readouterr()
    assert CANARY not in said.out + said.err
    assert holders(tmp_path) + holders(home) == [str(tmp_path / "asked.pdf")]


def start_without_the_roll(walker: Walker) -> None:
    """A draft about a child of that name."""
    walker.ctrl(Key.Key_N).choose("No").push("Not on the roll? Start without it")
    walker.stands_at("First names").type(CANARY).enter().type(CANARY).enter()
    walker.reads("Check for danger")


def write_the_canary_everywhere(walker: Walker) -> None:
    """A line, a long text, a date that is none, an absence beside it, an item, a search."""
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").type(f"{CANARY} said so. ").paste(f"{CANARY} pasted.")
    walker.fill("When", f"{CANARY} day").fill("Where", CANARY)
    steps.not_known(walker, "How it came to light", "Not asked")
    steps.go_to_section(walker, "Name the adults")
    walker.push("Add an adult").stands_at("First names").type(CANARY)
    walker.ctrl(Key.Key_F).type(CANARY).reads(" of ").press(Key.Key_Escape)
    steps.is_saved(walker)


def crash(program: object) -> None:
    """A bug whose words hold the canary, as the top-level hook meets it."""
    Faults(program).on_error(ValueError(f"{CANARY} in a bug"))  # type: ignore[arg-type]


def holders(folder: Path) -> list[str]:
    """Give the files that hold the canary, or whose name does."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        str(path)
        for path in files
        if CANARY in path.name or any(form in path.read_bytes() for form in FORMS)
    ]
