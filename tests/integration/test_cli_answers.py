"""A finding is answered with a reason on the command line, in a real vault, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]
FINDING = "clarity.abbreviation:concern.what_happened:EHA"
REASON = "The reader asked for it like that."


@pytest.fixture
def draft(shell: Shell) -> str:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one = str(made["id"])
    shell.json("referral", "set", one, "concern.what_happened", '"The EHA was closed."')
    return one


def checked(shell: Shell, draft: str) -> tuple[set[str], dict[str, str]]:
    told = shell.json("referral", "check", draft)
    assert isinstance(told, dict)
    found = {one["id"] for one in told["findings"]}
    return found, {one["id"]: one["reason"] for one in told["answered"]}


def test_an_answered_finding_is_listed_apart_with_its_reason(shell: Shell, draft: str) -> None:
    assert FINDING in checked(shell, draft)[0]
    shell.json("referral", "answer", draft, FINDING, REASON)
    found, answered = checked(shell, draft)
    assert FINDING not in found
    assert answered == {FINDING: REASON}
    lines = shell.lines("referral", "check", draft)
    assert "ANSWERED  “EHA” is not spelled out." in lines
    assert REASON in lines


def test_a_reason_that_stays_on_file_is_in_no_paper(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    shell.json("referral", "answer", draft, FINDING, REASON)
    shell.json("referral", "export", draft, "--json", tmp_path / "f.json")
    shell.json("referral", "export", draft, "--text", tmp_path / "f.txt")
    for name in ("f.json", "f.txt"):
        assert REASON not in (tmp_path / name).read_text(encoding="utf-8")


def test_a_reason_taken_back_lets_the_finding_speak_again(shell: Shell, draft: str) -> None:
    shell.json("referral", "answer", draft, FINDING, REASON)
    shell.json("referral", "take-back", draft, FINDING)
    found, answered = checked(shell, draft)
    assert FINDING in found
    assert answered == {}


def test_what_cannot_be_answered_is_refused_and_says_why(shell: Shell, draft: str) -> None:
    before = shell.json("referral", "show", draft)
    gap = next(one for one in checked(shell, draft)[0] if one.startswith("needed."))
    for finding, reason, code in (
        ("nothing:here", REASON, "finding_unknown"),
        (FINDING, "  ", "reason_missing"),
        (gap, REASON, "finding_not_answerable"),
    ):
        assert shell.problem("referral", "answer", draft, finding, reason) == code
    assert shell.problem("referral", "take-back", draft, FINDING) == "finding_unknown"
    assert shell.json("referral", "show", draft) == before
