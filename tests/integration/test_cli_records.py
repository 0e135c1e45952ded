"""Papers about a record on the command line, in a real vault; and what is destroyed."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]
DAY = '{"type": "date", "kind": "day", "year": %d, "month": %d, "day": %d}'
PAPERS = ("chronology", "history", "after", "sending")


@pytest.fixture
def written(shell: Shell) -> str:
    """Give a referral of which something was written, sealed and noted as sent."""
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one = str(made["id"])
    shell.json("referral", "set", one, "concern.what_happened", '"He came to school hungry."')
    shell.json("referral", "add", one, "events", '{"what": "Came hungry", "in_referral": true}')
    shell.json("referral", "comment", one, "concern.what_happened", "Say when, Idris.")
    shell.json("referral", "seal", one)
    shell.json("referral", "set", one, "after.sent_on", DAY % (2026, 1, 5))
    shell.json("referral", "set", one, "after.sent_how", '"post"')
    return one


@pytest.mark.parametrize("which", PAPERS)
def test_each_paper_is_made_as_pdf_and_text_and_noted(
    shell: Shell, written: str, which: str, tmp_path: Path
) -> None:
    text, pdf = tmp_path / "paper.txt", tmp_path / "paper.pdf"
    export = ("referral", "export", written, "--only", which, "--noting", "the head")
    shell.lines(*export, "--text", text)
    shell.lines(*export, "--pdf", pdf)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "Say when" not in text.read_text(encoding="utf-8")
    noted = shell.json("referral", "papers", written)
    assert isinstance(noted, list)
    assert [one["left"]["how"] for one in noted] == ["text", "pdf"]
    assert all(one["left"]["whom"] == "the head" for one in noted)
    assert shell.problem(*export, "--pdf", pdf) == "file_exists"
    assert len(shell.json("referral", "papers", written)) == 2


def test_the_history_says_who_changed_what_and_what_was_printed(
    shell: Shell, written: str, tmp_path: Path
) -> None:
    out = tmp_path / "history.txt"
    shell.lines("referral", "export", written, "--pdf", tmp_path / "one.pdf")
    shell.lines("referral", "export", written, "--only", "history", "--text", out)
    words = out.read_text(encoding="utf-8")
    for part in (
        "Rhiannon Tanglewood",
        "He came to school hungry.",
        "The referral sealed",
        "Saved as PDF: Referral, as sealed",
        "How it was sent",
    ):
        assert part in words
    assert "concern.what_happened" not in words


def test_how_it_was_sent_is_no_receipt_and_bears_the_digest(
    shell: Shell, written: str, tmp_path: Path
) -> None:
    out = tmp_path / "sent.txt"
    sealed = shell.json("referral", "sealed", written)
    assert isinstance(sealed, list)
    shell.lines("referral", "export", written, "--only", "sending", "--text", out)
    words = out.read_text(encoding="utf-8")
    assert "has given no receipt" in words
    assert sealed[0]["digest"][:4] in words
    assert "5 January 2026" in words


def test_what_is_for_the_schools_own_file_is_not_made_for_the_family(
    shell: Shell, written: str, tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    export = ("referral", "export", written, "--for", "family", "--agreed", "--pdf", out, "--only")
    assert shell.problem(*export, "history") == "not_for_family"
    shell.lines(*export, "chronology")
    assert out.exists()


def test_a_paper_about_a_record_can_be_encrypted_like_any_other(
    shell: Shell, written: str, tmp_path: Path
) -> None:
    out = tmp_path / "history.pdf"
    shell.lines("referral", "export", written, "--only", "history", "--encrypted", "--pdf", out)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)


def test_one_persons_copy_is_made_with_what_is_to_be_looked_at(
    shell: Shell, written: str, tmp_path: Path
) -> None:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one, out = str(made["id"]), tmp_path / "copy.txt"
    child = shell.json("referral", "add", one, "children", '{"first_names": "Wren"}')
    other = shell.json("referral", "add", one, "children", '{"first_names": "Osian"}')
    assert isinstance(child, dict)
    assert isinstance(other, dict)
    shell.lines("referral", "set", one, "concern.what_happened", '"Osian pushed Wren."')
    export = ("referral", "export", one, "--only", "subject", "--subject", child["id"])
    claims = ("--withhold", "level", "--exemption")
    assert shell.problem(*export, "--text", out, *claims, "nonsense=x") == "exemption_unknown"
    assert shell.problem(*export, "--text", out, *claims, "others=") == "exemption_unclear"
    assert shell.problem(*export, "--text", out, "--withhold", "no", "--exemption", "others=x") == (
        "section_unknown"
    )
    shell.lines(*export, "--text", out, *claims, "others=He has not agreed", "--noting", "Wren")
    words = out.read_text(encoding="utf-8")
    assert "[about another person] pushed Wren." in words
    assert "Osian" not in words
    assert "No program can know" in shell.err
    (note,) = shell.json("referral", "papers", one)
    assert "He has not agreed" in note["left"]["why"][0]
    shell.lines("referral", "set", one, "consent.safe_to_discuss", "false")
    assert shell.problem(*export, "--text", tmp_path / "b.txt") == "family_copy_unsafe"
    shell.lines(*export, "--text", tmp_path / "b.txt", "--agreed")


def test_a_record_is_destroyed_with_its_reason_and_the_log_says_so(
    shell: Shell, written: str
) -> None:
    shown = shell.json("referral", "show", written)
    assert isinstance(shown, dict)
    reference = shown["reference"]
    destroy = ("referral", "destroy", written, "--reason", "Time of keeping is over")
    assert shell.problem(*destroy, "--reference", "FFD-2020-0001") == "reference_differs"
    shell.lines("referral", "set", written, "after.hold", "true")
    assert shell.problem(*destroy, "--reference", reference) == "record_held"
    shell.lines("referral", "set", written, "after.hold", "false")
    shell.lines(*destroy, "--reference", reference.lower())
    assert shell.json("referral", "list") == []
    log = shell.lines("referral", "destroyed")
    assert reference in log
    assert "Time of keeping is over" in log
    assert shell.problem("referral", "papers", written) == "referral_missing"
