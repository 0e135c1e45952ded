"""Files by the command line: in, listed, out again; and what is refused."""

from pathlib import Path

from tests.builders.files import SECRETS, paper, photo
from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]


def begun(shell: Shell) -> str:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    return str(made["id"])


def test_a_photograph_goes_in_and_its_copy_tells_nothing(shell: Shell, tmp_path: Path) -> None:
    one, path = begun(shell), tmp_path / "Kit at the gate.jpg"
    path.write_bytes(photo())
    made = shell.json("referral", "attach", one, path, "--title", "The bruise")
    (listed,) = shell.json("referral", "attachments", one)
    assert (listed["id"], listed["title"], listed["width"]) == (made["id"], "The bruise", 64)
    out = shell.json("referral", "attachment", one, made["id"], "--out", tmp_path)
    copy = Path(out["file"])
    assert copy.name.startswith("FFD-")
    assert copy.name.endswith("-attachment-1.jpg")
    assert not any(secret in copy.read_bytes() for secret in SECRETS)
    assert "Taken out of the copy: place" in shell.err
    shell.lines("referral", "attachment", one, made["id"], "--out", tmp_path / "o", "--original")
    assert (tmp_path / "o").read_bytes() == photo()
    assert shell.problem("referral", "attachment", one, made["id"], "--out", copy) == "file_exists"
    assert "Photograph (JPEG)" in shell.lines("referral", "attachments", one)
    assert shell.lines("vault", "verify")


def test_without_a_title_the_files_name_stands_in(shell: Shell, tmp_path: Path) -> None:
    one, path = begun(shell), tmp_path / "Letter of the nurse.pdf"
    path.write_bytes(paper())
    shell.lines("referral", "attach", one, path)
    (listed,) = shell.json("referral", "attachments", one)
    assert listed["title"] == "Letter of the nurse"


def test_what_cannot_come_in_is_told_and_leaves_nothing(shell: Shell, tmp_path: Path) -> None:
    one, path = begun(shell), tmp_path / "x.pdf"
    path.write_bytes(b"\x00\x00\x00\x18ftypheic")
    assert shell.problem("referral", "attach", one, path) == "file_kind_heic"
    assert shell.json("referral", "attachments", one) == []
    told = shell.problem("referral", "attachment", one, "none", "--out", tmp_path / "o")
    assert told == "attachment_unknown"


def test_a_pdf_holds_the_marked_files_only_when_it_is_asked_for(
    shell: Shell, tmp_path: Path
) -> None:
    one, path = begun(shell), tmp_path / "Kit at the gate.jpg"
    path.write_bytes(photo())
    made = shell.json("referral", "attach", one, path, "--title", "The bruise")
    assert isinstance(made, dict)
    for marked in ("false", "true"):
        shell.lines("referral", "set", one, f"attachments[{made['id']}].embed", marked)
        for number, words in enumerate(((), ("--embed",))):
            target = tmp_path / f"{marked}{number}.pdf"
            shell.lines("referral", "export", one, "--pdf", target, *words)
            is_inside = b"/EmbeddedFile" in target.read_bytes()
            assert is_inside is (marked == "true" and bool(words))
            assert b"gate" not in target.read_bytes()


def test_a_copy_for_the_family_holds_no_file_though_one_is_marked(
    shell: Shell, tmp_path: Path
) -> None:
    one, path = begun(shell), tmp_path / "x.jpg"
    path.write_bytes(photo())
    made = shell.json("referral", "attach", one, path)
    assert isinstance(made, dict)
    shell.lines("referral", "set", one, f"attachments[{made['id']}].embed", "true")
    target = tmp_path / "family.pdf"
    words = ("--for", "family", "--agreed", "--embed")
    shell.lines("referral", "export", one, "--pdf", target, *words)
    assert b"/EmbeddedFile" not in target.read_bytes()
