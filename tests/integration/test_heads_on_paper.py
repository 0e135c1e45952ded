"""The head of the record chain at the foot of every paper, and a vault held against it."""

import contextlib
import json
import re
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app import papers
from ffd_desktop.app.program import Program
from ffd_desktop.cli import main
from ffd_desktop.exporting.outline import Answer
from ffd_desktop.referral.edits import Edit, apply
from ffd_desktop.vault import head_code
from ffd_desktop.vault.keysfile import Anchor
from tests.builders import referrals as built
from tests.builders.outlines import document
from tests.builders.vaults import PASSPHRASE, STAFF, by, new_vault, reopened
from tests.integration.pdf.reading import by_page

WIDEST = Anchor(999_999_999, b"\x8c" * 32)


def write(vault: OpenVault, words: str) -> None:
    """Write one more edit into the small referral."""
    edit = Edit("header.why_now", words)
    referral = vault.referrals.load(built.small().id)
    vault.referrals.append(referral.id, (edit,), apply(referral, edit).referral, by=by())


def foot_of_a_paper(vault: OpenVault, folder: Path) -> str:
    """Make a PDF as the window does, and read the record off its last page."""
    paper = papers.make(
        Program(folder=folder),
        vault.referrals.load(built.small().id),
        "pdf",
        head=vault.committed_head,
    )
    found = re.search(r"Record [\d\s]+ · [0-9A-Z-]{20}", by_page(paper.data)[-1])
    assert found is not None
    return found.group()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(built.small(), by=by())
    vault.lock()
    return tmp_path / "v"


def told(folder: Path, head: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Run ``vault verify --head``; give its exit code and what it says."""
    (folder.parent / "pass").write_text(f"{PASSPHRASE}\n")
    words = ["vault", "verify", "--head", head, "--vault", str(folder)]
    code = main([*words, "--passphrase-file", str(folder.parent / "pass")])
    return code, capsys.readouterr().out


def test_vault_and_keys_rolled_back_together_are_noticed_by_a_papers_foot(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, folder.with_name("older"))
    vault = reopened(folder)
    write(vault, "what the technician wants gone")
    foot = foot_of_a_paper(vault, folder)
    vault.lock()
    assert told(folder, foot, capsys)[0] == 0
    shutil.rmtree(folder)
    folder.with_name("older").rename(folder)
    rolled_back = reopened(folder)
    assert rolled_back.notices == ()  # nothing inside the folder tells it
    rolled_back.lock()
    code, said = told(folder, foot, capsys)
    assert code == 1
    assert "held 2 records; it holds 1 now" in said


def test_a_vault_rolled_back_and_written_on_is_noticed_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, folder.with_name("older"))
    vault = reopened(folder)
    write(vault, "what the technician wants gone")
    foot = foot_of_a_paper(vault, folder)
    vault.lock()
    shutil.rmtree(folder)
    folder.with_name("older").rename(folder)
    vault = reopened(folder)
    for words in ("something", "else", "instead"):
        write(vault, words)
    vault.lock()
    code, said = told(folder, foot, capsys)
    assert code == 1
    assert "record 2 was" in said


def test_a_paper_still_fits_after_more_was_written_and_its_referral_was_destroyed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = reopened(folder)
    write(vault, "one more")
    foot = foot_of_a_paper(vault, folder)
    write(vault, "and more")
    vault.referrals.destroy(built.small().id, reason="kept long enough", by=by())
    vault.lock()
    assert told(folder, foot, capsys) == (
        0,
        "Referrals: 0. Destroyed: 1.\nThe vault is sound.\nIt holds what the paper says.\n",
    )


def test_a_slip_in_the_code_is_told_before_the_passphrase_is_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["vault", "verify", "--head", "12 4F2A", "--vault", str(folder), "--json"]
    assert main(words) == 1
    assert json.loads(capsys.readouterr().out)["code"] == "head_code_misread"


def test_a_paper_never_shows_a_head_that_was_not_committed(folder: Path) -> None:
    vault = reopened(folder)
    before = vault.committed_head
    referral = vault.referrals.load(built.small().id)
    with contextlib.suppress(ZeroDivisionError), vault.referrals._log.writing():
        vault.referrals._log.add("edit", 1, b"{}", by=by())
        assert vault.head.count == before.count + 1
        assert vault.committed_head == before
        1 / 0  # noqa: B018 - the writing fails
    assert vault.committed_head == before == vault.head
    assert referral == vault.referrals.load(referral.id)
    vault.lock()


def test_the_widest_record_fits_between_the_other_words_of_the_foot() -> None:
    printed = head_code.printed(WIDEST)
    page = by_page(write_pdf(document(Answer("A", ("a" * 90_000,)), record=printed)).data)
    assert len(page) > 9
    for number, words in enumerate(page):
        assert " ".join(printed.split()) in " ".join(words.split())
        assert f"Page {number + 1} of {len(page)}" in words


def test_the_record_can_be_read_out_from_the_files_properties() -> None:
    printed = head_code.printed(WIDEST)
    with pikepdf.open(BytesIO(write_pdf(document(record=printed)).data)) as pdf:
        assert str(pdf.docinfo["/Keywords"]) == printed
        with pdf.open_metadata() as metadata:
            assert metadata["pdf:Keywords"] == printed


def test_a_text_carries_the_record_too(folder: Path) -> None:
    vault = reopened(folder)
    head = vault.committed_head
    paper = papers.make(Program(folder=folder), built.small(), "text", head=head)
    assert head_code.printed(head) in paper.data.decode()
    assert STAFF.name == vault.state.name
    vault.lock()
