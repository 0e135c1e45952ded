"""The transfer sheet on the command line."""

from __future__ import annotations

from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]


def test_the_sheet_says_whose_order_it_is_and_what_to_type(shell: Shell) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    shell.json("referral", "set", made["id"], "concern.what_happened", '"Came in late."')
    shell.json("referral", "comment", made["id"], "", "Quillwort")
    lines = shell.lines("referral", "sheet", made["id"])
    assert "the web form’s own order is not known" in lines
    assert "Came in late." in lines.splitlines()
    assert "Quillwort" not in lines
    told = shell.json("referral", "sheet", made["id"])
    assert isinstance(told, dict)
    entries = [one for page in told["pages"] for one in page["entries"]]
    assert ["Came in late."] in [one["parts"] for one in entries]
