"""What comes after sending on the command line, in a real vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]
DAY = '{"type": "date", "kind": "day", "year": %d, "month": %d, "day": %d}'


@pytest.fixture
def sent(shell: Shell) -> str:
    """Give a referral that went long ago and was never answered."""
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    shell.json("referral", "set", made["id"], "after.sent_on", DAY % (2026, 1, 5))
    return str(made["id"])


def test_the_board_says_what_is_overdue_and_on_whose_word(shell: Shell, sent: str) -> None:
    found = shell.json("following", "board")
    assert isinstance(found, list)
    [line] = found
    assert (line["id"], line["event"], line["when"]) == (sent, "decision", "overdue")
    assert line["words"] == "by the end of Tuesday 6 January 2026"
    assert line["source"]
    assert "Overdue" in shell.lines("following", "board")


def test_a_closed_referral_is_on_no_board(shell: Shell, sent: str) -> None:
    shell.json("referral", "set", sent, "after.closed_on", DAY % (2026, 2, 2))
    assert shell.json("following", "board") == []
    assert shell.lines("following", "board").strip() == "Nothing is due."


def test_words_for_a_chase_name_the_day_and_no_chase_is_made_up(shell: Shell, sent: str) -> None:
    assert "5 January 2026" in shell.lines("following", "chase", sent)
    assert "5 January 2026" in shell.lines("following", "case", sent)
    shell.json("referral", "set", sent, "after.sent_on", "null")
    assert shell.problem("following", "chase", sent) == "nothing_due"


def test_figures_are_counted_and_written_as_a_table(
    shell: Shell, sent: str, tmp_path: Path
) -> None:
    table = tmp_path / "figures.csv"
    shell.lines("referral", "set", sent, "after.outcome", '"advice"')
    shell.lines("following", "figures", "--csv", table)
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert "Referrals,Sent,1" in rows
    assert "Outcome,Advice or information,1" in rows
    none = shell.lines("following", "figures", "--since", "2026-02-01")
    assert "Referrals: Sent: 0" in none
    assert shell.problem("following", "figures", "--csv", table) == "file_exists"


def test_a_held_record_cannot_be_destroyed(shell: Shell, sent: str) -> None:
    shell.json("referral", "set", sent, "after.hold", "true")
    [row] = shell.json("following", "reviews")  # type: ignore[misc]
    assert row["held"]


def test_closures_are_kept_in_order_and_taken_out(shell: Shell, sent: str) -> None:
    shell.lines("following", "closures", "add", "2027-03-26", "2027-04-09", "Easter")
    shell.lines("following", "closures", "add", "2026-01-06", "2026-01-07", "Snow")
    assert shell.problem("following", "closures", "add", "2027-05-02", "2027-05-01", "x") == (
        "closure_backwards"
    )
    listed = shell.lines("following", "closures", "list").splitlines()
    assert [line.split("  ")[1] for line in listed] == ["Snow", "Easter"]
    [line] = shell.json("following", "board")  # type: ignore[misc]
    assert line["closed"] == "Snow"
    shell.lines("following", "closures", "remove", "2026-01-06")
    assert shell.problem("following", "closures", "remove", "2026-01-06") == "closure_unknown"


def test_figures_count_what_stood_when_it_was_sealed(shell: Shell, sent: str) -> None:
    before = shell.json("referral", "check", sent)
    assert isinstance(before, dict)
    assert "Findings when sealed: Must: 0" in shell.lines("following", "figures")
    shell.json("referral", "seal", sent)
    assert before["counts"]["must"] > 0
    words = shell.lines("following", "figures")
    assert f"Findings when sealed: Must: {before['counts']['must']}" in words


def test_a_record_is_kept_longer_or_held_with_a_reason(shell: Shell, sent: str) -> None:
    keep = ("following", "keep", sent, "--until")
    assert shell.problem(*keep, "2001-01-01", "--reason", "x") == "keeping_unclear"
    assert shell.problem(*keep, "2060-03-01", "--reason", " ") == "keeping_unclear"
    shell.lines(*keep, "2060-03-01", "--reason", "She asked us to.")
    (found,) = shell.json("following", "reviews")
    assert found["on"] == "2060-03-01"
    shell.lines("following", "hold", sent, "--reason", "A court asked.")
    (held,) = shell.json("following", "reviews")
    assert held["held"] == "A court asked."
