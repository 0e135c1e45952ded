"""A referral is sealed, corrected by addenda and written out again, by the command line alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app import sealing
from ffd_desktop.app.program import Program
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.files import photo
from tests.builders.vaults import new_vault
from tests.integration.pdf.reading import by_page
from tests.integration.test_cli import Shell, shell

__all__ = ["shell"]
WORDS = "zzlatewordszz: it was at the other gate."


@pytest.fixture
def draft(shell: Shell, tmp_path: Path) -> str:
    made = shell.json("referral", "new", "--form", "csc")
    assert isinstance(made, dict)
    one = str(made["id"])
    shell.json("referral", "set", one, "concern.what_happened", '"Came in late."')
    (tmp_path / "bruise.jpg").write_bytes(photo())
    shell.json("referral", "attach", one, tmp_path / "bruise.jpg", "--title", "A photograph")
    return one


def sealed(shell: Shell, draft: str) -> dict[str, object]:
    made = shell.json("referral", "seal", draft)
    assert isinstance(made, dict)
    return made


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_sealed_comes_out_the_same_for_ever(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    made = sealed(shell, draft)
    assert made["sealed_by"] == "Rhiannon Tanglewood"
    assert any(one["grade"] == "must" for one in made["findings"])
    shell.json("referral", "set", draft, "after.council_reference", '"WR 12"')
    for number in ("1", "2"):
        shell.json("referral", "export", draft, "--pdf", tmp_path / f"{number}.pdf")
    shell.json("referral", "export", draft, "--json", tmp_path / "content.json")
    assert digest(tmp_path / "content.json") == made["digest"]
    assert digest(tmp_path / "1.pdf") == digest(tmp_path / "2.pdf") == made["pdf_digest"]
    content = codec.decode((tmp_path / "content.json").read_bytes())
    assert content.concern.what_happened == "Came in late."
    assert content.after.council_reference is None
    pages = by_page((tmp_path / "1.pdf").read_bytes())
    assert len(pages) == made["pages"]
    assert not any("DRAFT" in page for page in pages)
    assert "The vault is sound." in shell.lines("vault", "verify")


def test_a_photograph_leaves_without_what_the_telephone_wrote(shell: Shell, draft: str) -> None:
    (copy,) = sealed(shell, draft)["attachments"]
    assert copy["name"].endswith("-1.jpg")
    assert copy["digest"] != hashlib.sha256(photo()).hexdigest()


def test_a_sealed_referral_cannot_be_written_in_aimed_or_sealed_again(
    shell: Shell, draft: str
) -> None:
    sealed(shell, draft)
    before = shell.json("referral", "show", draft)
    told = shell.problem("referral", "set", draft, "concern.what_happened", '"Late words"')
    assert told == "referral_sealed"
    assert shell.problem("referral", "aim", draft, "--form", "eh") == "referral_sealed"
    assert shell.problem("referral", "seal", draft) == "already_sealed"
    assert shell.json("referral", "show", draft) == before


def test_a_correction_is_sealed_in_its_turn(shell: Shell, draft: str, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text(WORDS, encoding="utf-8")
    text = ("--text-file", tmp_path / "words.txt")
    assert shell.problem("referral", "addendum", draft, *text) == "not_sealed"
    first = sealed(shell, draft)
    added = shell.json("referral", "addendum", draft, *text)
    assert isinstance(added, dict)
    assert (added["number"], added["text"]) == (2, WORDS)
    shell.json("referral", "export", draft, "--addendum", "1", "--json", tmp_path / "a.json")
    told = json.loads((tmp_path / "a.json").read_bytes())
    assert (told["corrects"], told["text"], told["place"]) == (first["digest"], WORDS, 1)
    assert digest(tmp_path / "a.json") == added["digest"]
    shell.json("referral", "export", draft, "--addendum", "1", "--pdf", tmp_path / "a.pdf")
    assert digest(tmp_path / "a.pdf") == added["pdf_digest"]
    listed = shell.json("referral", "sealed", draft)
    assert listed == [first, added]
    assert shell.problem("referral", "export", draft, "--addendum", "2", "--pdf", "x.pdf") == (
        "sealed_missing"
    )
    (tmp_path / "none.txt").write_text(" \n", encoding="utf-8")
    nothing = ("--text-file", tmp_path / "none.txt")
    assert shell.problem("referral", "addendum", draft, *nothing) == "addendum_empty"
    (tmp_path / "torn.txt").write_bytes(b"\xff\xfe\x00")
    torn = ("--text-file", tmp_path / "torn.txt")
    assert shell.problem("referral", "addendum", draft, *torn) == "text_unread"


def test_what_stays_at_the_school_is_in_nothing_that_was_sealed(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    shell.json("referral", "comment", draft, "", "zzcommentzz")
    shell.json("referral", "set", draft, "after.rationale", '"zzrationalezz"')
    sealed(shell, draft)
    shell.json("referral", "export", draft, "--json", tmp_path / "content.json")
    shell.json("referral", "export", draft, "--pdf", tmp_path / "paper.pdf")
    told = (tmp_path / "content.json").read_bytes().decode()
    told += " ".join(by_page((tmp_path / "paper.pdf").read_bytes()))
    assert "zzcommentzz" not in told
    assert "zzrationalezz" not in told


def test_a_copy_for_the_family_of_a_sealed_referral_is_no_draft(
    shell: Shell, draft: str, tmp_path: Path
) -> None:
    made = sealed(shell, draft)
    target = tmp_path / "family.pdf"
    shell.json("referral", "export", draft, "--pdf", target, "--for", "family", "--agreed")
    words = " ".join(by_page(target.read_bytes()))
    assert "DRAFT" not in words
    assert str(made["digest"])[:4] not in words.split()


def test_words_for_people_say_what_is_missing(shell: Shell, draft: str) -> None:
    told = shell.lines("referral", "seal", draft)
    assert "The referral  sealed " in told
    assert "SHA-256 " in told
    assert "sealed" in shell.lines("referral", "list")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    made, _ = new_vault(tmp_path / "v")
    yield made
    made.lock()


def test_a_seal_that_is_stopped_leaves_a_draft_and_no_bytes(
    vault: OpenVault, tmp_path: Path
) -> None:
    class Stops:
        def step(self, done: int, total: int, words: str) -> None:
            """Hear nothing."""

        def is_stopped(self) -> bool:
            return True

    program = Program(folder=tmp_path / "v")
    desk = program.desk_of(vault)
    vault.referrals.create(built.small(), by=desk.by("test"))
    with pytest.raises(ProblemForPerson) as raised:
        sealing.seal(program, desk, built.small().id, screen="test", progress=Stops())
    assert raised.value.code == "stopped"
    assert desk.shelf()[0].state is DraftState.DRAFT
    assert vault._database.value("SELECT count(*) FROM file_bodies") == 0


def test_words_that_come_while_the_paper_is_made_keep_it_from_being_sealed(
    vault: OpenVault, tmp_path: Path
) -> None:
    program = Program(folder=tmp_path / "v")
    desk = program.desk_of(vault)
    vault.referrals.create(built.small(), by=desk.by("test"))
    at = sealing.moment(desk, "test")
    made = sealing.make(program, built.small(), at, lambda _: b"")
    edit = put("concern.what_happened", "One thing more.")
    after = replay(built.small(), [edit])
    vault.referrals.append(after.id, [edit], after, by=desk.by("test"))
    with pytest.raises(ProblemForPerson) as raised:
        sealing.keep(desk, made, at.by)
    assert raised.value.code == "changed_while_sealing"
    assert desk.sealed.of(after.id) == ()
    assert desk.shelf()[0].state is DraftState.DRAFT
