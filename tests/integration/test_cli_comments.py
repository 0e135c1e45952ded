"""Comments on the command line, in a real vault: made, listed, resolved, and never written out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.integration.test_cli import PROFILE, Shell, shell

__all__ = ["shell"]
WORDS = "Quillwort: who saw it?"


@pytest.fixture
def draft(shell: Shell) -> str:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    shell.json("referral", "set", made["id"], "concern.what_happened", '"Came in late."')
    return str(made["id"])


def comment(shell: Shell, draft: str, path: str = "concern.what_happened") -> str:
    made = shell.json("referral", "comment", draft, path, WORDS)
    assert isinstance(made, dict)
    return str(made["id"])


def test_a_comment_says_who_made_it_and_is_resolved(shell: Shell, draft: str) -> None:
    made = comment(shell, draft)
    told = shell.json("referral", "comments", draft)
    assert isinstance(told, list)
    assert (told[0]["id"], told[0]["by"]) == (made, PROFILE.staff_name)
    assert told[0]["said_of"] == "Came in late."
    shell.lines("referral", "set", draft, "concern.what_happened", '"Came in at ten."')
    lines = shell.lines("referral", "comments", draft)
    assert "The answer has changed since." in lines
    shell.lines("referral", "resolve", draft, made)
    shell.lines("referral", "resolve", draft, made)
    assert f"resolved by {PROFILE.staff_name}" in shell.lines("referral", "comments", draft)


def test_what_is_open_is_listed_first(shell: Shell, draft: str) -> None:
    first, second = comment(shell, draft), comment(shell, draft, "")
    shell.lines("referral", "resolve", draft, first)
    listed = shell.json("referral", "comments", draft)
    assert isinstance(listed, list)
    assert [one["id"] for one in listed] == [second, first]


def test_a_comment_is_shown_found_and_never_written_out(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    comment(shell, draft)
    comment(shell, draft, "")
    assert WORDS in shell.lines("referral", "show", draft)
    shown = shell.json("referral", "show", draft)
    assert isinstance(shown, dict)
    assert len(shown["comments"]) == 2
    for kind in ("pdf", "json", "text"):
        target = tmp_path / f"out.{kind}"
        shell.json("referral", "export", draft, f"--{kind}", target)
        assert b"Quillwort" not in target.read_bytes()
    assert "comments" not in json.loads((tmp_path / "out.json").read_bytes())


def test_a_comment_on_nothing_or_without_words_is_not_made(shell: Shell, draft: str) -> None:
    for path in ("people[nobody]", "nonsense", "nonsense.at_all", "comments[k1].text", "comments"):
        assert shell.problem("referral", "comment", draft, path, WORDS) == "unknown_path"
    assert shell.problem("referral", "comment", draft, "", "  ") == "comment_empty"
    assert shell.problem("referral", "resolve", draft, "k1") == "comment_unknown"
    assert shell.json("referral", "comments", draft) == []


def test_who_said_what_is_never_typed(shell: Shell, draft: str) -> None:
    made = comment(shell, draft)
    forged = json.dumps({"text": "Well done.", "by": "Somebody else"})
    for words in (
        ("set", draft, f"comments[{made}].by", '"Somebody else"'),
        ("set", draft, "comments", "[]"),
        ("add", draft, "comments", forged),
        ("add", draft, f"comments[{made}].replies", forged),
    ):
        assert shell.problem("referral", *words) == "comment_is_no_answer"
