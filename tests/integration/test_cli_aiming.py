"""A draft is aimed at another form and back, on the command line and in a real vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]


@pytest.fixture
def draft(shell: Shell) -> str:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one = str(made["id"])
    shell.json(
        "referral", "set", one, "concern.what_happened", '"Came in late."',
        "wanted.asked", '"Parenting support."',
    )  # fmt: skip
    return one


def test_every_answer_stays_and_what_is_not_asked_is_named(
    shell: Shell,
    draft: str,
    tmp_path: Path,
) -> None:
    before = shell.json("referral", "show", draft)
    told = shell.json("referral", "aim", draft, "--form", "eh")
    assert isinstance(told, dict)
    assert told["form"] == "eh"
    assert {"section": "What happened", "answers": 1} in told["not_asked"]
    shell.json("referral", "export", draft, "--text", tmp_path / "eh.txt")
    printed = (tmp_path / "eh.txt").read_text(encoding="utf-8")
    assert "Request for Early Help" in printed
    assert "Parenting support." in printed
    assert "Came in late." not in printed
    assert "Every answer is kept" in shell.lines("referral", "aim", draft, "--form", "walsall/marf")
    shell.json("referral", "export", draft, "--text", tmp_path / "marf.txt")
    printed = (tmp_path / "marf.txt").read_text(encoding="utf-8")
    assert "To Walsall." in printed
    assert "Came in late." in printed
    shell.json("referral", "aim", draft, "--form", "worcestershire/csc")
    assert shell.json("referral", "show", draft) == before
    history = shell.json("referral", "history", draft)
    assert isinstance(history, list)
    assert [row["edit"]["path"] for row in history[-2:]] == ["council", "form"]


def test_a_form_that_is_not_there_changes_nothing(shell: Shell, draft: str) -> None:
    before = shell.json("referral", "show", draft)
    assert shell.problem("referral", "aim", draft, "--form", "nonsense") == "form_unknown"
    assert shell.problem("referral", "set", draft, "form", '"nonsense"') == "form_is_no_answer"
    assert shell.json("referral", "show", draft) == before
