"""A concern log on the command line: looked at, mapped, brought in once, remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import logs
from tests.integration.test_cli import Shell, shell  # noqa: F401 - a fixture

CHILD = '{"first_names": "Amélie", "family_name": "Ashdown-Pike"}'
BEN = '{"first_names": "Bronisław", "family_name": "O’Brannagh"}'


@pytest.fixture
def draft(shell: Shell) -> str:  # noqa: F811
    made = shell.json("referral", "new", "--form", "csc")
    for one in (CHILD, BEN):
        shell.lines("referral", "add", made["id"], "children", one)
    return str(made["id"])


def events(shell: Shell, draft: str) -> list[dict[str, object]]:  # noqa: F811
    return shell.json("referral", "show", draft).get("events", [])


def test_a_log_comes_in_once_and_says_what_it_left(
    shell: Shell,  # noqa: F811
    draft: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(logs.one_column_each())
    looked = shell.lines("referral", "bring-in", draft, path, "--preview")
    assert "4 rows: 3 new, 1 about nobody in this referral" in looked
    assert "Nothing was brought in." in looked
    assert "Incident date: When it happened" in shell.err
    assert events(shell, draft) == []
    told = shell.json("referral", "bring-in", draft, path, "--only-on-file")
    assert (told["brought_in"], told["counts"]["elsewhere"]) == (3, 1)
    kept = events(shell, draft)
    assert [one["in_referral"] for one in kept] == [False] * 3
    assert kept[1]["exact_words"] == "“No tea”"
    assert kept[1]["what"] == "Told the nurse:\nshe had not eaten.\n\nCategory: Home life"
    again = shell.json("referral", "bring-in", draft, path)
    assert (again["brought_in"], again["counts"]["there"]) == (0, 3)


def test_whom_rows_concern_that_name_no_child_is_said(
    shell: Shell,  # noqa: F811
    draft: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Date,Details\n12/03/2026,Came late\n", encoding="utf-8")
    ben = shell.json("referral", "show", draft)["children"][1]["id"]
    assert shell.problem("referral", "bring-in", draft, path, "--about", "x") == "child_unknown"
    shell.lines("referral", "bring-in", draft, path, "--about", ben)
    assert events(shell, draft)[0]["children"] == [ben]


def test_rows_can_become_worries(shell: Shell, draft: str, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "log.xlsx"
    path.write_bytes(logs.book())
    shell.lines("referral", "bring-in", draft, path, "--become", "worries")
    worries = shell.json("referral", "show", draft)["statements"]
    assert len(worries) == 3
    assert worries[0]["text"].endswith("What was done: Coat lent.\nParents phoned")


def test_a_mapping_is_written_changed_used_and_remembered(
    shell: Shell,  # noqa: F811
    draft: str,
    tmp_path: Path,
) -> None:
    path, mapping = tmp_path / "log.csv", tmp_path / "mapping.toml"
    path.write_text("Datum,Wer,Was war\n12/03/2026,Mum,Came late and cried\n", encoding="utf-8")
    assert shell.problem("referral", "bring-in", draft, path) == "log_table_without_headings"
    path.write_text("Date,Wer,Details\n12/03/2026,Mum,Came late\n", encoding="utf-8")
    shell.lines("referral", "bring-in", draft, path, "--write-mapping", mapping)
    words = mapping.read_text("utf-8").replace('"Wer"\nis = ""', '"Wer"\nis = "who"')
    mapping.write_text(words, encoding="utf-8")
    shell.lines("referral", "bring-in", draft, path, "--mapping", mapping)
    assert events(shell, draft)[0]["who"] == "Mum"
    path.write_text("Date,Wer,Details\n13/03/2026,Dad,Rang\n", encoding="utf-8")
    shell.lines("referral", "bring-in", draft, path)
    assert events(shell, draft)[1]["who"] == "Dad"


def test_all_rows_are_one_batch_of_the_history(
    shell: Shell,  # noqa: F811
    draft: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(logs.one_column_each())
    before = len(shell.json("referral", "history", draft))
    shell.lines("referral", "bring-in", draft, path)
    rows = shell.json("referral", "history", draft)[before:]
    assert len(rows) == 3
    assert len({json.dumps(row["by"]) for row in rows}) == 1
